package extract

import "chancery/pattern"

// byCue finds what an act answers where the words tell that it is an answer
// but not, in an act of their own, to what: "a reciprocal step", "retaliated
// by", "over the agreement", "in answer to Iran's actions".
func (v *view) byCue(m, c *candidate, all []*candidate) *candidate {
	for _, k := range v.causes(m) {
		if d := v.namedCause(m, c, k, all); d != nil {
			return d
		}
	}
	if c.act.Type == "THREATEN" || c.act.Type == "AGREE" || !v.cued(m) {
		return nil
	}
	fits := func(d *candidate) bool {
		return overlap(d.actors, c.recipients) && overlap(d.recipients, c.actors)
	}
	if d := v.closest(c, all, func(d *candidate) bool { return material(d) && fits(d) }); d != nil {
		return d
	}
	return v.closest(c, all, func(d *candidate) bool { return d.act.Type != "AGREE" && d.act.Name != "endorse" && fits(d) })
}

// closest is the fitting act that stands nearest before c, else behind it.
func (v *view) closest(c *candidate, all []*candidate, fits func(*candidate) bool) *candidate {
	var before, behind *candidate
	for _, d := range all {
		if d == c || d.partial || !answerable(d, c) || !fits(d) {
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
		if v.x.rules.Classes.Word(t, k, "answering") && (k == m.anchor() || t.IsVerb(k) || !t.Under(m.anchor(), k)) {
			return true // but not "a response to the expulsion": that is answered
		}
		if v.inReturn(t, k) {
			return true
		}
	}
	return false
}

// namedCause is the act that the noun in a phrase of cause means, where no act
// stands in that phrase: by its name ("over the attack"), or as a deed of the
// other side ("in answer to Peru's actions").
func (v *view) namedCause(m, c *candidate, k int, all []*candidate) *candidate {
	t := m.s.tree
	heads := []int{k, t.Clause(k).Phrase("to"), t.Clause(k).Object}
	if t.IsVerb(k) {
		for _, word := range []string{"against", "over", "about", "at"} {
			heads = append(heads, t.Clause(k).Phrase(word))
		}
	}
	classes := v.x.rules.Classes
	for _, j := range heads {
		if j < 0 || t.IsVerb(j) || t.Preposition(j) == "for" {
			continue
		}
		noun := t.Lemmas[j]
		owners := v.owner(m.s, j)
		if classes.Word(t, j, "causes") || classes.Word(t, j, "wrongs") {
			if d := v.closest(c, all, func(d *candidate) bool {
				return v.isNamed(d, noun) && (len(owners) == 0 || overlap(d.actors, owners)) &&
					(overlap(d.actors, c.recipients) || overlap(d.recipients, c.actors) || overlap(d.actors, c.actors))
			}); d != nil {
				return d
			}
		}
		if classes.Word(t, j, "deed") || classes.Word(t, j, "wrongs") {
			if d := v.closest(c, all, func(d *candidate) bool {
				return material(d) && overlap(d.actors, c.recipients) && (len(owners) == 0 || overlap(d.actors, owners))
			}); d != nil {
				return d
			}
		}
	}
	return nil
}

// isNamed reports whether act d can be what a noun means: its own anchor, or a
// noun by which any rule tells that act.
func (v *view) isNamed(d *candidate, noun string) bool {
	if d.s.tree.Lemmas[d.anchor()] == noun || v.x.nouns[d.act.Name][noun] {
		return true
	}
	t := d.s.tree
	for k := max(0, d.anchor()-3); k < d.anchor() && material(d); k++ {
		if t.Tags[k] == "NOUN" && t.Lemmas[k] == noun && t.Words[k+1] == "of" {
			return true // "a package of sanctions … the package"
		}
	}
	return d.act.Name == "sign" && v.x.rules.Classes.KnownWord("treaties", noun)
}

// answeringWhole links all measures of a party at once where a sentence calls
// them an answer: "called the steps a response to the expulsion".
func (v *view) answeringWhole(all []*candidate, bySentence map[int][]*candidate, whole map[*candidate]*candidate) {
	for _, s := range v.sentences {
		for i := range s.tokens {
			if s.tree.Tags[i] != "NOUN" || !v.x.rules.Classes.Word(s.tree, i, "answering") || s.tree.Preposition(i) == "in" {
				continue // "in response to" tells of its own clause alone
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
		if e.anchor() > i && e.anchor() < i+20 && !e.partial && (material(e) || e.act.Type == "ACCUSE") {
			return whole[e]
		}
	}
	for k := i + 1; k < len(s.tokens) && k < i+6; k++ {
		if !v.x.rules.Classes.Word(s.tree, k, "causes") {
			continue
		}
		for _, d := range all {
			if !d.partial && material(d) && v.isNamed(d, s.tree.Lemmas[k]) {
				return d
			}
		}
	}
	to := s.tree.Clause(i).Phrase("to")
	if to < 0 || !v.x.rules.Classes.Word(s.tree, to, "deed") {
		return nil
	}
	who := v.voiceAt(s, i).parties
	for k, steps := s.tree.Parent[i], 0; len(who) == 0 && k >= 0 && steps < 3; steps++ {
		who = v.named(s, s.tree.Clause(k).Subject, true)
		k = s.tree.Parent[k]
	}
	return last(all, func(d *candidate) bool {
		return !d.partial && material(d) && d.s.index <= s.index && overlap(d.recipients, who)
	})
}

func (v *view) linkMeasures(cause *candidate, all []*candidate) {
	for _, c := range all {
		if c != cause && c.answers == nil && c.act.Type == "SANCTION" && answerable(cause, c) && overlap(c.actors, cause.recipients) && overlap(c.recipients, cause.actors) {
			c.answers = cause
		}
	}
}

// inReturn reports whether a phrase of answering begins at token k: "in
// return", "in kind", "hit back", "tit for tat". What is done "in return for"
// something is a bargain.
func (v *view) inReturn(t *pattern.Tree, k int) bool {
	next := func(n int) string {
		if k+n < t.Len() {
			return t.Words[k+n]
		}
		return ""
	}
	switch {
	case t.Words[k] == "in":
		return next(1) == "return" && next(2) != "for" && next(2) != "to" || next(1) == "kind"
	case t.Words[k] == "tit":
		return next(1) == "for" || next(1) == "-" && next(2) == "for"
	case next(1) == "back":
		return t.Lemmas[k] == "hit" || t.Lemmas[k] == "strike" || t.Lemmas[k] == "fire"
	}
	return false
}
