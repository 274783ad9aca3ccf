package extract

import (
	"slices"
	"strings"

	"chancery"
	"chancery/pattern"
)

// resolveActors tries the places of path in order ("subj" when empty).
func (v *view) resolveActors(c *candidate, path string) {
	if path == "" {
		path = "subj"
		if c.rule.Fields["voice"] != "" {
			path = "voice"
		}
	}
	for _, place := range strings.Fields(path) {
		if c.actors = v.actorAt(c, place); len(c.actors) > 0 {
			break
		}
	}
	c.actors = v.withoutFirms(c.actors)
	c.elsewhere = c.rule.Fields["voice"] == "" && !overlap(c.actors, v.named(c.s, c.match.Clause.Subject, true))
	v.otherOwner(c)
}

func (v *view) actorAt(c *candidate, place string) []party {
	clause := c.match.Clause
	switch place {
	case "none":
		return nil
	case "subj":
		if clause.Nominal {
			return v.nominalActor(c)
		}
		if found := v.named(c.s, clause.Subject, true); len(found) > 0 {
			return found
		}
		if v.armed(c) {
			if found := v.owner(c.s, clause.Subject); len(found) > 0 {
				return found
			}
		}
		if found := v.behindSubject(c); len(found) > 0 {
			return found
		}
		if found := v.adjacent(c); len(found) > 0 {
			return found
		}
		if clause.Subject < 0 && clause.Passive {
			if found := v.behindBy(c); len(found) > 0 {
				return found
			}
			return v.passiveActor(c)
		}
		if clause.Subject < 0 {
			return v.before(c)
		}
		return nil
	case "voice":
		return c.voice.parties
	case "crowd":
		return v.crowd(c)
	case "obj":
		if !clause.Nominal && !clause.Passive {
			return nil
		}
		return v.named(c.s, clause.Object, true)
	case "objself":
		return v.named(c.s, clause.Object, true)
	case "deep":
		return v.deep(c)
	case "between":
		return v.between(c)
	case "gov":
		return v.governorActor(c)
	case "gov.subj":
		if verb := v.verbOver(c); verb >= 0 {
			return v.named(c.s, c.s.tree.Clause(verb).Subject, true)
		}
	case "mod":
		return v.modifier(c, nil)
	case "subj.owner":
		return v.ownerOf(c, clause.Subject)
	case "obj.owner":
		return v.ownerOf(c, clause.Object)
	case "of.owner":
		return v.ownerOf(c, clause.Phrase("of"))
	default:
		return v.phraseActor(c, strings.ReplaceAll(place, "_", " "))
	}
	return nil
}

// ownerOf is whose the noun is, nobody where there is no noun.
func (v *view) ownerOf(c *candidate, noun int) []party {
	if noun < 0 {
		return nil
	}
	return v.owner(c.s, noun)
}

