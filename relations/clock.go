package relations

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// clocks are the days that decide how an event counts.
type clocks struct {
	announced, effective chancery.Date // days that decide
	since                chancery.Date // what is told of the start, with its own grain
	untold               bool          // the text tells no effective date
	undated              bool          // not even the day of the act
}

func clocksOf(e chancery.Event) clocks {
	c := clocks{announced: certainDay(e), effective: e.Effective.First(), untold: e.Effective.IsZero()}
	switch {
	case !c.announced.IsZero():
		if !c.untold && c.effective.Compare(c.announced) < 0 && e.Date.Grain() != chancery.GrainDay {
			c.announced = c.effective
		}
	case !e.FirstReported.IsZero():
		c.announced, c.undated = e.FirstReported, true
		if !c.untold && c.effective.Compare(c.announced) < 0 {
			c.announced = c.effective
		}
	default:
		c.announced, c.undated = c.effective, true
	}
	c.since = e.Effective
	if c.untold {
		c.effective, c.since = c.announced, e.Date
	}
	if c.since.IsZero() {
		c.since = c.announced
	}
	return c
}

// certainDay is the first day by which the act was certainly done: its day; for
// a month or year told, its last day, or the first report if that is earlier.
// Zero when no date is told.
func certainDay(e chancery.Event) chancery.Date {
	last := e.Date.Last()
	if e.Date.Grain() == chancery.GrainDay || e.FirstReported.IsZero() || e.FirstReported.First().Compare(last) > 0 || e.FirstReported.First().Compare(e.Date.First()) < 0 {
		return last
	}
	return e.FirstReported.First()
}

// told reports whether the act was announced by the day.
func (c clocks) told(on chancery.Date) bool {
	return !c.announced.IsZero() && c.announced.Compare(on.Last()) <= 0
}

// begun reports whether it was in effect by the day.
func (c clocks) begun(on chancery.Date) bool { return c.effective.Compare(on.Last()) <= 0 }

// ended reports whether the event's own end lies before the day.
func ended(e chancery.Event, on chancery.Date) bool {
	return !e.Until.IsZero() && e.Until.Last().Compare(on.First()) < 0
}

// inOrder gives the events announced by the day, by the day of their taking
// effect, then of their announcement, then by id.
func inOrder(events []chancery.Event, on chancery.Date) []chancery.Event {
	type placed struct {
		clocks
		at int
	}
	var told []placed // events are large: their places are sorted
	for i := range events {
		if c := clocksOf(events[i]); c.told(on) {
			told = append(told, placed{c, i})
		}
	}
	slices.SortFunc(told, func(a, b placed) int {
		return cmp.Or(a.effective.Compare(b.effective), a.announced.Compare(b.announced), strings.Compare(events[a.at].ID, events[b.at].ID))
	})
	var out []chancery.Event
	for _, p := range told {
		out = append(out, events[p.at])
	}
	return out
}

// basisOf is what a line that rests on the event lists.
func basisOf(e chancery.Event) chancery.Basis {
	b := chancery.Basis{Event: e.ID, Claims: e.ClaimIDs(), SaidBy: e.SaidBy, Voices: e.Voices, Status: e.Status}
	for _, t := range e.Testimonies {
		if t.Part != chancery.PartDisputes || b.Evidence == "" {
			b.Evidence = t.Claim.Evidence
		}
		if t.Part != chancery.PartDisputes {
			break
		}
	}
	return b
}

func lineOf(e chancery.Event, text string) chancery.Line {
	c := clocksOf(e)
	return chancery.Line{Text: text, Since: c.since, Basis: []chancery.Basis{basisOf(e)}}
}
