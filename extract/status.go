package extract

import (
	"slices"

	"chancery"
)

// settleStatus turns the operators round a candidate into its status, or into
// the reason why it makes no claim. A rule with a status of its own has read
// its operators itself.
func (v *view) settleStatus(c *candidate, fixed string) {
	asked := v.onlyAsked(c)
	v.weighStatus(c, fixed)
	if asked {
		c.left = leftAsked
	}
}

// weighStatus is settleStatus for what is told, or asked as if it were.
func (v *view) weighStatus(c *candidate, fixed string) {
	if v.inverted(c) {
		c.left = "no deed: condition"
		return
	}
	if c.left = v.unasserted(c); c.left != "" {
		return
	}
	if c.left = v.saidInPassing(c); c.left != "" {
		return
	}
	if v.purposeOnly(c) {
		c.left = "told as the purpose of something else"
		return
	}
	if fixed == "" && c.match.Clause.Flat {
		fixed = string(chancery.StatusActual)
	}
	if fixed != "" && c.match.Clause.Negated && !wantsNegation(c) {
		c.left = leftNegated
		return
	}
	if fixed != "" {
		c.status = chancery.Status(fixed)
		return
	}
	r := v.realityOf(c.s, c.anchor())
	c.reality = r
	if r.reason != "" && !v.toldApart(c, r.dropper) {
		c.left = r.reason
		return
	}
	if r.ended {
		v.end(c)
		if c.left != "" {
			return
		}
	}
	if r.status == "hypothetical" && v.wouldIf(c) {
		r.status = string(chancery.StatusThreatened)
	}
	if r.status == "obligation" || r.status == "condition" || r.status == "hypothetical" || r.status == "drop" {
		c.left = "no deed: " + r.status
		return
	}
	c.status = chancery.Status(r.status)
	if c.status == chancery.StatusActual && r.future && !r.decided && !v.decidedBySpeaker(c) {
		c.status = chancery.StatusPlanned
	}
	if r.negated {
		v.negate(c)
		return
	}
	if c.status == chancery.StatusPlanned && r.future && c.left == "" {
		v.promised(c)
	}
	v.conditional(c)
	v.comesYet(c)
	v.weighed(c)
}

// promised turns a planned act that is an undertaking while it is only
// promised into that undertaking (GUIDE rule 9).
func (v *view) promised(c *candidate) {
	if act, real := v.x.acts.Act(v.x.operators.promise[c.act.Name]); real {
		c.act, c.status = act, chancery.StatusActual
	}
}

// leftNegated is why a deed makes no claim that is said not to be so.
const leftNegated = "said not to be so"

// inverted reports whether the act stands in a condition told by inversion:
// "Should Oslo have questions, …", "Were Lima to withdraw, …".
func (v *view) inverted(c *candidate) bool {
	t := c.s.tree
	at := c.anchor()
	for steps := 0; at >= 0 && steps < 3; steps++ {
		for _, k := range append([]int{at}, nearby(t.Children(at))...) {
			word := t.Words[k]
			if (word != "should" && word != "were" && word != "had") || t.Words[len(t.Words)-1] == "?" {
				continue
			}
			first := k == 0 || t.Words[k-1] == "," || t.Words[k-1] == "\"" || t.Words[k-1] == ";" || t.Words[k-1] == "“"
			if subject := t.Clause(at).Subject; first && (subject > k || t.Clause(at).Passive && t.Clause(at).Object > k || word == "should" && k == at) {
				return true
			}
		}
		if rel := t.Rel(at); rel != "aux" && rel != "conj" && rel != "xcomp" {
			return false
		}
		at = t.Parent[at]
	}
	return false
}

// purposeOnly reports whether a protest, condemnation or support is only what something
// else is done for ("left the hall to protest the vote").
func (v *view) purposeOnly(c *candidate) bool {
	t := c.s.tree
	at := c.anchor()
	if (c.act.Name != "protest" && c.act.Name != "condemn" && c.act.Name != "endorse") || t.Rel(at) != "advcl" {
		return false
	}
	mark := t.Child(at, "mark")
	return mark >= 0 && t.Words[mark] == "to"
}

// wantsNegation reports whether the rule itself asks for "no" or "not".
func wantsNegation(c *candidate) bool {
	for _, slot := range c.rule.Slots {
		if slices.Contains(slot.Classes, "=not") || slices.Contains(slot.Classes, "=no") {
			return true
		}
	}
	return false
}

// toldApart reports whether a noun names a deed of its own doer under a verb
// of somebody else's ("Iran denied the French accusations").
func (v *view) toldApart(c *candidate, verb int) bool {
	if !c.match.Clause.Nominal || !v.settledNoun(c) || len(c.actors) == 0 {
		return false
	}
	rel := c.s.tree.Rel(c.s.tree.FirstConjunct(c.anchor()))
	subject := v.named(c.s, c.s.tree.Clause(verb).Subject, false)
	suffers := rel == "nsubj" && c.s.tree.Clause(verb).Passive // "his demand was refused by Lima"
	return (rel == "obj" || rel == "obl" || suffers) && len(subject) > 0 && len(without(c.actors, subject)) == len(c.actors)
}

// end turns an act into the one that tells its end.
func (v *view) end(c *candidate) {
	name, known := v.x.operators.inverse[c.act.Name]
	if c.reality.cancelled && c.act.Effect == "contact" {
		name = "reject" // a meeting or visit that is called off (GUIDE rule 10)
	}
	v.endedBy(c)
	act, real := v.x.acts.Act(name)
	if !known || !real {
		c.left = "the end of " + c.act.Name + " is no act of the record"
		return
	}
	c.act = act
}

// decidedBySpeaker reports whether "will" tells a measure as decided: by the
// rule for measures, not for meetings, words or aid (GUIDE rule 19).
func (v *view) decidedBySpeaker(c *candidate) bool {
	switch c.act.Effect {
	case "none", "contact", "territory", "agreement", "head-named", "freed", "held":
		return false
	}
	return true
}

// negate makes a denied claim of a measure that is said not to have been
// taken, and nothing of any other.
func (v *view) negate(c *candidate) {
	past := false
	for _, k := range nearby(c.s.tree.Children(c.anchor())) {
		word := c.s.tree.Words[k]
		past = past || (c.s.tree.Rel(k) == "aux" && (word == "have" || word == "has" || word == "had" || word == "did"))
	}
	told := c.act.Effect != "none" && c.act.Effect != "contact"
	if told && v.notDoing(c) {
		c.status = chancery.StatusDenied
		return
	}
	if !told || !past || c.status != chancery.StatusActual || c.reality.future {
		c.left = leftNegated
		return
	}
	c.status = chancery.StatusDenied
}
