package sqlite_test

import (
	"context"
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
