package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// scan splits a stretch of text into tokens.
func scan(text string, piece chancery.Span) []chancery.Token {
	tokens := make([]chancery.Token, 0, piece.Len()/5+1)
	for at := piece.Start; at < piece.End; {
		r, size := utf8.DecodeRuneInString(text[at:piece.End])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		end := chunkEnd(text, at, piece.End)
		tokens = scanChunk(tokens, text, at, end)
		at = end
	}
	return tokens
}

func chunkEnd(text string, at, end int) int {
	if i := strings.IndexFunc(text[at:end], unicode.IsSpace); i >= 0 {
		return at + i
	}
	return end
}

func put(tokens []chancery.Token, start, end int) []chancery.Token {
	return append(tokens, chancery.Token{Span: chancery.Span{Start: start, End: end}})
}

// scanChunk splits what stands between two white spaces.
func scanChunk(tokens []chancery.Token, text string, at, end int) []chancery.Token {
	address := strings.ContainsAny(text[at:end], "@/.")
	for at < end {
		chunk := text[at:end]
		if n := addressLen(chunk, address); n > 0 {
			tokens = put(tokens, at, at+n)
			at += n
			continue
		}
		if isSmiley(chunk) {
			return put(tokens, at, end)
		}
		r, size := utf8.DecodeRuneInString(chunk)
		switch {
		case isDigit(r) || (strings.ContainsRune("+-.", r) && len(chunk) > 1 && isDigit(rune(chunk[1])) && at > 0 && startsChunk(text, at)):
			n := numberLen(chunk)
			tokens = put(tokens, at, at+n)
			at += n
		case isWordRune(r) || (strings.ContainsRune("#@", r) && len(chunk) > 1 && unicode.IsLetter(rune(chunk[1]))):
			n := wordLen(text[:end], at)
			tokens = splitWord(tokens, text, at, at+n)
			at += n
		case r == '\'' || r == '’' || r == '‘':
			n := apostropheLen(chunk, size, !startsChunk(text, at))
			tokens = put(tokens, at, at+n)
			at += n
		default:
			n := markLen(chunk, r, size)
			tokens = put(tokens, at, at+n)
			at += n
		}
	}
	return tokens
}

// isSmiley reports whether the rest of a chunk is a face made of marks: ":-)".
func isSmiley(chunk string) bool {
	if len(chunk) < 2 || len(chunk) > 4 || strings.IndexByte(":;=", chunk[0]) < 0 {
		return chunk == "^_^" || chunk == "<3"
	}
	return strings.Trim(strings.TrimLeft(chunk[1:], "-'"), ")(DPp]") == "" && strings.IndexByte(")(DPp]", chunk[len(chunk)-1]) >= 0
}

