package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"
)

// outcome is what a run of the program gives.
type outcome struct {
	code          int
	stdout, notes string
}

// run runs the program as a user would, in this process.
func run(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var out, notes bytes.Buffer
	app := application()
	app.Reader, app.Writer, app.ErrWriter = strings.NewReader(stdin), &out, &notes
	err := app.Run(t.Context(), append([]string{"chancery"}, args...))
	if err != nil {
		notes.WriteString(err.Error())
	}
	return outcome{exitCode(err), out.String(), notes.String()}
}

const report = "OSLO — Norway expelled two Russian diplomats on Tuesday, the foreign ministry said."

func TestUsage(t *testing.T) {
	rows := []struct {
		proves string
		args   []string
		code   int
		words  string
	}{
		{"no arguments show the help", nil, 0, ""},
		{"an unknown command is wrong usage and the nearest is named", []string{"raed"}, 2, `did you mean "read"`},
		{"an unknown flag is wrong usage", []string{"read", "--fromat", "json"}, 2, "fromat"},
		{"a flag with a closed set of values names them", []string{"read", "--format", "xml"}, 2, "text, json, jsonl"},
		{"a day that cannot be", []string{"read", "--published", "2021-02-30"}, 2, "2021-02-30"},
		{"an unknown layer", []string{"annotate", "--layers", "tokens,feelings"}, 2, "feelings"},
		{"a folder of tables that is not there", []string{"read", "--tables", "no/such/folder"}, 1, "no/such/folder"},
		{"a file that is not there is set aside", []string{"read", "no-such-file.txt"}, 1, "no-such-file.txt: set aside"},
	}
	for _, row := range rows {
		got := run(t, "", row.args...)
		if got.code != row.code || !strings.Contains(got.notes, row.words) {
			t.Errorf("%s: code %d, %q", row.proves, got.code, got.notes)
		}
	}
}

// TestEveryCommandHelps holds that each command has a usage line and examples.
func TestEveryCommandHelps(t *testing.T) {
	for _, cmd := range application().Commands {
		got := run(t, "", cmd.Name, "--help")
		if got.code != 0 || !strings.Contains(got.stdout, "chancery "+cmd.Name) || cmd.Usage == "" {
			t.Errorf("%s --help: code %d, %q", cmd.Name, got.code, got.stdout)
		}
		if !strings.Contains(got.stdout, "Example") {
			t.Errorf("%s --help shows no examples", cmd.Name)
		}
	}
}

// TestBadInput holds that what cannot be read is told and costs nothing else.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("1-empty.txt", "")
	write("2-binary.bin", "\x7fELF\x00\x01\x02")
	write("3-german.txt", "Die Botschaft wurde am Dienstag geschlossen, wie das Ministerium in der Hauptstadt mitteilte.")
	write("4-bad-day.json", `{"text":"Norway expelled a diplomat.","published":"2021-13-01"}`)
	write("5-good.json", `{"id":"good","text":"Norway expelled two Russian diplomats on Tuesday.","published":"2021-10-20"}`)
	write("6-nodate.txt", report)
	got := run(t, "", "read", "--format", "jsonl", dir)
	if got.code != 1 {
		t.Errorf("exit code %d, want 1 when something was set aside", got.code)
	}
	for _, words := range []string{"1-empty.txt: set aside: there is no text", "2-binary.bin: set aside: this is no text", "3-german.txt: set aside: the text is not in English", "2021-13-01", "4 documents were set aside"} {
		if !strings.Contains(got.notes, words) {
			t.Errorf("the notes do not say %q:\n%s", words, got.notes)
		}
	}
	lines := strings.Split(strings.TrimSpace(got.stdout), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d readings, want the two good ones", len(lines))
	}
	var first struct {
		ID     string `json:"id"`
		Events []struct {
			Act, Date string
			Actor     []string
		} `json:"events"`
	}
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if first.ID != "good" || len(first.Events) != 1 || first.Events[0].Act != "expel" || first.Events[0].Date != "2021-10-19" {
		t.Errorf("read %+v", first)
	}
}

