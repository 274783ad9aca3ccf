package tables

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"chancery"
	"chancery/ledger"
)

// Search implements ledger.Store.
func (s *Store) Search(ctx context.Context, known time.Time, query ledger.Query) iter.Seq2[ledger.Hit, error] {
	return func(yield func(ledger.Hit, error) bool) {
		if len(query.Phrases()) == 0 {
			return
		}
		var hits []ledger.Hit
		err := s.persist(ctx, func(ctx context.Context) error {
			hits = nil
			var documents, claims []ledger.Hit
			var one, two error
			if query.Wants(ledger.KindDocument) {
				documents, one = s.searchDocuments(ctx, known, query)
			}
			if query.Wants(ledger.KindClaim) {
				claims, two = s.searchClaims(ctx, known, query)
			}
			hits = append(documents, claims...)
			return errors.Join(one, two)
		})
		if err != nil {
			yield(ledger.Hit{}, fmt.Errorf("searching for %q: %w", query.Words, err))
			return
		}
		for _, hit := range hits {
			if !yield(hit, nil) {
				return
			}
		}
	}
}

const documentColumns = "d.id, d.title, d.published, d.publisher, d.url, d.fetched, d.text"

// matching gives places before one (0 for the end of the book) whose words match,
// the last first. It is a question of its own, for PostgreSQL's planner can
// choose well between the index of words and the table's end only where nothing
// is joined: joined, a word that five hundred rows have took 430 ms, not 5.
func (s *Store) matching(ctx context.Context, table string, query ledger.Query, before int64, most int) ([]int64, error) {
	q := &question{}
	place := s.engine.WordColumns(table)[0]
	q.where = append(q.where, s.engine.Match(query.Phrases(), table, q.arg))
	if before > 0 {
		q.and("w."+place+" < %s", before)
	}
	text := fmt.Sprintf("SELECT DISTINCT w.%s FROM %s w WHERE %s ORDER BY w.%s DESC LIMIT %d", place, table, strings.Join(q.where, " AND "), place, most)
	var places []int64
	err := scanEach(ctx, s.db, text, q.args, func(scan func(...any) error) error {
		var at int64
		err := scan(&at)
		places = append(places, at)
		return err
	})
	return places, err
}

// searchIn asks at for the hits among matching places, the last first, until
// there are enough or no more.
func (s *Store) searchIn(ctx context.Context, table string, query ledger.Query, at func(places []int64, most int) ([]ledger.Hit, error)) ([]ledger.Hit, error) {
	var hits []ledger.Hit
	before := int64(0)
	for size := 2 * query.Most(); ; size *= 4 {
		places, err := s.matching(ctx, table, query, before, size)
		if err != nil || len(places) == 0 {
			return hits, err
		}
		more, err := at(places, query.Most()-len(hits))
		if err != nil {
			return nil, err
		}
		hits = append(hits, more...)
		if len(hits) >= query.Most() || len(places) < size {
			return hits, nil
		}
		before = places[len(places)-1]
	}
}

// among adds places as a table k that leads a query; its order is to be by an
// expression ("c.seq + 0"), or the whole table would be walked in its order.
func (s *Store) among(q *question, column string, places []int64) (string, error) {
	keys := make([]string, len(places))
	for i, place := range places {
		keys[i] = strconv.FormatInt(place, 10)
	}
	q.where = append(q.where, column+" = CAST(k.key AS INTEGER)")
	list, err := s.listed(q, keys)
	return list + " k", err
}

func (s *Store) searchDocuments(ctx context.Context, known time.Time, query ledger.Query) ([]ledger.Hit, error) {
	return s.searchIn(ctx, "document_words", query, func(places []int64, most int) ([]ledger.Hit, error) {
		q := &question{}
		at := q.arg(micros(known))
		lead, err := s.among(q, "d.seq", places)
		if err != nil {
			return nil, err
		}
		q.where = append(q.where, "d.known <= "+at, notGone("document", "d.seq", at))
		// a coarse day, stored as "2021-10", sorts before its first day and after the
		// last day before: it needs no care below an upper bound.
		s.bound(q, "d.published", chancery.Date{}, query.Reported)
		text := "SELECT " + documentColumns + " FROM " + lead + " CROSS JOIN document d WHERE " + strings.Join(q.where, " AND ") +
			fmt.Sprintf(" ORDER BY d.seq + 0 DESC LIMIT %d", most)
		var hits []ledger.Hit
		err = scanEach(ctx, s.ordered, text, q.args, func(scan func(...any) error) error {
			var hit ledger.Hit
			err := scanDocumentOnly(scan, &hit.Document)
			hits = append(hits, hit)
			return err
		})
		return hits, err
	})
}

func scanDocumentOnly(scan func(...any) error, d *chancery.Document) error {
	var published, fetched string
	if err := scan(&d.ID, &d.Title, &published, &d.Publisher, &d.URL, &fetched, &d.Text); err != nil {
		return err
	}
	return dateDocument(d, published, fetched)
}

