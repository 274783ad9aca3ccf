package timex

import (
	"chancery"
)

// resolver gives expressions their values in text order.
type resolver struct {
	published chancery.Date // zero when not told
	narrative bool          // the text tells history: times follow each other
	told      []told
	// paragraph and sentence are those of the expression in hand.
	paragraph, sentence int
	quarter             chancery.Date // first day of the quarter told by number
}

// told is a period that the text has told, to anchor on.
type told struct {
	period
	index     int // of the expression
	paragraph int
	sentence  int
	own       bool // whole in itself, not told from something else
	since     bool // "since 17 March": long before what is told with it
	aside     bool // no step of the story: in brackets, or a year that only names something
	yearBack  bool // "a year earlier", to compare with
}

// reckoned is a resolved meaning.
type reckoned struct {
	period period
	ok     bool   // period holds
	value  string // overrides the period's
	anchor chancery.TimeAnchor
	index  int
}

const reach8 = 8 // how many expressions back an anchor is looked for

func unresolved(value string) reckoned {
	return reckoned{value: value, anchor: chancery.AnchorUnresolved, index: -1}
}

func whole(p period) reckoned {
	return reckoned{period: p, ok: true, anchor: chancery.AnchorNone, index: -1}
}

func (r *resolver) fromPublished(p period, ok bool) reckoned {
	if !ok || r.published.IsZero() {
		return unresolved(vagueValue(p.unit))
	}
	return reckoned{period: p, ok: true, anchor: chancery.AnchorPublished, index: -1}
}

// lastTold is the latest told period no coarser than the unit, among the
// latest expressions; coarse is the latest one of any unit.
func (r *resolver) lastTold(u unit) (fine, latest *told) {
	for k := len(r.told) - 1; k >= 0 && k >= len(r.told)-reach8; k-- {
		t := &r.told[k]
		if r.narrative && t.aside {
			continue
		}
		if latest == nil {
			latest = t
		}
		if t.unit <= u && t.bc == 0 {
			return t, latest
		}
	}
	return nil, latest
}

// reckon resolves a meaning.
func (r *resolver) reckon(m *meaning, t tense) reckoned {
	switch m.form {
	case formDate:
		return r.date(m, t)
	case formWeekday:
		return r.weekday(m, t)
	case formUnit:
		return r.unit(m, t)
	case formPart, formHoliday:
		return r.part(m, t)
	case formShift:
		return r.shift(m, t)
	case formOrdinal:
		return r.ordinal(m, t)
	case formDecade:
		return r.decade(m)
	case formCentury:
		return r.century(m)
	case formClock:
		return r.clockDay()
	case formLonelyDay:
		return r.lonelyDay(m, t)
	}
	return reckoned{index: -1}
}

// date resolves a year, month and day of which the year may be missing.
func (r *resolver) date(m *meaning, t tense) reckoned {
	u := year
	if m.month > 0 {
		u = month
	}
	if m.day > 0 {
		u = day
	}
	at := func(y int) (period, bool) {
		d, ok := civil(y, max(m.month, 1), max(m.day, 1))
		return period{unit: u, first: d}, ok
	}
	if m.bc {
		return whole(period{unit: u, first: chancery.Date{Year: 4, Month: max(m.month, 1), Day: max(m.day, 1)}, bc: m.year})
	}
	if m.year > 0 {
		if p, ok := at(m.year); ok {
			return whole(p)
		}
		return unresolved(vagueValue(u))
	}
	relative := partialValue(m)
	if m.of != nil {
		of := r.reckon(m.of, t)
		if of.ok && of.period.bc > 0 {
			return reckoned{period: period{unit: u, first: chancery.Date{Year: 4, Month: m.month, Day: max(m.day, 1)}, bc: of.period.bc}, ok: true, anchor: of.anchor, index: of.index}
		}
		p, ok := at(of.period.first.Year)
		if !of.ok || !ok {
			return unresolved(relative)
		}
		return reckoned{period: p, ok: true, anchor: of.anchor, index: of.index}
	}
	return r.nearest(u, at, m, t, relative)
}

// nearest chooses the year of something that comes every year.
func (r *resolver) nearest(u unit, at func(int) (period, bool), m *meaning, t tense, relative string) reckoned {
	if a := r.yearAnchor(at, m, t); a != nil {
		if a.bc > 0 {
			p, _ := at(4)
			p.bc = a.bc
			return reckoned{period: p, ok: true, anchor: chancery.AnchorText, index: a.index}
		}
		y := a.first.Year
		p, ok := at(y)
		if ok && !m.directed && a.unit <= month && daysBetween(p.first, a.first) > newYear {
			p, ok = at(y + 1) // "in December 1941 … in January"
		}
		if m.directed && m.direction != 0 && ok {
			if after := p.first.Compare(a.first) > 0; m.direction > 0 && !after {
				p, ok = at(y + 1)
			} else if m.direction < 0 && p.first.Compare(a.first) >= 0 {
				p, ok = at(y - 1)
			}
		}
		if ok {
			return reckoned{period: p, ok: true, anchor: chancery.AnchorText, index: a.index}
		}
	}
	if r.published.IsZero() {
		return unresolved(relative)
	}
	pub := r.published.First()
	p, ok := at(pub.Year)
	if !ok { // 29 February of another year
		for back := 1; back < 8 && !ok; back++ {
			p, ok = at(pub.Year - back)
		}
		return r.fromPublished(p, ok)
	}
	own := periodAt(u, pub)
	p, ok = r.sideOf(p, own, at, m, t)
	return r.fromPublished(p, ok)
}

