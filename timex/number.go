package timex

import (
	"strconv"
	"strings"
)

// amount is how many: a number, or unknown (TIMEX3 X).
type amount struct {
	n       float64
	vague   bool
	article bool // told by "a" or "an" alone
	word    bool // told in letters
}

// String is the number as TIMEX3 writes it.
func (a amount) String() string {
	if a.vague {
		return "X"
	}
	return strconv.FormatFloat(a.n, 'f', -1, 64)
}

const mostAmount = 1e9

// amount reads a number of things from piece i: "12", "1,200", "2 1/2",
// "twenty-one", "two and a half", "a few", "a couple of", "half a".
func (s *sentence) amount(i int) (amount, int, bool) {
	if s.at(i).digits() > 0 {
		return s.digitAmount(i)
	}
	if end, ok := s.vagueAmount(i); ok {
		return amount{vague: true, word: true}, end, true
	}
	if end, ok := s.run(i, "a", "couple"); ok {
		return amount{n: 2, word: true}, s.skip(end, "of"), true
	}
	if s.is(i, "couple") {
		return amount{n: 2, word: true}, s.skip(i+1, "of"), true
	}
	if s.is(i, "half") && s.is(i+1, "a", "an") {
		return amount{n: 0.5, word: true}, i + 2, true
	}
	n, end, ok := s.cardinal(i)
	if !ok {
		return amount{}, i, false
	}
	if part, tail, ok := s.fraction(end); ok {
		return amount{n: n + part, word: true}, tail, true
	}
	one := end == i+1 && s.at(i).word.numberKind == article
	return amount{n: n, article: one, word: true}, end, true
}

func (s *sentence) vagueAmount(i int) (int, bool) {
	k := s.skip(i, "a", "the")
	if s.is(k, "few") || k == i && s.at(k).word.numberKind == vagueNumber {
		return k + 1, true
	}
	if end, ok := s.run(k, "number", "of"); ok && k > i {
		return end, true
	}
	if s.is(k, "dozens", "hundreds", "thousands", "scores") && s.is(k+1, "of") {
		return k + 2, true
	}
	return i, false
}

