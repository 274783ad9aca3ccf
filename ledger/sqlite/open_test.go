package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
	"chancery/ledger/sqlite"
)

func open(t testing.TB) ledger.Store { return openAt(t, filepath.Join(t.TempDir(), "l.db")) }

func openAt(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func TestSQLiteIsAStore(t *testing.T) { ledgertest.Run(t, open) }

// A database of another program is refused and stays as it is, byte for byte.
func TestAnotherProgramsDatabaseIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE recipe (name TEXT)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(context.Background(), path); !errors.Is(err, ledger.ErrForeign) {
		t.Errorf("opening it: %v, want %v", err, ledger.ErrForeign)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file has changed: %v", err)
	}
}
