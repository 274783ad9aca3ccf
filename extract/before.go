package extract

import (
	"strings"

	"chancery"
)

// fillFromBefore gives parties to candidates that name them only by what was
// told before: the denier of "the charge" answers who made it, who condemns
// "the attack" means its doer, and a step told in the passive against somebody
// is taken by the one who took the last one.
func (v *view) fillFromBefore(all []*candidate) {
	for n, c := range all {
		if c.lister != nil && c.filled == filledRepeat {
			c.recipients = without(c.lister.recipients, c.actors) // "so did A", once whom is known
			continue
		}
		if v.namelessDeed(c) {
			if doers := v.doerOfNamed(c, all[max(0, n-mostOfOneAct):n]); doers != nil {
				c.recipients, c.partial = doers, false
			}
		}
		v.fillOne(c, all[max(0, n-mostOfOneAct):n])
		if found := v.judgedDoer(c, all[max(0, n-mostOfOneAct):n]); len(found) > 0 {
			c.recipients, c.partial, c.filled = found, false, filledBefore
		}
		v.answersBehind(c, all[n+1:min(len(all), n+mostOfOneAct)])
		if len(c.recipients) == 0 && !c.partial {
			// What was filled before it in its sentence may tell more now.
			if found, how := v.counterpart(c); how == filledSentence {
				c.recipients, c.filled = found, how
			}
			if object, _ := v.wantsCounterpart(c); object && c.act.Name == "condemn" && len(c.recipients) == 0 {
				c.recipients, c.filled = without(v.topicPartner(c), c.actors), filledTopic
			}
		}
	}
}

// fillOne fills one candidate from those before it.
func (v *view) fillOne(c *candidate, before []*candidate) {
	switch {
	case c.partial && c.act.Name == "release" && len(c.actors) > 0:
		if d := last(before, func(d *candidate) bool { return d.act.Name == "detain" && !d.partial && overlap(d.actors, c.actors) }); d != nil && d.s.index >= c.s.index-1 {
			c.recipients, c.partial, c.object, c.like = without(d.recipients, c.actors), false, -1, d
		}
	case c.partial && c.act.Name == "recall" && len(c.actors) > 0 && !v.plural(c):
		if d := last(before, func(d *candidate) bool {
			return !d.partial && (overlap(d.recipients, c.actors) || overlap(d.actors, c.actors))
		}); d != nil {
			c.recipients = append(without(d.actors, c.actors), without(d.recipients, c.actors)...)
		}
		c.partial = c.match.Clause.Passive
	case !c.partial && len(c.actors) == 0 && len(c.recipients) > 0 && c.act.Type == "SANCTION" && c.status == chancery.StatusActual:
		if d := last(before, func(d *candidate) bool { return d.act.Type == "SANCTION" && overlap(d.recipients, c.recipients) }); d != nil {
			c.actors = without(d.actors, c.recipients)
		}
	case len(c.recipients) > 0 || len(c.actors) == 0 || (c.partial && c.act.Effect != "none"):
	case c.act.Name == "threaten" && v.x.rules.Classes.Word(c.s.tree, c.anchor(), "answering"):
		if d := last(before, func(d *candidate) bool {
			return !d.partial && overlap(d.recipients, c.actors) && d.act.Effect != "contact"
		}); d != nil {
			c.recipients = without(d.actors, c.actors)
		}
	case c.act.Name == "protest":
		if d := last(before, func(d *candidate) bool {
			return len(d.actors) > 0 && !d.partial && !overlap(d.actors, c.actors) && d.act.Type != "ACCUSE"
		}); d != nil {
			c.recipients = without(d.actors, c.actors)
		}
	case strings.HasPrefix(c.act.Effect, "mission-") && !v.plural(c):
		if d := last(before, func(d *candidate) bool {
			return !d.partial && len(d.recipients) > 0 && !overlap(d.recipients, c.actors) && (strings.HasPrefix(d.act.Effect, "mission-") || d.act.Effect == "staff-away")
		}); d != nil {
			c.recipients = d.recipients
		}
	case c.act.Name == "deny":
		if d := last(before, func(d *candidate) bool { return d.act.Name == "accuse" && overlap(d.recipients, c.actors) }); d != nil {
			c.recipients = without(d.actors, c.actors)
		}
	case c.act.Name == "reject" && v.pointsTo(c, "demands"):
		if d := last(before, func(d *candidate) bool { return d.act.Name == "demand" && overlap(d.recipients, c.actors) }); d != nil {
			c.recipients = without(d.actors, c.actors)
		}
	case (c.act.Name == "condemn" || c.act.Name == "endorse") && v.doerOfNamed(c, before) != nil:
		c.recipients, c.partial = v.doerOfNamed(c, before), false
	case (c.act.Name == "condemn" || c.act.Name == "endorse") && v.pointsTo(c, "requests"):
		if d := last(before, func(d *candidate) bool { return d.act.Name == "demand" && !overlap(d.actors, c.actors) }); d != nil {
			c.recipients, c.partial = without(d.actors, c.actors), false
		}
	case (c.act.Name == "condemn" || c.act.Name == "endorse") && v.pointsTo(c, "treaties"):
		if d := last(before, func(d *candidate) bool { return d.act.Name == "sign" && !overlap(d.actors, c.actors) }); d != nil {
			c.recipients = append(without(d.actors, c.actors), without(d.recipients, c.actors)...)
		}
	case (c.act.Name == "condemn" || c.act.Name == "endorse") && v.pointsBack(c):
		if d := last(before, func(d *candidate) bool {
			return len(d.actors) > 0 && !overlap(d.actors, c.actors) && d.act.Effect != "none" && !d.partial && v.meantBy(c, d)
		}); d != nil {
			c.recipients, c.partial = without(d.actors, c.actors), false
		}
	}
}

