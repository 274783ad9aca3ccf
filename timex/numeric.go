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

// numericMonth reads "2015-12", "2015/3" and "12/2015"; "2014-15" is a range of
// years.
func (s *sentence) numericMonth(i int) (m meaning, end int, ok bool) {
	a, b := s.at(i), s.at(i+2)
	if !s.is(i+1, "-", "/") || !s.joined(i+1) || !s.joined(i+2) || s.joined(i+3) && !s.clauseEnds(i+3) || s.joined(i) && s.is(i-1, "-", "/", ".", ",") || s.longNumber(i) {
		return m, i, false
	}
	year, month := a, b
	if a.digits() <= 2 {
		year, month = b, a
	}
	y, n := year.number, month.number
	if year.digits() != 4 || y < 1900 || y > 2100 || month.digits() == 0 || month.digits() > 2 || n < 1 || n > 12 || year == a && month.digits() == 2 && n > y%100 {
		return m, i, false
	}
	return meaning{year: y, month: n}, i + 3, true
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
	firm := s.is(i-1, "on") || s.at(i-1).word.weekday > 0 || s.is(i-1, ",", "or", "and") && s.is(i-3, "/") && s.at(i-2).digits() > 0
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
	if n, end, ok := s.ordinal(the); ok && n <= 31 && !weekday && s.is(end, "of") {
		if of, stop, ok := s.directedUnit(end + 1); ok && of.form == formUnit && of.unit == month {
			return meaning{form: formLonelyDay, day: n, of: &of}, stop, true
		}
	}
	if s.at(the).digits() == 0 && (!weekday || the == k || s.is(k-1, ",")) {
		return m, i, false
	}
	n, end, ok := s.ordinal(the)
	if !ok && weekday && the == s.abbreviated(i) && s.at(the).digits() > 0 && !s.longNumber(the) && !s.money(the) {
		n, end = s.at(the).number, the+1 // "Monday 21"
		ok = s.at(the).digits() <= 2 && n > 0 && (s.clauseEnds(end) && !s.is(end, ":") || s.is(end, "at", "from", "between"))
	}
	if !ok || n > 31 || !weekday && (the == k || !s.is(i-1, "on", "by", "until", "of", "before", "after", "since", "from", "to", "around", "and")) {
		return m, i, false
	}
	if next := s.at(end); !weekday && !s.clauseEnds(end) && !s.is(end, "when", "that", "at", "to", "the", "in", "a", "this", "-", "by", "with", "for", "after", "as", "he", "she", "they", "it", "of") || next.word.month > 0 || s.is(end, "century") {
		return m, i, false
	}
	m = meaning{form: formLonelyDay, day: n}
	if weekday {
		m.index = wd.weekday
	}
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
