package sqlite_test

import (
	"os"
	"testing"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
)

// CHANCERY_BENCH_CLAIMS=1000000 go test -run xxx -bench Store -benchtime 1x -timeout 2h ./ledger/sqlite
//
// CHANCERY_BENCH_SQLITE names a file to keep the ledger in; when it is filled
// already, only the questions are timed.
func BenchmarkStore(b *testing.B) {
	ledgertest.Benchmark(b, func(b testing.TB) ledger.Store {
		if path := os.Getenv("CHANCERY_BENCH_SQLITE"); path != "" {
			return openAt(b, path)
		}
		return open(b)
	})
}
