package fold

import (
	"slices"
	"strings"

	"chancery"
)

// eventOf sums a cluster up.
func eventOf(c *cluster, options Options, r *ruling) chancery.Event {
	if len(c.members) == 1 {
		return single(c.members[0].testimony, r)
	}
	testimonies := c.testimonies()
	number(testimonies, options.SameText)
	e := chancery.Event{ID: EventID(testimonies[0].Claim), Testimonies: testimonies}
	b := ballot{testimonies: testimonies, event: &e, amendsBy: map[string]int{}}
	b.kind()
	b.parties()
	b.clocks()
	b.rest()
	b.reported()
	for _, i := range b.amendsBy {
		if testimonies[i].Part == chancery.PartSupports {
			testimonies[i].Part = chancery.PartAmends
		}
	}
	for _, t := range testimonies {
		e.Judgements = append(e.Judgements, r.shaped[t.Claim.ID]...)
	}
	e.Judgements = sorted(e.Judgements)
	if len(e.Judgements) == 0 {
		e.Judgements = nil
	}
	return e
}

// single is the event of one claim: all values are its own.
func single(t chancery.Testimony, r *ruling) chancery.Event {
	c := t.Claim
	t.Voice = 1
	e := chancery.Event{
		ID: EventID(c), Testimonies: []chancery.Testimony{t}, Type: c.Type, Mode: c.Mode, Act: c.Act, CAMEO: c.CAMEO,
		Contexts: c.Contexts, Score: c.Score, Actor: c.Actor, Recipient: c.Recipient, Status: c.Status, Date: c.Date,
		Effective: c.Effective, Until: c.Until, Count: c.Count, Place: c.Place, Reason: c.Reason, Conditions: c.Conditions,
		NoConditions: c.NoConditions, Channel: c.Channel, FirstReported: c.Published, LastReported: c.Published,
	}
	if e.Actor == nil {
		e.Actor = []string{}
	}
	if e.Recipient == nil {
		e.Recipient = []string{}
	}
	if e.Effective == e.Date {
		e.Effective = chancery.Date{}
	}
	if c.Object != nil && c.Object.Text != "" {
		object := *c.Object
		e.Object = &object
	}
	if c.SaidBy != "" {
		e.SaidBy = []string{c.SaidBy}
	}
	if t.Part == chancery.PartDisputes {
		e.Disputes = 1
	} else {
		e.Voices, e.Confidence = 1, min(sureness(t), 1)
	}
	if judged := r.shaped[c.ID]; len(judged) > 0 {
		e.Judgements = sorted(judged)
	}
	return e
}

// EventID names the event that a claim founds.
func EventID(founder chancery.Claim) string {
	return "ev" + founder.ID
}

// ballot counts the voices for each value of each field of one event.
type ballot struct {
	testimonies []chancery.Testimony
	event       *chancery.Event
	// amendsBy is the index of the testimony that amended a field.
	amendsBy map[string]int
}

// count lists the values of a field, best supported first: by voices, then by
// the surest claim, then by the first report. Claims for which text gives ""
// tell nothing; disputing claims speak only where they are alone.
func (b *ballot) count(text func(chancery.Claim) string) []chancery.Value {
	var values []chancery.Value
	surest := map[string]float64{}
	voices := map[string]map[int]bool{}
	for _, t := range b.testimonies {
		value := text(t.Claim)
		if value == "" || t.Part == chancery.PartDisputes && !b.disputedOnly() {
			continue
		}
		i := slices.IndexFunc(values, func(v chancery.Value) bool { return v.Text == value })
		if i < 0 {
			i = len(values)
			values = append(values, chancery.Value{Text: value, First: t.Claim.Published})
			voices[value] = map[int]bool{}
		}
		values[i].Claims = append(values[i].Claims, t.Claim.ID)
		voices[value][t.Voice] = true
		values[i].Voices = len(voices[value])
		if t.Claim.SaidBy != "" && !slices.Contains(values[i].SaidBy, t.Claim.SaidBy) {
			values[i].SaidBy = append(values[i].SaidBy, t.Claim.SaidBy)
		}
		surest[value] = max(surest[value], sureness(t))
	}
	slices.SortStableFunc(values, func(v, w chancery.Value) int {
		switch {
		case v.Voices != w.Voices:
			return w.Voices - v.Voices
		case surest[v.Text] > surest[w.Text]:
			return -1
		case surest[v.Text] < surest[w.Text]:
			return 1
		}
		return 0
	})
	return values
}

