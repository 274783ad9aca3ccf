package main

import (
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// autumn is a ledger in which an expulsion ("alpha") and a planned visit
// ("beta") differ in every field that lists can be filtered by.
func autumn(t *testing.T, order ...int) string {
	t.Helper()
	place := filepath.Join(t.TempDir(), "autumn.db")
	documents := []func(known time.Time){
		func(known time.Time) {
			enter(t, place, "one", "2021-10-06", known, told{
				local: "e1", act: "expel", actor: "NATO", recipient: "RUS", date: "2021-10-06", effective: "2021-11-01",
				object: "Russia's mission to NATO in Brussels", evidence: "The alliance sent envoys of the Russian mission home by alpha.",
			})
		},
		func(known time.Time) {
			enter(t, place, "two", "2021-10-20", known, told{
				local: "e1", act: "visit", actor: "USA", recipient: "CHN", date: "2021-10-20", effective: "2021-11-05", status: "planned",
				evidence: "The secretary and his envoys plan a journey to the capital beta.",
			})
		},
		func(known time.Time) {
			enter(t, place, "three", "2021-10-22", known, told{
				local: "e1", act: "close-mission", actor: "FRA", recipient: "MLI", date: "2021-10-22", effective: "2021-11-09",
				object: "the French embassy in Bamako", evidence: "France closes the embassy and its envoys leave gamma.",
			})
		},
	}
	if len(order) == 0 {
		order = []int{0, 1, 2}
	}
	for i, which := range order {
		documents[which](time.Date(2021, 10, 23, 8, i, 0, 0, time.UTC))
	}
	return place
}

// lists are the calls of every command that lists acts; diff tells what was
// learned since before the ledger began.
func lists() [][]string {
	return [][]string{
		{"timeline"}, {"upcoming", "--on", "2021-10-25"}, {"diff", "--known", "2021-10-01"}, {"export"}, {"export", "--what", "claims"}, {"search", "envoys"},
	}
}

func ask(t *testing.T, place string, call []string, more ...string) string {
	t.Helper()
	got := run(t, "", slices.Concat(call[:1], []string{"--ledger", place}, call[1:], more)...)
	if got.code != 0 {
		t.Fatalf("%v %v: code %d: %s", call, more, got.code, got.notes)
	}
	return got.stdout
}

// Every list can be narrowed by party, act, status, day and score.
func TestEveryListIsFiltered(t *testing.T) {
	place := autumn(t)
	for _, row := range []struct {
		filter []string
		keeps  string
	}{
		{nil, "alpha beta gamma"},
		{[]string{"--party", "Russia"}, "alpha"},
		{[]string{"--party", "USA", "--party", "China"}, "beta"},
		{[]string{"--party", "USA", "--party", "RUS"}, ""},
		{[]string{"--act", "expel"}, "alpha"},
		{[]string{"--act", "visit,close-mission"}, "beta gamma"},
		{[]string{"--status", "planned"}, "beta"},
		{[]string{"--status", "actual", "--status", "planned"}, "alpha beta gamma"},
		{[]string{"--from", "2021-10-20"}, "beta gamma"},
		{[]string{"--to", "2021-10-20"}, "alpha beta"},
		{[]string{"--from", "2021-10-07", "--to", "2021-10-21"}, "beta"},
		{[]string{"--from", "2022"}, ""},
		{[]string{"--to", "9999"}, "alpha beta gamma"},
		{[]string{"--min-score", "0"}, "beta"},
		{[]string{"--max-score", "-0.5"}, "alpha gamma"},
		{[]string{"--min-confidence", "0.9"}, ""},
	} {
		for _, call := range lists() {
			answer := ask(t, place, call, slices.Concat(row.filter, []string{"--format", "csv"})...)
			var kept []string
			for _, word := range []string{"alpha", "beta", "gamma"} {
				if strings.Contains(answer, word) {
					kept = append(kept, word)
				}
			}
			if got := strings.Join(kept, " "); got != row.keeps {
				t.Errorf("%v %v keeps %q, want %q", call, row.filter, got, row.keeps)
			}
		}
	}
}

func TestMissionsAndJudgementsAreFiltered(t *testing.T) {
	place := autumn(t)
	expulsion := firstEvent(t, "timeline", "--act", "expel", "--format", "json", "--ledger", place)
	visit := firstEvent(t, "timeline", "--act", "visit", "--format", "json", "--ledger", place)
	for _, args := range [][]string{{"accept", "--author", "ann", expulsion.ID}, {"correct", "--author", "bob", "--field", "place", "--value", "Beijing", visit.ID}} {
		if got := run(t, "", slices.Concat([]string{"judge", args[0], "--ledger", place}, args[1:])...); got.code != 0 {
			t.Fatal(got.notes)
		}
	}
	missions, judgements := []string{"missions", "--on", "2021-12-01"}, []string{"judge", "list"}
	const toNATO, toMali = "RUS>NATO", "FRA,MLI"
	for _, row := range []struct {
		call   []string
		filter []string
		has    []string
		hasNot []string
	}{
		{missions, nil, []string{toNATO, toMali}, nil},
		{missions, []string{"--party", "NATO"}, []string{toNATO}, []string{toMali}},
		{missions, []string{"--party", "Mali", "--party", "France"}, []string{toMali}, []string{toNATO}},
		{missions, []string{"--standing", "closed"}, []string{toMali}, []string{toNATO}},
		{missions, []string{"--status", "operating"}, []string{toNATO}, []string{toMali}},
		{missions, []string{"--act", "expel"}, []string{toNATO}, []string{toMali}},
		{missions, []string{"--act", "close-mission,open-mission"}, []string{toMali}, []string{toNATO}},
		{missions, []string{"--from", "2021-11-09"}, []string{toMali}, []string{toNATO}},
		{missions, []string{"--to", "2021-11-08"}, nil, []string{toMali, toNATO}},
		{judgements, nil, []string{"ann", "bob"}, nil},
		{judgements, []string{"--kind", "correct"}, []string{"bob"}, []string{"ann"}},
		{judgements, []string{"--author", "ann"}, []string{"ann"}, []string{"bob"}},
		{judgements, []string{"--party", "Russia"}, []string{"ann"}, []string{"bob"}},
		{judgements, []string{"--act", "visit"}, []string{"bob"}, []string{"ann"}},
		{judgements, []string{"--from", "2000"}, []string{"ann", "bob"}, nil},
		{judgements, []string{"--to", "2000"}, nil, []string{"ann", "bob"}},
	} {
		for _, format := range []string{"csv", "text", "json"} {
			answer := run(t, "", slices.Concat(row.call, []string{"--ledger", place, "--format", format}, row.filter)...)
			if answer.code != 0 {
				t.Fatalf("%v %v: %s", row.call, row.filter, answer.notes)
			}
			for _, words := range row.has {
				if format == "csv" && !strings.Contains(answer.stdout, words) {
					t.Errorf("%v %v does not tell %s:\n%s", row.call, row.filter, words, answer.stdout)
				}
			}
			for _, words := range row.hasNot {
				if strings.Contains(answer.stdout, words) {
					t.Errorf("%v %v --format %s tells %s", row.call, row.filter, format, words)
				}
			}
		}
	}
	for _, wrong := range [][]string{{"missions", "--standing", "shut"}, {"missions", "A1", "B1", "--party", "C1"}, {"judge", "list", "--kind", "guess"}, {"search", "envoys", "--act", "expel", "--in", "documents"}} {
		if got := run(t, "", append(wrong, "--ledger", place)...); got.code != 2 {
			t.Errorf("%v: code %d: %s", wrong, got.code, got.notes)
		}
	}
}

// Every list has three forms, the exported ones two of them, and each can be
// read back.
func TestEveryListHasItsForms(t *testing.T) {
	place := autumn(t)
	calls := append(lists(), []string{"missions"}, []string{"relations", "RUS", "NATO"}, []string{"judge", "list"})
	for _, call := range calls {
		forms := []string{"text", "json", "csv"}
		if call[0] == "export" {
			forms = []string{"jsonl", "csv"}
		}
		for _, form := range forms {
			args := slices.Concat(call, []string{"--ledger", place, "--format", form})
			got := run(t, "", args...)
			if got.code != 0 || got.stdout == "" {
				t.Fatalf("%v: code %d, %q %s", args, got.code, got.stdout, got.notes)
			}
			switch form {
			case "json", "jsonl":
				for decoder := json.NewDecoder(strings.NewReader(got.stdout)); decoder.More(); {
					var value map[string]any
					if err := decoder.Decode(&value); err != nil {
						t.Errorf("%v: %v", args, err)
						break
					}
				}
			case "csv":
				if rows, err := csv.NewReader(strings.NewReader(got.stdout)).ReadAll(); err != nil || len(rows) < 1 {
					t.Errorf("%v: %d rows, %v", args, len(rows), err)
				}
			}
		}
	}
}

// The order in which reports were recorded makes no difference to a list.
func TestOrderOfListsIsStable(t *testing.T) {
	calls := [][]string{{"timeline"}, {"upcoming", "--on", "2021-10-25"}, {"export"}, {"missions", "--on", "2021-12-01"}, {"relations", "RUS", "NATO", "--on", "2021-12-01"}}
	one := autumn(t)
	for _, order := range [][]int{{2, 1, 0}, {1, 0, 2}} {
		two := autumn(t, order...)
		for _, call := range calls {
			if a, b := ask(t, one, call, "--format", "csv"), ask(t, two, call, "--format", "csv"); a != b {
				t.Errorf("%v: recorded in another order it lists\n%s\nnot\n%s", call, b, a)
			}
		}
	}
}
