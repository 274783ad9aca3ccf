package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// filledLedger is a ledger with two reports, made by the program itself.
func filledLedger(t *testing.T) string {
	t.Helper()
	place := filepath.Join(t.TempDir(), "l.db")
	text := `{"id":"a","published":"2021-10-06","publisher":"Note","title":"Eight out","text":"NATO expelled eight Russian diplomats on Wednesday."}
{"id":"b","published":"2021-10-18","publisher":"Note","title":"In answer","text":"Russia said on Monday it would close the liaison office in Moscow."}`
	if got := run(t, text, "add", "--ledger", place); got.code != 0 || !strings.Contains(got.stdout, "new: 2 documents, 2 readings") || !strings.Contains(got.notes, "a new ledger is made: "+place) {
		t.Fatalf("add: %+v", got)
	}
	if got := run(t, text, "add", "--ledger", place); got.code != 0 || !strings.Contains(got.stdout, "new: 0 documents, 0 readings, 0 claims") {
		t.Fatalf("add again: %+v", got)
	}
	return place
}

func TestBackupsComeBack(t *testing.T) {
	place := filledLedger(t)
	dir := t.TempDir()
	stats := run(t, "", "ledger", "stats", "--ledger", place).stdout
	first := filepath.Join(dir, "first.jsonl")
	run(t, "", "ledger", "backup", "--ledger", place, first)
	original, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"copy.jsonl", "copy.db"} {
		backup, restored, again := filepath.Join(dir, name), filepath.Join(dir, "from-"+name+".db"), filepath.Join(dir, "again-"+name+".jsonl")
		for _, step := range [][]string{
			{"ledger", "backup", "--ledger", place, backup},
			{"ledger", "restore", "--ledger", restored, backup},
			{"ledger", "check", "--ledger", restored},
			{"ledger", "vacuum", "--ledger", restored},
			{"ledger", "backup", "--ledger", restored, again},
		} {
			if got := run(t, "", step...); got.code != 0 {
				t.Fatalf("%v: %+v", step, got)
			}
		}
		if data, err := os.ReadFile(again); err != nil || !bytes.Equal(data, original) {
			t.Errorf("the book that came back from %s is not the same (%v)", name, err)
		}
		if got := run(t, "", "ledger", "stats", "--ledger", restored).stdout; without(got, "size") != without(stats, "size") {
			t.Errorf("%s: %s\nwant %s", name, got, stats)
		}
	}
}

// without leaves out the lines of a text that begin with a word.
func without(text, word string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(line, word) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func TestLedgerIsNeverWrittenOver(t *testing.T) {
	place := filledLedger(t)
	backup := place + ".jsonl"
	rows := []struct {
		proves string
		args   []string
		code   int
		words  string
	}{
		{"a backup", []string{"ledger", "backup", "--ledger", place, backup}, 0, ""},
		{"a backup is not written over a file", []string{"ledger", "backup", "--ledger", place, backup}, 1, "exists"},
		{"a restore does not replace a ledger unasked", []string{"ledger", "restore", "--ledger", place, backup}, 1, "--replace"},
		{"asked, it keeps the old one", []string{"ledger", "restore", "--replace", "--ledger", place, backup}, 0, "is now " + place + ".before-"},
		{"what came back is whole", []string{"ledger", "check", "--ledger", place}, 0, ""},
		{"a backup that is not there", []string{"ledger", "restore", "--ledger", place + ".new", "no-such-file"}, 1, "no-such-file"},
		{"a restore needs a file", []string{"ledger", "restore", "--ledger", place}, 2, "BACKUP"},
		{"a ledger that is not there is not made by looking", []string{"ledger", "check", "--ledger", place + ".none"}, 1, "chancery add"},
		{"neither by searching", []string{"search", "--ledger", place + ".none", "word"}, 1, "chancery add"},
		{"search needs words", []string{"search", "--ledger", place, "..."}, 2, "words"},
		{"an unknown place to look", []string{"search", "--in", "dreams", "--ledger", place, "word"}, 2, "documents, acts"},
		{"an unknown form", []string{"search", "--format", "xml", "--ledger", place, "word"}, 2, "text, json, csv"},
		{"a time that is none", []string{"search", "--known", "soon", "--ledger", place, "word"}, 2, "--known"},
		{"nothing found is said", []string{"search", "--ledger", place, "moonlight"}, 0, "nothing was found"},
		{"nothing was known then", []string{"search", "--known", "2020", "--ledger", place, "diplomats"}, 0, "nothing was found"},
	}
	for _, row := range rows {
		got := run(t, "", row.args...)
		if got.code != row.code || !strings.Contains(got.notes, row.words) {
			t.Errorf("%s: code %d, %q", row.proves, got.code, got.notes)
		}
	}
	if _, err := os.Stat(place + ".none"); err == nil {
		t.Error("a ledger was made by looking")
	}
}

func TestADamagedLedgerIsNamed(t *testing.T) {
	place := filledLedger(t)
	if err := os.WriteFile(place, bytes.Repeat([]byte("not a ledger\n"), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"ledger", "check"}, {"search", "word"}, {"add"}} {
		got := run(t, "", append(command, "--ledger", place)...)
		if got.code != 1 || !strings.Contains(got.notes, "restore") {
			t.Errorf("%v: code %d, %q", command, got.code, got.notes)
		}
	}
}

func TestSearchForms(t *testing.T) {
	place := filledLedger(t)
	rows := []struct{ proves, form, words string }{
		{"a title and a piece of the text", "text", "Eight out"},
		{"a line of JSON", "json", `"title":"Eight out"`},
		{"a row of a table", "csv", "document,"},
	}
	for _, row := range rows {
		if got := run(t, "", "search", "--ledger", place, "--format", row.form, "--in", "documents", "diplomat", "expelled"); got.code != 0 || !strings.Contains(got.stdout, row.words) {
			t.Errorf("%s: %+v", row.proves, got)
		}
	}
}
