package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
	"chancery/ledger/sqlite"
)

// The test program runs itself again as a writer that is killed.
const writerOf = "CHANCERY_TEST_WRITER_OF"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerOf); path != "" {
		if err := writeUntilKilled(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

const crashReadings = 4000

// writeUntilKilled records the generated readings from the first, in batches,
// and prints how many are recorded once they are.
func writeUntilKilled(path string) error {
	store, err := sqlite.Open(context.Background(), path)
	if err != nil {
		return err
	}
	book := ledger.New(store, time.Now)
	generator := ledgertest.NewGenerator(5)
	done := 0
	for done < crashReadings {
		batch := generator.Batch(20)
		if _, err := book.Record(context.Background(), batch...); err != nil {
			return err
		}
		done += len(batch)
		fmt.Println(done)
	}
	return book.Close()
}

// rounds is how often a writer is killed: 5 times, or as CHANCERY_TEST_KILLS tells.
func rounds() int {
	if n, err := strconv.Atoi(os.Getenv("CHANCERY_TEST_KILLS")); err == nil {
		return n
	}
	return 5
}

func TestNothingIsLostOrDoubledByKills(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for some seconds")
	}
	folder, path := t.TempDir(), ""
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged := 0
	for round := range rounds() {
		if round%10 == 0 { // a new ledger, before the writers come to their end
			path, acknowledged = filepath.Join(folder, fmt.Sprintf("l%d.db", round)), 0
		}
		acknowledged = max(acknowledged, killedWriter(t, path, time.Duration(30+random.IntN(300))*time.Millisecond))
		checkWhole(t, path, acknowledged)
	}
	if acknowledged == 0 {
		t.Error("no writer lived long enough to record anything")
	}
}

// killedWriter lets a writer work and kills it; it tells how many readings the
// writer said were recorded.
func killedWriter(t *testing.T, path string, life time.Duration) int {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), writerOf+"="+path)
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(life, func() { _ = command.Process.Kill() })
	defer timer.Stop()
	said := 0
	for lines := bufio.NewScanner(output); lines.Scan(); {
		said, _ = strconv.Atoi(lines.Text())
	}
	_ = command.Wait()
	return said
}

// checkWhole opens the ledger after a kill: all that was acknowledged is there,
// nothing twice, no part of a batch, no fault.
func checkWhole(t *testing.T, path string, acknowledged int) {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for fault, err := range store.Faults(ctx) {
		t.Fatal(fault, err)
	}
	stats, err := store.Count(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if stats.Documents < int64(acknowledged) {
		t.Fatalf("%d readings were acknowledged, %d documents are there", acknowledged, stats.Documents)
	}
	if stats.Documents%20 != 0 || stats.Readings != stats.Documents || stats.Claims != 3*stats.Documents || stats.Standing != stats.Claims {
		t.Fatalf("parts of a batch are there: %+v", stats)
	}
	generator := ledgertest.NewGenerator(5)
	last, _ := store.Last(ctx)
	for entry, err := range store.Entries(ctx, last, ledger.KindDocument) {
		if err != nil {
			t.Fatal(err)
		}
		if want := generator.Next().Document.Hash(); entry.Key() != want {
			t.Fatalf("document %d is %s, want %s: one is lost or doubled", entry.Seq, entry.Key(), want)
		}
	}
}
