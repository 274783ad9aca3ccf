// Package ledgertest is the one suite that every Store of a ledger passes, with
// a PostgreSQL server for tests and readings generated for benchmarks.
package ledgertest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
)

// Open makes an empty store for one test and closes it when the test ends.
type Open func(t testing.TB) ledger.Store

// Run runs the suite.
func Run(t *testing.T, open Open) {
	cases := []struct {
		name string
		test func(*testing.T, Open)
	}{
		{"TheSameAgainAddsNothing", sameAgain},
		{"ALaterReadingSupersedes", supersedes},
		{"RetractionsAreUndone", retractions},
		{"JudgementsStandUntilUndone", judgements},
		{"ClocksMayGoBackwards", backwards},
		{"FarYearsAndOddTextsComeBack", oddities},
		{"AllOrNothing", allOrNothing},
		{"PagesMakeTheWhole", pages},
		{"WritersTakeTurns", writers},
		{"ABookMoves", moves},
		{"DumpsWhileWritingAreOneMoment", dumpsWhileWriting},
		{"WordsAreFound", words},
		{"CrowdsAreFoundByPair", crowds},
		{"CountsAgree", counts},
		{"NothingIsFoundWrong", whole},
		{"AgreesWithMemory", agreesWithMemory},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.test(t, open) })
	}
}

// ticking is a clock that moves a second at each look, from the start of 2026.
func ticking() ledger.Clock {
	var lock sync.Mutex
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		lock.Lock()
		defer lock.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func day(year, month, day int) chancery.Date {
	return chancery.Date{Year: year, Month: month, Day: day}
}

// told makes a reading of one document that tells an act for each of acts.
func told(name, model string, acts ...string) chancery.Reading {
	doc := chancery.Document{ID: name, Title: "Report " + name, Publisher: "The Daily Note", Published: day(2021, 10, 18), Text: "The text of " + name + "."}
	reading := chancery.Reading{Document: doc, Model: model}
	for i, act := range acts {
		reading.Claims = append(reading.Claims, chancery.Claim{
			Local: fmt.Sprintf("e%d", i+1), Act: act, Type: "SANCTION", Actor: []string{"RUS"}, Recipient: []string{"NATO"},
			Status: chancery.StatusActual, Date: day(2021, 10, 10+i), Score: -5, Confidence: 0.9, Evidence: "The text of " + name,
		})
	}
	return reading
}

func must[T any](t testing.TB) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// acts lists the acts of the claims that a view shows.
func acts(t testing.TB, view *ledger.View, filter ledger.Filter) []string {
	t.Helper()
	list := []string{}
	for held, err := range view.Claims(context.Background(), filter) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, held.Claim.Act)
	}
	return list
}

func now(t testing.TB, book *ledger.Ledger) *ledger.View {
	t.Helper()
	return must[*ledger.View](t)(book.AsOf(context.Background(), time.Time{}))
}

func want(t testing.TB, what string, got, wanted any) {
	t.Helper()
	if !reflect.DeepEqual(got, wanted) {
		t.Errorf("%s: %v, want %v", what, got, wanted)
	}
}

func sameAgain(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	first := must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel", "recall"), told("b", "m1")))
	want(t, "first", []int{first.Documents, first.Readings, first.Claims}, []int{2, 2, 2})
	before := now(t, book).Known()
	again := must[ledger.Receipt](t)(book.Record(ctx, told("b", "m1"), told("a", "m1", "expel", "recall")))
	want(t, "second", again, ledger.Receipt{})
	want(t, "known time after nothing was added", now(t, book).Known(), before)
	twice := must[ledger.Receipt](t)(book.Record(ctx, told("c", "m1", "expel"), told("c", "m1", "expel")))
	want(t, "one document twice in one batch", []int{twice.Documents, twice.Readings, twice.Claims}, []int{1, 1, 1})
}

