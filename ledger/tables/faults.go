package tables

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
	"time"

	"chancery"
	"chancery/ledger"
)

var _ ledger.Keeper = (*Store)(nil)

// Vacuum implements ledger.Keeper.
func (s *Store) Vacuum(ctx context.Context) error {
	for _, statement := range s.engine.Vacuum {
		if _, err := s.db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, s.explain(err))
		}
	}
	return nil
}

// Faults implements ledger.Keeper: the database's own checks, then every entry
// against its name, its columns and the indexes.
func (s *Store) Faults(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		tell := func(fault string) error {
			if !yield(fault, nil) {
				return errStop
			}
			return nil
		}
		err := s.databaseFaults(ctx, tell)
		for _, check := range []func(context.Context, int64, func(string) error) error{
			s.documentFaults, s.claimFaults, s.readingFaults, s.otherFaults,
		} {
			if err == nil {
				err = s.walk(ctx, tell, check)
			}
		}
		for _, check := range []func(context.Context, func(string) error) error{s.partyFaults, s.standingFaults, s.orderFaults} {
			if err == nil {
				err = check(ctx, tell)
			}
		}
		if err != nil && !errors.Is(err, errStop) {
			yield("", fmt.Errorf("checking: %w", s.explain(err)))
		}
	}
}

