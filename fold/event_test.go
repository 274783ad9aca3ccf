package fold

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

// expulsion is told three times: eight by two documents, ten by a third.
func expulsion() []chancery.Claim {
	return claimsOf(
		told{doc: "a", act: "expel", parties: "NATO>RUS", date: "2021-10-06", count: 8, evidence: "the alliance sent eight envoys home", said: "Oana Lungescu"},
		told{doc: "b", act: "expel", parties: "NATO>RUS", date: "2021-10-06", published: "2021-10-07", count: 10, evidence: "ten members of the delegation lost their badges", said: "a diplomat"},
		told{doc: "c", act: "expel", parties: "NATO>RUS", date: "2021-10", published: "2021-10-18", count: 8, evidence: "eight envoys of the delegation were sent home by the alliance this month"},
	)
}

func TestEveryValueIsKept(t *testing.T) {
	events := Fold(expulsion(), Options{})
	if len(events) != 1 {
		t.Fatalf("%d events, want one", len(events))
	}
	e := events[0]
	if e.Count.N != 8 || e.Voices != 3 || e.Date != day("2021-10-06") {
		t.Errorf("shows %d, %d voices, %s; want 8, 3 voices, 2021-10-06", e.Count.N, e.Voices, e.Date)
	}
	var got []string
	for _, v := range e.Values["count"] {
		got = append(got, v.Text+" by "+strings.Join(v.SaidBy, "; "))
	}
	if want := []string{"8 by Oana Lungescu", "10 by a diplomat"}; !slices.Equal(got, want) {
		t.Errorf("counts %q, want %q", got, want)
	}
}

func TestLaterReportsAmend(t *testing.T) {
	events := Fold(claimsOf(
		told{doc: "a", act: "impose-sanctions", parties: "USA>CAN", date: "2025-02-01", effective: "2025-02-04", object: "tariffs on goods from Canada", status: chancery.StatusPlanned},
		told{doc: "b", act: "impose-sanctions", parties: "USA>CAN", date: "2025-02-01", published: "2025-02-03", effective: "2025-03-04", object: "tariffs on Canada"},
	), Options{})
	if len(events) != 1 {
		t.Fatalf("%d events, want one", len(events))
	}
	e := events[0]
	if e.Status != chancery.StatusActual || e.Effective != day("2025-03-04") {
		t.Errorf("shows %s, effective %s; want the later report's actual, 2025-03-04", e.Status, e.Effective)
	}
	var fields []string
	for _, a := range e.Amendments {
		fields = append(fields, a.Field+" "+a.From+" to "+a.To)
	}
	if want := []string{"status planned to actual", "effective 2025-02-04 to 2025-03-04"}; !slices.Equal(fields, want) {
		t.Errorf("amended %q, want %q", fields, want)
	}
	if e.Testimonies[1].Part != chancery.PartAmends {
		t.Errorf("the second report %s, want amends", e.Testimonies[1].Part)
	}
}

// An act of the 6th cannot answer one of the 18th, whatever a reading made of the
// sentence; the other direction stands.
func TestAnAnswerIsNotEarlier(t *testing.T) {
	events := Fold(claimsOf(
		told{doc: "a", local: "e1", act: "expel", parties: "NATO>RUS", date: "2021-10-06", answers: "e2"},
		told{doc: "a", local: "e2", act: "close-mission", parties: "RUS>NATO", date: "2021-10-18", answers: "e1", object: "information office"},
		told{doc: "a", local: "e3", act: "expel", parties: "RUS>NATO", date: "2021-10", answers: "e2"},
	), Options{})
	var links []string
	for _, e := range events {
		if len(e.InResponseTo) > 0 {
			links = append(links, e.Date.String()+" "+e.Act)
		}
	}
	if want := []string{"2021-10 expel", "2021-10-18 close-mission"}; !slices.Equal(links, want) {
		t.Errorf("%q answer something, want %q", links, want)
	}
}

