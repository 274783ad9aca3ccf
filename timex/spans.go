package timex

import (
	"fmt"
	"math"
)

// set reads "every year", "each Monday", "daily", "twice a week", "per day",
// "on Mondays".
func (s *sentence) set(i int) (m meaning, end int, ok bool) {
	m.form = formSet
	w := s.at(i).word
	switch {
	case w.set != "":
		m.value = w.set
		return m, i + 1, !s.at(i).upper || i == 0
	case w.weekday > 0 && w.plural && s.at(i).upper:
		m.value = weekdayValue(w.weekday)
		return m, i + 1, true
	case w.weekday > 0 && s.at(i+1).word.part != "" && s.at(i+1).word.plural:
		m.value = weekdayValue(w.weekday) + "T" + s.at(i+1).word.part
		return m, i + 2, true
	case s.is(i, "every", "each", "per"):
		return s.every(i)
	case s.is(i, "once", "twice", "thrice"):
		k := i + 1
		if u := s.at(k + 1).word.unit; s.is(k, "a", "an", "every", "each", "per") && u != noUnit && !s.at(k+1).word.plural {
			m.freq = map[string]string{"once": "1X", "twice": "2X", "thrice": "3X"}[s.at(i).low]
			m.value = durationValue(amount{n: 1}, u)
			return m, k + 2, true
		}
	case s.is(i, "a", "an") && s.rate(i):
		m.value, m.quant = durationValue(amount{n: 1}, s.at(i+1).word.unit), "EACH"
		return m, i + 2, true
	}
	return m, i, false
}

func weekdayValue(weekday int) string { return "XXXX-WXX-" + string(rune('0'+weekday)) }

// rate reports whether "a day" at i says how often: "1.2 million barrels a
// day", "$5 a year".
func (s *sentence) rate(i int) bool {
	w := s.at(i + 1).word
	if w.unit < minute || w.plural || w.unit == weekend || s.is(i+2, "ago", "earlier", "later", "before", "after", "or", "-") {
		return false
	}
	if s.is(i-1, "times") || s.at(i-1).digits() > 0 {
		return true
	}
	last := s.at(i - 1).low
	for k := i - 2; k >= i-4 && k >= 0; k-- {
		if s.is(k, "for", "within", "after", "in", "over", "than") {
			return false
		}
		if s.at(k).digits() > 0 || s.at(k).word.numberKind == scale || s.is(k, "$") {
			return len(last) > 2 && last[len(last)-1] == 's' || s.is(i-1, "percent", "%", "million", "billion")
		}
	}
	return false
}

func (s *sentence) every(i int) (m meaning, end int, ok bool) {
	m.form, m.quant = formSet, "EVERY"
	if s.is(i, "each", "per") {
		m.quant = "EACH"
	}
	k := i + 1
	a := amount{n: 1}
	if s.is(k, "other", "second") && s.at(k+1).word != noWord {
		a.n = 2
		k++
	} else if n, end, ok := s.amount(k); ok && !n.article {
		a, k = n, end
	}
	w := s.at(k).word
	switch {
	case s.is(i, "per") && w.unit >= minute && !w.plural, !s.is(i, "per") && w.unit != noUnit && !w.weak:
		m.value = durationValue(a, w.unit)
		if w.part != "" {
			m.value = "XXXX-XX-XXT" + w.part
		}
	case w.weekday > 0:
		m.value = weekdayValue(w.weekday)
		if p := s.at(k + 1).word; p.part != "" && !p.clock {
			m.value += "T" + p.part
			return m, k + 2, true
		}
	case w.month > 0 && s.at(k).upper:
		m.value = fmt.Sprintf("XXXX-%02d", w.month)
	case w.season > 0:
		m.value = "XXXX-" + seasonCode(w.season)
	case w.part != "":
		m.value = "XXXX-XX-XXT" + w.part
	default:
		return m, i, false
	}
	return m, k + 1, true
}

