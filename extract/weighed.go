package extract

import "chancery"

// weighed mends the status of what is only weighed or vowed in words: a deed
// that its noun takes for granted is a fact whatever is discussed about it
// ("discussed an end to the Iraqi invasion of Kuwait"), and nobody threatens to
// help or to make peace.
func (v *view) weighed(c *candidate) {
	clause, t := c.match.Clause, c.s.tree
	switch {
	case c.status == chancery.StatusThreatened && (c.act.Type == "SUPPORT" || c.act.Type == "CONCEDE" || c.act.Type == "AID" || c.act.Type == "CONSULT"):
		c.status = chancery.StatusPlanned
	case c.status == chancery.StatusPossible && clause.Nominal && c.act.Type == "ASSAULT" && len(c.recipients) > 0 && v.settledNoun(c):
		det := t.Child(c.anchor(), "det", "nmod:poss")
		own := reality{status: string(chancery.StatusActual)}
		if v.local(c.s, c.anchor(), &own); det >= 0 && t.Lemmas[det] != "a" && t.Lemmas[det] != "any" && own.status == string(chancery.StatusActual) {
			c.status = chancery.StatusActual
		}
	}
}

// endedBy gives the end of what several did together to the one of them who
// ends it ("Chad terminates all agreements between Chad and Mali").
func (v *view) endedBy(c *candidate) {
	if !c.act.Either || !c.match.Clause.Nominal || len(codes(c.actors)) < 2 {
		return
	}
	verb := v.verbOver(c)
	if verb < 0 {
		return
	}
	doer := v.named(c.s, c.s.tree.Clause(verb).Subject, true)
	if others := without(c.actors, doer); len(codes(doer)) == 1 && len(others) > 0 && len(others) < len(c.actors) {
		c.actors, c.recipients = doer, others
	}
}

// placedBy is the agent of a participle behind a noun: who imposes "sanctions
// placed on him by the council".
func (v *view) placedBy(c *candidate) []party {
	t := c.s.tree
	k := t.Child(c.anchor(), "acl")
	if k < c.anchor() || t.Penn[k] != "VBN" || !v.x.rules.Classes.Word(t, k, "light") && t.Lemmas[k] != "place" && t.Lemmas[k] != "put" {
		return nil
	}
	if by := t.Clause(k).Phrase("by"); by >= 0 {
		return v.named(c.s, by, true)
	}
	if agent := t.Clause(k).Subject; agent > k {
		return v.named(c.s, agent, true)
	}
	return nil
}

// governorActor is who does what a noun names by the verb over it ("imposed
// sanctions", "held talks with"), unless a participle tells its agent.
func (v *view) governorActor(c *candidate) []party {
	if found := v.placedBy(c); len(found) > 0 {
		return found
	}
	verb := v.verbOver(c)
	if verb < 0 || c.s.tree.Rel(c.anchor()) == "obl" && c.match.Clause.Phrase("with") < 0 && len(v.wordsBehind(c, "with")) == 0 {
		return nil
	}
	return v.named(c.s, c.s.tree.Clause(verb).Subject, true)
}
