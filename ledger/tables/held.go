package tables

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"chancery/ledger"
)

// claimsBy runs one query, again after the last claim given when it broke.
func (s *Store) claimsBy(ctx context.Context, by driver, known time.Time, filter ledger.Filter, rare rarities) iter.Seq2[ledger.Held, error] {
	return func(yield func(ledger.Held, error) bool) {
		for {
			given := 0
			err := s.persist(ctx, func(ctx context.Context) error {
				query, args, err := s.claimsQuery(by, known, filter, rare)
				if err != nil {
					return err
				}
				return s.eachHeld(ctx, query, args, func(held ledger.Held) error {
					if given++; !yield(held, nil) {
						return errStop
					}
					cursor := held.Cursor()
					filter.After = &cursor
					if filter.Limit > 0 {
						if filter.Limit--; filter.Limit == 0 {
							return errStop
						}
					}
					return nil
				})
			})
			if err == nil || errors.Is(err, errStop) {
				return
			}
			if given > 0 && s.engine.Fleeting(err) {
				continue
			}
			yield(ledger.Held{}, fmt.Errorf("reading claims: %w", err))
			return
		}
	}
}

// heldRow is a claim as a query gives it.
type heldRow struct {
	seq, known     int64
	reading, model string
	body           string
}

func scanRow(scan func(...any) error) (row heldRow, err error) {
	err = scan(&row.seq, &row.known, &row.reading, &row.model, &row.body)
	return row, err
}

func (r heldRow) held() (ledger.Held, error) {
	claim, err := ledger.ParseClaim(r.body)
	held := ledger.Held{Seq: r.seq, Known: instant(r.known), Reading: r.reading, Claim: claim}
	if err != nil {
		return held, fmt.Errorf("claim %d: %w: %w", r.seq, err, ledger.ErrDamaged)
	}
	held.Claim.Model = r.model
	return held, nil
}

// eachHeld runs a query for claims and uses each. A long answer is fetched on
// one core while another decodes: both take about as long.
func (s *Store) eachHeld(ctx context.Context, query string, args []any, use func(ledger.Held) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	chunks, fetched := make(chan []heldRow, 8), make(chan error, 1)
	go func() {
		defer close(chunks)
		fetched <- s.fetch(ctx, query, args, chunks)
	}()
	var err error
	for rows := range chunks {
		if err == nil {
			if err = useRows(rows, use); err != nil {
				stop() // and let the fetching end
			}
		}
	}
	if failed := <-fetched; err == nil {
		err = failed
	}
	return err
}

func useRows(rows []heldRow, use func(ledger.Held) error) error {
	for _, row := range rows {
		held, err := row.held()
		if err == nil {
			err = use(held)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// fetch sends the rows of a query, some at a time.
func (s *Store) fetch(ctx context.Context, query string, args []any, chunks chan<- []heldRow) error {
	const most = 64
	var rows []heldRow
	send := func() error {
		select {
		case chunks <- rows:
			rows = nil
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := scanEach(ctx, s.ordered, query, args, func(scan func(...any) error) error {
		row, err := scanRow(scan)
		if rows = append(rows, row); err == nil && len(rows) == most {
			return send()
		}
		return err
	})
	if err == nil && len(rows) > 0 {
		err = send()
	}
	return err
}

func scanHeld(scan func(...any) error) (ledger.Held, error) {
	row, err := scanRow(scan)
	if err != nil {
		return ledger.Held{}, err
	}
	return row.held()
}
