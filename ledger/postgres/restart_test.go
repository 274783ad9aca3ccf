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
	store.Wait(10 * time.Minute)
	book := ledger.New(store, time.Now)
	if _, err := book.Record(ctx, ledgertest.Generate(1, 200)...); err != nil {
		t.Fatal(err)
	}
	view, err := book.AsOf(ctx, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	// However slow the machine, the server is stopped while both are at work:
	// each waits at two marks until it has been told that the stop is near.
	const batches = 40
	marks := [2]chan struct{}{make(chan struct{}), make(chan struct{})}
	reached := make(chan struct{})
	atMark := func(done, of int) {
		for i, mark := range marks {
			if done == (i+1)*of/3 {
				reached <- struct{}{}
				<-mark
			}
		}
	}
	written, read := make(chan error, 1), make(chan error, 1)
	go func() {
		generator := ledgertest.NewGenerator(2)
		for done := range batches {
			atMark(done, batches)
			if _, err := book.Record(ctx, generator.Batch(10)...); err != nil {
				written <- err
				return
			}
		}
		written <- nil
	}()
	seen := map[string]int{}
	go func() {
		done := 0
		for held, err := range view.Claims(ctx, ledger.Filter{}) {
			if err != nil {
				read <- err
				return
			}
			seen[held.Claim.ID]++
			done++
			atMark(done, 600)
		}
		read <- nil
	}()
	for _, mark := range marks {
		for range 2 {
			select {
			case <-reached:
			case err := <-written:
				t.Fatalf("recording ended early: %v", err)
			case err := <-read:
				t.Fatalf("reading ended early: %v", err)
			}
		}
		close(mark)
		if err := server.Halt(); err != nil {
			t.Fatal(err)
		}
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
