package timex

// parser reads one kind of expression from piece i; end is past its last piece.
type parser struct {
	name string
	read func(s *sentence, i int) (m meaning, end int, ok bool)
}

// grammar lists the parsers; the longest reading wins, the earlier one of two
// that are equally long.
func grammar() []parser {
	return []parser{
		{"numeric-date", (*sentence).numericDate},
		{"date", (*sentence).date},
		{"numeric-month", (*sentence).numericMonth},
		{"compact-date", (*sentence).compactDate},
		{"slash-date", (*sentence).slashDate},
		{"leading-day", (*sentence).leadingDay},
		{"leading-clock", (*sentence).leadingClock},
		{"clock", (*sentence).clockTime},
		{"leading-bc", (*sentence).leadingChristYear},
		{"week-number", (*sentence).weekNumber},
		{"day-of-month", (*sentence).lonelyDay},
		{"days", (*sentence).dayPhrase},
		{"ago", (*sentence).shifted},
		{"after-date", (*sentence).shiftedFrom},
		{"quarter", (*sentence).quarterOrHalf},
		{"ordinal-unit", (*sentence).ordinalUnit},
		{"unit", (*sentence).directedUnit},
		{"year-ago", (*sentence).yearAgo},
		{"year-end", (*sentence).yearEnd},
		{"season", (*sentence).seasonOf},
		{"holiday", (*sentence).holidayOf},
		{"weekday", (*sentence).weekday},
		{"part-of-day", (*sentence).partOfDay},
		{"decade", (*sentence).decadeOrCentury},
		{"set", (*sentence).set},
		{"duration", (*sentence).duration},
		{"vague", (*sentence).vague},
		{"year", (*sentence).bareYear},
	}
}

// find appends the expressions of the sentence to out.
func (s *sentence) find(out []found, parsers []parser) []found {
	for i := 0; i < len(s.pieces); {
		if s.at(i).plain || s.at(i+1).plain && (s.at(i).word.opens || s.at(i).word.numberKind == article) {
			i++
			continue
		}
		f, ok := s.longest(i, parsers)
		if !ok {
			i++
			continue
		}
		if f.void {
			i = f.end
			continue
		}
		if f.relation == "" {
			f.relation = s.relation(&f)
		}
		if s.is(f.first-1, "and") && len(out) > 0 && out[len(out)-1].end == f.first-1 && s.is(out[len(out)-1].first-1, "between") {
			f.relation = "until"
		}
		if last := len(out) - 1; f.relation == "until" && f.clock != "" && f.form != formClock && last >= 0 && out[last].form == formClock && f.first-out[last].end <= 1 {
			clock := out[last].clock // "10 a.m. to noon on Thursday"
			out[last].meaning = f.meaning
			out[last].clock = clock
			out[last].rule += "+day"
		}
		out = append(out, f)
		i = f.end
		for next, ok := s.rest(&out[len(out)-1]); ok; next, ok = s.rest(&out[len(out)-1]) {
			out = append(out, next)
			i = next.end
		}
	}
	return out
}

// longest is the longest expression that begins at i, with its modifiers.
func (s *sentence) longest(i int, parsers []parser) (found, bool) {
	f, ok := s.plainLongest(i, parsers)
	if g, modified := s.modified(i, parsers); modified && (!ok || g.end >= f.end) {
		return g, true
	}
	return f, ok
}

func (s *sentence) plainLongest(i int, parsers []parser) (found, bool) {
	best := found{end: i}
	for _, p := range parsers {
		if m, end, ok := p.read(s, i); ok && end > best.end {
			best = found{first: i, end: end, meaning: m, rule: p.name, confidence: 0.9}
		}
	}
	if best.end == i {
		return best, false
	}
	s.extend(&best)
	return best, true
}

// point reads the longest expression at i that names a stretch of the
// calendar; depth holds the recursion of "the day after the day after …".
func (s *sentence) point(i int) (meaning, int, bool) {
	readers := [...]func(*sentence, int) (meaning, int, bool){
		(*sentence).numericDate, (*sentence).date, (*sentence).dayPhrase, (*sentence).directedUnit,
		(*sentence).quarterOrHalf, (*sentence).seasonOf, (*sentence).holidayOf, (*sentence).weekday,
		(*sentence).decadeOrCentury, (*sentence).anyYear, (*sentence).slashDate,
	}
	best, bestEnd := meaning{}, i
	for _, read := range readers {
		if m, end, ok := read(s, i); ok && end > bestEnd {
			best, bestEnd = m, end
		}
	}
	return best, bestEnd, bestEnd > i && !best.void
}

