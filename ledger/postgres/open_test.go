package postgres_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
	"chancery/ledger/postgres"
)

// server is started once for all tests of the package; nil with the reason in noServer.
var (
	server   *ledgertest.Server
	noServer error
)

func TestMain(m *testing.M) {
	flag.Parse()
	if !slices.ContainsFunc(os.Args, func(arg string) bool { return strings.Contains(arg, "rapid.checks") }) {
		_ = flag.Set("rapid.checks", "20") // each makes a schema
	}
	server, noServer = ledgertest.StartServer()
	code := m.Run()
	if server != nil {
		server.Stop()
	}
	os.Exit(code)
}

func address(t testing.TB) string {
	t.Helper()
	if noServer != nil {
		t.Skip(noServer)
	}
	base, err := sql.Open("pgx", server.Base())
	if err != nil {
		t.Fatal(err)
	}
	base.SetMaxIdleConns(0)
	url, schema := server.Fresh()
	if _, err := base.Exec("CREATE SCHEMA " + schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := base.Exec(fmt.Sprintf("DROP SCHEMA %s CASCADE", schema)); err != nil {
			t.Log(err)
		}
		base.Close()
	})
	return url
}

func open(t testing.TB) ledger.Store { return openAt(t, address(t)) }

func openAt(t testing.TB, url string) *postgres.Store {
	t.Helper()
	store, err := postgres.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func TestPostgresIsAStore(t *testing.T) { ledgertest.Run(t, open) }

func openContext(ctx context.Context, url string) (ledger.Store, error) {
	return postgres.Open(ctx, url)
}
