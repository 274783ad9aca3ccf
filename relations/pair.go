package relations

import (
	"slices"
	"strings"

	"chancery"
)

// Of tells how A and B of the question stand with each other on its day. The
// events may be of other parties too; those in which both take part count.
func Of(events []chancery.Event, q Question) chancery.Relation {
	var ours []chancery.Event
	for _, e := range events {
		if between(e, q.A, q.B) {
			ours = append(ours, e)
		}
	}
	p := pair{q: q, relation: chancery.Relation{
		A: q.A, B: q.B, On: q.On, Reported: q.Reported, Level: chancery.LevelUntold,
		Missions: []chancery.MissionStanding{}, Measures: []chancery.Measure{}, Suspended: []chancery.Measure{},
	}}
	if missions := Missions(ours, q); missions != nil {
		p.relation.Missions = missions
	}
	p.relation.Events = inOrder(ours, q.On)
	for _, e := range p.relation.Events {
		p.enter(e)
	}
	p.finish()
	return p.relation
}

// between reports whether both take part in the event on either side, or as
// sender and host of the mission that it is about.
func between(e chancery.Event, a, b string) bool {
	takes := func(code string) bool {
		return slices.Contains(e.Actor, code) || slices.Contains(e.Recipient, code) ||
			e.Object != nil && (e.Object.Sender == code || e.Object.Host == code)
	}
	return takes(a) && takes(b)
}

// pair is the standing of two parties in the making.
type pair struct {
	q        Question
	relation chancery.Relation
	ledger   measures
	lastDone map[string]chancery.Date // by deed
}

// enter takes in one event; they come in the order of taking effect.
func (p *pair) enter(e chancery.Event) {
	r := &p.relation
	effect := p.q.Effect(e.Act)
	c := clocksOf(e)
	if e.Channel != "" && e.Status == chancery.StatusActual {
		line := lineOf(e, e.Channel)
		line.Since = c.announced
		r.Channels = append(r.Channels, line)
	}
	aboutMission := isMissionEffect(effect)
	if !aboutMission {
		r.Conflicts = append(r.Conflicts, disagreements(e)...)
	}
	switch e.Status {
	case chancery.StatusActual:
	case chancery.StatusPlanned, chancery.StatusThreatened, chancery.StatusRequested:
		if !aboutMission && !p.done(e) {
			p.pending(e, c)
		}
		return
	default:
		return
	}
	if !c.begun(p.q.On) {
		if !aboutMission {
			r.Pending = append(r.Pending, lineOf(e, Sentence(e)+", announced on "+announcedText(e)+" for "+e.Effective.String()))
		}
		return
	}
	p.apply(e, effect, c)
}

// planDays is how long a plan with no date counts as pending.
const planDays = 180

// overdue reports whether what was announced should have happened by the day,
// and says so.
func overdue(e chancery.Event, c clocks, on chancery.Date) (string, bool) {
	switch {
	case !c.untold && e.Effective.Last().Compare(on.First()) < 0:
		return "was due on " + e.Effective.String() + "; no text tells that it was done", true
	case c.untold && c.announced.AddDays(planDays).Compare(on.First()) < 0:
		return "no text tells what came of it", true
	}
	return "", false
}

// pending tells what is planned or threatened, or that nothing came of it.
func (p *pair) pending(e chancery.Event, c clocks) {
	r := &p.relation
	line := lineOf(e, Sentence(e)+whenDue(e))
	line.Since = c.announced
	if outcome, late := overdue(e, c, p.q.On); late {
		line.Text = Sentence(e) + ": " + outcome
		r.Gaps = append(r.Gaps, line)
		return
	}
	r.Pending = append(r.Pending, line)
}

// done reports whether what was planned has since been done.
func (p *pair) done(plan chancery.Event) bool {
	if p.lastDone == nil {
		p.lastDone = map[string]chancery.Date{}
		for _, e := range p.relation.Events {
			if at := clocksOf(e).announced; e.Status == chancery.StatusActual && p.lastDone[deed(e)].Compare(at) < 0 {
				p.lastDone[deed(e)] = at
			}
		}
	}
	return p.lastDone[deed(plan)].Compare(clocksOf(plan).announced) > 0
}

