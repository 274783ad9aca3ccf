package extract

import (
	"slices"
	"strings"

	"chancery"
)

// merge folds mentions of one act into one candidate: the fullest one stands
// for all. Candidates of one act name are compared with those kept before.
func (v *view) merge(all []*candidate) []*candidate {
	var kept []*candidate
	byAct := map[string][]*candidate{}
	for _, c := range all {
		rows := byAct[c.act.Name]
		if len(rows) > mostOfOneAct {
			rows = rows[len(rows)-mostOfOneAct:]
		}
		at := slices.IndexFunc(rows, func(k *candidate) bool { return !k.partial && v.same(k, c) })
		if at < 0 && c.partial {
			continue
		}
		if at < 0 {
			kept = append(kept, c)
			byAct[c.act.Name] = append(byAct[c.act.Name], c)
			continue
		}
		v.fold(rows[at], c)
	}
	return kept
}

// mostOfOneAct bounds how far back the mentions of an act are compared.
const mostOfOneAct = 60

// same reports whether two candidates of one act tell the same occasion.
func (v *view) same(a, b *candidate) bool {
	if !v.sameParties(a, b) || v.conflictingDates(a, b) {
		return false
	}
	if (a.status == chancery.StatusDenied) != (b.status == chancery.StatusDenied) {
		return false
	}
	if (a.act.Type == "REQUEST" || a.act.Type == "AGREE" || a.act.Type == "THREATEN" || a.act.Name == "endorse") &&
		(len(a.recipients) == 0) != (len(b.recipients) == 0) && a.s != b.s {
		return false
	}
	if a.s != b.s && v.otherOccasion(a, b) {
		return false
	}
	if a.act.Type == "CONSULT" && v.otherPersons(a, b) {
		return false
	}
	if a.s == b.s && coordinated(a, b) {
		return false
	}
	if a.s != b.s && b.act.Effect != "none" && v.again(b) {
		return false
	}
	switch a.act.Type {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE":
		return v.sameSpeech(a, b)
	}
	return v.sameObject(a, b)
}

// otherOccasion reports whether two speech acts are told of different times:
// one as news, the other as what has long been said ("has repeatedly accused").
func (v *view) otherOccasion(a, b *candidate) bool {
	switch a.act.Type {
	case "ACCUSE", "REQUEST", "REJECT":
		return v.perfect(a) != v.perfect(b) || v.toldBesideNews(a, b) || v.toldBesideNews(b, a)
	}
	return false
}

// toldBesideNews reports whether one act has an earlier time of its own and the
// other is news of the day.
func (v *view) toldBesideNews(a, b *candidate) bool {
	return a.when.told && !b.when.told && b.when.anchor == chancery.AnchorPublished && !a.when.date.IsZero() &&
		!a.when.date.Overlaps(b.when.date) && a.when.date.AddDays(3).Before(b.when.date)
}

// perfect reports whether the act's verb stands in the perfect.
func (v *view) perfect(c *candidate) bool {
	t := c.s.tree
	for _, k := range nearby(t.Children(v.predicate(c))) {
		if t.Rel(k) == "aux" && t.Lemmas[k] == "have" {
			return true
		}
	}
	return false
}

// otherPersons reports whether two meetings name different persons for one party.
func (v *view) otherPersons(a, b *candidate) bool {
	named := func(c *candidate) map[string]string {
		out := map[string]string{}
		for _, p := range append(slices.Clone(c.actors), c.recipients...) {
			if p.mention >= 0 && v.Mentions[p.mention].Person != "" {
				out[p.code] = v.Mentions[p.mention].Person
			}
		}
		return out
	}
	x, y := named(a), named(b)
	for code, person := range x {
		if other := y[code]; other != "" && other != person && !sharesWord(other, person) {
			return true
		}
	}
	return false
}

// coordinated reports whether one sentence lists two acts side by side with
// objects of their own ("the raids on ports and the attack on a convoy").
func coordinated(a, b *candidate) bool {
	t := a.s.tree
	if a.anchor() == b.anchor() || a.object < 0 || b.object < 0 || t.Lemmas[a.object] == t.Lemmas[b.object] || t.Lemmas[a.anchor()] == t.Lemmas[b.anchor()] {
		return false
	}
	return a.match.Clause.Nominal && b.match.Clause.Nominal && t.FirstConjunct(a.anchor()) == t.FirstConjunct(b.anchor())
}

func (v *view) sameParties(a, b *candidate) bool {
	if a.act.Type == "AGREE" && a.s != b.s && len(a.recipients) > 0 && len(b.recipients) > 0 && !overlap(a.actors, b.actors) {
		return false // an offer and the answer to it
	}
	if a.act.Either {
		x, y := pooled(a), pooled(b)
		return subset(x, y) || subset(y, x)
	}
	if !compatible(a.actors, b.actors) || !compatible(a.recipients, b.recipients) {
		return false
	}
	return true
}

