package ledgertest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chancery"
	"chancery/ledger"
)

// agreesWithMemory does the same random things to the store and to a store in
// memory, and asks both the same random questions about every known time that
// the book has had: what a view shows is the same in both, and is still the
// same after all that was recorded later. In the end a check finds no fault.
func agreesWithMemory(t *testing.T, open Open) {
	rapid.Check(t, func(r *rapid.T) {
		pair := &twins{one: ledger.New(open(t), ticking()), two: ledger.New(ledger.NewMemory(), ticking())}
		defer pair.one.Close()
		type answer struct {
			known  time.Time
			filter ledger.Filter
			ids    []string
		}
		var given []answer
		for range rapid.IntRange(1, 7).Draw(r, "steps") {
			pair.step(r)
			known := pair.known(r)
			filter := drawFilter(r)
			ids := pair.ask(r, known, filter)
			given = append(given, answer{known, filter, ids})
		}
		for _, earlier := range given {
			again := pair.ask(r, earlier.known, earlier.filter)
			if fmt.Sprint(again) != fmt.Sprint(earlier.ids) {
				r.Fatalf("as of %v the book held %v, now it says %v", earlier.known, earlier.ids, again)
			}
		}
		pair.sameEntries(r)
		if keeper, keeps := pair.one.Store().(ledger.Keeper); keeps {
			for fault, err := range keeper.Faults(context.Background()) {
				r.Fatal(fault, err)
			}
		}
	})
}

// twins are two books that are told the same.
type twins struct {
	one, two *ledger.Ledger
	undoable []string
}

func (p *twins) known(r *rapid.T) time.Time {
	view, err := p.one.AsOf(context.Background(), time.Time{})
	if err != nil {
		r.Fatal(err)
	}
	return view.Known()
}

// step records, judges or retracts.
func (p *twins) step(r *rapid.T) {
	ctx := context.Background()
	switch rapid.IntRange(0, 4).Draw(r, "step") {
	case 0, 1, 2:
		batch := rapid.SliceOfN(rapid.Custom(drawReading), 1, 3).Draw(r, "readings")
		one, err := p.one.Record(ctx, batch...)
		two, fault := p.two.Record(ctx, batch...)
		if err != nil || fault != nil || fmt.Sprint(one) != fmt.Sprint(two) {
			r.Fatalf("recorded %v (%v), in memory %v (%v)", one, err, two, fault)
		}
	case 3:
		p.retract(r)
	case 4:
		if len(p.undoable) > 0 {
			id := rapid.SampledFrom(p.undoable).Draw(r, "undo")
			undo := chancery.Judgement{Kind: chancery.JudgeUndo, Undoes: id, Author: "ann", At: time.Unix(int64(len(p.undoable)), 0)}
			_, err := p.one.Judge(ctx, undo)
			_, fault := p.two.Judge(ctx, undo)
			if err != nil || fault != nil {
				r.Fatal(err, fault)
			}
		}
	}
}

func (p *twins) retract(r *rapid.T) {
	ctx := context.Background()
	view, _ := p.two.AsOf(ctx, time.Time{})
	var targets []ledger.Retraction
	for held := range view.Claims(ctx, ledger.Filter{}) {
		targets = append(targets, ledger.Retraction{What: ledger.KindClaim, Target: held.Claim.ID},
			ledger.Retraction{What: ledger.KindReading, Target: held.Reading}, ledger.Retraction{What: ledger.KindDocument, Target: held.Claim.Document})
	}
	if len(targets) == 0 {
		return
	}
	target := rapid.SampledFrom(targets).Draw(r, "target")
	target.Author, target.At = "ann", time.Unix(int64(len(p.undoable)), 0)
	made, err := p.one.Retract(ctx, target)
	_, fault := p.two.Retract(ctx, target)
	if err != nil || fault != nil {
		r.Fatal(err, fault)
	}
	p.undoable = append(p.undoable, made.ID)
}

// ask puts one question to both and gives the answer.
func (p *twins) ask(r *rapid.T, known time.Time, filter ledger.Filter) []string {
	var answers [2][]string
	for i, book := range []*ledger.Ledger{p.one, p.two} {
		view, err := book.AsOf(context.Background(), known)
		if err != nil {
			r.Fatal(err)
		}
		for held, err := range view.Claims(context.Background(), filter) {
			if err != nil {
				r.Fatal(err)
			}
			if !filter.Matches(held.Claim) {
				r.Fatalf("claim %+v does not match %+v", held.Claim, filter)
			}
			if filter.Lean {
				held.Reading = ""
			}
			answers[i] = append(answers[i], fmt.Sprint(held.Seq, held.Known, held.Reading, ledger.ClaimKey(held.Claim)))
		}
	}
	if fmt.Sprint(answers[0]) != fmt.Sprint(answers[1]) {
		r.Fatalf("as of %v, %+v:\n%v\nin memory:\n%v", known, filter, answers[0], answers[1])
	}
	return append(answers[0], p.search(r, known, filter)...)
}

// search looks in both for a word, among the claims that pass the filter.
func (p *twins) search(r *rapid.T, known time.Time, among ledger.Filter) []string {
	query := ledger.Query{Words: "envoys", Reported: among.Reported, Among: among, Limit: among.Limit}
	var answers [2][]string
	for i, book := range []*ledger.Ledger{p.one, p.two} {
		view, err := book.AsOf(context.Background(), known)
		if err != nil {
			r.Fatal(err)
		}
		for hit, err := range view.Search(context.Background(), query) {
			if err != nil {
				r.Fatal(err)
			}
			found := hit.Document.Hash()
			if hit.Claim != nil {
				found = fmt.Sprint(hit.Claim.Seq, hit.Claim.Reading, hit.Claim.Claim.ID, found)
			}
			answers[i] = append(answers[i], found)
		}
	}
	if fmt.Sprint(answers[0]) != fmt.Sprint(answers[1]) {
		r.Fatalf("as of %v, searching among %+v:\n%v\nin memory:\n%v", known, among, answers[0], answers[1])
	}
	return answers[0]
}