func sureness(t chancery.Testimony) float64 {
	if t.Accepted {
		return 2
	}
	return t.Claim.Confidence
}

func (b *ballot) disputedOnly() bool {
	return !slices.ContainsFunc(b.testimonies, func(t chancery.Testimony) bool { return t.Part != chancery.PartDisputes })
}

// keep records a field's values where they differ, shows the one at index
// shown, and gives a claim that tells the shown value.
func (b *ballot) keep(field string, values []chancery.Value, shown int) (chancery.Claim, bool) {
	if len(values) == 0 {
		return chancery.Claim{}, false
	}
	value := values[shown]
	value.Shown = true
	values = append([]chancery.Value{value}, slices.Delete(slices.Clone(values), shown, shown+1)...)
	if len(values) > 1 {
		if b.event.Values == nil {
			b.event.Values = map[string][]chancery.Value{}
		}
		b.event.Values[field] = values
	}
	for _, t := range b.testimonies {
		if t.Claim.ID == value.Claims[0] {
			return t.Claim, true
		}
	}
	return chancery.Claim{}, false
}

// kind fills in act, its codes and the status.
func (b *ballot) kind() {
	e := b.event
	acts := b.count(func(c chancery.Claim) string { return c.Act })
	claim, _ := b.keep("act", acts, 0)
	e.Act, e.Type, e.Mode, e.CAMEO, e.Score, e.Contexts = claim.Act, claim.Type, claim.Mode, claim.CAMEO, claim.Score, claim.Contexts
	statuses := b.count(func(c chancery.Claim) string { return string(c.Status) })
	claim, _ = b.keep("status", statuses, b.done(statuses))
	e.Status = claim.Status
}

func (b *ballot) parties() {
	e := b.event
	actors := b.count(func(c chancery.Claim) string { return strings.Join(sorted(c.Actor), ",") })
	recipients := b.count(func(c chancery.Claim) string { return strings.Join(sorted(c.Recipient), ",") })
	e.Actor, e.Recipient = []string{}, []string{}
	mutual := rowOf(e.Act).mutual
	if claim, told := b.keep("actor", actors, fullest(actors)); told {
		e.Actor = claim.Actor
		if !mutual {
			b.joined("actor", actors, fullest(actors))
		}
		if mutual { // the sides of a mutual act are told together
			e.Recipient = append(e.Recipient, claim.Recipient...)
		}
	}
	if mutual && b.sameEverybody() {
		delete(e.Values, "actor")
		return
	}
	if claim, told := b.keep("recipient", recipients, fullest(recipients)); told && !mutual {
		b.joined("recipient", recipients, fullest(recipients))
		e.Recipient = slices.DeleteFunc(slices.Clone(claim.Recipient), func(code string) bool { return slices.Contains(e.Actor, code) && len(claim.Recipient) > 1 })
	}
}

// sameEverybody reports whether all claims name the same parties, on whichever
// side.
func (b *ballot) sameEverybody() bool {
	everybody := func(t chancery.Testimony) string {
		return strings.Join(sorted(append(slices.Clone(t.Claim.Actor), t.Claim.Recipient...)), ",")
	}
	return !slices.ContainsFunc(b.testimonies, func(t chancery.Testimony) bool { return everybody(t) != everybody(b.testimonies[0]) })
}

// fullest is the index of the value with the most parties among those of the
// most voices.
func fullest(values []chancery.Value) int {
	best := 0
	for i, v := range values {
		if v.Voices == values[0].Voices && strings.Count(v.Text, ",") > strings.Count(values[best].Text, ",") {
			best = i
		}
	}
	return best
}