// startsChunk reports whether no word or figure stands directly before at.
func startsChunk(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || !isWordRune(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '_' || r == '\u200d'
}

// numberLen is the length of the figure that chunk starts with: 1,200.50,
// 10:30, 18/10/2021, 1990s, 21st, 713-853-3989; a unit written directly after
// it ("5pm", "20bn") is left out.
func numberLen(chunk string) int {
	n := 1
	for n < len(chunk) && (isDigit(rune(chunk[n])) || n+1 < len(chunk) && strings.IndexByte(",.:/", chunk[n]) >= 0 && isDigit(rune(chunk[n+1]))) {
		n++
	}
	if m := dashedLen(chunk, n); m > 0 {
		return m
	}
	letters := n
	for letters < len(chunk) {
		r, size := utf8.DecodeRuneInString(chunk[letters:])
		if !isWordRune(r) {
			break
		}
		letters += size
	}
	if isUnit(chunk[n:letters]) {
		return n
	}
	return letters
}

// dashedLen tells the length of a telephone number or an ISO date, whose
// parts are joined by two hyphens or more; 0 when chunk is none. n is where the first part ends.
func dashedLen(chunk string, n int) int {
	dashes := 0
	for n+1 < len(chunk) && chunk[n] == '-' && isDigit(rune(chunk[n+1])) {
		dashes++
		n++
		for n < len(chunk) && isDigit(rune(chunk[n])) {
			n++
		}
	}
	if dashes < 2 {
		return 0
	}
	return n
}

func isUnit(letters string) bool {
	switch strings.ToLower(letters) {
	case "m", "k", "b", "bn", "mn", "tn", "mm", "cm", "km", "kg", "g", "ft", "mph", "am", "pm", "gmt", "mw", "gw", "kw", "lb", "lbs", "ml", "hz", "ghz", "mhz", "gb", "mb", "tb":
		return true
	}
	return false
}

// markLen is the length of a punctuation mark or symbol: a run of the same
// mark ("...", "--", "!!"), of "!" and "?", or one rune with what modifies it.
func markLen(chunk string, r rune, size int) int {
	n := size
	if r == utf8.RuneError && size == 1 {
		return n
	}
	for n < len(chunk) {
		next, width := utf8.DecodeRuneInString(chunk[n:])
		run := next == r && strings.ContainsRune(".-!?=*~+#<>^…—–", r) || strings.ContainsRune("!?", r) && strings.ContainsRune("!?", next)
		if !run && !unicode.Is(unicode.M, next) && next != '\u200d' {
			break
		}
		n += width
	}
	if r == '`' && strings.HasPrefix(chunk, "``") {
		return 2
	}
	return n
}

// apostropheLen is the length of a token that starts with an apostrophe: a
// clitic after a word ("'s"), a shortened year ("'90s"), a doubled quotation mark, or the mark alone.
func apostropheLen(chunk string, size int, afterWord bool) int {
	if strings.HasPrefix(chunk, "''") {
		return 2
	}
	rest := chunk[size:]
	letters := 0
	for letters < len(rest) {
		r, width := utf8.DecodeRuneInString(rest[letters:])
		if !isWordRune(r) {
			break
		}
		letters += width
	}
	switch strings.ToLower(rest[:letters]) {
	case "s", "re", "ve", "ll", "d", "m":
		if afterWord {
			return size + letters
		}
	case "90s", "80s", "70s", "60s", "50s", "40s", "30s", "20s", "em", "cause", "til":
		return size + letters
	}
	return size
}

// addressLen is the length of the web address, e-mail address or host name
// that chunk starts with, 0 when there is none; likely tells that the chunk has a mark of one.
func addressLen(chunk string, likely bool) int {
	if !likely || len(chunk) < 5 || !isASCIIWord(chunk[0]) {
		return 0
	}
	const longest = 512
	window := chunk[:min(len(chunk), longest)]
	end := strings.IndexAny(window, "<>\"“”|{}")
	if end < 0 {
		end = len(window)
	}
	for end > 0 && strings.IndexByte(".,;:!?)]'*", chunk[end-1]) >= 0 {
		end--
	}
	body := chunk[:end]
	switch {
	case strings.HasPrefix(body, "http://"), strings.HasPrefix(body, "https://"), strings.HasPrefix(body, "www."), strings.HasPrefix(body, "ftp://"):
		return end
	}
	if i := strings.IndexAny(body, "()[],;:!?'’-–—"); i >= 0 && strings.IndexByte(body[:i], '@') < 0 && !isHost(body) {
		body = body[:i]
	}
	if at := strings.IndexByte(body, '@'); at > 0 && at+1 < len(body) && strings.IndexByte(body[at:], '.') > 0 {
		return len(body)
	}
	if isHost(body) {
		return len(body)
	}
	return 0
}

func isASCIIWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// isHost reports whether body is a host name with a well-known last part, with or without a path.
func isHost(body string) bool {
	host, _, _ := strings.Cut(body, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 {
		return false
	}
	switch strings.ToLower(host[dot+1:]) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "ru", "uk", "eu":
	default:
		return false
	}
	for i := range dot {
		if c := host[i]; !isASCIIWord(c) && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	return true
}
