// Package postgres keeps a ledger in a PostgreSQL database (12 or later), for
// several programs and machines at once.
package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"chancery/ledger"
	"chancery/ledger/tables"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is a ledger in a PostgreSQL database.
type Store struct {
	*tables.Store
}

// Open opens the database that the URL names (postgres://user@host/name) and
// makes the tables where they are missing, in the schema that its search_path
// names first. A server that is away is waited for: 5 seconds here,
// 30 once the ledger is open.
func Open(ctx context.Context, url string) (*Store, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("reading the address of the ledger: %w", err)
	}
	// Queries are planned with the values they are asked with: parties and
	// words differ by orders of magnitude in how often they occur.
	config.RuntimeParams["plan_cache_mode"] = "force_custom_plan"
	config.RuntimeParams["jit"] = "off"
	config.RuntimeParams["application_name"] = "chancery"
	db := connections(config)
	// The queries for claims name their tables in the order of the index that
	// leads, as SQLite needs it; the planner, which cannot know that hardly any
	// claim is superseded, would sort a whole pair to give one page.
	inOrder := config.Copy()
	for _, setting := range []string{"enable_hashjoin", "enable_mergejoin", "enable_sort"} {
		inOrder.RuntimeParams[setting] = "off"
	}
	for _, setting := range []string{"join_collapse_limit", "from_collapse_limit"} {
		inOrder.RuntimeParams[setting] = "1"
	}
	// Their values tell their types: a query is one journey, where preparing it
	// first would be two.
	inOrder.DefaultQueryExecMode = pgx.QueryExecModeExec
	ordered := connections(inOrder)
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	store, err := tables.Open(ctx, db, ordered, engine(goose.WithSessionLocker(locker)))
	if err != nil {
		db.Close()
		ordered.Close()
		return nil, fmt.Errorf("%s on %s: %w", config.Database, config.Host, err)
	}
	return &Store{store}, nil
}

func connections(config *pgx.ConnConfig) *sql.DB {
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(4)
	return db
}

func engine(options ...goose.ProviderOption) tables.Engine {
	return tables.Engine{
		Name: "postgres", Dialect: goose.DialectPostgres, Migrations: migrations, Options: options,
		Fleeting: fleeting, Explain: explain, Patience: 30 * time.Second,
		List:  "(SELECT DISTINCT json_array_elements_text(%s::json) AS key)",
		Match: match, WordRows: wordRows, WordColumns: wordColumns, WordValue: "to_tsvector('chancery_words', %s)", Insert: insert, Size: size,
		// The server keeps the references itself: what can be wrong is a
		// constraint or an index that somebody switched off.
		Faults: []string{
			"SELECT 'the constraint ' || conname || ' of ' || conrelid::regclass || ' is not held' FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY 1",
			"SELECT 'the index ' || indexrelid::regclass || ' is not valid' FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE NOT indisvalid AND c.relnamespace = current_schema()::regnamespace ORDER BY 1",
			"SELECT 'document ' || seq || ' is not in the index of words' FROM document d WHERE NOT EXISTS (SELECT 1 FROM document_words w WHERE w.document = d.seq)",
			"SELECT 'claim ' || seq || ' is not in the index of words' FROM claim c WHERE NOT EXISTS (SELECT 1 FROM claim_words w WHERE w.claim = c.seq)",
		},
		Vacuum: []string{"VACUUM (ANALYZE)"},
	}
}

// match asks for every phrase.
func match(phrases [][]string, _ string, next func(any) string) string {
	parts := make([]string, len(phrases))
	for i, words := range phrases {
		parts[i] = "phraseto_tsquery('chancery_words', " + next(strings.Join(words, " ")) + ")"
	}
	return "w.words @@ (" + strings.Join(parts, " && ") + ")"
}

// PostgreSQL's limits on a tsvector: 1 MB in all, 2,047 bytes a word, 16,383
// places; a row stays well below each.
const (
	mostWords     = 10_000
	mostBytes     = 400_000
	mostWordBytes = 2_000
)

// wordRows cuts a text into rows; claim_words has no column for the part, for
// an evidence is a few sentences: what is beyond its first row is not found.
func wordRows(table string, seq int64, flat string) [][]any {
	var rows [][]any
	var row []string
	bytes := 0
	flush := func() {
		if table == "document_words" {
			rows = append(rows, []any{seq, len(rows), strings.Join(row, " ")})
		} else if len(rows) == 0 {
			rows = append(rows, []any{seq, strings.Join(row, " ")})
		}
		row, bytes = row[:0], 0
	}
	for word := range strings.FieldsSeq(flat) {
		if len(word) > mostWordBytes {
			continue
		}
		row, bytes = append(row, word), bytes+len(word)
		if len(row) == mostWords || bytes > mostBytes {
			flush()
		}
	}
	if len(row) > 0 || len(rows) == 0 {
		flush()
	}
	return rows
}

func wordColumns(table string) []string {
	if table == "document_words" {
		return []string{"document", "part", "words"}
	}
	return []string{"claim", "words"}
}

func size(ctx context.Context, db *sql.DB) (bytes int64, err error) {
	err = db.QueryRowContext(ctx, "SELECT pg_database_size(current_database())").Scan(&bytes)
	return bytes, err
}

// fleeting is what goes away when the server is back, or its locks are.
func fleeting(err error) bool {
	var connecting *pgconn.ConnectError
	var network net.Error
	var fault *pgconn.PgError
	if errors.As(err, &fault) {
		switch fault.Code {
		case "57P01", "57P02", "57P03", "40001", "40P01", "53300", "55P03":
			return true
		}
		return strings.HasPrefix(fault.Code, "08")
	}
	return errors.As(err, &connecting) || errors.As(err, &network) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || pgconn.SafeToRetry(err) ||
		err != nil && (strings.Contains(err.Error(), "conn closed") || strings.Contains(err.Error(), "broken pipe") || strings.Contains(err.Error(), "connection reset"))
}

// explain says in the ledger's words what PostgreSQL's codes mean
// (PostgreSQL 15, Appendix A).
func explain(err error) error {
	var fault *pgconn.PgError
	if !errors.As(err, &fault) {
		return err
	}
	switch fault.Code {
	case "53100":
		return fmt.Errorf("the server's disk is full; what was recorded before is kept: %w", err)
	case "XX001", "XX002":
		return fmt.Errorf("%w (restore it from a backup: chancery ledger restore): %w", ledger.ErrDamaged, err)
	}
	return err
}
