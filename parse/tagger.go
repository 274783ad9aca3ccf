package parse

import (
	"fmt"
	"strings"

	"chancery"
	"chancery/model"
)

// Tags lists joint tags ("VERB|VBD") with what each means.
type Tags struct {
	// Joint are the classes of the tagger; UPOS and XPOS their two halves.
	Joint, UPOS, XPOS []string
	// Pos is, for each joint tag, the index of its universal tag in PosNames.
	Pos      []int
	PosNames []string

	mark, verb uint64
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
	t.mark, t.verb = t.posOf("PUNCT"), t.posOf("VERB")
	return t, nil
}

// Count counts marks and verbs for the parser's templates, once the tags are final.
func (t *Tags) Count(w *Words) { w.count(t.mark, t.verb) }

// posOf is the universal tag's index plus 1, 0 when no joint tag has it.
func (t *Tags) posOf(name string) uint64 {
	for i, n := range t.PosNames {
		if n == name {
			return uint64(i) + 1
		}
	}
	return 0
}

// Tagger chooses joint tags in two passes.
type Tagger struct {
	tags          *Tags
	first, second *model.Linear
}

// NewTagger joins the models of the two passes, which have the same classes.
func NewTagger(first, second *model.Linear) (*Tagger, error) {
	tags, err := NewTags(first.Classes)
	if err != nil {
		return nil, err
	}
	if len(second.Classes) != len(first.Classes) {
		return nil, fmt.Errorf("the passes of the tagger have %d and %d tags", len(first.Classes), len(second.Classes))
	}
	return &Tagger{tags, first, second}, nil
}

func readTagger(file *model.File) (*Tagger, error) {
	first, err := file.Linear("tags1")
	if err != nil {
		return nil, err
	}
	second, err := file.Linear("tags2")
	if err != nil {
		return nil, err
	}
	return NewTagger(first, second)
}

// tag fills s.words and the tokens' tags.
func (t *Tagger) tag(s *scratch, text string, tokens []chancery.Token) {
	w := &s.words
	w.Fill(text, tokens)
	t.First(w, &s.scores)
	t.Second(w, &s.scores)
	for i := range tokens {
		tag := w.Tag(i + 1)
		tokens[i].UPOS, tokens[i].XPOS = t.tags.UPOS[tag], t.tags.XPOS[tag]
	}
}

// First sets the tags of the first pass; scores is room to work in.
func (t *Tagger) First(w *Words, scores *model.Scores) {
	for i := 1; i <= w.Len(); i++ {
		t.first.Reset(scores)
		t.first.Add(w.TagFeatures(w.room[:0], i), scores)
		tag := scores.Best(len(t.first.Classes))
		w.SetTag(i, tag, t.tags.Pos[tag])
	}
}

// Second sets the tags of the second pass, after First, and counts marks and verbs.
func (t *Tagger) Second(w *Words, scores *model.Scores) {
	for i := 1; i <= w.Len(); i++ {
		t.second.Reset(scores)
		t.second.Add(w.SecondFeatures(w.room[:0], i), scores)
		tag := scores.Best(len(t.second.Classes))
		w.SetTag(i, tag, t.tags.Pos[tag])
	}
	t.tags.Count(w)
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
func (b *bag) four(x, y, z, v uint64) {
	b.list = append(b.list, model.Mix4(b.base+uint64(len(b.list)), x, y, z, v))
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

// SecondFeatures appends to out, which is empty, the features of token i when
// the tags to its right are known from the first pass.
func (w *Words) SecondFeatures(out []model.Feature, i int) []model.Feature {
	b := bag{out, 2000}
	w.spelling(&b, i)
	c, l, ll, r, rr := &w.list[i], w.at(i-1), w.at(i-2), w.at(i+1), w.at(i+2)
	b.one(l.tag)
	b.two(l.tag, ll.tag)
	b.two(l.tag, c.form)
	b.three(l.tag, ll.tag, c.form)
	b.two(l.tag, c.suffixes[2])
	b.two(l.tag, r.form)
	b.three(l.tag, c.form, r.form)
	b.one(c.tag)
	b.two(c.tag, c.form)
	b.two(c.tag, c.suffixes[2])
	b.one(r.tag)
	b.two(r.tag, rr.tag)
	b.two(r.tag, c.form)
	b.three(r.tag, rr.tag, c.form)
	b.two(l.tag, r.tag)
	b.three(l.tag, r.tag, c.form)
	b.three(l.tag, c.tag, r.tag)
	b.three(l.tag, r.tag, c.suffixes[2])
	b.four(l.tag, c.tag, r.tag, rr.tag)
	b.four(ll.tag, l.tag, r.tag, rr.tag)
	b.two(r.tag, l.form)
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
