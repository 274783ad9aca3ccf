package ledgertest

import (
	"bytes"
	"context"
	"sync"
	"testing"
	"time"

	"chancery/ledger"
)

// dumpsWhileWriting takes dumps while another writes: each is of one moment, with
// every batch whole or not in it, and loads into a book that finds no fault.
func dumpsWhileWriting(t *testing.T, open Open) {
	ctx := context.Background()
	const batch = 5
	store := open(t)
	book := ledger.New(store, time.Now)
	must[ledger.Receipt](t)(book.Record(ctx, NewGenerator(21).Batch(batch)...))
	stop := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for generator := NewGenerator(22); ; {
			select {
			case <-stop:
				return
			default:
				if _, err := book.Record(ctx, generator.Batch(batch)...); err != nil {
					t.Error(err)
					return
				}
			}
		}
	})
	for range 3 {
		view := now(t, book)
		var dump bytes.Buffer
		if _, err := ledger.Dump(ctx, &dump, view); err != nil {
			t.Fatal(err)
		}
		copied := open(t)
		if err := copied.Load(ctx, ledger.ReadDump(&dump)); err != nil {
			t.Fatal(err)
		}
		stats := must[ledger.Stats](t)(copied.Count(ctx))
		if stats.Documents%batch != 0 || stats.Readings != stats.Documents || stats.Claims != 3*stats.Documents || stats.Standing != stats.Claims {
			t.Errorf("the dump holds part of a batch: %+v", stats)
		}
		want(t, "the copy's last known time", must[time.Time](t)(copied.Last(ctx)), view.Known())
		if keeper, keeps := copied.(ledger.Keeper); keeps {
			for fault, err := range keeper.Faults(ctx) {
				t.Error(fault, err)
			}
		}
	}
	close(stop)
	group.Wait()
}
