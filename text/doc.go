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
	tokens := freeLastPeriod(text, scan(text, piece))
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

// freeLastPeriod parts the period from a single letter that ends the stretch
// ("Plan B."): an initial has a name after it.
func freeLastPeriod(text string, tokens []chancery.Token) []chancery.Token {
	if len(tokens) < 2 {
		return tokens
	}
	last := tokens[len(tokens)-1]
	if last.Len() != 2 || text[last.Start+1] != '.' || text[last.Start] == '.' {
		return tokens
	}
	tokens[len(tokens)-1].End--
	return put(tokens, last.End-1, last.End)
}

// markJoined tells the clitics that are written as one word with what stands before them.
func markJoined(text string, tokens []chancery.Token) {
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Start == tokens[i-1].End {
			tokens[i].Joined = joins(tokens[i-1].Of(text), tokens[i].Of(text))
		}
	}
}
