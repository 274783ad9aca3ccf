package extract

import (
	"slices"
	"strings"

	"chancery"
)

// defaultRecipient is where the recipient stands when a rule does not say.
const defaultRecipient = "obj iobj against to with on upon into at toward towards from over of in mod answer"

// resolveRecipients tries the places of path in order and takes the first
// that names somebody other than the actors.
func (v *view) resolveRecipients(c *candidate, path string) {
	if path == "" {
		path = defaultRecipient
	}
	if c.act.Either && len(codes(c.actors)) > 1 {
		path = "with" // "A and B signed a pact in C": who is named elsewhere is no third side
	}
	if v.condemnsViolence(c) {
		c.recipients = without(v.perpetrators(c.s, c.match.Clause.Object), c.actors)
		return
	}
	for _, place := range strings.Fields(path) {
		if place == "people" {
			c.recipients = ownPeople(c)
			return
		}
		found := v.recipientAt(c, place)
		if v.guessed(found) && found[0].sector == "MIL" && (c.act.Type == "REJECT" || c.act.Type == "AGREE") {
			continue // "refused to send ships": whose they are is a guess
		}
		c.recipients = dropActors(found, c.actors)
		v.dropVenues(c)
		if c.act.Name == "appoint" {
			c.recipients = slices.DeleteFunc(c.recipients, func(p party) bool { return !stateLike(p.kind) }) // whose man he was
		}
		if v.dropVictims(c); len(c.recipients) > 0 {
			return
		}
	}
	if c.act.Name == "sign" && len(codes(c.actors)) == 1 && !c.match.Clause.Nominal {
		c.recipients = without(v.partnerBehind(c), c.actors)
	}
}

// partnerBehind is the party of the next "with" behind a verb, where the arcs
// hang the phrase on something in its object ("deals worth a billion with Chad").
func (v *view) partnerBehind(c *candidate) []party {
	t := c.s.tree
	for k := c.anchor() + 1; k < t.Len() && k < c.anchor()+20 && !(t.Tags[k] == "VERB" && t.Penn[k] != "VBN" && !together(t.Lemmas[k])) && t.Words[k] != ";"; k++ {
		if t.Words[k] != "with" {
			continue
		}
		for j := k + 1; j < t.Len() && j < k+5; j++ {
			if found := v.named(c.s, j, true); len(found) > 0 {
				return found
			}
		}
		return nil
	}
	return nil
}

func dropActors(list, actors []party) []party { return without(list, actors) }

func (v *view) recipientAt(c *candidate, place string) []party {
	clause := c.match.Clause
	switch place {
	case "none":
		return nil
	case "subj":
		return v.inside(c.s, clause.Subject, c.actors)
	case "self":
		return v.inside(c.s, c.anchor(), c.actors)
	case "obj":
		if c.act.Type == "REQUEST" && v.placed(c.s, clause.Object, c.actors) {
			return nil
		}
		return v.inside(c.s, clause.Object, c.actors)
	case "post":
		return v.postAt(c)
	case "charger":
		return without(v.charger(c), c.actors)
	case "objself":
		return v.named(c.s, clause.Object, false)
	case "iobj":
		return v.inside(c.s, clause.Indirect, c.actors)
	case "voice":
		return c.voice.parties
	case "mod":
		if clause.Nominal {
			return v.modifier(c, c.actors)
		}
		return nil
	case "comp.subj", "comp.obj", "comp":
		return v.complementParty(c, place)
	case "gov.obj", "gov.subj":
		return v.governorParty(c, place)
	case "answer":
		return v.answered(c)
	case "deep":
		return v.deep(c)
	case "anywhere":
		return v.anywhere(c)
	case "doer", "accuser", "demander", "hearer", "condition", "rival":
		return v.rival(c, place)
	}
	return v.phraseParty(c, strings.ReplaceAll(place, "_", " "))
}

