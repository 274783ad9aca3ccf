package chancery

// Token is one syntactic word in the sense of Universal Dependencies, English
// (clitics split off: "Moscow" + "'s", "do" + "n't").
type Token struct {
	Span
	// Joined tells that the token is written as one word with the one before
	// it ("do" + "n't"): the two are one surface token of Universal Dependencies.
	Joined bool
	// Lemma, UPOS and XPOS are empty until the parser has run. UPOS is the
	// universal tag, XPOS the Penn Treebank one.
	Lemma string
	UPOS  string
	XPOS  string
	// Head counts the governor from 1 within the sentence; 0 is the root.
	Head int
	// Deprel is the Universal Dependencies v2 relation to the head, with its
	// subtype ("nsubj:pass").
	Deprel string
}

// Sentence is a stretch of text with its tokens. Spans rise, do not overlap
// and lie inside; the gaps between tokens hold only white space.
type Sentence struct {
	Span
	// Tokens are in text order.
	Tokens []Token
	// Paragraph counts the paragraph (block between blank lines) from 0.
	Paragraph int
}

// TokensIn is the half-open range of token indices whose spans overlap s; the
// two are equal when there are none.
func (s Sentence) TokensIn(span Span) (first, end int) {
	first = len(s.Tokens)
	for i, token := range s.Tokens {
		if token.Overlaps(span) {
			first = min(first, i)
			end = i + 1
		}
	}
	if end == 0 {
		return 0, 0
	}
	return first, end
}
