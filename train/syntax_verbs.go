package train

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
)

//go:embed verbs.txt
var verbTable string

// verbForms lists the regular forms of the verbs of verbs.txt, form TAB Penn
// tag, each with the verbs that it may come from, the likelier first.
func verbForms() map[string][]string {
	known := map[string]bool{}
	for line := range strings.Lines(verbTable) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			known[line] = true
		}
	}
	forms := map[string][]string{}
	for _, doubled := range []bool{false, true} { // "called" is of call before it is of "cal"
		for _, verb := range slices.Sorted(maps.Keys(known)) {
			for _, form := range inflected(verb, doubled) {
				if !slices.Contains(forms[form], verb) {
					forms[form] = append(forms[form], verb)
				}
			}
		}
	}
	return forms
}

// inflected lists the regular forms of a verb, form TAB tag; with doubled those
// that double the last letter, none where it cannot be.
func inflected(verb string, doubled bool) []string {
	last, before := verb[len(verb)-1], verb[len(verb)-2]
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	past, present, progressive := verb+"ed", verb+"s", verb+"ing"
	switch {
	case doubled && (vowel(last) || !vowel(before) || strings.IndexByte("hwxy", last) >= 0):
		return nil
	case doubled:
		past, present, progressive = verb+string(last)+"ed", "", verb+string(last)+"ing"
	case last == 'e':
		past = verb + "d"
		if before != 'e' && before != 'o' && before != 'y' {
			progressive = verb[:len(verb)-1] + "ing"
		}
	case last == 'y' && !vowel(before):
		past, present = verb[:len(verb)-1]+"ied", verb[:len(verb)-1]+"ies"
	case last == 'c':
		past, progressive = verb+"ked", verb+"king"
	case last == 's' || last == 'x' || last == 'z' || last == 'h' && (before == 'c' || before == 's'):
		present = verb + "es"
	}
	out := []string{past + "\tVBD", past + "\tVBN", progressive + "\tVBG"}
	if present != "" {
		out = append(out, present+"\tVBZ")
	}
	return out
}