// placed reports whether the only party in the thing that is asked for is the
// place where it is wanted ("an end to the fighting in Mali").
func (v *view) placed(s *sentence, i int, others []party) bool {
	if i < 0 || s.tree.Tags[i] != "NOUN" {
		return false
	}
	t := s.tree
	named := len(v.named(s, i, false)) > 0
	for k := t.Left[i]; k <= t.Right[i] && k < t.Left[i]+60; k++ {
		if len(without(v.at(s, k), others)) > 0 && !v.inClause(s, k, i) {
			if up := t.Parent[k]; up >= 0 && t.Rel(k) == "compound" && v.x.rules.Classes.Word(t, up, "conflicts") {
				return true // "the Gaza war"
			}
			return !named && t.Preposition(k) == "in"
		}
	}
	return false
}

// charger is who made the charge that is the object: its possessor, adjective,
// or its "by" or "from" phrase; whom the charge is about is no answer.
func (v *view) charger(c *candidate) []party {
	object, t := c.match.Clause.Object, c.s.tree
	if below := c.match.Clause.Complement; object < 0 && below >= 0 {
		object = t.Clause(below).Object // "denied receiving an offer from X"
		if from := t.Clause(below).Phrase("from"); from >= 0 {
			return v.named(c.s, from, true)
		}
	}
	if object < 0 {
		return nil
	}
	for _, k := range nearby(t.Children(object)) {
		switch t.Rels[k] {
		case "nmod:poss", "amod", "compound":
			if found := v.shallow(c.s, k); len(found) > 0 {
				return found
			}
		}
	}
	for _, word := range []string{"by", "from"} {
		if head := t.Clause(object).Phrase(word); head >= 0 {
			return v.named(c.s, head, true)
		}
	}
	return nil
}

// complementParty is a party of the clause that completes the predicate.
func (v *view) complementParty(c *candidate, place string) []party {
	head := c.match.Clause.Complement
	if head < 0 {
		return nil
	}
	below := c.s.tree.Clause(head)
	switch place {
	case "comp.subj":
		return without(v.named(c.s, below.Subject, false), c.actors)
	case "comp.obj":
		return v.inside(c.s, below.Object, c.actors)
	}
	t := c.s.tree
	for k := t.Left[head]; k <= t.Right[head] && k < t.Left[head]+60; k++ {
		if t.Words[k] == "through" || t.Words[k] == "via" {
			return nil // by what way, not with whom
		}
		if found := without(v.joined(c.s, k), c.actors); len(found) > 0 && t.Left[head] <= k {
			return found
		}
	}
	return nil
}

// verbOver is the nearest verb over the anchor, a few steps up.
func (v *view) verbOver(c *candidate) int {
	t := c.s.tree
	if verb := t.Governor(c.anchor()); verb >= 0 {
		return verb
	}
	for k, steps := t.Parent[c.anchor()], 0; k >= 0 && steps < 4; steps++ {
		if t.IsVerb(k) {
			return k
		}
		k = t.Parent[k]
	}
	return -1
}

func (v *view) governorParty(c *candidate, place string) []party {
	verb := v.verbOver(c)
	if verb < 0 {
		return nil
	}
	above := c.s.tree.Clause(verb)
	if place == "gov.subj" {
		return v.inside(c.s, above.Subject, c.actors)
	}
	return v.inside(c.s, above.Object, c.actors)
}

// phraseParty is the party of a prepositional phrase of the predicate, or of
// the light verb over a noun.
func (v *view) phraseParty(c *candidate, preposition string) []party {
	for _, p := range c.match.Clause.Phrases {
		if p.Preposition == preposition {
			if c.act.Type == "REQUEST" && (preposition == "for" || preposition == "of") && v.placed(c.s, p.Head, c.actors) {
				continue
			}
			if preposition == "in" && v.x.rules.Classes.Word(c.s.tree, p.Head, "manners") {
				continue // "in response to": no place
			}
			if found := v.inside(c.s, p.Head, c.actors); len(found) > 0 {
				return found
			}
		}
	}
	t := c.s.tree
	for _, p := range c.match.Clause.Outer {
		if p.Preposition == preposition && p.Head != c.match.Clause.Subject && !t.Under(c.anchor(), p.Head) {
			if found := v.inside(c.s, p.Head, c.actors); len(found) > 0 {
				return found
			}
		}
	}
	if c.match.Clause.Nominal {
		if found := v.wordsBehind(c, preposition); len(found) > 0 {
			return found
		}
		verb := v.lightVerb(c)
		if verb < 0 {
			return nil
		}
		if preposition == "to" && t.Clause(verb).Indirect >= 0 { // "gave Kyiv aid"
			return v.inside(c.s, t.Clause(verb).Indirect, c.actors)
		}
	}
	return nil
}

