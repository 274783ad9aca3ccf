package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a run of letters, a run of digits, or one other sign. Pieces are
// cut finer than tokens, so that "third-quarter", "2021-10-18" and "5pm" read
// the same however the tokenizer cuts them.
type piece struct {
	start, end int
	low        string // lower case, apostrophes and dashes plain
	word       *word  // never nil in a scanned sentence
	number     int    // of a run of at most 9 digits, else -1
	gap        bool   // white space stands before it
	upper      bool   // begins with a capital
	plain      bool   // no word of the tables and no phrase begins here
}

// digits is the length of the run of digits, 0 for other pieces.
func (p *piece) digits() int {
	if p.number < 0 && (p.low == "" || p.low[0] < '0' || p.low[0] > '9') {
		return 0
	}
	return len(p.low)
}

var noWord = &word{}

// scanPieces cuts text[start:end] and appends to pieces.
func scanPieces(pieces []piece, text string, start, end int) []piece {
	gap := true
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if unicode.IsSpace(r) {
			gap = true
			i += size
			continue
		}
		p := piece{start: i, end: i + size, number: -1, gap: gap, word: noWord}
		switch {
		case r >= '0' && r <= '9':
			p.end = i + runOf(text[i:end], func(r rune) bool { return r >= '0' && r <= '9' })
			p.low = text[i:p.end]
			if len(p.low) <= 9 {
				p.number = 0
				for _, c := range []byte(p.low) {
					p.number = p.number*10 + int(c-'0')
				}
			}
		case unicode.IsLetter(r):
			p.end = i + runOf(text[i:end], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })
			p.upper = unicode.IsUpper(r)
			p.low = strings.ToLower(text[i:p.end])
		default:
			p.low = plainSign(r, text[i:i+size])
		}
		pieces = append(pieces, p)
		i, gap = p.end, false
	}
	return pieces
}

func runOf(text string, in func(rune) bool) int {
	for i, r := range text {
		if !in(r) {
			return i
		}
	}
	return len(text)
}

// plainSign maps typographic apostrophes and dashes to ASCII.
func plainSign(r rune, text string) string {
	switch r {
	case '’', '‘', 'ʼ', '`':
		return "'"
	case '–', '—', '‐', '‑', '‒', '−', '~':
		return "-"
	}
	return text
}

// sentence is the scanned text of one sentence, the state that the grammar
// reads. Every accessor takes any index; outside they answer with a blank.
type sentence struct {
	lex    *lexicon
	pieces []piece
}

var blank = &piece{number: -1, word: noWord, gap: true}

// reset scans text[start:end] into the sentence, reusing its memory.
func (s *sentence) reset(text string, start, end int) {
	s.pieces = scanPieces(s.pieces[:0], text, start, end)
	for i := range s.pieces {
		p := &s.pieces[i]
		if w := s.lex.words[p.low]; w != nil {
			p.word = w
		}
		p.plain = p.word == noWord && p.number < 0 && s.lex.phrases[p.low] == nil
	}
}

func (s *sentence) at(i int) *piece {
	if i < 0 || i >= len(s.pieces) {
		return blank
	}
	return &s.pieces[i]
}

// is reports whether piece i reads as one of the words.
func (s *sentence) is(i int, words ...string) bool {
	low := s.at(i).low
	if low == "" {
		return false
	}
	for _, w := range words {
		if low == w {
			return true
		}
	}
	return false
}

// run reports whether the words stand from i on, and where they end.
func (s *sentence) run(i int, words ...string) (int, bool) {
	for k, w := range words {
		if s.at(i+k).low != w {
			return i, false
		}
	}
	return i + len(words), true
}

// skip steps over one of the words when it stands at i.
func (s *sentence) skip(i int, words ...string) int {
	if s.is(i, words...) {
		return i + 1
	}
	return i
}

// joined reports whether piece i touches the piece before it.
func (s *sentence) joined(i int) bool { return i < len(s.pieces) && i > 0 && !s.pieces[i].gap }

// hyphen steps over a hyphen that joins pieces ("third-quarter").
func (s *sentence) hyphen(i int) int {
	if s.is(i, "-") && s.joined(i) && s.joined(i+1) {
		return i + 1
	}
	return i
}

const longestHeading = 16 // pieces

// heading reports whether the sentence is short and closes without a stop.
func (s *sentence) heading() bool {
	n := len(s.pieces)
	return n > 0 && n <= longestHeading && !s.is(n-1, ".", "!", "?", ":", ";", ",", "\"", "”", "'")
}

// naming reports whether the date tells which of several things is meant and
// no step of the story: "the 2003 invasion", "the Treaty of 1648", "above the
// May 2007 high".
func (s *sentence) naming(f *found) bool {
	if f.form != formDate || f.year == 0 || f.day > 0 {
		return false
	}
	if s.is(f.first-1, "of") && f.month == 0 {
		return s.at(f.first - 2).upper
	}
	next := s.at(f.end)
	return s.is(f.first-1, "the", "a", "its", "their", "s") && next.gap && len(next.low) > 2 && next.word == noWord && !s.clauseEnds(f.end)
}

const bracketReach = 12

// bracketed reports whether a bracket opens just before piece i and has not
// closed.
func (s *sentence) bracketed(i int) bool {
	for k := i - 1; k >= 0 && k >= i-bracketReach; k-- {
		switch s.pieces[k].low {
		case ")", "]":
			return false
		case "(", "[":
			return true
		}
	}
	return false
}
