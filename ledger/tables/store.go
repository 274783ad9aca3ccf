// Package tables keeps a ledger in the tables of an SQL database: everything
// in which SQLite and PostgreSQL agree, and an Engine for the little in which
// they do not. Use ledger/sqlite or ledger/postgres.
package tables

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync/atomic"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/sethvargo/go-retry"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Engine is what one database does in its own way.
type Engine struct {
	// Name is "sqlite" or "postgres".
	Name string
	// Dialect is goose's name of the engine, Migrations hold the engine's own
	// files, in a folder "migrations", beside those of this package.
	Dialect    goose.Dialect
	Migrations fs.FS
	Options    []goose.ProviderOption
	// Fleeting reports whether an error may go away by itself: a database that
	// restarts, a lock that another writer holds.
	Fleeting func(error) bool
	// Explain gives an error of the driver the sentinel of the ledger that fits.
	Explain func(error) error
	// List is a table of one column "key", the different texts of a JSON array,
	// %s being its placeholder.
	List string
	// Match is the condition that the words of a row w match a query; next gives
	// a placeholder for a value.
	Match func(phrases [][]string, table string, next func(any) string) string
	// Words are the rows of a search table for one text: its flat words, cut
	// into as many rows as the engine needs.
	WordRows func(table string, seq int64, flat string) [][]any
	// WordColumns are the columns of a search table of that name, the first
	// being the entry's place and the last the words; WordValue is the
	// expression that makes the words of a flat text, %s being the text.
	WordColumns func(table string) []string
	WordValue   string
	// Insert writes rows into the named columns; last is the expression for the
	// last column, %s being its value.
	Insert func(ctx context.Context, tx *sql.Tx, table string, names []string, last string, rows [][]any) error
	// Size gives the bytes of the database.
	Size func(ctx context.Context, db *sql.DB) (int64, error)
	// Faults are queries that give a sentence for each fault of the database
	// itself; Vacuum are statements that give space back and renew the
	// planner's figures.
	Faults, Vacuum []string
	// Patience is how long a fleeting error is waited out.
	Patience time.Duration
}

// Store is a ledger.Store over database/sql.
type Store struct {
	db *sql.DB
	// ordered is the same database by connections that join tables in the order
	// in which a query names them. Most questions use these alone, for a
	// connection to a server costs more than a small question.
	ordered *sql.DB
	engine  Engine
	schema  int64
	rare    atomic.Pointer[knownRarities] // of the last known time that was asked
}

// Open brings the tables of the database to this program's version and opens
// the store; ordered is the same database (or db itself) by connections that
// join tables in the order in which a query names them. ledger.ErrNewer for
// tables of a later version.
func Open(ctx context.Context, db, ordered *sql.DB, engine Engine) (*Store, error) {
	s := &Store{db: db, ordered: ordered, engine: engine}
	s.engine.Patience = min(engine.Patience, opening)
	err := s.persist(ctx, func(ctx context.Context) error { return s.migrate(ctx) })
	if err != nil {
		return nil, fmt.Errorf("opening the ledger: %w", err)
	}
	s.engine.Patience = engine.Patience
	return s, nil
}

// opening is the most that a database is waited for at first: an address may
// be wrong.
const opening = 5 * time.Second

// Wait sets how long a database that goes away is waited for from now on, in
// place of the engine's own patience.
func (s *Store) Wait(patience time.Duration) { s.engine.Patience = patience }

// DB is the database itself, for what an engine does beside.
func (s *Store) DB() *sql.DB { return s.db }

// Close closes the database.
func (s *Store) Close() error { return errors.Join(s.ordered.Close(), s.db.Close()) }

// Last implements ledger.Store.
func (s *Store) Last(ctx context.Context) (time.Time, error) {
	var known int64
	err := s.persist(ctx, func(ctx context.Context) error {
		return s.ordered.QueryRowContext(ctx, "SELECT known FROM book").Scan(&known)
	})
	if err != nil {
		return time.Time{}, fmt.Errorf("reading the last known time: %w", err)
	}
	return instant(known), nil
}

// persist runs a step again for as long as its error is fleeting and the
// engine's patience lasts, waiting longer each time, two seconds at most.
func (s *Store) persist(ctx context.Context, step func(context.Context) error) error {
	backoff := retry.WithMaxDuration(s.engine.Patience, retry.WithCappedDuration(2*time.Second, retry.NewExponential(25*time.Millisecond)))
	err := retry.Do(ctx, backoff, func(ctx context.Context) error {
		err := step(ctx)
		if err != nil && s.engine.Fleeting(err) {
			return retry.RetryableError(err)
		}
		return err
	})
	return s.explain(err)
}

func (s *Store) explain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return s.engine.Explain(err)
}

// micros is a known time as it is stored; 0 for the zero time.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// instant is a stored known time.
func instant(known int64) time.Time {
	if known == 0 {
		return time.Time{}
	}
	return time.UnixMicro(known).UTC()
}

// fromISO reads a stored time of day; "" is the zero time.
func fromISO(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, text)
}

func toISO(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
