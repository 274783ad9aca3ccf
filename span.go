package chancery

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Span is a half-open range [Start, End) of byte offsets into a document's
// text. The zero Span means "no words".
type Span struct {
	Start int
	End   int
}

// Empty reports whether the span holds no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the words of text that the span points at; it is empty when the
// span does not lie inside text.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Empty() {
		return ""
	}
	return text[s.Start:s.End]
}

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Union is the smallest span that contains both; an empty span adds nothing.
func (s Span) Union(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// MarshalJSON writes the span as [start,end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start,end].
func (s *Span) UnmarshalJSON(data []byte) error {
	if plain, known := plainSpan(data); known {
		*s = plain
		return nil
	}
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("reading a span as [start,end]: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// plainSpan reads what MarshalJSON writes, without a decoder of its own: a
// claim has a dozen spans.
func plainSpan(data []byte) (Span, bool) {
	if len(data) < 5 || len(data) > 24 || data[0] != '[' || data[len(data)-1] != ']' {
		return Span{}, false
	}
	first, second, found := bytes.Cut(data[1:len(data)-1], []byte(","))
	start, one := plainNumber(first)
	end, two := plainNumber(second)
	return Span{start, end}, found && one && two
}

func plainNumber(digits []byte) (n int, known bool) {
	if len(digits) == 0 || len(digits) > 9 || digits[0] == '0' && len(digits) > 1 {
		return 0, false
	}
	for _, digit := range digits {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		n = n*10 + int(digit-'0')
	}
	return n, true
}
