// Package text turns the text of a document into sentences and tokens that
// point into it. No byte is lost: spans rise, do not overlap, lie inside, and
// the gaps hold only white space.
//
// Tokens follow the English treebanks of Universal Dependencies (EWT, GUM):
// clitics are split off ("Moscow" + "'s", "do" + "n't"), compounds are split
// at hyphens ("state" + "-" + "run") apart from prefixes and names with
// figures ("re-elected", "F-16"), abbreviations keep their period.
package text

import "chancery"

// Sentences splits text into sentences and tokens; tags and arcs are left
// empty. Paragraphs are separated by blank lines. It takes any bytes, in time
// linear in their number; a byte that is not UTF-8 becomes a token of its own.
func Sentences(text string) []chancery.Sentence {
	var out []chancery.Sentence
	for number, block := range blocks(text) {
		for _, piece := range block.pieces(text) {
			out = appendSentences(out, text, piece, number)
		}
	}
	return out
}

// appendSentences splits one stretch of running text.
func appendSentences(out []chancery.Sentence, text string, piece chancery.Span, paragraph int) []chancery.Sentence {
	tokens := freePeriods(text, scan(text, piece))
	markJoined(text, tokens)
	first := 0
	for i := range tokens {
		if i+1 < len(tokens) && !endsSentence(text, tokens, first, i) {
			continue
		}
		out = append(out, chancery.Sentence{
			Span:      chancery.Span{Start: tokens[first].Start, End: tokens[i].End},
			Tokens:    tokens[first : i+1 : i+1],
			Paragraph: paragraph,
		})
		first = i + 1
	}
	return out
}

// freePeriods parts the period from a single letter that ends the stretch
// ("Plan B."), since an initial has a name after it, and from "No." where no figure follows.
func freePeriods(text string, tokens []chancery.Token) []chancery.Token {
	out := tokens[:0:0]
	copied := 0
	for i := range tokens {
		word := tokens[i].Of(text)
		lastLetter := len(word) == 2 && word[1] == '.' && word[0] != '.' && i > 0 && i+1 == len(tokens)
		denial := (word == "No." || word == "no.") && (i+1 == len(tokens) || !isDigit(rune(text[tokens[i+1].Start])))
		if !lastLetter && !denial {
			continue
		}
		out = append(out, tokens[copied:i+1]...)
		out[len(out)-1].End--
		out = put(out, tokens[i].End-1, tokens[i].End)
		copied = i + 1
	}
	if copied == 0 {
		return tokens
	}
	return append(out, tokens[copied:]...)
}

// markJoined tells the clitics that are written as one word with what stands before them.
func markJoined(text string, tokens []chancery.Token) {
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Start == tokens[i-1].End {
			tokens[i].Joined = joins(tokens[i-1].Of(text), tokens[i].Of(text))
		}
	}
}
