package tables

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"chancery/ledger"
)

var _ ledger.Store = (*Store)(nil)

// Load implements ledger.Store, in one transaction.
func (s *Store) Load(ctx context.Context, entries iter.Seq2[ledger.Entry, error]) error {
	err := s.inTransaction(ctx, func(tx *sql.Tx) error {
		seq, known, err := takeTurn(ctx, tx)
		if err != nil {
			return err
		}
		if seq > 0 {
			return ledger.ErrNotEmpty
		}
		loader := loader{batch: newBatch(s.engine), tx: tx}
		for entry, err := range entries {
			if err != nil {
				return err
			}
			if entry.Seq <= seq || micros(entry.Known) < known {
				return fmt.Errorf("entry %d comes after entry %d: %w", entry.Seq, seq, ledger.ErrInvalid)
			}
			seq, known = entry.Seq, micros(entry.Known)
			if err := loader.add(ctx, entry); err != nil {
				return err
			}
		}
		if err := loader.batch.insert(ctx, tx); err != nil {
			return err
		}
		return endTurn(ctx, tx, seq, known)
	})
	if err != nil {
		return fmt.Errorf("loading entries: %w", s.explain(err))
	}
	return nil
}

// loader writes rows out every few thousand entries, a reading together with
// its document and claims, which stand before it.
type loader struct {
	batch   *batch
	tx      *sql.Tx
	waiting int
}

func (l *loader) add(ctx context.Context, entry ledger.Entry) error {
	entry = entry.Encoded()
	if l.batch.holds(entry) {
		return fmt.Errorf("entry %d stands in the book twice: %w", entry.Seq, ledger.ErrInvalid)
	}
	if err := l.batch.add(entry); err != nil {
		return err
	}
	const enough, most = 4000, 100_000
	l.waiting++
	if l.waiting < enough || l.waiting < most && (entry.Document != nil || entry.Claim != nil) {
		return nil
	}
	l.waiting = 0
	return l.batch.insert(ctx, l.tx)
}
