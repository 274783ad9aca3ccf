package extract

import (
	"slices"
	"strings"

	"chancery"
)

// rival finds whom somebody speaks against, or answers, where his own words do
// not name them: the places "doer", "accuser", "demander", "hearer" and "rival"
// of a rule's recipient.
func (v *view) rival(c *candidate, place string) []party {
	switch place {
	case "doer":
		return v.doerMeant(c)
	case "accuser":
		return v.lastAgainst(c, "accuse")
	case "demander":
		if found := v.lastAgainst(c, "demand", "threaten", "agree"); len(found) > 0 {
			return found
		}
		return v.besideTold(c)
	case "hearer":
		return v.hearer(c)
	case "condition":
		return v.conditionParty(c)
	case "rival":
		if found := v.hearer(c); len(found) > 0 {
			return found
		}
		if found := v.besideTold(c); len(found) > 0 {
			return found
		}
		return without(v.otherThan(c.actors), c.actors)
	}
	return nil
}

// lastAgainst is who last did one of the named acts to the actors of c.
func (v *view) lastAgainst(c *candidate, names ...string) []party {
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct; n-- {
		d := v.told[n]
		if c.s.index-d.s.index > 2*farthestBack {
			return nil
		}
		if d != c && !d.partial && slices.Contains(names, d.act.Name) && overlap(d.recipients, c.actors) {
			return without(d.actors, c.actors)
		}
	}
	return nil
}

// besideTold is the other party of the last act, a few sentences back, in which
// an actor of c had a part.
func (v *view) besideTold(c *candidate) []party {
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct; n-- {
		d := v.told[n]
		if c.s.index-d.s.index > farthestBack {
			return nil
		}
		if found := otherSide(d, c); d != c && len(found) > 0 {
			return found
		}
	}
	return nil
}

// doerMeant is whose deed somebody judges who calls it "this", "the move" or by
// a name that was told: the one who did it to him, then the one whom he acts
// against himself, then the last doer of such a deed.
func (v *view) doerMeant(c *candidate) []party {
	noun := v.judgedHead(c)
	if noun >= 0 && !v.meansTold(c.s, noun) {
		return nil
	}
	if noun >= 0 {
		if d := v.closest(c, v.told, func(d *candidate) bool {
			return d.left == "" && len(d.actors) > 0 && !overlap(d.actors, c.actors) && v.isNamed(d, c.s.tree.Lemmas[noun])
		}); d != nil && d.s.index <= c.s.index {
			c.meant = d
			return without(d.actors, c.actors)
		}
	}
	var against, other []party
	var last *candidate
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct; n-- {
		d := v.told[n]
		if c.s.index-d.s.index > farthestBack {
			break
		}
		if d == c || d.partial || d.left != "" || len(d.actors) == 0 {
			continue
		}
		switch {
		case overlap(d.actors, c.actors):
			if len(against) == 0 && (d.act.Type == "SANCTION" || d.act.Type == "ACCUSE") {
				against = without(d.recipients, c.actors)
			}
		case material(d) && overlap(d.recipients, c.actors):
			c.meant = d
			return without(d.actors, c.actors)
		case len(other) == 0 && (material(d) || overlap(d.recipients, c.actors)):
			other, last = without(d.actors, c.actors), d
		}
	}
	if len(against) > 0 {
		return against
	}
	c.meant = last
	return other
}

// judgedHead is the head of what is judged: the subject of what is said of it,
// else the object of the verb that calls it something; -1 where it is left out.
func (v *view) judgedHead(c *candidate) int {
	if c.rule.Fields["voice"] == "" {
		for _, word := range []string{"at", "over", "about", "with"} {
			if head := c.match.Clause.Phrase(word); head >= 0 && v.meansTold(c.s, head) {
				return head // "voiced regret at the decision"
			}
		}
		return c.match.Clause.Object
	}
	return c.match.Clause.Subject
}