// A plan that was carried out is told as amended, whichever of the two claims is
// the surer.
func TestWhatWasPlannedIsDone(t *testing.T) {
	for _, sure := range []float64{0.5, 0.9} {
		claims := claimsOf(
			told{doc: "a", act: "meet", parties: "USA>RUS", date: "2025-08-10", effective: "2025-08-15", status: chancery.StatusPlanned, evidence: "the two presidents will meet in the north"},
			told{doc: "b", act: "meet", parties: "RUS>USA", date: "2025-08-15", evidence: "the presidents met in the north"},
		)
		claims[1].Confidence = sure
		events := Fold(claims, Options{})
		if len(events) != 1 || events[0].Status != chancery.StatusActual {
			t.Fatalf("%d events, %+v", len(events), events)
		}
		if a := events[0].Amendments; len(a) != 1 || a[0].From != "planned" || a[0].To != "actual" || a[0].Reported != day("2025-08-15") {
			t.Errorf("the surer is %.1f: amended %+v", sure, a)
		}
		if events[0].Testimonies[1].Part != chancery.PartAmends {
			t.Errorf("the second report %s, want amends", events[0].Testimonies[1].Part)
		}
	}
}

// A report of the day itself does not move the day of the announcement.
func TestTakingEffectKeepsTheAnnouncement(t *testing.T) {
	events := Fold(claimsOf(
		told{doc: "a", act: "suspend-mission", parties: "RUS>NATO", date: "2021-10-18", effective: "2021-11-01", object: "its permanent mission to NATO"},
		told{doc: "b", act: "suspend-mission", parties: "RUS>NATO", date: "2021-11-01", object: "the permanent mission to NATO"},
		told{doc: "c", act: "suspend-mission", parties: "RUS>NATO", date: "2021-11-01", object: "the permanent mission to NATO"},
	), Options{})
	if len(events) != 1 || events[0].Date != day("2021-10-18") || events[0].Effective != day("2021-11-01") {
		t.Errorf("%d events, %+v", len(events), events)
	}
}

func TestWireCopiesAreOneVoice(t *testing.T) {
	wire := "Two officials of the ministry said on Tuesday that five attaches of the trade office had been told to leave within a week"
	rows := []told{
		{doc: "a", act: "expel", parties: "POL>BLR", date: "2021-09-07", count: 5, evidence: wire},
		{doc: "b", act: "expel", parties: "POL>BLR", date: "2021-09-07", count: 5, evidence: strings.ToUpper(wire[:3]) + wire[3:] + ", agencies report"},
		{doc: "c", act: "expel", parties: "POL>BLR", date: "2021-09-07", count: 5, evidence: "Warsaw threw out five attaches in a row over the border camps, a deputy minister announced"},
	}
	if e := Fold(claimsOf(rows...), Options{}); len(e) != 1 || e[0].Voices != 2 {
		t.Errorf("a copy and a report of its own: %d events, %d voices, want 1 and 2", len(e), e[0].Voices)
	}
	same := map[string]string{"a": "a", "c": "a"}
	if e := Fold(claimsOf(rows...), Options{SameText: same}); e[0].Voices != 1 {
		t.Errorf("with documents a and c known as near-duplicates: %d voices, want 1", e[0].Voices)
	}
}