// phraseActor is who stands in a phrase with the preposition.
func (v *view) phraseActor(c *candidate, preposition string) []party {
	for _, list := range [][]pattern.Phrase{c.match.Clause.Phrases, c.match.Clause.Outer} {
		for _, p := range list {
			if p.Preposition == preposition && p.Head != c.anchor() {
				if found := v.named(c.s, p.Head, true); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// armed reports whether the subject of an act of force is a weapon or a force,
// whose owner acts ("Turkish F-16s shot down").
func (v *view) armed(c *candidate) bool {
	subject := c.match.Clause.Subject
	if subject < 0 || (c.act.Type != "ASSAULT" && c.act.Type != "MOBILIZE") {
		return false
	}
	return v.forces(c.s, subject)
}

func (v *view) forces(s *sentence, i int) bool {
	classes := v.x.rules.Classes
	return classes.Word(s.tree, i, "troops") || classes.Word(s.tree, i, "weapons") || strings.ContainsAny(s.tree.Words[i], "0123456789")
}

// adjacent is the party that stands directly before an active verb whose
// subject the arcs put elsewhere.
func (v *view) adjacent(c *candidate) []party {
	t := c.s.tree
	at := c.anchor()
	if c.match.Clause.Passive || t.Tags[at] != "VERB" || t.Penn[at] == "VBN" && len(c.match.Clause.Auxiliaries) == 0 {
		return nil
	}
	k := at - 1
	for k >= 0 && (t.Tags[k] == "AUX" || t.Tags[k] == "ADV" || (t.Words[k] == "to" && k > 0 && t.Tags[k-1] == "AUX")) {
		k--
	}
	if k < 0 || (t.Tags[k] != "PROPN" && t.Tags[k] != "NOUN") || (t.Penn[at] == "VBG" && k == at-1) {
		return nil
	}
	if t.Preposition(k) != "" {
		return nil
	}
	return v.at(c.s, k)
}

// behindSubject looks past a subject that names nobody: to the one whose
// words a participle belongs to ("posted a message blaming Iran"), and to the
// one who gave the order ("ordered ships to block the port").
func (v *view) behindSubject(c *candidate) []party {
	t := c.s.tree
	at := c.anchor()
	up := t.Parent[at]
	if !c.match.Clause.Shared || up < 0 {
		return nil
	}
	switch {
	case c.match.Clause.Subject < 0 && up > 0 && t.IsVerb(up) && t.Rel(at) != "acl" && !t.Clause(up).Passive:
		return v.at(c.s, up-1)
	case t.Rels[at] == "acl" && t.Penn[at] == "VBG":
		for k, steps := up, 0; k >= 0 && steps < 4; steps++ {
			if t.IsVerb(k) {
				return v.named(c.s, t.Clause(k).Subject, true)
			}
			k = t.Parent[k]
		}
	case v.x.rules.Classes.Word(t, up, "ordering") && t.IsVerb(up):
		return v.named(c.s, t.Clause(up).Subject, true)
	}
	return nil
}

// before is the party that stands next before a finite verb without a subject:
// where the parser lost it.
func (v *view) before(c *candidate) []party {
	t := c.s.tree
	at := c.anchor()
	if t.Tags[at] == "VERB" && t.Penn[at] != "VBD" && t.Penn[at] != "VBZ" && t.Penn[at] != "VBP" && len(c.match.Clause.Auxiliaries) == 0 {
		return nil
	}
	for k := at - 1; k >= 0 && k > at-8 && t.Tags[k] != "VERB" && t.Words[k] != ";" && t.Words[k] != "\""; k-- {
		if found := v.named(c.s, k, true); len(found) > 0 {
			return found
		}
	}
	return nil
}

// passiveActor is who stands behind an agentless passive: the one who says it
// of a measure of his own, unless he is the one who suffers it.
func (v *view) passiveActor(c *candidate) []party {
	if c.act.Type != "SANCTION" && c.act.Name != "summon" && c.act.Name != "open-mission" {
		return nil
	}
	who := c.voice.parties
	if c.match.Clause.Negated {
		return nil
	}
	if len(without(who, v.inside(c.s, c.match.Clause.Object, nil))) < len(who) {
		return nil
	}
	return who
}

// behindBy is who stands behind the next "by", where the arcs hang the phrase
// on something else than the passive ("was told to leave by the ministry").
func (v *view) behindBy(c *candidate) []party {
	t := c.s.tree
	for k := c.anchor() + 1; k+1 < t.Len() && k < c.anchor()+16; k++ {
		if t.Words[k] == ";" || t.Words[k] == "\"" || t.Penn[k] == "VBD" || t.Penn[k] == "VBZ" {
			return nil
		}
		if t.Words[k] == "by" {
			return v.named(c.s, t.NextNoun(k+1), true)
		}
	}
	return nil
}

// between reads "talks between A and B": the parties of the phrase.
func (v *view) between(c *candidate) []party {
	for _, list := range [][]pattern.Phrase{c.match.Clause.Phrases, c.match.Clause.Outer} {
		for _, p := range list {
			if p.Preposition != "between" && p.Preposition != "among" {
				continue
			}
			if found := v.named(c.s, p.Head, true); len(codes(found)) > 1 {
				return found
			}
		}
	}
	t := c.s.tree
	for k := c.anchor() + 1; k < t.Len() && k < c.anchor()+6; k++ {
		if t.Words[k] != "between" {
			continue
		}
		var found []party
		for j := k + 1; j < t.Len() && j < k+16 && t.Tags[j] != "VERB" && t.Words[j] != ","; j++ {
			found = append(found, v.at(c.s, j)...)
		}
		if len(codes(found)) > 1 {
			return found
		}
	}
	return nil
}

// nominalActor is the doer of a noun: its possessor or "by" phrase, its
// adjective, the subject of the light verb over it, its "from" phrase.
func (v *view) nominalActor(c *candidate) []party {
	t := c.s.tree
	clause := c.match.Clause
	if found := v.named(c.s, clause.Subject, true); len(found) > 0 {
		return found
	}
	if clause.Subject < 0 {
		if found := v.modifier(c, nil); len(found) > 0 {
			return found
		}
	}
	if verb := t.Doing(c.anchor()); verb >= 0 {
		if found := v.named(c.s, t.Clause(verb).Subject, true); len(found) > 0 {
			return found
		}
	}
	if clause.Subject >= 0 && clause.Phrase("by") == clause.Subject {
		return nil // its doer is told, though not whose he is
	}
	if verb := v.lightVerb(c); verb >= 0 {
		if found := v.named(c.s, t.Clause(verb).Subject, true); len(found) > 0 {
			return found
		}
	}
	if head := clause.Phrase("from"); head >= 0 {
		return v.named(c.s, head, true)
	}
	return nil
}

// lightVerb is the verb over a noun whose subject does what the noun names.
func (v *view) lightVerb(c *candidate) int {
	t := c.s.tree
	at := c.anchor()
	for step := range 3 {
		verb := t.Governor(at)
		if t.Rel(t.FirstConjunct(at)) == "obl" && (step > 0 || v.occasion(c.s, t.FirstConjunct(at))) {
			return -1 // "announced it in retaliation for the expulsion"
		}
		if verb >= 0 && v.x.rules.Classes.Word(t, verb, "light") {
			return verb
		}
		// "took the step of expelling", "a round of sanctions": one noun further up.
		up := t.Parent[t.FirstConjunct(at)]
		if up < 0 || t.IsVerb(up) || t.Rel(t.FirstConjunct(at)) != "nmod" || t.Preposition(t.FirstConjunct(at)) != "of" {
			return -1 // "talks about the war" are no deed of war
		}
		at = up
	}
	return -1
}

// occasion reports whether a phrase names what something was done for, over or
// after, and not what was done.
func (v *view) occasion(s *sentence, i int) bool {
	for _, k := range nearby(s.tree.Children(i)) {
		if s.tree.Rel(k) != "case" {
			continue
		}
		switch s.tree.Lemmas[k] {
		case "for", "over", "after", "against", "because", "despite", "following", "about", "during", "amid", "since", "before", "until":
			return true
		}
	}
	return false
}

// modifier is the party in a noun's own adjective or compound ("U.S. sanctions").
func (v *view) modifier(c *candidate, others []party) []party {
	for _, k := range c.match.Clause.Modifiers {
		if c.act.Type == "ASSAULT" && v.targetBetween(c, k) {
			continue
		}
		var found []party
		for _, j := range c.s.tree.Conjuncts(k) {
			found = append(found, without(v.at(c.s, j), others)...)
		}
		if others == nil {
			found = append(found, without(v.hyphened(c, k), found)...)
		}
		if len(found) > 0 {
			return found
		}
	}
	for k := c.match.First; k < c.match.Anchor; k++ {
		if found := without(v.at(c.s, k), others); len(found) > 0 {
			return found
		}
	}
	return nil
}

// objectOf fixes the words that the act is about: the object, or the noun in
// the place that the rule names.
func (v *view) objectOf(c *candidate, place string) {
	switch place {
	case "":
	case "anchor":
		c.object = c.anchor()
	case "comp":
		c.object = c.match.Clause.Complement
	default:
		if head := c.match.Clause.Phrase(place); head >= 0 {
			c.object = head
		}
	}
	if c.object < 0 {
		if slots := c.match.Slots; len(slots) > 0 {
			c.object = slots[0]
		}
	}
	if c.object >= 0 && slices.Contains([]chancery.MentionKind{chancery.MentionPronoun}, v.kindAt(c.s, c.object)) {
		c.object = -1
	}
}
