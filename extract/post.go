package extract

// postAt is where the post is that somebody is named to: the party of a phrase
// below "as his envoy", not whose the envoy is ("as its envoy to Oslo").
func (v *view) postAt(c *candidate) []party {
	t := c.s.tree
	head := c.match.Clause.Phrase("as")
	if head < 0 {
		return nil
	}
	for _, word := range []string{"to", "in", "at", "for"} {
		for _, k := range nearby(t.Children(head)) {
			if t.Preposition(k) == word {
				if found := without(v.named(c.s, k, false), c.actors); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}
