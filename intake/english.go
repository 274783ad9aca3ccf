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

// What is asked of the words, in per cent: another language needs foreignShare
// of function words to be believed, for names alone make a few hits; a text of
// longText words or more must have englishShare of English ones (running
// English has about 40, headlines and lists of names 10 and more).
const (
	foreignShare = 12
	englishShare = 6
	longText     = 60
)

// sampleWords is how many words of a text the language is judged by.
const sampleWords = 2000

// English reports whether text looks English: most of its letters are Latin,
// and no other language of stopwords.txt has more function words in it. Texts
// of fewer than eight words are given the benefit of the doubt unless their
// script is another, and so are names.
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
		if len(word) < 2 {
			continue // "U.S.", "Iran's"
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
	switch {
	case words < 8:
		return best < 3 || hits[0] >= best
	case best > hits[0]:
		return best*100 < words*foreignShare
	}
	return words < longText || hits[0]*100 >= words*englishShare
}
