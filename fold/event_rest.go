package fold

import (
	"slices"
	"strconv"

	"chancery"
)

// CountText prints a count as Correct reads it: "10" or "20>10"; "" for none.
func CountText(count *chancery.Count) string {
	if count == nil {
		return ""
	}
	if count.From != nil {
		return strconv.Itoa(*count.From) + ">" + strconv.Itoa(count.N)
	}
	return strconv.Itoa(count.N)
}

// rest fills in what is neither kind, parties nor clocks.
func (b *ballot) rest() {
	e := b.event
	if claim, told := b.keep("count", b.countValues(), 0); told {
		e.Count = claim.Count
	}
	objects := b.count(objectText)
	if claim, told := b.keep("object", objects, b.tellingObject(objects)); told {
		e.Object = b.fillObject(*claim.Object)
	}
	for field, text := range map[string]func(chancery.Claim) string{
		"place":      func(c chancery.Claim) string { return c.Place },
		"reason":     func(c chancery.Claim) string { return c.Reason },
		"conditions": func(c chancery.Claim) string { return c.Conditions },
		"channel":    func(c chancery.Claim) string { return c.Channel },
	} {
		claim, told := b.keep(field, b.count(text), 0)
		if !told {
			continue
		}
		switch field {
		case "place":
			e.Place = claim.Place
		case "reason":
			e.Reason = claim.Reason
		case "conditions":
			e.Conditions = claim.Conditions
		case "channel":
			e.Channel = claim.Channel
		}
	}
	for _, t := range b.testimonies {
		e.NoConditions = e.NoConditions || t.Claim.NoConditions
		if t.Claim.SaidBy != "" {
			e.SaidBy = append(e.SaidBy, t.Claim.SaidBy)
		}
	}
	if e.SaidBy != nil {
		e.SaidBy = sorted(e.SaidBy)
	}
}

// countValues lists the counts; "10" and "20>10" are one value, printed in full.
func (b *ballot) countValues() []chancery.Value {
	full := map[int]string{}
	for _, t := range b.testimonies {
		if c := t.Claim.Count; c != nil && c.From != nil && (full[c.N] == "" || CountText(c) < full[c.N]) {
			full[c.N] = CountText(c)
		}
	}
	return b.count(func(c chancery.Claim) string {
		if c.Count != nil && full[c.Count.N] != "" {
			return full[c.Count.N]
		}
		return CountText(c.Count)
	})
}

// tellingObject is the index of the value that says most: with an id, then
// with sender and host, then the best supported.
func (b *ballot) tellingObject(values []chancery.Value) int {
	best, bestRank := 0, -1
	for i, v := range values {
		rank := 0
		for _, t := range b.testimonies {
			if o := t.Claim.Object; o != nil && o.Text == v.Text {
				rank = max(rank, objectRank(o))
			}
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	return best
}

func objectRank(o *chancery.Object) int {
	rank := 0
	for _, told := range []bool{o.ID != "", o.ID != "", o.Sender != "", o.Host != ""} {
		if told {
			rank++
		}
	}
	return rank
}

// fillObject adds what other claims tell of the same object.
func (b *ballot) fillObject(object chancery.Object) *chancery.Object {
	for _, t := range b.testimonies {
		o := t.Claim.Object
		if o == nil || object.ID != "" && o.ID != "" && o.ID != object.ID {
			continue
		}
		for _, pair := range []struct{ to, from *string }{
			{&object.Kind, &o.Kind}, {&object.ID, &o.ID}, {&object.Sender, &o.Sender}, {&object.Host, &o.Host}, {&object.Town, &o.Town},
		} {
			if *pair.to == "" {
				*pair.to = *pair.from
			}
		}
	}
	return &object
}

// reported fills in days of report, voices and confidence. Voices that support
// count as independent: the chance that all err is the product of theirs.
func (b *ballot) reported() {
	e := b.event
	surest := map[int]float64{}
	disputes := map[int]bool{}
	for _, t := range b.testimonies {
		if published := t.Claim.Published; !published.IsZero() {
			if e.FirstReported.IsZero() || published.Compare(e.FirstReported) < 0 {
				e.FirstReported = published
			}
			if published.Compare(e.LastReported) > 0 {
				e.LastReported = published
			}
		}
		if t.Part == chancery.PartDisputes {
			disputes[t.Voice] = true
			continue
		}
		surest[t.Voice] = max(surest[t.Voice], min(sureness(t), 1))
	}
	e.Voices, e.Disputes = len(surest), len(disputes)
	voices := make([]float64, 0, len(surest))
	for _, sure := range surest {
		voices = append(voices, sure)
	}
	slices.Sort(voices) // no product depends on the order of a map
	wrong := 1.0
	for _, sure := range voices {
		wrong *= 1 - sure
	}
	if len(voices) > 0 {
		e.Confidence = 1 - wrong
	}
}

// answer links events: a claim names, inside its document, the act that it
// answers; the event that holds that act is answered. What was done on an
// earlier day cannot be the answer: such a link stays in the claim alone.
func answer(events []chancery.Event) {
	type local struct{ document, id string }
	home := map[local]int{}
	for i := range events {
		for _, t := range events[i].Testimonies {
			home[local{t.Claim.Document, t.Claim.Local}] = i
		}
	}
	for i := range events {
		for _, t := range events[i].Testimonies {
			if t.Claim.InResponseTo == "" {
				continue
			}
			to, told := home[local{t.Claim.Document, t.Claim.InResponseTo}]
			if !told || to == i || wasEarlier(events[i], events[to]) {
				continue
			}
			events[i].InResponseTo = append(events[i].InResponseTo, events[to].ID)
			events[to].AnsweredBy = append(events[to].AnsweredBy, events[i].ID)
		}
	}
	for i := range events {
		if len(events[i].InResponseTo) > 0 {
			events[i].InResponseTo = sorted(events[i].InResponseTo)
		}
		if len(events[i].AnsweredBy) > 0 {
			events[i].AnsweredBy = sorted(events[i].AnsweredBy)
		}
	}
}

// wasEarlier reports whether both were done, each on a day that is told, the
// first on the earlier one.
func wasEarlier(e, other chancery.Event) bool {
	done := e.Status == chancery.StatusActual && other.Status == chancery.StatusActual
	return done && e.Date.Grain() == chancery.GrainDay && other.Date.Grain() == chancery.GrainDay && e.Date.Compare(other.Date) < 0
}
