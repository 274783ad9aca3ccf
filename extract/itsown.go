package extract

// otherOwner mends whose deed "its war" is in what one party does to another
// over it: the other's.
func (v *view) otherOwner(c *candidate) {
	t := c.s.tree
	poss := t.Child(c.anchor(), "nmod:poss")
	if !c.match.Clause.Nominal || poss < 0 || t.Tags[poss] != "PRON" || poss != c.match.Clause.Subject {
		return
	}
	if first := t.FirstConjunct(c.anchor()); first != c.anchor() {
		if named := t.Child(first, "nmod:poss"); named >= 0 && t.Tags[named] == "PROPN" && len(v.at(c.s, named)) > 0 {
			c.actors = v.at(c.s, named) // "Oslo's raid and its threats"
			return
		}
	}
	cause := false
	for k, steps := c.anchor(), 0; k >= 0 && steps < 3; steps++ {
		switch t.Preposition(k) {
		case "over", "for", "because of", "after", "following", "since":
			cause = true
		}
		k = t.Parent[k]
	}
	for n := len(v.told) - 1; cause && n >= 0 && v.told[n].s == c.s; n-- {
		d := v.told[n]
		if !d.partial && (d.act.Type == "SANCTION" || d.act.Type == "ACCUSE" || d.act.Name == "endorse") && overlap(c.actors, d.actors) && len(d.recipients) > 0 {
			c.actors = d.recipients
			return
		}
	}
}
