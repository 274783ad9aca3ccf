package extract

import (
	"slices"

	"chancery"
)

// saidInPassing is why words that look like an undertaking, a demand or a
// judgement tell none: they say which one is meant, are what some work is for,
// or name a state that stands. Empty where they may tell one.
func (v *view) saidInPassing(c *candidate) string {
	t := c.s.tree
	at := c.anchor()
	claimed := c.rule.Fields["voice"] != ""
	switch {
	case c.act.Name == "agree" && t.Tags[at] == "ADJ" && v.inRelative(c):
		return "told to say who is meant"
	case claimed && c.act.Type == "REQUEST" && v.inRelative(c):
		return "told to say what is meant"
	case c.act.Name == "agree" && (t.Penn[at] == "VBZ" || t.Penn[at] == "VBP") && v.inRelative(c):
		return "told to say what is meant"
	case c.act.Type == "REQUEST" && wanting(t.Lemmas[at]) && v.inRelative(c):
		return "told to say what is meant"
	case c.act.Type == "REQUEST" && t.Lemmas[at] == "expect" && len(v.talk.home) > 0:
		return "foreseen, not asked for"
	case claimed && c.act.Type == "REQUEST" && v.urgesItself(c):
		return "said of its own side as well"
	case c.act.Name == "agree" && t.Penn[at] == "VBG" && afterPreposition(c):
		return "told as what something else consists in"
	case c.act.Type == "COOPERATE" && c.match.Clause.Nominal && len(v.talk.home) > 0:
		return "a cooperation that stands"
	case c.act.Name == "endorse" && !claimed && v.forPurpose(c):
		return "told as the purpose of something else"
	case c.act.Name == "agree" && overlap(c.actors, v.talk.home) && standing(t.Lemmas[at]) && !v.underMaking(c):
		return "a commitment that stands, not one that is made"
	}
	return ""
}

// inRelative reports whether the act stands in a relative clause.
func (v *view) inRelative(c *candidate) bool {
	t := c.s.tree
	at := v.predicate(c)
	for steps := 0; at >= 0 && steps < 4; steps++ {
		if t.Rels[at] == "acl:relcl" {
			return true
		}
		if rel := t.Rel(at); rel != "conj" && rel != "xcomp" && rel != "aux" && rel != "ccomp" && rel != "cop" {
			return false
		}
		at = t.Parent[at]
	}
	return false
}

// urgesItself reports whether the subject of "must" holds the speaker himself
// ("Peru and Chile must stand together"), or is "you", which is anybody.
func (v *view) urgesItself(c *candidate) bool {
	t := c.s.tree
	subject := c.match.Clause.Subject
	if subject < 0 && t.Tags[c.anchor()] == "AUX" {
		if up := t.Parent[c.anchor()]; up >= 0 {
			subject = t.Clause(up).Subject
		}
	}
	if subject < 0 {
		return false
	}
	if t.Words[subject] == "you" && len(v.talk.home) > 0 {
		return true
	}
	return overlap(v.named(c.s, subject, false), c.actors)
}

// afterPreposition reports whether a gerund stands behind "in" or "of" ("a role
// in offering aid", "the point of proposing talks").
func afterPreposition(c *candidate) bool {
	t := c.s.tree
	mark := t.Child(c.anchor(), "mark", "case")
	if mark < 0 && c.anchor() > 0 && t.Tags[c.anchor()-1] == "ADP" {
		mark = c.anchor() - 1
	}
	if mark < 0 {
		return false
	}
	return slices.Contains([]string{"in", "of", "for", "about", "toward", "towards", "without"}, t.Words[mark])
}

// forPurpose reports whether the verb is an infinitive that tells what something
// is done for ("acting alone to support the plan").
func (v *view) forPurpose(c *candidate) bool {
	t := c.s.tree
	at := c.anchor()
	if c.match.Clause.Nominal || t.Penn[at] != "VB" {
		return false
	}
	mark := t.Child(at, "mark")
	rel := t.Rel(at)
	return mark >= 0 && t.Words[mark] == "to" && (rel == "advcl" || rel == "acl")
}

// standing reports whether a word of readiness names a bond that lasts.
func standing(lemma string) bool {
	switch lemma {
	case "commit", "committed", "commitment":
		return true
	}
	return false
}

// underMaking reports whether somebody is said to make or give the commitment now.
func (v *view) underMaking(c *candidate) bool {
	t := c.s.tree
	if t.Tags[c.anchor()] == "VERB" && !c.match.Clause.Passive && t.Child(c.anchor(), "cop") < 0 && c.match.Clause.Object < 0 && t.Penn[c.anchor()] != "VBN" {
		return true // "the two committed to"
	}
	verb := t.Governor(c.anchor())
	return verb >= 0 && v.x.rules.Classes.Word(t, verb, "making")
}

// comesYet makes a plan of a meeting or journey that a clause of time tells in
// the present ("when the president travels to Oslo", "before she visits").
func (v *view) comesYet(c *candidate) {
	t := c.s.tree
	at := c.anchor()
	if c.status != chancery.StatusActual || c.act.Effect != "contact" || c.match.Clause.Nominal || t.Penn[at] != "VBZ" && t.Penn[at] != "VBP" {
		return
	}
	for steps := 0; at >= 0 && steps < 3; steps++ {
		mark := t.Child(at, "mark", "advmod")
		if t.Rel(at) == "advcl" && mark >= 0 {
			switch t.Words[mark] {
			case "when", "before", "until", "once", "after":
				c.status = chancery.StatusPlanned
			}
			return
		}
		if t.Rel(at) != "conj" {
			return
		}
		at = t.Parent[at]
	}
}

// wanting reports whether a verb asks only by what somebody wishes.
func wanting(lemma string) bool {
	switch lemma {
	case "want", "expect", "need", "like":
		return true
	}
	return false
}
