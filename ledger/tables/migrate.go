package tables

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"

	"chancery/ledger"
)

// Latest is the version of the tables that this program makes.
const Latest = 4

// migrate brings the tables to the latest version, each step in a transaction
// of its own. Where another program makes the same tables at this moment, its
// work is waited for.
func (s *Store) migrate(ctx context.Context) error {
	var err error
	for range 40 {
		err = s.migrateOnce(ctx)
		if err == nil || !(strings.Contains(err.Error(), "already exists") || strings.Contains(err.Error(), "UNIQUE constraint")) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return err
}

func (s *Store) migrateOnce(ctx context.Context) error {
	if s.isLatest(ctx) {
		return nil
	}
	provider, err := s.provider()
	if err != nil {
		return err
	}
	if err := s.readVersion(ctx, provider); err != nil {
		return err
	}
	if s.schema == Latest {
		return nil
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	return s.readVersion(ctx, provider)
}

// isLatest asks goose's table itself, which is ten times as fast as goose.
func (s *Store) isLatest(ctx context.Context) bool {
	err := s.ordered.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version").Scan(&s.schema)
	return err == nil && s.schema == Latest
}

func (s *Store) provider() (*goose.Provider, error) {
	return goose.NewProvider(s.engine.Dialect, s.db, layers{migrations, s.engine.Migrations}, s.engine.Options...)
}

func (s *Store) readVersion(ctx context.Context, provider *goose.Provider) error {
	version, err := provider.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	if s.schema = version; version > Latest {
		return fmt.Errorf("its tables are of version %d, this program knows %d: %w", version, Latest, ledger.ErrNewer)
	}
	return nil
}

// layers are several embedded folders "migrations" seen as one root folder.
type layers []fs.FS

// Open opens a migration by its file name.
func (l layers) Open(name string) (fs.File, error) {
	if name == "." {
		return l[0].Open("migrations")
	}
	for _, layer := range l {
		file, err := layer.Open("migrations/" + strings.TrimPrefix(name, "migrations/"))
		if !errors.Is(err, fs.ErrNotExist) {
			return file, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists the migrations of every layer, sorted by name.
func (l layers) ReadDir(string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for _, layer := range l {
		entries, err := fs.ReadDir(layer, "migrations")
		if err != nil {
			return nil, err
		}
		all = append(all, entries...)
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return all, nil
}
