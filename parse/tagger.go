package parse

import (
	"fmt"
	"strings"

	"chancery/model"
)

// Tags lists joint tags ("VERB|VBD") with what each means.
type Tags struct {
	// Joint are the classes of the tagger; UPOS and XPOS their two halves.
	Joint, UPOS, XPOS []string
	// Pos is, for each joint tag, the index of its universal tag in PosNames.
	Pos      []int
	PosNames []string
}

// NewTags reads joint tags of the form "UPOS|XPOS".
func NewTags(joint []string) (*Tags, error) {
	t := &Tags{Joint: joint}
	seen := map[string]int{}
	for _, name := range joint {
		upos, xpos, ok := strings.Cut(name, "|")
		if !ok {
			return nil, fmt.Errorf("the joint tag %q has no |", name)
		}
		if _, known := seen[upos]; !known {
			seen[upos] = len(t.PosNames)
			t.PosNames = append(t.PosNames, upos)
		}
		t.UPOS, t.XPOS, t.Pos = append(t.UPOS, upos), append(t.XPOS, xpos), append(t.Pos, seen[upos])
	}
	return t, nil
}

// Tagger proposes joint tags from left to right.
type Tagger struct {
	tags  *Tags
	first *model.Linear
}

// NewTagger makes a tagger of a model whose classes are joint tags.
func NewTagger(first *model.Linear) (*Tagger, error) {
	tags, err := NewTags(first.Classes)
	if err != nil {
		return nil, err
	}
	return &Tagger{tags, first}, nil
}

func readTagger(file *model.File) (*Tagger, error) {
	first, err := file.Linear("tags")
	if err != nil {
		return nil, err
	}
	return NewTagger(first)
}

// First sets the tags of the words; scores is room to work in.
func (t *Tagger) First(w *Words, scores *model.Scores) {
	for i := 1; i <= w.Len(); i++ {
		t.first.Reset(scores)
		t.first.Add(w.TagFeatures(w.room[:0], i), scores)
		tag := scores.Best(len(t.first.Classes))
		w.SetTag(i, tag, t.tags.Pos[tag])
	}
}

// MostTagFeatures is the most features that a token gets from the tagger's templates.
const MostTagFeatures = 64

// bag numbers its templates by the order of the calls.
type bag struct {
	list []model.Feature
	base uint64
}

func (b *bag) one(x uint64) { b.list = append(b.list, model.Mix1(b.base+uint64(len(b.list)), x)) }
func (b *bag) two(x, y uint64) {
	b.list = append(b.list, model.Mix2(b.base+uint64(len(b.list)), x, y))
}
func (b *bag) three(x, y, z uint64) {
	b.list = append(b.list, model.Mix3(b.base+uint64(len(b.list)), x, y, z))
}

// TagFeatures appends to out, which is empty, the features of token i (from 1)
// when only the tags to its left are known.
func (w *Words) TagFeatures(out []model.Feature, i int) []model.Feature {
	b := bag{out, 1000}
	w.spelling(&b, i)
	c, l, ll := &w.list[i], w.at(i-1), w.at(i-2)
	b.one(l.tag)
	b.two(l.tag, ll.tag)
	b.two(l.tag, c.form)
	b.three(l.tag, ll.tag, c.form)
	b.two(l.tag, c.suffixes[2])
	b.two(l.tag, w.at(i+1).form)
	b.three(l.tag, c.form, w.at(i+1).form)
	return b.list
}

// at is the token at i, or what stands for none outside the sentence.
func (w *Words) at(i int) *word {
	if i < 0 || i >= len(w.list) {
		return &w.list[len(w.list)-1]
	}
	return &w.list[i]
}

// spelling adds what is seen of the words themselves.
func (w *Words) spelling(b *bag, i int) {
	c, l, r, ll, rr := &w.list[i], w.at(i-1), w.at(i+1), w.at(i-2), w.at(i+2)
	first := uint64(0)
	if i == 1 {
		first = 1
	}
	b.one(0)
	b.one(c.form)
	b.one(c.exact)
	b.two(c.shape, first)
	for _, suffix := range c.suffixes {
		b.one(suffix)
	}
	for _, prefix := range c.prefixes {
		b.one(prefix)
	}
	b.two(c.suffixes[2], c.shape)
	b.two(c.suffixes[1], c.prefixes[0])
	b.one(l.form)
	b.one(r.form)
	b.one(ll.form)
	b.one(rr.form)
	b.two(l.form, c.form)
	b.two(c.form, r.form)
	b.two(l.form, r.form)
	b.two(r.form, rr.form)
	b.one(l.suffixes[2])
	b.one(r.suffixes[2])
	b.one(r.suffixes[1])
	b.two(l.shape, c.shape)
	b.two(c.shape, r.shape)
	b.three(l.shape, c.shape, r.shape)
	b.two(c.suffixes[2], r.form)
	b.two(c.suffixes[2], l.form)
	b.two(c.capital, first)
	b.three(c.capital, first, c.suffixes[2])
	b.three(c.capital, first, r.form)
	b.three(l.capital, c.capital, r.capital)
	b.two(c.capital, r.suffixes[1])
}
