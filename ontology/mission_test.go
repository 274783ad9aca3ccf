package ontology

import (
	"testing"

	"chancery"
)

func TestMissionKind(t *testing.T) {
	for _, row := range []struct {
		text  string
		want  chancery.MissionKind
		words string
	}{
		{"the French embassy in Niamey", chancery.MissionEmbassy, "embassy"},                                       // the plain case
		{"Russia's mission at NATO headquarters", chancery.MissionPermanent, "mission at"},                         // a mission "at" is one to an organisation
		{"the alliance's military liaison mission in Moscow", chancery.MissionLiaison, "military liaison mission"}, // the longest phrase wins
		{"NATO's information mission", chancery.MissionInformation, "information mission"},                         // not generic for its last word
		{"its diplomatic mission", MissionGeneric, "diplomatic mission"},                                           // the kind is not told
		{"the U.S. Consulate General in Chengdu.", chancery.MissionConsulate, "consulate general"},                 // capitals and a full stop do not matter
		{"the mission of the consulate", chancery.MissionConsulate, "consulate"},                                   // a telling word beats a generic one, wherever it stands
		{"eight diplomats", "", ""}, // people are no mission
		{"a consulateship", "", ""}, // a word inside a word is none
		{"", "", ""},                // nothing
		{"the embassy's staff", chancery.MissionEmbassy, "embassy"}, // possessive
	} {
		kind, start, end := MissionKind(row.text)
		if kind != row.want || plainLower(row.text)[start:end] != row.words {
			t.Errorf("%q: %s %q, want %s %q", row.text, kind, row.text[start:end], row.want, row.words)
		}
	}
}