func supersedes(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel", "recall")))
	old := now(t, book)
	receipt := must[ledger.Receipt](t)(book.Record(ctx, told("a", "m2", "expel", "summon", "protest")))
	want(t, "claims new to the later model", receipt.Claims, 2)
	want(t, "before", acts(t, old, ledger.Filter{}), []string{"expel", "recall"})
	want(t, "after", acts(t, now(t, book), ledger.Filter{}), []string{"expel", "summon", "protest"})
	back := must[*ledger.View](t)(book.AsOf(ctx, old.Known()))
	want(t, "asked again about before", acts(t, back, ledger.Filter{}), []string{"expel", "recall"})
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m3")))
	want(t, "a reading that finds nothing", acts(t, now(t, book), ledger.Filter{}), []string{})
	want(t, "a time before the book", acts(t, must[*ledger.View](t)(book.AsOf(ctx, day(1999, 1, 1).Time())), ledger.Filter{}), []string{})
}

func retractions(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	first := told("a", "m1", "expel", "recall")
	must[ledger.Receipt](t)(book.Record(ctx, first, told("b", "m1", "summon")))
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m2", "protest")))
	full := now(t, book)
	later := must[ledger.Held](t)(firstHeld(full, ledger.Filter{Acts: []string{"protest"}}))
	gone := must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindReading, Target: later.Reading, Author: "ann", Reason: "wrong model"}))
	want(t, "an earlier reading stands again", acts(t, now(t, book), ledger.Filter{}), []string{"expel", "summon", "recall"})
	expel := must[ledger.Held](t)(firstHeld(now(t, book), ledger.Filter{Acts: []string{"expel"}}))
	must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindClaim, Target: expel.Claim.ID, Author: "ann"}))
	want(t, "without the claim", acts(t, now(t, book), ledger.Filter{}), []string{"summon", "recall"})
	must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindDocument, Target: first.Document.Hash(), Author: "ann"}))
	want(t, "without the document", acts(t, now(t, book), ledger.Filter{}), []string{"summon"})
	if _, err := now(t, book).Document(ctx, first.Document.Hash()); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("a retracted document: %v", err)
	}
	want(t, "in force", len(must[[]ledger.Retraction](t)(now(t, book).Retractions(ctx))), 3)
	must[chancery.Judgement](t)(book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeUndo, Undoes: gone.ID, Author: "bob"}))
	want(t, "in force after one is undone", len(must[[]ledger.Retraction](t)(now(t, book).Retractions(ctx))), 2)
	want(t, "in force before all that", len(must[[]ledger.Retraction](t)(full.Retractions(ctx))), 0)
	want(t, "the reading stands again, its document does not", acts(t, now(t, book), ledger.Filter{}), []string{"summon"})
	want(t, "before all that", acts(t, must[*ledger.View](t)(book.AsOf(ctx, full.Known())), ledger.Filter{}), []string{"summon", "protest"})
	for _, wrong := range []ledger.Retraction{{What: ledger.KindClaim, Target: "no", Author: "ann"}, {What: ledger.KindReading, Target: "no", Author: "ann"}, {What: ledger.KindDocument, Target: "no", Author: "ann"}} {
		if _, err := book.Retract(ctx, wrong); !errors.Is(err, ledger.ErrNotFound) {
			t.Errorf("retracting a %s that is not there: %v", wrong.What, err)
		}
	}
}

func firstHeld(view *ledger.View, filter ledger.Filter) (ledger.Held, error) {
	for held, err := range view.Claims(context.Background(), filter) {
		return held, err
	}
	return ledger.Held{}, ledger.ErrNotFound
}

func judgements(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel")))
	id := must[ledger.Held](t)(firstHeld(now(t, book), ledger.Filter{})).Claim.ID
	judge := func(j chancery.Judgement) chancery.Judgement {
		t.Helper()
		j.Author = "ann"
		return must[chancery.Judgement](t)(book.Judge(ctx, j))
	}
	correct := judge(chancery.Judgement{Kind: chancery.JudgeCorrect, Claims: []string{id}, Field: "count", Value: "10", Reason: "the ministry's list"})
	same := judge(chancery.Judgement{Kind: chancery.JudgeSamePerson, Names: []string{"Ann Lee", "A. Lee"}})
	both := now(t, book)
	judge(chancery.Judgement{Kind: chancery.JudgeUndo, Undoes: correct.ID})
	want(t, "in force", must[[]chancery.Judgement](t)(now(t, book).Judgements(ctx)), []chancery.Judgement{same})
	want(t, "in force before", must[[]chancery.Judgement](t)(both.Judgements(ctx)), []chancery.Judgement{correct, same})
	must[chancery.Judgement](t)(book.Judge(ctx, correct))
	want(t, "the very same judgement again", must[ledger.Stats](t)(book.Store().Count(ctx)).Judgements, int64(3))
}

