package postgres_test

import (
	"os"
	"testing"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
)

// CHANCERY_BENCH_CLAIMS=1000000 go test -run xxx -bench Store -benchtime 1x -timeout 2h ./ledger/postgres
//
// CHANCERY_BENCH_POSTGRES is the address of a ledger to keep; when it is filled
// already, only the questions are timed.
func BenchmarkStore(b *testing.B) {
	ledgertest.Benchmark(b, func(b testing.TB) ledger.Store {
		if url := os.Getenv("CHANCERY_BENCH_POSTGRES"); url != "" {
			return openAt(b, url)
		}
		return open(b)
	})
}
