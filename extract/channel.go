package extract

import "chancery"

// channel is whom to turn to instead, with where he is posted ("its
// ambassador to Belgium").
func (v *view) channel(claim *chancery.Claim, c *candidate, first, last int) {
	t := c.s.tree
	if last+2 < t.Len() && (t.Words[last+1] == "to" || t.Words[last+1] == "in") && len(v.at(c.s, last+2)) > 0 {
		last += 2
	}
	claim.Channel = c.s.words(first, last)
	claim.Spans["channel"] = []chancery.Span{c.s.span(first, last)}
}

// withoutConditions marks suspensions of which the text says, in the same
// voice, that no conditions for their end were laid out.
func (v *view) withoutConditions(kept []*candidate) {
	for _, s := range v.sentences {
		for i := range s.tokens {
			if s.tree.Lemmas[i] != "condition" || !v.deniedThere(s, i) {
				continue
			}
			for _, c := range kept {
				if c.s.index <= s.index && c.s.index >= s.index-8 && c.act.Effect == "mission-suspended" {
					c.noConditions = s.tokens[i].Span
				}
			}
		}
	}
}

// deniedThere reports whether "conditions" at token i were not laid out.
func (v *view) deniedThere(s *sentence, i int) bool {
	if det := s.tree.Child(i, "det"); det >= 0 && s.tree.Lemmas[det] == "no" {
		return true
	}
	verb := s.tree.Governor(i)
	return verb >= 0 && s.tree.Clause(verb).Negated
}
