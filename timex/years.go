package timex

import "strings"

// christYear reads "218 BC", "218 B.C." and "AD 70".
func (s *sentence) christYear(i int) (n, end int, ok bool) {
	p := s.at(i)
	if p.digits() == 0 || p.digits() > 4 || p.number < 1 {
		return 0, i, false
	}
	if s.is(i+1, "bc", "bce") {
		return p.number, i + 2, true
	}
	if stop, ok := s.run(i+1, "b", ".", "c"); ok {
		return p.number, s.skip(stop, "."), true
	}
	return 0, i, false
}

// bareYear reads a year that stands alone.
func (s *sentence) bareYear(i int) (meaning, int, bool) {
	k := i
	if end := s.skip(s.skip(i, "the"), "fiscal", "calendar", "school"); s.is(end, "year") && end+1 > i+1 {
		k = end + 1
	} else if s.is(i, "year", "fiscal", "cy", "fy") {
		k = s.skip(i+1, "year")
	}
	if p := s.at(i + 1); s.is(i, "fy", "cy") && p.digits() == 2 && !s.longNumber(i+1) {
		return meaning{year: fullYear(p.number)}, i + 2, true
	}
	if n, end, ok := s.christYear(k); ok {
		return meaning{year: n, bc: true}, end, true
	}
	if s.is(i, "ad") && s.at(i+1).number > 0 && s.at(i+1).number < 2200 {
		return meaning{year: s.at(i + 1).number}, i + 2, true
	}
	n, end, ok := s.yearNumber(k)
	if !ok || k == i && !s.bareYearStands(i, end) || s.is(k, "'") && k == i && !s.is(i-1, "in", "of", "since", "-", "to", "from", "by", "until", "the") {
		return meaning{}, i, false
	}
	return meaning{year: n}, end, true
}

// anyYear reads a year where a year is expected.
func (s *sentence) anyYear(i int) (meaning, int, bool) {
	if n, end, ok := s.christYear(i); ok {
		return meaning{year: n, bc: true}, end, true
	}
	k := s.skip(i, "the")
	k = s.skip(k, "fiscal")
	k = s.skip(k, "year")
	n, end, ok := s.yearNumber(k)
	return meaning{year: n}, end, ok && end > i
}

// bareYearStands tells a year from a count: a plural noun after it, a sign
// that touches it, or a number out of the years of news speak against it.
func (s *sentence) bareYearStands(i, end int) bool {
	p := s.at(i)
	if p.digits() == 0 {
		return true
	}
	if before := s.at(i - 1); s.joined(i) && before.digits() == 0 && before.low[0] >= 'a' {
		return false // MH1970
	}
	if s.joined(i) && s.is(i-1, "-", "/", ".", "_", "#", "+") && s.joined(i-1) && !(s.is(i-1, "-", "/") && (s.at(i-2).digits() == 4 || s.at(i-2).low == "post" || s.at(i-2).low == "pre" || s.at(i-2).low == "mid")) {
		return false
	}
	next := s.at(end)
	if s.is(i+1, "-") && s.joined(i+1) && s.joined(i+2) && s.at(i+2).digits() > 0 && !(s.at(i+2).digits() == 4 || s.at(i+2).digits() == 2 && s.at(i+2).number > p.number%100 || s.at(i+2).digits() == 1 && p.number < 1900 && s.at(i+2).number > p.number%10) {
		return false
	}
	if s.is(i+1, "-") && s.joined(i+1) && s.is(i+3, "-") && s.joined(i+3) && s.joined(i+4) && s.at(i+4).digits() > 0 {
		return false
	}
	if s.joined(end) && (next.digits() > 0 || len(next.low) > 1 || s.is(end, "%", "x", "m", "°")) && next.low[0] < 0x80 {
		return false
	}
	if s.is(i-1, "in", "since", "until", "during", "of", "by", "from", "before", "after", "late", "early", "mid", "(", "spring", "summer", "autumn", "fall", "winter", "till", "between", "through", "year", "fiscal", "and", "to") {
		return p.number >= 1100 && !s.counted(end) || p.number >= 1900 && p.number < 2100 && !s.is(end, "people", "troops", "soldiers")
	}
	return p.number >= 1500 && p.number < 2100 && !s.counted(end) && !s.is(i-1, "nearly", "some", "about", "over", "only", "than", "least", "no", "no.", "number", "room", "flight", "resolution", "boeing")
}

// counted reports whether a plural noun follows: "2000 soldiers", but not "its
// 2006 highs".
func (s *sentence) counted(end int) bool {
	p := s.at(end)
	if y := s.at(end - 1).number; s.is(end-2, "the", "a", "its", "their", "his", "her", "s") && y >= 1600 && y < 2030 && s.at(end-1).digits() == 4 && !personal(p.low) {
		return false
	}
	if !p.gap || p.upper || len(p.low) < 4 {
		return s.is(end, "men")
	}
	return p.low[len(p.low)-1] == 's' && p.low[len(p.low)-2] != 's' && p.word == noWord && !s.is(end, "was", "has", "elections", "talks", "sanctions", "olympics", "games", "accords", "protests", "this", "its", "attacks", "wars", "results") ||
		s.is(end, "people", "men", "women", "children", "troops", "meters", "metres", "km", "miles")
}

// personal reports whether the plural noun names people or sums, which are
// counted by the thousand.
func personal(noun string) bool {
	for _, suffix := range [...]string{"people", "men", "women", "children", "troops", "ers", "ors", "ees", "ists", "ians", "ants", "ents", "icans", "families", "houses", "homes", "miles", "metres", "meters", "dollars", "euros", "pages", "votes", "points", "tons", "tonnes"} {
		if strings.HasSuffix(noun, suffix) {
			return true
		}
	}
	return false
}
