package extract_test

import (
	"testing"

	"chancery"
	"chancery/read"
)

// TestAnswers holds which act answers which: the first must name the second,
// and no other where the second is empty.
func TestAnswers(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct{ text, act, answers string }{
		// What is answered stands in the phrase.
		{"Malta expelled two Cuban diplomats in response to Cuba's arrest of a Maltese journalist.", "expel", "detain"},
		// What a summons or its purpose is about.
		{"Oman arrested a Qatari journalist on Monday. Qatar summoned the Omani ambassador over the arrest.", "summon", "detain"},
		{"Oman arrested a Qatari journalist on Monday. Qatar summoned the Omani ambassador to protest against the arrest.", "summon", "detain"},
		// The step that is judged, by its own name.
		{"Chad expelled two Libyan diplomats and suspended talks with Libya. Libya called the expulsions unacceptable.", "condemn", "expel"},
		// A deed of the other side, where nothing nearer is named.
		{"Togo closed its embassy in Benin. Benin expelled two Togolese diplomats in answer to Togo's step.", "expel", "close-mission"},
		// Steps that are called an answer as a whole.
		{"Laos expelled a Nepali diplomat on Monday. Nepal closed its consulate in Laos. Nepal called the step a response to an unfriendly act.", "close-mission", "expel"},
		// What somebody is blamed for is no answer.
		{"Peru raided a Chilean ship. Chile blamed Peru for the raid.", "accuse", ""},
		// Words of returning something, whatever they hang on.
		{"Laos expelled two Nepali diplomats. Nepal hit back at once, closing its consulate in Laos.", "close-mission", "expel"},
		{"Laos expelled two Nepali diplomats. Nepal reciprocated, closing its consulate in Laos.", "close-mission", "expel"},
		{"Oman freed five Yemeni sailors. Yemen detained two Omani pilots in return.", "detain", "release"},
		{"Laos expelled two Nepali diplomats. In a tit-for-tat move, Nepal closed its consulate in Laos.", "close-mission", "expel"},
		// A bargain is no answer.
		{"Laos accused Nepal of spying. Nepal detained two Lao pilots in return for nothing.", "detain", ""},
		// The step of a named party that somebody's words judge.
		{"Mali expelled the French ambassador. France said that Mali's decision was unjustified.", "condemn", "expel"},
		// Nothing answers what comes after it.
		{"On March 4 Mali recalled its ambassador to Niger. On March 5 Niger closed its embassy in Mali in response to the recall.", "recall", ""},
	}
	for _, row := range rows {
		claims := claimsOf(t, reader, row.text)
		byName := map[string]string{}
		for _, c := range claims {
			byName[c.Local] = c.Act
		}
		found, right := false, false
		for _, c := range claims {
			if c.Act == row.act {
				found = true
				right = right || byName[c.InResponseTo] == row.answers
			}
		}
		if !found || !right {
			t.Errorf("%q: %s answers %s, want %q", row.text, row.act, answersOf(claims, byName, row.act), row.answers)
		}
	}
}

func answersOf(claims []chancery.Claim, byName map[string]string, act string) string {
	out := "(not found)"
	for _, c := range claims {
		if c.Act == act {
			out = byName[c.InResponseTo] + " " + told(claims)
		}
	}
	return out
}
