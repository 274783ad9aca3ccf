package attribution

import (
	"strings"

	"chancery"
)

// tree is the dependency tree of one sentence in flat arrays. It holds for any
// heads whatever: a head outside the sentence or a ring of heads makes roots.
type tree struct {
	tokens []chancery.Token
	// head counts from 0; -1 is a root.
	head []int32
	// order has every token once, governors before dependents.
	order []int32
	// kids of token i are list[starts[i]:starts[i+1]], in text order.
	starts, list []int32
	// first and last are the outermost tokens of each token's subtree.
	first, last []int32
	// rel is the relation without its subtype, low the word in lower case.
	rel, low []string
}

// grow makes the tree of a sentence, in linear time.
func grow(text string, sentence chancery.Sentence) *tree {
	n := len(sentence.Tokens)
	t := &tree{
		tokens: sentence.Tokens,
		head:   make([]int32, n), order: make([]int32, 0, n),
		starts: make([]int32, n+1), list: make([]int32, n),
		first: make([]int32, n), last: make([]int32, n),
		rel: make([]string, n), low: make([]string, n),
	}
	for i, token := range sentence.Tokens {
		t.head[i] = -1
		if h := token.Head - 1; h >= 0 && h < n && h != i {
			t.head[i] = int32(h)
		}
		t.rel[i], _, _ = strings.Cut(token.Deprel, ":")
		t.low[i] = strings.ToLower(token.Of(text))
	}
	t.breakRings()
	t.fillKids()
	t.sort()
	t.spread()
	return t
}

// breakRings makes a root of one token in each ring of heads.
func (t *tree) breakRings() {
	state := make([]int32, len(t.head)) // 0 unseen, else the walk that saw it
	for i := range t.head {
		walk := int32(i + 1)
		j := int32(i)
		for j >= 0 && state[j] == 0 {
			state[j] = walk
			if next := t.head[j]; next >= 0 && state[next] == walk {
				t.head[j] = -1
			}
			j = t.head[j]
		}
	}
}

func (t *tree) fillKids() {
	n := len(t.head)
	for _, h := range t.head {
		if h >= 0 {
			t.starts[h+1]++
		}
	}
	for i := range n {
		t.starts[i+1] += t.starts[i]
	}
	next := make([]int32, n)
	copy(next, t.starts)
	for i, h := range t.head {
		if h >= 0 {
			t.list[next[h]] = int32(i)
			next[h]++
		}
	}
}

// sort fills order, governors first.
func (t *tree) sort() {
	for i, h := range t.head {
		if h < 0 {
			t.order = append(t.order, int32(i))
		}
	}
	for k := 0; k < len(t.order); k++ {
		t.order = append(t.order, t.kids(t.order[k])...)
	}
}

// spread fills first and last from the leaves up.
func (t *tree) spread() {
	for i := range t.first {
		t.first[i], t.last[i] = int32(i), int32(i)
	}
	for k := len(t.order) - 1; k >= 0; k-- {
		i := t.order[k]
		if h := t.head[i]; h >= 0 {
			t.first[h] = min(t.first[h], t.first[i])
			t.last[h] = max(t.last[h], t.last[i])
		}
	}
}

// kids are the dependents of token i in text order.
func (t *tree) kids(i int32) []int32 { return t.list[t.starts[i]:t.starts[i+1]] }

// kid is the first dependent of i with one of the relations, -1 for none.
func (t *tree) kid(i int32, relations ...string) int32 {
	for _, k := range t.kids(i) {
		for _, r := range relations {
			if t.rel[k] == r {
				return k
			}
		}
	}
	return -1
}

// lemma is the token's lemma in lower case, its word when it has none.
func (t *tree) lemma(i int32) string {
	if i < 0 {
		return ""
	}
	if l := t.tokens[i].Lemma; l != "" {
		return strings.ToLower(l)
	}
	return t.low[i]
}

// upos is the token's universal tag, empty for no token.
func (t *tree) upos(i int32) string {
	if i < 0 {
		return ""
	}
	return t.tokens[i].UPOS
}
