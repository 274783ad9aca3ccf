package relations

import (
	"fmt"
	"slices"
	"strings"

	"chancery"
)

// missionActs are the effects that touch one mission.
const missionActs = " accreditation-ended ceiling head-absent head-named mission-closed mission-operating mission-suspended staff-away staff-out "

// Missions tells how every mission stands that the question knows or the
// events speak of, A's with B first, then by sender, host and kind. Known
// missions of which no event speaks are told only where the question names its
// two parties.
func Missions(events []chancery.Event, q Question) []chancery.MissionStanding {
	s := newSeats(q)
	known := len(s.list)
	byMission := map[int][]chancery.Event{}
	enter := func(e chancery.Event, id identity) {
		i := s.find(id)
		byMission[i] = append(byMission[i], e)
	}
	type guess struct {
		event chancery.Event
		id    identity
	}
	var guesses []guess
	for _, e := range inOrder(events, chancery.Date{Year: 9999}) {
		if !strings.Contains(missionActs, " "+q.Effect(e.Act)+" ") {
			continue
		}
		switch id, told := identify(e, q); {
		case !told || !q.concerns(id):
		case id.guessed:
			guesses = append(guesses, guess{e, id})
		default:
			enter(e, id)
		}
	}
	for _, g := range guesses {
		enter(g.event, s.turned(g.id))
	}
	var out []chancery.MissionStanding
	for i, m := range s.list {
		if i < known && len(byMission[i]) == 0 && q.A == "" {
			continue
		}
		if i >= known && !begunBy(byMission[i], q) {
			continue
		}
		b := book{standing: chancery.MissionStanding{Mission: m, Status: firstStatus(byMission[i], q), Accredited: true}, q: q}
		b.enter(byMission[i])
		b.channel(byMission[i])
		out = append(out, b.standing)
	}
	slices.SortFunc(out, func(x, y chancery.MissionStanding) int { return compareMissions(q.A, x.Mission, y.Mission) })
	return out
}

// firstStatus is how a mission stood before all that is told: it operated,
// unless the first that is told of its work is that it opened.
func firstStatus(events []chancery.Event, q Question) chancery.MissionStatus {
	for _, e := range events {
		switch q.Effect(e.Act) {
		case "mission-operating":
			return chancery.MissionClosed
		case "mission-closed", "mission-suspended":
			return chancery.MissionOperating
		}
	}
	return chancery.MissionOperating
}

// concerns reports whether the mission is one between the question's parties.
func (q Question) concerns(id identity) bool {
	return q.A == "" || id.sender == q.A && id.host == q.B || id.sender == q.B && id.host == q.A
}

// begunBy reports whether a mission that no table knows was there: it was
// spoken of by the day, or what is first told of it later shows that it was
// there before (anything but an opening).
func begunBy(events []chancery.Event, q Question) bool {
	if len(events) == 0 {
		return false
	}
	first := events[0]
	if clocksOf(first).told(q.On) {
		return true
	}
	return q.Effect(first.Act) != "mission-operating"
}

// book is the standing of one mission in the making.
type book struct {
	standing  chancery.MissionStanding
	q         Question
	documents map[string]map[string]bool // of each event
}

// enter folds the mission's events in the order of taking effect.
func (b *book) enter(events []chancery.Event) {
	b.documents = map[string]map[string]bool{}
	for _, e := range inOrder(events, b.q.On) {
		b.documents[e.ID] = map[string]bool{}
		for _, t := range e.Testimonies {
			b.documents[e.ID][t.Claim.Document] = true
		}
		b.disagreement(e)
		switch e.Status {
		case chancery.StatusActual:
		case chancery.StatusPlanned, chancery.StatusThreatened, chancery.StatusRequested:
			if outcome, late := overdue(e, clocksOf(e), b.q.On); late {
				b.standing.Gaps = append(b.standing.Gaps, lineOf(e, string(e.Status)+": "+Noun(e.Act)+": "+outcome))
			} else {
				b.standing.Pending = append(b.standing.Pending, lineOf(e, string(e.Status)+": "+Noun(e.Act)+whenDue(e)))
			}
			continue
		case chancery.StatusDenied:
			b.standing.Conflicts = append(b.standing.Conflicts, lineOf(e, Noun(e.Act)+" is denied"))
			continue
		default:
			b.standing.Gaps = append(b.standing.Gaps, lineOf(e, "told as possible only: "+Noun(e.Act)))
			continue
		}
		c := clocksOf(e)
		if !c.begun(b.q.On) {
			line := lineOf(e, fmt.Sprintf("%s announced on %s for %s", Noun(e.Act), announcedText(e), e.Effective))
			b.standing.Pending = append(b.standing.Pending, line)
			continue
		}
		if ended(e, b.q.On) {
			b.standing.Gaps = append(b.standing.Gaps, lineOf(e, fmt.Sprintf("%s ended on %s", Noun(e.Act), e.Until)))
			continue
		}
		b.apply(e, c)
	}
	b.sums()
}

func announcedText(e chancery.Event) string {
	if !e.Date.IsZero() {
		return e.Date.String()
	}
	return "a day not told (reported " + e.FirstReported.String() + ")"
}

func whenDue(e chancery.Event) string {
	if e.Effective.IsZero() {
		return ""
	}
	return " from " + e.Effective.String()
}

