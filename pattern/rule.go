package pattern

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Trigger is the words that a rule is anchored on. Before are lemmas directly
// before the anchor, After lemmas behind it: particles, prepositions and
// further words, which for a verb may stand behind its object.
type Trigger struct {
	Anchor        string
	Before, After []string
	// Apart is true where After may stand behind the object ("kick ~ out").
	Apart bool
	// Tag is the universal tag that the anchor must have: VERB, NOUN, ADJ, or
	// empty for any.
	Tag string
}

// Slot asks for, or forbids, words in one place of the clause.
type Slot struct {
	// Place is subj, obj, iobj, comp, mod, or the prepositions of a phrase.
	Places []string
	// Classes are the classes of which one must fit; empty: any words.
	Classes []string
	// Optional slots never fail, Forbidden ones fail when they fit.
	Optional, Forbidden bool
}

// Example is a sentence of a rule with what it must give (or must not).
type Example struct {
	Text, Gives string
	Line        int
}

// Rule is one frame: triggers, what must stand round them, and the caller's
// own settings.
type Rule struct {
	Name     string
	Triggers []Trigger
	Slots    []Slot
	// Fields are the caller's settings ("act", "actor" …) by key.
	Fields map[string]string
	// Yes are examples that the rule fires on, No those it must not.
	Yes, No []Example
	// Weight breaks ties: the rule with more constraints wins.
	Weight int
	File   string
	Line   int
	order  int
}

// Set is compiled rules by anchor; it is safe for many goroutines once built.
type Set struct {
	Classes *Classes
	rules   []*Rule
	anchors map[string][]anchored
}

type anchored struct {
	rule    *Rule
	trigger Trigger
}

// NewSet is an empty set over the classes.
func NewSet(classes *Classes) *Set {
	return &Set{Classes: classes, anchors: map[string][]anchored{}}
}

// Rules lists the rules in the order of their files.
func (s *Set) Rules() []*Rule { return s.rules }

// Add compiles the rules of a file. A rule is a block of lines "key words":
//
//	rule NAME            begins a rule
//	verb WORDS, WORDS    triggers that are verbs; noun, adj, any likewise
//	                     ("kick ~ out" has its particle behind)
//	subj CLASS|CLASS     the subject is of a class; "*" is anything; likewise
//	                     obj, iobj, comp, mod (a noun's own modifier)
//	to|into CLASS        a phrase with one of the prepositions
//	comp.obj CLASS       the object of the clause that completes the predicate;
//	                     gov is the word over the anchor (gov.subj, gov.obj
//	                     its subject and object), child and objmod the
//	                     dependents of the anchor and of its object, near the
//	                     words behind it up to a verb, after those up to a stop
//	obj? CLASS           optional; obj! CLASS forbidden
//	weight N             added to the rule's weight
//	+ SENTENCE => X      an example that must give X
//	- SENTENCE           one that the rule must not fire on
//
// Keys in settings are kept in Fields. The error wraps ErrRule and names file
// and line.
func (s *Set) Add(file, text string, settings ...string) error {
	known := map[string]bool{}
	for _, key := range settings {
		known[key] = true
	}
	var rule *Rule
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, rest, _ := strings.Cut(line, " ")
		rest = strings.TrimSpace(rest)
		if key == "rule" {
			rule = &Rule{Name: rest, Fields: map[string]string{}, File: file, Line: number, order: len(s.rules)}
			s.rules = append(s.rules, rule)
			continue
		}
		if rule == nil {
			return fmt.Errorf("%s:%d: %w: %q before the first rule", file, number, ErrRule, key)
		}
		if err := s.line(rule, key, rest, number, known); err != nil {
			return fmt.Errorf("%s:%d: %w: %w", file, number, ErrRule, err)
		}
	}
	s.compile(file)
	return nil
}

func (s *Set) line(rule *Rule, key, rest string, number int, known map[string]bool) error {
	switch key {
	case "verb", "noun", "adj", "any":
		tag := map[string]string{"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "any": ""}[key]
		for phrase := range strings.SplitSeq(rest, ",") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				rule.Triggers = append(rule.Triggers, trigger(phrase, tag))
			}
		}
	case "+":
		sentence, gives, found := strings.Cut(rest, "=>")
		if !found {
			return fmt.Errorf("an example needs \"=> what it gives\"")
		}
		rule.Yes = append(rule.Yes, Example{strings.TrimSpace(sentence), strings.TrimSpace(gives), number})
	case "-":
		rule.No = append(rule.No, Example{Text: rest, Line: number})
	case "weight":
		n, err := strconv.Atoi(rest)
		if err != nil {
			return fmt.Errorf("weight %q is no number", rest)
		}
		rule.Weight += n
	default:
		if known[key] {
			rule.Fields[key] = rest
			return nil
		}
		return s.slot(rule, key, rest)
	}
	return nil
}

func (s *Set) slot(rule *Rule, key, rest string) error {
	slot := Slot{}
	switch key[len(key)-1] {
	case '?':
		slot.Optional = true
	case '!':
		slot.Forbidden = true
	}
	slot.Places = strings.Split(strings.TrimRight(key, "?!"), "|")
	for i, place := range slot.Places {
		slot.Places[i] = strings.ReplaceAll(place, "_", " ")
	}
	if classes := strings.Split(rest, "|"); rest != "" && !slices.Contains(classes, "*") {
		slot.Classes = classes
	}
	for _, class := range slot.Classes {
		if !strings.HasPrefix(class, "@") && !strings.HasPrefix(class, "=") && !s.Classes.Known(class) {
			return fmt.Errorf("no class %q", class)
		}
	}
	rule.Slots = append(rule.Slots, slot)
	return nil
}

// trigger reads "impose", "kick ~ out", "travel ban": verbs are anchored on
// their first word, the others on their last, unless "^" marks the anchor.
func trigger(phrase, tag string) Trigger {
	words := strings.Fields(strings.ToLower(phrase))
	at := 0
	if tag != "VERB" && tag != "" {
		at = len(words) - 1
	}
	for i, word := range words {
		if strings.HasPrefix(word, "^") {
			at, words[i] = i, word[1:]
		}
	}
	out := Trigger{Anchor: words[at], Before: words[:at], Tag: tag}
	for _, word := range words[at+1:] {
		if word == "~" {
			out.Apart = true
			continue
		}
		out.After = append(out.After, word)
	}
	return out
}

func (s *Set) compile(file string) {
	for _, rule := range s.rules {
		if rule.File != file {
			continue
		}
		for _, slot := range rule.Slots {
			switch {
			case slot.Forbidden, slot.Optional:
			case len(slot.Classes) > 0:
				rule.Weight += 3
			default:
				rule.Weight++
			}
		}
		for _, trigger := range rule.Triggers {
			forms := []string{trigger.Anchor}
			switch trigger.Tag {
			case "VERB":
				forms = append(forms, Inflections(trigger.Anchor)...)
			case "NOUN":
				forms = append(forms, plural(trigger.Anchor))
			}
			for _, form := range forms {
				s.anchors[form] = append(s.anchors[form], anchored{rule, trigger})
			}
		}
	}
}
