package extract

import (
	"slices"
	"strings"

	"chancery"
)

// shortNames gives a person that is named by surname alone, and that no
// earlier stage resolved, the party of the last full name that ends alike.
func (v *view) shortNames() {
	full := map[string]int{}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionPerson && m.Kind != chancery.MentionPlace {
			continue
		}
		words := strings.Fields(m.Of(v.Document.Text))
		if len(words) == 0 {
			continue
		}
		surname := words[len(words)-1]
		if m.Kind == chancery.MentionPerson && len(m.Parties) > 0 && len(words) > 1 {
			full[surname] = i
			continue
		}
		if known, found := full[surname]; found && len(m.Parties) == 0 {
			whole := &v.Mentions[known]
			m.Kind, m.Parties, m.PartyKind, m.Sector = chancery.MentionPerson, whole.Parties, whole.PartyKind, whole.Sector
			if m.Person == "" {
				m.Person = whole.Person
			}
			if m.Person == "" {
				m.Person = whole.Of(v.Document.Text)
			}
		}
	}
}

// twoSides gives "the two countries" and their like, for which an earlier stage
// took the two states named last, to the pair that the document is about, where
// there is one and no other two were just named together.
func (v *view) twoSides() {
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Rule != "last-two" || len(m.Parties) != 2 {
			continue
		}
		pair := codes(v.topicPair())
		if len(pair) != 2 || slices.Contains(m.Parties, pair[0]) && slices.Contains(m.Parties, pair[1]) || v.justNamed(m) {
			continue
		}
		m.Parties = pair
	}
}

// justNamed reports whether both parties of a mention are named in its own
// sentence or the one before it, and nobody else.
func (v *view) justNamed(m *chancery.Mention) bool {
	near := map[string]bool{}
	for i := range v.Mentions {
		other := &v.Mentions[i]
		if other.Sentence < m.Sentence-1 || other.Sentence > m.Sentence || other.Start >= m.Start {
			continue
		}
		for _, code := range other.Parties {
			near[code] = true
		}
	}
	return len(near) == 2 && near[m.Parties[0]] && near[m.Parties[1]]
}
