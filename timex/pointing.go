package timex

// dayPhrase reads "today", "the day before yesterday", "last night".
func (s *sentence) dayPhrase(i int) (m meaning, end int, ok bool) {
	p, end, ok := s.phrase(i, phraseDays)
	if !ok {
		return m, i, false
	}
	m = meaning{form: formShift, unit: day, amount: amount{n: float64(p.days)}, clock: p.part, direction: 1}
	if end := s.skip(end, "'"); p.part == "" && s.is(s.skip(end, "s"), "date") {
		return m, s.skip(end, "s"), true
	}
	return m, end, true
}

// phrase reads the longest listed phrase of the kind at i.
func (s *sentence) phrase(i int, kind phraseKind) (phrase, int, bool) {
	for _, p := range s.lex.phrases[s.at(i).low] {
		if p.kind != kind {
			continue
		}
		if end, ok := s.run(i, p.words...); ok {
			return p, end, true
		}
	}
	return phrase{}, i, false
}

// shifted reads "two days ago", "a year earlier", "ten minutes later", "three
// weeks from now", "a month hence".
func (s *sentence) shifted(i int) (meaning, int, bool) {
	a, k, ok := s.amount(i)
	if !ok {
		if s.at(i).word.unit != noUnit && s.at(i).word.plural {
			a, k = amount{vague: true}, i
		} else {
			return meaning{}, i, false
		}
	}
	if ok {
		k, a = s.amountRange(k, a) // "two or three weeks ago"
	}
	k = s.hyphen(k)
	k = s.skip(k, "full", "more", "short", "mere", "whole", "long", "calendar", "business", "working")
	w := s.at(k).word
	if w.unit == noUnit || a.word && w.weak && w.unit == second {
		return meaning{}, i, false
	}
	m := meaning{form: formShift, unit: w.unit, amount: a}
	k++
	if part, stop, ok := s.fraction(k); ok && !a.vague && s.at(stop).word.unit == noUnit {
		m.amount.n, k = a.n+part, stop // "a year and a half ago"
	}
	smaller, k := s.smallerParts(m.unit, k)
	if s.is(k, "or") && s.is(k+1, "so", "more") {
		k += 2
	}
	direction, from, end, ok := s.shiftTail(k)
	if !ok {
		return meaning{}, i, false
	}
	m.direction, m.base, m.exact = direction, from, len(smaller) > 0
	for n := range smaller {
		inner := m
		m = meaning{form: formShift, unit: smaller[n].unit, amount: smaller[n].amount, direction: direction, of: &inner, exact: n+1 < len(smaller)}
	}
	return m, end, true
}

// smallerParts reads the smaller units of "two years and three months ago".
func (s *sentence) smallerParts(u unit, k int) (parts []meaning, end int) {
	end = k
	for {
		next := s.skip(s.skip(end, ","), "and")
		a, stop, ok := s.amount(next)
		w := s.at(stop).word
		if !ok || a.vague || a.article || w.unit == noUnit || w.unit >= u || w.unit < day || w.unit == weekend {
			return parts, end
		}
		parts = append(parts, meaning{unit: w.unit, amount: a})
		u, end = w.unit, stop+1
	}
}

// shiftTail reads what tells the direction of a shift: "ago", "earlier",
// "later", "from now".
func (s *sentence) shiftTail(k int) (direction int, from base, end int, ok bool) {
	switch {
	case s.is(s.hyphen(k), "ago"):
		return -1, fromPublished, s.hyphen(k) + 1, true
	case s.is(s.hyphen(k), "earlier", "previously", "before", "prior"):
		k = s.hyphen(k)
		return -1, fromText, k + 1, !s.is(k, "before", "prior") || s.clauseEnds(k+1)
	case s.is(k, "later", "afterwards", "afterward", "thereafter", "hence", "after"):
		return 1, fromText, k + 1, !(s.is(k, "after") && !s.clauseEnds(k+1) || s.is(k, "later") && s.is(k+1, "than"))
	case s.is(k, "from") && s.is(k+1, "now", "today"):
		return 1, fromPublished, k + 2, true
	}
	return 0, fromPublished, k, false
}

// clauseEnds reports whether the sentence or clause ends before piece i.
func (s *sentence) clauseEnds(i int) bool {
	return i >= len(s.pieces) || s.is(i, ".", ",", ";", ":", ")", "?", "!", "\"", "”", "and", "but")
}