func (b *ballot) clocks() {
	e := b.event
	due := b.dueDays()
	done := b.tellsDone()
	dates := b.count(func(c chancery.Claim) string {
		if due.tells(c) || done && c.Status == chancery.StatusPlanned && c.Effective.IsZero() {
			return "" // tells when it took effect, not when it was announced; or when it was no more than a plan
		}
		return c.Date.String()
	})
	shown := b.newsDay(dates, exactest(dates))
	if claim, told := b.keep("date", dates, shown); told {
		e.Date = claim.Date
		b.madeExact("date", dates, shown)
	}
	effective := b.count(func(c chancery.Claim) string {
		if due.tells(c) {
			return c.Date.String()
		}
		return c.Effective.String()
	})
	shown = b.amended("effective", effective)
	if claim, told := b.keep("effective", effective, shown); told {
		e.Effective = claim.Effective
		if e.Effective.IsZero() {
			e.Effective = claim.Date
		}
		if e.Effective == e.Date {
			e.Effective = chancery.Date{}
		} else {
			b.firstTold("effective", effective, shown)
		}
	}
	until := b.count(func(c chancery.Claim) string { return c.Until.String() })
	shown = b.amended("until", until)
	if claim, told := b.keep("until", until, shown); told {
		e.Until = claim.Until
		b.firstTold("until", until, shown)
	}
}

// tellsDone reports whether a claim tells the day on which the act was done.
func (b *ballot) tellsDone() bool {
	return slices.ContainsFunc(b.testimonies, func(t chancery.Testimony) bool {
		return t.Claim.Status == chancery.StatusActual && !t.Claim.Date.IsZero()
	})
}

// dueDays are the days, months or years in which claims say that the act takes
// effect, where some claim tells an earlier day for the act itself.
type dueDays []chancery.Date

// tells reports whether the date of a claim is when the act took effect.
func (d dueDays) tells(c chancery.Claim) bool {
	return c.Effective.IsZero() && !c.Date.IsZero() && slices.ContainsFunc(d, func(due chancery.Date) bool {
		return due == c.Date || due.First().Compare(c.Date.First()) <= 0 && c.Date.Last().Compare(due.Last()) <= 0
	})
}

func (b *ballot) dueDays() dueDays {
	var due dueDays
	announced := false
	for _, t := range b.testimonies {
		if c := t.Claim; !c.Effective.IsZero() && (c.Date.IsZero() || c.Date.Before(c.Effective)) {
			due = append(due, c.Effective)
		}
	}
	for _, t := range b.testimonies {
		announced = announced || slices.ContainsFunc(due, func(d chancery.Date) bool { return !t.Claim.Date.IsZero() && t.Claim.Date.Before(d) })
	}
	if !announced {
		return nil
	}
	return due
}

// newsDay is the index of the earliest day that as many voices tell, where the
// one at index shown was taken from the day of the report alone: tomorrow's
// paper tells today's act as well.
func (b *ballot) newsDay(values []chancery.Value, shown int) int {
	best := shown
	for i, v := range values {
		if b.byReport(values[best]) && v.Voices == values[best].Voices && len(v.Text) == len(values[best].Text) && v.Text < values[best].Text {
			best = i
		}
	}
	return best
}

// byReport reports whether no text tells the day of the value, and no person
// accepted a claim of it.
func (b *ballot) byReport(v chancery.Value) bool {
	return !slices.ContainsFunc(b.testimonies, func(t chancery.Testimony) bool {
		return slices.Contains(v.Claims, t.Claim.ID) && (t.Claim.DateAnchor != chancery.AnchorPublished || t.Accepted)
	})
}

// exactest is the index of the first value of the finest grain.
func exactest(values []chancery.Value) int {
	best := 0
	for i, v := range values {
		if len(v.Text) > len(values[best].Text) {
			best = i
		}
	}
	return best
}
