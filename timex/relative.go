package timex

import (
	"fmt"
	"math"

	"chancery"
)

// partialValue is the TIMEX3 value of a date without a year.
func partialValue(m *meaning) string {
	if m.day > 0 {
		return fmt.Sprintf("XXXX-%02d-%02d", m.month, m.day)
	}
	return fmt.Sprintf("XXXX-%02d", m.month)
}

// inside is the value of an unknown unit inside a told coarser period:
// "three days later" after "in March 1980" is 1980-03-XX.
func inside(u unit, t *told) reckoned {
	r := reckoned{value: vagueValue(u), anchor: chancery.AnchorText, index: t.index}
	y := fmt.Sprintf("%04d", t.first.Year)
	if t.bc > 0 {
		y = fmt.Sprintf("BC%04d", t.bc)
	}
	switch {
	case u == day && t.unit == month:
		r.value = fmt.Sprintf("%s-%02d-XX", y, t.first.Month)
	case t.unit > year || u > month:
		r.anchor, r.index = chancery.AnchorUnresolved, -1
	case u == day:
		r.value = y + "-XX-XX"
	case u == week:
		r.value = y + "-WXX"
	case u == month:
		r.value = y + "-XX"
	}
	return r
}

// unit resolves "last week", "that year", "the following day".
func (r *resolver) unit(m *meaning, t tense) reckoned {
	if m.of != nil {
		of := r.reckon(m.of, t)
		if !of.ok || of.period.bc > 0 {
			return unresolved(vagueValue(m.unit))
		}
		of.period = periodAt(m.unit, of.period.first)
		return of
	}
	if m.base == fromText || m.base == fromEither || r.published.IsZero() || r.narrative && m.directed && m.direction >= 0 {
		if got, ok := r.unitFromText(m); ok {
			return got
		}
	}
	if r.published.IsZero() {
		return unresolved(vagueValue(m.unit))
	}
	p := periodAt(m.unit, r.published)
	step := m.direction
	switch {
	case m.unit == weekend && step == 0 && isoWeekday(r.published.First()) < 6 && t != futureTense:
		step = -1
	case m.unit == quarter && m.weak && t != futureTense:
		step = -1
	}
	return r.fromPublished(p.next(step))
}

func (r *resolver) unitFromText(m *meaning) (reckoned, bool) {
	fine, latest := r.lastTold(m.unit)
	if m.base == fromEither && m.unit == quarter && m.direction == 0 && r.quarter.Year > 0 && latest != nil {
		return reckoned{period: period{unit: quarter, first: r.quarter}, ok: true, anchor: chancery.AnchorText, index: latest.index}, true
	}
	if m.base == fromEither {
		// "the year", "the quarter": the text's only when it told one just now.
		if latest == nil || latest.unit != m.unit && !(r.narrative && latest.unit <= m.unit) || latest.bc > 0 {
			return reckoned{}, false
		}
		fine = latest
	}
	if latest != nil && latest.bc > 0 {
		return r.beforeChrist(m, latest), true
	}
	if fine == nil || latest.unit > m.unit && latest.own && latest.paragraph == r.paragraph && fine.first.Year != latest.first.Year {
		if latest == nil {
			return reckoned{}, false
		}
		return inside(m.unit, latest), true
	}
	p, ok := periodAt(m.unit, fine.first).next(m.direction)
	if !ok {
		return unresolved(vagueValue(m.unit)), true
	}
	return reckoned{period: p, ok: true, anchor: chancery.AnchorText, index: fine.index}, true
}

// beforeChrist moves years before Christ, in which only years are reckoned.
func (r *resolver) beforeChrist(m *meaning, t *told) reckoned {
	if m.unit != year {
		return inside(m.unit, t)
	}
	n := m.direction
	if m.form == formShift {
		n = m.direction * int(m.amount.n)
	}
	p := t.period
	p.unit, p.bc = year, p.bc-n
	if p.bc < 1 || p.bc > lastYear {
		return unresolved(vagueValue(m.unit))
	}
	return reckoned{period: p, ok: true, anchor: chancery.AnchorText, index: t.index}
}

