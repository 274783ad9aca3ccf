package parse

import (
	"fmt"

	"chancery/model"
)

// The tables of the net: what is looked up for each token.
const (
	// FormTable has words by their lower-case form; row 0 is any other word, row 1 the root.
	FormTable = iota
	// SpellingTable has endings, beginnings, shapes and capitals.
	SpellingTable
	// TagTable has the tags of the first pass: row 0 is the root, then the joint tags.
	TagTable
	// VectorTable has vectors learned from raw text by lower-case form; row 0 is any other word.
	VectorTable
	tables
)

// Rows of FormTable and VectorTable that stand for no word of their own.
const (
	OtherForm = iota
	RootForm
	// FirstForm is the first row of a word.
	FirstForm
)

// Features turns words into rows of the net's tables.
type Features struct {
	Forms, Spellings, Vectors *model.Vocabulary
}

// Spelling appends to out, which is empty, the features of SpellingTable of token i (from 1).
func (w *Words) Spelling(out []model.Feature, i int) []model.Feature {
	b := bag{out, 5000}
	c := &w.list[i]
	for _, suffix := range c.suffixes {
		b.one(suffix)
	}
	for _, prefix := range c.prefixes {
		b.one(prefix)
	}
	first := uint64(0)
	if i == 1 {
		first = 1
	}
	b.two(c.shape, first)
	b.two(c.capital, first)
	b.one(c.exact)
	return b.list
}

// Form is the hash of token i's lower-case form, figures made equal.
func (w *Words) Form(i int) model.Feature { return model.Feature(w.list[i].form) }

// Tell tells a pass the sentence, its root first. other, where it is not nil,
// says which tokens are to be told without their form.
func (f *Features) Tell(p *model.Pass, w *Words, other func(i int) bool) {
	p.Add(FormTable, RootForm)
	p.Add(TagTable, 0)
	p.EndToken()
	for i := 1; i <= w.Len(); i++ {
		form := f.Forms.Number(w.Form(i))
		hidden := other != nil && other(i)
		if form < 0 || hidden {
			form = OtherForm
		}
		p.Add(FormTable, form)
		for k, spelling := range w.Spelling(w.room[:0], i) {
			if number := f.Spellings.Number(spelling); number >= 0 && !(hidden && k == exactSpelling) {
				p.Add(SpellingTable, number)
			}
		}
		p.Add(TagTable, w.Tag(i)+1)
		if number := f.Vectors.Number(w.Form(i)); number >= 0 {
			p.Add(VectorTable, number)
		}
		p.EndToken()
	}
	p.EndSentence()
}

// exactSpelling is the place of the form as written among the features of Spelling.
const exactSpelling = 9

func readFeatures(file *model.File) (f Features, err error) {
	for _, part := range []struct {
		name string
		into **model.Vocabulary
	}{{"forms", &f.Forms}, {"spellings", &f.Spellings}, {"vectors", &f.Vectors}} {
		if *part.into, err = model.ReadVocabulary(file.Section(part.name)); err != nil {
			return f, fmt.Errorf("section %q: %w", part.name, err)
		}
	}
	return f, nil
}

// check tells whether net, tags and relations fit together.
func (p *Parser) check() error {
	shape := p.net.Shape
	want := []int{p.features.Forms.Rows(), p.features.Spellings.Rows(), len(p.tagger.tags.Joint) + 1, p.features.Vectors.Rows()}
	if len(shape.Tables) != tables || shape.Tags != len(p.tagger.tags.Joint) || shape.Relations != len(p.relations) || len(p.relations) < 2 || p.relations[0] != "root" {
		return fmt.Errorf("a net of %d tables, %d tags and %d relations for %d tags and %d relations", len(shape.Tables), shape.Tags, shape.Relations, len(p.tagger.tags.Joint), len(p.relations))
	}
	for i, rows := range want {
		if shape.Tables[i].Rows != rows {
			return fmt.Errorf("table %d of the net has %d rows, want %d", i, shape.Tables[i].Rows, rows)
		}
	}
	return nil
}
