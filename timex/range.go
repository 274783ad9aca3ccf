package timex

// rest reads the second end of a range that leaves out what the first has
// told: "March 3-5", "1914–18". It may complete the first from the second.
func (s *sentence) rest(f *found) (found, bool) {
	k := f.end
	if f.form != formDate || f.clock != "" || f.of != nil {
		return found{}, false
	}
	if !s.is(k, "-", "to", "and", "or", "through", "till", "until", "&", "/") {
		return found{}, false
	}
	g := found{first: k + 1, meaning: f.meaning, rule: "range", confidence: 0.85, relation: f.relation}
	switch {
	case f.day > 0 && f.year == 0:
		d, end, ok := s.dayOfMonth(k + 1)
		if !ok || d <= f.day || s.joined(end) && s.is(end, "/", "-") || s.monthAfter(end) || s.at(end).word.unit != noUnit || s.counted(end) || s.is(end, ":", "a", "p", "am", "pm") && !s.clauseEnds(end) {
			return found{}, false
		}
		g.day, g.end = d, end
		s.addYear(&g.meaning, &g.end)
		if !g.valid() {
			return found{}, false
		}
		f.year, f.of = g.year, g.of
	case f.day == 0 && f.month == 0 && s.is(k, "-", "/") && s.at(k+1).digits() == 2 && s.at(f.end-1).digits() == 4:
		y := f.year/100*100 + s.at(k+1).number
		if y <= f.year || s.joined(k+2) && s.is(k+2, "-", "/") {
			return found{}, false
		}
		g.year, g.end = y, k+2
	default:
		return found{}, false
	}
	if s.is(k, "-", "to", "through") {
		f.relation, g.relation = "from", "until"
	}
	return g, true
}

// monthAfter reports whether a month follows, so that the number is its day.
func (s *sentence) monthAfter(end int) bool {
	return s.at(s.skip(end, "of")).word.month > 0
}

// leadingDay reads the first day of "3-5 March" and "the 3rd and 5th of May":
// its month and year stand with the second.
func (s *sentence) leadingDay(i int) (m meaning, end int, ok bool) {
	k := s.skip(i, "the")
	m.day, end, ok = s.dayOfMonth(k)
	if !ok || !s.is(end, "-", "to", "and", "or", "through", "till", "until") {
		return m, i, false
	}
	second := s.skip(end+1, "the")
	d, stop, ok := s.dayOfMonth(second)
	if !ok || d <= m.day {
		return m, i, false
	}
	full, _, ok := s.monthDate(second)
	if !ok || full.day != d || !s.monthAfter(stop) {
		return m, i, false
	}
	m.month, m.year, m.of = full.month, full.year, full.of
	return m, end, m.valid()
}

// laterYear finds the year that stands only with the second of two dates:
// "July and August 2020", "from May 1 to June 5, 2020".
func (s *sentence) laterYear(end int) int {
	if !s.is(end, "-", "to", "and", "or", "through", "until") {
		return 0
	}
	k := s.skip(end+1, "early", "late", "mid")
	k = s.hyphen(k)
	if _, stop, ok := s.dayOfMonth(k); ok {
		k = stop
	}
	_, k, ok := s.monthName(k)
	if !ok {
		return 0
	}
	if _, stop, ok := s.dayOfMonth(k); ok {
		k = stop
	}
	if y, _, ok := s.yearNumber(s.skip(k, ",", "of")); ok {
		return y
	}
	return 0
}

// relation is the sense of the preposition before an expression.
func (s *sentence) relation(f *found) string {
	if (f.rule == "leading-day" || f.rule == "leading-clock") && s.is(f.end, "-", "to", "through", "till", "until") {
		return "from"
	}
	k := f.first - 1
	for n := 0; n < 2 && s.is(k, "about", "around", "the", "early", "late", "only", "just", "sometime", "very"); n++ {
		k--
	}
	before := s.at(k - 1).low
	switch s.at(k).low {
	case "from", "since", "starting", "beginning", "effective", "commencing":
		return "from"
	case "of":
		if before == "as" || before == "effective" {
			return "from"
		}
	case "until", "till", "til", "through", "thru", "expires", "ending":
		return "until"
	case "by":
		return "by"
	case "than":
		if before == "later" {
			return "by"
		}
	case "before":
		return "before"
	case "to":
		if before == "prior" {
			return "before"
		}
		if s.rangeBefore(k - 1) {
			return "until"
		}
	case "-":
		if s.rangeBefore(k - 1) {
			return "until"
		}
	case "after", "following":
		return "after"
	case "within", "inside":
		return "within"
	case "for", "over", "during", "throughout":
		if f.form == formDuration {
			return "for"
		}
		return "on"
	case "in":
		if f.form == formDuration && !f.directed {
			return "in"
		}
		return "on"
	case "between":
		return "from"
	case "on", "at", "upon":
		if before == "starting" || before == "beginning" || before == "effective" || before == "commencing" {
			return "from"
		}
		if before == "ending" || before == "expires" {
			return "until"
		}
		return "on"
	}
	return ""
}

// rangeBefore reports whether a time ends at piece k, so that "to" opens the
// second end of a range.
func (s *sentence) rangeBefore(k int) bool {
	p := s.at(k)
	return p.word.month > 0 || p.word.weekday > 0 || p.digits() > 0 || p.word.part != "" || s.is(k, "am", "pm", "m", ".", "year", "month", "week", "today", "now")
}
