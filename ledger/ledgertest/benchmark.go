package ledgertest

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
)

// BenchmarkClaims is how many claims a benchmark works on: 3,000, or what
// CHANCERY_BENCH_CLAIMS tells.
func BenchmarkClaims() int {
	if n, err := strconv.Atoi(os.Getenv("CHANCERY_BENCH_CLAIMS")); err == nil {
		return n
	}
	return 3000
}

// Fill records generated readings until the store holds that many claims, in
// batches of 3,000 claims, and gives the figures of the query planner a chance.
// It tells how long recording took.
func Fill(b testing.TB, store ledger.Store, claims int) time.Duration {
	b.Helper()
	book := ledger.New(store, time.Now)
	generator := NewGenerator(11)
	var spent time.Duration
	for done := 0; done < claims; {
		batch := generator.Batch(min(1000, (claims-done+2)/3))
		start := time.Now()
		if _, err := book.Record(context.Background(), batch...); err != nil {
			b.Fatal(err)
		}
		spent += time.Since(start)
		done += 3 * len(batch)
	}
	if keeper, keeps := store.(ledger.Keeper); keeps {
		if err := keeper.Vacuum(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
	return spent
}

// Benchmark fills a store and times the questions that commands ask, each with
// parties and words drawn as often as they occur. It reports claims recorded a
// second and, in milliseconds, the 95th of 100 times of each question.
func Benchmark(b *testing.B, open Open) {
	claims := BenchmarkClaims()
	store := open(b)
	if last, err := store.Last(context.Background()); err != nil {
		b.Fatal(err)
	} else if last.IsZero() { // else it was filled before, and is asked again
		spent := Fill(b, store, claims)
		b.ReportMetric(float64(claims)/spent.Seconds(), "claims/s")
	}
	view, err := ledger.New(store, time.Now).AsOf(context.Background(), time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	stats, err := store.Count(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(stats.Bytes)/1e6, "MB")
	for _, question := range questions() {
		random := rand.New(rand.NewPCG(5, 6))
		var times []time.Duration
		rows := 0
		for range 100 {
			ask := question.draw(b, view, random)
			start := time.Now()
			rows += ask()
			times = append(times, time.Since(start))
		}
		slices.Sort(times)
		b.ReportMetric(float64(times[94].Microseconds())/1000, question.name+"-p95-ms")
		b.Logf("%-22s p50 %8.2f ms  p95 %8.2f ms  most %8.2f ms  %d rows", question.name, ms(times[49]), ms(times[94]), ms(times[99]), rows/100)
	}
	b.ReportMetric(0, "ns/op")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

type question struct {
	name string
	// draw chooses what is asked for; ask asks and tells how many rows came.
	draw func(b testing.TB, view *ledger.View, random *rand.Rand) (ask func() int)
}

// questions are the queries behind the commands.
func questions() []question {
	claims := func(b testing.TB, view *ledger.View, filter ledger.Filter) func() int {
		return func() int {
			rows := 0
			for _, err := range view.Claims(context.Background(), filter) {
				if err != nil {
					b.Fatal(err)
				}
				rows++
			}
			return rows
		}
	}
	search := func(b testing.TB, view *ledger.View, words string) func() int {
		return func() int {
			rows := 0
			for _, err := range view.Search(context.Background(), ledger.Query{Words: words}) {
				if err != nil {
					b.Fatal(err)
				}
				rows++
			}
			return rows
		}
	}
	return []question{
		{"page-of-pair", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return claims(b, view, ledger.Filter{Parties: drawnPair(random), Limit: 50, Latest: true})
		}},
		{"page-of-pair-in-time", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			from := day(2000, 1, 1).AddDays(random.IntN(9000))
			return claims(b, view, ledger.Filter{Parties: drawnPair(random), From: from, Reported: from.AddDays(400), Limit: 50})
		}},
		{"whole-pair", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return claims(b, view, ledger.Filter{Parties: drawnPair(random)})
		}},
		{"expulsions-of-pair", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return claims(b, view, ledger.Filter{Parties: drawnPair(random), Acts: []string{"expel", "recall", "suspend-mission"}})
		}},
		{"page-of-party", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return claims(b, view, ledger.Filter{Parties: drawnPair(random)[:1], Limit: 50})
		}},
		{"upcoming", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			from := day(2000, 1, 1).AddDays(random.IntN(9000))
			return claims(b, view, ledger.Filter{EffectiveFrom: from, EffectiveTo: from.AddDays(7), Limit: 50})
		}},
		{"search-two-words", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return search(b, view, Word(random.IntN(300))+" "+Word(random.IntN(5000)))
		}},
		{"search-frequent-word", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return search(b, view, Word(random.IntN(20)))
		}},
		{"search-rare-word", func(b testing.TB, view *ledger.View, random *rand.Rand) func() int {
			return search(b, view, Word(5000+random.IntN(15_000)))
		}},
	}
}

// drawnPair is a pair of parties drawn as often as pairs act.
func drawnPair(random *rand.Rand) []string {
	claim := chancery.Claim{}
	for len(claim.Recipient) == 0 {
		claim = NewGenerator(random.Uint64()).Next().Claims[0]
	}
	return []string{claim.Actor[0], claim.Recipient[0]}
}
