package actor_test

import (
	"testing"
)

func TestDescriptionsByFacts(t *testing.T) {
	for _, row := range []struct {
		proves, body, words, want string
	}{
		{"the last state that the words fit", "Nepal and Australia held talks. The Himalayan nation asked for aid.", "The Himalayan nation", "NPL"},
		{"the noun alone is a fact", "Morocco and France held talks. The kingdom asked for aid.", "The kingdom", "MAR"},
		{"two facts at once", "Bolivia and Peru and Mali held talks. The landlocked South American country asked for aid.", "The landlocked South American country", "BOL"},
		{"who is named next", "The Baltic nation has recalled its envoy. Latvia gave no reason.", "The Baltic nation", "LVA"},
		{"a fact that fits nobody in the text names nobody", "Norway and Peru held talks. The Caribbean nation stayed away.", "The Caribbean nation", ""},
		{"a fact that fits one state in the world", "Norway held talks. The self-ruled island stayed away.", "The self-ruled island", ""},
		{"not the doer of the same verb", "Chad protested. Libya cut off supplies to the country.", "the country", "TCD"},
		{"the neighbour on that side", "Angola and South Africa and Namibia held talks. Namibia accused its northern neighbor of spying.", "northern neighbor", "AGO"},
		{"the only neighbour there is", "Lesotho accused its neighbor of spying.", "neighbor", "ZAF"},
		{"the neighbour that is named behind", "Togo thanked its neighbor to the west, Ghana, for the help.", "neighbor", "GHA"},
		{"no neighbour known, nobody meant", "Kenya accused its neighbor of spying.", "neighbor", ""},
		{"the body named behind", "The UN met. The regional bloc, ECOWAS, sent troops.", "The regional bloc", "ECOWAS"},
		{"the agency is that of the inspectors where it is in the text", "Iran let in the IAEA. The agency thanked Tehran.", "The agency", "IAEA"},
		{"any other agency is nobody", "Iran met the UN. The agency reported it.", "The agency", ""},
		{"whom he goes to see is not whose minister he is", "Laos warned Thailand. The prime minister called off a visit to Laos.", "The prime minister", "THA"},
		{"an airport is no town", "Israel closed Ben Gurion Airport.", "Ben Gurion Airport", ""},
		{"two states that do something together", "Peru and Bolivia backed their neighbor.", "their", "PER"},
		{"the neighbour of one of them", "Chile protested. Peru and Bolivia backed their southern neighbor.", "southern neighbor", "CHL"},
		{"a region is no state", "South American leaders met.", "leaders", ""},
		{"there is one pope", "Poland welcomed the pope.", "the pope", "VAT"},
	} {
		found := "no mention"
		for _, m := range find(t, row.body, "2012-03-01") {
			if m.Of(row.body) == row.words || row.words == "leaders" && m.Office == "leader" {
				found = m.Party()
			}
		}
		if found != row.want && !(found == "no mention" && row.want == "") {
			t.Errorf("%s: %q in %q is %q, want %q", row.proves, row.words, row.body, found, row.want)
		}
	}
}
