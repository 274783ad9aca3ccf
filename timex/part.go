package timex

// quarterOrHalf reads "the third quarter of 1990", "Q3 2021", "the fiscal
// first quarter", "this year's second half", "the 1989 third quarter".
func (s *sentence) quarterOrHalf(i int) (meaning, int, bool) {
	k := s.skip(i, "the", "its", "their", "our")
	var of *meaning
	if y, end, ok := s.yearNumber(k); ok && s.at(k).digits() == 4 {
		of, k = &meaning{year: y}, s.hyphen(end)
		if s.is(k, "'") && s.is(k+1, "s") {
			k += 2 // "2022's second quarter"
		}
	} else if u, end, ok := s.directedUnit(k); ok && u.form == formUnit && u.unit == year && s.is(end, "'") && s.is(end+1, "s") {
		of, k = &u, end+2
	}
	k = s.skip(k, "fiscal", "fiscal-", "latest")
	k = s.hyphen(k)
	m, end, ok := s.numberedPart(k)
	if !ok {
		return meaning{}, i, false
	}
	if of == nil {
		if stop, found := s.partYear(end, &of); found {
			end = stop
		}
	}
	m.of = of
	return m, end, true
}

// yearAgo reads the talk of company reports: "the year-earlier quarter",
// "year-ago period", "the quarter a year ago", "last year's quarter", "the 1988
// period": the quarter told, in another year.
func (s *sentence) yearAgo(i int) (meaning, int, bool) {
	k := s.skip(i, "the")
	k = s.skip(k, "comparable", "corresponding", "same")
	ago := meaning{form: formShift, unit: year, amount: amount{n: 1}, direction: -1, base: fromText, quarterly: true}
	if s.is(k, "year") && s.is(k+1, "-") && s.joined(k+1) && s.is(k+2, "ago", "earlier") {
		end := k + 3
		if m, stop, ok := s.numberedPart(end); ok {
			m.of = &meaning{form: formUnit, unit: year, direction: -1, directed: true}
			return m, stop, true
		}
		return ago, s.skip(end, "quarter", "period"), true
	}
	if s.is(k, "quarter", "period") && s.is(k+1, "a") && s.is(k+2, "year") && s.is(k+3, "ago", "earlier") && k > i {
		return ago, k + 4, true
	}
	if end := s.skip(k, "quarter", "period"); k > i+1 && end > k {
		if m, stop, ok := s.directedUnit(s.skip(end, "of", "in")); ok && m.form == formUnit && m.unit == year {
			m.quarterly = true
			return m, stop, true
		}
	}
	if s.at(k).digits() == 4 && s.is(k+1, "quarter", "period") && k > i {
		if y, end, ok := s.yearNumber(k); ok {
			return meaning{form: formDate, year: y, quarterly: true}, end + 1, true
		}
	}
	if m, end, ok := s.directedUnit(k); ok && m.form == formUnit && m.unit == year && s.is(end, "'") && s.is(end+1, "s") && s.is(end+2, "quarter") {
		m.quarterly = true
		return m, end + 3, true
	}
	return meaning{}, i, false
}

// yearEnd reads "year-end", "year end" and "year's end".
func (s *sentence) yearEnd(i int) (meaning, int, bool) {
	if !s.is(i, "year") {
		return meaning{}, i, false
	}
	k := s.skip(i+1, "-")
	if s.is(i+1, "'") && s.is(i+2, "s") {
		k = i + 3
	}
	return meaning{form: formUnit, unit: year, mod: "END"}, k + 1, s.is(k, "end")
}

