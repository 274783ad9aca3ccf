package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"chancery/ledger/ledgertest"
)

// keep names a release whose ledger is to be kept:
// go test ./ledger/sqlite -run Release -keep 0.1
var keep = flag.String("keep", "", "make the kept ledger of this release")

// Every ledger in testdata was made by the release that it is named after.
func TestEveryReleaseOpens(t *testing.T) {
	if *keep != "" {
		keepRelease(t, *keep)
	}
	kept, err := filepath.Glob("testdata/release-*.db.gz")
	if err != nil || len(kept) == 0 {
		t.Fatal("no ledger of a release is kept", err)
	}
	for _, name := range kept {
		t.Run(filepath.Base(name), func(t *testing.T) {
			file, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			unpacked, err := gzip.NewReader(file)
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(unpacked)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "l.db")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			ledgertest.CheckRelease(t, openAt(t, path))
		})
	}
}

func keepRelease(t *testing.T, release string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.db")
	store := openAt(t, path)
	ledgertest.MakeRelease(t, store)
	if err := store.Backup(context.Background(), path+".copy"); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path + ".copy")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	if _, err := writer.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("testdata/release-"+release+".db.gz", packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