func (s *Store) searchClaims(ctx context.Context, known time.Time, query ledger.Query) ([]ledger.Hit, error) {
	var hashes []string
	hits, err := s.searchIn(ctx, "claim_words", query, func(places []int64, most int) ([]ledger.Hit, error) {
		q := &question{}
		at := q.arg(micros(known))
		lead, err := s.among(q, "c.seq", places)
		if err != nil {
			return nil, err
		}
		q.where = append(q.where, standing(at, rarities{retraction: true, later: true})...)
		s.bound(q, "c.published", chancery.Date{}, query.Reported)
		if err := s.amongClaims(q, query.Among); err != nil {
			return nil, err
		}
		text := "SELECT c.seq, c.known, r.id, r.model, c.body FROM " + lead + " CROSS JOIN claim c CROSS JOIN reading r WHERE " +
			strings.Join(q.where, " AND ") + fmt.Sprintf(" ORDER BY c.seq + 0 DESC LIMIT %d", most)
		var hits []ledger.Hit
		err = scanEach(ctx, s.ordered, text, q.args, func(scan func(...any) error) error {
			held, err := scanHeld(scan)
			hits = append(hits, ledger.Hit{Claim: &held})
			hashes = append(hashes, held.Claim.Document)
			return err
		})
		return hits, err
	})
	if err != nil || len(hits) == 0 {
		return nil, err
	}
	return hits, s.attach(ctx, known, hits, hashes)
}

// amongClaims adds every condition of a filter on claim c.
func (s *Store) amongClaims(q *question, f ledger.Filter) error {
	oneOf(q, "c.act", f.Acts)
	s.boundDays(q, "c.day", "c.act", f)
	for _, of := range []struct {
		list           []string
		column, within string
	}{{f.Claims, "c.id", ""}, {f.Documents, "e.hash", "document e"}} {
		if len(of.list) == 0 {
			continue
		}
		list, err := s.listed(q, of.list)
		if err != nil {
			return err
		}
		condition := of.column + " IN (SELECT l.key FROM " + list + " l)"
		if of.within != "" {
			condition = "EXISTS (SELECT 1 FROM " + of.within + " WHERE e.seq = c.document AND " + condition + ")"
		}
		q.where = append(q.where, condition)
	}
	f.Documents = nil
	return s.narrow(q, byDay, f)
}

// attach gives the hits their documents.
func (s *Store) attach(ctx context.Context, known time.Time, hits []ledger.Hit, hashes []string) error {
	documents, err := s.Documents(ctx, known, hashes)
	byHash := map[string]chancery.Document{}
	for _, document := range documents {
		byHash[document.Hash()] = document
	}
	for i := range hits {
		hits[i].Document = byHash[hits[i].Claim.Claim.Document]
	}
	return err
}

// Documents implements ledger.Store.
func (s *Store) Documents(ctx context.Context, known time.Time, hashes []string) ([]chancery.Document, error) {
	byHash := map[string]chancery.Document{}
	err := s.persist(ctx, func(ctx context.Context) error {
		q := &question{}
		at := q.arg(micros(known))
		list, err := s.listed(q, hashes)
		if err != nil {
			return err
		}
		text := "SELECT " + documentColumns + " FROM " + list + " k CROSS JOIN document d WHERE d.hash = k.key AND d.known <= " + at + " AND " + notGone("document", "d.seq", at)
		return scanEach(ctx, s.ordered, text, q.args, func(scan func(...any) error) error {
			var document chancery.Document
			err := scanDocumentOnly(scan, &document)
			byHash[document.Hash()] = document
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("reading documents: %w", err)
	}
	var found []chancery.Document
	for _, hash := range hashes {
		if document, held := byHash[hash]; held {
			found = append(found, document)
		}
	}
	return found, nil
}

// Count implements ledger.Store.
func (s *Store) Count(ctx context.Context) (ledger.Stats, error) {
	var stats ledger.Stats
	err := s.persist(ctx, func(ctx context.Context) error {
		var err error
		stats, err = s.count(ctx)
		return err
	})
	if err != nil {
		return stats, fmt.Errorf("counting: %w", err)
	}
	return stats, nil
}

func (s *Store) count(ctx context.Context) (ledger.Stats, error) {
	stats := ledger.Stats{Engine: s.engine.Name, Schema: s.schema}
	var first *int64
	for kind, into := range map[ledger.Kind]*int64{
		ledger.KindDocument: &stats.Documents, ledger.KindReading: &stats.Readings, ledger.KindClaim: &stats.Claims,
		ledger.KindJudgement: &stats.Judgements, ledger.KindRetraction: &stats.Retractions,
	} {
		if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM "+string(kind)).Scan(into); err != nil {
			return stats, err
		}
	}
	if err := s.db.QueryRowContext(ctx, "SELECT min(known) FROM document").Scan(&first); err != nil {
		return stats, err
	}
	var last int64
	if err := s.db.QueryRowContext(ctx, "SELECT known FROM book").Scan(&last); err != nil {
		return stats, err
	}
	if first != nil {
		stats.First, stats.Last = instant(*first), instant(last)
	}
	text := "SELECT count(*) FROM claim c CROSS JOIN reading r WHERE " + strings.Join(standing("$1", rarities{retraction: true, later: true}), " AND ")
	if err := s.db.QueryRowContext(ctx, text, last).Scan(&stats.Standing); err != nil {
		return stats, err
	}
	var err error
	stats.Bytes, err = s.engine.Size(ctx, s.db)
	return stats, err
}
