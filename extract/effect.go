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
