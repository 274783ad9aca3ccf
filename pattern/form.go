package pattern

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed irregular.txt
var irregularText string

// irregular is the lemma of every irregular past form.
var irregular = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for lemma, forms := range irregularForms() {
		for _, form := range forms {
			table[form] = lemma
		}
	}
	return table
})

// plural is the regular plural of a noun.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "y") && len(noun) > 2 && !vowel(noun[len(noun)-2]):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

// Inflections are the forms of a verb beside its lemma: the regular ones, with
// a doubled consonant where it can be, and the irregular past.
func Inflections(verb string) []string {
	return append(regular(verb), irregularForms()[verb]...)
}

// irregularForms is the past forms of every irregular verb.
var irregularForms = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(irregularText) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			table[fields[0]] = fields[1:]
		}
	}
	return table
})

func regular(verb string) []string {
	stem, past := verb, verb+"ed"
	n := len(verb)
	switch {
	case strings.HasSuffix(verb, "e"):
		stem, past = verb[:n-1], verb+"d"
	case n > 2 && verb[n-1] == 'y' && !vowel(verb[n-2]):
		past = verb[:n-1] + "ied"
	case n > 2 && !vowel(verb[n-1]) && vowel(verb[n-2]) && !vowel(verb[n-3]) && !strings.ContainsRune("wxy", rune(verb[n-1])):
		double := verb + verb[n-1:]
		return []string{plural(verb), past, verb + "ing", double + "ed", double + "ing"}
	}
	return []string{plural(verb), past, stem + "ing"}
}

func vowel(letter byte) bool { return strings.IndexByte("aeiou", letter) >= 0 }
