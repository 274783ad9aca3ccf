package extract

import "chancery"

// reasons fills why, on what conditions, and through whom, as spans.
func (v *view) reasons(claim *chancery.Claim, c *candidate) {
	t := c.s.tree
	head := v.predicate(c)
	for _, k := range nearby(t.Children(head)) {
		first, last := t.Left[k], t.Right[k]
		if last-first > 60 {
			continue
		}
		for first < last && t.Tags[first] == "PUNCT" {
			first++
		}
		mark := t.Child(k, "mark")
		switch {
		case t.Rel(k) == "advcl" && mark >= 0 && (t.Lemmas[mark] == "because" || t.Lemmas[mark] == "for"):
			claim.Reason, claim.Spans["reason"] = c.s.words(first, last), []chancery.Span{c.s.span(first, last)}
		case t.Rel(k) == "advcl" && mark >= 0 && (t.Lemmas[mark] == "if" || t.Lemmas[mark] == "unless"):
			claim.Conditions, claim.Spans["conditions"] = c.s.words(first, last), []chancery.Span{c.s.span(first, last)}
		case t.Rel(k) == "obl" && v.answers(c.s, k) && claim.Reason == "":
			claim.Reason, claim.Spans["reason"] = c.s.words(first, last), []chancery.Span{c.s.span(first, last)}
		}
	}
}
