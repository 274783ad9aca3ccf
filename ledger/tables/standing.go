package tables

import (
	"context"
	"strings"
	"time"

	"chancery"
	"chancery/ledger"
)

// rarities are what a ledger seldom holds and a query is longer for.
type rarities struct {
	crowd      bool // a claim of more parties than stand pair by pair
	retraction bool
	later      bool // a second reading of a document
}

// knownRarities are those of one known time.
type knownRarities struct {
	known int64
	rarities
}

// rarities looks them up, once for the known time of a view: what is entered
// afterwards is known later.
func (s *Store) rarities(ctx context.Context, known time.Time) (rare rarities, err error) {
	if kept := s.rare.Load(); kept != nil && kept.known == micros(known) {
		return kept.rarities, nil
	}
	var last int64
	err = s.persist(ctx, func(ctx context.Context) error {
		return s.ordered.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM claim_pair WHERE low = '*' AND high = '*'), "+
			"EXISTS (SELECT 1 FROM retraction), EXISTS (SELECT 1 FROM reading WHERE later = 1), (SELECT known FROM book)").
			Scan(&rare.crowd, &rare.retraction, &rare.later, &last)
	})
	if err == nil && micros(known) <= last {
		s.rare.Store(&knownRarities{micros(known), rare})
	}
	return rare, err
}

// bound adds the bounds of a day; no day passes a bound.
func (s *Store) bound(q *question, column string, from, to chancery.Date) {
	if from.IsZero() && to.IsZero() {
		return
	}
	q.and(column+" >= %s", max(from.First().String(), "0"))
	if !to.IsZero() {
		q.and(column+" <= %s", to.Last().String())
	}
}

// boundDays bounds the day of acts other than those that pass whatever their day.
func (s *Store) boundDays(q *question, day, act string, f ledger.Filter) {
	if len(f.Lasting) == 0 || f.From.IsZero() && f.To.IsZero() {
		s.bound(q, day, f.From, f.To)
		return
	}
	inner := &question{args: q.args}
	oneOf(inner, act, f.Lasting)
	always := len(inner.where)
	s.bound(inner, day, f.From, f.To)
	q.args = inner.args
	q.where = append(q.where, "("+inner.where[0]+" OR "+strings.Join(inner.where[always:], " AND ")+")")
}

// standing are the conditions that claim c stands at the known time and r is
// the reading that tells it: the latest of its document that was known and is
// not retracted. Only readings that came later are looked for by document, and
// of them there are few; where none stands, the claim's own reading is the
// document's only one, or one that does not count.
func standing(at string, rare rarities) []string {
	if !rare.later && !rare.retraction {
		return []string{"r.seq = c.reading", "r.known <= " + at}
	}
	later, conditions := "l.document = c.document AND l.later = 1 AND l.known <= "+at, []string{}
	gone := func(kind, column string) string { return notGone(kind, column, at) }
	if rare.retraction {
		later += " AND " + gone("reading", "l.seq")
		conditions = append(conditions, gone("reading", "r.seq"), gone("claim", "c.id"), gone("document", "c.document"))
	}
	return append(conditions,
		"r.seq = coalesce((SELECT l.seq FROM reading l WHERE "+later+" ORDER BY l.seq DESC LIMIT 1), c.reading)",
		"r.known <= "+at,
		"(r.seq = c.reading OR EXISTS (SELECT 1 FROM reading_claim t WHERE t.claim = c.seq AND t.reading = r.seq AND t.again = 1))")
}

// notGone is the condition that no retraction in force at the known time names
// the entry of that kind: documents and readings by place, claims by id.
func notGone(what, column, at string) string {
	match := "x.what <> 'claim' AND x.place = " + column
	if what == "claim" {
		match = "x.what = 'claim' AND x.target = " + column
	}
	return "NOT EXISTS (SELECT 1 FROM retraction x WHERE " + match + " AND x.known <= " + at +
		" AND NOT EXISTS (SELECT 1 FROM judgement u WHERE u.undoes <> '' AND u.undoes = x.id AND u.known <= " + at + "))"
}
