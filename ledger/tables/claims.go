package tables

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"chancery"
	"chancery/ledger"
)

// errStop ends a query whose reader has had enough.
var errStop = errors.New("the reader stopped")

// Claims implements ledger.Store. The standing claims of a known time never
// change, so a query that a restart of the database broke goes on after the
// last claim given.
func (s *Store) Claims(ctx context.Context, known time.Time, filter ledger.Filter) iter.Seq2[ledger.Held, error] {
	driver := chooseDriver(filter)
	return func(yield func(ledger.Held, error) bool) {
		rare, err := s.rarities(ctx, known)
		if err != nil {
			yield(ledger.Held{}, fmt.Errorf("reading claims: %w", err))
			return
		}
		if driver != byPair || !rare.crowd {
			s.claimsBy(ctx, driver, known, filter, rare)(yield)
			return
		}
		merge(s.claimsBy(ctx, byPair, known, filter, rare), s.claimsBy(ctx, byCrowd, known, filter, rare), filter, yield)
	}
}

// merge yields two sequences of one order as one.
func merge(one, two iter.Seq2[ledger.Held, error], filter ledger.Filter, yield func(ledger.Held, error) bool) {
	next, stop := iter.Pull2(two)
	defer stop()
	other, err, more := next()
	given := 0
	give := func(held ledger.Held, err error) bool {
		given++
		return yield(held, err) && err == nil && (filter.Limit == 0 || given < filter.Limit)
	}
	for held, failed := range one {
		for more && err == nil && failed == nil && precedes(other, held, filter.Latest) {
			if !give(other, nil) {
				return
			}
			other, err, more = next()
		}
		if !give(held, failed) {
			return
		}
	}
	for more && give(other, err) {
		other, err, more = next()
	}
}

func precedes(a, b ledger.Held, latest bool) bool {
	x, y := a.Cursor(), b.Cursor()
	if latest {
		x, y = y, x
	}
	return x.Day < y.Day || x.Day == y.Day && x.Seq < y.Seq
}

// driver is the table whose order and condition lead a query.
type driver int

const (
	byDay driver = iota
	byPair
	byCrowd
	byParty
	byClaim
	byPrefix
	byDocument
	byObject
	byEffective
)

// chooseDriver takes the most selective condition that an index serves.
func chooseDriver(f ledger.Filter) driver {
	switch {
	case len(f.Claims) > 0:
		return byClaim
	case f.Prefix != "":
		return byPrefix
	case len(f.Documents) > 0:
		return byDocument
	case len(f.Objects) > 0:
		return byObject
	case len(pairOf(f)) == 2:
		return byPair
	case len(pairOf(f)) == 1:
		return byParty
	case !f.EffectiveFrom.IsZero() || !f.EffectiveTo.IsZero():
		return byEffective
	}
	return byDay
}

// pairOf is one or two parties that every passing claim has, sorted.
func pairOf(f ledger.Filter) []string {
	sure := slices.Clone(f.Parties)
	for _, list := range [][]string{f.Actors, f.Recipients} {
		if len(list) == 1 {
			sure = append(sure, list[0])
		}
	}
	slices.Sort(sure)
	sure = slices.Compact(sure)
	return sure[:min(2, len(sure))]
}

// question builds a query: conditions and the values of their placeholders.
type question struct {
	where []string
	args  []any
}

func (q *question) arg(value any) string {
	q.args = append(q.args, value)
	return fmt.Sprintf("$%d", len(q.args))
}

func (q *question) and(format string, values ...any) {
	holders := make([]any, len(values))
	for i, value := range values {
		holders[i] = q.arg(value)
	}
	q.where = append(q.where, fmt.Sprintf(format, holders...))
}

// oneOf adds the condition that a column is one of a list, when there is one.
func oneOf[T ~string](q *question, column string, list []T) {
	if len(list) == 0 {
		return
	}
	holders := make([]string, len(list))
	for i, value := range list {
		holders[i] = q.arg(string(value))
	}
	q.where = append(q.where, column+" IN ("+strings.Join(holders, ", ")+")")
}

// listed is a long list, which goes as one value, as a table of one column "key".
func (s *Store) listed(q *question, list []string) (string, error) {
	data, err := json.Marshal(list)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf(s.engine.List, q.arg(string(data))), nil
}

