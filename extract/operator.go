package extract

import (
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/pattern"
)

// operators are the words that change how real a deed is, and the table by
// which they compose.
type operators struct {
	effects map[string]string    // lemma ("call off" with its particle, "leave@NOUN" with its tag) to effect
	forms   map[string]string    // inflected form to lemma, where a lemma may be wrong
	compose map[[2]string]string // outer, inner to result
	inverse map[string]string    // act to the act that ends it
	// counterpart tells of acts that are always done to somebody what their
	// object must be for the text to leave out whom.
	counterpart map[string]string
	promise     map[string]string // act to the act that promises it
}

// The effects of operators beside the statuses.
const (
	effectKeep   = "keep"   // "managed to": as real as before
	effectDrop   = "drop"   // "accused of": told by another act
	effectEnd    = "end"    // "lifted", "stopped": the deed's end
	effectCancel = "cancel" // "called off": the end of what has not begun
	effectDecide = "decide" // "agreed to", "ordered": decided
)

// newOperators reads lines "EFFECT: lemmas", "compose OUTER INNER RESULT",
// "inverse ACT ACT", "counterpart ACT OBJECT" and "promise ACT ACT"; the error wraps
// pattern.ErrRule and names file and line.
func newOperators(file, text string) (*operators, error) {
	o := &operators{effects: map[string]string{}, forms: map[string]string{}, compose: map[[2]string]string{}, inverse: map[string]string{}, counterpart: map[string]string{}, promise: map[string]string{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		effect, list, found := strings.Cut(line, ":")
		switch {
		case fields[0] == "compose" && len(fields) == 4:
			o.compose[[2]string{fields[1], fields[2]}] = fields[3]
		case fields[0] == "inverse" && len(fields) == 3:
			o.inverse[fields[1]] = fields[2]
		case fields[0] == "counterpart" && len(fields) == 3:
			o.counterpart[fields[1]] = fields[2]
		case fields[0] == "promise" && len(fields) == 3:
			o.promise[fields[1]] = fields[2]
		case found && len(strings.Fields(effect)) == 1:
			for word := range strings.SplitSeq(list, ",") {
				word = strings.TrimSpace(word)
				o.effects[word] = effect
				for _, form := range pattern.Inflections(word) {
					o.forms[form] = word
				}
			}
		default:
			return nil, fmt.Errorf("%s:%d: %w: neither operator, compose, inverse, counterpart nor promise", file, number, pattern.ErrRule)
		}
	}
	return o, nil
}

// combine puts an outer status round an inner one.
func (o *operators) combine(outer, inner string) string {
	if result, known := o.compose[[2]string{outer, inner}]; known {
		return result
	}
	return outer
}

// effect is what the word at token i does to a deed below it: with its
// particle, with its tag, by its lemma, or by its form.
func (o *operators) effect(t *pattern.Tree, i int) (string, bool) {
	lemma := t.Lemmas[i]
	if t.Tags[i] == "VERB" && i+1 < t.Len() && (t.Rels[i+1] == "compound:prt" || t.Tags[i+1] == "ADP" || t.Tags[i+1] == "ADV") {
		if effect, known := o.effects[lemma+" "+t.Words[i+1]]; known {
			return effect, true
		}
	}
	if effect, known := o.effects[lemma+"@"+t.Tags[i]]; known {
		return effect, true
	}
	effect, known := o.effects[lemma]
	if base, inflected := o.forms[t.Words[i]]; !known && inflected && t.Tags[i] == "VERB" {
		effect, known = o.effects[base]
	}
	return effect, known
}

// reality is what the words round an anchor say of how real its deed is.
type reality struct {
	status string
	// ended is true where the deed's end is told ("lifted its ban").
	ended bool
	// cancelled is true where its doer calls it off before it began.
	cancelled bool
	// decided is true where its doer decided it ("agreed to reopen").
	decided bool
	// future is true for "will", without more.
	future  bool
	negated bool
	reason  string
	// dropper is the token whose act tells the deed, when reason says so.
	dropper int
}

// realityOf reads the operators from the anchor upwards.
func (v *view) realityOf(s *sentence, anchor int) reality {
	r := reality{status: string(chancery.StatusActual)}
	t := s.tree
	v.local(s, anchor, &r)
	at := anchor
	for steps := 0; steps < 10; steps++ {
		first := t.FirstConjunct(at)
		up := t.Parent[first]
		if up < 0 || v.leaves(s, first, up) {
			break
		}
		v.governed(s, first, up, &r)
		if t.IsVerb(up) || t.Tags[up] == "AUX" {
			if v.scope(t.Rel(first)) {
				v.local(s, up, &r)
			}
		}
		at = up
	}
	return r
}

// leaves reports whether the step from a token to its governor leaves the
// scope of operators: out of what is said, or out of a relative clause.
func (v *view) leaves(s *sentence, at, up int) bool {
	t := s.tree
	switch t.Rel(at) {
	case "parataxis", "appos", "root", "discourse", "vocative", "dislocated":
		return true
	case "ccomp":
		return v.x.rules.Classes.Word(t, up, "saying")
	case "nsubj", "csubj":
		return t.Rels[at] != "nsubj:pass" // "the sanctions were lifted"
	case "acl":
		over := t.Parent[t.FirstConjunct(up)]
		if mark := t.Child(at, "mark"); mark >= 0 && t.Penn[at] == "VBG" && over >= 0 && v.x.rules.Classes.Word(t, mark, "completers") && v.x.rules.Classes.Word(t, over, "blaming") {
			return false // "accused the group of supporting"
		}
		return t.Rels[at] == "acl:relcl" || t.Clause(at).Passive || (t.Penn[at] == "VBG")
	case "advcl":
		if mark := t.Child(at, "mark"); mark >= 0 && (t.Words[mark] == "that" || v.x.rules.Classes.Word(t, mark, "completers")) {
			return v.x.rules.Classes.Word(t, up, "saying") && t.Words[mark] == "that" // but not "banned from entering", "warned against closing"
		}
		return !t.Clause(at).Shared || t.Penn[at] == "VBG" || t.Penn[at] == "VBN"
	case "obl":
		word := t.Preposition(at)
		return word != "of" && word != "from" && word != "to" && word != "on" && word != "with" && word != "for" && word != "about" && word != "against" && word != "into"
	case "nmod":
		return t.Preposition(at) != "of" && t.Preposition(at) != "for" && t.Preposition(at) != "on" && t.Preposition(at) != "to"
	}
	return false
}

// scope is where auxiliaries of the governor hold for what it governs.
func (v *view) scope(rel string) bool {
	switch rel {
	case "xcomp", "ccomp", "obj", "nsubj", "advcl", "obl", "acl":
		return true
	}
	return false
}

// governed applies the operator that token up is over token at.
func (v *view) governed(s *sentence, at, up int, r *reality) {
	t := s.tree
	effect, known := v.x.operators.effect(t, up)
	if t.Lemmas[up] == "expect" && t.Clause(up).Passive {
		effect, known = string(chancery.StatusPlanned), true
	}
	if t.Lemmas[up] == "call" && (t.Clause(up).Phrase("on") >= 0 || t.Clause(up).Phrase("for") >= 0 || t.Clause(up).Phrase("upon") >= 0) {
		effect, known = effectDrop, true
	}
	if t.Rel(at) == "nmod" || t.Rel(at) == "obl" {
		// "a ban on the import", "a plan for": only nouns that are operators.
		if rel := t.Preposition(at); (rel != "to" || effect != effectEnd) && rel != "of" && rel != "for" && rel != "from" && rel != "on" && rel != "against" && rel != "about" {
			known = false
		}
	}
	if t.Rels[at] == "nsubj:pass" || t.Rel(at) == "compound" {
		known = known && effect != effectDecide
	}
	if !known {
		return
	}
	switch effect {
	case effectKeep:
	case effectDecide:
		r.decided = true
		if r.future {
			r.future, r.status = false, string(chancery.StatusActual)
		}
	case effectEnd, effectCancel:
		if t.Rel(at) == "advcl" && t.Clause(at).Shared && t.Penn[at] == "VB" {
			return // "lifted the ban to restore ties": the purpose is not what ends
		}
		r.ended = !r.ended
		r.cancelled = effect == effectCancel
	case effectDrop:
		if r.status == string(chancery.StatusRequested) {
			return
		}
		r.reason, r.dropper = "told as part of what "+t.Words[up]+" says", up
	default:
		r.status = v.x.operators.combine(effect, r.status)
	}
}

func isStatus(effect string) bool {
	return slices.Contains(chancery.Statuses(), chancery.Status(effect))
}

// backshifted reports whether "would" is "will" in reported speech ("said it would").
func (v *view) backshifted(s *sentence, i int) bool {
	t := s.tree
	first := t.FirstConjunct(i)
	up := t.Parent[first]
	if said := t.Child(first, "parataxis"); said >= 0 && t.Penn[said] == "VBD" && v.x.rules.Classes.Word(t, said, "saying") {
		return true // "Oslo would recall its envoy, it said"
	}
	return t.Rel(first) == "ccomp" && up >= 0 && v.x.rules.Classes.Word(t, up, "saying") && (t.Penn[up] == "VBD" || t.Penn[up] == "VBN") && t.Child(first, "mark") < 0 ||
		t.Rel(first) == "ccomp" && up >= 0 && v.x.rules.Classes.Word(t, up, "saying") && t.Penn[up] == "VBD"
}

// performed reports whether somebody does in the first person what he says that
// he would, must or can do: "we would ask", "I must protest", "I can only
// welcome". Saying it is the act.
func (v *view) performed(s *sentence, i int, c *pattern.Clause) bool {
	t := s.tree
	if c.Negated || c.Subject < 0 || !firstPerson(t.Words[c.Subject]) || !v.x.rules.Classes.Word(t, i, "performing") {
		return false
	}
	for _, word := range c.Auxiliaries {
		switch word {
		case "would", "'d", "must", "can", "should", "may":
		default:
			return false
		}
	}
	return len(c.Auxiliaries) > 0 && s.condition() < 0
}

// local reads the auxiliaries, negation and conjunction of one predicate.
func (v *view) local(s *sentence, i int, r *reality) {
	t := s.tree
	c := t.Clause(i)
	if c.Negated {
		r.negated = !r.negated
	}
	performed := v.performed(s, i, c)
	for _, word := range c.Auxiliaries {
		if performed {
			break
		}
		switch word {
		case "will", "shall", "'ll", "wo":
			r.future = true
		case "would", "'d":
			if v.backshifted(s, i) {
				r.future = true
				continue
			}
			r.status = v.x.operators.combine("hypothetical", r.status)
		case "may", "might", "could":
			r.status = v.x.operators.combine(string(chancery.StatusPossible), r.status)
		case "should", "must", "ought", "can", "need":
			r.status = v.x.operators.combine("obligation", r.status)
		}
	}
	for _, k := range nearby(t.Children(i)) {
		switch t.Rel(k) {
		case "mark":
			switch t.Lemmas[k] {
			case "whether":
				r.status = v.x.operators.combine(string(chancery.StatusPossible), r.status)
			case "if", "unless", "lest":
				r.status = v.x.operators.combine("condition", r.status)
			case "toward", "towards":
				r.status = v.x.operators.combine("hypothetical", r.status) // "a step towards restoring"
			}
		case "advmod":
			switch t.Lemmas[k] {
			case "reportedly", "possibly", "perhaps", "allegedly", "probably":
				r.status = v.x.operators.combine(string(chancery.StatusPossible), r.status)
			case "almost", "nearly":
				r.negated = !r.negated
			}
		case "det":
			if c.Nominal && (t.Lemmas[k] == "any" || t.Lemmas[k] == "no") {
				r.status = v.x.operators.combine("hypothetical", r.status)
			}
		case "amod":
			if effect, _ := v.x.operators.effect(t, k); isStatus(effect) && c.Nominal {
				r.status = v.x.operators.combine(effect, r.status)
			}
		}
	}
}
