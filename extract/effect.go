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
