package fold

import (
	"slices"
	"strings"

	"chancery"
)

// amended is the index of the value that shows where later reports change it:
// the value reported last, if every claim of it is of a later day than every
// claim of the best supported one; else 0.
func (b *ballot) amended(field string, values []chancery.Value) int {
	if len(values) < 2 {
		return 0
	}
	last := 0
	for i, v := range values {
		if v.First.Compare(values[last].First) > 0 && !v.First.IsZero() {
			last = i
		}
	}
	if last == 0 || values[0].First.IsZero() || !b.lastReport(values[0]).Before(values[last].First) {
		return 0
	}
	b.amend(field, values[0], values[last])
	return last
}

func (b *ballot) amend(field string, from, to chancery.Value) {
	b.event.Amendments = append(b.event.Amendments, chancery.Amendment{
		Field: field, From: from.Text, To: to.Text, Reported: to.First, Claim: to.Claims[0],
	})
	for i, t := range b.testimonies {
		if t.Claim.ID == to.Claims[0] {
			b.amendsBy[field] = i
		}
	}
}

func (b *ballot) lastReport(v chancery.Value) chancery.Date {
	var last chancery.Date
	for _, t := range b.testimonies {
		if slices.Contains(v.Claims, t.Claim.ID) && t.Claim.Published.Compare(last) > 0 {
			last = t.Claim.Published
		}
	}
	return last
}

// done is the index of the status that shows: actual where any claim tells it,
// however few and unsure they are. What was first reported as planned or
// possible has then been done, which is an amendment.
func (b *ballot) done(statuses []chancery.Value) int {
	actual := slices.IndexFunc(statuses, func(v chancery.Value) bool { return v.Text == string(chancery.StatusActual) })
	if actual < 0 {
		return 0
	}
	first := -1
	for i, v := range statuses {
		if i != actual && (first < 0 || v.First.Compare(statuses[first].First) < 0) {
			first = i
		}
	}
	if first >= 0 {
		if order := statuses[first].First.Compare(statuses[actual].First); order < 0 || order == 0 && first < actual {
			b.amend("status", statuses[first], statuses[actual])
		}
	}
	return actual
}

// firstTold amends a field that the first reports left open.
func (b *ballot) firstTold(field string, values []chancery.Value, shown int) {
	first := b.firstReport()
	open := !first.IsZero() && !slices.ContainsFunc(values, func(v chancery.Value) bool { return !first.Before(v.First) })
	if open && !slices.ContainsFunc(b.event.Amendments, func(a chancery.Amendment) bool { return a.Field == field }) {
		b.amend(field, chancery.Value{}, values[shown])
	}
}

// madeExact amends a date that was first told to the month or year, or not at all.
func (b *ballot) madeExact(field string, values []chancery.Value, shown int) {
	for i, v := range values {
		if i != shown && strings.HasPrefix(values[shown].Text, v.Text) && v.First.Before(values[shown].First) {
			b.amend(field, v, values[shown])
			return
		}
	}
	if !slices.ContainsFunc(b.event.Amendments, func(a chancery.Amendment) bool { return a.Field == "status" }) {
		b.firstTold(field, values, shown) // what was a plan had no day
	}
}

// joined amends a side to which later reports add parties.
func (b *ballot) joined(field string, values []chancery.Value, shown int) {
	to := values[shown]
	for i, v := range values {
		if i == shown || !b.lastReport(v).Before(to.First) {
			continue
		}
		if more := strings.Split(to.Text, ","); common(strings.Split(v.Text, ","), more) == strings.Count(v.Text, ",")+1 {
			b.amend(field, v, to)
			return
		}
	}
}

// firstReport is the first day on which anybody told of the event.
func (b *ballot) firstReport() chancery.Date {
	var first chancery.Date
	for _, t := range b.testimonies {
		if p := t.Claim.Published; !p.IsZero() && (first.IsZero() || p.Compare(first) < 0) {
			first = p
		}
	}
	return first
}
