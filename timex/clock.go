package timex

import "fmt"

// clockTime reads "9 a.m. EST", "14:30", "1500 GMT", "noon", "ten o'clock",
// "half past three".
func (s *sentence) clockTime(i int) (m meaning, end int, ok bool) {
	m.form = formClock
	if s.at(i).number == 12 && s.is(i+1, "noon", "midnight") {
		i++
	}
	if w := s.at(i).word; w.clock {
		m.clock = w.part
		if z, stop := s.zone(i + 1); z != "" {
			m.zone = z
			return m, stop, true
		}
		return m, i + 1, !s.is(i, "midnight") || !s.at(i).upper || i == 0
	}
	if m.clock, end, ok = s.pastHour(i); ok {
		return m, end, ok
	}
	m.clock, m.zone, end, ok = s.hourMinute(i)
	return m, end, ok
}

// hourMinute reads a clock time in digits or words, its half of the day and
// its zone; the clock is "HH:MM" or "HH:MM:SS".
func (s *sentence) hourMinute(i int) (clock, zone string, end int, ok bool) {
	h, end, colon, minutes := s.hourDigits(i)
	if end == i {
		return "", "", i, false
	}
	told := colon
	if half, stop, found := s.halfOfDay(end); found {
		if h > 12 && half == "p" || h > 23 {
			return "", "", i, false
		}
		h, end, told = twelveHours(h, half), stop, true
	} else if stop, found := s.oclock(end); found {
		end, told = stop, true
	}
	if stop, found := s.run(end, "in", "the"); found && s.is(stop, "morning", "afternoon", "evening") && (told || s.at(i).word.numberKind == cardinal || s.at(i).digits() > 0) && !colon {
		if !s.is(stop, "morning") && h < 12 {
			h += 12
		}
		end, told = stop+1, true
	}
	hours := s.is(end, "hours", "hrs") && s.at(i).digits() == 4
	if hours {
		end++
		told = true
	}
	z, stop := s.zone(end)
	if z != "" && (told || s.at(i).digits() == 4) {
		zone, end, told = z, stop, true
	}
	if !told || h > 24 {
		return "", "", i, false
	}
	if minutes == "" {
		minutes = "00"
	}
	return fmt.Sprintf("%02d:%s", h, minutes), zone, end, true
}

// leadingClock reads the first time of "5 to 6 p.m." and "between 10 and
// 11:30", whose half of the day stands with the second.
func (s *sentence) leadingClock(i int) (m meaning, end int, ok bool) {
	h, end, colon, minutes := s.hourDigits(i)
	if end == i || colon && s.is(end, "a", "p", "am", "pm") || h > 12 || !s.is(end, "to", "-", "and", "till", "until") {
		return m, i, false
	}
	if s.is(end, "and") && !s.is(i-1, "between") || s.money(end+1) {
		return m, i, false
	}
	second, zone, _, ok := s.hourMinute(end + 1)
	if !ok || second == "" {
		return m, i, false
	}
	if minutes == "" {
		minutes = "00"
	}
	m = meaning{form: formClock, clock: fmt.Sprintf("%02d:%s", h, minutes), zone: zone}
	_, secondEnd, _, _ := s.hourDigits(end + 1)
	_, _, half := s.halfOfDay(secondEnd)
	if later := afternoon(m.clock, "AF"); h < 12 && later < second && half {
		m.clock = later
	}
	return m, end, true
}

// hourDigits reads "9", "09:30", "9.30" before a half of the day, "1500",
// "nine", "nine thirty"; colon is told when the minutes stand behind one.
func (s *sentence) hourDigits(i int) (h, end int, colon bool, minutes string) {
	p := s.at(i)
	if p.digits() == 0 {
		if w := p.word; w.numberKind == cardinal && w.number <= 12 {
			return int(w.number), i + 1, false, ""
		}
		return 0, i, false, ""
	}
	_, _, half := s.halfOfDay(i + 1)
	if s.joined(i) && (s.is(i-1, "$", ":", ".", "/", ",") || s.is(i-1, "-") && !half && !s.is(i+1, ":")) && s.joined(i-1) && s.at(i-2).digits() > 0 || s.is(i-1, "$", "€", "£") || p.number < 0 {
		return 0, i, false, ""
	}
	if p.digits() == 4 && p.number < 2400 && p.number%100 < 60 {
		return p.number / 100, i + 1, false, p.low[2:]
	}
	if p.digits() > 2 || p.number > 24 {
		return 0, i, false, ""
	}
	if s.joined(i+1) && s.joined(i+2) && s.at(i+2).digits() == 2 && s.at(i+2).number < 60 {
		if s.is(i+1, ":") {
			end, minutes = i+3, s.at(i+2).low
			if s.is(end, ":") && s.joined(end) && s.joined(end+1) && s.at(end+1).digits() == 2 && s.at(end+1).number < 60 {
				return p.number, end + 2, true, minutes + ":" + s.at(end+1).low
			}
			return p.number, end, true, minutes
		}
		if _, _, half := s.halfOfDay(i + 3); s.is(i+1, ".") && half {
			return p.number, i + 3, false, s.at(i + 2).low
		}
	}
	return p.number, i + 1, false, ""
}

// halfOfDay reads "am", "a.m.", "p. m."; half is "a" or "p".
func (s *sentence) halfOfDay(i int) (half string, end int, ok bool) {
	if s.is(i, "am", "pm") {
		return s.at(i).low[:1], i + 1, true
	}
	if s.is(i, "a", "p") && s.is(i+1, ".") && s.is(i+2, "m") {
		return s.at(i).low, s.skip(i+3, "."), true
	}
	return "", i, false
}