// duration reads "ten days", "a three-year period", "the past two months",
// "the first nine months", "weeks", "a year and a half".
func (s *sentence) duration(i int) (meaning, int, bool) {
	k := s.skip(i, "the", "these", "those", "another")
	k = s.skip(k, "whole", "entire")
	m := meaning{form: formDuration}
	if w := s.at(k).word; w.directed && !s.is(k, "that", "same") && !s.lasts(k) || s.is(k, "first", "final", "recent", "latest", "opening", "closing") {
		if a, _, ok := s.amount(k + 1); ok && !a.article || s.at(k+1).word.unit != noUnit && s.at(k+1).word.plural {
			m.directed, m.direction = w.directed, w.direction
			k++
		}
	}
	a, end, ok := s.amount(k)
	if !ok {
		if s.is(i, "all") && s.at(i+1).word.unit >= day && !s.at(i+1).word.plural {
			return meaning{form: formDuration, unit: s.at(i + 1).word.unit, amount: amount{n: 1}}, i + 2, true
		}
		return s.bareUnits(m, i, k)
	}
	if a.article && k > i {
		return m, i, false
	}
	end, a = s.amountRange(end, a)
	if s.is(end, "h") && s.joined(end) && s.at(end-1).digits() > 0 && !s.joined(end+1) || s.is(end, "h") && s.joined(end) && s.clauseEnds(end+1) {
		m.unit, m.amount = hour, a
		return m, end + 1, true
	}
	end = s.hyphen(end)
	if d := s.at(end).word; d.directed && !m.directed && s.at(end+1).word.plural {
		m.directed, m.direction = true, d.direction // "the 5 past years"
	}
	end = s.skip(end, "more", "full", "whole", "straight", "consecutive", "additional", "further", "calendar", "business", "working", "trading", "long", "short", "single", "successive", "fiscal", "solid", "other", "extra")
	if s.is(end, "previous", "following", "past", "last", "next", "coming", "upcoming") && s.at(end+1).word.plural {
		end++
	}
	w := s.at(end).word
	if w.unit == noUnit || w.unit == weekend && a.article {
		return m, i, false
	}
	if !s.durationStands(i, end, a) {
		return m, i, false
	}
	m.unit, m.amount = w.unit, a
	end++
	if part, stop, ok := s.fraction(end); ok && !a.vague && s.at(stop).word.unit == noUnit {
		m.amount.n += part
		end = stop
	}
	return m, s.compound(&m, s.hyphenLong(end)), true
}

// lasts reports whether "last" at k is the verb: "talks will last two days".
func (s *sentence) lasts(k int) bool {
	return s.is(k, "last") && s.is(k-1, "will", "would", "to", "could", "may", "might", "can", "should", "ll", "t", "not", "must", "only", "did")
}

// hyphenLong takes in the "-long" of "week-long".
func (s *sentence) hyphenLong(end int) int {
	if k := s.hyphen(end); k > end && s.is(k, "long") {
		return k + 1
	}
	return end
}

// amountRange reads the second number of "two to three weeks"; the lesser one
// counts.
func (s *sentence) amountRange(end int, a amount) (int, amount) {
	k := end
	if s.is(end, "to", "or", "-") {
		k = end + 1
	}
	if k == end || a.article {
		return end, a
	}
	b, stop, ok := s.amount(k)
	if !ok || b.article || b.vague || b.n <= a.n || s.at(s.hyphen(stop)).word.unit == noUnit {
		return end, a
	}
	return stop, a
}

// durationStands rejects ages, ordinals and lone articles that say no length.
func (s *sentence) durationStands(i, end int, a amount) bool {
	w := s.at(end).word
	k := s.hyphen(end + 1)
	if s.at(end).upper && s.at(end).gap && s.at(i).digits() > 0 && !s.at(i-1).upper && !s.at(s.hyphen(end+1)).upper && len(s.at(end).low) > 2 && w.unit < day {
		return false // the programme "60 Minutes"
	}
	if w.unit == quarter && w.plural && (s.is(end-1, "some", "many") || s.is(end+1, "of") && s.is(end-1, "three")) {
		return false
	}
	if s.is(k, "old", "olds") || s.is(i-1, "aged", "age") {
		return false
	}
	if w.weak && a.word && w.unit == second || s.is(end, "second") && !a.word && s.joined(end) {
		return false
	}
	if s.at(end).low == "min" && a.word {
		return false
	}
	if a.article && (w.unit == day || w.unit == week || w.unit == year || w.unit == month || w.unit == minute) && s.is(end+1, "when", "that") {
		return false
	}
	if s.is(end, "night") && a.article {
		return false
	}
	return !(w.unit == quarter && (a.article || !w.plural || s.is(end-1, "-")))
}

// compound adds the smaller units of "two hours and thirty minutes".
func (s *sentence) compound(m *meaning, end int) int {
	if m.amount.vague {
		return end
	}
	last, value := m.unit, ""
	for {
		k := s.skip(end, ",")
		k = s.skip(k, "and")
		a, stop, ok := s.amount(k)
		if k > end && a.article || !ok || a.vague {
			break
		}
		u := s.at(s.hyphen(stop)).word
		if u.unit == noUnit || u.unit >= last || u.weak && a.word {
			break
		}
		if value == "" {
			value = durationValue(m.amount, m.unit)
		}
		value = addUnits(value, durationValue(a, u.unit))
		last, end = u.unit, s.hyphen(stop)+1
	}
	m.value = value
	return end
}

