package ledger

import (
	"context"
	"iter"
	"time"

	"chancery"
)

// Clock tells the time. The ledger itself has none: its caller gives it one
// (time.Now). Where a clock stands still or goes backwards, the known time of
// an entry is one microsecond after the latest one, so that the order of known
// times is the order of recording.
type Clock func() time.Time

// Store keeps entries. Every method may be called from many goroutines; a
// sequence ends after the first error that it yields.
type Store interface {
	// Append records, all or none, those of the entries that the store does not
	// hold, in their order, all with one known time, taken from the clock while
	// no other writer can record. A reading's claims stand before it or are
	// held already. When nothing is new no known time is spent.
	Append(ctx context.Context, entries []Entry, clock Clock) (Receipt, error)
	// Load fills an empty store with entries as another store yielded them:
	// same Seq, same Known; ErrNotEmpty otherwise.
	Load(ctx context.Context, entries iter.Seq2[Entry, error]) error
	// Last is the known time of the latest entry, zero for an empty store.
	Last(ctx context.Context) (time.Time, error)
	// Entries yields, by Seq, the entries of the given kinds (all when none is
	// named) that were known by known.
	Entries(ctx context.Context, known time.Time, kinds ...Kind) iter.Seq2[Entry, error]
	// Documents gives the standing documents with these hashes, in their order;
	// those not held are left out.
	Documents(ctx context.Context, known time.Time, hashes []string) ([]chancery.Document, error)
	// Claims yields the standing claims that pass the filter, in its order.
	Claims(ctx context.Context, known time.Time, filter Filter) iter.Seq2[Held, error]
	// Search yields standing documents and claims whose words match, the latest
	// recorded first.
	Search(ctx context.Context, known time.Time, query Query) iter.Seq2[Hit, error]
	// Count tells how many entries and standing claims there are.
	Count(ctx context.Context) (Stats, error)
	Close() error
}

// Keeper is what a store on a disk offers beside: its upkeep.
type Keeper interface {
	// Faults yields, as sentences, what is wrong with the database itself.
	Faults(ctx context.Context) iter.Seq2[string, error]
	// Vacuum gives unused space back and renews the figures of the query planner.
	Vacuum(ctx context.Context) error
}

// Receipt tells what Append added.
type Receipt struct {
	Documents   int `json:"documents"`
	Readings    int `json:"readings"`
	Claims      int `json:"claims"`
	Judgements  int `json:"judgements"`
	Retractions int `json:"retractions"`
	// Known is the known time of what was added, zero when nothing was.
	Known time.Time `json:"known"`
}

// Plus sums two receipts; Known is the later one.
func (r Receipt) Plus(s Receipt) Receipt {
	r.Documents += s.Documents
	r.Readings += s.Readings
	r.Claims += s.Claims
	r.Judgements += s.Judgements
	r.Retractions += s.Retractions
	if s.Known.After(r.Known) {
		r.Known = s.Known
	}
	return r
}

// Empty reports whether nothing was added.
func (r Receipt) Empty() bool {
	return r.Documents+r.Readings+r.Claims+r.Judgements+r.Retractions == 0
}

// Add counts one entry of a kind.
func (r *Receipt) Add(kind Kind) {
	switch kind {
	case KindDocument:
		r.Documents++
	case KindReading:
		r.Readings++
	case KindClaim:
		r.Claims++
	case KindJudgement:
		r.Judgements++
	case KindRetraction:
		r.Retractions++
	}
}

// NextKnown is the known time of what is recorded now: never before, and never
// at, the known time of what was recorded last.
func NextKnown(last, now time.Time) time.Time {
	now = now.UTC().Truncate(time.Microsecond)
	if !now.After(last) {
		now = last.Add(time.Microsecond)
	}
	return now
}

// Stats are the sizes of a store.
type Stats struct {
	Documents   int64 `json:"documents"`
	Readings    int64 `json:"readings"`
	Claims      int64 `json:"claims"`
	Standing    int64 `json:"standing_claims"`
	Judgements  int64 `json:"judgements"`
	Retractions int64 `json:"retractions"`
	// Bytes is the size on disk, 0 for a store in memory.
	Bytes  int64  `json:"bytes"`
	Schema int64  `json:"schema"`
	Engine string `json:"engine"`
	// First and Last are the known times of the first and the last entry.
	First time.Time `json:"first"`
	Last  time.Time `json:"last"`
}

// Add counts one entry of a kind.
func (s *Stats) Add(kind Kind) {
	switch kind {
	case KindDocument:
		s.Documents++
	case KindReading:
		s.Readings++
	case KindClaim:
		s.Claims++
	case KindJudgement:
		s.Judgements++
	case KindRetraction:
		s.Retractions++
	}
}