// shiftedFrom reads "two days after 5 May", "the day before last Tuesday".
func (s *sentence) shiftedFrom(i int) (meaning, int, bool) {
	k := s.skip(i, "the")
	a, end, ok := s.amount(k)
	if !ok {
		a, end = amount{n: 1}, k
	}
	w := s.at(end).word
	if w.unit == noUnit || w.unit < day {
		return meaning{}, i, false
	}
	m := meaning{form: formShift, unit: w.unit, amount: a}
	switch {
	case s.is(end+1, "before"):
		m.direction = -1
	case s.is(end+1, "from") && s.is(i-1, "for"):
		return meaning{}, i, false // "for three months from 1 October"
	case s.is(end+1, "after", "following", "from"):
		m.direction = 1
	default:
		return meaning{}, i, false
	}
	of, stop, ok := s.point(end + 2)
	if !ok || of.form == formShift && of.amount.n == 0 && s.is(end+1, "from") {
		return meaning{}, i, false
	}
	m.of = &of
	return m, stop, true
}

// ordinalUnit reads "the first week of May", "the last day of 2020", "the
// second Monday in June", "the week of March 5".
func (s *sentence) ordinalUnit(i int) (meaning, int, bool) {
	k := s.skip(i, "the")
	if s.is(k, "week", "month", "year", "weekend") && s.is(k+1, "of", "beginning", "starting", "commencing") {
		if of, end, ok := s.point(s.skip(k+2, "on")); ok && of.dayGrain() {
			return meaning{form: formUnit, unit: s.at(k).word.unit, of: &of}, end, true
		}
	}
	n, end, ok := s.ordinal(k)
	if s.is(k, "last", "final") {
		n, end, ok = -1, k+1, true
	}
	end = s.hyphen(end)
	w := s.at(end).word
	if !ok || w.plural || w.unit < day && w.weekday == 0 || !s.is(end+1, "of", "in") {
		return meaning{}, i, false
	}
	of, stop, ok := s.point(end + 2)
	if !ok || of.dayGrain() {
		return meaning{}, i, false
	}
	return meaning{form: formOrdinal, unit: max(w.unit, day), day: w.weekday, index: n, of: &of}, stop, true
}

// directedUnit reads "last week", "this year", "the same day", "that month",
// "next Monday", "last October", "this coming Sunday", "the weekend".
func (s *sentence) directedUnit(i int) (m meaning, end int, ok bool) {
	k := s.skip(i, "the", "its", "their", "his", "her")
	w := s.at(k).word
	if !w.directed {
		return s.definiteUnit(i, k)
	}
	m.direction, m.directed, m.base = w.direction, true, w.base
	that := s.is(k, "that")
	k++
	if s.at(k).word.directed && !s.is(k, "this", "that") && s.is(k-1, "this", "that") {
		m.direction = s.at(k).word.direction
		if s.is(k, "last", "past", "next", "coming") {
			m.base = fromPublished
		}
		k++
	}
	if m.base == fromEither {
		m.base = fromPublished
		if k-1 > i && s.is(i, "the") {
			m.base = fromText
		}
	}
	k = s.skip(k, "fiscal", "calendar", "financial", "very", "whole", "entire", "full")
	m.near = s.is(k-1, "coming", "upcoming")
	return s.directedTarget(m, i, k, that)
}

// directedTarget reads what a pointing word points at.
func (s *sentence) directedTarget(m meaning, i, k int, that bool) (meaning, int, bool) {
	w := s.at(k).word
	backward := s.is(k-1, "past")
	switch {
	case w.part != "" && !w.plural && !w.clock && (w.unit == day || w.unit == noUnit):
		m.form, m.unit, m.clock = formUnit, day, w.part
		if s.is(k-1, "last") && k-1 == i && s.is(k, "night", "evening") {
			m.form, m.amount, m.direction, m.base = formShift, amount{n: 1}, -1, fromPublished
		}
	case w.weekday > 0 && !w.plural && (!w.weak || s.is(k+1, ".") && s.joined(k+1) || !s.is(k-1, "this", "that", "same", "current")):
		m.form, m.index = formWeekday, w.weekday
		return m, s.abbreviated(k), true
	case w.month > 0:
		m.form, m.month = formDate, w.month
		end := s.abbreviated(k)
		if d, stop, ok := s.dayOfMonth(end); ok {
			m.day, end = d, stop
		}
		return m, end, s.at(k).upper && m.valid()
	case w.season > 0:
		m.form, m.unit, m.index = formPart, season, w.season
	case w.unit == week && !w.plural && s.at(s.skip(k+1, "on", "-")).word.weekday > 0 && !s.at(s.skip(k+1, "on", "-")).word.plural:
		m.form, m.unit = formUnit, week
		d := s.skip(k+1, "on", "-")
		return meaning{form: formWeekday, index: s.at(d).word.weekday, of: &m}, s.abbreviated(d), s.at(d).upper || !s.at(d).word.weak
	case w.unit >= day && !w.plural && !(w.unit == half):
		if backward && k-1 == i || backward && s.is(i, "the", "this") && w.unit != weekend {
			if !s.is(i, "this") {
				return meaning{form: formDuration, unit: w.unit, amount: amount{n: 1}, direction: -1, directed: true}, k + 1, true
			}
		}
		m.form, m.unit = formUnit, w.unit
		if that && s.is(k, "day", "night") && s.is(k+1, "when") {
			return m, i, false
		}
		if s.is(k+1, "'") && s.is(k+2, "s") && s.is(k+3, "end") && s.is(k, "year", "month", "week") {
			return m, k + 4, true
		}
	default:
		if h, end, ok := s.phrase(k, phraseHoliday); ok {
			m.form, m.holiday = formHoliday, h.holiday
			return m, end, true
		}
		return m, i, false
	}
	return m, k + 1, true
}

