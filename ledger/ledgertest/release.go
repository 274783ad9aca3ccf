package ledgertest

import (
	"context"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
)

// releaseClock is the clock of the ledgers that are kept of each release.
func releaseClock() ledger.Clock { return ticking() }

// MakeRelease enters in an empty store what the kept ledger of every release
// holds: two readings of one document, another document, a judgement, one that
// is undone, and a retraction.
func MakeRelease(t testing.TB, store ledger.Store) {
	t.Helper()
	ctx := context.Background()
	book := ledger.New(store, releaseClock())
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel", "recall"), told("b", "m1", "summon")))
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m2", "expel", "protest")))
	expel := must[ledger.Held](t)(firstHeld(now(t, book), ledger.Filter{Acts: []string{"expel"}})).Claim.ID
	must[chancery.Judgement](t)(book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeAccept, Claims: []string{expel}, Author: "ann", Reason: "seen"}))
	reject := must[chancery.Judgement](t)(book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeReject, Claims: []string{expel}, Author: "bob"}))
	must[chancery.Judgement](t)(book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeUndo, Undoes: reject.ID, Author: "bob"}))
	must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindDocument, Target: told("b", "m1").Document.Hash(), Author: "ann"}))
}

// CheckRelease checks that a store that an earlier release made, and this
// program opened, holds what MakeRelease entered, gives every earlier answer,
// and goes on.
func CheckRelease(t testing.TB, store ledger.Store) {
	t.Helper()
	ctx := context.Background()
	book := ledger.New(store, time.Now)
	view := now(t, book)
	want(t, "claims", acts(t, view, ledger.Filter{}), []string{"expel", "protest"})
	start := time.Date(2026, 1, 1, 0, 0, 1, 0, time.UTC)
	want(t, "claims after the first entries", acts(t, must[*ledger.View](t)(book.AsOf(ctx, start)), ledger.Filter{}), []string{"expel", "summon", "recall"})
	judgements := must[[]chancery.Judgement](t)(view.Judgements(ctx))
	if len(judgements) != 1 || judgements[0].Kind != chancery.JudgeAccept || judgements[0].Reason != "seen" {
		t.Errorf("judgements in force: %+v", judgements)
	}
	want(t, "by pair", acts(t, view, ledger.Filter{Parties: []string{"NATO", "RUS"}}), []string{"expel", "protest"})
	want(t, "search", found(t, view, ledger.Query{Words: "text"}), []string{"a", "a/protest", "a/expel"})
	stats := must[ledger.Stats](t)(store.Count(ctx))
	want(t, "counts", []int64{stats.Documents, stats.Readings, stats.Claims, stats.Standing, stats.Judgements, stats.Retractions}, []int64{2, 3, 4, 2, 3, 1})
	want(t, "the same again", must[ledger.Receipt](t)(book.Record(ctx, told("a", "m2", "expel", "protest"))), ledger.Receipt{})
	want(t, "something new", must[ledger.Receipt](t)(book.Record(ctx, told("c", "m2", "expel"))).Claims, 1)
	if keeper, keeps := store.(ledger.Keeper); keeps {
		for fault, err := range keeper.Faults(ctx) {
			t.Error(fault, err)
		}
	}
}
