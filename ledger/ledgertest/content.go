package ledgertest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
)

func oddities(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	from := 20
	rows := []chancery.Claim{
		{Local: "e1", Act: "sign", Date: day(9999, 12, 31), Effective: day(9999, 12, 31), Until: day(9999, 12, 31), Actor: []string{"FRA"}},
		{Local: "e2", Act: "meet", Date: chancery.Date{Year: 1, Month: 1}, Actor: []string{"VAT"}},
		{Local: "e3", Act: "visit", Evidence: "quote ' double \" percent % back \\ zero-width \u200b null-like \\u0000 emoji 🇺🇳", Count: &chancery.Count{N: 10, Of: "diplomats", From: &from}},
		{Local: "e4", Act: "accuse", Actor: []string{"a party's \"code\"; DROP TABLE claim;--"}, Spans: map[string][]chancery.Span{"act": {{Start: 1, End: 9}}}},
		{Local: "e5", Act: "", Status: "", Evidence: strings.Repeat("word ", 30_000)},
	}
	reading := chancery.Reading{Document: chancery.Document{ID: "odd", Text: strings.Repeat("Длинное слово "+strings.Repeat("x", 5000)+" ", 300)}, Model: "m1", Claims: rows}
	must[ledger.Receipt](t)(book.Record(ctx, reading))
	view := now(t, book)
	for _, row := range rows {
		row.Document, row.Model = reading.Document.Hash(), "m1"
		row.ID = row.ContentID()
		want(t, "claim "+row.Local, must[ledger.Held](t)(view.Claim(ctx, row.ID)).Claim, row)
	}
	want(t, "document", must[chancery.Document](t)(view.Document(ctx, reading.Document.Hash())), reading.Document)
	want(t, "in the year 9999", acts(t, view, ledger.Filter{From: chancery.Date{Year: 9999}}), []string{"sign"})
	want(t, "by an odd code", acts(t, view, ledger.Filter{Parties: rows[3].Actor}), []string{"accuse"})
	reading.Document.Text = "zero \x00 byte"
	if _, err := book.Record(ctx, reading); !errors.Is(err, ledger.ErrInvalid) {
		t.Errorf("a zero byte: %v", err)
	}
}

func pages(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	must[ledger.Receipt](t)(book.Record(ctx, Generate(7, 120)...))
	view := now(t, book)
	for _, latest := range []bool{false, true} {
		var whole, paged []string
		for held := range view.Claims(ctx, ledger.Filter{Latest: latest}) {
			whole = append(whole, held.Claim.ID)
		}
		filter := ledger.Filter{Latest: latest, Limit: 7}
		for more := true; more; {
			more = false
			for held, err := range view.Claims(ctx, filter) {
				if err != nil {
					t.Fatal(err)
				}
				cursor := held.Cursor()
				filter.After, more = &cursor, true
				paged = append(paged, held.Claim.ID)
			}
		}
		want(t, fmt.Sprint("pages, latest first ", latest), paged, whole)
	}
}

// moves checks that the entries of one store, loaded into another, are the
// same book, with every earlier view.
func moves(t *testing.T, open Open) {
	ctx := context.Background()
	store := open(t)
	book := ledger.New(store, ticking())
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel", "recall"), told("b", "m1", "summon")))
	middle := now(t, book).Known()
	must[ledger.Receipt](t)(book.Record(ctx, told("a", "m2", "expel", "protest")))
	id := must[ledger.Held](t)(firstHeld(now(t, book), ledger.Filter{})).Claim.ID
	must[chancery.Judgement](t)(book.Judge(ctx, chancery.Judgement{Kind: chancery.JudgeAccept, Claims: []string{id}, Author: "ann"}))
	must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindDocument, Target: told("b", "m1").Document.Hash(), Author: "ann"}))
	end := now(t, book)
	other := open(t)
	if err := other.Load(ctx, end.Entries(ctx)); err != nil {
		t.Fatal(err)
	}
	moved := ledger.New(other, ticking())
	for _, known := range []time.Time{middle, end.Known()} {
		one, two := must[*ledger.View](t)(book.AsOf(ctx, known)), must[*ledger.View](t)(moved.AsOf(ctx, known))
		want(t, "known", two.Known(), one.Known())
		want(t, "claims", snapshot(t, two), snapshot(t, one))
		want(t, "entries", entriesOf(t, two), entriesOf(t, one))
	}
	if err := other.Load(ctx, end.Entries(ctx)); !errors.Is(err, ledger.ErrNotEmpty) {
		t.Errorf("loading into a book with entries: %v", err)
	}
	receipt := must[ledger.Receipt](t)(moved.Record(ctx, told("c", "m1", "expel")))
	want(t, "recording goes on after a move", receipt.Known.After(end.Known()), true)
}

