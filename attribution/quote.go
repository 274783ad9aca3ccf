package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// mark is one quotation mark of the text.
type mark struct {
	chancery.Span
	// family is the kind of mark: '"' for all double ones, '\'' for single, '«'.
	family rune
	opens  bool
	closes bool
	// fresh is true for the first mark of a paragraph, nothing but space before it.
	fresh bool
	// paragraph counts blank-line blocks from 0.
	paragraph int
}

// quote is a stretch in quotation marks, marks included; pieces are its
// paragraphs when it runs over several.
type quote struct {
	chancery.Span
	pieces []chancery.Span
}

// mostPieces bounds the paragraphs of one quotation.
const mostPieces = 64

// quotes finds the outermost quotations of the text in order. A quotation that
// is not closed in its paragraph runs on when the next paragraph opens with a
// mark of the same family (the newspaper habit), else it ends with the
// paragraph. A single mark that is never closed is an apostrophe.
func quotes(text string) []quote {
	marks, ends := marksOf(text)
	closing, last := partners(marks)
	var found []quote
	for i := 0; i < len(marks); i++ {
		if !marks[i].opens || marks[i].family == '\'' && closing[i] < 0 {
			continue
		}
		q := quote{Span: marks[i].Span}
		for {
			piece := chancery.Span{Start: marks[i].Start, End: ends[marks[i].paragraph]}
			if closing[i] >= 0 {
				piece.End = marks[closing[i]].End
			}
			q.End = piece.End
			q.pieces = append(q.pieces, piece)
			if closing[i] >= 0 {
				i = closing[i]
				break
			}
			next := last[i] + 1
			if len(q.pieces) == mostPieces || !runsOn(marks, i, next) {
				i = last[i]
				break
			}
			i = next
		}
		if q.Len() > marks[i].Len()+1 {
			found = append(found, q)
		}
	}
	return found
}

// runsOn tells whether marks[next] takes up, at the head of the next
// paragraph, the quotation that marks[i] left open.
func runsOn(marks []mark, i, next int) bool {
	return next < len(marks) && marks[next].fresh && marks[next].opens &&
		marks[next].family == marks[i].family && marks[next].paragraph == marks[i].paragraph+1
}

// partners gives for each mark the next one that closes its family in the same
// paragraph (-1 for none; single marks do not reach over double ones), and the
// last mark of its paragraph.
func partners(marks []mark) (closing, last []int) {
	closing, last = make([]int, len(marks)), make([]int, len(marks))
	next := map[rune]int{}
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		last[i] = i
		if i+1 < len(marks) && marks[i+1].paragraph == m.paragraph {
			last[i] = last[i+1]
		} else {
			clear(next)
		}
		closing[i] = -1
		if j, ok := next[m.family]; ok {
			closing[i] = j
		}
		if m.family != '\'' {
			delete(next, '\'')
		}
		if m.closes {
			next[m.family] = i
		}
	}
	return closing, last
}

// longLine is the length in bytes from which a line shows that the text is not
// wrapped, so that each of its line ends is the end of a paragraph.
const longLine = 160

// marksOf lists the quotation marks of the text and the end of each paragraph.
func marksOf(text string) ([]mark, []int) {
	var marks []mark
	var ends []int
	wrapped := !hasLongLine(text)
	fresh, open, blank := true, false, true // blank: the line, so far
	last, before := 0, ' '
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(text[i:])
		if r == '\n' {
			if (blank || !wrapped) && !fresh {
				ends = append(ends, last)
				fresh, open = true, false
			}
			blank, before = true, r
			continue
		}
		m := mark{Span: chancery.Span{Start: i, End: i + size}, fresh: fresh, paragraph: len(ends)}
		if isMark(text, i, r, &m) {
			after, _ := utf8.DecodeRuneInString(text[m.End:])
			direct(&m, r, before, after, open)
			if m.opens || m.closes {
				marks = append(marks, m)
			}
			if m.family == '"' && (m.opens || m.closes) {
				open = m.opens
			}
			size = m.Len()
		}
		if !unicode.IsSpace(r) {
			fresh, blank, last = false, false, i+size
		}
		before = r
	}
	return marks, append(ends, last)
}

func hasLongLine(text string) bool {
	for line := range strings.Lines(text) {
		if len(line) > longLine {
			return true
		}
	}
	return false
}

// runeMark is isMark for the character at byte at.
func runeMark(text string, at int, m *mark) bool {
	if at < 0 || at >= len(text) {
		return false
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	m.End = at + size
	return isMark(text, at, r, m)
}

// endsQuote tells whether the text before byte end ends with a double mark.
func endsQuote(text string, end int) bool {
	if end <= 0 || end > len(text) {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(text[:end])
	if r == '\'' && end >= 2 {
		return text[end-2] == '\''
	}
	var m mark
	return isMark(text, end-size, r, &m) && m.family == '"'
}

// isMark fills the family of the mark at i and its length.
func isMark(text string, i int, r rune, m *mark) bool {
	switch r {
	case '"', '“', '”', '„', '‟':
		m.family = '"'
	case '«', '»':
		m.family = '«'
	case '‘', '’', '\'', '`':
		m.family = '\''
		if next := text[i:]; strings.HasPrefix(next, "''") || strings.HasPrefix(next, "``") {
			m.family, m.End = '"', i+2
		}
	default:
		return false
	}
	return true
}

// direct tells whether the mark opens or closes, by its shape or, for straight
// marks, by what stands beside it and by whether a quotation is open.
func direct(m *mark, r, before, after rune, open bool) {
	switch r {
	case '“', '„', '«', '‟':
		m.opens = true
		return
	case '”', '»':
		m.closes = true
		return
	}
	spaceBefore := unicode.IsSpace(before) || strings.ContainsRune("([{—–-―/“\"", before)
	wordAfter := unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("$€£.…[(#@'‘", after)
	wordBefore := unicode.IsLetter(before) || unicode.IsDigit(before)
	switch {
	case m.family == '"':
		m.opens = !open && (spaceBefore || wordAfter && !wordBefore)
		m.closes = open
		if open && spaceBefore && wordAfter && !strings.ContainsRune("—–-", before) {
			m.opens, m.closes = true, false // a new quotation while one was left open
		}
	case r == '‘':
		m.opens = spaceBefore
	case r == '`':
	default:
		m.opens = spaceBefore && wordAfter
		m.closes = !spaceBefore && !unicode.IsLetter(after) && !unicode.IsDigit(after)
	}
}
