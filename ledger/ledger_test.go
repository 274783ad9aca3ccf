package ledger_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
)

// stuckClock always tells the same time.
func stuckClock() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }

func report(text string, acts ...string) chancery.Reading {
	doc := chancery.Document{ID: "d", Title: "A title", Published: chancery.Date{Year: 2021, Month: 10, Day: 18}, Text: text}
	reading := chancery.Reading{Document: doc, Model: "m1"}
	for _, act := range acts {
		reading.Claims = append(reading.Claims, chancery.Claim{Act: act, Actor: []string{"RUS"}, Recipient: []string{"NATO"}, Status: chancery.StatusActual, Evidence: text})
	}
	return reading
}

func TestKnownTimeRisesWithAStuckClock(t *testing.T) {
	ctx := context.Background()
	book := ledger.New(ledger.NewMemory(), stuckClock)
	first, err := book.Record(ctx, report("one", "expel"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := book.Record(ctx, report("two", "expel"))
	if err != nil {
		t.Fatal(err)
	}
	if !second.Known.After(first.Known) {
		t.Errorf("second known %v, not after first %v", second.Known, first.Known)
	}
}

func TestJudgementsAreChecked(t *testing.T) {
	ctx := context.Background()
	book := ledger.New(ledger.NewMemory(), stuckClock)
	if _, err := book.Record(ctx, report("one", "expel")); err != nil {
		t.Fatal(err)
	}
	view, _ := book.AsOf(ctx, time.Time{})
	var id string
	for held := range view.Claims(ctx, ledger.Filter{}) {
		id = held.Claim.ID
	}
	undo, err := book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeReject, Author: "ann", Claims: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct {
		name      string
		judgement chancery.Judgement
		want      error
	}{
		{"a claim that nobody recorded", chancery.Judgement{Kind: chancery.JudgeAccept, Author: "ann", Claims: []string{"no"}}, ledger.ErrNotFound},
		{"no author", chancery.Judgement{Kind: chancery.JudgeAccept, Claims: []string{id}}, ledger.ErrInvalid},
		{"an unknown kind", chancery.Judgement{Kind: "praise", Author: "ann"}, ledger.ErrInvalid},
		{"undoing what never was", chancery.Judgement{Kind: chancery.JudgeUndo, Author: "ann", Undoes: "jx"}, ledger.ErrNotFound},
		{"undoing what is", chancery.Judgement{Kind: chancery.JudgeUndo, Author: "ann", Undoes: undo.ID}, nil},
	}
	for _, row := range rows {
		if _, err := book.Judge(ctx, row.judgement); !errors.Is(err, row.want) {
			t.Errorf("%s: %v, want %v", row.name, err, row.want)
		}
	}
	view, _ = book.AsOf(ctx, time.Time{})
	if standing, _ := view.Judgements(ctx); len(standing) != 0 {
		t.Errorf("after the undo %d judgements are in force", len(standing))
	}
}
