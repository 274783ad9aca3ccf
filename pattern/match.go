package pattern

import (
	"slices"
	"strings"
)

// Facts tells whether the phrase with head i is of a class that does not
// stand in word lists; the class's name begins with "@" ("@party").
type Facts func(i int, class string) bool

// Match is a rule that fits at an anchor.
type Match struct {
	Rule   *Rule
	Anchor int
	Clause *Clause
	// Slots holds, slot by slot of the rule, the head that filled it, -1 for none.
	Slots []int
	// Weight is the rule's weight with that of its trigger.
	Weight int
	// First and Last are the outermost tokens of the trigger.
	First, Last int
}

// At returns the matches of all rules anchored on token i, the heaviest
// first; equal ones in the order of the files.
func (s *Set) At(t *Tree, i int, facts Facts) []Match {
	var out []Match
	out = s.anchoredOn(t, i, t.Lemmas[i], facts, out)
	if len(out) == 0 && t.Words[i] != t.Lemmas[i] {
		out = s.anchoredOn(t, i, t.Words[i], facts, out) // the lemma may be wrong
	}
	if len(out) == 0 {
		out = s.anyWord(t, i, facts, out)
	}
	for k := 1; k < len(out); k++ {
		for j := k; j > 0 && heavier(out[j], out[j-1]); j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// anyWord returns the matches of the rules that are anchored on any word
// ("any *"), for words on which no other rule fits. What such a rule asks of the
// word itself is asked first, so that it costs nothing elsewhere.
func (s *Set) anyWord(t *Tree, i int, facts Facts, out []Match) []Match {
	for _, a := range s.anchors[anyAnchor] {
		for _, slot := range a.rule.Slots {
			if len(slot.Places) == 1 && slot.Places[0] == "self" && !slot.Forbidden && s.fits(t, i, slot.Classes, facts) {
				return s.anchoredOn(t, i, anyAnchor, facts, out)
			}
		}
	}
	return out
}

// anyAnchor is the trigger of a rule that is anchored on any word.
const anyAnchor = "*"

func heavier(a, b Match) bool {
	if a.Weight != b.Weight {
		return a.Weight > b.Weight
	}
	return a.Rule.order < b.Rule.order
}

func (s *Set) anchoredOn(t *Tree, i int, word string, facts Facts, out []Match) []Match {
	for _, a := range s.anchors[word] {
		m := Match{Rule: a.rule, Anchor: i, First: i, Last: i}
		if !s.trigger(t, a.trigger, &m) {
			continue
		}
		m.Clause = t.Clause(i)
		if a.trigger.Tag == "VERB" && t.Tags[i] != "VERB" && (t.Tags[i] != "AUX" || t.Rel(i) == "aux" && !auxiliary(t.Lemmas[i])) && t.Tags[i] != "" {
			m.Clause = t.flat(i)
		}
		if a.trigger.Tag == "ADJ" && m.Clause.Passive {
			m.Clause = m.Clause.adjectival()
		}
		if m.Clause.Object < 0 && len(a.trigger.After) > 0 {
			if head := m.Clause.Phrase(a.trigger.After[len(a.trigger.After)-1]); head >= 0 {
				with := *m.Clause // "called on X": X is the object of both words
				with.Object = head
				with.Outer = t.phrasesOf(head, slices.Clip(with.Outer))
				m.Clause = &with
			}
		}
		if s.slots(t, &m, facts) {
			m.Weight = a.rule.Weight + 2*(len(a.trigger.Before)+len(a.trigger.After))
			out = append(out, m)
		}
	}
	return out
}

// adjectival is the clause of a participle that is meant as an adjective: who
// "was alarmed by" something is the subject, and nothing is done to him.
func (c *Clause) adjectival() *Clause {
	with := *c
	with.Subject, with.Object, with.Passive = c.Object, -1, false
	return &with
}

func (s *Set) trigger(t *Tree, trigger Trigger, m *Match) bool {
	i := m.Anchor
	if !tagFits(t.Tags[i], trigger.Tag) && (trigger.Tag != "VERB" || !t.mistagged(i)) {
		return false
	}
	if len(trigger.Before) > i {
		return false
	}
	m.First = i - len(trigger.Before)
	for k, want := range trigger.Before {
		if t.Lemmas[m.First+k] != want && t.Words[m.First+k] != want {
			return false
		}
	}
	for _, want := range trigger.After {
		at := t.behind(i, m.Last, want)
		if at > m.Last+1 && trigger.Apart && particle(want) && t.Rel(at) == "case" && (at+1 >= t.Len() || t.Tags[at+1] != "ADP") {
			at = -1 // "called home their envoys in anger" is not "called in"
		}
		if at < 0 {
			return false
		}
		m.Last = at
	}
	return true
}

// particle names the words that go with a verb and may stand behind its object.
func particle(word string) bool {
	switch word {
	case "in", "off", "up", "down", "back", "home", "away", "over", "on":
		return true
	}
	return false
}

func tagFits(tag, want string) bool {
	switch want {
	case "":
		return true
	case "NOUN":
		return tag == "NOUN" || tag == "PROPN" || tag == ""
	case "VERB":
		return tag == "VERB" || tag == "AUX" || tag == ""
	case "ADJ":
		return tag == "ADJ" || tag == "VERB" || tag == "ADV" || tag == ""
	}
	return tag == want
}

// behind finds the lemma directly after token last, or among the dependents
// of i and of its object behind last.
func (t *Tree) behind(i, last int, want string) int {
	if last+1 < t.Len() && (t.Lemmas[last+1] == want || t.Words[last+1] == want) {
		return last + 1
	}
	for _, k := range t.near(i) {
		if k <= last {
			continue
		}
		if t.Lemmas[k] == want || t.Words[k] == want {
			return k
		}
		for _, deep := range t.near(k) {
			if deep > last && t.Rel(deep) == "case" && t.Lemmas[deep] == want {
				return deep
			}
		}
	}
	return -1
}

func (s *Set) slots(t *Tree, m *Match, facts Facts) bool {
	m.Slots = make([]int, len(m.Rule.Slots))
	for n, slot := range m.Rule.Slots {
		head := s.fill(t, m, slot, facts)
		m.Slots[n] = head
		if slot.Forbidden && head >= 0 {
			return false
		}
		if !slot.Forbidden && !slot.Optional && head < 0 {
			return false
		}
	}
	return true
}

func (s *Set) fill(t *Tree, m *Match, slot Slot, facts Facts) int {
	for _, place := range slot.Places {
		for _, head := range t.place(m.Clause, place) {
			if s.fits(t, head, slot.Classes, facts) {
				return head
			}
		}
	}
	return -1
}

// place lists the heads that stand in a place of the clause.
func (t *Tree) place(c *Clause, place string) []int {
	one := func(i int) []int {
		if i < 0 {
			return nil
		}
		return []int{i}
	}
	switch place {
	case "subj":
		return one(c.Subject)
	case "obj":
		return one(c.Object)
	case "iobj":
		return one(c.Indirect)
	case "comp":
		return one(c.Complement)
	case "comp.obj":
		if c.Complement >= 0 {
			return one(t.Clause(c.Complement).Object)
		}
		return nil
	case "mod":
		return c.Modifiers
	case "self":
		return one(c.Head)
	case "gov":
		return t.over(c.Head)
	case "gov.subj", "gov.obj":
		up := t.Parent[c.Head]
		if up < 0 {
			return nil
		}
		if place == "gov.subj" {
			return one(t.Clause(up).Subject)
		}
		return one(t.Clause(up).Object)
	case "child":
		return t.near(c.Head)
	case "objmod":
		if c.Object >= 0 {
			return t.near(c.Object)
		}
		return nil
	case "near":
		var out []int
		for k := c.Head + 1; k < t.Len() && k < c.Head+10; k++ {
			if out = append(out, k); t.Tags[k] == "VERB" {
				break
			}
		}
		return out
	}
	if place == "after" {
		return t.after(c.Head)
	}
	var out []int
	for _, list := range [][]Phrase{c.Phrases, c.Outer} {
		for _, p := range list {
			if p.Preposition == place && p.Head != c.Head {
				out = append(out, p.Head)
			}
		}
	}
	return out
}

// over is the governor of token i and, for what something is a number or a
// package of, the governor of that ("adopted a package of sanctions").
func (t *Tree) over(i int) []int {
	up := t.Parent[i]
	if up < 0 {
		return nil
	}
	out := []int{up}
	if t.Rel(i) == "nmod" && t.Preposition(i) == "of" && t.Parent[up] >= 0 {
		out = append(out, t.Parent[up])
	}
	return out
}

// after lists the tokens behind i up to the next stop, verbs and all.
func (t *Tree) after(i int) []int {
	var out []int
	for k := i + 1; k < t.Len() && k < i+16 && t.Words[k] != "." && t.Words[k] != ";"; k++ {
		out = append(out, k)
	}
	return out
}

func (s *Set) fits(t *Tree, head int, classes []string, facts Facts) bool {
	if len(classes) == 0 {
		return true
	}
	for _, class := range classes {
		switch {
		case strings.HasPrefix(class, "@"):
			if facts != nil && facts(head, class) {
				return true
			}
		case strings.HasPrefix(class, "="):
			if t.Lemmas[head] == class[1:] || t.Words[head] == class[1:] {
				return true
			}
		case s.Classes.Phrase(t, head, class):
			return true
		}
	}
	return false
}
