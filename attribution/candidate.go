package attribution

import (
	"chancery"
	"chancery/model"
)

// candidate is a word that may be a cue, with what stands round it.
type candidate struct {
	sentence int
	token    int32
	traits   traits
	parts    []part
	// speaker and content are, for each part, how sure the part model is.
	speaker, content []float64
	// source is the number of the part that is the speaker, -1 for none.
	source int
	// sureSource is true when a rule chose it, so that its edges stay.
	sureSource bool
	// chosen are the numbers of the parts that are content.
	chosen []int
	// name is the speaker's words, once their edges are settled.
	name run
	// runs are the words of the content, once the candidate is taken.
	runs  []run
	score float64
}

// Candidate is what Study tells of one word that may be a cue: the examples
// that the two models of this package are learned from.
type Candidate struct {
	// Cue is the word, Group the words that go with it ("has also said").
	Cue, Group chancery.Span
	Features   []model.Feature
	Parts      []CandidatePart
	// Starts and Ends are the choices for the first start and the last end of
	// the content that the part model finds, where it stands before or after the cue.
	Starts, Ends []Edge
	// SpeakerStarts and SpeakerEnds are those of the speaker.
	SpeakerStarts, SpeakerEnds []Edge
}

// CandidatePart is a stretch that may be speaker or content of a candidate.
type CandidatePart struct {
	Spans    []chancery.Span
	Features []model.Feature
}

// Study lists the candidates of a document with their features, in text order,
// for learning; package train turns them into examples. With the part model
// loaded, the features of cues include what that model makes of their parts.
func (f *Finder) Study(doc chancery.Document, sentences []chancery.Sentence, mentions []chancery.Mention) []Candidate {
	p := open(doc, sentences, mentions)
	var list []Candidate
	for _, c := range f.candidates(p) {
		first, last := p.group(c.sentence, c.token)
		one := Candidate{
			Cue:   p.span(run{p.base[c.sentence] + c.token, p.base[c.sentence] + c.token + 1}),
			Group: p.span(run{first, last}),
		}
		for n, part := range c.parts {
			var spans []chancery.Span
			for _, r := range p.whole(part.runs) {
				spans = append(spans, p.span(r))
			}
			features := f.partFeatures(p, c.sentence, c.token, c.traits, c.parts, n)
			one.Parts = append(one.Parts, CandidatePart{spans, features})
		}
		f.judge(p, &c)
		one.Features = f.allFeatures(p, &c)
		one.SpeakerStarts, one.SpeakerEnds = p.edges(f.speakerStarts(p, &c)), p.edges(f.speakerEnds(p, &c))
		c.name = p.speakerRun(&c)
		if runs := p.contentOf(&c); len(runs) > 0 {
			one.Starts = p.edges(f.starts(p, &c, runs[0]))
			one.Ends = p.edges(f.ends(p, &c, runs[len(runs)-1]))
		}
		list = append(list, one)
	}
	return list
}

// edges tells the options as Edges.
func (p *page) edges(options []option) []Edge {
	var list []Edge
	for _, o := range options {
		list = append(list, Edge{p.span(o.piece), o.b.list})
	}
	return list
}

// candidates are the words that may be cues, with their parts, in text order.
func (f *Finder) candidates(p *page) []candidate {
	var list []candidate
	for s, t := range p.trees {
		for i := range t.tokens {
			c := int32(i)
			if !f.mayCue(t, c) || p.inLabel(p.base[s]+c) {
				continue
			}
			list = append(list, candidate{
				sentence: s, token: c, source: -1,
				traits: f.traitsOf(p, s, c), parts: p.parts(s, c),
			})
		}
	}
	return list
}

// mayCue tells whether token i is worth a look: any verb, and any other word
// that stands in the tables for its class.
func (f *Finder) mayCue(t *tree, i int32) bool {
	pos := t.upos(i)
	switch pos {
	case "VERB":
		return t.rel[i] != "amod" && t.rel[i] != "case" || t.low[i] == "according" || f.words[pos+" "+t.lemma(i)] != nil
	case "NOUN", "ADJ", "ADV", "PROPN":
		return len(f.entries(pos, t.lemma(i), "")) > 0 || t.low[i] == "according"
	}
	return t.low[i] == "according" || t.low[i] == "per"
}

// mostGroup bounds the words on each side that belong to a cue.
const mostGroup = 6

// group is the range of words that make up the cue: the word with its
// auxiliaries, negation, adverbs and particle where they stand side by side.
func (p *page) group(s int, c int32) (first, end int32) {
	t := p.trees[s]
	i, j := c, c
	for n := 0; n < mostGroup && i > 0 && t.head[i-1] == c && joins(t, i-1) && p.mentionAt[p.base[s]+i-1] < 0; n++ {
		i--
	}
	for n := 0; n < mostGroup && int(j+1) < len(t.head) && t.head[j+1] == c && follows(t, j+1); n++ {
		j++
	}
	return p.base[s] + i, p.base[s] + j + 1
}

func joins(t *tree, i int32) bool {
	switch t.rel[i] {
	case "aux", "cop":
		return true
	case "advmod":
		return t.first[i] == t.last[i]
	}
	return false
}

func follows(t *tree, i int32) bool { return t.rel[i] == "compound" || t.rel[i] == "fixed" }
