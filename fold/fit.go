package fold

import (
	"slices"
	"strings"

	"chancery"
)

// fit tells how well a claim fits an event, 0 when it does not. Any fitting
// claim scores above 1.
func (c *cluster) fit(it *item) float64 {
	if c.threatened != it.threatened() || it.group != c.members[0].group {
		return 0
	}
	parties := c.fitParties(it)
	if parties == 0 {
		return 0
	}
	dates := c.fitDates(it)
	if dates == 0 {
		return 0
	}
	object := c.bestObject(it.object)
	if object == objectDifferent || object == objectUnlike && it.row.hard {
		return 0
	}
	if dates == dateTakesEffect && (object != objectSame || it.object.party) && (parties < 2 || object == objectUnlike) {
		return 0 // who joins on the day made no announcement with the first
	}
	place, fits := c.fitPlace(it.testimony.Claim.Place)
	if !fits {
		return 0
	}
	like := c.bestWords(it.telling)
	if !c.wordsFit(it, comparison{parties, dates, object, place, like}) || parties < 1 && like.share < 0.35 || c.otherVoice(it, like.share) {
		return 0
	}
	if member := c.fromDocument(it.testimony.Claim.Document); member != nil && !sameInEveryField(member, it, like.share) {
		return 0
	}
	score := 1 + parties + float64(dates) + 4*like.share + place + c.fitCount(it.testimony.Claim.Count)
	switch object {
	case objectSame:
		score += 3
	case objectLike:
		score++
	case objectUnlike:
		score--
	}
	return max(score, 1.01)
}

// fitParties is 2 when all parties are the same, 1 when those of one side are
// contained in the other's or half of all are common, 0.5 when a side is not
// told, 0 when they do not fit.
func (c *cluster) fitParties(it *item) float64 {
	if it.row.mutual {
		return overlap(c.everybody, it.everybody, 2)
	}
	actors, recipients := overlap(c.actor, it.actor, 1), overlap(c.recipient, it.recipient, 1)
	switch {
	case actors == 0 || recipients == 0:
		return 0
	case len(c.actor) == 0 != (len(it.actor) == 0), len(c.recipient) == 0 != (len(it.recipient) == 0):
		return 0.5
	}
	return min(actors, recipients)
}

// overlap is 2 for equal lists, 1 for contained ones with at least `least` in
// common (or half of all in common), 1 when one is not told, else 0.
func overlap(a, b []string, least int) float64 {
	n := common(a, b)
	switch {
	case n == len(a) && n == len(b):
		return 2
	case len(a) == 0 || len(b) == 0:
		if least > 1 {
			return 0
		}
		return 1
	case n >= min(least, len(a), len(b)) && (n == len(a) || n == len(b)), 2*n >= len(a)+len(b)-n:
		return 1
	}
	return 0
}

// dateFit is how the dates agree; larger is better.
type dateFit float64

const (
	dateNone        dateFit = 0
	dateUntold      dateFit = 0.25 // one tells no date
	dateCarriedOut  dateFit = 0.5  // the one is a plan, the other was done in the weeks after
	dateWithin      dateFit = 1    // one lies inside the other's month or year
	dateTakesEffect dateFit = 1.25 // the one's date is the day on which the other takes effect
	dateNear        dateFit = 1.5  // within the act's days
	dateEqual       dateFit = 3
)

func (c *cluster) fitDates(it *item) dateFit {
	if !it.dated() || c.last < c.first {
		return c.fitUndated(it)
	}
	days := int32(it.row.days)
	switch {
	case it.exact() && c.first == c.last && it.first == c.first:
		return dateEqual
	case it.first <= c.last && c.first <= it.last:
		return dateWithin
	case it.exact() && c.first == c.last && it.first-c.first <= days && c.first-it.first <= days:
		return dateNear
	case it.exact() && c.due[0] != 0 && it.first >= c.due[0] && it.first <= c.due[1] && it.first > c.last,
		it.due[0] != 0 && it.due[0] <= c.first && c.first <= it.due[1] && c.first == c.last:
		return dateTakesEffect
	case c.planned && c.due[0] == 0 && c.first == c.last && it.exact() && it.actual() && it.first > c.last && it.first-c.last <= planDays:
		return dateCarriedOut
	case it.denied() && it.first >= c.first && it.first-c.last <= 31:
		return dateUntold
	}
	return dateNone
}

// planDays is how long a plan without a day may wait to be carried out.
const planDays = 60

// fitUndated compares days of report where a date is not told.
func (c *cluster) fitUndated(it *item) dateFit {
	told := c.last >= c.first
	most := it.row.undatedDays()
	if !told && !it.row.spoken() && !it.row.repeated() {
		most = 400
	}
	switch {
	case told && it.published != 0:
		if gap := it.published - c.first; gap < -it.row.aheadDays() || gap > most {
			return dateNone
		}
	case !told && it.published != 0 && len(c.reported) != 0 && !c.reportedNear(it, most):
		return dateNone
	}
	return dateUntold
}

// fitPlace is 1 for a common place, 0 where one tells none; places that differ
// do not fit.
func (c *cluster) fitPlace(place string) (float64, bool) {
	if place == "" || len(c.places) == 0 {
		return 0, true
	}
	for _, other := range c.places {
		if place == other || strings.Contains(place, other) || strings.Contains(other, place) {
			return 1, true
		}
	}
	return 0, false
}

// fitCount is 2 for a common number, -1 for different ones.
func (c *cluster) fitCount(count *chancery.Count) float64 {
	if count == nil || len(c.counts) == 0 {
		return 0
	}
	for _, n := range c.counts {
		if n == count.N {
			return 2
		}
	}
	return -1
}

