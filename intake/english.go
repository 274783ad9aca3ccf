package intake

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed stopwords.txt
var stopwordText string

// stopwords maps a frequent word to the languages (bits) in which it is a
// function word; bit 0 is English.
var stopwords = sync.OnceValue(func() map[string]uint32 {
	table := map[string]uint32{}
	language := -1
	for line := range strings.Lines(stopwordText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.HasSuffix(line, ":") {
			language++
			continue
		}
		for word := range strings.FieldsSeq(line) {
			table[word] |= 1 << language
		}
	}
	return table
})

// sampleWords is how many words of a text the language is judged by.
const sampleWords = 2000

// English reports whether text looks English: most of its letters are Latin,
// and no other language of stopwords.txt has more function words in it. Texts
// of fewer than eight words are given the benefit of the doubt unless their
// script is another.
func English(text string) bool {
	latin, other, words := 0, 0, 0
	var hits [32]int
	table := stopwords()
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words++; words > sampleWords {
			break
		}
		for _, r := range word {
			if unicode.Is(unicode.Latin, r) {
				latin++
			} else {
				other++
			}
		}
		for language, bits := 0, table[strings.ToLower(word)]; bits != 0; language, bits = language+1, bits>>1 {
			hits[language] += int(bits & 1)
		}
	}
	if other > latin {
		return false
	}
	best := 0
	for _, count := range hits[1:] {
		best = max(best, count)
	}
	if words < 8 {
		return best < 3 || hits[0] >= best
	}
	if words < 60 { // a bullet of names and figures has few function words of any language
		return hits[0] >= best
	}
	return hits[0] >= best && hits[0]*100 >= words*6 || best == 0 && hits[0] > 0
}
