package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"chancery"
)

//go:embed abbreviations.txt
var abbreviationTable string

// kind tells what may follow an abbreviation.
type kind int

const (
	notAbbreviation kind = iota
	// title: a name follows, no sentence ends here.
	title
	// numbered: a figure follows.
	numbered
	// month: a figure follows, or the sentence ends.
	month
	// final: the sentence may end here when the next word is capitalised.
	final
	// name: part of names; the sentence ends only before a word that starts sentences.
	name
)

// abbreviations maps a lower-case abbreviation without its last period to its kind.
var abbreviations = sync.OnceValue(func() map[string]kind {
	kinds := map[string]kind{"title": title, "numbered": numbered, "month": month, "final": final, "name": name}
	table := map[string]kind{}
	for line := range strings.Lines(abbreviationTable) {
		fields := strings.Fields(line)
		if len(fields) == 2 && fields[0] != "#" {
			table[fields[1]] = kinds[fields[0]]
		}
	}
	return table
})

// longestAbbreviation bounds the bytes that are looked up.
const longestAbbreviation = 12

// abbreviationKind looks up a word without its last period.
func abbreviationKind(word string) kind {
	if len(word) > longestAbbreviation {
		return notAbbreviation
	}
	if k, ok := abbreviations()[word]; ok {
		return k
	}
	return abbreviations()[strings.ToLower(word)]
}

// wordLen is the length of the word at at, with the periods of an
// abbreviation, the hyphen of a prefix and what stands inside names; limit is len(text).
func wordLen(text string, at int) int {
	i := at
	if text[i] == '#' || text[i] == '@' {
		i++
	}
	i = runEnd(text, i)
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if i+size >= len(text) || !isWordRune(next) {
			break
		}
		if !bindsInside(text[at:i], r, text[i+size:]) {
			break
		}
		i = runEnd(text, i+size)
	}
	if i < len(text) && text[i] == '.' && takesPeriod(text, at, i) {
		i++
	}
	return i - at
}

func runEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			break
		}
		i += size
	}
	return i
}

// bindsInside reports whether the mark r between two letters belongs to the word.
func bindsInside(before string, r rune, after string) bool {
	switch r {
	case '\'', '’', '`':
		return len(before) < 64
	case '&':
		return len(before) <= 3 && strings.ToUpper(before) == before
	case '.':
		return dotInside(before, after)
	case '-':
		return hyphenInside(before, after)
	}
	return false
}

// dotInside: letters with periods between them (U.S, p.m, Ph.D).
func dotInside(before, after string) bool {
	last := before[strings.LastIndexByte(before, '.')+1:]
	next := after[:runEnd(after, 0)]
	if utf8.RuneCountInString(last) == 1 && utf8.RuneCountInString(next) <= 2 {
		return true
	}
	if len(before) <= 64 && isFileEnding(next) {
		return true
	}
	return last == "Ph" && next == "D"
}

// isFileEnding: the word is the name of a file.
func isFileEnding(word string) bool {
	switch word {
	case "doc", "DOC", "docx", "xls", "XLS", "xlsx", "pdf", "PDF", "txt", "jpg", "JPG", "png", "zip", "ppt", "html", "htm":
		return true
	}
	return false
}

// hyphenInside: prefixes that the treebanks leave on their word, and names with figures (F-16, Covid-19).
func hyphenInside(before, after string) bool {
	if len(before) > longestAbbreviation {
		return false
	}
	first, _ := utf8.DecodeRuneInString(after)
	if isDigit(first) {
		next := after[:runEnd(after, 0)]
		r, _ := utf8.DecodeRuneInString(before)
		return unicode.IsUpper(r) && len(next) <= 3 && (strings.ToUpper(before) == before || before == "Covid")
	}
	switch strings.ToLower(before) {
	case "e", "re", "co", "pre", "non", "anti", "pro", "mid", "ex", "post", "semi", "multi", "counter", "sub", "inter", "intra", "ultra", "mini", "neo", "trans", "un", "de", "bi", "pan", "quasi":
		return true
	}
	return false
}

// takesPeriod reports whether the period after text[at:i] belongs to the word.
func takesPeriod(text string, at, i int) bool {
	if strings.HasPrefix(text[i:], "..") {
		return false
	}
	word := text[at:i]
	if strings.IndexByte(word, '.') >= 0 && utf8.RuneCountInString(word[strings.LastIndexByte(word, '.')+1:]) <= 2 {
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	if size == len(word) && unicode.IsUpper(r) && word != "I" {
		return true
	}
	return abbreviationKind(word) != notAbbreviation
}

// splitWord puts a word and the clitics that end it.
func splitWord(tokens []chancery.Token, text string, start, end int) []chancery.Token {
	cut := cliticStart(text[start:end])
	if cut <= 0 || cut >= end-start {
		return put(tokens, start, end)
	}
	tokens = splitWord(tokens, text, start, start+cut)
	return put(tokens, start+cut, end)
}

// cliticStart is the offset of the clitic that ends word, 0 when there is none.
func cliticStart(word string) int {
	const window = 8
	if len(word) > 64 {
		return 0
	}
	lower := strings.ToLower(word)
	if len(lower) != len(word) {
		return 0
	}
	switch lower {
	case "cannot":
		return 3
	case "gonna", "gotta", "wanna":
		return 3
	case "dont", "didnt", "doesnt", "isnt", "wasnt", "arent", "werent", "couldnt", "wouldnt", "shouldnt", "hasnt", "havent", "hadnt":
		return len(word) - 2
	}
	tail := strings.ReplaceAll(lower[max(0, len(lower)-window):], "’", "'")
	raw := func(suffix string) int {
		quote := len(suffix)
		if strings.Contains(word[max(0, len(word)-len(suffix)-2):], "’") {
			quote += len("’") - 1
		}
		return len(word) - quote
	}
	for _, suffix := range []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"} {
		if strings.HasSuffix(tail, suffix) && len(tail) > len(suffix) {
			return raw(suffix)
		}
	}
	return 0
}

// joins reports whether second, written directly after first, is a clitic of it.
func joins(first, second string) bool {
	if len(second) > 5 {
		return false
	}
	switch strings.ReplaceAll(strings.ToLower(second), "’", "'") {
	case "'s", "n't", "'re", "'ve", "'ll", "'d", "'m":
		return true
	case "'":
		return strings.HasSuffix(first, "s")
	case "nt":
		return cliticStart(first+second) == len(first)
	case "not", "na", "ta":
		return cliticStart(first+second) == len(first)
	}
	return false
}
