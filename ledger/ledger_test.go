package ledger_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
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

// A dump is read back as it was, and one that is cut off or changed is refused.
func TestADumpIsWholeOrRefused(t *testing.T) {
	ctx := context.Background()
	book := ledger.New(ledger.NewMemory(), stuckClock)
	if _, err := book.Record(ctx, report("one <b> & \u2028 two", "expel", "recall"), report("two")); err != nil {
		t.Fatal(err)
	}
	view, _ := book.AsOf(ctx, time.Time{})
	var dump bytes.Buffer
	if n, err := ledger.Dump(ctx, &dump, view); err != nil || n != 6 {
		t.Fatal(n, err)
	}
	other := ledger.NewMemory()
	if err := other.Load(ctx, ledger.ReadDump(bytes.NewReader(dump.Bytes()))); err != nil {
		t.Fatal(err)
	}
	again, _ := ledger.New(other, stuckClock).AsOf(ctx, time.Time{})
	var second bytes.Buffer
	if _, err := ledger.Dump(ctx, &second, again); err != nil || second.String() != dump.String() {
		t.Errorf("a dump of what was loaded differs (%v):\n%s\n%s", err, dump.String(), second.String())
	}
	text := dump.String()
	for name, broken := range map[string]string{
		"nothing":          "",
		"cut off":          text[:len(text)/2],
		"without its end":  text[:strings.LastIndex(strings.TrimSpace(text), "\n")+1],
		"a word changed":   strings.Replace(text, "RUS", "USA", 1),
		"a text changed":   strings.Replace(text, "one <b>", "six <b>", 1),
		"another form":     strings.Replace(text, "chancery-ledger-1", "chancery-ledger-7", 1),
		"a line left out":  strings.Join(slices.Delete(strings.SplitAfter(text, "\n"), 2, 3), ""),
		"no JSON in there": "\x00\x01\n",
	} {
		err := ledger.NewMemory().Load(ctx, ledger.ReadDump(strings.NewReader(broken)))
		if !errors.Is(err, ledger.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is read from any bytes is an error or a book that dumps to the same again.
func FuzzReadDump(f *testing.F) {
	ctx := context.Background()
	book := ledger.New(ledger.NewMemory(), stuckClock)
	if _, err := book.Record(ctx, report("one", "expel")); err != nil {
		f.Fatal(err)
	}
	view, _ := book.AsOf(ctx, time.Time{})
	var dump bytes.Buffer
	if _, err := ledger.Dump(ctx, &dump, view); err != nil {
		f.Fatal(err)
	}
	f.Add(dump.Bytes())
	f.Add([]byte("{\"form\":\"chancery-ledger-1\"}\n{\"entries\":0,\"sha256\":\"\"}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		store := ledger.NewMemory()
		if store.Load(ctx, ledger.ReadDump(bytes.NewReader(data))) != nil {
			return
		}
		known, _ := store.Last(ctx)
		loaded := 0
		for entry, err := range store.Entries(ctx, known) {
			if err != nil || entry.Kind() == "" || entry.Key() == "" {
				t.Fatal(entry, err)
			}
			loaded++
		}
		if want := bytes.Count(data, []byte("\n")) - 2; loaded > want {
			t.Fatalf("%d entries of %d lines", loaded, want)
		}
	})
}
