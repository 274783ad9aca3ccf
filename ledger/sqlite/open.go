// Package sqlite keeps a ledger in one file: the embedded default, pure Go.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"chancery/ledger"
	"chancery/ledger/tables"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is a ledger in an SQLite file.
type Store struct {
	*tables.Store
	path string
}

// Open opens the file, making it when there is none (its folder must exist).
// Errors wrap ledger.ErrDamaged for a file that is no whole ledger,
// ledger.ErrForeign for a database of another program, which is left as it is,
// and ledger.ErrNewer for one that a later version made.
func Open(ctx context.Context, path string) (*Store, error) {
	if table := foreignTable(ctx, path); table != "" {
		return nil, fmt.Errorf("%s: it holds a table %q: %w", path, table, ledger.ErrForeign)
	}
	db, err := sql.Open("sqlite", source(path))
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db.SetMaxIdleConns(4)
	store, err := tables.Open(ctx, db, db, engine())
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Store{store, path}, nil
}

// foreignTable is a table of a file that another program made; "" for a ledger,
// an empty file, none, or one that cannot be read this way.
func foreignTable(ctx context.Context, path string) (name string) {
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	// Not by the settings of source, which change the file.
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: "mode=ro"}).String())
	if err != nil {
		return ""
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
		AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'goose_db_version') ORDER BY name LIMIT 1`).Scan(&name)
	if err != nil {
		return ""
	}
	return name
}

// source names the file with the settings of every connection: writers queue
// for the write lock from the start and wait for it, readers never wait (WAL),
// and a commit is on the disk when it returns. The cache (256 MB at the most,
// taken as pages are met) holds the indexes of a million claims, which entering
// touches at random; the log is copied back every 65,536 pages (256 MB), for a
// page that several batches changed is then copied once.
func source(path string) string {
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(30000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "cache_size(-262144)", "wal_autocheckpoint(65536)", "temp_store(MEMORY)",
	}}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: settings.Encode()}).String()
}

func engine() tables.Engine {
	return tables.Engine{
		Name: "sqlite", Dialect: goose.DialectSQLite3, Migrations: migrations,
		Fleeting: fleeting, Explain: explain, Patience: 30 * time.Second,
		List:  "(SELECT DISTINCT value AS key FROM json_each(%s))",
		Match: match, WordRows: wordRows, WordColumns: wordColumns, WordValue: "%s", Insert: insert, Size: size,
		Faults: []string{
			"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
			`SELECT "table" || ' row ' || coalesce(rowid, '') || ' points at a missing ' || parent FROM pragma_foreign_key_check`,
			"SELECT 'document ' || seq || ' is not in the index of words' FROM document WHERE seq NOT IN (SELECT id FROM document_words_docsize)",
			"SELECT 'claim ' || seq || ' is not in the index of words' FROM claim WHERE seq NOT IN (SELECT id FROM claim_words_docsize)",
		},
		Vacuum: []string{"VACUUM", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"},
	}
}

// match asks FTS5 for every phrase, each in quotation marks.
func match(phrases [][]string, table string, next func(any) string) string {
	quoted := make([]string, len(phrases))
	for i, words := range phrases {
		quoted[i] = `"` + strings.Join(words, " ") + `"`
	}
	return table + " MATCH " + next(strings.Join(quoted, " AND "))
}

func wordRows(_ string, seq int64, flat string) [][]any { return [][]any{{seq, flat}} }

func wordColumns(string) []string { return []string{"rowid", "words"} }

func size(ctx context.Context, db *sql.DB) (bytes int64, err error) {
	err = db.QueryRowContext(ctx, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()").Scan(&bytes)
	return bytes, err
}

// fleeting is a lock that another process holds.
func fleeting(err error) bool {
	var fault *sqlite.Error
	return errors.As(err, &fault) && (fault.Code()&0xff == codes.SQLITE_BUSY || fault.Code()&0xff == codes.SQLITE_LOCKED)
}

// explain says in the ledger's words what SQLite's codes mean.
func explain(err error) error {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return err
	}
	switch fault.Code() & 0xff {
	case codes.SQLITE_NOTADB, codes.SQLITE_CORRUPT:
		return fmt.Errorf("%w (restore it from a backup: chancery ledger restore): %w", ledger.ErrDamaged, err)
	case codes.SQLITE_FULL:
		return fmt.Errorf("the disk is full; what was recorded before is kept: %w", err)
	case codes.SQLITE_IOERR:
		return fmt.Errorf("the disk could not be read or written (is it full, or is there a limit?); what was recorded before is kept: %w", err)
	case codes.SQLITE_CANTOPEN:
		return fmt.Errorf("the file cannot be opened or made: %w", err)
	}
	return err
}

// Backup writes the ledger as it stands at one moment to a new file, while
// others read and write. It appears under its name when it is whole.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("backup to %s: %w", path, os.ErrExist)
	}
	part := path + ".part"
	_ = os.Remove(part)
	if _, err := s.DB().ExecContext(ctx, "VACUUM INTO $1", part); err != nil {
		_ = os.Remove(part)
		return fmt.Errorf("backup to %s: %w", path, explain(err))
	}
	return settle(part, path)
}

// settle gives a written file its name once its bytes are on the disk.
func settle(part, path string) error {
	file, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	_ = folder.Sync() // not every file system can
	return folder.Close()
}