func (s *sentence) abbreviated(k int) int {
	if s.at(k).word.abbr && s.is(k+1, ".") && s.joined(k+1) {
		return k + 2
	}
	return k + 1
}

// laterIn reports whether "later in" or "earlier in" stands before piece i.
func (s *sentence) laterIn(i int) bool {
	return s.is(i-1, "in", "on") && s.is(i-2, "later", "earlier", "early", "late") || s.is(i-1, "of") && s.is(i-2, "end", "close", "rest", "remainder") && s.is(i, "the") && s.is(i+1, "day") && !s.is(i-4, "at")
}

// definiteUnit reads "the weekend", "the year", "the quarter", "the day": the
// one that the text is about.
func (s *sentence) definiteUnit(i, k int) (m meaning, end int, ok bool) {
	k = s.skip(k, "full", "whole", "fiscal", "calendar", "latest")
	w := s.at(k).word
	if k > i && w.unit >= week && !w.plural && (s.is(k+1, "after") && s.is(k+2, "next") || s.is(k+1, "before") && s.is(k+2, "last")) {
		step := 2 // "the week after next", "the year before last"
		if s.is(k+1, "before") {
			step = -2
		}
		return meaning{form: formUnit, unit: w.unit, direction: step, directed: true}, k + 3, true
	}
	if s.is(k-1, "latest") && s.is(k, "period") && k-1 > i {
		return meaning{form: formUnit, unit: quarter, base: fromEither, weak: true}, k + 1, true
	}
	if k == i || !s.is(i, "the") || w.plural || w.unit < weekend || w.unit == half {
		if s.is(i, "the") && s.is(k, "day") && s.is(k+1, "before", "after") && s.clauseEnds(k+2) {
			step := 1
			if s.is(k+1, "before") {
				step = -1
			}
			return meaning{form: formUnit, unit: day, direction: step, directed: true, base: fromText}, k + 2, true
		}
		if k > i && s.is(k, "day") && s.laterIn(i) {
			return meaning{form: formUnit, unit: day, base: fromEither, weak: true}, k + 1, true
		}
		return m, i, false
	}
	switch w.unit {
	case weekend:
		return meaning{form: formUnit, unit: weekend}, k + 1, true
	case month, year, week, quarter:
		if w.unit == year && s.is(k+1, "ended", "ending") {
			return meaning{form: formDuration, unit: year, amount: amount{n: 1}}, k + 1, true
		}
		if !s.laterIn(i) && s.is(k+1, "of", "in", "old", "-", "that", "when", "since", "after", "before") || s.is(i-1, "of", "per") && !s.is(i-2, "end", "rest", "part", "half", "course", "most", "start", "beginning", "quarter", "middle", "earlier", "later", "day", "week", "weekend", "month", "months", "weeks", "days", "quarters") {
			return m, i, false
		}
		return meaning{form: formUnit, unit: w.unit, base: fromEither, weak: true}, k + 1, true
	}
	return m, i, false
}

