package train

import (
	"strings"
	"time"

	"chancery"
)

// notation is a time as the specification of microsoft/Recognizers-Text writes
// it: one expression, or the ends of a range or a day and its hours, which
// TIMEX3 tells as several and the specification as one. It renders what timex
// resolved and looks nothing up: a preposition that sets a bound belongs to
// the extent, a stretch ends where the next begins, a range of days ends on
// the first day of its second end, and times of day stand in seconds.
type notation struct {
	span                    chancery.Span
	timex, value, from, end string
	mod                     string
}

// notationWriter renders the expressions of one text.
type notationWriter struct {
	text      string
	times     []chancery.TimeExpr
	reference time.Time
}

// notations renders the expressions in text order, read at the reference time.
func notations(text string, times []chancery.TimeExpr, reference time.Time) []notation {
	w := &notationWriter{text, times, reference}
	var out []notation
	for i := 0; i < len(times); {
		n, next := w.next(i)
		out = append(out, n)
		i = next
	}
	return out
}

// next renders what begins with expression i and tells where to go on.
func (w *notationWriter) next(i int) (notation, int) {
	if n, next, ok := w.lengthFrom(i); ok {
		return n, next
	}
	if n, next, ok := w.rangeAt(i, false); ok {
		return n, next
	}
	if i+1 < len(w.times) && w.bearsHours(i, i+1) {
		n, next, ok := w.rangeAt(i+1, true)
		if !ok {
			n, next = w.single(i+1, true), i+2
		}
		n.span.Start = w.times[i].Start
		return n, next
	}
	return w.single(i, false), i + 1
}

// between is the text between two neighbouring expressions.
func (w *notationWriter) between(i, j int) string {
	if w.times[j].Start < w.times[i].Span.End {
		return "?"
	}
	return strings.ToLower(strings.TrimSpace(w.text[w.times[i].Span.End:w.times[j].Start]))
}

// bearsHours reports whether i is the day of the clock time j: "Tuesday from
// 2:00", "tomorrow before 5 p.m.".
func (w *notationWriter) bearsHours(i, j int) bool {
	day, hours := w.times[i], w.times[j]
	if !clockAlone(hours) || clockAlone(day) || firstOf(day.Value, 10) != firstOf(hours.Value, 10) || len(firstOf(day.Value, 10)) < 10 {
		return false
	}
	_, clock, part := strings.Cut(day.Value, "T")
	if part && len(clock) > 2 {
		return false
	}
	gap := strings.TrimSpace(strings.Trim(w.between(i, j), ",-"))
	_, cue := boundCues[gap]
	return gap == "" || cue || gap == "at" || gap == "from" || gap == "between" || gap == "around"
}

// clockAlone reports whether the expression tells a time of day and no day.
func clockAlone(t chancery.TimeExpr) bool {
	if t.Type != chancery.TimeTime || strings.Contains(t.Rule, "+day") {
		return false
	}
	return strings.HasPrefix(t.Rule, "clock") || strings.HasPrefix(t.Rule, "leading-clock") || strings.HasPrefix(t.Rule, "part-of-day")
}

// rangeAt renders "from 3 to 5 May", "between 2014 and 2018", "5 to 6 p.m.".
func (w *notationWriter) rangeAt(i int, dayTold bool) (notation, int, bool) {
	if i+1 >= len(w.times) || w.times[i+1].Relation != "until" {
		return notation{}, i, false
	}
	switch w.between(i, i+1) {
	case "to", "-", "–", "—", "~", "until", "till", "through", "thru", "and", "to the", "and the", "till the", "until the":
	default:
		return notation{}, i, false
	}
	a, ok := w.instant(w.times[i])
	b, valid := w.instant(w.times[i+1])
	if !ok || !valid {
		return notation{}, i, false
	}
	n := notation{span: chancery.Span{Start: w.times[i].Start, End: w.times[i+1].Span.End}}
	dated := dayTold || a.dated || b.dated
	exact := a.clock || b.clock
	n.from, n.end = written(a.at, exact, dated), written(b.at, exact, dated)
	if start, found := wordBefore(w.text, n.span.Start, "from", "between"); found {
		n.span.Start = start
	}
	return n, i + 2, true
}

