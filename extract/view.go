package extract

import (
	"slices"
	"strings"

	"chancery"
	"chancery/pattern"
)

// view is a document with its indices: everything is found by sentence and
// token without a search.
type view struct {
	Input
	x         *Extractor
	sentences []*sentence
	// document is whose text it is, for press statements: who "we" are when
	// no speaker is named.
	document voice
	notes    []chancery.Note
	talk     transcript
	// firsts counts the words of the first person in the text's own words, -1
	// until asked for.
	firsts int
	// asked are the attributions whose voice is being looked for.
	asked []int
	// backs counts the pronouns that are being looked up inside each other.
	backs int
	// depth counts the names that are being looked up inside each other.
	depth int
	// told are the candidates so far, in text order.
	told []*candidate
	// topic is how often the document names each party, nil until asked for.
	topic []topicRow
	// voiced keeps the voices of attributions once they are known.
	voiced map[int]voice
}

// sentence is one sentence with what stands at each of its tokens; -1 is none.
type sentence struct {
	index    int
	text     string
	tree     *pattern.Tree
	tokens   []chancery.Token
	mentions []int  // the smallest mention with parties over the token, else any
	voices   []int  // the innermost attribution whose content holds the token
	times    []int  // the sentence's time expressions
	said     []int  // attributions whose cue stands in the sentence
	turn     int    // the turn of a transcript that the sentence belongs to, -1 for none
	anchors  []int  // anchors of the sentence's candidates
	quoted   []bool // of each token, whether it stands between quotation marks
}

func newView(x *Extractor, in Input) *view {
	v := &view{Input: in, x: x, firsts: -1}
	for i := range in.Sentences {
		s := in.Sentences[i]
		n := len(s.Tokens)
		row := &sentence{index: i, turn: -1, text: in.Document.Text, tree: pattern.NewTree(in.Document.Text, s), tokens: s.Tokens, quoted: quotations(in.Document.Text, s.Tokens)}
		row.voices = nones(n)
		v.sentences = append(v.sentences, row)
	}
	v.Mentions = slices.Clone(v.Mentions)
	v.titledPersons()
	v.compassStates()
	v.shortNames()
	v.readTranscript()
	v.falsePlaces()
	v.placeMentions()
	v.placeVoices()
	v.document = v.documentVoice()
	v.homeOffices()
	v.namesakes()
	v.twoSides()
	v.placeChains()
	v.placeMentions()
	v.placeHyphens()
	v.homePersons()
	for i, t := range in.Times {
		if t.Sentence >= 0 && t.Sentence < len(v.sentences) {
			v.sentences[t.Sentence].times = append(v.sentences[t.Sentence].times, i)
		}
	}
	v.Attributions = slices.Clone(in.Attributions)
	v.hearsay()
	return v
}

func nones(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// placeMentions lays mentions over tokens. Mentions of one sentence overlap
// little, so the work is linear in the text.
func (v *view) placeMentions() {
	for _, row := range v.sentences {
		row.mentions = nones(len(row.tokens))
	}
	for m := range v.Mentions {
		mention := &v.Mentions[m]
		if mention.Sentence < 0 || mention.Sentence >= len(v.sentences) {
			continue
		}
		row := v.sentences[mention.Sentence]
		for i := max(mention.First, 0); i < min(mention.End, len(row.mentions)); i++ {
			if row.mentions[i] < 0 || v.better(mention, &v.Mentions[row.mentions[i]], i) {
				row.mentions[i] = m
			}
		}
	}
}

// better prefers, for a token: a mention that it heads, then one with
// parties, then the shorter one.
func (v *view) better(a, b *chancery.Mention, token int) bool {
	if (len(a.Parties) > 0) != (len(b.Parties) > 0) {
		return len(a.Parties) > 0
	}
	if (a.Head == token) != (b.Head == token) {
		return a.Head == token
	}
	return a.End-a.First < b.End-b.First
}

// placeVoices lays the content of attributions over tokens, the inner ones last.
func (v *view) placeVoices() {
	depth := make([]int, len(v.Attributions))
	for a := range v.Attributions {
		for up, steps := v.Attributions[a].Inside, 0; up >= 0 && up < len(depth) && steps < 8; steps++ {
			depth[a]++
			up = v.Attributions[up].Inside
		}
		if s := v.Attributions[a].Sentence; s >= 0 && s < len(v.sentences) {
			v.sentences[s].said = append(v.sentences[s].said, a)
		}
	}
	for level := 0; level <= 8; level++ {
		for a := range v.Attributions {
			if depth[a] != level || !speaks(v.Attributions[a].Verb) {
				continue
			}
			for _, span := range v.Attributions[a].Content {
				v.placeVoice(a, span)
				if v.Attributions[a].Rule == "transcript" {
					v.placeTurn(a, span)
				}
			}
		}
	}
}

// speaks reports whether a cue of that kind puts words in somebody's mouth.
func speaks(kind chancery.VerbKind) bool {
	switch kind {
	case chancery.VerbWant, chancery.VerbKnow, chancery.VerbThink:
		return false
	}
	return true
}

func (v *view) placeVoice(a int, span chancery.Span) {
	for s := v.sentenceAt(span.Start); s < len(v.sentences); s++ {
		row := v.sentences[s]
		if v.Sentences[s].Start >= span.End {
			return
		}
		for i := tokenAt(row.tokens, span.Start); i < len(row.tokens) && row.tokens[i].Start < span.End; i++ {
			row.voices[i] = a
		}
	}
}

// placeTurn notes the turn of a transcript at each sentence that it holds.
func (v *view) placeTurn(a int, span chancery.Span) {
	for n := v.sentenceAt(span.Start); n < len(v.sentences) && v.Sentences[n].Start < span.End; n++ {
		v.sentences[n].turn = a
	}
}

// sentenceAt is the first sentence that ends behind offset.
func (v *view) sentenceAt(offset int) int {
	low, high := 0, len(v.Sentences)
	for low < high {
		middle := (low + high) / 2
		if v.Sentences[middle].End <= offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// tokenAt is the first token that ends behind offset.
func tokenAt(tokens []chancery.Token, offset int) int {
	low, high := 0, len(tokens)
	for low < high {
		middle := (low + high) / 2
		if tokens[middle].End <= offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// span covers the tokens from first to last.
func (s *sentence) span(first, last int) chancery.Span {
	if first < 0 || last >= len(s.tokens) || first > last {
		return chancery.Span{}
	}
	return chancery.Span{Start: s.tokens[first].Start, End: s.tokens[last].End}
}

// words is the text of the tokens from first to last.
func (s *sentence) words(first, last int) string {
	return strings.Join(strings.Fields(s.span(first, last).Of(s.text)), " ")
}

// kindAt is what kind of mention stands at token i, empty for none.
func (v *view) kindAt(s *sentence, i int) chancery.MentionKind {
	if m := s.mentions[i]; m >= 0 {
		return v.Mentions[m].Kind
	}
	return ""
}