// numberedPart reads "third quarter", "second half", "Q3", "H1", "3Q".
func (s *sentence) numberedPart(k int) (m meaning, end int, ok bool) {
	m = meaning{form: formPart}
	if s.is(k, "q", "h") && s.joined(k+1) && s.at(k+1).digits() == 1 || s.at(k).digits() == 1 && s.joined(k+1) && s.is(k+1, "q", "h") {
		letter, n := s.at(k).low, s.at(k+1).number
		if s.at(k).digits() > 0 && !s.at(k+1).upper {
			return m, k, false
		}
		if s.at(k).digits() > 0 {
			letter, n = s.at(k+1).low, s.at(k).number
		}
		return m.ofKind(letter, n, k+2)
	}
	n, end, ok := s.ordinal(k)
	if s.is(k, "latter") {
		n, end, ok = 2, k+1, true
	}
	if !ok {
		return m, k, false
	}
	end = s.hyphen(end)
	switch {
	case s.is(end, "quarter"):
		return m.ofKind("q", n, end+1)
	case s.is(end, "half") && !s.is(end+1, "hour"):
		if m, stop, ok := m.ofKind("h", n, end+1); ok && s.is(stop, "of", "in", "this", "last", "next") {
			var of *meaning
			_, found := s.partYear(stop, &of)
			return m, stop, found
		}
	}
	return m, k, false
}

func (m meaning) ofKind(letter string, n, end int) (meaning, int, bool) {
	switch {
	case letter == "q" && n >= 1 && n <= 4:
		m.unit, m.index = quarter, n*3-2
	case letter == "h" && n >= 1 && n <= 2:
		m.unit, m.index = half, n*6-5
	default:
		return m, end, false
	}
	return m, end, true
}

// partYear reads the year after a quarter, half or season.
func (s *sentence) partYear(end int, of **meaning) (int, bool) {
	k := s.skip(end, ",", "-", "/")
	k = s.skip(k, "of", "in")
	k = s.skip(k, "the")
	k = s.skip(k, "fiscal")
	if n, stop, ok := s.christYear(k); ok {
		*of = &meaning{year: n, bc: true}
		return stop, true
	}
	if n, stop, ok := s.yearNumber(k); ok {
		*of = &meaning{year: n}
		return stop, true
	}
	k = s.skip(end, "of", "in")
	if u, stop, ok := s.directedUnit(k); ok && u.form == formUnit && (u.unit == year || k > end && u.unit > month) {
		*of = &u
		return stop, true
	}
	return end, false
}

// seasonOf reads "the spring of 1994", "summer 2020", "winter".
func (s *sentence) seasonOf(i int) (meaning, int, bool) {
	k := s.skip(i, "the")
	if y, end, ok := s.yearNumber(k); ok && s.at(end).word.season > 0 && s.at(k).digits() == 4 {
		return meaning{form: formPart, unit: season, index: s.at(end).word.season, of: &meaning{year: y}}, end + 1, true
	}
	w := s.at(k).word
	if w.season == 0 {
		return meaning{}, i, false
	}
	m := meaning{form: formPart, unit: season, index: w.season}
	if end, ok := s.partYear(k+1, &m.of); ok {
		if n := s.at(end + 1); w.season == 12 && s.is(end, "-", "/") && s.joined(end) && s.joined(end+1) && n.digits() >= 2 && n.number%100 == (m.of.year+1)%100 {
			end += 2 // "the winter of 2021–22"
		}
		return m, end, true
	}
	if s.at(k).upper && i > 0 && k == i && !s.is(i-1, "in", "by", "since", "until", "during", "last", "next", "this") || s.at(k+1).upper && s.at(k+1).gap {
		return m, i, false // Spring Hill, the Summer Olympics
	}
	paired := s.is(k-1, "and", "or", "to", "-") && s.at(k-2).word.season > 0 || s.is(k+1, "and", "or") && s.at(k+2).word.season > 0
	attributive := !s.at(k).upper && !w.weak && s.is(k+1, "offensive", "offensives", "campaign", "campaigns", "session", "fighting", "counteroffensive", "talks", "summit", "term", "recess")
	if !paired && !attributive && !s.is(k-1, "in", "the", "by", "since", "until", "during", "of", "through", "early", "late", "mid", "over", "-") {
		return m, i, false
	}
	if w.weak && !paired && !s.is(i-1, "in", "since", "until", "by", "during", "early", "late", "throughout") {
		return m, i, false // the fall of a town
	}
	if s.is(k+1, "of") || w.season == 3 && s.is(k+1, "from", "to", "up", "back", "into") {
		return m, i, false
	}
	return m, k + 1, true
}