func (b *book) apply(e chancery.Event, c clocks) {
	s := &b.standing
	basis := []chancery.Basis{basisOf(e)}
	switch b.q.Effect(e.Act) {
	case "mission-suspended":
		if s.Status == chancery.MissionClosed {
			s.Conflicts = append(s.Conflicts, lineOf(e, "told as suspended on "+c.effective.String()+" after it was told as closed"))
			return
		}
		b.status(chancery.MissionSuspended, e, c)
	case "mission-closed":
		b.status(chancery.MissionClosed, e, c)
	case "mission-operating":
		b.status(chancery.MissionOperating, e, c)
		s.Accredited, s.Accreditation = true, nil
	case "accreditation-ended":
		line := lineOf(e, "accreditation ended")
		line.EffectiveNotTold = c.untold
		s.Accreditation, s.Accredited = &line, false
	case "ceiling":
		b.ceiling(e, c, basis)
	case "staff-out", "staff-away":
		if head := isHead(e); head {
			s.Head = &chancery.Head{Name: headName(s.Head), Since: c.since, Absent: true, Basis: basis}
		}
		s.Departures = append(s.Departures, chancery.Departure{Act: e.Act, Count: e.Count, Date: c.since, Basis: basis})
	case "head-absent":
		s.Head = &chancery.Head{Name: headName(s.Head), Since: c.since, Absent: true, Basis: basis}
	case "head-named":
		s.Head = &chancery.Head{Name: ObjectText(e), Since: c.since, Basis: basis}
	}
}

func (b *book) status(status chancery.MissionStatus, e chancery.Event, c clocks) {
	s := &b.standing
	if s.Status == status && !s.Since.IsZero() {
		s.Basis = append(s.Basis, basisOf(e))
		if s.EffectiveNotTold && !c.untold && status != chancery.MissionOperating {
			s.Since, s.EffectiveNotTold = c.since, false
		}
		return
	}
	s.Status, s.Since, s.EffectiveNotTold = status, c.since, c.untold && status != chancery.MissionOperating
	s.Basis = []chancery.Basis{basisOf(e)}
}

func (b *book) ceiling(e chancery.Event, c clocks, basis []chancery.Basis) {
	s := &b.standing
	if e.Count == nil {
		s.Gaps = append(s.Gaps, lineOf(e, "a limit on its staff since "+c.effective.String()+"; the number is not told"))
		return
	}
	if s.Ceiling != nil && e.Count.From != nil && s.Ceiling.N != *e.Count.From {
		s.Conflicts = append(s.Conflicts, lineOf(e, fmt.Sprintf("the ceiling was %d, but the next one is told as lowered from %d", s.Ceiling.N, *e.Count.From)))
	}
	s.Ceiling = &chancery.Ceiling{N: e.Count.N, From: e.Count.From, Since: c.since, Basis: basis}
}

func headName(head *chancery.Head) string {
	if head == nil {
		return ""
	}
	return head.Name
}

// isHead reports whether those who left were the head of the mission.
func isHead(e chancery.Event) bool {
	text := strings.ToLower(ObjectText(e))
	return (e.Count == nil || e.Count.N == 1) && officeLevel(text) == "ambassadors" && !strings.Contains(text, "consul") && !strings.Contains(text, "ambassadors")
}

// disagreement tells the values on which the event's claims differ.
func (b *book) disagreement(e chancery.Event) {
	b.standing.Conflicts = append(b.standing.Conflicts, disagreements(e)...)
}

// sameDays is how many days a cut and an expulsion may lie apart to be one step.
const sameDays = 3

// oneText reports whether some document tells both events.
func (b *book) oneText(one, two string) bool {
	for document := range b.documents[one] {
		if document != "" && b.documents[two][document] {
			return true
		}
	}
	return false
}

// sums tells numbers that do not add up: who was sent home against how far the
// ceiling fell.
func (b *book) sums() {
	s := &b.standing
	if s.Ceiling == nil || s.Ceiling.From == nil {
		return
	}
	fall := *s.Ceiling.From - s.Ceiling.N
	for _, d := range s.Departures {
		if d.Act != "expel" || d.Count == nil || d.Count.N == fall {
			continue
		}
		apart := d.Date.AddDays(sameDays).Compare(s.Ceiling.Since) < 0 || s.Ceiling.Since.AddDays(sameDays).Compare(d.Date) < 0
		if apart && !b.oneText(d.Basis[0].Event, s.Ceiling.Basis[0].Event) {
			continue
		}
		s.Conflicts = append(s.Conflicts, chancery.Line{
			Text: fmt.Sprintf("%d expelled, but the ceiling fell from %d to %d, by %d: the numbers do not add up, and no text says why",
				d.Count.N, *s.Ceiling.From, s.Ceiling.N, fall),
			Since: s.Ceiling.Since, Basis: append(append([]chancery.Basis{}, d.Basis...), s.Ceiling.Basis...),
		})
	}
}

// channel tells whom to turn to instead, by the last event that says so.
func (b *book) channel(events []chancery.Event) {
	for _, e := range inOrder(events, b.q.On) {
		if e.Status != chancery.StatusActual || e.Channel == "" {
			continue
		}
		line := lineOf(e, e.Channel)
		line.Since = clocksOf(e).announced
		b.standing.Channel = &line
	}
	for _, e := range inOrder(events, b.q.On) {
		if e.NoConditions {
			b.standing.Gaps = append(b.standing.Gaps, lineOf(e, "no conditions were laid out for its resumption"))
		}
	}
}
