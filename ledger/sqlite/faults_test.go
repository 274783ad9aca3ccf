package sqlite_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
	"chancery/ledger/sqlite"
)

func filled(t *testing.T, path string, readings int) *sqlite.Store {
	t.Helper()
	store := openAt(t, path)
	if _, err := ledger.New(store, time.Now).Record(context.Background(), ledgertest.Generate(1, readings)...); err != nil {
		t.Fatal(err)
	}
	return store
}

func faultsOf(t *testing.T, store *sqlite.Store) []string {
	t.Helper()
	var list []string
	for fault, err := range store.Faults(context.Background()) {
		if err != nil {
			return append(list, err.Error())
		}
		list = append(list, fault)
	}
	return list
}

// A disk that is full is a limit of pages here: SQLite reports both alike.
func TestAFullDiskLosesNothing(t *testing.T) {
	ctx := context.Background()
	store := filled(t, filepath.Join(t.TempDir(), "l.db"), 50)
	store.DB().SetMaxOpenConns(1)
	if _, err := store.DB().Exec("PRAGMA max_page_count = 200"); err != nil {
		t.Fatal(err)
	}
	book := ledger.New(store, time.Now)
	generator := ledgertest.NewGenerator(2)
	var err error
	recorded := 50
	for range 100 {
		batch := generator.Batch(20)
		if _, err = book.Record(ctx, batch...); err != nil {
			break
		}
		recorded += len(batch)
	}
	if err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Fatalf("writing to a full disk: %v", err)
	}
	stats, err := store.Count(ctx)
	if err != nil || stats.Documents != int64(recorded) {
		t.Errorf("%d documents after the disk was full (%v), want %d", stats.Documents, err, recorded)
	}
	if faults := faultsOf(t, store); len(faults) > 0 {
		t.Error(faults)
	}
	if _, err := store.DB().Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Record(ctx, generator.Batch(20)...); err != nil {
		t.Errorf("writing once there is room again: %v", err)
	}
}

func TestADamagedFileIsNamed(t *testing.T) {
	ctx := context.Background()
	rows := []struct {
		name   string
		damage func(data []byte) []byte
	}{
		{"no database at all", func([]byte) []byte { return bytes.Repeat([]byte("this is a letter\n"), 500) }},
		{"the head is overwritten", func(data []byte) []byte { return append(bytes.Repeat([]byte{7}, 64), data[64:]...) }},
		{"half of it is cut off", func(data []byte) []byte { return data[:len(data)/2] }},
		{"noise in the middle", func(data []byte) []byte {
			random := rand.New(rand.NewPCG(3, 4))
			for i := len(data) / 4; i < 3*len(data)/4; i++ {
				data[i] = byte(random.Uint32())
			}
			return data
		}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "l.db")
			store := filled(t, path, 40)
			if err := store.Vacuum(ctx); err != nil {
				t.Fatal(err)
			}
			store.Close()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, row.damage(data), 0o600); err != nil {
				t.Fatal(err)
			}
			damaged, err := sqlite.Open(ctx, path)
			if err == nil {
				defer damaged.Close()
				for fault, found := range damaged.Faults(ctx) {
					if err = found; fault != "" {
						return // the check found it
					}
				}
			}
			if !errors.Is(err, ledger.ErrDamaged) || !strings.Contains(err.Error(), "restore") {
				t.Errorf("%v: does not say that it is damaged and how to restore it", err)
			}
		})
	}
}

