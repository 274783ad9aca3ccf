package timex

// numericDate reads 2021-10-18, 2021/10/18, 10/18/2021, 18.10.2021, 10/18/21
// (month first unless that cannot be) and a time after T.
func (s *sentence) numericDate(i int) (m meaning, end int, ok bool) {
	a, b, c := s.at(i), s.at(i+2), s.at(i+4)
	sep := s.at(i + 1).low
	if a.digits() == 0 || sep != "-" && sep != "/" && sep != "." || s.at(i+3).low != sep || b.number < 1 || c.number < 0 {
		return m, i, false
	}
	for k := i + 1; k <= i+4; k++ {
		if !s.joined(k) {
			return m, i, false
		}
	}
	switch {
	case a.digits() == 4 && b.digits() <= 2 && c.digits() <= 2:
		m.year, m.month, m.day = a.number, b.number, c.number
	case a.digits() > 2 || b.digits() > 2:
		return m, i, false
	case c.digits() == 4:
		m.year, m.month, m.day = c.number, a.number, b.number
	case c.digits() == 2 && sep != "." && sep != "-":
		m.year, m.month, m.day = fullYear(c.number), a.number, b.number
	default:
		return m, i, false
	}
	if a.digits() <= 2 && (m.month > 12 || sep == "." && m.day <= 12) {
		m.month, m.day = m.day, m.month
	}
	_, valid := civil(m.year, m.month, m.day)
	m.void = !valid
	if s.joined(i+5) && (s.at(i+5).digits() > 0 || (s.is(i+5, "/") || sep == "-" && s.is(i+5, "-")) && s.joined(i+6) && s.at(i+6).digits() > 0) {
		return m, i, false
	}
	end = i + 5
	if s.is(end, "t") && s.joined(end) && s.joined(end+1) {
		if clock, zone, stop, ok := s.hourMinute(end + 1); ok {
			m.clock, m.zone, end = clock, zone, stop
		}
	}
	return m, end, true
}

// monthName reads a month, with the stop of an abbreviation.
func (s *sentence) monthName(i int) (n, end int, ok bool) {
	p := s.at(i)
	n = p.word.month
	if n == 0 || p.word.needsCase && !p.upper {
		return 0, i, false
	}
	end = i + 1
	if p.word.abbr && s.is(end, ".") && s.joined(end) {
		end++
	}
	return n, end, true
}

// date reads all that is built on the name of a month, a weekday before it
// included: "Monday, Oct. 18, 2021", "the 18th of October 2021", "October".
func (s *sentence) date(i int) (meaning, int, bool) {
	k := i
	wd := s.at(i).word
	if wd.weekday > 0 && !wd.plural {
		k++
		if wd.abbr && s.is(k, ".") && s.joined(k) {
			k++
		}
		k = s.skip(k, ",")
		k = s.skip(k, "the")
	}
	if k > i {
		if m, end, ok := s.numericDate(k); ok && m.day > 0 {
			return m, end, true
		}
	}
	m, end, ok := s.monthDate(k)
	if !ok {
		m, end, ok = s.yearFirst(k)
	}
	if !ok || k > i && m.day == 0 {
		return meaning{}, i, false
	}
	return m, end, true
}

// yearFirst reads "2020 October 5" and "2017 April".
func (s *sentence) yearFirst(i int) (m meaning, end int, ok bool) {
	if s.at(i).digits() != 4 || s.at(i-1).word.month > 0 || s.is(i-1, ",") || s.at(i-1).digits() > 0 {
		return m, i, false
	}
	y, end, ok := s.yearNumber(i)
	if !ok || s.at(s.skip(end, "-", "/")).word.month == 0 || s.is(end, "may", "march") && !s.at(end).upper {
		return m, i, false
	}
	if s.is(end, "-", "/") && s.joined(end) {
		end++
	}
	m, end, ok = s.monthFirst(end)
	if !ok || m.year > 0 {
		return m, i, false
	}
	m.year = y
	return m, end, m.valid()
}

// compactDate reads 20161016.
func (s *sentence) compactDate(i int) (m meaning, end int, ok bool) {
	p := s.at(i)
	if p.digits() != 8 || p.number < 19000101 || p.number > 21001231 || s.money(i) || s.longNumber(i) {
		return m, i, false
	}
	m.year, m.month, m.day = p.number/10000, p.number/100%100, p.number%100
	return m, i + 1, m.valid() && m.month > 0
}

