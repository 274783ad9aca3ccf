package extract

import (
	"strings"

	"chancery"
)

// titledPersons gives a person whose name alone says nothing the party of the
// office that stands directly before it ("Foreign Minister Tom Ikimi" in a
// report from Lagos), so that the name alone is known from then on.
func (v *view) titledPersons() {
	offices := map[[2]int]int{} // sentence and end of an office to its mention
	for i := range v.Mentions {
		if m := &v.Mentions[i]; m.Kind == chancery.MentionOffice && len(m.Parties) > 0 && !m.Plural {
			offices[[2]int{m.Sentence, m.End}] = i
		}
	}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionPerson || len(m.Parties) > 0 {
			continue
		}
		if at, found := offices[[2]int{m.Sentence, m.First}]; found {
			office := &v.Mentions[at]
			m.Parties, m.PartyKind, m.Sector = office.Parties, office.PartyKind, office.Sector
		}
	}
}

// peopleAt reports whether token i names people: a person, an office, a
// pronoun, or those of a country ("three Iraqis").
func (v *view) peopleAt(s *sentence, i int) bool {
	m := s.mentions[i]
	if m < 0 {
		return false
	}
	mention := &v.Mentions[m]
	switch mention.Kind {
	case chancery.MentionPerson, chancery.MentionOffice:
		return true
	case chancery.MentionPronoun:
		return s.tree.Lemmas[i] != "it"
	case chancery.MentionParty:
		return !mention.Adjective && mention.Head == i && (s.tree.Penn[i] == "NNS" || s.tree.Penn[i] == "NNPS") && stateLike(mention.PartyKind) && strings.HasSuffix(s.tree.Words[i], "s")
	}
	return false
}