func snapshot(t testing.TB, view *ledger.View) []ledger.Held {
	t.Helper()
	list := []ledger.Held{}
	for held, err := range view.Claims(context.Background(), ledger.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, held)
	}
	return list
}

func entriesOf(t testing.TB, view *ledger.View) []ledger.Entry {
	t.Helper()
	list := []ledger.Entry{}
	for entry, err := range view.Entries(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, entry)
	}
	return list
}

func words(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	one := told("a", "m1", "expel")
	one.Document.Title, one.Document.Text = "Envoys out", "Ruritania's ministry ordered eight attachés out. It gave them a week."
	one.Claims[0].Evidence = "ordered eight attachés out"
	two := told("b", "m1", "summon")
	two.Document.Title, two.Document.Text, two.Document.Published = "A note", "The ministry of Ruritania called the envoy in. NATO's note was long.", day(2021, 10, 20)
	two.Claims[0].Evidence = "called the envoy in"
	must[ledger.Receipt](t)(book.Record(ctx, one))
	early := now(t, book)
	must[ledger.Receipt](t)(book.Record(ctx, two))
	rows := []struct {
		words    string
		reported chancery.Date
		want     []string
	}{
		{"ministry", chancery.Date{}, []string{"b", "a"}},                           // both, the later recorded first
		{"MINISTRY ruritania", chancery.Date{}, []string{"b", "a"}},                 // all words, any order, any case
		{`"ministry of ruritania"`, chancery.Date{}, []string{"b"}},                 // a phrase
		{"attachés eight", chancery.Date{}, []string{"a", "a/expel"}},               // documents before claims
		{"envoy", chancery.Date{}, []string{"b", "a", "b/summon"}},                  // endings and titles
		{"ministry", day(2021, 10, 19), []string{"a"}},                              // reported by then
		{"the", chancery.Date{}, []string{"b", "b/summon"}},                         // no word is too frequent
		{"moon", chancery.Date{}, nil},                                              // nothing
		{`"; DROP TABLE claim; -- * NEAR( OR`, chancery.Date{}, nil},                // no syntax but quotation marks
		{"week them", chancery.Date{}, []string{"a"}},                               // words of one document in several sentences
		{"note nato", chancery.Date{}, []string{"b"}},                               // possessive
		{"  ", chancery.Date{}, nil},                                                // no words, no hits
		{"ministry moon", chancery.Date{}, nil},                                     // every word must stand there
		{`"envoy in"`, chancery.Date{}, []string{"b", "b/summon"}},                  // a phrase in an evidence
		{`ministry"`, chancery.Date{}, []string{"b", "a"}},                          // a mark without its pair
		{strings.Repeat("ministry ", 200), chancery.Date{}, []string{"b", "a"}},     // the same word again and again
		{`"eight attachés" ordered`, chancery.Date{}, []string{"a", "a/expel"}},     // phrase and word
		{"ordered", chancery.Date{Year: 2021, Month: 9}, nil},                       // reported by a month
		{"ordered", chancery.Date{Year: 2021, Month: 10}, []string{"a", "a/expel"}}, // a month is its last day
	}
	for _, row := range rows {
		want(t, row.words, found(t, now(t, book), ledger.Query{Words: row.words, Reported: row.reported}), row.want)
	}
	want(t, "before the second", found(t, early, ledger.Query{Words: "ministry"}), []string{"a"})
	want(t, "claims alone", found(t, now(t, book), ledger.Query{Words: "envoy", Kinds: []ledger.Kind{ledger.KindClaim}}), []string{"b/summon"})
	want(t, "one", found(t, now(t, book), ledger.Query{Words: "ministry", Limit: 1}), []string{"b"})
	for _, row := range []struct {
		among ledger.Filter
		want  []string
	}{
		{ledger.Filter{Acts: []string{"summon"}}, []string{"b/summon"}},
		{ledger.Filter{Acts: []string{"expel"}}, nil},
		{ledger.Filter{Parties: []string{"NATO", "RUS"}, From: day(2021, 10, 10), To: day(2021, 10, 10)}, []string{"b/summon"}},
		{ledger.Filter{Parties: []string{"NATO", "USA"}}, nil},
		{ledger.Filter{Documents: []string{one.Document.Hash()}}, nil},
	} {
		query := ledger.Query{Words: "envoy", Kinds: []ledger.Kind{ledger.KindClaim}, Among: row.among}
		want(t, fmt.Sprintf("among %+v", row.among), found(t, now(t, book), query), row.want)
	}
	must[ledger.Retraction](t)(book.Retract(ctx, ledger.Retraction{What: ledger.KindDocument, Target: two.Document.Hash(), Author: "ann"}))
	want(t, "after a retraction", found(t, now(t, book), ledger.Query{Words: "ministry"}), []string{"a"})
}

