package extract

import (
	"slices"

	"chancery"
	"chancery/pattern"
)

// referent is whom a pronoun or a noun of relation in the recipient's place
// means, where what resolved it so far is nobody or the doer himself: nobody
// invades, accuses or meets himself, so "it", "the country" or "its neighbour"
// is the other one that was named last.
func (v *view) referent(c *candidate) []party {
	if c.match.Clause.Nominal || len(c.actors) == 0 {
		return nil
	}
	for _, k := range recipientPlaces(c.match.Clause) {
		if k < 0 || !v.standsForOther(c, k) {
			continue
		}
		if found := v.namedBefore(c, k); len(found) > 0 {
			return found
		}
	}
	return nil
}

func recipientPlaces(clause *pattern.Clause) []int {
	return []int{
		clause.Indirect, clause.Object, clause.Phrase("to"), clause.Phrase("on"), clause.Phrase("with"),
		clause.Phrase("against"), clause.Phrase("into"), clause.Phrase("from"), clause.Phrase("at"),
	}
}

// standsForOther reports whether token k is a pronoun, or a noun that means a
// state or body by its relation to another ("its neighbour", "the country").
func (v *view) standsForOther(c *candidate, k int) bool {
	t := c.s.tree
	switch t.Words[k] {
	case "it":
		return len(without(v.at(c.s, k), c.actors)) == 0
	}
	if t.Tags[k] != "NOUN" || t.Penn[k] == "NNS" || !v.x.rules.Classes.Word(t, k, "relatives") {
		return false
	}
	if t.Child(k, "nmod") >= 0 {
		return false // "a neighbour of Mali"
	}
	det := t.Child(k, "nmod:poss", "det")
	if det < 0 || t.Lemmas[det] == "a" || t.Lemmas[det] == "an" || t.Lemmas[det] == "no" || t.Lemmas[det] == "each" || t.Lemmas[det] == "another" {
		return false
	}
	if t.Tags[det] != "PRON" && t.Tags[det] != "DET" {
		return false
	}
	return len(without(v.named(c.s, k, false), c.actors)) == 0
}

// namedBefore is the party named last before token k of the candidate's
// sentence, at most one sentence back, that is none of the actors: subjects of
// the sentence first where a pronoun stands for it.
func (v *view) namedBefore(c *candidate, k int) []party {
	for n := c.s.index; n >= 0 && n >= c.s.index-1; n-- {
		row, end := v.sentences[n], k
		if n != c.s.index {
			end = len(row.tokens)
		}
		for _, subjects := range []bool{true, false} {
			for j := end - 1; j >= 0; j-- {
				if subjects && row.tree.Rel(j) != "nsubj" {
					continue
				}
				if found := v.plainName(row, j, c.actors); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// plainName is the one state or body that is named at token j, other than those left out.
func (v *view) plainName(s *sentence, j int, others []party) []party {
	m := s.mentions[j]
	if m < 0 || v.Mentions[m].Head != j {
		return nil
	}
	mention := &v.Mentions[m]
	if !stateLike(mention.PartyKind) || len(mention.Parties) != 1 || mention.Rule == "scene" {
		return nil
	}
	kinds := []chancery.MentionKind{chancery.MentionParty, chancery.MentionOrganisation, chancery.MentionPlace, chancery.MentionDescription, chancery.MentionOffice}
	if !slices.Contains(kinds, mention.Kind) {
		return nil
	}
	return without(v.at(s, j), others)
}

// avenger is who answers a measure that is only named as what was answered:
// "in retaliation for the tariffs which Washington raised" was done to the one
// who retaliates.
func (v *view) avenger(c *candidate) []party {
	for n := len(v.told) - 1; n >= 0 && v.told[n].s == c.s; n-- {
		d := v.told[n]
		if d.partial || d.left != "" || !overlap(d.recipients, c.actors) || !c.s.tree.Under(c.anchor(), d.anchor()) {
			continue
		}
		for k := d.anchor() + 1; k < c.anchor(); k++ {
			if v.x.rules.Classes.Word(c.s.tree, k, "answering") {
				return without(d.actors, c.actors)
			}
		}
	}
	return nil
}

// topicPair is the two parties that the whole document is about, where no third
// one comes near.
func (v *view) topicPair() []party {
	if v.topic == nil {
		v.weighTopic()
	}
	rows := slices.Clone(v.topic)
	slices.SortStableFunc(rows, func(a, b topicRow) int { return b.weight - a.weight })
	if len(rows) < 2 || rows[1].weight < leastTopic || len(rows) > 2 && rows[1].weight < 2*rows[2].weight {
		return nil
	}
	return []party{rows[0].party, rows[1].party}
}