func TestNearDuplicates(t *testing.T) {
	body := strings.Repeat("The council met in the evening and agreed on nothing but the date of its next meeting. ", 3) +
		"Observers said that the talks on the river treaty had been going on for a decade without a text to sign."
	texts := map[string]string{
		"a": body, "b": "LONDON - " + body, "c": "A wholly different report tells of a visit to the flooded valley by three ministers and a bishop.", "d": "",
	}
	got := NearDuplicates(maps.All(texts))
	if diff := cmp.Diff(map[string]string{"a": "a", "b": "a"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnswersCrossDocuments(t *testing.T) {
	events := Fold(claimsOf(
		told{doc: "a", local: "e1", act: "expel", parties: "NATO>RUS", date: "2021-10-06", count: 8},
		told{doc: "b", local: "e1", act: "close-mission", parties: "RUS>NATO", date: "2021-10-18", answers: "e2", object: "information office"},
		told{doc: "b", local: "e2", act: "expel", parties: "NATO>RUS", date: "2021-10-06", published: "2021-10-18", count: 8},
	), Options{})
	if len(events) != 2 || !slices.Equal(events[1].InResponseTo, []string{events[0].ID}) || !slices.Equal(events[0].AnsweredBy, []string{events[1].ID}) {
		t.Errorf("the closure does not answer the expulsion that both documents tell: %+v", events)
	}
}

// judged makes a judgement n minutes into a day.
func judged(n int, kind chancery.JudgementKind, claims ...string) chancery.Judgement {
	j := chancery.Judgement{Kind: kind, Author: "an editor", At: time.Date(2024, 5, 1, 12, n, 0, 0, time.UTC), Claims: claims}
	j.ID = j.ContentID()
	return j
}

func TestJudgements(t *testing.T) {
	claims := expulsion()
	a, b := claims[0].ID, claims[1].ID
	other := told{doc: "x", act: "expel", parties: "NATO>RUS", date: "2021-12-01", count: 3, evidence: "three more"}.claim()
	all := append(slices.Clone(claims), other)
	reject := judged(1, chancery.JudgeReject, b)
	undo := judged(2, chancery.JudgeUndo)
	undo.Undoes = reject.ID
	correct := judged(1, chancery.JudgeCorrect, b)
	correct.Field, correct.Value = "count", "8"
	names := judged(1, chancery.JudgeSamePerson)
	names.Names = []string{"Oana Lungescu", "a diplomat"}
	for _, row := range []struct {
		name       string // what the row proves
		judgements []chancery.Judgement
		want       string
	}{
		{"nothing judged", nil, "a b c|x"},
		{"a rejected claim counts for nothing", []chancery.Judgement{reject}, "a c|x"},
		{"undoing lets it count again", []chancery.Judgement{undo, reject}, "a b c|x"},
		{"accepting later wins over rejecting", []chancery.Judgement{reject, judged(3, chancery.JudgeAccept, b)}, "a b c|x"},
		{"split sets apart", []chancery.Judgement{judged(1, chancery.JudgeSplit, b)}, "a c|b|x"},
		{"merge joins whole events", []chancery.Judgement{judged(1, chancery.JudgeMerge, a, other.ID)}, "a b c x"},
		{"a split after a merge takes only its claims out", []chancery.Judgement{judged(1, chancery.JudgeMerge, a, other.ID), judged(2, chancery.JudgeSplit, other.ID)}, "a b c|x"},
		{"a merge after a split takes them back", []chancery.Judgement{judged(1, chancery.JudgeSplit, b), judged(2, chancery.JudgeMerge, a, b)}, "a b c|x"},
		{"a correction leaves the event together", []chancery.Judgement{correct}, "a b c|x"},
		{"same person leaves events alone", []chancery.Judgement{names}, "a b c|x"},
	} {
		if got := groups(Fold(all, Options{Judgements: row.judgements})); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
	if e := Fold(claims, Options{Judgements: []chancery.Judgement{correct}})[0]; len(e.Values["count"]) != 0 || e.Judgements[0] != correct.ID {
		t.Errorf("corrected: values %v, judgements %v; want no other count, and the correction named", e.Values["count"], e.Judgements)
	}
	if e := Fold(claims, Options{Judgements: []chancery.Judgement{names}})[0]; !slices.Equal(e.SaidBy, []string{"Oana Lungescu"}) {
		t.Errorf("one person under two names is told as %q", e.SaidBy)
	}
}

func TestCorrect(t *testing.T) {
	claim := expulsion()[0]
	for _, row := range []struct{ field, value, problem string }{
		{"count", "20>10", ""},                   // both numbers
		{"count", "many", "no count"},            // not a number
		{"date", "2021-13", "not a date"},        // no such month
		{"date", "-", ""},                        // not told
		{"status", "sure", "no status"},          // not of the set
		{"actor", "USA, GBR", ""},                // a list
		{"act", "recall", ""},                    // with its type and score
		{"act", "hug", "no act"},                 // not of the table
		{"evidence", "x", "cannot be corrected"}, // the text's own words stay
	} {
		_, err := Correct(claim, row.field, row.value)
		if (err == nil) != (row.problem == "") || err != nil && !strings.Contains(err.Error(), row.problem) {
			t.Errorf("%s=%s: %v, want %q", row.field, row.value, err, row.problem)
		}
	}
	if c, _ := Correct(claim, "act", "agree"); c.Type != "AGREE" || c.Score <= 0 {
		t.Errorf("corrected to agree: type %s, score %v", c.Type, c.Score)
	}
	if c, _ := Correct(claim, "count", "20>10"); c.ID != claim.ID || *c.Count.From != 20 || CountText(c.Count) != "20>10" {
		t.Errorf("corrected to %+v", c)
	}
}

// The order of claims and of judgements never matters, and a claim given twice
// counts once.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		claims := made(rapid.IntRange(1, 120).Draw(rt, "claims"), rapid.Uint64Range(0, 1000).Draw(rt, "seed"))
		pick := func(label string) string { return claims[rapid.IntRange(0, len(claims)-1).Draw(rt, label)].ID }
		judgements := []chancery.Judgement{
			judged(1, chancery.JudgeMerge, pick("merge"), pick("with")), judged(2, chancery.JudgeSplit, pick("split")),
			judged(3, chancery.JudgeReject, pick("reject")), judged(4, chancery.JudgeMerge, pick("join"), pick("to")),
		}
		want := Fold(claims, Options{Judgements: judgements})
		shuffled := rapid.Permutation(append(slices.Clone(claims), claims[0])).Draw(rt, "order")
		got := Fold(shuffled, Options{Judgements: rapid.Permutation(judgements).Draw(rt, "judgements")})
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// Every claim is in exactly one event, and a later report of the same acts
// leaves every event's id as it was.
func TestEventsPartTheClaims(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		claims := made(rapid.IntRange(1, 150).Draw(rt, "claims"), rapid.Uint64Range(0, 1000).Draw(rt, "seed"))
		ids := map[string]bool{}
		seen := map[string]int{}
		for _, e := range Fold(claims, Options{}) {
			if ids[e.ID] {
				rt.Fatalf("two events are called %s", e.ID)
			}
			ids[e.ID] = true
			for _, id := range e.ClaimIDs() {
				seen[id]++
			}
		}
		for _, c := range claims {
			if seen[c.ID] != 1 {
				rt.Fatalf("claim %s is in %d events", c.ID, seen[c.ID])
			}
		}
		late := claims[0]
		late.Document, late.Published = "late", day("2031-01-01")
		late.ID = late.ContentID()
		for _, e := range Fold(append(slices.Clone(claims), late), Options{}) {
			if !ids[e.ID] && len(e.Testimonies) > 1 {
				rt.Fatalf("a later report gave an event the new id %s", e.ID)
			}
		}
	})
}

// FuzzFold feeds fields of any bytes: nothing panics, no claim is lost.
func FuzzFold(f *testing.F) {
	f.Add("expel", "NATO,RUS", "RUS", "embassy in Moscow", "eight left", "Odesa", 5)
	f.Fuzz(func(t *testing.T, act, actors, recipients, object, evidence, place string, n int) {
		base := chancery.Claim{Act: act, Actor: strings.Split(actors, ","), Recipient: strings.Split(recipients, ","), Object: &chancery.Object{Text: object}, Evidence: evidence, Place: place, Date: day("2020-02-29")}
		var claims []chancery.Claim
		for i := range 3 {
			c := base
			c.Document, c.Count = string(rune('a'+i)), &chancery.Count{N: n * i}
			c.ID = c.ContentID()
			claims = append(claims, c)
		}
		total := 0
		for _, e := range Fold(claims, Options{}) {
			total += len(e.Testimonies)
		}
		if total != len(claims) {
			t.Fatalf("%d of %d claims are in events", total, len(claims))
		}
	})
}

// The short way for events of one claim tells the same as the ballot.
func TestSingleIsTheBallot(t *testing.T) {
	claims := append(made(300, 3), expulsion()...)
	claims[0].Status, claims[1].Recipient, claims[2].Object, claims[3].Effective = chancery.StatusDenied, nil, nil, day("2030-01-01")
	for _, claim := range claims {
		it := itemOf(rule(nil).apply(claim), nil)
		c := newCluster(0, &it)
		short := eventOf(c, Options{}, rule(nil))
		c.members = append(c.members, &it) // a second copy of the claim sends it the long way
		long := eventOf(c, Options{}, rule(nil))
		long.Testimonies = long.Testimonies[:1]
		if len(long.SaidBy) == 0 {
			long.SaidBy = nil
		}
		if diff := cmp.Diff(long, short); diff != "" {
			t.Fatalf("%+v\n%s", claim, diff)
		}
	}
}