// deed names an act by its doers.
func deed(e chancery.Event) string { return e.Act + " " + strings.Join(e.Actor, ",") }

func isMissionEffect(effect string) bool {
	switch effect {
	case "accreditation-ended", "ceiling", "mission-closed", "mission-operating", "mission-suspended", "staff-away", "staff-out":
		return true
	}
	return false
}

func (p *pair) apply(e chancery.Event, effect string, c clocks) {
	r := &p.relation
	switch effect {
	case "relations-severed":
		p.level(chancery.LevelSevered, e, c)
	case "relations-downgraded":
		p.level(chancery.LevelDowngraded, e, c)
	case "relations-restored":
		p.level(chancery.LevelAmbassadors, e, c)
	case "head-absent":
		if r.Level != chancery.LevelSevered {
			p.level(chancery.LevelCharge, e, c)
		}
	case "head-named":
		if r.Level != chancery.LevelSevered {
			p.level(chancery.LevelAmbassadors, e, c)
		}
	case "measure-on", "held", "membership-ended", "ceiling":
		p.ledger.add(e, c, p.q.On)
	case "participation-ended":
		p.ledger.addPart(e, c, p.q.On)
	case "measure-off", "freed":
		p.ledger.end(e, effect, c)
	case "recognition":
		r.Recognition = append(r.Recognition, lineOf(e, Sentence(e)))
	case "agreement":
		r.Agreements = append(r.Agreements, lineOf(e, Sentence(e)))
	case "contact":
		p.contact(e, c)
	case "channel":
		r.Channels = append(r.Channels, lineOf(e, Sentence(e)))
	case "none":
		p.words(e, c)
	}
	if e.Act == "summon" {
		p.contact(e, c)
	}
}

// level moves the level of relations, and tells the move's grounds.
func (p *pair) level(level chancery.Level, e chancery.Event, c clocks) {
	r := &p.relation
	r.Level, r.LevelSince = level, c.since
	line := lineOf(e, Sentence(e))
	line.EffectiveNotTold = c.untold
	r.LevelBasis = append(r.LevelBasis, line)
}

// wordsActs are what the two sides said to each other.
func (p *pair) words(e chancery.Event, c clocks) {
	switch e.Type {
	case "ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT", "CONSULT":
	default:
		return
	}
	line := lineOf(e, Sentence(e))
	line.Since = c.announced
	p.relation.Words = append(p.relation.Words, line)
}

// contact keeps the last contact of each form at each level.
func (p *pair) contact(e chancery.Event, c clocks) {
	contact := chancery.Contact{Form: e.Act, Level: levelOf(e), Date: e.Date, Basis: []chancery.Basis{basisOf(e)}}
	if !e.Effective.IsZero() { // announced before, held then
		contact.Date = e.Effective
	}
	if contact.Date.IsZero() {
		contact.Date = c.announced
	}
	for i, other := range p.relation.Contacts {
		if other.Form == contact.Form && other.Level == contact.Level {
			if other.Date.Compare(contact.Date) <= 0 {
				p.relation.Contacts[i] = contact
			}
			return
		}
	}
	p.relation.Contacts = append(p.relation.Contacts, contact)
}

// levelOf is the level of a contact: the lower of the two sides' told ones,
// "not told" when neither side's office is.
func levelOf(e chancery.Event) string {
	order := []string{"officials", "ambassadors", "ministers", "leaders"}
	sides := map[string]int{} // party to its highest told level
	for _, t := range e.Testimonies {
		for _, role := range append(slices.Clone(t.Claim.ActorRoles), t.Claim.RecipientRoles...) {
			if level := slices.Index(order, officeLevel(role.Office)); level >= 0 {
				sides[role.Party] = max(sides[role.Party], level+1)
			}
		}
	}
	lowest := 0
	for _, level := range sides {
		if lowest == 0 || level < lowest {
			lowest = level
		}
	}
	if lowest == 0 {
		return "not told"
	}
	return order[lowest-1]
}