func (s *sentence) oclock(i int) (int, bool) {
	if end, ok := s.run(i, "o", "'", "clock"); ok {
		return end, true
	}
	if s.is(i, "oclock") {
		return i + 1, true
	}
	return i, false
}

func twelveHours(h int, half string) int {
	if half == "p" && h < 12 {
		return h + 12
	}
	if half == "a" && h == 12 {
		return 0
	}
	return h
}

// zone reads a time zone's abbreviation in capitals and gives its offset.
func (s *sentence) zone(i int) (string, int) {
	k := s.skip(i, "(")
	w := s.at(k).word
	if w.zone != "" && s.at(k).upper && s.at(k).end-s.at(k).start == len(s.at(k).low) {
		if k > i {
			return w.zone, s.skip(k+1, ")")
		}
		return w.zone, k + 1
	}
	if end, ok := s.run(k, "local", "time"); ok && k == i {
		return "local", end
	}
	return s.placeZone(i)
}

// placeZone reads "Moscow time", "New York time", "Eastern time": the offset of
// a place that keeps one all the year, else "local".
func (s *sentence) placeZone(i int) (string, int) {
	k := i
	for n := 0; n < 2 && s.at(k).upper && s.at(k).gap; n++ {
		k++
	}
	if k == i || !s.is(k, "time") || s.at(k).upper {
		return "", i
	}
	if offset := s.lex.places[s.at(k-1).low]; offset != "" {
		return offset, k + 1
	}
	return "local", k + 1
}

// pastHour reads "half past three", "quarter to five", "ten past eight".
func (s *sentence) pastHour(i int) (clock string, end int, ok bool) {
	minutes, k := 0, i
	switch w := s.at(i).word; {
	case s.is(i, "half"):
		minutes, k = 30, i+1
	case s.is(s.skip(i, "a"), "quarter"):
		minutes, k = 15, s.skip(i, "a")+1
	case w.numberKind == cardinal && w.number < 30 || s.at(i).digits() > 0 && s.at(i).number < 60:
		n, stop, found := s.amount(i)
		if !found || n.n >= 60 {
			return "", i, false
		}
		minutes, k = int(n.n), s.skip(stop, "minutes", "min", "mins")
	default:
		return "", i, false
	}
	if !s.is(k, "past", "to") {
		return "", i, false
	}
	w := s.at(k + 1).word
	if n := s.at(k + 1); s.is(k, "past") && n.number > 0 && n.number <= 12 && s.clauseEnds(k+2) {
		return fmt.Sprintf("%02d:%02d", n.number, minutes), k + 2, true
	}
	if w.numberKind != cardinal || w.number > 12 || w.unit != noUnit || s.at(k+2).word.unit != noUnit && s.is(k, "to") || s.is(k, "to") && s.at(i).word.numberKind == cardinal && !s.is(i+1, "minutes") {
		return "", i, false
	}
	h := int(w.number)
	if s.is(k, "to") {
		h, minutes = (h+23)%24, 60-minutes
	}
	end = k + 2
	if stop, found := s.oclock(end); found {
		end = stop
	}
	if half, stop, found := s.halfOfDay(end); found {
		h, end = twelveHours(h, half), stop
	}
	if stop, found := s.run(end, "in", "the"); found && s.is(stop, "morning", "afternoon", "evening") {
		if !s.is(stop, "morning") && h < 12 {
			h += 12
		}
		end = stop + 1
	}
	return fmt.Sprintf("%02d:%02d", h, minutes), end, true
}

// afternoon moves a clock before noon into the told part of the day.
func afternoon(clock, part string) string {
	var h int
	if part != "AF" && part != "EV" && part != "NI" || len(clock) < 2 {
		return clock
	}
	if _, err := fmt.Sscanf(clock[:2], "%d", &h); err != nil || h >= 12 || part == "NI" && h < 6 {
		return clock
	}
	return fmt.Sprintf("%02d%s", h+12, clock[2:])
}

// partOfDay reads "the morning", "this morning" goes with the pointing words;
// "morning of 5 May" and "night of" name the part first.
func (s *sentence) partOfDay(i int) (m meaning, end int, ok bool) {
	k := s.skip(i, "the")
	k = s.skip(k, "early", "late")
	w := s.at(k).word
	if w.weak && k == i && w.part != "" && s.is(i-1, "at", "before", "after", "by", "until", "since", "around") {
		if s.is(k+1, "of", "on") {
			if of, stop, ok := s.point(k + 2); ok && of.dayGrain() {
				of.clock = w.part
				return of, stop, true
			}
		}
		return meaning{form: formUnit, unit: day, clock: w.part, base: fromEither, directed: true}, k + 1, s.clauseEnds(k+1) || s.is(k+1, "on")
	}
	if w.part == "" || w.clock || w.plural || w.weak {
		return m, i, false
	}
	if s.is(k+1, "of", "on") {
		if of, stop, ok := s.point(k + 2); ok && of.dayGrain() {
			of.clock = w.part
			return of, stop, true
		}
	}
	if s.is(k, "night") && k == i && s.is(i-1, "at", "by") && !s.is(k+1, "-") && !s.rangeBefore(i-2) {
		return meaning{form: formSet, value: "XXXX-XX-XXTNI"}, k + 1, true
	}
	if k > i && s.is(i, "the") && s.is(i-1, "in", "during", "by") || s.is(i-1, "in", "by", "during", "until") && k > i {
		return meaning{form: formUnit, unit: day, clock: w.part, base: fromEither, directed: true, mod: s.early(k - 1)}, k + 1, true
	}
	return m, i, false
}