// slashDate reads a day and month without a year after a preposition or a
// weekday: "on 10/25", "Friday 7/6"; month first unless that cannot be.
func (s *sentence) slashDate(i int) (m meaning, end int, ok bool) {
	a, b := s.at(i), s.at(i+2)
	if a.digits() == 0 || a.digits() > 2 || b.digits() == 0 || b.digits() > 2 || !s.is(i+1, "/") || !s.joined(i+1) || !s.joined(i+2) || s.joined(i+3) && s.is(i+3, "/") {
		return m, i, false
	}
	if s.at(i).number == 9 && b.number == 11 && !s.is(i-1, "on") {
		return meaning{year: 2001, month: 9, day: 11, named: true}, i + 3, true
	}
	firm := s.is(i-1, "on") || s.at(i-1).word.weekday > 0
	if !firm && (!s.is(i-1, "from", "to", "by", "until", "between", "and", "before", "after", "since") || a.number < b.number && b.number <= 10) {
		return m, i, false
	}
	m.month, m.day = a.number, b.number
	if m.month > 12 {
		m.month, m.day = m.day, m.month
	}
	return m, i + 3, m.month > 0 && m.month <= 12 && m.day > 0 && m.valid()
}

// lonelyDay reads "the 18th" where only a day of the month can be meant.
func (s *sentence) lonelyDay(i int) (m meaning, end int, ok bool) {
	k := i
	wd := s.at(i).word
	weekday := wd.weekday > 0 && !wd.plural && (s.at(i).upper || !wd.weak)
	if weekday {
		k = s.skip(s.abbreviated(i), ",")
	}
	the := s.skip(k, "the")
	if s.at(the).digits() == 0 && (!weekday || the == k || s.is(k-1, ",")) {
		return m, i, false
	}
	n, end, ok := s.ordinal(the)
	if !ok || n > 31 || !weekday && (the == k || !s.is(i-1, "on", "by", "until", "of", "before", "after", "since", "from", "to", "around", "and")) {
		return m, i, false
	}
	if next := s.at(end); !weekday && !s.clauseEnds(end) && !s.is(end, "when", "that", "at", "to", "the", "in", "a", "this", "-", "by", "with", "for", "after", "as", "he", "she", "they", "it", "of") || next.word.month > 0 || s.is(end, "century") {
		return m, i, false
	}
	m = meaning{form: formLonelyDay, day: n}
	if of, stop, ok := s.directedUnit(s.skip(end, "of")); ok && of.form == formUnit && of.unit == month {
		m.of = &of
		return m, stop, true
	}
	return m, end, !s.is(end, "of")
}

// weekNumber reads "week 31", "week 3 of 2027".
func (s *sentence) weekNumber(i int) (m meaning, end int, ok bool) {
	k := s.skip(i, "the")
	n := s.at(k + 1).number
	if !s.is(k, "week") || n < 1 || n > 53 || s.at(k+1).digits() > 2 || s.longNumber(k+1) || !s.clauseEnds(k+2) && !s.is(k+2, "of", "in") {
		return m, i, false
	}
	m, end = meaning{form: formOrdinal, unit: week, index: n}, k+2
	if stop, ok := s.partYear(end, &m.of); ok {
		end = stop
	} else {
		m.of = &meaning{form: formUnit, unit: year}
	}
	return m, end, true
}

func (s *sentence) monthDate(i int) (m meaning, end int, ok bool) {
	if m, end, ok = s.monthFirst(i); ok {
		return m, end, ok
	}
	k := s.skip(i, "the")
	m.day, end, ok = s.dayOfMonth(k)
	if !ok {
		return m, i, false
	}
	end = s.hyphen(s.skip(end, "day"))
	if s.is(end, "/") && s.joined(end) && s.joined(end+1) {
		end++
	}
	end = s.skip(end, "of")
	m.month, end, ok = s.monthName(end)
	if !ok {
		return m, i, false
	}
	s.addYear(&m, &end)
	m.void = !m.valid()
	return m, end, true
}

// monthFirst reads "October 18, 2021", "October 2021" and "October".
func (s *sentence) monthFirst(i int) (m meaning, end int, ok bool) {
	m.month, end, ok = s.monthName(i)
	if !ok {
		return m, i, false
	}
	named := end
	k := s.hyphen(end)
	if s.is(end, "/") && s.joined(end) && s.joined(end+1) {
		k = end + 1
	}
	if s.is(k, ",") && s.is(k+2, "st", "nd", "rd", "th") && s.joined(k+2) {
		k++
	}
	k = s.skip(k, "the")
	if d, stop, ok := s.dayOfMonth(k); ok && !(s.at(k).digits() == 0 && s.at(stop).word.unit != noUnit && k == end) {
		if !s.apostropheYear(k) {
			m.day, end = d, stop
		}
	}
	bare := end == named
	s.addYear(&m, &end)
	if bare && end == named && (s.joined(named) && s.at(named).digits() > 0 || !s.monthStands(i, end)) {
		return m, i, false
	}
	m.void = !m.valid()
	return m, end, true
}

