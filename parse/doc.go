// Package parse gives tokens their tags, lemmas and dependencies.
//
// A tagger, an averaged perceptron, proposes universal and Penn tags together;
// a recurrent net (model.Net) reads words, spellings, proposed tags and vectors
// learned from raw text, and scores tags, heads and relations (after Dozat and Manning 2017).
// The tree is the best by those scores. Lemmas come from a table and, for
// other words, from the ending. CARD.md tells what the embedded model was
// learned from and how good it is.
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
	tagger    *Tagger
	lemmas    *Lemmas
	features  Features
	net       *model.Net
	relations []string
	scratch   sync.Pool
}

// New loads the embedded model.
func New() (*Parser, error) { return Load(embedded) }

// Load reads a model file with the sections that docs/formats.md tells.
func Load(data []byte) (*Parser, error) {
	p := &Parser{}
	if err := p.load(data); err != nil {
		return nil, fmt.Errorf("loading the syntax model: %w", err)
	}
	p.scratch.New = func() any { return &scratch{pass: p.net.NewPass(), lemmas: map[uint64]string{}} }
	return p, nil
}

func (p *Parser) load(data []byte) error {
	file, err := model.ReadFile(data)
	if err != nil {
		return err
	}
	if p.tagger, err = readTagger(file); err != nil {
		return err
	}
	if p.lemmas, err = ReadLemmas(string(file.Section("lemmas"))); err != nil {
		return err
	}
	if p.features, err = readFeatures(file); err != nil {
		return err
	}
	if p.net, err = model.ReadNet(file.Section("net")); err != nil {
		return err
	}
	p.relations = strings.Fields(string(file.Section("labels")))
	return p.check()
}

// scratch is what one batch of sentences after the other is parsed in.
type scratch struct {
	words   Words
	scores  model.Scores
	pass    *model.Pass
	windows []window
	trees   treeMaker
	heads   []int // of all tokens of the batch, roots included
	whole   []int // the same, as tokens of the pass
	// lemmas remembers lemmas that are not written in the text.
	lemmas map[uint64]string
}

// window is a sentence or, of a very long one, a part.
type window struct {
	tokens []chancery.Token
	start  int // the first token's place in the sentence
}

const (
	// mostTokens bounds what is parsed at once: a longer sentence is parsed in
	// windows whose roots hang on the first one's, so that memory stays bounded.
	mostTokens = 300
	// enough tokens are parsed together, for speed.
	enough = 160
)

// Parse fills Lemma, UPOS, XPOS, Head and Deprel of every token in place: one
// tree a sentence, whatever the tokens are. Its time is linear in the tokens.
func (p *Parser) Parse(text string, sentences []chancery.Sentence) {
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	for i := range sentences {
		tokens := sentences[i].Tokens
		for start := 0; start < len(tokens); start += mostTokens {
			p.tell(s, text, window{tokens[start:min(start+mostTokens, len(tokens))], start})
			if s.pass.Tokens() >= enough {
				p.parseBatch(s, text)
			}
		}
	}
	p.parseBatch(s, text)
	for i := range sentences {
		joinWindows(sentences[i].Tokens)
	}
}

// joinWindows hangs the roots of a long sentence's later windows on the first one's.
func joinWindows(tokens []chancery.Token) {
	root := 0
	for i := range tokens {
		switch {
		case tokens[i].Head != 0:
		case root == 0:
			root = i + 1
		default:
			tokens[i].Head, tokens[i].Deprel = root, "parataxis"
		}
	}
}

// tell adds a window to the batch.
func (p *Parser) tell(s *scratch, text string, w window) {
	s.words.Fill(text, w.tokens)
	p.tagger.First(&s.words, &s.scores)
	p.features.Tell(s.pass, &s.words, nil)
	s.windows = append(s.windows, w)
}

// parseBatch parses the windows told, and forgets them.
func (p *Parser) parseBatch(s *scratch, text string) {
	if len(s.windows) == 0 {
		return
	}
	p.net.Forward(s.pass)
	total := s.pass.Tokens()
	if cap(s.heads) < total {
		s.heads, s.whole = make([]int, 2*total), make([]int, 2*total)
	}
	s.heads, s.whole = s.heads[:total], s.whole[:total]
	for i, w := range s.windows {
		scores, stride := s.pass.Arcs(i)
		start := s.pass.Start(i)
		heads := s.heads[start : start+len(w.tokens)+1]
		s.trees.fill(scores, stride, len(heads), heads)
		for k, head := range heads {
			s.whole[start+k] = head
			if head >= 0 {
				s.whole[start+k] = start + head
			}
		}
	}
	relations, stride := s.pass.Relations(s.whole)
	for i, w := range s.windows {
		start := s.pass.Start(i)
		for k := range w.tokens {
			at := start + 1 + k
			p.fill(s, text, &w.tokens[k], at, w.start, relations[at*stride:])
		}
	}
	s.windows = s.windows[:0]
	s.pass.Clear()
}

// fill tells a token what the net says of it; at is its place in the pass,
// start its window's in the sentence.
func (p *Parser) fill(s *scratch, text string, token *chancery.Token, at, start int, relations []float32) {
	tag := highest(s.pass.Tags(at), 0)
	token.UPOS, token.XPOS = p.tagger.tags.UPOS[tag], p.tagger.tags.XPOS[tag]
	token.Lemma = p.lemma(s, token.Of(text), token.XPOS)
	if s.heads[at] == 0 {
		token.Head, token.Deprel = 0, p.relations[0]
		return
	}
	token.Head = start + s.heads[at]
	token.Deprel = p.relations[highest(relations[:len(p.relations)], 1)]
}

// highest is the number, from first on, of the highest score.
func highest(scores []float32, first int) int {
	best := first
	for i := first + 1; i < len(scores); i++ {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return best
}