// part resolves quarters, halves, seasons and feasts.
func (r *resolver) part(m *meaning, t tense) reckoned {
	u := m.unit
	if m.form == formHoliday {
		u = day
	}
	at := func(y int) (period, bool) {
		if m.form == formHoliday {
			d, ok := m.holiday.on(y)
			return period{unit: day, first: d}, ok
		}
		d, ok := civil(y, m.index, 1)
		return period{unit: u, first: d}, ok
	}
	relative := vagueValue(u)
	if p, ok := at(2000); ok {
		if text := p.value(); len(text) > 4 {
			relative = "XXXX" + text[4:]
		}
	}
	if m.form == formHoliday && m.holiday.month == 0 || m.holiday.nth != 0 {
		relative = vagueValue(u)
	}
	if m.of != nil {
		of := r.reckon(m.of, t)
		p, ok := at(of.period.first.Year)
		if !of.ok || !ok {
			return unresolved(relative)
		}
		p.bc = of.period.bc
		return reckoned{period: p, ok: true, anchor: of.anchor, index: of.index}
	}
	return r.nearest(u, at, m, t, relative)
}

// shift resolves "two days ago", "a year later", "the day after 5 May".
func (r *resolver) shift(m *meaning, t tense) reckoned {
	if m.amount.vague {
		value := "PAST_REF"
		if m.direction > 0 {
			value = "FUTURE_REF"
		}
		return reckoned{value: value, anchor: chancery.AnchorNone, index: -1}
	}
	if m.of != nil {
		of := r.reckon(m.of, t)
		if !of.ok || of.period.bc > 0 {
			return unresolved(vagueValue(m.unit))
		}
		return r.moved(m, of.period, of.anchor, of.index)
	}
	fine, latest := r.lastTold(m.unit)
	if r.quarter.Year > 0 && m.unit == year && m.amount.n == 1 && m.direction < 0 && latest != nil {
		p, ok := period{unit: quarter, first: r.quarter}.next(-4)
		if ok {
			return reckoned{period: p, ok: true, anchor: chancery.AnchorText, index: latest.index}
		}
	}
	if m.base == fromText || r.published.IsZero() && latest != nil {
		switch {
		case latest != nil && latest.bc > 0:
			return r.beforeChrist(m, latest)
		case fine != nil && fine.yearBack && m.yearBack() && !r.narrative:
			// Two figures compared with a year earlier mean one year.
			return reckoned{period: periodAt(year, fine.first), ok: true, anchor: chancery.AnchorText, index: fine.index}
		case fine != nil && !(latest.unit > m.unit && latest.own && (r.narrative || fine.sentence < latest.sentence)):
			return r.moved(m, fine.period, chancery.AnchorText, fine.index)
		case latest != nil:
			return inside(m.unit, latest)
		}
	}
	if r.published.IsZero() {
		return unresolved(vagueValue(m.unit))
	}
	return r.moved(m, period{unit: day, first: r.published.First()}, chancery.AnchorPublished, -1)
}

// moved is the unit-long period that holds base's first day moved by the amount.
func (r *resolver) moved(m *meaning, base period, anchor chancery.TimeAnchor, index int) reckoned {
	n, u := m.amount.n*float64(m.direction), m.unit
	if u < day {
		hours := n * map[unit]float64{second: 1.0 / 3600, minute: 1.0 / 60, hour: 1}[u]
		return reckoned{period: period{unit: day, first: base.first.AddDays(int(hours / 24))}, ok: true, anchor: anchor, index: index}
	}
	step, grain := u, u
	if n != math.Trunc(n) {
		if months := monthsOf(u); months > 0 {
			n, step, grain = math.Round(n*float64(months)), month, month
		} else {
			n, step, grain = math.Round(n*float64(daysOf(u))), day, day
		}
	}
	switch {
	case m.exact || m.of != nil && base.unit == day && !m.of.exact:
		grain = day // "three weeks after 5 May" is a day
	case grain >= decade:
		grain = year
	}
	d, ok := moveDate(base.first, step, int(max(min(n, 1e6), -1e6)))
	if !ok {
		return unresolved(vagueValue(u))
	}
	return reckoned{period: periodAt(grain, d), ok: true, anchor: anchor, index: index}
}

