package relations

import (
	"cmp"
	"fmt"
	"slices"

	"chancery"
)

// mostWords is how many of the last statements a standing keeps.
const mostWords = 12

// finish puts the parts together once all events are in.
func (p *pair) finish() {
	r := &p.relation
	r.Measures = append(r.Measures, p.ledger.on...)
	r.Suspended = append(r.Suspended, p.ledger.parts...)
	r.Lifted = p.ledger.off
	slices.SortStableFunc(r.Lifted, func(a, b chancery.Measure) int { return -a.Lifted.Compare(b.Lifted) })
	r.Conflicts = append(r.Conflicts, p.ledger.conflicts...)
	if len(r.Words) > mostWords {
		r.Words = r.Words[len(r.Words)-mostWords:]
	}
	slices.SortStableFunc(r.Contacts, func(a, b chancery.Contact) int {
		return cmp.Or(-a.Date.Compare(b.Date), cmp.Compare(a.Form, b.Form), cmp.Compare(a.Level, b.Level))
	})
	r.Answers = answers(r.Events)
	r.Days = Days(since(r.Events, p.q.Since))
	r.Weeks = Weeks(r.Days, r.On)
	r.Anomalies = Anomalies(r.Weeks, r.Events)
	p.gaps()
}

// since keeps the events dated on the day or later, all for no day.
func since(events []chancery.Event, day chancery.Date) []chancery.Event {
	if day.IsZero() {
		return events
	}
	return slices.DeleteFunc(slices.Clone(events), func(e chancery.Event) bool { return e.Date.Compare(day.First()) < 0 })
}

// answers lists the arrows between events that are told on the day.
func answers(events []chancery.Event) []chancery.Answer {
	told := map[string]bool{}
	for _, e := range events {
		told[e.ID] = true
	}
	var out []chancery.Answer
	for _, e := range events {
		for _, to := range e.InResponseTo {
			if !told[to] {
				continue
			}
			answer := chancery.Answer{Event: e.ID, To: to}
			for _, t := range e.Testimonies {
				if t.Claim.InResponseTo != "" {
					answer.Claims = append(answer.Claims, t.Claim.ID)
				}
			}
			out = append(out, answer)
		}
	}
	return out
}

// gaps tells what the events leave open.
func (p *pair) gaps() {
	r := &p.relation
	undated := 0
	for _, e := range r.Events {
		if e.Date.Grain() != chancery.GrainDay && e.Status == chancery.StatusActual {
			undated++
		}
		if e.NoConditions && !isMissionEffect(p.q.Effect(e.Act)) {
			r.Gaps = append(r.Gaps, lineOf(e, Noun(e.Act)+": no conditions were laid out"))
		}
	}
	if undated > 0 {
		r.Gaps = append(r.Gaps, chancery.Line{Text: fmt.Sprintf("%d events are not told to the day and are not in the tension series", undated)})
	}
	if r.Level == chancery.LevelSevered {
		for _, m := range r.Missions {
			if m.Status == chancery.MissionOperating && m.Mission.Main() {
				r.Gaps = append(r.Gaps, chancery.Line{Text: "relations are severed, but no text tells that the mission " + m.Mission.ID + " closed"})
			}
		}
	}
}
