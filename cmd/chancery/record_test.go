package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
	"chancery/ledger/sqlite"
	"chancery/ontology"
)

// told is an act for a document of a test.
type told struct {
	local, act, actor, recipient, date, effective, object, said, answers, evidence string
	count                                                                          *chancery.Count
	status                                                                         chancery.Status // actual where not given
}

func date(t *testing.T, text string) chancery.Date {
	t.Helper()
	if text == "" {
		return chancery.Date{}
	}
	d, err := chancery.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// enter records one document with its acts at a known time.
func enter(t *testing.T, place, id, published string, known time.Time, acts ...told) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	book := ledger.New(store, func() time.Time { return known })
	defer book.Close()
	reading := chancery.Reading{Model: "by hand", Document: chancery.Document{ID: id, Title: "Report " + id, Publisher: "The Wire", Published: date(t, published)}}
	for _, a := range acts {
		claim := chancery.Claim{
			Local: a.local, Act: a.act, Actor: []string{a.actor}, Recipient: []string{a.recipient}, Status: chancery.StatusActual,
			Date: date(t, a.date), Effective: date(t, a.effective), SaidBy: a.said, InResponseTo: a.answers, Evidence: a.evidence,
			Count: a.count, Rule: "hand", Confidence: 0.8,
		}
		if a.status != "" {
			claim.Status = a.status
		}
		row, _ := ontology.Embedded().Act(a.act)
		claim.Type, claim.Mode, claim.CAMEO, claim.Score = row.Type, row.Mode, row.CAMEO, ontology.Embedded().Score(row.Type, row.Mode)
		if a.object != "" {
			claim.Object = &chancery.Object{Text: a.object}
		}
		reading.Document.Text += a.evidence + "\n\n"
		reading.Claims = append(reading.Claims, claim)
	}
	if _, err := book.Record(t.Context(), reading); err != nil {
		t.Fatal(err)
	}
}

// october is a ledger of two reports: one known on the 7th, one on the 19th.
func october(t *testing.T) string {
	t.Helper()
	place := filepath.Join(t.TempDir(), "october.db")
	from := 20
	eight := &chancery.Count{N: 8, Of: "staff"}
	enter(t, place, "first", "2021-10-06", time.Date(2021, 10, 7, 8, 0, 0, 0, time.UTC),
		told{local: "e1", act: "expel", actor: "NATO", recipient: "RUS", date: "2021-10-06", count: eight, object: "the Russian mission to the alliance", evidence: "The alliance sent eight of the Russian mission's staff home on Wednesday."})
	enter(t, place, "second", "2021-10-18", time.Date(2021, 10, 19, 8, 0, 0, 0, time.UTC),
		told{local: "e1", act: "suspend-mission", actor: "RUS", recipient: "NATO", date: "2021-10-18", effective: "2021-11-01", object: "Russia's mission to NATO in Brussels", said: "Sergei Lavrov", answers: "e2", evidence: "The minister said that the mission stops work in November, in answer to the expulsions."},
		told{local: "e2", act: "expel", actor: "NATO", recipient: "RUS", date: "2021-10-06", count: eight, object: "Russian mission", evidence: "Eight people of the mission had been expelled on 6 October."},
		told{local: "e3", act: "limit-staff", actor: "NATO", recipient: "RUS", date: "2021-10-06", object: "Russian mission", count: &chancery.Count{N: 10, Of: "posts", From: &from}, evidence: "Ten posts of twenty are left to it."},
		told{local: "e4", act: "close-mission", actor: "RUS", recipient: "NATO", date: "2021-10-18", object: "NATO's information office in Moscow", answers: "e2", evidence: "The information office in Moscow is closed."})
	return place
}

