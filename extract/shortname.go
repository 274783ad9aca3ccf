package extract

import (
	"slices"
	"strings"

	"chancery"
)

// shortNames gives a person that is named by surname alone, and that no
// earlier stage resolved, the party of the last full name that ends alike.
func (v *view) shortNames() {
	v.Mentions = slices.Clone(v.Mentions)
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