// answersBehind gives a denial the accuser whom the same or the next sentence names.
func (v *view) answersBehind(c *candidate, behind []*candidate) {
	if c.act.Name != "deny" || len(c.recipients) > 0 || c.partial {
		return
	}
	for _, d := range behind {
		if d.s.index > c.s.index+1 {
			return
		}
		if d.act.Name == "accuse" && !d.partial && overlap(d.recipients, c.actors) {
			c.recipients = without(d.actors, c.actors)
			return
		}
	}
}

// namelessDeed reports whether a judgement's object is a known deed whose doer
// its own phrase does not tell ("welcomed the withdrawal of the envoys"), so
// that other parties in the phrase are not the ones judged.
func (v *view) namelessDeed(c *candidate) bool {
	if c.act.Name != "condemn" && c.act.Name != "endorse" {
		return false
	}
	object := v.judgedNoun(c)
	return object >= 0 && c.s.tree.Tags[object] == "NOUN" && v.pointing(c.s, object) && len(v.charger(c)) == 0 && len(v.named(c.s, c.s.tree.Clause(object).Subject, true)) == 0
}

// doerOfNamed is who did the act of which a judgement's object is the name
// ("called the expulsions unacceptable"), told before.
func (v *view) doerOfNamed(c *candidate, before []*candidate) []party {
	object := v.judgedNoun(c)
	if object < 0 || !v.pointing(c.s, object) {
		return nil
	}
	noun := c.s.tree.Lemmas[object]
	d := last(before, func(d *candidate) bool {
		return !d.partial && len(d.actors) > 0 && !overlap(d.actors, c.actors) && material(d) && v.isNamed(d, noun)
	})
	if d == nil {
		return nil
	}
	return without(d.actors, c.actors)
}

// meantBy reports whether the noun that is judged can mean act d: a noun of
// force means an act of force, "the move" any.
func (v *view) meantBy(c, d *candidate) bool {
	object := v.judgedNoun(c)
	if object < 0 {
		return true
	}
	noun := c.s.tree.Lemmas[object]
	if v.x.nouns["attack"][noun] || v.x.nouns["mobilise"][noun] || v.x.nouns["detain"][noun] {
		return d.act.Type == "ASSAULT" || d.act.Type == "MOBILIZE" || d.act.Type == "COERCE"
	}
	return true
}

// plural reports whether the object is several things.
func (v *view) plural(c *candidate) bool {
	return c.object < 0 || c.s.tree.Penn[c.object] == "NNS" || c.s.tree.Penn[c.object] == "NNPS"
}

func last(list []*candidate, fits func(*candidate) bool) *candidate {
	for i := len(list) - 1; i >= 0; i-- {
		if fits(list[i]) {
			return list[i]
		}
	}
	return nil
}

// pointsTo reports whether the object is of the class and known before ("the request").
func (v *view) pointsTo(c *candidate, class string) bool {
	object := c.match.Clause.Object
	if object < 0 || !v.x.rules.Classes.Word(c.s.tree, object, class) {
		return false
	}
	det := c.s.tree.Child(object, "det")
	return det >= 0 && c.s.tree.Lemmas[det] != "a" && c.s.tree.Lemmas[det] != "all"
}

// pointsBack reports whether the object is a deed named before: "the move",
// "these steps", "such attacks".
func (v *view) pointsBack(c *candidate) bool {
	object := v.judgedNoun(c)
	if object < 0 {
		object = c.match.Clause.Phrase("for")
	}
	if object >= 0 && c.s.tree.Tags[object] == "PRON" {
		switch c.s.tree.Words[object] {
		case "it", "them", "this", "these", "that":
			return true
		}
		return false
	}
	if object < 0 || !(v.x.rules.Classes.Word(c.s.tree, object, "deed") || v.x.rules.Classes.Word(c.s.tree, object, "wrongs") || v.x.namesAct(c.s.tree.Lemmas[object])) {
		return false
	}
	return v.pointing(c.s, object)
}

// pointing reports whether noun i has a word that points at what was told before.
func (v *view) pointing(s *sentence, i int) bool {
	det := s.tree.Child(i, "det")
	if det < 0 {
		return false
	}
	switch s.tree.Lemmas[det] {
	case "the", "this", "these", "that", "those", "such":
		return true
	}
	return false
}
