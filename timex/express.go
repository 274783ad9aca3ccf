package timex

import (
	"strings"

	"chancery"
)

// express turns a found expression into the noun, and remembers its period.
func (r *resolver) express(f *found, index int) chancery.TimeExpr {
	e := chancery.TimeExpr{
		Span: f.span, Sentence: f.sentence, Relation: f.relation, Mod: f.mod, Quant: f.quant, Freq: f.freq,
		Anchor: chancery.AnchorNone, AnchorIndex: -1, Rule: f.rule, Confidence: f.confidence,
	}
	r.paragraph, r.sentence = f.paragraph, f.sentence
	switch f.form {
	case formDuration:
		r.length(&e, f)
	case formSet:
		e.Type, e.Value = chancery.TimeSet, f.value
	case formVague:
		e.Type, e.Value = chancery.TimeDate, f.value
		if f.value == "PXX" {
			e.Type = chancery.TimeDuration
		}
		if f.value == "PRESENT_REF" && !r.published.IsZero() && !f.decided {
			e.From, e.To, e.Anchor = r.published, r.published, chancery.AnchorPublished
		}
	default:
		r.point(&e, f, index)
	}
	if f.weak || e.Anchor == chancery.AnchorUnresolved {
		e.Confidence /= 2
	}
	openEnds(&e)
	return e
}

// point fills in a date or a time.
func (r *resolver) point(e *chancery.TimeExpr, f *found, index int) {
	got := r.quarterOf(&f.meaning, r.reckon(&f.meaning, f.tense))
	e.Type, e.Value, e.Anchor, e.AnchorIndex = chancery.TimeDate, got.value, got.anchor, got.index
	if got.ok {
		e.From, e.To = got.period.interval()
		if e.Value == "" {
			e.Value = got.period.value()
		}
		// History is not told from the day of the telling, nor anything from
		// a day that has become a name ("9/11").
		if !(r.narrative && got.anchor == chancery.AnchorPublished) && !f.named {
			aside := f.heading && f.relation == "until" || !f.heading && f.bracketed || f.naming && r.looksBack(got.period) || got.period.unit >= year && f.form != formDate && f.direction < 0
			r.told = append(r.told, told{got.period, index, f.paragraph, f.sentence, f.form == formDate, f.cue == sinceCue, aside, f.yearBack()})
		}
	}
	if f.form == formHoliday && f.holiday.lunarMonth && got.ok {
		n := lunarDays(e.From)
		e.Type, e.Value, e.To = chancery.TimeDuration, durationValue(amount{n: float64(n)}, day), e.From.AddDays(n-1)
	}
	if f.clock != "" {
		e.Type = chancery.TimeTime
		e.Value = atClock(e.Value, f.clock)
		if f.zone != "local" {
			e.Zone = f.zone
		}
	}
	if f.form == formShift && f.unit < day && f.unit != noUnit && got.ok {
		e.Type, e.Value = chancery.TimeTime, e.Value+"TXX"
	}
}

// looksBack reports whether the period lies before the latest step of the story.
func (r *resolver) looksBack(p period) bool {
	step, _ := r.storyline(nil)
	return step != nil && p.first.Compare(step.first) < 0
}

// quarterOf turns a year into the quarter told, where the words mean that one,
// and remembers quarters told by number.
func (r *resolver) quarterOf(m *meaning, got reckoned) reckoned {
	switch {
	case !got.ok || got.period.bc > 0:
	case m.quarterly && got.period.unit == year && r.quarter.Year > 0:
		if d, ok := civil(got.period.first.Year, r.quarter.Month, 1); ok {
			got.period = period{unit: quarter, first: d}
		}
	case got.period.unit == quarter && (m.form == formPart || m.form == formUnit && m.base == fromEither):
		if r.quarter.Year == 0 || r.published.IsZero() || got.period.first.Before(periodAt(quarter, r.published).first) {
			r.quarter = got.period.first // of two, the one that can be reported on
		}
	case got.period.unit == month && m.form == formDate:
		r.quarter = chancery.Date{}
	}
	return got
}

// atClock puts a clock time behind a day; a value that is no day stays.
func atClock(value, clock string) string {
	if len(value) != len("2006-01-02") && !strings.HasSuffix(value, "-XX") && !strings.HasPrefix(value, "XXXX-") {
		return value
	}
	return value + "T" + clock
}