// A check names what somebody changed with another program.
func TestTamperingIsFound(t *testing.T) {
	rows := []struct{ name, statement, told string }{
		{"a text", "UPDATE document SET text = text || '!' WHERE seq = (SELECT min(seq) FROM document)", "document"},
		{"a claim", "UPDATE claim SET body = replace(body, 'spokesman', 'minister') WHERE seq = (SELECT min(seq) FROM claim)", "claim"},
		{"a column", "UPDATE claim SET act = 'wave' WHERE seq = (SELECT min(seq) FROM claim)", "is filed as"},
		{"a party", "DELETE FROM claim_party WHERE claim = (SELECT min(seq) FROM claim)", "claim_party"},
		{"a pair", "UPDATE claim_pair SET day = '2000-01-01'", "claim_pair"},
		{"a reading", "DELETE FROM reading_claim WHERE claim = (SELECT min(seq) FROM claim)", "reading"},
		{"the reading of a claim", "UPDATE claim SET reading = 1 WHERE seq = (SELECT min(seq) FROM claim)", "names a reading that does not tell it"},
		{"the mark of a claim told again", "UPDATE reading_claim SET again = 1", "is not marked as its readings tell it"},
		{"a second reading that says it is the first", "INSERT INTO reading SELECT 1, known, 'r', document, model, notes, 0 FROM reading LIMIT 1", "marked as a later one"},
		{"a known time", "UPDATE reading SET known = 5 WHERE seq = (SELECT max(seq) FROM reading)", "stands after"},
		{"a place", "UPDATE book SET seq = 1", "stands after"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			store := filled(t, filepath.Join(t.TempDir(), "l.db"), 5)
			if _, err := store.DB().Exec(row.statement); err != nil {
				t.Fatal(err)
			}
			if faults := faultsOf(t, store); len(faults) == 0 || !strings.Contains(strings.Join(faults, "\n"), row.told) {
				t.Errorf("found %q, nothing that tells %q", faults, row.told)
			}
		})
	}
}

func TestABackupWhileWritingIsOneMoment(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	store := openAt(t, filepath.Join(folder, "l.db"))
	book := ledger.New(store, time.Now)
	stop := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for generator := ledgertest.NewGenerator(9); ; {
			select {
			case <-stop:
				return
			default:
				if _, err := book.Record(ctx, generator.Batch(10)...); err != nil {
					t.Error(err)
					return
				}
			}
		}
	})
	for i := range 3 {
		time.Sleep(50 * time.Millisecond)
		path := filepath.Join(folder, fmt.Sprintf("backup-%d.db", i))
		if err := store.Backup(ctx, path); err != nil {
			t.Fatal(err)
		}
		if err := store.Backup(ctx, path); !errors.Is(err, os.ErrExist) {
			t.Errorf("a backup over a backup: %v", err)
		}
		copied := openAt(t, path)
		if faults := faultsOf(t, copied); len(faults) > 0 {
			t.Error(faults)
		}
		stats, err := copied.Count(ctx)
		if err != nil || stats.Documents%10 != 0 || stats.Claims != 3*stats.Documents {
			t.Errorf("the backup holds part of a batch: %+v, %v", stats, err)
		}
	}
	close(stop)
	group.Wait()
}

// Two programs are two stores on one file.
func TestTwoProgramsWriteOneFile(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "l.db")
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			store, err := sqlite.Open(ctx, path)
			if err != nil {
				t.Error(err)
				return
			}
			defer store.Close()
			book := ledger.New(store, time.Now)
			for generator := ledgertest.NewGenerator(4); ; {
				batch := generator.Batch(5)
				if _, err := book.Record(ctx, batch...); err != nil {
					t.Error(err)
					return
				}
				if batch[4].Document.ID == "g0000100" {
					return
				}
			}
		})
	}
	group.Wait()
	store := openAt(t, path)
	stats, err := store.Count(ctx)
	if err != nil || stats.Documents != 100 || stats.Claims != 300 || stats.Readings != 100 {
		t.Errorf("two programs told the same 100 documents: %+v, %v", stats, err)
	}
	if faults := faultsOf(t, store); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestALaterVersionIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	store := filled(t, path, 1)
	if _, err := store.DB().Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)"); err != nil {
		t.Fatal(err)
	}
	store.Close()
	if _, err := sqlite.Open(context.Background(), path); !errors.Is(err, ledger.ErrNewer) {
		t.Errorf("a ledger of a later version: %v", err)
	}
}