func (s *Store) databaseFaults(ctx context.Context, tell func(string) error) error {
	for _, query := range s.engine.Faults {
		err := scanEach(ctx, s.db, query, nil, func(scan func(...any) error) error {
			var fault string
			if err := scan(&fault); err != nil {
				return err
			}
			return tell(fault)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// walk runs a check over the book, a window of places at a time.
func (s *Store) walk(ctx context.Context, tell func(string) error, check func(context.Context, int64, func(string) error) error) error {
	var last int64
	if err := s.db.QueryRowContext(ctx, "SELECT seq FROM book").Scan(&last); err != nil {
		return err
	}
	for from := int64(0); from < last; from += window {
		if err := check(ctx, from, tell); err != nil {
			return err
		}
	}
	return nil
}

func between(from int64) []any { return []any{from, from + window} }

func (s *Store) documentFaults(ctx context.Context, from int64, tell func(string) error) error {
	query := "SELECT d.seq, d.hash, " + documentColumns + " FROM document d WHERE d.seq > $1 AND d.seq <= $2"
	return scanEach(ctx, s.db, query, between(from), func(scan func(...any) error) error {
		var seq int64
		var hash string
		var document chancery.Document
		err := scanDocumentOnly(func(rest ...any) error { return scan(append([]any{&seq, &hash}, rest...)...) }, &document)
		if err != nil {
			return tell(fmt.Sprintf("document %d cannot be read: %v", seq, err))
		}
		if document.Hash() != hash {
			return tell(fmt.Sprintf("document %d is named %s, its content %s", seq, hash, document.Hash()))
		}
		return nil
	})
}

func (s *Store) claimFaults(ctx context.Context, from int64, tell func(string) error) error {
	query := `SELECT c.seq, c.id || '.' || c.version, d.hash, c.body,
		c.day, c.act, c.type, c.status, c.effective, c.published, c.object, c.states, c.score, c.confidence
		FROM claim c JOIN document d ON d.seq = c.document WHERE c.seq > $1 AND c.seq <= $2`
	return scanEach(ctx, s.db, query, between(from), func(scan func(...any) error) error {
		var seq int64
		var key, hash string
		var body []byte
		var columns claimColumns
		if err := scan(&seq, &key, &hash, &body, &columns.Day, &columns.Act, &columns.Type, &columns.Status, &columns.Effective,
			&columns.Published, &columns.Object, &columns.States, &columns.Score, &columns.Confidence); err != nil {
			return err
		}
		stored, err := ledger.StoredClaim(seq, time.Time{}, body)
		if err != nil {
			return tell(fmt.Sprintf("claim %d cannot be read: %v", seq, err))
		}
		claim := *stored.Claim
		switch {
		case stored.Key() != key || claim.ContentID() != claim.ID:
			return tell(fmt.Sprintf("claim %d is named %s, its content %s", seq, key, stored.Key()))
		case claim.Document != hash:
			return tell(fmt.Sprintf("claim %d is of document %s but stands with %s", seq, claim.Document, hash))
		case columnsOf(claim) != columns:
			return tell(fmt.Sprintf("claim %d is filed as %+v, its content is %+v", seq, columns, columnsOf(claim)))
		}
		return nil
	})
}

// partyFaults compares the indexes of parties and pairs with the claims. Both
// sides are summed up as hashes of their rows, so that neither order nor
// memory matters.
func (s *Store) partyFaults(ctx context.Context, tell func(string) error) error {
	tables := []string{"claim_party", "claim_pair"}
	var wanted, filed [2]uint64 // as tables
	expected := newBatch(s.engine)
	err := scanEach(ctx, s.db, "SELECT seq, body FROM claim", nil, func(scan func(...any) error) error {
		var seq int64
		var body string
		if err := scan(&seq, &body); err != nil {
			return err
		}
		claim, err := ledger.ParseClaim(body)
		if err != nil {
			return nil // claimFaults tells it
		}
		expected.putParties(seq, ledger.Day(claim), claim.Act, ledger.Parties(claim))
		for i, table := range tables {
			for _, row := range expected.rows[table] {
				wanted[i] += hashRow(row)
			}
			delete(expected.rows, table)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i, query := range []string{"SELECT party, day, claim, part, act FROM claim_party", "SELECT low, high, day, claim, act FROM claim_pair"} {
		err := scanEach(ctx, s.db, query, nil, func(scan func(...any) error) error {
			row := make([]any, 5)
			pointers := make([]any, len(row))
			for i := range row {
				pointers[i] = &row[i]
			}
			err := scan(pointers...)
			filed[i] += hashRow(row)
			return err
		})
		if err != nil {
			return err
		}
		if filed[i] != wanted[i] {
			if err := tell("the index " + tables[i] + " does not agree with the claims"); err != nil {
				return err
			}
		}
	}
	return nil
}

func hashRow(row []any) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%v", row)
	return h.Sum64()
}

func (s *Store) readingFaults(ctx context.Context, from int64, tell func(string) error) error {
	stretch, err := s.stretch(ctx, from, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), []ledger.Kind{ledger.KindReading})
	if err != nil {
		return err
	}
	for _, entry := range stretch {
		if id := entry.Reading.ContentID(); id != entry.Reading.ID {
			if err := tell(fmt.Sprintf("reading %d is named %s, its content %s", entry.Seq, entry.Reading.ID, id)); err != nil {
				return err
			}
		}
	}
	return nil
}

// otherFaults reads judgements and retractions.
func (s *Store) otherFaults(ctx context.Context, from int64, tell func(string) error) error {
	return scanEach(ctx, s.db, "SELECT seq, id, body FROM judgement WHERE seq > $1 AND seq <= $2", between(from), func(scan func(...any) error) error {
		var seq int64
		var id string
		var body []byte
		if err := scan(&seq, &id, &body); err != nil {
			return err
		}
		var judgement chancery.Judgement
		if err := json.Unmarshal(body, &judgement); err != nil {
			return tell(fmt.Sprintf("judgement %d cannot be read: %v", seq, err))
		}
		if judgement.ID != id {
			return tell(fmt.Sprintf("judgement %d is named %s, its content %s", seq, id, judgement.ID))
		}
		return nil
	})
}

// standingFaults checks what is written of claims and readings so that standing
// claims are found at once: the reading that told a claim first, the mark of
// claims told again, and that of readings that came later.
func (s *Store) standingFaults(ctx context.Context, tell func(string) error) error {
	for _, check := range []struct{ query, fault string }{
		{"SELECT c.seq FROM claim c WHERE c.reading <> 0 AND NOT EXISTS (SELECT 1 FROM reading_claim t WHERE t.reading = c.reading AND t.claim = c.seq)",
			"claim %d names a reading that does not tell it"},
		{"SELECT t.claim FROM reading_claim t JOIN claim c ON c.seq = t.claim WHERE (t.again = 1) <> (c.reading <> t.reading)",
			"claim %d is not marked as its readings tell it"},
		{"SELECT max(r.seq) FROM reading r WHERE r.later = 0 GROUP BY r.document HAVING count(*) > 1",
			"reading %d is not marked as a later one of its document"},
		{"SELECT r.seq FROM reading r WHERE r.later = 0 AND EXISTS (SELECT 1 FROM reading l WHERE l.document = r.document AND l.later = 1 AND l.seq < r.seq)",
			"reading %d is not marked as a later one of its document"},
	} {
		err := scanEach(ctx, s.db, check.query, nil, func(scan func(...any) error) error {
			var seq int64
			if err := scan(&seq); err != nil {
				return err
			}
			return tell(fmt.Sprintf(check.fault, seq))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// orderFaults checks that known times rise with places.
func (s *Store) orderFaults(ctx context.Context, tell func(string) error) error {
	query := "SELECT seq, known FROM document UNION ALL SELECT seq, known FROM reading UNION ALL SELECT seq, known FROM claim" +
		" UNION ALL SELECT seq, known FROM judgement UNION ALL SELECT seq, known FROM retraction UNION ALL SELECT seq + 1, known FROM book ORDER BY 1"
	var lastSeq, lastKnown int64
	return scanEach(ctx, s.db, query, nil, func(scan func(...any) error) error {
		var seq, known int64
		if err := scan(&seq, &known); err != nil {
			return err
		}
		if seq == lastSeq || known < lastKnown {
			return tell(fmt.Sprintf("entry %d, known at %v, stands after entry %d, known at %v", seq, instant(known), lastSeq, instant(lastKnown)))
		}
		lastSeq, lastKnown = seq, known
		return nil
	})
}