// length fills in a duration. It has an interval when its end is told: the day
// of publication for "the past two months", "within 72 hours".
func (r *resolver) length(e *chancery.TimeExpr, f *found) {
	e.Type, e.Value = chancery.TimeDuration, f.value
	if f.unit == month {
		r.quarter = chancery.Date{} // "the nine months": a year earlier is a year
	}
	if e.Value == "" {
		e.Value = durationValue(f.amount, f.unit)
	}
	if r.published.IsZero() || f.amount.vague {
		return
	}
	ahead := f.relation == "in" && f.tense != pastTense
	forward := f.relation == "within" || f.granted && f.relation == "" || f.directed && f.direction > 0 || ahead
	backward := f.directed && f.direction < 0 && !forward
	if !forward && !backward {
		return
	}
	m := f.meaning
	m.direction = 1
	if backward {
		m.direction = -1
	}
	pub := r.published.First()
	m.of = &m // exact to the day
	if m.unit == quarter && f.directed {
		r.quarters(e, &m) // whole ones, before or after the one that runs
		return
	}
	end := r.moved(&m, period{unit: day, first: pub}, chancery.AnchorPublished, -1)
	if m.unit < day {
		hours := int(m.amount.n) * map[unit]int{hour: 1}[m.unit]
		end.period = period{unit: day, first: pub.AddDays(m.direction * ((hours + 23) / 24))}
	}
	if !end.ok {
		return
	}
	e.Anchor = chancery.AnchorPublished
	e.From, e.To = pub, end.period.first
	switch {
	case backward:
		e.From, e.To = e.To, e.From
	case ahead:
		e.From = e.To
	}
}

// quarters gives "the past two quarters" their interval.
func (r *resolver) quarters(e *chancery.TimeExpr, m *meaning) {
	first, last := 1, int(m.amount.n)
	if m.direction < 0 {
		first, last = -last, -1
	}
	now := periodAt(quarter, r.published)
	a, ok := now.next(first)
	b, valid := now.next(last)
	if ok && valid && m.amount.n >= 1 {
		e.Anchor = chancery.AnchorPublished
		e.From, _ = a.interval()
		_, e.To = b.interval()
	}
}

// inverted reports whether the expression closes a range that the one before it
// opens later.
func (r *resolver) inverted(out []chancery.TimeExpr, e *chancery.TimeExpr) bool {
	if e.Relation != "until" || len(out) == 0 || e.To.IsZero() {
		return false
	}
	first := &out[len(out)-1]
	return first.Sentence == e.Sentence && e.Span.Start-first.Span.End < rangeGap && !first.From.IsZero() && e.To.Last().Before(first.From.First())
}

const rangeGap = 12 // bytes between the two ends of a range at most

// reopen puts the first end of a range, told without a year, into the last year
// in which it lies before the second.
func (r *resolver) reopen(f *found, e *chancery.TimeExpr, to chancery.Date) {
	if f.form != formDate || f.year > 0 || f.of != nil || f.month == 0 {
		return
	}
	u := month
	if f.day > 0 {
		u = day
	}
	for y := to.Year; y >= to.Year-1; y-- {
		d, ok := civil(y, f.month, max(f.day, 1))
		if !ok || d.Compare(to.Last()) > 0 {
			continue
		}
		p := period{unit: u, first: d}
		e.Value = p.value()
		e.From, e.To = p.interval()
		if f.clock != "" {
			e.Value = atClock(e.Value, f.clock)
		}
		openEnds(e)
		return
	}
}

// closeOn moves the weekday that closes a range to the first one after its
// beginning: "from next Monday to Friday".
func (r *resolver) closeOn(f *found, e *chancery.TimeExpr, from chancery.Date) {
	days := (f.index - isoWeekday(from) + 7) % 7
	e.To = from.AddDays(days)
	e.Value = e.To.String()
	if f.clock != "" {
		e.Value = atClock(e.Value, f.clock)
	}
	if last := len(r.told) - 1; last >= 0 {
		r.told[last].first = e.To
	}
}

// openOn moves the weekday that opens a range to the last one before its end:
// "between Monday and Wednesday last week".
func (r *resolver) openOn(f *found, e *chancery.TimeExpr, to chancery.Date) {
	e.From = to.AddDays(-((isoWeekday(to) - f.index + 7) % 7))
	e.Value = e.From.String()
	if f.clock != "" {
		e.Value = atClock(e.Value, f.clock)
	}
}

// openEnds makes the ends that the preposition leaves open zero.
func openEnds(e *chancery.TimeExpr) {
	if e.Type == chancery.TimeDuration && e.Rule != "holiday" && e.Rule != "holiday+modifier" || e.Type == chancery.TimeSet {
		return
	}
	switch e.Relation {
	case "from", "after":
		e.To = chancery.Date{}
	case "until", "by", "before":
		e.From = chancery.Date{}
	}
}
