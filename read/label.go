package read

import (
	"strings"
	"unicode"

	"chancery"
)

// mostLabel bounds the tokens of a label before the first words of a sentence.
const mostLabel = 16

// label is how many tokens at the start of a sentence are no part of what it
// says: the dateline of a report ("AMMAN, March 3 (Reuters) -"), the day in a
// chronology ("June 4, 1989:"), the heading of an entry ("NIGERIA:"). Zero
// where there is none or where nothing follows.
func label(text string, s chancery.Sentence) int {
	end := 0
	for i := 0; i < len(s.Tokens) && i < mostLabel; i++ {
		if word := s.Tokens[i].Of(text); word == ":" || word == "-" || word == "–" || word == "—" || word == "--" {
			if i > 0 && spaced(text, s, i) {
				end = i + 1
			}
			break
		}
	}
	if end == 0 || end+3 > len(s.Tokens) || !labels(text, s.Tokens[:end-1]) {
		return 0
	}
	return end
}

// spaced reports whether white space stands behind the mark at token i: no
// hyphen within a word, no time of day.
func spaced(text string, s chancery.Sentence, i int) bool {
	return i+1 < len(s.Tokens) && s.Tokens[i].End < s.Tokens[i+1].Start
}

// labels reports whether tokens are nothing but words in capital letters, a
// date, and what stands between brackets.
func labels(text string, tokens []chancery.Token) bool {
	capital, dated, bracket := false, false, 0
	for _, token := range tokens {
		word := token.Of(text)
		switch {
		case word == "(":
			bracket++
		case word == ")":
			bracket--
		case bracket > 0 || !letterOrDigit(word):
		case month(word):
			dated = true
		case unicode.IsDigit(rune(word[0])):
			dated = dated || len(word) == 4
		case len(word) > 1 && strings.ToUpper(word) == word:
			capital = true
		default:
			return false
		}
	}
	return capital || dated
}

func letterOrDigit(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// month reports whether a word names a month or a day of the week, in full or short.
func month(word string) bool {
	if len(word) < 3 || !unicode.IsUpper(rune(word[0])) {
		return false
	}
	word = strings.ToLower(strings.TrimSuffix(word, "."))
	for _, name := range [...]string{
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "sept", "october", "november", "december",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	} {
		if word == name || len(word) == 3 && strings.HasPrefix(name, word) {
			return true
		}
	}
	return false
}

// behindLabels is the sentences without their labels, for the parser: a label
// is no subject. The tokens are shared with the sentences; joinLabels puts the
// labels back.
func behindLabels(text string, sentences []chancery.Sentence) (bare []chancery.Sentence, cut []int) {
	bare, cut = make([]chancery.Sentence, len(sentences)), make([]int, len(sentences))
	for i, s := range sentences {
		bare[i] = s
		if cut[i] = label(text, s); cut[i] > 0 {
			bare[i].Tokens = s.Tokens[cut[i]:]
			bare[i].Start = bare[i].Tokens[0].Start
		}
	}
	return bare, cut
}

// joinLabels hangs each label on the root of the words behind it.
func joinLabels(text string, sentences []chancery.Sentence, cut []int) {
	for i, n := range cut {
		if n == 0 {
			continue
		}
		tokens := sentences[i].Tokens
		root := 0
		for k := n; k < len(tokens); k++ {
			if tokens[k].Head == 0 {
				root = k + 1
			} else {
				tokens[k].Head += n
			}
		}
		for k := range tokens[:n] {
			word := tokens[k].Of(text)
			tokens[k].Lemma, tokens[k].UPOS, tokens[k].XPOS, tokens[k].Head, tokens[k].Deprel = word, "PROPN", "NNP", 1, "flat"
			switch {
			case !letterOrDigit(word):
				tokens[k].UPOS, tokens[k].XPOS, tokens[k].Deprel = "PUNCT", ":", "punct"
			case unicode.IsDigit(rune(word[0])):
				tokens[k].UPOS, tokens[k].XPOS = "NUM", "CD"
			}
		}
		tokens[0].Head, tokens[0].Deprel = root, "dep"
	}
}
