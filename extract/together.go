package extract

// together gives a measure that is taken "in coordination with" others to them
// too: they act, it is not done to them.
func (v *view) together(c *candidate) {
	if c.act.Type != "SANCTION" || len(c.actors) == 0 || c.match.Clause.Nominal {
		return
	}
	t := c.s.tree
	for k := c.anchor() + 1; k+2 < t.Len(); k++ {
		if t.Words[k+1] != "with" || !v.x.rules.Classes.Word(t, k, "concert") || t.Words[k-1] != "in" && t.Words[k] != "together" && t.Words[k] != "along" {
			continue
		}
		var partners []party
		for j := k + 2; j < t.Len() && t.Tags[j] != "VERB" && t.Tags[j] != "AUX" && t.Words[j] != ";" && t.Words[j] != "against" && t.Words[j] != "on"; j++ {
			if m := c.s.mentions[j]; m >= 0 && stateLike(v.Mentions[m].PartyKind) && v.headsMention(c.s, j) {
				partners = append(partners, without(v.at(c.s, j), partners)...)
			}
		}
		if len(partners) == 0 {
			return
		}
		c.actors = append(c.actors, without(partners, c.actors)...)
		c.recipients = without(c.recipients, partners)
		if len(c.recipients) == 0 {
			c.recipients = without(v.inside(c.s, c.match.Clause.Object, c.actors), c.actors)
		}
		if len(c.recipients) == 0 && overlap(c.actors, v.document.parties) {
			c.recipients, c.filled = without(v.otherThan(v.document.parties), c.actors), filledTopic
		}
		return
	}
}
