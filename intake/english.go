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
// and no other language of stopwords.txt has more function words in it (those
// that are particles of names beside a capitalised word do not count: "Fulano de
// la Cruz"). Texts of
// fewer than eight words are given the benefit of the doubt unless their
// script is another, and so are names.
func English(text string) bool {
	var tally wordTally
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if tally.words >= sampleWords {
			break
		}
		tally.add(word)
	}
	tally.add("")
	if tally.other > tally.latin {
		return false
	}
	own, best := tally.hits[0], 0
	for _, count := range tally.hits[1:] {
		best = max(best, count)
	}
	switch {
	case best > own && best > 2:
		return tally.words >= 8 && best*100 < tally.words*foreignShare
	}
	return tally.words < longText || own*100 >= tally.words*englishShare
}

// wordTally counts letters by script and function words by language.
type wordTally struct {
	words, latin, other int
	hits                [32]int
	// pending is the word before, judged once its right neighbour is known.
	pending                string
	wasCapital, nowCapital bool
}

func (w *wordTally) add(word string) {
	capital := false
	for i, r := range word {
		if i == 0 {
			capital = unicode.IsUpper(r)
		}
		if unicode.Is(unicode.Latin, r) {
			w.latin++
		} else {
			w.other++
		}
	}
	if len(w.pending) > 1 { // not the letters of "U.S." and "Iran's"
		lower := strings.ToLower(w.pending)
		bits := stopwords()[lower]
		if particle(lower) && (w.wasCapital || capital || w.nowCapital) {
			bits &= 1
		}
		for language := 0; bits != 0; language, bits = language+1, bits>>1 {
			w.hits[language] += int(bits & 1)
		}
	}
	if word != "" {
		w.words++
	}
	w.pending, w.wasCapital, w.nowCapital = word, w.nowCapital, capital
}

// particle reports whether a function word also stands in names.
func particle(word string) bool {
	switch word {
	case "de", "la", "las", "los", "del", "da", "do", "dos", "du", "des", "di", "van", "von", "den", "le", "les", "el", "al", "et", "san":
		return true
	}
	return false
}