// digitAmount reads "1,200", "2.5" and "2 1/2".
func (s *sentence) digitAmount(i int) (amount, int, bool) {
	text, end := s.at(i).low, i+1
	if s.at(i).number < 0 || i > 0 && s.joined(i) && s.is(i-1, "$", "€", "£", ".", ",", ":", "/") {
		return amount{}, i, false
	}
	for s.is(end, ",") && s.joined(end) && s.joined(end+1) && s.at(end+1).digits() == 3 && len(text) < 9 {
		text += s.at(end + 1).low
		end += 2
	}
	if s.is(end, ".") && s.joined(end) && s.joined(end+1) && s.at(end+1).digits() > 0 && s.at(end+1).number >= 0 {
		text += "." + s.at(end+1).low
		end += 2
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n > mostAmount {
		return amount{}, i, false
	}
	if s.is(end+1, "/") && s.joined(end+1) && s.joined(end+2) && s.at(end).number > 0 && s.at(end+2).number > 1 && s.at(end).number < s.at(end+2).number {
		return amount{n: n + float64(s.at(end).number)/float64(s.at(end+2).number)}, end + 3, true
	}
	if part, tail, ok := s.fraction(end); ok {
		return amount{n: n + part}, tail, true
	}
	if s.is(end, "hundred", "thousand", "dozen") {
		return amount{n: n * s.at(end).word.number}, end + 1, true
	}
	return amount{n: n}, end, true
}

// fraction reads "and a half", "and half", "and a quarter".
func (s *sentence) fraction(i int) (part float64, end int, ok bool) {
	i = s.hyphen(i)
	if !s.is(i, "and") {
		return 0, i, false
	}
	k := s.hyphen(s.skip(s.hyphen(i+1), "a"))
	switch {
	case s.is(k, "half"):
		return 0.5, k + 1, true
	case s.is(k, "quarter") && k > i+1:
		return 0.25, k + 1, true
	}
	return 0, i, false
}

// cardinal reads a number in words; every piece is read at most once.
func (s *sentence) cardinal(i int) (float64, int, bool) {
	total, part, end := 0.0, 0.0, i
	for {
		w := s.at(end).word
		switch w.numberKind {
		case cardinal:
			if part > 0 && (w.number >= 10 || int(part)%100 < 20 && int(part)%100 != 0 || int(part)%10 != 0) && int(part)%100 != 0 {
				return total + part, end, end > i
			}
			part += w.number
		case article:
			if end > i {
				return total + part, end, true
			}
			part = 1
		case scale:
			if part == 0 && total > 0 {
				return total, end, true
			}
			part = max(part, 1) * w.number
			if w.number >= 1000 {
				total, part = total+part, 0
			}
		default:
			return total + part, s.backOver(i, end), end > i
		}
		if total+part > mostAmount {
			return 0, i, false
		}
		end++
		if s.is(end, "-") && s.joined(end) && s.joined(end+1) && s.at(end+1).word.numberKind == cardinal ||
			s.is(end, "and") && int(part)%100 == 0 && s.at(end+1).word.numberKind == cardinal && s.at(end-1).word.numberKind == scale {
			end++
		}
	}
}

// backOver leaves a joining word that turned out to join nothing.
func (s *sentence) backOver(i, end int) int {
	if end > i+1 && s.is(end-1, "-", "and") {
		return end - 1
	}
	return end
}

// ordinal reads "3rd", "third", "twenty-first".
func (s *sentence) ordinal(i int) (n, end int, ok bool) {
	p := s.at(i)
	if d := p.digits(); d > 0 && d <= 3 && p.number > 0 {
		if s.joined(i+1) && s.is(i+1, "st", "nd", "rd", "th") {
			return p.number, i + 2, true
		}
		return 0, i, false
	}
	if p.word.numberKind == ordinal {
		return int(p.word.number), i + 1, true
	}
	if p.word.numberKind == cardinal && p.word.number >= 20 {
		k := s.hyphen(i + 1)
		if w := s.at(k).word; w.numberKind == ordinal && w.number < 10 {
			return int(p.word.number + w.number), k + 1, true
		}
	}
	return 0, i, false
}

// dayOfMonth reads a day's number: "5", "05", "5th", "fifth".
func (s *sentence) dayOfMonth(i int) (n, end int, ok bool) {
	if n, end, ok := s.ordinal(i); ok {
		return n, end, n <= 31
	}
	p := s.at(i)
	if d := p.digits(); d == 0 || d > 2 || p.number < 1 || p.number > 31 || s.money(i) || s.longNumber(i) {
		return 0, i, false
	}
	return p.number, i + 1, true
}

// dayInWords reads the cardinal of a day after a month: "May twenty-nine".
func (s *sentence) dayInWords(i int) (n, end int, ok bool) {
	if w := s.at(i).word; w.numberKind != cardinal || w.number < 1 || w.number == 20 && s.at(s.hyphen(i+1)).word.numberKind == cardinal && s.at(s.hyphen(i+1)).word.number >= 10 {
		return 0, i, false
	}
	v, end, ok := s.cardinal(i)
	if _, isOrdinal, found := s.ordinal(i); found && isOrdinal > end {
		return 0, i, false
	}
	return int(v), end, ok && v <= 31 && (s.clauseEnds(end) || s.is(end, "at", "from", "last", "this", "next"))
}

// money reports whether the number at i is a sum or a share.
func (s *sentence) money(i int) bool {
	return s.is(i-1, "$", "€", "£", "¥", "#") || s.is(i+1, "%", "percent", "per", "pct", "million", "billion", "trillion")
}

// longNumber reports whether the digits at i are part of a longer number
// ("10,000", "5.5", "10:30").
func (s *sentence) longNumber(i int) bool {
	after := s.joined(i+1) && s.joined(i+2) && s.at(i+2).digits() > 0
	if after && (s.is(i+1, ".", ":") || s.is(i+1, ",") && s.at(i+2).digits() == 3) {
		return true
	}
	return s.joined(i) && s.is(i-1, ",", ".", ":") && s.joined(i-1) && s.at(i-2).digits() > 0
}

// yearNumber reads a year of the common era in four digits, as '96, or in
// words ("nineteen ninety-six", "two thousand and five", "twenty twelve").
func (s *sentence) yearNumber(i int) (n, end int, ok bool) {
	p := s.at(i)
	if p.digits() == 4 {
		if p.number < 1000 || p.number > 2199 || s.money(i) || s.longNumber(i) || s.is(i+1, "s") && s.joined(i+1) {
			return 0, i, false
		}
		return p.number, i + 1, true
	}
	if s.is(i, "'") && s.joined(i+1) && s.at(i+1).digits() == 2 && !(s.joined(i+2) && !s.is(i+2, ",", ".", "-", ")", ";")) {
		return fullYear(s.at(i + 1).number), i + 2, true
	}
	return s.yearWords(i)
}

// fullYear puts two digits into 1930–2029.
func fullYear(two int) int {
	if two < 30 {
		return 2000 + two
	}
	return 1900 + two
}

func (s *sentence) yearWords(i int) (n, end int, ok bool) {
	w := s.at(i).word
	if w.numberKind != cardinal || w.number > 20 {
		return 0, i, false
	}
	if w.number == 2 && s.is(i+1, "thousand") {
		n, end, ok := s.cardinal(i)
		return int(n), end, ok && n >= 2000 && n < 2100
	}
	if w.number < 15 {
		return 0, i, false
	}
	k := s.hyphen(i + 1)
	rest, end, ok := s.cardinal(k)
	if s.is(k, "hundred") && w.number < 20 {
		n := int(w.number) * 100
		if rest, end, ok := s.cardinal(s.skip(k+1, "and")); ok && rest < 100 && s.at(k+1).word.numberKind != article {
			return n + int(rest), end, true
		}
		return n, k + 1, !s.is(k+1, "and")
	}
	if !ok || rest < 10 || rest > 99 || strings.HasPrefix(s.at(k).low, "a") {
		return 0, i, false
	}
	return int(w.number)*100 + int(rest), end, true
}
