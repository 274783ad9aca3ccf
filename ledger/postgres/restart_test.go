package postgres_test

import (
	"context"
	"testing"
	"time"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
)

// The server is stopped, without a goodbye, twice while one goroutine records
// and another reads a long answer; both wait for it and end as if nothing had
// happened.
func TestAServerMayGoAwayAndComeBack(t *testing.T) {
	if testing.Short() {
		t.Skip("restarts a server")
	}
	url := address(t)
	if !server.Ours() {
		t.Skip("the server is not ours to stop")
	}
	ctx := context.Background()
	store := openAt(t, url)
	book := ledger.New(store, time.Now)
	if _, err := book.Record(ctx, ledgertest.Generate(1, 200)...); err != nil {
		t.Fatal(err)
	}
	view, err := book.AsOf(ctx, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	const batches = 40
	written, read := make(chan error, 1), make(chan error, 1)
	go func() {
		generator := ledgertest.NewGenerator(2)
		for range batches {
			time.Sleep(20 * time.Millisecond)
			if _, err := book.Record(ctx, generator.Batch(10)...); err != nil {
				written <- err
				return
			}
		}
		written <- nil
	}()
	seen := map[string]int{}
	go func() {
		for held, err := range view.Claims(ctx, ledger.Filter{}) {
			if err != nil {
				read <- err
				return
			}
			seen[held.Claim.ID]++
			time.Sleep(2 * time.Millisecond)
		}
		read <- nil
	}()
	for range 2 {
		time.Sleep(200 * time.Millisecond)
		if err := server.Halt(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(300 * time.Millisecond)
		if err := server.Resume(); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-written; err != nil {
		t.Errorf("recording: %v", err)
	}
	if err := <-read; err != nil {
		t.Errorf("reading: %v", err)
	}
	stats, err := store.Count(ctx)
	if err != nil || stats.Documents != 200+10*batches || stats.Claims != 3*stats.Documents || stats.Standing != stats.Claims {
		t.Errorf("after two restarts: %+v, %v", stats, err)
	}
	if len(seen) != 600 {
		t.Errorf("the reader saw %d claims, want 600", len(seen))
	}
	for id, times := range seen {
		if times != 1 {
			t.Errorf("claim %s was given %d times", id, times)
		}
	}
	for fault, err := range store.Faults(ctx) {
		t.Error(fault, err)
	}
}

func TestAServerThatNeverComesIsNamed(t *testing.T) {
	if noServer != nil {
		t.Skip(noServer)
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Second)
	defer stop()
	if _, err := openContext(ctx, "postgres://nobody@127.0.0.1:1/nothing"); err == nil {
		t.Error("a ledger was opened on a server that is not there")
	}
}
