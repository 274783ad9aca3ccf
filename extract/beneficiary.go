package extract

import (
	"slices"

	"chancery"
)

// beneficiary is to whom help is given or offered where the text leaves it out
// because the act before told it: "Japan and Norway have made similar offers",
// "the EU has promised help as well".
func (v *view) beneficiary(c *candidate) []party {
	if c.match.Clause.Nominal || c.match.Clause.Indirect >= 0 || c.match.Clause.Complement >= 0 || !v.helps(c) {
		return nil
	}
	for n := c.nth - 1; n >= 0 && n > c.nth-mostOfOneAct; n-- {
		d := v.told[n]
		if c.s.index-d.s.index > farthestBack-1 {
			return nil
		}
		if d.partial || d.left != "" || len(d.recipients) == 0 || overlap(d.actors, c.actors) || !v.helps(d) {
			continue
		}
		return without(d.recipients, c.actors)
	}
	return nil
}

// helps reports whether an act gives, offers or promises help.
func (v *view) helps(c *candidate) bool {
	switch c.act.Type {
	case "AID":
		return true
	case "AGREE":
	default:
		return false
	}
	object, t := c.match.Clause.Object, c.s.tree
	if object < 0 {
		return false
	}
	switch t.Lemmas[object] {
	case "offer", "pledge", "promise":
		return true
	}
	return v.x.rules.Classes.Phrase(t, object, "aid")
}

// there is the place that "there" stands for, where an act is done at a place:
// the last one named before it that is none of the actors.
func (v *view) there(c *candidate) []party {
	if !atPlace(c.act.Name) {
		return nil
	}
	t := c.s.tree
	for k := c.anchor() + 1; k < t.Len() && k < c.anchor()+8; k++ {
		if t.Tags[k] == "VERB" || t.Tags[k] == "PUNCT" {
			return nil
		}
		if t.Words[k] != "there" || t.Tags[k] == "PRON" {
			continue
		}
		for n := c.s.index; n >= 0 && n >= c.s.index-1; n-- {
			row := v.sentences[n]
			last := len(row.tokens) - 1
			if n == c.s.index {
				last = c.anchor() - 1
			}
			if found := v.placeNamed(row, last, c.actors); len(found) > 0 {
				return found
			}
		}
		return nil
	}
	return nil
}

// placeNamed is the place where something is or happens in a sentence up to
// token last, else the state that does something in it.
func (v *view) placeNamed(s *sentence, last int, others []party) []party {
	for _, subjects := range []bool{false, true} {
		for k := last; k >= 0; k-- {
			m := s.mentions[k]
			if m < 0 || v.Mentions[m].Adjective || !slices.Contains([]chancery.PartyKind{chancery.PartyState, chancery.PartyTerritory}, v.Mentions[m].PartyKind) || v.Mentions[m].Kind == chancery.MentionPronoun {
				continue
			}
			switch s.tree.Preposition(k) {
			case "in", "to", "on", "at", "into":
			default:
				if !subjects || s.tree.Rel(k) != "nsubj" {
					continue
				}
			}
			if found := without(v.at(s, k), others); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

func atPlace(act string) bool {
	switch act {
	case "visit", "open-mission", "close-mission", "suspend-mission", "mobilise", "withdraw-staff", "attack":
		return true
	}
	return false
}