// answered is the party in the phrase that tells what the act answers.
func (v *view) answered(c *candidate) []party {
	for _, k := range nearby(c.s.tree.Children(v.predicate(c))) {
		if v.answers(c.s, k) {
			t := c.s.tree
			for j := t.Left[k]; j <= t.Right[k] && j < t.Left[k]+20; j++ {
				if found := without(v.joined(c.s, j), c.actors); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// joined is the parties of the name over token k with those coordinated with
// it: what a place that was found by position names.
func (v *view) joined(s *sentence, k int) []party {
	out := v.at(s, k)
	if len(out) == 0 || s.mentions[k] < 0 || v.Mentions[s.mentions[k]].Kind == chancery.MentionPronoun {
		return out
	}
	for _, c := range s.tree.Conjuncts(k) {
		if s.tree.Tags[c] == s.tree.Tags[k] {
			out = append(out, without(v.at(s, c), out)...)
		}
	}
	return append(out, without(v.listed(s, k), out)...)
}

// deep is the first party of the anchor's own phrase, the clauses below it included.
func (v *view) deep(c *candidate) []party {
	t := c.s.tree
	for k := c.anchor() + 1; k <= t.Right[c.anchor()] && k < c.anchor()+40; k++ {
		if word := t.Preposition(k); v.besides(c.s, k, c.anchor()) || c.act.Name == "suspend-participation" && (word == "in" || word == "at") {
			continue // said beside it, or where the talks are held
		}
		if c.act.Type == "MOBILIZE" && v.occasioned(c, k) {
			continue
		}
		if up := t.Parent[k]; c.act.Name == "expel" && up >= 0 && v.x.rules.Classes.Word(t, up, "leaving") {
			continue // "ordered him to leave the country"
		}
		if found := without(v.joined(c.s, k), c.actors); len(found) > 0 {
			return found
		}
	}
	return nil
}

// besides reports whether token k stands in a clause beside the one of token
// at: what somebody said of it ("…, the ministry reported").
func (v *view) besides(s *sentence, k, at int) bool {
	t := s.tree
	for steps := 0; k >= 0 && k != at && steps < 20; steps++ {
		if t.Rel(k) == "parataxis" {
			return true
		}
		k = t.Parent[k]
	}
	return false
}

// wordsBehind reads a phrase behind a noun by position, where the arcs hung it
// elsewhere ("talks in Geneva with the Swiss minister").
func (v *view) wordsBehind(c *candidate, preposition string) []party {
	t := c.s.tree
	for k := c.anchor() + 1; k < t.Len() && k < c.anchor()+7; k++ {
		if t.Tags[k] == "VERB" || t.Words[k] == "," || t.Words[k] == ";" {
			return nil
		}
		if t.Words[k] != preposition {
			continue
		}
		for j := k + 1; j < t.Len() && j < k+6 && t.Tags[j] != "VERB" && t.Tags[j] != "ADP"; j++ {
			if found := without(v.joined(c.s, j), c.actors); len(found) > 0 {
				return found
			}
		}
		return nil
	}
	return nil
}

// anywhere is the nearest party of the sentence behind the anchor, else
// before it, that is no actor.
func (v *view) anywhere(c *candidate) []party {
	n := c.s.tree.Len()
	for k := c.anchor() + 1; k < n && k < c.anchor()+25; k++ {
		if word := c.s.tree.Preposition(k); v.besides(c.s, k, c.anchor()) || word == "through" || word == "via" || word == "to" && c.act.Name == "condemn" {
			continue
		}
		if found := without(v.joined(c.s, k), c.actors); len(found) > 0 {
			return found
		}
	}
	for k := c.anchor() - 1; k >= 0 && k > c.anchor()-25; k-- {
		if found := without(v.joined(c.s, k), c.actors); len(found) > 0 {
			return found
		}
	}
	return nil
}
