package extract

import "slices"

// namedWar reports whether the doer of an attack is only a word in the name of
// a war ("amidst the Chad war", "the Sudan War talks"), which says neither who
// began it nor against whom; "Chad's war on Libya" and "the Libyan war against
// Chad" do.
func (v *view) namedWar(c *candidate) bool {
	t, at := c.s.tree, c.anchor()
	if c.act.Name != "attack" || t.Lemmas[at] != "war" || !c.match.Clause.Nominal {
		return false
	}
	if t.Child(at, "nmod:poss") >= 0 {
		return false
	}
	for _, p := range append(slices.Clone(c.match.Clause.Phrases), c.match.Clause.Outer...) {
		if p.Preposition == "on" || p.Preposition == "against" {
			return false
		}
	}
	return slices.ContainsFunc(c.actors, func(p party) bool {
		if p.mention < 0 || v.Mentions[p.mention].Sentence != c.s.index {
			return false
		}
		head := v.Mentions[p.mention].Head
		return t.Rel(head) == "compound" && t.Parent[head] == at || head == at-1 && t.Tags[head] == "PROPN"
	})
}

// provided reports whether a demand is what a treaty or plan says ("an
// agreement that calls for the withdrawal of troops"): its parties agreed, and
// nobody asks.
func (v *view) provided(c *candidate) bool {
	subject := c.match.Clause.Subject
	if c.act.Name != "demand" || subject < 0 {
		return false
	}
	switch c.s.tree.Lemmas[subject] {
	case "agreement", "treaty", "deal", "pact", "accord", "memorandum", "plan", "roadmap", "contract", "law", "bill", "charter", "convention", "protocol":
		return true
	}
	return false
}

// together names what is done with a partner ("a pact to collaborate with Chad").
func together(verb string) bool {
	switch verb {
	case "cooperate", "collaborate", "work", "partner", "trade", "exchange", "expand", "deepen", "strengthen", "boost", "develop", "improve", "increase", "share":
		return true
	}
	return false
}

// concluded reports whether what is told as left only came to its end ("the two
// presidents ended their summit early").
func (v *view) concluded(c *candidate) bool {
	t, object := c.s.tree, c.match.Clause.Object
	if c.act.Name != "suspend-participation" || object < 0 {
		return false
	}
	switch t.Lemmas[c.anchor()] {
	case "end", "conclude", "finish", "close", "wrap":
	default:
		return false
	}
	owner := t.Child(object, "nmod:poss")
	return v.x.rules.Classes.Word(t, object, "talks") && (len(codes(c.actors)) > 1 || owner >= 0 && t.Words[owner] == "their" || t.Lemmas[c.anchor()] != "end")
}
