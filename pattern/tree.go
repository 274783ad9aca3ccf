// Package pattern is the written engine: rules over tokens and arcs, anchored
// on lemmas, compiled once and matched in time linear in the text. It knows
// grammar and no politics: words, classes and rules are the caller's data.
package pattern

import (
	"strings"

	"chancery"
)

// Tree is one parsed sentence with its arcs turned round. Positions count
// tokens from 0; -1 stands for none. Arcs that run in a circle are cut.
type Tree struct {
	// Lemmas and Words are in lower case; a token without a lemma has its word.
	Lemmas, Words []string
	Tags, Rels    []string
	// Penn holds the Penn Treebank tags.
	Penn []string
	// Parent is the governor of each token, -1 for a root.
	Parent []int
	// Left and Right are the outermost tokens of the subtree below each token.
	Left, Right []int
	start       []int // children of i are below[start[i]:start[i+1]]
	below       []int
	clauses     []*Clause
}

// NewTree turns the arcs of a sentence of text round.
func NewTree(text string, sentence chancery.Sentence) *Tree {
	n := len(sentence.Tokens)
	t := &Tree{
		Lemmas: make([]string, n), Words: make([]string, n), Tags: make([]string, n), Rels: make([]string, n), Penn: make([]string, n),
		Parent: make([]int, n), Left: make([]int, n), Right: make([]int, n), start: make([]int, n+1), clauses: make([]*Clause, n),
	}
	for i, token := range sentence.Tokens {
		t.Words[i] = strings.ReplaceAll(strings.ToLower(token.Of(text)), "’", "'")
		t.Lemmas[i] = strings.ToLower(token.Lemma)
		if t.Lemmas[i] == "" || t.Lemmas[i] == "_" {
			t.Lemmas[i] = t.Words[i]
		}
		if lemma, known := irregular()[t.Words[i]]; known && token.UPOS == "VERB" {
			t.Lemmas[i] = lemma
		}
		t.Tags[i], t.Rels[i], t.Penn[i] = token.UPOS, token.Deprel, token.XPOS
		t.Parent[i] = -1
		if token.Head > 0 && token.Head <= n && token.Head-1 != i {
			t.Parent[i] = token.Head - 1
		}
		t.Left[i], t.Right[i] = i, i
	}
	t.mend()
	t.joinLists()
	t.settle()
	return t
}

// settle cuts circles, lists children and measures subtrees.
func (t *Tree) settle() {
	waiting := make([]int, t.Len())
	for _, p := range t.Parent {
		if p >= 0 {
			waiting[p]++
		}
	}
	queue := make([]int, 0, t.Len())
	for i, w := range waiting {
		if w == 0 {
			queue = append(queue, i)
		}
	}
	done := make([]bool, t.Len())
	for next := 0; next < len(queue); next++ {
		i := queue[next]
		done[i] = true
		p := t.Parent[i]
		if p < 0 {
			continue
		}
		t.Left[p], t.Right[p] = min(t.Left[p], t.Left[i]), max(t.Right[p], t.Right[i])
		if waiting[p]--; waiting[p] == 0 {
			queue = append(queue, p)
		}
	}
	for i := range done {
		if !done[i] {
			t.Parent[i] = -1
		}
	}
	t.list()
}

func (t *Tree) list() {
	for _, p := range t.Parent {
		if p >= 0 {
			t.start[p+1]++
		}
	}
	for i := range t.Parent {
		t.start[i+1] += t.start[i]
	}
	t.below = make([]int, t.start[t.Len()])
	filled := make([]int, t.Len())
	for i, p := range t.Parent {
		if p >= 0 {
			t.below[t.start[p]+filled[p]] = i
			filled[p]++
		}
	}
}

// Len is the number of tokens.
func (t *Tree) Len() int { return len(t.Words) }

// Children are the dependents of token i in text order.
func (t *Tree) Children(i int) []int { return t.below[t.start[i]:t.start[i+1]] }

// Rel is the relation of token i without its subtype.
func (t *Tree) Rel(i int) string {
	base, _, _ := strings.Cut(t.Rels[i], ":")
	return base
}

// Child is the first dependent of i with one of the relations (with or
// without subtype), -1 for none. At most mostChildren are looked at.
func (t *Tree) Child(i int, rels ...string) int {
	for _, c := range t.near(i) {
		for _, rel := range rels {
			if t.Rels[c] == rel || t.Rel(c) == rel {
				return c
			}
		}
	}
	return -1
}

// mostChildren bounds the work on one governor, so that a hostile sentence
// with one head for all its words is still read in linear time.
const mostChildren = 48

func (t *Tree) near(i int) []int {
	children := t.Children(i)
	if len(children) > mostChildren {
		return children[:mostChildren]
	}
	return children
}

// Under reports whether token i is above or at token at, looking at most
// mostSteps governors up.
func (t *Tree) Under(i, at int) bool {
	for steps := 0; i >= 0 && steps < mostSteps; steps++ {
		if i == at {
			return true
		}
		i = t.Parent[i]
	}
	return false
}

const mostSteps = 40

// Leads reports whether token i hangs on the sentence's root or on a verb
// coordinated with it, or on what the root says.
func (t *Tree) Leads(i int) bool {
	up := t.Parent[i]
	if up < 0 {
		return true
	}
	return t.Parent[t.FirstConjunct(up)] < 0
}

// IsVerb reports whether token i is a verb or heads a predicate (has a copula).
func (t *Tree) IsVerb(i int) bool {
	return t.Tags[i] == "VERB" || t.Child(i, "cop") >= 0
}

// Conjuncts are i and the tokens coordinated with it, in text order, when i
// is the first of them.
func (t *Tree) Conjuncts(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && len(out) < mostChildren; k++ {
		for _, c := range t.near(out[k]) {
			if t.Rel(c) == "conj" {
				out = append(out, c)
			}
		}
	}
	return out
}

// FirstConjunct walks from a coordinated token to the first of its row.
func (t *Tree) FirstConjunct(i int) int {
	for steps := 0; t.Rel(i) == "conj" && t.Parent[i] >= 0 && steps < mostSteps; steps++ {
		i = t.Parent[i]
	}
	return i
}

// Preposition is the case word of a phrase with head i ("because of" is
// "because of"), empty when it has none.
func (t *Tree) Preposition(i int) string {
	words := ""
	for _, c := range t.near(i) {
		if t.Rel(c) != "case" || t.Lemmas[c] == "'s" || t.Words[c] == "'" {
			continue
		}
		if words != "" && c != i && t.Lemmas[c] != "of" {
			break // "from inside X" is "from"
		}
		if words != "" {
			words += " "
		}
		words += t.Lemmas[c]
		for _, f := range t.near(c) {
			if t.Rel(f) == "fixed" {
				words += " " + t.Lemmas[f]
			}
		}
	}
	return words
}