// claimsQuery writes the query. CROSS JOIN keeps SQLite, and the settings of
// its connections PostgreSQL, to the order in which the tables are named, so
// that a page is read off an index and no more than the page.
func (s *Store) claimsQuery(by driver, known time.Time, f ledger.Filter, rare rarities) (string, []any, error) {
	q := &question{}
	at := q.arg(micros(known))
	lead, day, seq, act := "claim c", "c.day", "c.seq", "c.act"
	var err error
	switch by {
	case byPair, byCrowd, byParty:
		lead, day, seq, act = s.leadParties(q, by, f), "k.day", "k.claim", "k.act"
	case byClaim:
		lead, err = s.leadClaims(q, f.Claims)
	case byDocument:
		lead, err = s.leadDocuments(q, f.Documents)
	case byObject:
		oneOf(q, "c.object", f.Objects)
		q.and("c.object <> ''")
	case byEffective:
		q.and("c.effective <> ''")
	}
	if err != nil {
		return "", nil, err
	}
	oneOf(q, act, f.Acts)
	s.boundDays(q, day, act, f)
	if f.After != nil {
		sign := ">"
		if f.Latest {
			sign = "<"
		}
		q.and("("+day+", "+seq+") "+sign+" (%s, %s)", f.After.Day, f.After.Seq)
	}
	if err := s.narrow(q, by, f); err != nil {
		return "", nil, err
	}
	reading, columns := " CROSS JOIN reading r", "r.id, r.model"
	if f.Lean && !rare.later && !rare.retraction { // each claim is of the one reading that it came with
		reading, columns = "", "'', ''"
		q.where = append(q.where, "c.known <= "+at)
	} else {
		q.where = append(q.where, standing(at, rare)...)
	}
	if by >= byClaim {
		day += " || ''" // few rows, to be sorted: the index of days is not to lead
	}
	order := day + ", " + seq
	if f.Latest {
		order = day + " DESC, " + seq + " DESC"
	}
	query := "SELECT c.seq, c.known, " + columns + ", c.body FROM " + lead + reading + " WHERE " +
		strings.Join(q.where, " AND ") + " ORDER BY " + order
	if f.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d", f.Limit)
	}
	return query, q.args, nil
}

func (s *Store) leadParties(q *question, by driver, f ledger.Filter) string {
	pair := pairOf(f)
	q.where = append(q.where, "c.seq = k.claim")
	switch by {
	case byPair:
		q.and("k.low = %s AND k.high = %s", pair[0], pair[1])
		return "claim_pair k CROSS JOIN claim c"
	case byCrowd:
		q.where = append(q.where, "k.low = '*' AND k.high = '*'")
		for _, party := range pair {
			q.and("EXISTS (SELECT 1 FROM claim_party p WHERE p.party = %s AND p.day = k.day AND p.claim = k.claim)", party)
		}
		return "claim_pair k CROSS JOIN claim c"
	}
	q.and("k.party = %s", pair[0])
	return "claim_party k CROSS JOIN claim c"
}

func (s *Store) leadClaims(q *question, ids []string) (string, error) {
	list, err := s.listed(q, ids)
	q.where = append(q.where, "c.id = k.key")
	return list + " k CROSS JOIN claim c", err
}

func (s *Store) leadDocuments(q *question, hashes []string) (string, error) {
	list, err := s.listed(q, hashes)
	q.where = append(q.where, "d.hash = k.key", "c.document = d.seq")
	return list + " k CROSS JOIN document d CROSS JOIN claim c", err
}

// narrow adds the conditions that hold whichever table leads.
func (s *Store) narrow(q *question, by driver, f ledger.Filter) error {
	led := []string{}
	if by == byPair || by == byParty || by == byCrowd {
		led = pairOf(f)
	}
	for _, party := range f.Parties {
		if slices.Contains(led, party) {
			continue
		}
		q.and("EXISTS (SELECT 1 FROM claim_party p WHERE p.party = %s AND p.day = c.day AND p.claim = c.seq)", party)
	}
	s.takesPart(q, f.Actors, ledger.PartActor)
	s.takesPart(q, f.Recipients, ledger.PartRecipient)
	oneOf(q, "c.type", f.Types)
	oneOf(q, "c.status", f.Statuses)
	s.bound(q, "c.effective", f.EffectiveFrom, f.EffectiveTo)
	s.bound(q, "c.published", chancery.Date{}, f.Reported)
	if f.MinScore != nil {
		q.and("c.score >= %s", *f.MinScore)
	}
	if f.MaxScore != nil {
		q.and("c.score <= %s", *f.MaxScore)
	}
	if f.MinConfidence > 0 {
		q.and("c.confidence >= %s", f.MinConfidence)
	}
	if f.States {
		q.where = append(q.where, "c.states = 1")
	}
	if f.Prefix != "" { // "g" follows every digit
		q.and("c.id >= %s AND c.id < %s", f.Prefix, f.Prefix+"g")
	}
	return s.narrowLists(q, f)
}

// narrowLists adds the lists that do not lead.
func (s *Store) narrowLists(q *question, f ledger.Filter) error {
	if len(f.Objects) > 0 {
		oneOf(q, "c.object", f.Objects)
		q.and("c.object <> ''")
	}
	if len(f.Documents) > 0 && (len(f.Claims) > 0 || f.Prefix != "") {
		list, err := s.listed(q, f.Documents)
		if err != nil {
			return err
		}
		q.where = append(q.where, "EXISTS (SELECT 1 FROM document e CROSS JOIN "+list+" l WHERE e.seq = c.document AND l.key = e.hash)")
	}
	return nil
}

func (s *Store) takesPart(q *question, codes []string, part ledger.Part) {
	if len(codes) == 0 {
		return
	}
	inner := &question{args: q.args}
	oneOf(inner, "p.party", codes)
	q.args = inner.args
	q.where = append(q.where, fmt.Sprintf("EXISTS (SELECT 1 FROM claim_party p WHERE %s AND p.day = c.day AND p.claim = c.seq AND (p.part & %d) <> 0)", inner.where[0], part))
}
