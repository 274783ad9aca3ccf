package extract

import "chancery"

// takesEffect reads sentences that tell only when a measure begins ("The ban
// takes effect on Monday"): the last measure told before has that date.
func (v *view) takesEffect(kept []*candidate) {
	if len(kept) == 0 {
		return
	}
	for _, s := range v.sentences {
		if len(s.times) == 0 || !v.beginsEffect(s) {
			continue
		}
		for _, index := range s.times {
			date := v.Times[index].ActDate(v.Document.Published)
			if date.IsZero() {
				continue
			}
			c := lastBefore(kept, s.index, func(c *candidate) bool {
				return c.act.Effect != "none" && c.act.Effect != "contact" && c.when.effective.IsZero() && c.when.effectiveIndex < 0
			})
			if c != nil && c.s.index >= s.index-3 {
				c.when.effective, c.when.effectiveIndex = date, index
			}
			break
		}
	}
}

// comesIntoEffect reports whether all that is told of an act named by a noun is
// that it takes effect ("The country's withdrawal from the pact took effect on
// Monday"): it was decided on another day.
func (v *view) comesIntoEffect(c *candidate) bool {
	if !c.match.Clause.Nominal {
		return false
	}
	t := c.s.tree
	verb := t.Parent[t.FirstConjunct(c.anchor())]
	if verb < c.anchor() || !v.x.rules.Classes.Word(t, verb, "effecting") || t.Child(verb, "aux") >= 0 {
		return false
	}
	switch t.Rels[verb] {
	case "root", "conj", "ccomp", "parataxis":
	default:
		return false // "before the ban takes effect" is news of something else
	}
	for k := verb + 1; k < t.Len() && k <= verb+3; k++ {
		if t.Words[k] == "effect" || t.Words[k] == "force" {
			return t.Penn[verb] == "VBD" || t.Penn[verb] == "VBZ" || t.Penn[verb] == "VBP"
		}
	}
	return false
}

// onlyEffective makes of the day told, else of the day of publication, the day
// of taking effect.
func (v *view) onlyEffective(c *candidate, w when) when {
	switch {
	case !w.effective.IsZero():
	case !w.date.IsZero():
		w.effective, w.effectiveIndex = w.date, w.dateIndex
	case len(c.s.times) == 0:
		w.effective = v.Document.Published
	}
	w.earlier = true
	w.date, w.anchor, w.told, w.dateIndex, w.words = chancery.Date{}, chancery.AnchorNone, false, -1, ""
	return w
}

// deadlines reads by when somebody must leave or close ("gave them until Sunday
// to leave", "told it to close the office by May 2"): a deadline for the other
// side is the day of effect (GUIDE rule 22).
func (v *view) deadlines(kept []*candidate) {
	for _, s := range v.sentences {
		for _, index := range s.times {
			expr := &v.Times[index]
			date := expr.ActDate(v.Document.Published)
			if expr.Relation == "until" {
				date = expr.To
			}
			if (expr.Relation != "until" && expr.Relation != "by") || date.IsZero() || !v.Document.Published.Before(date) {
				continue
			}
			c := lastBefore(kept, s.index, func(c *candidate) bool {
				return c.act.Type == "SANCTION" && c.when.effective.IsZero() && len(c.recipients) > 0 && c.s.index >= s.index-1 && v.mustBy(c, s, index)
			})
			if c != nil {
				c.when.effective, c.when.effectiveIndex, c.when.until, c.when.untilIndex = date, index, chancery.Date{}, -1
			}
		}
	}
}

// mustBy reports whether a time in sentence s can be the deadline of an order:
// words of leaving stand near it for an expulsion, else it is the order's own.
func (v *view) mustBy(c *candidate, s *sentence, index int) bool {
	expr := &v.Times[index]
	if c.act.Effect == "staff-expelled" || c.act.Name == "expel" {
		for k := max(0, expr.First-8); k < min(len(s.tokens), expr.End+5); k++ {
			if v.x.rules.Classes.Word(s.tree, k, "leaving") {
				return true
			}
		}
		return false
	}
	return c.s == s && expr.Relation == "by" && v.nearness(c, index) == timeOwn
}

// beginsEffect reports whether the sentence says that something takes effect
// or comes into force.
func (v *view) beginsEffect(s *sentence) bool {
	for i, word := range s.tree.Words {
		if word != "effect" && word != "force" {
			continue
		}
		verb := s.tree.Parent[i]
		if verb >= 0 && v.x.rules.Classes.Word(s.tree, verb, "effecting") {
			return true
		}
	}
	return false
}

func lastBefore(all []*candidate, sentence int, fits func(*candidate) bool) *candidate {
	var best *candidate
	for _, c := range all {
		if c.s.index <= sentence && fits(c) && c.status != chancery.StatusDenied && (best == nil || c.s.index >= best.s.index) {
			best = c
		}
	}
	return best
}