// TestInputFieldsStay holds that the input's own fields are written out again
// and its events are not.
func TestInputFieldsStay(t *testing.T) {
	got := run(t, `{"id":"x","desk":{"n":1},"events":["old"],"text":"Norway expelled two Russian diplomats.","published":"2021-10-20"}`, "read", "--format", "json")
	var doc map[string]json.RawMessage
	if err := json.Unmarshal([]byte(got.stdout), &doc); err != nil {
		t.Fatal(err, got.notes)
	}
	if string(doc["desk"]) != `{"n":1}` || strings.Contains(string(doc["events"]), "old") {
		t.Errorf("printed %s", got.stdout)
	}
}

func TestReadAsText(t *testing.T) {
	got := run(t, report, "read", "--published", "2021-10-20")
	for _, words := range []string{"expel", "NOR → RUS", "2021-10-19", "“"} {
		if !strings.Contains(got.stdout, words) {
			t.Errorf("the text form does not show %q:\n%s", words, got.stdout)
		}
	}
}

// TestBrief runs the README's first command: a report is read and recorded,
// its acts and the standing of the pair are told with their words, and doing
// so twice adds nothing.
func TestBrief(t *testing.T) {
	book := filepath.Join(t.TempDir(), "l.db")
	call := []string{"brief", "--ledger", book, "--on", "2021-11-01", "--pair", "RUS,NATO", filepath.Join("..", "..", "examples", "2021-10-18-nato-russia.json")}
	first := run(t, "", call...)
	for _, words := range []string{"suspend-mission", "RUS → NATO", "suspended since 2021-11-01", "NATO expelled eight members"} {
		if first.code != 0 || !strings.Contains(first.stdout, words) {
			t.Errorf("code %d, and the brief does not say %q: %s", first.code, words, first.notes)
		}
	}
	stats := func() string { return run(t, "", "export", "--ledger", book, "--format", "jsonl").stdout }
	before := stats()
	if second := run(t, "", call...); second.code != 0 || stats() != before || before == "" {
		t.Errorf("the second time: code %d, the record changed: %v", second.code, stats() != before)
	}
	added := run(t, "", "add", "--ledger", book, call[len(call)-1])
	if added.code != 0 || !strings.Contains(added.stdout, "new: 0 documents, 0 readings, 0 claims") {
		t.Errorf("what brief recorded is not what add records: %s", added.stdout)
	}
	if got := run(t, "", "brief", "--pair", "RUS", "x.txt"); got.code != 2 {
		t.Errorf("half a pair ends with %d", got.code)
	}
}

// TestHostileTextOnScreen holds that no document can move the cursor, colour
// the screen or turn the direction of what is printed.
func TestHostileTextOnScreen(t *testing.T) {
	doc, err := json.Marshal(map[string]string{
		"title": "\x1b[2JGone \u202eback", "published": "2021-10-20",
		"text": "Norway \x1b[31mexpelled two Russian \u2066diplomats on Tuesday.\n\nThe ministry said no more.",
	})
	if err != nil {
		t.Fatal(err)
	}
	got := run(t, string(doc), "read", "--show", "skipped")
	if strings.ContainsAny(got.stdout+got.notes, "\x1b\u202e\u2066") || !strings.Contains(got.stdout, "Gone back") {
		t.Errorf("printed %q", got.stdout)
	}
}

// TestFilterLeavesTheReading holds that what a user does not want to see stays
// in the reading that is recorded.
func TestFilterLeavesTheReading(t *testing.T) {
	whole := chancery.Reading{Notes: []chancery.Note{{Stage: "extract", Reason: "a"}, {Stage: "document", Reason: "b"}}}
	shown := whole
	readingFilter{}.apply(&shown)
	if len(shown.Notes) != 1 || whole.Notes[0].Reason != "a" || whole.Notes[1].Reason != "b" {
		t.Errorf("shown %v, and the reading now holds %v", shown.Notes, whole.Notes)
	}
}