// addUnits joins "P1D" and "PT2H" to "P1DT2H".
func addUnits(a, b string) string {
	if len(b) > 1 && b[1] == 'T' {
		for _, c := range a {
			if c == 'T' {
				return a + b[2:]
			}
		}
	}
	return a + b[1:]
}

// bareUnits reads units without a number: "for years", "weeks", "decades-long".
func (s *sentence) bareUnits(m meaning, i, k int) (meaning, int, bool) {
	w := s.at(k).word
	m.unit, m.amount = w.unit, amount{vague: true, word: true}
	if w.unit != noUnit && s.is(s.hyphen(k+1), "long") && s.hyphen(k+1) > k+1 && !w.weak {
		if !w.plural {
			m.amount = amount{n: 1}
		}
		return m, s.hyphen(k+1) + 1, true
	}
	if w.unit == noUnit || !w.plural || w.unit == quarter || s.is(s.hyphen(k+1), "old") {
		return m, i, false
	}
	if m.directed && m.direction >= 0 && !s.is(k-1, "this", "current") {
		return m, k + 1, w.unit >= day
	}
	if w.unit < hour || w.unit == weekend {
		return m, i, false
	}
	if s.is(i-1, "early") && s.is(k+1, "of") {
		return m, i, false // "the early hours of Friday"
	}
	if k > i && s.is(k+1, "ahead") {
		return m, k + 2, true // "the weeks ahead"
	}
	if k > i && s.is(i, "the") && s.is(k+1, "that", "which") && s.is(k+2, "followed") {
		return m, k + 1, true // "the years that followed"
	}
	if k == i && s.is(i-1, "for", "in", "within", "after", "over", "take", "takes", "took", "last", "lasted", "spent", "of", "through", "many") || s.is(k+1, "of") && k == i {
		return m, k + 1, !s.is(i-1, "working", "opening")
	}
	return m, i, false
}

// durationValue is the TIMEX3 value of a length.
func durationValue(a amount, u unit) string {
	n := a.n
	switch u {
	case fortnight:
		a.n, u = n*2, week
	case millennium:
		return "P" + a.String() + "L"
	case half:
		a.n, u = n*6, month
	}
	switch u {
	case second:
		return "PT" + a.String() + "S"
	case minute:
		return "PT" + parted(a, "M", "S")
	case hour:
		return "PT" + parted(a, "H", "M")
	case day:
		return "P" + a.String() + "D"
	case week:
		return "P" + a.String() + "W"
	case weekend:
		return "P" + a.String() + "WE"
	case month:
		return "P" + a.String() + "M"
	case quarter:
		return "P" + a.String() + "Q"
	case decade:
		if !a.vague {
			a.n *= 10
			return "P" + a.String() + "Y"
		}
		return "PXDE"
	case century:
		if !a.vague {
			a.n *= 100
			return "P" + a.String() + "Y"
		}
		return "PXCE"
	}
	return "P" + a.String() + "Y"
}

// parted writes the part of an hour or minute in sixtieths: 5.5 hours are 5H30M.
func parted(a amount, whole, part string) string {
	n := math.Floor(a.n)
	rest := math.Round((a.n - n) * 60)
	if a.vague || rest == 0 || rest == 60 {
		return a.String() + whole
	}
	text := amount{n: rest}.String() + part
	if n > 0 {
		text = amount{n: n}.String() + whole + text
	}
	return text
}

// vague reads words that tell a time of no calendar.
func (s *sentence) vague(i int) (m meaning, end int, ok bool) {
	p, end, ok := s.phrase(i, phraseVague)
	if ok && s.is(i, "to") && s.is(i+1, "this") {
		p.weak = i > 0 && !s.clauseEnds(end)
	}
	if ok && s.is(i, "immediately") {
		p.weak = !s.is(i-1, "effective", "effect", "force") && !s.is(end, "effective")
	}
	if s.is(i, "present") && (s.is(i-1, "-") && s.joined(i) || s.is(i-1, "to", "until")) && s.at(i-2).digits() == 4 {
		return meaning{form: formVague, value: "PRESENT_REF"}, i + 1, true // "2019–present"
	}
	if !ok || p.weak || s.is(i, "to") && s.is(i-1, "up", "equal", "equals") {
		return m, i, false
	}
	return meaning{form: formVague, value: p.value, genre: p.genre, decided: s.is(i, "immediately", "with")}, end, true
}
