package extract

import "chancery"

// byCue finds what an act answers where the words tell that it is an answer
// but not, in an act of their own, to what: "a reciprocal step", "retaliated
// by", "over the agreement", "in answer to Iran's actions".
func (v *view) byCue(m, c *candidate, all []*candidate) *candidate {
	if named := v.namedCause(m); named != "" {
		return v.closest(c, all, func(d *candidate) bool {
			return v.isNamed(d, named) && (overlap(d.actors, c.recipients) || overlap(d.recipients, c.actors) || overlap(d.actors, c.actors))
		})
	}
	if c.act.Type == "THREATEN" || !v.cued(m) {
		return nil
	}
	return v.closest(c, all, func(d *candidate) bool {
		return overlap(d.actors, c.recipients) && (overlap(d.recipients, c.actors) || len(d.recipients) == 0) && d.act.Type != "AGREE"
	})
}

// closest is the fitting act that stands nearest before c, else behind it.
func (v *view) closest(c *candidate, all []*candidate, fits func(*candidate) bool) *candidate {
	var before, behind *candidate
	for _, d := range all {
		if d == c || d.answers == c || d.status == chancery.StatusDenied || !fits(d) {
			continue
		}
		if d.s.index < c.s.index || (d.s == c.s && d.anchor() < c.anchor()) {
			before = d
		} else if behind == nil {
			behind = d
		}
	}
	if before != nil {
		return before
	}
	return behind
}

// cued reports whether a word of answering stands in the act's own clause.
func (v *view) cued(m *candidate) bool {
	t := m.s.tree
	head := v.predicate(m)
	for steps := 0; t.Parent[head] >= 0 && steps < 4; steps++ {
		if rel := t.Rel(head); rel != "advcl" && rel != "xcomp" && rel != "conj" {
			break
		}
		head = t.Parent[head]
	}
	for k := t.Left[head]; k <= t.Right[head] && k < t.Left[head]+60; k++ {
		if v.x.rules.Classes.Word(t, k, "answering") {
			return true
		}
	}
	return false
}

// namedCause is the noun in a phrase of cause ("over the agreement"), empty for none.
func (v *view) namedCause(m *candidate) string {
	t := m.s.tree
	for _, head := range []int{m.anchor(), v.predicate(m)} {
		for _, k := range nearby(t.Children(head)) {
			if v.answers(m.s, k) && t.Preposition(k) != "for" {
				for _, j := range []int{k, t.Clause(k).Phrase("to")} {
					if j >= 0 && v.x.rules.Classes.Word(t, j, "causes") {
						return t.Lemmas[j]
					}
				}
			}
		}
	}
	return ""
}

// isNamed reports whether act d can be what a noun of cause means: its own
// anchor, or a noun of the same rule's triggers.
func (v *view) isNamed(d *candidate, noun string) bool {
	if d.s.tree.Lemmas[d.anchor()] == noun {
		return true
	}
	for _, trigger := range d.rule.Triggers {
		if trigger.Anchor == noun && trigger.Tag == "NOUN" {
			return true
		}
	}
	return d.act.Name == "sign" && v.x.rules.Classes.KnownWord("treaties", noun)
}

// answeringWhole links all measures of a party at once where a sentence calls
// them an answer: "called the steps a response to the expulsion".
func (v *view) answeringWhole(all []*candidate, bySentence map[int][]*candidate, whole map[*candidate]*candidate) {
	for _, s := range v.sentences {
		for i := range s.tokens {
			if s.tree.Tags[i] != "NOUN" || !v.x.rules.Classes.Word(s.tree, i, "answering") {
				continue
			}
			if cause := v.causeBehind(s, i, all, bySentence, whole); cause != nil {
				v.linkMeasures(cause, all)
			}
		}
	}
}

// causeBehind is the act that stands behind a word of answering, or the one
// told elsewhere that a noun behind it names ("an answer to the attack").
func (v *view) causeBehind(s *sentence, i int, all []*candidate, bySentence map[int][]*candidate, whole map[*candidate]*candidate) *candidate {
	for _, e := range bySentence[s.index] {
		if e.anchor() > i && e.anchor() < i+20 && !e.partial {
			return whole[e]
		}
	}
	for k := i + 1; k < len(s.tokens) && k < i+6; k++ {
		if !v.x.rules.Classes.Word(s.tree, k, "causes") {
			continue
		}
		for _, d := range all {
			if !d.partial && d.act.Effect != "none" && v.isNamed(d, s.tree.Lemmas[k]) {
				return d
			}
		}
	}
	return nil
}

func (v *view) linkMeasures(cause *candidate, all []*candidate) {
	for _, c := range all {
		if c != cause && c.answers == nil && c.act.Type == "SANCTION" && overlap(c.actors, cause.recipients) && overlap(c.recipients, cause.actors) && cause.answers != c {
			c.answers = cause
		}
	}
}
