package main

import (
	"path/filepath"
	"testing"
	"time"
)

// Two papers that print one agency's report are one voice, on an event's page
// and in every list, also where the words of the act itself are few; a third
// paper with words of its own is another voice.
func TestCopiesAreOneVoiceInEveryList(t *testing.T) {
	place := filepath.Join(t.TempDir(), "copies.db")
	agency := "The ministry in Oslo handed the ambassador a list of names on Tuesday morning and gave those on it a week to pack, while the embassy spoke of a hostile step that would not stay without an answer from its side."
	for i, paper := range []string{"one", "two", "three"} {
		text := agency
		if paper == "three" {
			text = "Two attaches have to go home by Friday after a long quarrel over trawlers in the north, and nobody in the capital expects the matter to end with that, a member of parliament told this paper over coffee."
		}
		enter(t, place, paper, "2021-10-20", time.Date(2021, 10, 21, 8, i, 0, 0, time.UTC),
			told{local: "e1", act: "expel", actor: "NOR", recipient: "RUS", date: "2021-10-19", evidence: "Norway expelled two."},
			told{local: "e2", act: "accuse", actor: "RUS", recipient: "NOR", date: "2021-10-19", evidence: text})
	}
	expulsion := firstEvent(t, "timeline", "NOR", "RUS", "--act", "expel", "--format", "json", "--ledger", place)
	if len(expulsion.Testimonies) != 3 || expulsion.Voices != 2 {
		t.Errorf("the timeline tells %d claims of %d voices, want 3 of 2", len(expulsion.Testimonies), expulsion.Voices)
	}
	page := firstEvent(t, "event", "--format", "json", "--ledger", place, expulsion.ID)
	if page.Voices != expulsion.Voices {
		t.Errorf("the event's own page tells %d voices", page.Voices)
	}
}
