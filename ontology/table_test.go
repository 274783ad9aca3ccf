package ontology_test

import (
	"errors"
	"strings"
	"testing"

	"chancery/ontology"
)

func TestEmbeddedRows(t *testing.T) {
	table := ontology.Embedded()
	rows := []struct {
		act, plover, mode, cameo string
		score                    float64
		either                   bool
	}{
		{"expel", "SANCTION", "expel", "161", -5.5, false},               // a mode with a score of its own
		{"agree", "AGREE", "", "030", 2.5, true},                         // no mode: the bare type's score
		{"accuse", "ACCUSE", "allege", "112", -3.5, false},               // the codebook's allege
		{"lift-sanctions", "CONCEDE", "", "085", 4.5, false},             // cooperation in answer to sanctions
		{"suspend-mission", "SANCTION", "discontinue", "161", -6, false}, // the model article's act
	}
	for _, row := range rows {
		act, known := table.Act(row.act)
		if !known || act.Type != row.plover || act.Mode != row.mode || act.CAMEO != row.cameo || act.Either != row.either {
			t.Errorf("%s: got %+v", row.act, act)
		}
		if score := table.Score(act.Type, act.Mode); score != row.score {
			t.Errorf("%s: score %v, want %v", row.act, score, row.score)
		}
	}
	if score := table.Score("ACCUSE", ""); score >= 0 {
		t.Errorf("ACCUSE scores %v: the codebook's lost minus sign is back", score)
	}
}

func TestEveryTypeCanBeTold(t *testing.T) {
	table := ontology.Embedded()
	told := map[string]bool{}
	for _, name := range table.Names() {
		act, _ := table.Act(name)
		told[act.Type] = true
	}
	for _, plover := range ontology.Types() {
		if !told[plover] {
			t.Errorf("no act has type %s", plover)
		}
		if ontology.Quad(plover) == 0 {
			t.Errorf("%s has no quad class", plover)
		}
	}
}

func TestUsersRowsAreChecked(t *testing.T) {
	rows := []struct{ text, says string }{
		{"jam COERCE cyber 176 - none one", ""},          // a good row
		{"\n# note\njam COERCE cyber 176 - none", ":3:"}, // a field is missing; the line is counted
		{"jam SHOUT - 176 - none one", "PLOVER type"},    // no such type
		{"jam COERCE loud 176 - none one", "no mode"},    // no such mode of the type
		{"jam COERCE - 17x - none one", "CAMEO"},         // no number
		{"jam COERCE - 170 - war one", "effect"},         // no such effect
		{"jam COERCE - 170 - none both", "direction"},    // no such direction
	}
	for _, row := range rows {
		_, err := ontology.Embedded().With("own.txt", row.text)
		if row.says == "" {
			if err != nil {
				t.Errorf("%q: %v", row.text, err)
			}
			continue
		}
		if !errors.Is(err, ontology.ErrTable) || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%q: error %v does not say %q", row.text, err, row.says)
		}
	}
}
