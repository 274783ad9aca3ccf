package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// endsSentence reports whether a sentence that starts with token first ends
// with token i, which is not the last one.
func endsSentence(text string, tokens []chancery.Token, first, i int) bool {
	last := i
	for last > first && closes(text, tokens, last) {
		last--
	}
	word := tokens[last].Of(text)
	next := i + 1
	if closes(text, tokens, next) {
		return false
	}
	if isTerminal(word) {
		return startsAfter(text, tokens, word, last < i, next)
	}
	if len(word) > 1 && strings.HasSuffix(word, ".") && len(word) <= longestAbbreviation+1 {
		return endsAfterAbbreviation(text, tokens, word, last, next)
	}
	return false
}

// closes reports whether token i closes a quotation or bracket: it is written
// directly after the token before it.
func closes(text string, tokens []chancery.Token, i int) bool {
	if i == 0 || tokens[i].Start != tokens[i-1].End {
		return false
	}
	switch tokens[i].Of(text) {
	case "”", "’", "»", ")", "]", "''":
		return true
	case `"`, "'":
		return i+1 == len(tokens) || tokens[i+1].Start != tokens[i].End
	}
	return false
}

func isTerminal(word string) bool {
	if len(word) > 16 {
		return false
	}
	return strings.Trim(word, ".!?") == "" || strings.Trim(word, "…") == ""
}

// startsAfter reports whether token next starts a sentence after the mark.
func startsAfter(text string, tokens []chancery.Token, mark string, quoted bool, next int) bool {
	word := tokens[next].Of(text)
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsLower(r):
		return false
	case strings.Trim(mark, ".") == "" && len(mark) > 1 || strings.HasPrefix(mark, "…"):
		return unicode.IsUpper(r) && word != "I"
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return !quoted || mark == "." || !followsSpeech(text, tokens, next)
	case strings.ContainsRune(",;:)]}/%", r):
		return false
	case r == '-' || r == '–' || r == '—':
		return next+1 < len(tokens) && tokens[next].Start > tokens[next-1].End && startsUpper(tokens[next+1].Of(text)) && mark == "."
	case isTerminal(word):
		return false
	}
	return true
}

// followsSpeech: `"Stop!" President X said`: a verb of saying comes before the next mark.
func followsSpeech(text string, tokens []chancery.Token, next int) bool {
	for i := next; i < len(tokens) && i < next+6; i++ {
		switch tokens[i].Of(text) {
		case "said", "says", "asked", "asks", "told", "added", "wrote", "replied", "shouted", "exclaimed", "cried":
			return true
		case ".", "!", "?", ",", "“", `"`:
			return false
		}
	}
	return false
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// endsAfterAbbreviation reports whether the period of an abbreviation ends the sentence too.
func endsAfterAbbreviation(text string, tokens []chancery.Token, word string, at, next int) bool {
	follow := tokens[next].Of(text)
	if opensQuote(follow) && next+1 < len(tokens) {
		follow = tokens[next+1].Of(text)
		if !startsUpper(follow) {
			return false
		}
		if abbreviationKind(strings.TrimSuffix(word, ".")) == final {
			return true
		}
	}
	if !startsUpper(follow) {
		return false
	}
	switch abbreviationKind(strings.TrimSuffix(word, ".")) {
	case title, numbered:
		return false
	case final:
		return !isDayOrZone(follow)
	case month:
		return isStarter(follow)
	case name:
		return isStarter(follow)
	}
	if utf8.RuneCountInString(word) == 2 {
		// An initial: a name goes on, unless a sentence plainly starts.
		return isStarter(follow) && follow != "A" && at > 0 && !startsUpper(tokens[at-1].Of(text))
	}
	return isStarter(follow)
}

func opensQuote(word string) bool {
	switch word {
	case "“", `"`, "‘", "'", "«", "(", "[", "``":
		return true
	}
	return false
}

// isDayOrZone: what follows a time of day ("5 p.m. Tuesday", "9 a.m. EST").
func isDayOrZone(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "GMT", "EST", "EDT", "ET", "CET", "CEST", "UTC", "BST", "PST", "PDT", "PT", "Moscow", "Eastern", "Pacific", "Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun.":
		return true
	}
	return false
}

// isStarter lists words that start sentences and seldom stand capitalised inside one.
func isStarter(word string) bool {
	switch word {
	case "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "You", "I", "His", "Her", "Its", "Their", "Our", "My",
		"In", "On", "At", "By", "For", "From", "With", "After", "Before", "During", "Since", "Under", "As", "If", "When", "While", "Although", "Though", "Because",
		"But", "And", "Or", "So", "Yet", "However", "Meanwhile", "Earlier", "Later", "Last", "There", "Here", "What", "Who", "Why", "How", "Where",
		"Both", "Some", "Many", "Most", "All", "Several", "Other", "Others", "Now", "Then", "Also", "Not", "No", "Once", "To", "Asked", "According", "Among", "Despite", "Following", "Nevertheless", "Moreover", "Instead", "Still", "Even", "Let", "Please", "Do", "Is", "Are", "Was", "Were", "Officials", "Mr.", "Ms.", "Mrs.":
		return true
	}
	return false
}
