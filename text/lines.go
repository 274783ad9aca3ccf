package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// block is a paragraph: lines without a blank one between them.
type block []chancery.Span

// blocks finds the paragraphs of text; lines end with LF, CR or CRLF.
func blocks(text string) []block {
	var out []block
	var open block
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		if line := trim(text, chancery.Span{Start: at, End: end}); !line.Empty() {
			open = append(open, line)
		} else if len(open) > 0 {
			out, open = append(out, open), nil
		}
		at = next
	}
	if len(open) > 0 {
		out = append(out, open)
	}
	return out
}

// lineEnd is where the line that starts at at ends, and where the next starts.
func lineEnd(text string, at int) (end, next int) {
	i := strings.IndexAny(text[at:], "\n\r")
	if i < 0 {
		return len(text), len(text)
	}
	end = at + i
	next = end + 1
	if text[end] == '\r' && next < len(text) && text[next] == '\n' {
		next++
	}
	return end, next
}

func trim(text string, span chancery.Span) chancery.Span {
	words := text[span.Start:span.End]
	left := strings.TrimLeftFunc(words, unicode.IsSpace)
	start := span.End - len(left)
	return chancery.Span{Start: start, End: start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}

// wrapped is the length in bytes from which a line can be one of a text
// broken to a fixed width.
const wrapped = 45

// pieces joins the lines that a line break only wraps, and parts headlines,
// list items and other lines that stand for themselves.
func (b block) pieces(text string) []chancery.Span {
	longest := 0
	for _, line := range b {
		longest = max(longest, line.Len())
	}
	out := []chancery.Span{b[0]}
	for i := 1; i < len(b); i++ {
		if stands(text, b[i-1], b[i], longest) {
			out = append(out, b[i])
		} else {
			out[len(out)-1].End = b[i].End
		}
	}
	return out
}

// stands reports whether the line break between two lines parts them: the
// second starts a list item, or the first leaves so much of the width unused
// that its next word would have fitted and the second does not go on in small letters.
func stands(text string, first, second chancery.Span, longest int) bool {
	next := second.Of(text)
	if startsItem(next) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(r) || strings.ContainsRune(",;&", rune(text[first.End-1])) {
		return false
	}
	word := strings.IndexFunc(next, unicode.IsSpace)
	if word < 0 {
		word = len(next)
	}
	return longest < wrapped || first.Len()+1+word < longest-8 || longest > 3*wrapped
}

// startsItem reports whether a line begins with a bullet or a counted mark.
func startsItem(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	rest := line[size:]
	if strings.ContainsRune("•‣◦▪●·*-–—", r) {
		return rest != "" && (rest[0] == ' ' || rest[0] == '\t')
	}
	digits := 0
	for digits < len(line) && digits < 3 && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	return digits > 0 && len(line) > digits+1 && (line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' '
}