func (p *twins) sameEntries(r *rapid.T) {
	var books [2]string
	for i, book := range []*ledger.Ledger{p.one, p.two} {
		view, _ := book.AsOf(context.Background(), time.Time{})
		for entry, err := range view.Entries(context.Background()) {
			if err != nil {
				r.Fatal(err)
			}
			books[i] += fmt.Sprintln(entry.Seq, entry.Known, entry.Kind(), entry.Key())
		}
	}
	if books[0] != books[1] {
		r.Fatalf("the book:\n%s\nin memory:\n%s", books[0], books[1])
	}
}

func drawParties(r *rapid.T, name string) []string {
	return rapid.SliceOfN(rapid.SampledFrom([]string{"RUS", "NATO", "USA", "FRA"}), 0, 3).Draw(r, name)
}

func drawDate(r *rapid.T, name string) chancery.Date {
	return rapid.SampledFrom([]chancery.Date{{}, {Year: 2021}, day(2021, 1, 1), {Year: 2021, Month: 10}, day(2021, 10, 1), day(2021, 10, 18), day(2021, 10, 31), day(2022, 2, 28), day(9999, 12, 31)}).Draw(r, name)
}

func drawReading(r *rapid.T) chancery.Reading {
	doc := chancery.Document{ID: "d", Title: "T", Text: rapid.SampledFrom([]string{"one envoy", "two", "three"}).Draw(r, "text"), Published: drawDate(r, "published")}
	reading := chancery.Reading{Document: doc, Model: rapid.SampledFrom([]string{"m1", "m2"}).Draw(r, "model")}
	for i := range rapid.IntRange(0, 3).Draw(r, "claims") {
		claim := chancery.Claim{
			Local: fmt.Sprintf("e%d", i), Act: rapid.SampledFrom([]string{"expel", "meet"}).Draw(r, "act"), Type: rapid.SampledFrom([]string{"SANCTION", "CONSULT"}).Draw(r, "type"),
			Actor: drawParties(r, "actor"), Recipient: drawParties(r, "recipient"), Status: rapid.SampledFrom(chancery.Statuses()).Draw(r, "status"),
			Date: drawDate(r, "date"), Effective: drawDate(r, "effective"), Score: float64(rapid.IntRange(-10, 10).Draw(r, "score")), Confidence: rapid.Float64Range(0, 1).Draw(r, "confidence"),
		}
		claim.Evidence = rapid.SampledFrom([]string{"", "The envoy left.", "Envoys stayed."}).Draw(r, "evidence")
		if rapid.Bool().Draw(r, "object") {
			claim.Object = &chancery.Object{ID: rapid.SampledFrom([]string{"", "m-1", "m-2"}).Draw(r, "id"), Sender: rapid.SampledFrom([]string{"", "RUS", "CHN"}).Draw(r, "sender")}
		}
		if rapid.Bool().Draw(r, "firm") {
			claim.ActorRoles = []chancery.Role{{Party: "RUS", Kind: chancery.PartyFirm}}
		}
		reading.Claims = append(reading.Claims, claim)
	}
	return reading
}

func drawFilter(r *rapid.T) ledger.Filter {
	var f ledger.Filter
	maybe := func(name string) bool { return rapid.IntRange(0, 3).Draw(r, name) == 0 }
	if maybe("parties?") {
		f.Parties = drawParties(r, "parties")
	}
	if maybe("actors?") {
		f.Actors = drawParties(r, "actors")
	}
	if maybe("recipients?") {
		f.Recipients = drawParties(r, "recipients")
	}
	if maybe("acts?") {
		f.Acts = []string{"expel"}
	}
	if maybe("types?") {
		f.Types = []string{"CONSULT", "AID"}
	}
	if maybe("statuses?") {
		f.Statuses = []chancery.Status{chancery.StatusActual, chancery.StatusPlanned}
	}
	if maybe("objects?") {
		f.Objects = []string{"m-1"}
	}
	if maybe("documents?") {
		f.Documents = []string{"none", chancery.Document{ID: "d", Title: "T", Text: "one envoy"}.Hash()}
	}
	if maybe("prefix?") {
		f.Prefix = rapid.SampledFrom([]string{"0", "3", "a", "b", "ff", "0123456789abcdef01234567"}).Draw(r, "prefix")
	}
	if maybe("scores?") {
		least, most := float64(rapid.IntRange(-10, 0).Draw(r, "least")), float64(rapid.IntRange(0, 10).Draw(r, "most"))
		f.MinScore, f.MaxScore = &least, &most
	}
	if maybe("dates?") {
		f.From, f.To = drawDate(r, "from"), drawDate(r, "to")
		if maybe("lasting?") {
			f.Lasting = []string{"expel"}
		}
	}
	f.Lean = maybe("lean")
	if maybe("effective?") {
		f.EffectiveFrom, f.EffectiveTo = drawDate(r, "effective from"), drawDate(r, "effective to")
	}
	if maybe("reported?") {
		f.Reported = drawDate(r, "reported")
	}
	f.MinConfidence = rapid.SampledFrom([]float64{0, 0, 0.5}).Draw(r, "least confidence")
	f.States, f.Latest = maybe("states"), rapid.Bool().Draw(r, "latest")
	f.Limit = rapid.SampledFrom([]int{0, 0, 2}).Draw(r, "limit")
	return f
}
