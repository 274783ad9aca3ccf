package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
	"chancery/ledger/ledgertest"
	"chancery/ledger/postgres"
	"chancery/ledger/sqlite"
)

// BenchmarkQuestions asks a ledger of a million generated claims how pairs
// stand, what passed between them, and for words, and tells the 95th percentile
// of the times. The ledger is the file or postgres:// address in
// CHANCERY_MILLION, and is filled where it is empty; without that variable the
// benchmark is left out.
func BenchmarkQuestions(b *testing.B) {
	place := os.Getenv("CHANCERY_MILLION")
	if place == "" {
		b.Skip("CHANCERY_MILLION names no place for the ledger")
	}
	fillMillion(b, place)
	random := rand.New(rand.NewPCG(11, 3))
	rank := rand.NewZipf(random, 1.2, 8, 199) // pairs are asked about as often as they act
	for _, row := range []struct {
		name string
		args []string
	}{
		{"relations", []string{"--on", "2020-06-01", "--format", "json"}},
		{"relations-text", []string{"--on", "2020-06-01"}},
		{"timeline", []string{"--limit", "50"}},
		{"search", nil},
	} {
		b.Run(row.name, func(b *testing.B) {
			var times, work []time.Duration
			command := row.name
			if command == "relations-text" {
				command = "relations"
			}
			for b.Loop() {
				one, two := int(rank.Uint64()), int(rank.Uint64())
				if one == two {
					two++
				}
				about := []string{ledgertest.Party(one), ledgertest.Party(two)}
				if command == "search" {
					about = []string{ledgertest.Word(random.IntN(300)), ledgertest.Word(random.IntN(5000))}
				}
				args := slices.Concat([]string{"chancery", command, "--ledger", place}, about, row.args)
				start, busy := time.Now(), processTime()
				app := application()
				app.Writer = nowhere{}
				if err := app.Run(b.Context(), args); err != nil {
					b.Fatal(err)
				}
				times, work = append(times, time.Since(start)), append(work, processTime()-busy)
			}
			slices.Sort(times)
			slices.Sort(work)
			b.ReportMetric(float64(work[len(work)*95/100].Microseconds())/1000, "p95-cpu-ms")
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
		})
	}
}

// processTime is the time that the process has spent on a processor: on a
// busy machine the fairer figure.
func processTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }

func fillMillion(b *testing.B, place string) {
	b.Helper()
	var store ledger.Store
	var err error
	if isPostgres(place) {
		store, err = postgres.Open(b.Context(), place)
	} else {
		store, err = sqlite.Open(b.Context(), place)
	}
	if err != nil {
		b.Fatal(err)
	}
	book := ledger.New(store, time.Now)
	defer book.Close()
	if last, err := store.Last(b.Context()); err != nil {
		b.Fatal(err)
	} else if !last.IsZero() {
		return
	}
	start := time.Now()
	generator := ledgertest.NewGenerator(1)
	for entered := 0; entered < 1_000_000; {
		batch := make([]chancery.Reading, 0, 1000)
		for range 1000 {
			batch = append(batch, generator.Next())
		}
		receipt, err := book.Record(b.Context(), batch...)
		if err != nil {
			b.Fatal(err)
		}
		entered += receipt.Claims
	}
	fmt.Printf("filled in %s\n", time.Since(start))
	if keeper, keeps := store.(ledger.Keeper); keeps {
		if err := keeper.Vacuum(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