// ordinal resolves "the first week of May".
func (r *resolver) ordinal(m *meaning, t tense) reckoned {
	of := r.reckon(m.of, t)
	if !of.ok || of.period.bc > 0 || of.period.unit <= m.unit {
		return unresolved(vagueValue(m.unit))
	}
	from, to := of.period.interval()
	from, to = from.First(), to.Last()
	var p period
	ok := true
	switch {
	case m.day > 0:
		d, valid := nthWeekday(from.Year, from.Month, m.day, m.index)
		p, ok = period{unit: day, first: d}, valid
	case m.unit == week:
		// A week belongs to the month or year that holds its Thursday (ISO 8601).
		thursday := from.AddDays((11-isoWeekday(from))%7 + 7*(m.index-1))
		if m.index < 0 {
			thursday = to.AddDays(-((isoWeekday(to) + 3) % 7))
		}
		return reckoned{period: periodAt(week, thursday), ok: true, anchor: of.anchor, index: of.index}
	case m.index < 0:
		p = periodAt(m.unit, to)
	default:
		p, ok = periodAt(m.unit, from).next(m.index - 1)
	}
	if !ok || p.first.Compare(to) > 0 {
		return unresolved(vagueValue(m.unit))
	}
	of.period = p
	return of
}

func (r *resolver) decade(m *meaning) reckoned {
	y := m.year
	if m.bc {
		return reckoned{value: fmt.Sprintf("BC%03d", y/10), anchor: chancery.AnchorNone, index: -1}
	}
	anchor := chancery.AnchorNone
	if y < 100 {
		now := r.published.Year
		anchor = chancery.AnchorPublished
		if now == 0 {
			now, anchor = 2020, chancery.AnchorNone
		}
		y += now - now%100
		if y > now+5 {
			y -= 100
		}
	}
	d, ok := civil(y, 1, 1)
	if !ok {
		return unresolved("XXX")
	}
	return reckoned{period: period{unit: decade, first: d}, ok: true, anchor: anchor, index: -1}
}

func (r *resolver) century(m *meaning) reckoned {
	if m.bc {
		return reckoned{value: fmt.Sprintf("BC%02d", m.year-1), anchor: chancery.AnchorNone, index: -1}
	}
	return whole(period{unit: century, first: chancery.Date{Year: m.year, Month: 1, Day: 1}})
}

// lonelyDay is the day of a month told just before, else of the month of
// publication, or the month before it when the day is still to come.
func (r *resolver) lonelyDay(m *meaning, t tense) reckoned {
	relative := fmt.Sprintf("XXXX-XX-%02d", m.day)
	base := reckoned{index: -1}
	if m.index > 0 && m.of == nil {
		if d, ok := r.weekdayOfMonth(m, t); ok {
			return r.fromPublished(period{unit: day, first: d}, true)
		}
	}
	if m.of != nil {
		base = r.reckon(m.of, t)
	} else if fine, latest := r.lastTold(month); fine != nil && fine == latest && (r.narrative || fine.paragraph == r.paragraph && r.sentence-fine.sentence <= 1) {
		base = reckoned{period: fine.period, ok: true, anchor: chancery.AnchorText, index: fine.index}
	} else if !r.published.IsZero() {
		p := periodAt(month, r.published)
		if m.day > r.published.First().Day && t != futureTense {
			p, _ = p.next(-1)
		}
		base = r.fromPublished(p, true)
	}
	d, ok := civil(base.period.first.Year, base.period.first.Month, m.day)
	if !base.ok || !ok {
		return unresolved(relative)
	}
	base.period = period{unit: day, first: d}
	return base
}

// weekdayOfMonth is the day nearest to publication that has the told number
// and weekday, the next one when the verb is in the future.
func (r *resolver) weekdayOfMonth(m *meaning, t tense) (best chancery.Date, ok bool) {
	if r.published.IsZero() {
		return best, false
	}
	pub := r.published.First()
	far := 0
	for n := -24; n <= 24; n++ {
		first, inside := moveDate(periodAt(month, pub).first, month, n)
		if !inside {
			continue
		}
		d, valid := civil(first.Year, first.Month, m.day)
		away := daysBetween(pub, d)
		if !valid || isoWeekday(d) != m.index || t == futureTense && away < 0 {
			continue
		}
		if away < 0 {
			away = -away
		}
		if !ok || away < far {
			best, far, ok = d, away, true
		}
	}
	return best, ok
}

// clockDay is the day of a clock time that stands alone: the day just told in
// the paragraph, else the day of publication.
func (r *resolver) clockDay() reckoned {
	fine, latest := r.lastTold(day)
	if fine != nil && fine == latest && (fine.paragraph == r.paragraph || r.narrative) {
		return reckoned{period: period{unit: day, first: fine.first}, ok: true, anchor: chancery.AnchorText, index: fine.index}
	}
	return r.fromPublished(period{unit: day, first: r.published.First()}, true)
}