// sideOf moves the period of the year of publication to the year before or
// after, by direction and tense, else to the side that is nearer.
func (r *resolver) sideOf(p, own period, at func(int) (period, bool), m *meaning, t tense) (period, bool) {
	pub := r.published.First()
	ahead := daysBetween(own.first, p.first)
	move := 0
	switch {
	case m.directed && m.direction < 0 && ahead >= 0:
		move = -1
	case m.directed && m.direction > 0 && ahead <= 0:
		move = 1
	case m.directed:
	case ahead > farAhead && t != futureTense, ahead > nearAhead && t == pastTense:
		move = -1
	case p.unit <= month && (ahead < -farAhead && t == noTense || ahead < -nearAhead && t == futureTense):
		move = 1
	}
	if move == 0 {
		return p, true
	}
	return at(pub.Year + move)
}

// A date without a year lies at most farAhead days in the future of its
// telling, and nearAhead when the verb is in the past ("the council set a vote
// for 3 December", told in October).
const (
	newYear   = 315
	farAhead  = 183
	nearAhead = 60
)

// yearAnchor is the told time whose year a partial date takes, nil for the
// day of publication.
func (r *resolver) yearAnchor(at func(int) (period, bool), m *meaning, t tense) *told {
	_, latest := r.lastTold(day)
	if latest == nil {
		return nil
	}
	if r.narrative {
		step, before := r.storyline(latest)
		latest = step
		if !m.directed {
			latest = r.onwards(at, step, before)
		}
	}
	if m.directed && m.base == fromText || r.narrative {
		return latest
	}
	if r.published.IsZero() {
		return latest
	}
	background := t != futureTense && t != presentTense && latest.paragraph == r.paragraph && r.sentence-latest.sentence < 1 && latest.unit <= month && latest.own && !latest.since
	if !m.directed && background && latest.bc == 0 && r.published.Year-latest.first.Year > 1 {
		return latest
	}
	return nil
}

// storyline is the latest told time that is a step of the story, else the
// latest one; before is the step before it.
func (r *resolver) storyline(latest *told) (step, before *told) {
	for k := len(r.told) - 1; k >= 0 && k >= len(r.told)-reach8; k-- {
		switch t := &r.told[k]; {
		case t.aside:
		case step == nil:
			step = t
		default:
			return step, t
		}
	}
	if step == nil {
		step = latest
	}
	return step, nil
}

// onwards is the anchor of a part of a year that a story tells: the step
// before the latest when the latest looked back or ahead and the part would
// lie before it.
func (r *resolver) onwards(at func(int) (period, bool), step, before *told) *told {
	if before == nil || step.bc > 0 || before.bc > 0 || step.first.Year == before.first.Year {
		return step
	}
	p, ok := at(step.first.Year)
	if !ok || p.first.Compare(step.first) >= 0 {
		return step
	}
	if step.first.Compare(before.first) < 0 || daysBetween(before.first, step.first) > farStep {
		return before
	}
	return step
}

const farStep = 500 // days that a story hardly leaps

func daysBetween(a, b chancery.Date) int {
	return int(b.Time().Sub(a.Time()).Hours() / 24)
}

// weekday resolves a day of the week.
func (r *resolver) weekday(m *meaning, t tense) reckoned {
	relative := weekdayValue(m.index)
	if m.of != nil {
		of := r.reckon(m.of, t)
		if !of.ok || of.period.unit != week {
			return unresolved(relative)
		}
		of.period = period{unit: day, first: of.period.first.AddDays(m.index - 1)}
		return of
	}
	base, anchor, index := r.published.First(), chancery.AnchorPublished, -1
	if m.directed && m.base == fromText || r.published.IsZero() || r.narrative {
		fine, _ := r.lastTold(day)
		if fine == nil && (r.published.IsZero() || r.narrative) {
			return unresolved(relative)
		}
		if fine != nil {
			base, anchor, index = fine.first, chancery.AnchorText, fine.index
			if !m.directed {
				m.direction = 1
			}
		}
	}
	ahead := (m.index - isoWeekday(base) + 7) % 7 // 0 is the day itself
	days := ahead
	switch {
	case m.direction < 0:
		days = -(7 - ahead)
	case m.direction > 0 && anchor == chancery.AnchorPublished && !m.near:
		days = m.index - isoWeekday(base) + 7 // the one of the next week
	case m.direction > 0 && ahead == 0:
		days = 7
	case m.direction > 0, m.directed && t != pastTense:
	case t != futureTense && ahead > 0:
		days = ahead - 7
	}
	return reckoned{period: period{unit: day, first: base.AddDays(days)}, ok: true, anchor: anchor, index: index}
}
