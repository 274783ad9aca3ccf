package actor_test

import (
	"slices"
	"testing"
)

// TestOwners holds whose a person, a body or soldiers are; an empty party says
// that none must be told.
func TestOwners(t *testing.T) {
	for _, row := range []struct{ proves, body, words, party string }{
		{"who is sworn in holds the office", "Tadeo Brandt is sworn in as Prime Minister of Bulgaria.", "Tadeo Brandt", "BGR"},
		{"who is appointed holds it", "The president appoints Tadeo Brandt as foreign minister of Peru.", "Tadeo Brandt", "PER"},
		{"who reports an election does not", "Tadeo Brandt said that the man elected president of Peru had left.", "Tadeo Brandt", ""},
		{"officials named in a row are their state's", "Senior Iranian officials Tadeo Brandt, Aldo Ferri and Bruno Kettle left.", "Bruno Kettle", "IRN"},
		{"guests named behind a clause are not", "Iranian officials met Tadeo Brandt.", "Tadeo Brandt", ""},
		{"an abbreviation in brackets does not part a body from its commander", "Islamic Revolutionary Guard Corps (IRGC) commander Tadeo Brandt left.", "Tadeo Brandt", "IRN"},
		{"the house that a people elects is its own", "Nepalis vote to elect the members of the House of Representatives.", "House of Representatives", "NPL"},
		{"where the usual owner is named it stays", "U.S. officials said Nepalis watched the House of Representatives.", "House of Representatives", "USA"},
		{"forces that are withdrawn are not the place's", "Poland will withdraw its soldiers from Iraq.", "soldiers", "POL"},
		{"forces that come from a state are its own", "Kyiv counted soldiers from North Korea.", "soldiers from North Korea", "PRK"},
		{"troops go to another's land", "Denmark announces that it will send more troops to Iceland.", "more troops", "DNK"},
		{"a treaty is not of the town where it was signed", "Latvia left the Ottawa Treaty.", "Ottawa Treaty", ""},
		{"a sea is not of the state in its name", "Brazil has no port on the Gulf of Mexico.", "Gulf of Mexico", ""},
		{"a part of the world is no town of that name", "Brazil sells tin to Southeast Asia and Latin America.", "Latin America", ""},
		{"a town in South Africa lies there", "A bus fell into a river near Fouriesburg, South Africa.", "Fouriesburg, South Africa", "ZAF"},
		{"a house of the other state with an article", "Kenya praised the House of Representatives of the Philippines.", "House of Representatives of the", "PHL"},
		{"a sum in dollars names no state", "Malaysian judges set a fine of US$400 and the court adjourned.", "the court", "MYS"},
	} {
		found := find(t, row.body, "2024-05-06")
		var got []string
		for _, m := range found {
			if m.Of(row.body) == row.words && len(m.Parties) > 0 {
				got = m.Parties
			}
		}
		if row.party == "" && len(got) > 0 || row.party != "" && !slices.Equal(got, []string{row.party}) {
			t.Errorf("%s: %q is %v, want %q", row.proves, row.words, got, row.party)
			for _, m := range found {
				t.Logf("  %q %s %v %s", m.Of(row.body), m.Kind, m.Parties, m.Rule)
			}
		}
	}
}