func pooled(c *candidate) []string {
	return append(codes(c.actors), codes(c.recipients)...)
}

// compatible is true for equal sets, one inside the other, and one empty.
func compatible(a, b []party) bool {
	x, y := codes(a), codes(b)
	return subset(x, y) || subset(y, x)
}

func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

func (v *view) conflictingDates(a, b *candidate) bool {
	x, y := a.when, b.when
	return x.told && y.told && !x.date.IsZero() && !y.date.IsZero() && !x.date.Overlaps(y.date)
}

// sameSpeech tells apart what two named persons of one party said.
func (v *view) sameSpeech(a, b *candidate) bool {
	x, y := v.personOf(a), v.personOf(b)
	return x == "" || y == "" || x == y || sharesWord(x, y)
}

// again reports whether the verb of a measure says that it is a further one ("also").
func (v *view) again(c *candidate) bool {
	for _, k := range nearby(c.s.tree.Children(v.predicate(c))) {
		if word := c.s.tree.Lemmas[k]; c.s.tree.Rel(k) == "advmod" && (word == "also" || word == "again" || word == "additionally") {
			return true
		}
	}
	return false
}

// personOf is the person who speaks a candidate, empty for bodies.
func (v *view) personOf(c *candidate) string {
	if c.voice.attribution >= 0 {
		if m := v.Attributions[c.voice.attribution].SpeakerMention; m >= 0 && m < len(v.Mentions) {
			return v.Mentions[m].Person
		}
	}
	if v.spoken(c) {
		for _, p := range c.actors {
			if p.mention >= 0 && v.Mentions[p.mention].Person != "" {
				return v.Mentions[p.mention].Person
			}
		}
	}
	return ""
}

// sameObject tells apart missions in different towns and of different kinds,
// and objects of different classes.
func (v *view) sameObject(a, b *candidate) bool {
	if a.object < 0 || b.object < 0 {
		return true
	}
	if x, y := v.several(a), v.several(b); x != y && v.missionTown(a) != v.missionTown(b) {
		return false
	}
	if a.act.Effect == "mission-closed" || a.act.Effect == "mission-suspended" || a.act.Effect == "mission-operating" {
		x, y := v.missionOf(a), v.missionOf(b)
		if !sameMission(x, y) {
			return false
		}
	}
	return true
}

// sameMission compares what tells two missions: ids where both are known
// ("RUS>NATO/mission"), else their kinds.
func sameMission(x, y string) bool {
	if x == "" || y == "" || x == y {
		return true
	}
	left, xKind, xKnown := strings.Cut(x, "/")
	right, yKind, yKnown := strings.Cut(y, "/")
	switch {
	case xKnown && yKnown:
		return false
	case xKnown:
		return xKind == right
	case yKnown:
		return yKind == left
	}
	return false
}

// several reports whether the object is counted as more than one.
func (v *view) several(c *candidate) bool {
	return c.object >= 0 && c.s.tree.Child(c.object, "nummod") >= 0
}

// missionTown tells whether a mission's act names where it is.
func (v *view) missionTown(c *candidate) bool { return len(c.recipients) > 0 }

// missionOf is what tells one mission of an act from another: its known id,
// else the kind in its words.
func (v *view) missionOf(c *candidate) string {
	if m := c.s.mentions[c.object]; m >= 0 && v.Mentions[m].Kind == chancery.MentionMission {
		return v.missionKey(&v.Mentions[m])
	}
	t := c.s.tree
	for k := t.Left[c.object]; k <= t.Right[c.object]; k++ {
		if m := c.s.mentions[k]; m >= 0 && v.Mentions[m].Kind == chancery.MentionMission {
			return v.missionKey(&v.Mentions[m])
		}
	}
	return ""
}

// fold takes b's mention into a: a keeps its place, and the fuller of both
// gives the parties.
func (v *view) fold(a, b *candidate) {
	if !b.partial && fullness(b) > fullness(a) {
		*a, *b = *b, *a
		a.more, b.more = append(b.more, a.more...), nil
	}
	a.more = append(a.more, b)
	if len(a.actors) == 0 {
		a.actors = b.actors
	}
	if len(a.recipients) == 0 && !a.act.Either {
		a.recipients = without(b.recipients, a.actors)
	}
	a.when = a.when.with(b.when)
	if b.status == chancery.StatusActual && a.status != chancery.StatusDenied {
		a.status = b.status
	}
}

func fullness(c *candidate) int {
	n := 3*len(codes(c.actors)) + 3*len(codes(c.recipients))
	if c.object >= 0 {
		n++
	}
	if !c.match.Clause.Nominal {
		n++
	}
	return n
}