// extend adds a clock time, a part of the day or a weekday that follows.
func (s *sentence) extend(f *found) {
	if f.form == formClock {
		s.addDay(f)
	} else if f.dayGrain() || len(f.clock) == 2 {
		s.addClock(f)
	} else if f.form == formSet {
		s.addSetClock(f)
	}
	s.addOpenEnd(f)
}

// addClock takes in "Friday morning", "18 October at 10 a.m.".
func (s *sentence) addClock(f *found) {
	k := s.skip(f.end, ",", "-")
	k = s.skip(k, "at", "around", "about", "@")
	if m, end, ok := s.clockTime(k); ok && (m.clock != "" && s.at(k).word.part == "" || k == f.end) {
		f.clock, f.zone, f.end = afternoon(m.clock, f.clock), m.zone, end
		return
	}
	if f.clock != "" {
		return
	}
	k = f.end
	if end, ok := s.run(k, "in", "the"); ok {
		k = end
	}
	k = s.skip(k, "early", "late", "mid")
	k = s.hyphen(k)
	if w := s.at(k).word; w.part != "" && !w.clock && !w.plural && !s.is(k, "dawn", "sunrise") {
		f.clock, f.end = w.part, k+1
		s.addClock(f)
	}
}

// addSetClock takes in the time of day of "every Monday at 4 p.m.".
func (s *sentence) addSetClock(f *found) {
	m, end, ok := s.clockTime(s.skip(f.end, "at"))
	if !ok || len(f.value) > 4 && f.value[len(f.value)-3] == 'T' {
		return
	}
	if f.value == "P1D" {
		f.value = "XXXX-XX-XX"
	}
	if f.value[0] == 'X' {
		f.value, f.zone, f.end = f.value+"T"+m.clock, m.zone, end
	}
}

// addOpenEnd takes in "or later", "and beyond", "onwards".
func (s *sentence) addOpenEnd(f *found) {
	if !f.pointed() && f.form != formClock || f.form == formShift || f.form == formUnit {
		return
	}
	k := s.skip(f.end, "or", "and")
	switch {
	case k > f.end && s.is(k, "later", "beyond", "after", "onward", "onwards"), s.is(k, "onward", "onwards"):
		if s.is(k, "after", "beyond", "later") && !s.clauseEnds(k+1) {
			return
		}
		f.end, f.relation = k+1, "from"
	case k > f.end && s.is(k, "earlier", "before") && s.clauseEnds(k+1):
		f.end, f.relation = k+1, "until"
	}
}

// addDay takes in the day after a clock time: "9 a.m. EST on Tuesday".
func (s *sentence) addDay(f *found) {
	k := s.skip(f.end, ",")
	k = s.skip(k, "on", "of")
	if end, ok := s.run(k, "in", "the"); ok && s.at(end).word.part != "" {
		k = end + 1
		f.end = k
		f.clock = afternoon(f.clock, s.at(end).word.part)
		k = s.skip(k, "on", "of")
	}
	m, end, ok := s.point(k)
	if s.is(k, "every", "each") {
		m, end, ok = s.every(k)
		if g := (found{meaning: m, end: end}); ok && (m.value == "P1D" || m.value[0] == 'X') && len(m.value) <= len("XXXX-WXX-1") {
			if g.value == "P1D" {
				g.value = "XXXX-XX-XX"
			}
			g.value += "T" + f.clock
			f.meaning, f.end = g.meaning, end
			f.rule += "+day"
		}
		return
	}
	if ok && len(m.clock) == 2 { // "8 a.m. this morning"
		f.clock, m.clock = afternoon(f.clock, m.clock), ""
	}
	if !ok || !m.dayGrain() {
		return
	}
	clock, zone := f.clock, f.zone
	f.meaning, f.end = m, end
	f.clock, f.zone = clock, zone
	f.rule += "+day"
}
