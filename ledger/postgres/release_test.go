package postgres_test

import (
	"context"
	"database/sql"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"chancery/ledger/ledgertest"
)

// keep names a release whose ledger is to be kept; pg_dump writes it:
// go test ./ledger/postgres -run Release -keep 0.1
var keep = flag.String("keep", "", "make the kept ledger of this release")

// Every ledger in testdata was made by the release that it is named after. It
// is what pg_dump writes, with SCHEMA for the name of the schema.
func TestEveryReleaseOpens(t *testing.T) {
	if noServer != nil {
		t.Skip(noServer)
	}
	if *keep != "" {
		keepRelease(t, *keep)
	}
	kept, err := filepath.Glob("testdata/release-*.sql")
	if err != nil || len(kept) == 0 {
		t.Fatal("no ledger of a release is kept", err)
	}
	for _, name := range kept {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			url := address(t)
			base, err := sql.Open("pgx", server.Base())
			if err != nil {
				t.Fatal(err)
			}
			defer base.Close()
			if _, err := base.Exec(strings.ReplaceAll(string(text), "SCHEMA.", schemaOf(url)+".")); err != nil {
				t.Fatal(err)
			}
			ledgertest.CheckRelease(t, openAt(t, url))
		})
	}
}

func schemaOf(url string) string {
	_, schema, _ := strings.Cut(url, "search_path=")
	return schema
}

func keepRelease(t *testing.T, release string) {
	t.Helper()
	url := address(t)
	ledgertest.MakeRelease(t, openAt(t, url))
	schema := schemaOf(url)
	dump := exec.CommandContext(context.Background(), "pg_dump", "--inserts", "--no-owner", "--no-comments", "-n", schema, server.Base())
	dump.Stderr = os.Stderr
	text, err := dump.Output()
	if err != nil {
		t.Fatal(err)
	}
	// What is left are the statements that make things of the schema.
	lines := regexp.MustCompile(`(?m)^(--.*|SET .*|SELECT pg_catalog.set_config.*|CREATE SCHEMA .*|\\.*|)\n`)
	named := strings.ReplaceAll(lines.ReplaceAllString(string(text), ""), schema+".", "SCHEMA.")
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("testdata/release-"+release+".sql", []byte(named), 0o644); err != nil {
		t.Fatal(err)
	}
}
