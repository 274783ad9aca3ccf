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
	next := i + 1
	if closes(text, tokens, next) || isNote(text, tokens, next) || isSmiley(tokens[next].Of(text)) || countsItem(text, tokens, first, i) {
		return false
	}
	last := i
	for last > first {
		if last-first > 3 && isNote(text, tokens, last-2) {
			last -= 3
		} else if closes(text, tokens, last) {
			last--
		} else {
			break
		}
	}
	word := tokens[last].Of(text)
	if isSmiley(word) || isRule(word) {
		return startsUpper(tokens[next].Of(text))
	}
	if isAddress(word) && isAddress(tokens[next].Of(text)) {
		return true
	}
	if isTerminal(word) {
		if word == "." && shortenedApart(text, tokens, first, last) {
			return isStarter(tokens[next].Of(text))
		}
		if last == i && last > first && startsSmall(text, tokens, last) {
			return true
		}
		return startsAfter(text, tokens, word, last < i, next)
	}
	if len(word) > 1 && strings.HasSuffix(word, ".") && len(word) <= longestAbbreviation+1 {
		return endsAfterAbbreviation(text, tokens, word, last, next)
	}
	return false
}

// shortenedApart reports whether the mark at last, set apart by a blank as in
// texts that are cut into words ("the U . S . envoy", "Mr . Orr"), belongs to
// an initial or a title before it.
func shortenedApart(text string, tokens []chancery.Token, first, last int) bool {
	if last == first || tokens[last].Start == tokens[last-1].End {
		return false
	}
	before := tokens[last-1].Of(text)
	r, size := utf8.DecodeRuneInString(before)
	return unicode.IsUpper(r) && (size == len(before) && r != 'I' || abbreviationKind(before) == title)
}

// isAddress reports whether a token is a web address.
func isAddress(word string) bool {
	return strings.HasPrefix(word, "http") && strings.Contains(word[:min(len(word), 9)], "://") || strings.HasPrefix(word, "www.")
}

// isRule reports whether a token is a line drawn with marks: "=====".
func isRule(word string) bool {
	return len(word) >= 5 && strings.IndexByte("=_-*~#", word[0]) >= 0 && strings.Trim(word, word[:1]) == ""
}

// isNote reports whether a note's number in brackets starts at token i: "[2]".
func isNote(text string, tokens []chancery.Token, i int) bool {
	if i+2 >= len(tokens) || tokens[i].Of(text) != "[" || tokens[i+2].Of(text) != "]" {
		return false
	}
	word := tokens[i+1].Of(text)
	return len(word) <= 3 && isDigit(rune(word[0]))
}

// countsItem reports whether tokens first..i are a counting mark: "3", ".".
func countsItem(text string, tokens []chancery.Token, first, i int) bool {
	if i != first+1 || tokens[i].Of(text) != "." || tokens[first].Len() > 2 {
		return false
	}
	word := tokens[first].Of(text)
	return isDigit(rune(word[0])) && isDigit(rune(word[len(word)-1]))
}

// startsSmall: careless writing, where the mark ends a sentence though the next
// one starts in small letters or with an address. The word before the mark is a plain
// one, so that names with a mark ("Yahoo! said") and unknown abbreviations do not end one.
func startsSmall(text string, tokens []chancery.Token, mark int) bool {
	before, next := tokens[mark-1].Of(text), tokens[mark+1].Of(text)
	if tokens[mark+1].Start == tokens[mark].End || strings.HasPrefix(tokens[mark].Of(text), "..") || strings.HasPrefix(tokens[mark].Of(text), "…") {
		return false
	}
	if isAddress(next) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsLower(r) || len(before) < 3 && tokens[mark].Of(text) == "." {
		return false
	}
	for _, c := range before {
		if !unicode.IsLower(c) {
			return false
		}
	}
	return true
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
