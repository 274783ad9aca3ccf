package extract_test

import (
	"testing"

	"chancery"
	"chancery/read"
)

// TestClocks holds when acts were done and when they take effect. The texts are
// published on Wednesday 6 March 2024.
func TestClocks(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct{ text, act, date, effective string }{
		// A term that somebody is given to leave counts from the act's own day.
		{"Oman gave the Qatari ambassador 24 hours to leave.", "expel", "2024-03-06", "2024-03-07"},
		{"Gabon on Monday declared the Malian ambassador persona non grata and told him to leave within 48 hours.", "expel", "2024-03-04", "2024-03-06"},
		{"Peru expelled the Chilean envoy, who has a week to leave.", "expel", "2024-03-06", "2024-03-13"},
		// It may stand in the next sentence.
		{"Poland expelled two Belarusian diplomats on Tuesday. They must leave within 72 hours.", "expel", "2024-03-05", "2024-03-08"},
		// A term set for the other side's offices.
		{"Togo ordered Benin to close its consulate within five days.", "close-mission", "2024-03-06", "2024-03-11"},
		{"Laos gave Nepal until Friday to close its embassy.", "close-mission", "2024-03-06", "2024-03-08"},
		// A term of the doer's own, with its grain.
		{"Mali will open an embassy in Togo by the end of the month.", "open-mission", "2024-03-06", "2024-03"},
		// What is asked for by a day is due then, though the asking is past.
		{"Egypt called on Sudan to withdraw its troops by Friday.", "demand", "2024-03-06", "2024-03-08"},
		// What is called off does not take effect.
		{"Kenya called off a visit to Chad planned for May.", "reject", "2024-03-06", ""},
		// A day of effect that is the day of the act tells nothing more.
		{"Ghana will reopen its embassy in Niger on Wednesday.", "open-mission", "2024-03-06", ""},
		// A length that only tells how near two deeds were is no term.
		{"Chad expelled two Libyan diplomats within hours of the raid.", "expel", "2024-03-06", ""},
		// The saying dates an accusation, not the deed that is told.
		{"The Serbian foreign minister said that Croatia had violated the border treaty.", "accuse", "2024-03-06", ""},
	}
	for _, row := range rows {
		found, right := false, false
		claims := claimsOf(t, reader, row.text)
		for _, c := range claims {
			if c.Act == row.act {
				found = true
				right = right || dateText(c.Date) == row.date && dateText(c.Effective) == row.effective
			}
		}
		if !found || !right {
			t.Errorf("%q: want %s of %s in effect %q, got", row.text, row.act, row.date, row.effective)
			for _, c := range claims {
				t.Logf("  %s %s in effect %q", c.Act, dateText(c.Date), dateText(c.Effective))
			}
		}
	}
}

func dateText(d chancery.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// TestBodiesSpeak holds that a body which is described and whose party is only
// named elsewhere keeps its name as the speaker; a bare party has none.
func TestBodiesSpeak(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Poland declared two Belarusian consuls personae non gratae, the foreign ministry in Warsaw said.": "foreign ministry",
		"Poland declared two Belarusian consuls personae non gratae, the government said.":                 "",
	} {
		for _, c := range claimsOf(t, reader, text) {
			if c.Act == "expel" && c.SaidBy != want {
				t.Errorf("%q: said by %q, want %q", text, c.SaidBy, want)
			}
		}
	}
}
