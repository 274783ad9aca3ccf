package extract

import (
	"slices"

	"chancery"
)

// answer links acts to the acts that they answer: by words ("in response to",
// "over"), and always for a denial of an accusation and for judgements of a
// recorded act (GUIDE rule 25).
func (v *view) answer(all []*candidate) {
	bySentence := map[int][]*candidate{}
	for _, c := range all {
		for _, m := range append([]*candidate{c}, c.more...) {
			bySentence[m.s.index] = append(bySentence[m.s.index], m)
		}
	}
	whole := map[*candidate]*candidate{}
	for _, c := range all {
		whole[c] = c
		for _, m := range c.more {
			whole[m] = c
		}
	}
	v.answeringWhole(all, bySentence, whole)
	for n, c := range all {
		for _, m := range append([]*candidate{c}, c.more...) {
			if c.answers != nil {
				break
			}
			if target := v.byWords(m, bySentence[m.s.index]); target != nil && whole[target] != c {
				c.answers = whole[target]
			} else if c.answers == nil {
				c.answers = v.byCue(m, c, all)
			}
		}
		if c.answers == nil {
			c.answers = v.byKind(c, all, n, bySentence, whole)
		}
	}
}

// byWords looks for another act in a phrase or clause that tells an answer.
func (v *view) byWords(c *candidate, others []*candidate) *candidate {
	t := c.s.tree
	for _, k := range v.causes(c) {
		for _, d := range others {
			if d != c && !d.partial && d.anchor() >= t.Left[k] && d.anchor() <= t.Right[k] && d.anchor() != c.anchor() && answerable(d, c) {
				return d
			}
		}
	}
	return nil
}