func backwards(t *testing.T, open Open) {
	ctx := context.Background()
	times := []time.Time{day(2026, 5, 1).Time(), day(2020, 1, 1).Time(), day(2026, 5, 1).Time(), day(2026, 5, 2).Time()}
	next := 0
	book := ledger.New(open(t), func() time.Time { next++; return times[next-1] })
	var known []time.Time
	for i := range times {
		known = append(known, must[ledger.Receipt](t)(book.Record(ctx, told(fmt.Sprint(i), "m1", "expel"))).Known)
	}
	if !slices.IsSortedFunc(known, time.Time.Compare) || len(slices.CompactFunc(slices.Clone(known), time.Time.Equal)) != len(known) {
		t.Errorf("known times do not rise: %v", known)
	}
	want(t, "a clock that is right again is believed", known[3], times[3])
	for i, at := range known {
		want(t, "held then", len(acts(t, must[*ledger.View](t)(book.AsOf(ctx, at)), ledger.Filter{})), i+1)
	}
}

func allOrNothing(t *testing.T, open Open) {
	ctx := context.Background()
	store := open(t)
	doc := told("a", "m1").Document
	orphan := ledger.Reading{ID: "r1", Document: doc.Hash(), Model: "m1", Claims: []string{"c1.v1"}}
	if _, err := store.Append(ctx, []ledger.Entry{{Document: &doc}, {Reading: &orphan}}, ticking()); !errors.Is(err, ledger.ErrInvalid) {
		t.Errorf("a reading of claims that nobody recorded: %v", err)
	}
	stats := must[ledger.Stats](t)(store.Count(ctx))
	want(t, "documents after a batch that failed", stats.Documents, int64(0))
	want(t, "last known time", must[time.Time](t)(store.Last(ctx)).IsZero(), true)
}

func writers(t *testing.T, open Open) {
	ctx := context.Background()
	store := open(t)
	book := ledger.New(store, time.Now)
	var group sync.WaitGroup
	for writer := range 4 {
		group.Go(func() {
			for i := range 15 {
				// Every document is written by two of the writers.
				if _, err := book.Record(ctx, told(fmt.Sprintf("%d-%d", writer/2, i), "m1", "expel", "recall")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	stats := must[ledger.Stats](t)(store.Count(ctx))
	want(t, "documents, readings, claims", []int64{stats.Documents, stats.Readings, stats.Claims, stats.Standing}, []int64{30, 30, 60, 60})
	last := time.Time{}
	for entry, err := range store.Entries(ctx, must[time.Time](t)(store.Last(ctx))) {
		if err != nil {
			t.Fatal(err)
		}
		if entry.Known.Before(last) {
			t.Fatalf("entry %d is known at %v, before the one ahead of it", entry.Seq, entry.Known)
		}
		last = entry.Known
	}
}

// whole checks that a store that keeps its own upkeep finds no fault in what it
// was told, before and after a vacuum.
func whole(t *testing.T, open Open) {
	ctx := context.Background()
	store := open(t)
	keeper, keeps := store.(ledger.Keeper)
	if !keeps {
		return // a store without upkeep has nothing to check
	}
	book := ledger.New(store, ticking())
	must[ledger.Receipt](t)(book.Record(ctx, Generate(3, 60)...))
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel"), told("b", "m1")))
	id := must[ledger.Held](t)(firstHeld(now(t, book), ledger.Filter{})).Claim.ID
	must[chancery.Judgement](t)(book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeReject, Claims: []string{id}, Author: "ann"}))
	must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindClaim, Target: id, Author: "ann"}))
	for range 2 {
		for fault, err := range keeper.Faults(ctx) {
			t.Error(fault, err)
		}
		if err := keeper.Vacuum(ctx); err != nil {
			t.Fatal(err)
		}
	}
}