func found(t testing.TB, view *ledger.View, query ledger.Query) []string {
	t.Helper()
	var list []string
	for hit, err := range view.Search(context.Background(), query) {
		if err != nil {
			t.Fatal(err)
		}
		name := hit.Document.ID
		if hit.Claim != nil {
			name += "/" + hit.Claim.Claim.Act
		}
		list = append(list, name)
	}
	return list
}

func crowds(t *testing.T, open Open) {
	ctx := context.Background()
	book := ledger.New(open(t), ticking())
	var many []string
	for i := range 60 {
		many = append(many, fmt.Sprintf("P%02d", i))
	}
	reading := told("a", "m1", "expel", "recall", "sign")
	reading.Claims[1].Actor, reading.Claims[1].Recipient = many, nil
	reading.Claims[0].Actor, reading.Claims[0].Recipient = []string{"P03"}, []string{"P50"}
	reading.Claims[2].Actor, reading.Claims[2].Recipient = []string{"P50", "P03"}, []string{"P50"}
	must[ledger.Receipt](t)(book.Record(ctx, reading))
	view := now(t, book)
	want(t, "by pair", acts(t, view, ledger.Filter{Parties: []string{"P50", "P03"}}), []string{"expel", "recall", "sign"})
	want(t, "the latest", acts(t, view, ledger.Filter{Parties: []string{"P50", "P03"}, Latest: true, Limit: 2}), []string{"sign", "recall"})
	want(t, "one at a time", acts(t, view, ledger.Filter{Parties: []string{"P50", "P03"}, Limit: 1}), []string{"expel"})
	want(t, "of three", acts(t, view, ledger.Filter{Parties: []string{"P50", "P03", "P10"}}), []string{"recall"})
	want(t, "one party", len(acts(t, view, ledger.Filter{Parties: []string{"P59"}})), 1)
	want(t, "a party with itself", acts(t, view, ledger.Filter{Parties: []string{"P59", "P59"}}), []string{"recall"})
}

func counts(t *testing.T, open Open) {
	ctx := context.Background()
	store := open(t)
	book := ledger.New(store, ticking())
	empty := must[ledger.Stats](t)(store.Count(ctx))
	want(t, "empty", []any{empty.Documents, empty.First.IsZero(), empty.Last.IsZero()}, []any{int64(0), true, true})
	first := must[ledger.Receipt](t)(book.Record(ctx, told("a", "m1", "expel", "recall")))
	last := must[ledger.Receipt](t)(book.Record(ctx, told("a", "m2", "expel")))
	stats := must[ledger.Stats](t)(store.Count(ctx))
	want(t, "counts", []int64{stats.Documents, stats.Readings, stats.Claims, stats.Standing}, []int64{1, 2, 2, 1})
	want(t, "times", []time.Time{stats.First, stats.Last}, []time.Time{first.Known, last.Known})
	want(t, "kinds", slices.Sorted(kindsOf(t, now(t, book))), []ledger.Kind{"claim", "claim", "document", "reading", "reading"})
}

func kindsOf(t testing.TB, view *ledger.View) func(func(ledger.Kind) bool) {
	return func(yield func(ledger.Kind) bool) {
		for _, entry := range entriesOf(t, view) {
			if !yield(entry.Kind()) {
				return
			}
		}
	}
}