// meansTold reports whether a pronoun or definite noun can mean a deed that was told.
func (v *view) meansTold(s *sentence, i int) bool {
	t := s.tree
	switch t.Words[i] {
	case "this", "that", "it", "these", "those", "what":
		return true
	}
	det := t.Child(i, "det")
	if det < 0 || t.Tags[i] != "NOUN" {
		return false
	}
	switch t.Words[det] {
	case "the", "this", "these", "that", "those", "such":
	default:
		return false
	}
	classes := v.x.rules.Classes
	return classes.Word(t, i, "deed") || classes.Word(t, i, "wrongs") || classes.Word(t, i, "causes") || classes.Word(t, i, "turns") || classes.Word(t, i, "sanctions")
}

// hearer is whom the words of a voice are addressed to ("told Oslo", "said to
// the envoy", "warned him").
func (v *view) hearer(c *candidate) []party {
	a := c.voice.attribution
	if a < 0 || a >= len(v.Attributions) {
		return nil
	}
	said := v.Attributions[a]
	if said.Sentence < 0 || said.Sentence >= len(v.sentences) {
		return nil
	}
	s := v.sentences[said.Sentence]
	cue := tokenAt(s.tokens, said.Cue.Start)
	for k := cue; k < len(s.tokens) && s.tokens[k].Start < said.Cue.End; k++ {
		if !s.tree.IsVerb(k) {
			continue
		}
		clause := s.tree.Clause(k)
		for _, head := range []int{clause.Indirect, clause.Object, clause.Phrase("to"), clause.Phrase("at")} {
			if head < 0 || s.voices[head] == a || v.x.rules.Classes.Word(s.tree, head, "listeners") {
				continue
			}
			if found := without(v.named(s, head, true), c.actors); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// isCue reports whether verb i puts words in somebody's mouth: a clause or a
// quotation, not a mere noun.
func (v *view) isCue(s *sentence, i int) bool {
	for _, a := range s.said {
		said := &v.Attributions[a]
		if !said.Cue.Contains(s.tokens[i].Span) || len(said.Content) == 0 || !speaks(said.Verb) {
			continue
		}
		return said.Quoted || s.tree.Clause(i).Complement >= 0 || strings.ContainsAny(said.Content[0].Of(v.Document.Text), "\"“")
	}
	return false
}

// quotations tells of each token whether it stands between quotation marks of
// the sentence; a closing mark itself does, an opening one does not.
func quotations(text string, tokens []chancery.Token) []bool {
	out := make([]bool, len(tokens))
	open := false
	for i := range tokens {
		out[i] = open
		switch tokens[i].Of(text) {
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		case "\"":
			open = !open
		}
	}
	return out
}

// partQuoted reports whether the head of a clause stands in quotation marks that
// leave out its subject: what somebody calls another, in his own words.
func (v *view) partQuoted(s *sentence, i int) bool {
	t := s.tree
	switch t.Tags[i] {
	case "VERB", "ADJ", "NOUN":
	default:
		return false
	}
	if rel := t.Rel(i); rel != "root" && rel != "ccomp" && rel != "parataxis" && rel != "conj" && rel != "xcomp" {
		return false
	}
	if !s.quoted[i] || t.Penn[i] == "VBG" && t.Child(i, "aux", "aux:pass") < 0 {
		return false
	}
	subject := t.Clause(i).Subject
	return subject >= 0 && subject < i && !s.quoted[subject]
}

// sameHost is where others were just told to close a mission or to take their
// staff out, for a mission of which the text leaves out where it is.
func (v *view) sameHost(c *candidate) []party {
	mission := func(d *candidate) bool {
		switch d.act.Name {
		case "close-mission", "suspend-mission", "withdraw-staff":
			return true
		}
		return false
	}
	if !mission(c) {
		return nil
	}
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct && c.s.index-v.told[n].s.index <= farthestBack; n-- {
		if d := v.told[n]; d != c && !d.partial && d.left == "" && mission(d) && !overlap(d.actors, c.actors) && !overlap(d.recipients, c.actors) {
			return d.recipients
		}
	}
	return nil
}
