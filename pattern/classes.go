package pattern

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrRule is wrapped by every error about a line of classes or rules.
var ErrRule = errors.New("not a line of the rules")

// Classes are named sets of words and phrases. A phrase of several words is
// found by its last one.
type Classes struct {
	byLast map[string][]classWord
	names  map[string]bool
}

type classWord struct {
	class  string
	before []string // the words before the last, in text order
}

// NewClasses is an empty set of classes.
func NewClasses() *Classes {
	return &Classes{byLast: map[string][]classWord{}, names: map[string]bool{}}
}

// Add reads lines of the form "class NAME: word, two words, …"; "#" begins a
// comment line. "+NAME" among the words takes over the words that class NAME
// has by then. The error wraps ErrRule and names file and line.
func (c *Classes) Add(file, text string) error {
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, list, found := strings.Cut(strings.TrimPrefix(line, "class "), ":")
		if !found || !strings.HasPrefix(line, "class ") {
			return fmt.Errorf("%s:%d: %w: want \"class NAME: words\"", file, number, ErrRule)
		}
		name = strings.TrimSpace(name)
		c.names[name] = true
		for word := range strings.SplitSeq(list, ",") {
			if word = strings.TrimSpace(word); strings.HasPrefix(word, "+") {
				if !c.names[word[1:]] {
					return fmt.Errorf("%s:%d: %w: no class %q before this line", file, number, ErrRule, word[1:])
				}
				c.copyClass(word[1:], name)
			} else if word != "" {
				c.addWord(name, word)
			}
		}
	}
	return nil
}

func (c *Classes) addWord(class, phrase string) {
	words := strings.Fields(strings.ToLower(phrase))
	last := words[len(words)-1]
	for _, form := range []string{last, plural(last)} {
		c.byLast[form] = append(c.byLast[form], classWord{class, words[:len(words)-1]})
	}
}

func (c *Classes) copyClass(from, to string) {
	lasts := make([]string, 0, len(c.byLast))
	for last := range c.byLast {
		lasts = append(lasts, last)
	}
	slices.Sort(lasts)
	for _, last := range lasts {
		for _, word := range slices.Clone(c.byLast[last]) {
			if word.class == from {
				c.byLast[last] = append(c.byLast[last], classWord{to, word.before})
			}
		}
	}
}

// Known reports whether a class of that name was added.
func (c *Classes) Known(name string) bool { return c.names[name] }

// KnownWord reports whether the single word is in the class.
func (c *Classes) KnownWord(class, word string) bool {
	for _, entry := range c.byLast[word] {
		if entry.class == class && len(entry.before) == 0 {
			return true
		}
	}
	return false
}

// Word reports whether token i, by its lemma or its word, ends a phrase of the
// class; -1, no token, ends none.
func (c *Classes) Word(t *Tree, i int, class string) bool {
	if i < 0 {
		return false
	}
	return c.ends(t, i, t.Lemmas[i], class) || (t.Words[i] != t.Lemmas[i] && c.ends(t, i, t.Words[i], class))
}

func (c *Classes) ends(t *Tree, i int, word, class string) bool {
	for _, entry := range c.byLast[word] {
		if entry.class != class || len(entry.before) > i {
			continue
		}
		first := i - len(entry.before)
		fits := true
		for k, want := range entry.before {
			if t.Lemmas[first+k] != want && t.Words[first+k] != want {
				fits = false
				break
			}
		}
		if fits {
			return true
		}
	}
	return false
}

// Phrase reports whether the noun phrase with head i is of the class: by its
// head, by a noun that it measures ("dozens of diplomats", "members of the
// mission's staff"), or by one of its conjuncts.
func (c *Classes) Phrase(t *Tree, i int, class string) bool {
	if i < 0 {
		return false
	}
	for _, k := range t.Conjuncts(i) {
		if c.Word(t, k, class) || c.compound(t, k, class) {
			return true
		}
		if c.Word(t, k, measureClass) || t.Tags[k] == "NUM" || t.Tags[k] == "PRON" || t.Tags[k] == "DET" {
			if of := t.Clause(k).Phrase("of"); of >= 0 && c.Word(t, of, class) {
				return true
			}
		}
	}
	return false
}

// measureClass is the name of the class of words that measure what follows
// "of": number, group, series …
const measureClass = "measure"

// compound covers heads whose compound names the class ("sanctions package",
// "embassy closure"), but only for measure words.
func (c *Classes) compound(t *Tree, i int, class string) bool {
	if !c.Word(t, i, measureClass) {
		return false
	}
	for _, k := range t.near(i) {
		if t.Rel(k) == "compound" && c.Word(t, k, class) {
			return true
		}
	}
	return false
}