func TestRecordCommands(t *testing.T) {
	place := october(t)
	for _, row := range []struct {
		proves string
		args   []string
		has    []string
		hasNot []string
	}{
		{"both reports of the expulsion are one event", []string{"timeline", "russia", "NATO"}, []string{"2021-10-06  expel", "2021-10-18  suspend-mission", "eight of the Russian", "8 staff"}, []string{"Eight people of the mission"}},
		{"filters by act and by day", []string{"timeline", "RUS", "--act", "expel,limit-staff", "--to", "2021-10-10"}, []string{"expel", "limit-staff"}, []string{"close-mission"}},
		{"the standing before the day it takes effect", []string{"relations", "RUS", "NATO", "--on", "2021-10-20"}, []string{"operating", "suspension announced on 2021-10-18 for 2021-11-01", "staff ceiling 10, before 20", "closed since 2021-10-18 (effective date not told)", "8 expelled, but the ceiling fell", "↳ RUS suspended"}, []string{"suspended since"}},
		{"and on it", []string{"relations", "Moscow", "NATO", "--on", "2021-11-01"}, []string{"suspended since 2021-11-01"}, nil},
		{"as reported by the day before", []string{"relations", "RUS", "NATO", "--on", "2021-11-01", "--reported", "2021-10-17"}, []string{"expulsion: 8 staff"}, []string{"suspended since", "ceiling", "closed since"}},
		{"as known on a day before the second report was recorded", []string{"relations", "RUS", "NATO", "--on", "2021-11-01", "--known", "2021-10-10"}, []string{"expulsion: 8 staff"}, []string{"suspended since", "ceiling"}},
		{"missions by standing", []string{"missions", "NATO", "--on", "2021-12-01", "--standing", "closed"}, []string{"Information office", "closed"}, []string{"staff ceiling"}},
		{"what is due", []string{"upcoming", "--on", "2021-10-25", "--days", "10"}, []string{"suspend-mission", "in effect 2021-11-01"}, []string{"expel"}},
		{"nothing is due in fewer days", []string{"upcoming", "--on", "2021-10-25", "--days", "3"}, []string{"no event is told"}, nil},
		{"what was learned", []string{"diff", "--known", "2021-10-10", "2021-10-20"}, []string{"new", "suspended the work", "changed", "voices: 1 → 2"}, []string{"gone"}},
		{"claims as CSV", []string{"export", "--what", "claims", "--format", "csv"}, []string{"claim,document,published", "limit-staff", "20>10"}, nil},
		{"events as lines of JSON", []string{"export", "RUS", "--act", "expel"}, []string{`"act":"expel"`, `"voices":2`}, []string{"close-mission"}},
		{"a standing as CSV", []string{"relations", "RUS", "NATO", "--on", "2021-11-01", "--format", "csv"}, []string{"mission,RUS>NATO/mission,2021-11-01,suspended"}, nil},
		{"missions as CSV", []string{"missions", "RUS", "NATO", "--on", "2021-11-01", "--format", "csv"}, []string{"RUS>NATO/mission,mission,RUS,NATO"}, nil},
	} {
		got := run(t, "", append([]string{row.args[0], "--ledger", place}, row.args[1:]...)...)
		if got.code != 0 {
			t.Errorf("%s: code %d: %s", row.proves, got.code, got.notes)
		}
		for _, words := range row.has {
			if !strings.Contains(got.stdout, words) {
				t.Errorf("%s: %q is not in\n%s", row.proves, words, got.stdout)
			}
		}
		for _, words := range row.hasNot {
			if strings.Contains(got.stdout, words) {
				t.Errorf("%s: %q is in\n%s", row.proves, words, got.stdout)
			}
		}
	}
}

func TestWrongQuestions(t *testing.T) {
	place := october(t)
	for _, row := range []struct {
		proves string
		args   []string
		code   int
		words  string
	}{
		{"a party that no table has; the nearest is named", []string{"relations", "Rusia", "NATO"}, 2, "did you mean Russia"},
		{"one party is too few", []string{"relations", "RUS"}, 2, "two parties"},
		{"a party with itself", []string{"relations", "RUS", "Moscow"}, 2, "both are RUS"},
		{"a day that cannot be", []string{"timeline", "--on", "2021-02-30"}, 2, "2021-02-30"},
		{"an unknown format", []string{"timeline", "--format", "xml"}, 2, "text, json, csv"},
		{"an unknown status", []string{"timeline", "--status", "sure"}, 2, "sure"},
		{"two known times the wrong way round", []string{"diff", "--known", "2027", "2026"}, 2, "the second time is before the first"},
		{"an event that is not there", []string{"why", "ev000000000000000000000000"}, 1, "not in the ledger"},
		{"a name that is too short", []string{"event", "ev0"}, 2, "too short"},
		{"a correction of a field that cannot be", []string{"judge", "correct", "--field", "evidence", "--value", "x", "ev0000"}, 1, "not in the ledger"},
	} {
		got := run(t, "", append([]string{row.args[0], "--ledger", place}, row.args[1:]...)...)
		if row.args[0] == "judge" {
			got = run(t, "", append([]string{"judge", row.args[1], "--ledger", place}, row.args[2:]...)...)
		}
		if got.code != row.code || !strings.Contains(got.notes, row.words) {
			t.Errorf("%s: code %d, %q", row.proves, got.code, got.notes)
		}
	}
}

