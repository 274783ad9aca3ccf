// Package parse gives tokens their tags, lemmas and dependencies.
//
// A tagger chooses universal and Penn tags together, in two passes over the
// sentence; the second sees the tags to the right. Lemmas come from a table
// and, for other words, from the ending. A greedy arc-hybrid transition parser
// (Kuhlmann, Gómez-Rodríguez and Satta 2011) builds the tree, each step chosen by
// an averaged perceptron over templates after Zhang and Nivre (2011), learned
// with the dynamic oracle of Goldberg and Nivre (2013). CARD.md tells what the
// embedded model was learned from and how good it is.
package parse

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"chancery"
	"chancery/model"
)

//go:embed model.bin
var embedded []byte

// Parser holds the loaded model; it is safe for many goroutines.
type Parser struct {
	tagger  *Tagger
	lemmas  *Lemmas
	arcs    *model.Linear
	labels  *Labels
	scratch sync.Pool
}

// New loads the embedded model.
func New() (*Parser, error) { return Load(embedded) }

// Load reads a model file with the sections that docs/formats.md tells.
func Load(data []byte) (*Parser, error) {
	file, err := model.ReadFile(data)
	if err != nil {
		return nil, fmt.Errorf("loading the syntax model: %w", err)
	}
	p := &Parser{}
	if p.tagger, err = readTagger(file); err != nil {
		return nil, fmt.Errorf("loading the syntax model: %w", err)
	}
	if p.lemmas, err = ReadLemmas(string(file.Section("lemmas"))); err != nil {
		return nil, fmt.Errorf("loading the syntax model: %w", err)
	}
	if p.arcs, err = file.Linear("arcs"); err != nil {
		return nil, fmt.Errorf("loading the syntax model: %w", err)
	}
	p.labels = NewLabels(strings.Fields(string(file.Section("labels"))))
	if len(p.labels.Names) < 2 || p.labels.Names[0] != "root" || len(p.arcs.Classes) != p.labels.Classes() {
		return nil, fmt.Errorf("loading the syntax model: %d transitions for %d labels", len(p.arcs.Classes), len(p.labels.Names))
	}
	p.scratch.New = func() any { return &scratch{lemmas: map[uint64]string{}} }
	return p, nil
}

// scratch is what one sentence after the other is parsed in.
type scratch struct {
	words  Words
	state  State
	scores model.Scores
	// lemmas remembers lemmas that are not written in the text.
	lemmas map[uint64]string
}

// mostTokens bounds what is parsed at once: a longer sentence is parsed in
// windows whose roots hang on the first one's, so that memory stays bounded.
const mostTokens = 400

// Parse fills Lemma, UPOS, XPOS, Head and Deprel of every token in place: one
// tree a sentence, whatever the tokens are. Its time is linear in the tokens.
func (p *Parser) Parse(text string, sentences []chancery.Sentence) {
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	for i := range sentences {
		p.parseSentence(s, text, sentences[i].Tokens)
	}
}

func (p *Parser) parseSentence(s *scratch, text string, tokens []chancery.Token) {
	root := 0
	for start := 0; start < len(tokens); start += mostTokens {
		window := tokens[start:min(start+mostTokens, len(tokens))]
		p.parseWindow(s, text, window)
		for i := range window {
			switch {
			case window[i].Head != 0:
				window[i].Head += start
			case root == 0:
				root = start + i + 1
			default:
				window[i].Head, window[i].Deprel = root, "parataxis"
			}
		}
	}
}

func (p *Parser) parseWindow(s *scratch, text string, tokens []chancery.Token) {
	p.tagger.tag(s, text, tokens)
	for i := range tokens {
		tokens[i].Lemma = p.lemma(s, tokens[i].Of(text), tokens[i].XPOS)
		s.words.SetLemma(i+1, tokens[i].Lemma)
	}
	state := &s.state
	state.Start(&s.words, p.labels)
	for !state.Done() {
		p.arcs.Reset(&s.scores)
		p.arcs.Add(state.Features(state.room[:0]), &s.scores)
		state.Do(Best(state, s.scores[:]))
	}
	for i := range tokens {
		tokens[i].Head = int(state.Head(i + 1))
		tokens[i].Deprel = p.labels.Names[state.Label(i+1)]
	}
}

// Best is the transition with the highest score among those that the state
// allows; scores has one number a transition. The state is not done.
func Best[T float32 | int32](state *State, scores []T) int {
	best := -1
	n := len(state.labels.Names)
	scores = scores[:1+2*n]
	if state.MayShift() {
		best = 0
	}
	if state.MayLeft() {
		best = highest(scores, best, 2, 1+n)
	}
	switch {
	case !state.MayRight():
	case state.OnlyRoot():
		best = highest(scores, best, 1+n, 2+n)
	default:
		best = highest(scores, best, 2+n, 1+2*n)
	}
	return best
}

// highest is the best of the classes from..to-1 and of best, unless that is -1.
func highest[T float32 | int32](scores []T, best, from, to int) int {
	if best < 0 {
		best = from
	}
	for class := from; class < to; class++ {
		if scores[class] > scores[best] {
			best = class
		}
	}
	return best
}
