package extract

import (
	"slices"
	"strings"

	"chancery"
)

// settleScopes lets speech acts take over what stands in their scope.
func (v *view) settleScopes(s *sentence, found []*candidate) {
	taken := make([]*candidate, s.tree.Len())
	for _, c := range found {
		for _, head := range v.scopeHeads(c, c.rule.Fields["owns"]) {
			for k := s.tree.Left[head]; k <= s.tree.Right[head]; k++ {
				if k != c.anchor() && taken[k] == nil && !v.asideIn(s, k, head) {
					taken[k] = c
				}
			}
		}
	}
	for _, c := range found {
		owner := taken[c.anchor()]
		if owner == nil || owner == c || owner.left != "" || c.left != "" || v.keepsOwn(owner, c) {
			continue
		}
		if orders(owner, c) {
			owner.left = "told by the act " + c.act.Name
		} else {
			c.left = "told as what the act " + owner.act.Name + " is about"
		}
	}
	v.ordersToLeave(s, found)
	v.results(s, found)
	for _, c := range found {
		if c.partial {
			continue
		}
		places := c.rule.Fields["yields"]
		if c.act.Name == "agree" {
			places = "comp obj" // "voted to extend the embargo" is the embargo
		}
		for _, head := range v.scopeHeads(c, places) {
			for _, d := range found {
				if d != c && !d.partial && d.left == "" && d.anchor() >= s.tree.Left[head] && d.anchor() <= s.tree.Right[head] && c.left == "" && d.anchor() != c.anchor() && v.sameDoer(c, d) {
					c.left = "told by the act " + d.act.Name
				}
			}
		}
	}
}

// orders reports whether a demand is an order that is an act of its own:
// "told Moscow to close its consulate" has one doer for both.
func orders(owner, c *candidate) bool {
	return owner.act.Type == "REQUEST" && c.act.Type == "SANCTION" && !c.partial && c.s == owner.s &&
		slices.Equal(codes(owner.actors), codes(c.actors)) && slices.Equal(codes(owner.recipients), codes(c.recipients))
}

// ordersToLeave drops a demand that somebody leave, beside an expulsion of the
// same people in the same sentence.
func (v *view) ordersToLeave(s *sentence, found []*candidate) {
	for _, c := range found {
		below := c.match.Clause.Complement
		if c.act.Type != "REQUEST" || c.left != "" || below < 0 || !v.x.rules.Classes.Word(s.tree, below, "leaving") {
			continue
		}
		for _, d := range found {
			if d.act.Name == "expel" && !d.partial && d.left == "" && overlap(c.actors, d.actors) && overlap(c.recipients, d.recipients) {
				c.left = "told by the act expel"
			}
		}
	}
}

// results folds what an attack brought about into the attack: "launched
// strikes on the port, killing three".
func (v *view) results(s *sentence, found []*candidate) {
	t := s.tree
	for _, c := range found {
		if c.act.Type != "ASSAULT" || c.left != "" || t.Penn[c.anchor()] != "VBG" || t.Rel(c.anchor()) != "advcl" {
			continue
		}
		for _, d := range found {
			if d != c && d.act.Name == c.act.Name && !d.partial && d.left == "" && d.anchor() < c.anchor() && overlap(c.actors, d.actors) {
				c.left = "told as what came of the act " + d.act.Name
			}
		}
	}
}

// asideIn reports whether token k stands in a clause of time or cause below head.
func (v *view) asideIn(s *sentence, k, head int) bool {
	t := s.tree
	for steps := 0; k >= 0 && k != head && steps < 20; steps++ {
		if rel := t.Rel(k); rel == "advcl" || rel == "acl" {
			if mark := t.Child(k, "mark"); mark >= 0 && v.x.rules.Classes.Word(t, mark, "asides") {
				return true
			}
		}
		k = t.Parent[k]
	}
	return false
}

// keepsOwn lets an act of other doers stand inside an owning act's noun
// phrases ("rejected a French apology"), but not inside its clauses.
func (v *view) keepsOwn(owner, c *candidate) bool {
	if owner.act.Type == "REQUEST" || owner.act.Type == "AGREE" {
		return false
	}
	if !c.match.Clause.Nominal {
		return c.s.tree.Rels[c.anchor()] == "acl:relcl" && c.status == chancery.StatusActual
	}
	own := without(c.actors, owner.actors)
	return len(own) > 0 && c.status == chancery.StatusActual && v.settledNoun(c)
}

// settledNoun reports whether a nominal act has a doer by grammar (possessor,
// adjective, or "by" right behind it), so that it is told as a fact.
func (v *view) settledNoun(c *candidate) bool {
	if k := c.anchor() + 1; k < c.s.tree.Len() && c.s.tree.Words[k] == "by" {
		return true
	}
	return c.s.tree.Child(c.anchor(), "nmod:poss", "amod", "compound") >= 0
}

func (v *view) sameDoer(a, b *candidate) bool {
	return len(a.actors) == 0 || len(b.actors) == 0 || len(without(codesOf(a), codesOf(b))) < len(a.actors)
}

func codesOf(c *candidate) []party { return c.actors }

// scopeHeads lists the heads in the places that a rule names.
func (v *view) scopeHeads(c *candidate, places string) []int {
	var heads []int
	for _, place := range strings.Fields(places) {
		switch place {
		case "comp":
			if c.match.Clause.Complement >= 0 {
				heads = append(heads, c.match.Clause.Complement)
			}
			for _, k := range nearby(c.s.tree.Children(c.anchor())) {
				if rel := c.s.tree.Rel(k); (rel == "xcomp" || rel == "ccomp" || rel == "acl" || (rel == "advcl" && k > c.anchor())) && !slices.Contains(heads, k) && c.s.tree.Rels[k] != "acl:relcl" {
					heads = append(heads, k)
				}
			}
		case "obj":
			if c.match.Clause.Object >= 0 {
				heads = append(heads, c.match.Clause.Object)
			}
		default:
			for _, p := range c.match.Clause.Phrases {
				if p.Preposition == place {
					heads = append(heads, p.Head)
				}
			}
		}
	}
	return heads
}