// holidayOf reads "Christmas 2020", "Easter week", "Thanksgiving Day".
func (s *sentence) holidayOf(i int) (meaning, int, bool) {
	p, end, ok := s.phrase(i, phraseHoliday)
	if !ok || !s.at(i).upper && !s.is(i-1, "on", "before", "after", "next", "last", "until") && !s.is(i, "easter", "christmas", "halloween", "thanksgiving", "the", "xmas", "new", "black", "cyber", "boxing") {
		return meaning{}, i, false
	}
	if p.holiday.owner != 0 && !s.owns(p.holiday.owner, i) {
		return meaning{}, i, false
	}
	if p.holiday.capital && !(s.at(end-1).upper && (s.at(i).upper || s.is(i, "the"))) {
		return meaning{}, i, false
	}
	if !s.at(end-1).upper && s.is(end-1, "day") && s.at(i).upper {
		return meaning{}, i, false
	}
	m := meaning{form: formHoliday, holiday: p.holiday}
	if stop, ok := s.partYear(end, &m.of); ok && (m.of.form == formDate || m.of.unit == year) {
		return m, stop, true
	}
	m.of = nil
	if s.is(end, "week", "weekend") && !s.at(end).upper {
		return meaning{form: formUnit, unit: s.at(end).word.unit, of: &m}, end + 1, true
	}
	return m, end, true
}

// weekday reads "Monday", "Tues.", "Friday of last week".
func (s *sentence) weekday(i int) (m meaning, end int, ok bool) {
	w := s.at(i).word
	if w.weekday == 0 || w.plural {
		return m, i, false
	}
	if w.weak && !(s.at(i).upper && s.joined(i+1) && s.is(i+1, ".")) && !s.is(i-1, "on", "last", "next", "this") {
		return m, i, false
	}
	if !s.at(i).upper && w.abbr {
		return m, i, false
	}
	m, end = meaning{form: formWeekday, index: w.weekday}, s.abbreviated(i)
	k, part := end, ""
	if p := s.at(k).word; p.part != "" && !p.clock && !p.plural {
		k, part = k+1, p.part
	}
	if of, stop, ok := s.directedUnit(s.skip(k, "of")); ok && of.form == formUnit && of.unit == week {
		m.of, m.clock = &of, part
		return m, stop, true
	}
	return m, end, true
}

// decadeOrCentury reads "the 1990s", "the '90s", "the nineties", "the 19th
// century", "the nineteen-nineties".
func (s *sentence) decadeOrCentury(i int) (m meaning, end int, ok bool) {
	k := s.skip(i, "the")
	apostrophe := s.is(k, "'") && s.joined(k+1)
	d := k
	if apostrophe {
		d = k + 1
	}
	p := s.at(d)
	if p.number >= 0 && p.number%10 == 0 && (p.digits() == 4 || p.digits() == 3 || p.digits() == 2 && (apostrophe || k > i && p.number >= 20 || s.is(d-1, "and", "or", "to") && s.is(d-2, "s") && s.at(d-3).digits() > 0)) {
		stop := d + 1
		if s.is(stop, "'") && s.joined(stop) {
			stop++
		}
		if s.is(stop, "s") && s.joined(stop) {
			m = meaning{form: formDecade, year: p.number}
			if s.is(stop+1, "bc") {
				return meaning{form: formDecade, year: p.number, bc: true}, stop + 2, true
			}
			return m, stop + 1, p.digits() != 3
		}
	}
	if n := s.at(k).word.decade; n > 0 && (k > i || s.is(i-1, "early", "late", "mid", "-")) && !s.is(i-1, "her", "his", "in") {
		return meaning{form: formDecade, year: n}, k + 1, true
	}
	if w := s.at(k).word; w.numberKind == cardinal && w.number >= 16 && w.number <= 20 && s.at(s.hyphen(k+1)).word.decade > 0 {
		stop := s.hyphen(k + 1)
		return meaning{form: formDecade, year: int(w.number)*100 + s.at(stop).word.decade}, stop + 1, true
	}
	n, stop, ok := s.ordinal(k)
	if ok && s.is(stop, "and", "to", "or", "-") {
		if later, last, found := s.ordinal(s.skip(stop+1, "the")); found && later > n && s.is(s.hyphen(last), "century", "centuries") {
			return meaning{form: formCentury, year: (n - 1) * 100}, stop, true // "the 19th and 20th centuries"
		}
	}
	stop = s.hyphen(stop)
	if !ok || !s.is(stop, "century", "centuries") || n < 1 || n > 30 {
		return m, i, false
	}
	if s.is(stop+1, "bc", "bce") {
		return meaning{form: formCentury, year: n, bc: true}, stop + 2, true
	}
	return meaning{form: formCentury, year: (n - 1) * 100}, stop + 1, true
}
