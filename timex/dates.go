package timex

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
		if m, end, ok := s.slashDate(k); ok && m.day > 0 {
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
	if n, stop, ok := s.dayInWords(k); ok && end == named {
		m.day, end = n, stop
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
		m.year = s.laterYear(m.month, *end)
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
	case p.low == "may" && s.is(end, "government", "administration", "cabinet", "premiership", "ministry", "team", "camp", "ally", "allies", "loyalists", "supporters", "era"):
		return false // the Prime Minister
	case s.is(i-1, "the", "a", "its", "their") && i > 1 && len(s.at(end).low) > 3 && !s.at(end).upper && s.at(end).word == noWord && s.at(end).gap && !s.is(end, "from", "that", "into", "with", "through"):
		return true // "the March accession"
	case before.word.month > 0 || s.at(i-2).word.month > 0 && s.is(i-1, "and", "or", "to", "through", ","):
		return true
	case s.is(end, "and", "or", "to", "-", "through") && s.at(end+1).word.month > 0:
		return true
	}
	return s.is(i-1, "by", "to", "for") && s.is(end, ".", ",", ";", ")") && s.is(i-1, "by")
}