// lengthFrom renders a length whose beginning is told: "3 days starting from
// Monday", "from 10 a.m. for two hours".
func (w *notationWriter) lengthFrom(i int) (notation, int, bool) {
	if i+1 >= len(w.times) {
		return notation{}, i, false
	}
	length, start := w.times[i], w.times[i+1]
	gap := w.between(i, i+1)
	if start.Type == chancery.TimeDuration {
		length, start = start, length
		if gap != "for" {
			return notation{}, i, false
		}
	} else if gap = strings.TrimSpace(strings.Trim(gap, ",")); gap != "from" && gap != "starting" && gap != "starting from" && gap != "starting on" {
		return notation{}, i, false
	}
	from, ok := w.instant(start)
	if !ok || length.Type != chancery.TimeDuration || start.Type == chancery.TimeDuration {
		return notation{}, i, false
	}
	to, ok := addLength(from.at, length.Value, 1)
	if !ok {
		return notation{}, i, false
	}
	exact := from.clock || strings.Contains(length.Value, "T")
	n := notation{span: chancery.Span{Start: w.times[i].Start, End: w.times[i+1].Span.End}}
	n.from, n.end = written(from.at, exact, from.dated), written(to, exact, from.dated)
	if before, found := wordBefore(w.text, n.span.Start, "from", "for"); found {
		n.span.Start = before
	}
	return n, i + 2, true
}

// single renders one expression.
func (w *notationWriter) single(i int, dayTold bool) notation {
	t := w.times[i]
	n := notation{span: t.Span, timex: t.Value}
	switch {
	case t.Value == "PRESENT_REF":
		n.value = w.reference.Format(time.DateTime)
		return n
	case t.Type == chancery.TimeSet || strings.HasPrefix(t.Value, "XXXX-XX-XXT"):
		n.timex = hoursAsTold(t.Value, n.span.Of(w.text))
		return n
	case t.Type == chancery.TimeDuration:
		w.length(&n, t)
		return n
	}
	s, ok := stretchOf(t)
	if !ok {
		return n
	}
	s.dated = s.dated || dayTold
	mod := w.bound(&n, t)
	s.narrow(t.Mod)
	switch mod {
	case "since":
		n.from = written(s.start, s.clock, s.dated)
	case "after":
		n.from = written(s.end, s.clock, s.dated)
		if s.grain == "day" {
			n.from = written(s.start, s.clock, s.dated)
		}
	case "before", "until":
		n.end = written(s.start, s.clock, s.dated)
		if strings.HasPrefix(t.Mod, "END") {
			n.end = written(s.end, s.clock, s.dated)
		}
	default:
		if s.grain == "day" {
			n.value = written(s.start, s.clock, s.dated)
		} else {
			n.from, n.end = written(s.start, s.clock, s.dated), written(s.end, s.clock, s.dated)
		}
	}
	n.mod = mod
	if s.clock && s.grain != "day" && !s.dated {
		if start, found := wordBefore(w.text, n.span.Start, "in"); found {
			n.span.Start = start
		}
	}
	if s.clock && !s.dated {
		if _, clock, found := strings.Cut(t.Value, "T"); found {
			n.timex = "T" + clock
		}
	}
	return n
}

// backward reports whether a length lies before the reference day; of one
// within a day the words tell it.
func (w *notationWriter) backward(t chancery.TimeExpr) bool {
	if t.From != t.To {
		return t.From.Time().Before(w.reference.Truncate(24 * time.Hour))
	}
	for _, word := range strings.Fields(strings.ToLower(t.Of(w.text))) {
		if word == "last" || word == "past" || word == "previous" {
			return true
		}
	}
	return false
}

// hoursAsTold leaves out minutes that the words do not tell, and the day that
// recurs every day.
func hoursAsTold(value, words string) string {
	value = strings.TrimPrefix(value, "XXXX-XX-XX")
	if !strings.Contains(words, ":00") {
		value = strings.TrimSuffix(value, ":00")
	}
	return value
}

// length renders a duration: bare as its seconds, else the stretch that it
// takes before or after the reference time.
func (w *notationWriter) length(n *notation, t chancery.TimeExpr) {
	n.value = secondsOf(t.Value)
	if t.From.IsZero() || t.To.IsZero() {
		return
	}
	exact := strings.Contains(t.Value, "T")
	at := w.reference
	if !exact {
		at = t.From.Time()
	}
	switch back := w.backward(t); {
	case t.Relation == "in" || t.From == t.To && !exact:
		if start, found := wordBefore(w.text, t.Start, "in"); found {
			n.span.Start = start
		}
		to, _ := addLength(w.reference, t.Value, 1)
		n.timex, n.value = "", written(to, exact, true)
		return
	case exact && back:
		before, _ := addLength(at, t.Value, -1)
		n.from, n.end = written(before, true, true), written(at, true, true)
	case exact:
		to, _ := addLength(at, t.Value, 1)
		n.from, n.end = written(at, true, true), written(to, true, true)
	case t.From.Day == 0: // whole months
		n.from, n.end = t.From.First().String(), t.To.Last().AddDays(1).String()
	case t.Relation == "within" || back:
		n.from, n.end = t.From.String(), t.To.String()
	default: // the days after the reference day, the last of them told
		n.from, n.end = t.From.AddDays(1).String(), t.To.AddDays(1).String()
	}
	n.timex, n.value = "", ""
	if start, found := wordBefore(w.text, t.Start, "within"); found {
		n.span.Start = start
	}
}