func (s *sentence) apostropheYear(k int) bool { return s.is(k-1, "'") && s.joined(k) }

// valid reports whether the day exists; 29 February stands without a year.
func (m *meaning) valid() bool {
	if m.day == 0 {
		return true
	}
	y := m.year
	if y == 0 || m.bc {
		y = 2000
	}
	_, ok := civil(y, m.month, m.day)
	return ok
}

// addYear takes in the year after a month or a day: ", 2021", "2021",
// "of 2021", "last year", "of that year", "218 BC".
func (s *sentence) addYear(m *meaning, end *int) {
	k := s.skip(*end, ",")
	k = s.skip(k, "of", "in", "-", "/")
	k = s.skip(k, "the")
	k = s.skip(k, "year")
	if n, stop, ok := s.christYear(k); ok {
		m.year, m.bc, *end = n, true, stop
		return
	}
	if n, stop, ok := s.yearNumber(k); ok && !(s.is(*end, ",") && !s.yearStands(stop)) {
		m.year, *end = n, stop
		return
	}
	k = s.skip(*end, "of", "in")
	if of, stop, ok := s.directedUnit(k); ok && of.form == formUnit && of.unit == year && of.clock == "" {
		m.of, *end = &of, stop
		return
	}
	if m.year == 0 {
		m.year = s.laterYear(*end)
	}
}

// yearStands reports whether a number after a comma is a year and no count of
// the things that follow ("In March, 2000 soldiers").
func (s *sentence) yearStands(end int) bool {
	p := s.at(end)
	return !p.gap || p.word.month > 0 || p.low == "" || p.upper || !(len(p.low) > 3 && p.low[len(p.low)-1] == 's' && p.word == noWord)
}

// monthStands reports whether a lone month's name is one: "May said" and "to
// march" are not.
func (s *sentence) monthStands(i, end int) bool {
	p := s.at(i)
	if !p.word.weak && !p.word.needsCase {
		return !p.word.abbr || p.upper && (s.is(end-1, ".") || s.is(end, "-", "to", "and") && s.at(end+1).word.month > 0) || s.is(i-1, "in", "since", "by", "from", "to", "until", "of", "last", "next", "early", "late", "-")
	}
	if !p.upper {
		return s.is(i-1, "in", "since", "until", "during", "last", "next", "early", "late") && (p.low != "march" || s.clauseEnds(end))
	}
	if p.word.needsCase {
		return !s.at(i-1).upper || s.is(i-1, "in", "since", "by", "of", "last", "next", "early", "late")
	}
	before := s.at(i - 1)
	switch {
	case s.is(i-1, "in", "since", "until", "till", "during", "early", "late", "mid", "last", "next", "this", "through", "before", "after", "of", "from", "-", "each", "every"):
		return !s.at(end).upper || s.is(end, "and", "or", "to") || s.at(end).word.month > 0
	case before.word.month > 0 || s.at(i-2).word.month > 0 && s.is(i-1, "and", "or", "to", "through", ","):
		return true
	case s.is(end, "and", "or", "to", "-", "through") && s.at(end+1).word.month > 0:
		return true
	}
	return s.is(i-1, "by", "to", "for") && s.is(end, ".", ",", ";", ")") && s.is(i-1, "by")
}

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
	if s.is(i+1, "-") && s.joined(i+1) && s.joined(i+2) && s.at(i+2).digits() > 0 && !(s.at(i+2).digits() == 4 || s.at(i+2).digits() == 2 && s.at(i+2).number > p.number%100) {
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

// counted reports whether a plural noun follows: "2000 soldiers".
func (s *sentence) counted(end int) bool {
	p := s.at(end)
	if !p.gap || p.upper || len(p.low) < 4 {
		return s.is(end, "men")
	}
	return p.low[len(p.low)-1] == 's' && p.low[len(p.low)-2] != 's' && p.word == noWord && !s.is(end, "was", "has", "elections", "talks", "sanctions", "olympics", "games", "accords", "protests", "this", "its", "attacks", "wars", "results") ||
		s.is(end, "people", "men", "women", "children", "troops", "meters", "metres", "km", "miles")
}