// causes are the heads of the phrases and clauses that tell what an act
// answers: its own, those of the verb over it, and those of the verbs that
// share its subject ("is leaving the pact and will arm because of the raids").
func (v *view) causes(c *candidate) []int {
	t := c.s.tree
	predicate := v.predicate(c)
	heads := []int{c.anchor(), predicate}
	if first := t.FirstConjunct(predicate); t.IsVerb(first) {
		heads = append(heads, t.Conjuncts(first)...)
	}
	var out []int
	for _, head := range heads {
		for _, k := range nearby(t.Children(head)) {
			if t.Preposition(k) == "for" && (c.act.Type == "ACCUSE" || c.act.Type == "REQUEST") {
				continue // "blamed for the raid", "called for talks"
			}
			if (v.answers(c.s, k) || v.complains(c, k)) && !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// complains reports whether a phrase tells what a summons, protest, recall or
// withdrawal is about: "summoned the envoy about the raid".
func (v *view) complains(c *candidate, k int) bool {
	switch c.act.Name {
	case "summon", "protest", "recall":
	default:
		return false
	}
	t := c.s.tree
	switch t.Rel(k) {
	case "obl", "nmod":
		switch t.Preposition(k) {
		case "about", "against", "at", "over":
			return len(v.named(c.s, k, true)) == 0 || v.x.rules.Classes.Word(t, k, "causes")
		}
	case "advcl", "xcomp":
		return v.x.rules.Classes.Word(t, k, "complaining")
	}
	return false
}

// answerable reports whether act d can be what act c answers: no mere contact,
// no channel, nothing that is said not to be, and nothing later.
func answerable(d, c *candidate) bool {
	switch d.act.Name {
	case "refer", "notify", "meet", "call":
		return false
	}
	if d.status == chancery.StatusDenied || d.answers == c {
		return false
	}
	x, y := d.when.date, c.when.date
	return !(d.when.told && x.Grain() == chancery.GrainDay && y.Grain() == chancery.GrainDay && y.Before(x))
}

// material reports whether an act is a deed and no speech.
func material(c *candidate) bool {
	switch c.act.Type {
	case "SANCTION", "ASSAULT", "MOBILIZE", "COERCE":
		return true
	}
	return c.act.Effect != "none" && c.act.Effect != "contact"
}

// answers reports whether token k heads a phrase or clause that names what is
// answered.
func (v *view) answers(s *sentence, k int) bool {
	t := s.tree
	switch t.Rel(k) {
	case "obl", "nmod":
		word := t.Preposition(k)
		if v.x.rules.Classes.Known("answer") && v.hasWord("answer", word) {
			return true
		}
		return word == "in" && (t.Lemmas[k] == "response" || t.Lemmas[k] == "retaliation" || t.Lemmas[k] == "reply" || t.Lemmas[k] == "protest" || t.Lemmas[k] == "answer" || t.Lemmas[k] == "reaction")
	case "advcl":
		for _, c := range nearby(t.Children(k)) {
			if t.Rel(c) == "mark" && (t.Lemmas[c] == "because" || t.Lemmas[c] == "for" || t.Lemmas[c] == "over") {
				return true
			}
		}
		return t.Lemmas[k] == "protest" || t.Lemmas[k] == "retaliate"
	}
	return false
}

func (v *view) hasWord(class, words string) bool {
	return slices.Contains(answerWords[:], words)
}

var answerWords = [...]string{"over", "because of", "due to", "for", "in response to", "in retaliation for", "owing to", "in protest at", "in protest against", "on account of"}

// byKind finds what a speech act by its nature answers: the last fitting act
// before it, or the next one behind it.
func (v *view) byKind(c *candidate, all []*candidate, n int, bySentence map[int][]*candidate, whole map[*candidate]*candidate) *candidate {
	fits := func(d *candidate) bool { return false }
	switch c.act.Name {
	case "deny":
		fits = func(d *candidate) bool {
			return d.act.Name == "accuse" && overlap(d.recipients, c.actors) && (len(c.recipients) == 0 || overlap(d.actors, c.recipients))
		}
	case "reject":
		if d := inSentence(c, bySentence, whole); d != nil {
			return d
		}
		fits = func(d *candidate) bool {
			return (d.act.Name == "demand") && overlap(d.recipients, c.actors) && (len(c.recipients) == 0 || overlap(d.actors, c.recipients))
		}
	case "agree":
		fits = func(d *candidate) bool {
			return v.replies(c) && (d.act.Name == "agree" || d.act.Name == "demand") && overlap(d.actors, c.recipients) && overlap(d.recipients, c.actors)
		}
	case "condemn", "endorse":
		return v.judged(c, bySentence, whole, all)
	}
	for i := n - 1; i >= 0 && i > n-mostOfOneAct; i-- {
		if fits(all[i]) {
			return all[i]
		}
	}
	for i := n + 1; i < len(all) && i < n+mostOfOneAct; i++ {
		if fits(all[i]) {
			return all[i]
		}
	}
	return nil
}

// replies reports whether an act is told as a reply.
func (v *view) replies(c *candidate) bool {
	switch c.s.tree.Lemmas[c.anchor()] {
	case "reply", "answer", "respond", "accept":
		return true
	}
	return false
}

func overlap(a, b []party) bool {
	return len(without(a, b)) < len(a)
}

// inSentence is the apology, offer or demand that stands in the words of a rejection.
func inSentence(c *candidate, bySentence map[int][]*candidate, whole map[*candidate]*candidate) *candidate {
	for _, e := range bySentence[c.s.index] {
		if d := whole[e]; d != c && e.anchor() > c.anchor() && overlap(d.actors, c.recipients) && d.act.Effect == "none" {
			return d
		}
	}
	return nil
}

// judged is the recorded act in the object of a condemnation or praise: told
// in the same sentence, or the leading act of the recipient that "the move" can mean.
func (v *view) judged(c *candidate, bySentence map[int][]*candidate, whole map[*candidate]*candidate, all []*candidate) *candidate {
	fits := func(d *candidate) bool {
		return d != c && d.act.Type != "ACCUSE" && d.status != chancery.StatusDenied && overlap(d.actors, c.recipients)
	}
	if m := c.meant; m != nil && whole[m] != nil && fits(whole[m]) {
		return whole[m]
	}
	inside := func(m *candidate) *candidate {
		for _, e := range bySentence[m.s.index] {
			if d := whole[e]; fits(d) && e.anchor() > m.anchor() {
				return d
			}
		}
		return nil
	}
	if d := inside(c); d != nil {
		return d
	}
	if object := v.judgedNoun(c); object >= 0 {
		if d := v.closest(c, all, func(d *candidate) bool { return fits(d) && v.isNamed(d, c.s.tree.Lemmas[object]) }); d != nil {
			return d
		}
	}
	if !v.pointsBack(c) && !v.ownDeed(c) {
		for _, m := range c.more {
			if d := inside(m); d != nil {
				return d
			}
		}
		return nil
	}
	var best *candidate
	for _, d := range all {
		if fits(d) && d.s.index <= c.s.index && (best == nil || (best.act.Effect == "none" && d.act.Effect != "none")) {
			best = d
		}
	}
	return best
}

// judgedNoun is the noun that is judged: the object, or the subject of the
// judgement that somebody's words make.
func (v *view) judgedNoun(c *candidate) int {
	feeling := c.match.Clause.Object >= 0 && (v.x.rules.Classes.Word(c.s.tree, c.match.Clause.Object, "anger") || v.x.rules.Classes.Word(c.s.tree, c.match.Clause.Object, "thanks"))
	if c.match.Clause.Object >= 0 && !feeling {
		return c.match.Clause.Object
	}
	if c.rule.Fields["voice"] != "" && c.match.Clause.Subject >= 0 {
		return c.match.Clause.Subject
	}
	for _, place := range []string{"about", "by", "over", "at", "of", "with"} {
		if head := c.match.Clause.Phrase(place); head >= 0 {
			return head
		}
		for _, p := range c.match.Clause.Outer {
			if feeling && p.Preposition == place {
				return p.Head
			}
		}
	}
	return -1
}

// ownDeed reports whether the object is a deed of its possessor ("Turkey's move").
func (v *view) ownDeed(c *candidate) bool {
	object := v.judgedNoun(c)
	return object >= 0 && (v.x.rules.Classes.Word(c.s.tree, object, "deed") || v.x.rules.Classes.Word(c.s.tree, object, "wrongs"))
}
