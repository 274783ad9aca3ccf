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
		if f.value == "PRESENT_REF" && !r.published.IsZero() {
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
			r.told = append(r.told, told{got.period, index, f.paragraph, f.sentence, f.form == formDate})
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

// quarterOf turns a year into the quarter told, where the words mean that one,
// and remembers quarters told by number.
func (r *resolver) quarterOf(m *meaning, got reckoned) reckoned {
	switch {
	case !got.ok || got.period.bc > 0:
	case m.quarterly && got.period.unit == year && r.quarter.Year > 0:
		if d, ok := civil(got.period.first.Year, r.quarter.Month, 1); ok {
			got.period = period{unit: quarter, first: d}
		}
	case got.period.unit == quarter && m.form == formPart:
		r.quarter = got.period.first
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
	ahead := f.relation == "in" && f.tense == futureTense
	forward := f.relation == "within" || f.directed && f.direction > 0 || ahead
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
