package actor

import (
	"cmp"
	"iter"
	"slices"

	"chancery"
)

// found is a mention while the document is being read.
type found struct {
	chancery.Mention
	class    class
	ante     *found
	key      string // folded words
	order    int
	dropped  bool
	roleSpan bool // an office in front of a name: not named again by itself
	host     string
	size     int        // how many members the body described has
	traits   [][]string // of each trait that a description tells, the states that have it
	mission  *chancery.Mission
}

// pass is the reading of one document.
type pass struct {
	*tables
	doc       chancery.Document
	sentences []chancery.Sentence
	words     [][]word
	found     [][]*found   // by sentence, in the order of finding
	blocks    [][][]*found // the same by sentence and block of tokens
	cues      cues
	tagger    *tagger
	clusters  *Clusters
	beside    map[string]uint16
	lowers    map[string]bool // words that the document also has without a capital
	homeAt    *found          // see home
	homeRead  bool
}

func newPass(t *tables, doc chancery.Document, sentences []chancery.Sentence) *pass {
	p := &pass{tables: t, doc: doc, sentences: sentences, words: make([][]word, len(sentences)), found: make([][]*found, len(sentences)), blocks: make([][][]*found, len(sentences))}
	p.clusters, _ = embeddedClusters()
	var buf []byte
	for i, s := range sentences {
		p.words[i], buf = wordsOf(doc.Text, s.Tokens, buf)
		p.blocks[i] = make([][]*found, len(s.Tokens)/blockTokens+1)
	}
	p.lowers = map[string]bool{}
	for _, words := range p.words {
		for _, w := range words {
			if !w.upper && w.key != "" {
				p.lowers[w.key] = true
			}
		}
	}
	p.readBeside()
	p.cues = p.readCues()
	return p
}

// add makes a mention of the tokens [first,end) of a sentence.
func (p *pass) add(sentence, first, end int, kind chancery.MentionKind, rule string, confidence float64) *found {
	tokens := p.sentences[sentence].Tokens
	m := &found{Mention: chancery.Mention{
		Span:     chancery.Span{Start: tokens[first].Start, End: tokens[end-1].End},
		Sentence: sentence, First: first, End: end, Head: headOf(tokens, first, end, kind),
		Kind: kind, Antecedent: -1, Rule: rule, Confidence: confidence,
	}}
	p.found[sentence] = append(p.found[sentence], m)
	p.blocks[sentence][first/blockTokens] = append(p.blocks[sentence][first/blockTokens], m)
	return m
}

// blockTokens is the size of the blocks by which mentions are looked up, and
// mostTokens bounds the tokens of a mention, so that a look-up sees few blocks.
const (
	blockTokens = 32
	mostTokens  = 64
)

// near gives the mentions that may share a token with the range, or end where
// it starts.
func (p *pass) near(sentence, first, end int) iter.Seq[*found] {
	blocks := p.blocks[sentence]
	return func(yield func(*found) bool) {
		for b := max(0, first-mostTokens) / blockTokens; b <= end/blockTokens && b < len(blocks); b++ {
			for _, m := range blocks[b] {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// name gives a mention its party and the sort of it.
func (p *pass) name(m *found, code string) {
	if code == "" {
		return
	}
	m.Parties = []string{code}
	m.PartyKind = p.parties[code].kind
}

// headOf is the token whose governor lies outside the range; without arcs it
// is the last one (the first of a person's name).
func headOf(tokens []chancery.Token, first, end int, kind chancery.MentionKind) int {
	for i := first; i < end; i++ {
		if tokens[i].Deprel == "" {
			break
		}
		if tokens[i].Deprel != "punct" && (tokens[i].Head-1 < first || tokens[i].Head-1 >= end) {
			return i
		}
	}
	if kind == chancery.MentionPerson && tokens[first].Deprel != "" {
		return first
	}
	return end - 1
}

// mentions sorts what was found and numbers the antecedents.
func (p *pass) mentions() []chancery.Mention {
	var all []*found
	for _, list := range p.found {
		for _, m := range list {
			if !m.dropped {
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *found) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	for i, m := range all {
		m.order = i
	}
	out := make([]chancery.Mention, len(all))
	for i, m := range all {
		if m.ante != nil && !m.ante.dropped {
			m.Antecedent = m.ante.order
		}
		out[i] = m.Mention
	}
	return out
}