// firstEvent gives the first event of a question as JSON.
func firstEvent(t *testing.T, args ...string) chancery.Event {
	t.Helper()
	got := run(t, "", args...)
	var answer struct{ Events []chancery.Event }
	if err := json.Unmarshal([]byte(got.stdout), &answer); err != nil || len(answer.Events) == 0 {
		t.Fatalf("%v: %s %s", err, got.stdout, got.notes)
	}
	return answer.Events[0]
}

// Judging changes what is derived from then on, can be undone, and leaves
// earlier known times alone.
func TestJudgeAndUndo(t *testing.T) {
	place := october(t)
	question := []string{"timeline", "RUS", "NATO", "--act", "expel", "--format", "json", "--ledger", place}
	before := firstEvent(t, question...)
	judged := run(t, "", "judge", "correct", "--ledger", place, "--author", "an editor", "--reason", "the list has nine names", "--field", "count", "--value", "9", before.ID)
	if judged.code != 0 {
		t.Fatal(judged.notes)
	}
	if after := firstEvent(t, question...); after.Count.N != 9 || len(after.Judgements) == 0 {
		t.Errorf("after the correction the count is %+v, judgements %v", after.Count, after.Judgements)
	}
	if old := firstEvent(t, append(slices.Clone(question), "--known", "2021-12-01")...); old.Count.N != 8 {
		t.Errorf("what was known before tells %d now", old.Count.N)
	}
	why := run(t, "", "why", "--ledger", place, before.ID)
	for _, words := range []string{"an editor", "the list has nine names", "Report first", "hand · by hand"} {
		if !strings.Contains(why.stdout, words) {
			t.Errorf("why does not say %q:\n%s%s", words, why.stdout, why.notes)
		}
	}
	for format, words := range map[string]string{"csv": "event,claim,part,voice,published,publisher,title,", "json": `"documents": [`} {
		if got := run(t, "", "why", "--ledger", place, "--format", format, before.ID); !strings.Contains(got.stdout, words) || !strings.Contains(got.stdout, "Report first") {
			t.Errorf("why as %s does not tell the documents:\n%s%s", format, got.stdout, got.notes)
		}
	}
	id := strings.Fields(strings.SplitAfter(judged.stdout, "entered as ")[1])[0]
	if got := run(t, "", "judge", "undo", "--ledger", place, "--author", "an editor", id); got.code != 0 {
		t.Fatal(got.notes)
	}
	if again := firstEvent(t, question...); again.Count.N != 8 {
		t.Errorf("after undoing the count is %d", again.Count.N)
	}
}

func TestSplitAndMerge(t *testing.T) {
	place := october(t)
	question := []string{"timeline", "RUS", "NATO", "--act", "expel", "--format", "json", "--ledger", place}
	both := firstEvent(t, question...)
	ids := both.ClaimIDs()
	if len(ids) != 2 {
		t.Fatalf("%d claims in the expulsion, want 2", len(ids))
	}
	count := func() int {
		var answer struct{ Events []chancery.Event }
		if err := json.Unmarshal([]byte(run(t, "", question...).stdout), &answer); err != nil {
			t.Fatal(err)
		}
		return len(answer.Events)
	}
	for _, step := range []struct {
		args []string
		want int
	}{
		{[]string{"judge", "split", "--ledger", place, "--author", "x", ids[1]}, 2},
		{[]string{"judge", "merge", "--ledger", place, "--author", "x", "ev" + ids[0], "ev" + ids[1]}, 1},
		{[]string{"judge", "reject", "--ledger", place, "--author", "x", ids[0], ids[1]}, 0},
	} {
		if got := run(t, "", step.args...); got.code != 0 {
			t.Fatalf("%v: %s", step.args, got.notes)
		}
		if got := count(); got != step.want {
			t.Errorf("after %s: %d events, want %d", step.args[1], got, step.want)
		}
	}
	rejected := run(t, "", "event", "--ledger", place, ids[0])
	if rejected.code != 1 || !strings.Contains(rejected.notes, "rejected by x") {
		t.Errorf("a rejected claim: code %d, %s", rejected.code, rejected.notes)
	}
}