// comparison is what is known of a claim and an event when their words are weighed.
type comparison struct {
	parties float64
	dates   dateFit
	object  objectMatch
	place   float64
	like    likeness
}

// wordsFit asks of the words what the act, the dates and the object leave
// open. Where days are equal it is the act's own likeness; vague dates ask for
// names or several words in common; daily acts never fold when both
// tell names and none is common.
func (c *cluster) wordsFit(it *item, of comparison) bool {
	least, like := it.row.likeness, of.like
	if it.testimony.Claim.Act != c.members[0].testimony.Claim.Act {
		least = max(least, 0.35)
	}
	counts := c.fitCount(it.testimony.Claim.Count)
	if counts < 0 && of.dates != dateEqual {
		return false // two numbers and two days: two acts
	}
	daily := it.row.daily()
	if like.apart && (daily && like.share < 0.6 || it.row.measured() && (of.dates != dateEqual || of.object != objectSame)) {
		return false
	}
	switch of.dates {
	case dateEqual, dateTakesEffect:
		if it.row.measured() && of.dates == dateTakesEffect && !like.telling() {
			return false // one of several such steps of that month
		}
		if of.object == objectSame && !daily || of.place > 0 {
			least = min(least, 0.15)
		}
		return like.share >= least && (least == 0 || like.telling())
	case dateNear:
		return like.share >= max(least, 0.2) && (like.telling() || counts > 0 || of.object == objectSame && !daily) ||
			of.parties == 2 && len(it.telling.words) == 0 && !daily && !it.row.spoken() // a mention on the day after
	case dateCarriedOut:
		return of.parties == 2 && of.object != objectUnlike && !daily && like.share >= max(least, 0.25) && like.telling()
	}
	return c.vaguelyFit(it, of, least, counts)
}

// vaguelyFit asks the same where one of the two tells no day.
func (c *cluster) vaguelyFit(it *item, of comparison, least, counts float64) bool {
	daily, like, told := it.row.daily(), of.like, c.last >= c.first
	switch {
	case it.denied() && it.dated() && !daily:
		return true // what is denied is the last such act of these parties
	case !it.dated() && !told && like.same && (like.words > 0 && (!daily || like.names == 0) || c.reportedNear(it, nearDays)):
		return true // two mentions of what needs no date: "the invasion"
	case it.row.hard && (of.object == objectSame || like.same):
		return like.share >= 0.3 || like.bare
	case daily:
		days := it.row.undatedDays()
		if told {
			days = weekDays
		}
		return like.share >= 0.6 && like.names > 1 && (of.dates == dateWithin || c.reportedNear(it, days))
	}
	if of.parties == 2 && !it.dated() && !it.row.spoken() {
		switch {
		case c.reportedNear(it, nearDays) && (like.bare || like.names > 0 && like.share >= max(least, 0.2)):
			return true
		case told && like.share == 1 && like.words > 0 && c.reportedNear(it, monthDays):
			return true // nothing is told but what the event tells too
		}
	}
	if it.row.measured() && told && !c.reportedNear(it, monthDays) {
		return false // the last of several such steps, if any
	}
	return like.share >= max(least, 0.4) && (like.telling() || counts > 0 && like.words > 0)
}

// monthDays is how long after an event a mention may be of it that tells nothing
// of its own.
const monthDays = 30

// weekDays is how long after a dated act of many a day a report without a date
// may still tell of it.
const weekDays = 7

// nearDays is how far the days of report of two mentions may lie apart that
// tell nothing but act and parties.
const nearDays = 3

// reportedNear reports whether a report of the event lies so near. What is
// reported later still never parts what was near before.
func (c *cluster) reportedNear(it *item, days int32) bool {
	if it.published == 0 {
		return false
	}
	at, _ := slices.BinarySearch(c.reported, it.published)
	return at < len(c.reported) && c.reported[at]-it.published <= days || at > 0 && it.published-c.reported[at-1] <= days
}

// telling reports whether what two claims have in common tells something: a
// name, two words, or all there is.
func (l likeness) telling() bool { return l.names > 0 || l.words > 1 || l.same }

// otherVoice reports two persons whose words differ: each condemnation or
// demand is its speaker's own.
func (c *cluster) otherVoice(it *item, words float64) bool {
	switch it.row.class {
	case "condemn", "demand", "endorse", "accuse", "threaten", "agree":
	default:
		return false
	}
	name := it.testimony.Claim.SaidBy
	if name == "" || len(c.speakers) == 0 || words >= 0.4 {
		return false
	}
	for _, other := range c.speakers {
		if sharesName(name, other) {
			return false
		}
	}
	return true
}

// sharesName reports whether two names have a word of four letters in common.
func sharesName(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		if len(word) >= 4 && strings.Contains(strings.ToLower(b), strings.ToLower(word)) {
			return true
		}
	}
	return a == b
}

// sameInEveryField is asked of two claims of one document.
func sameInEveryField(a, b *item, words float64) bool {
	c, d := a.testimony.Claim, b.testimony.Claim
	sameCount := c.Count == nil && d.Count == nil || c.Count != nil && d.Count != nil && c.Count.N == d.Count.N
	match := a.object.match(b.object)
	return c.Act == d.Act && c.Status == d.Status && c.Date == d.Date && sameCount && words >= 0.5 &&
		common(a.actor, b.actor) == max(len(a.actor), len(b.actor)) &&
		common(a.recipient, b.recipient) == max(len(a.recipient), len(b.recipient)) &&
		(match == objectSame || !a.object.told && !b.object.told)
}
