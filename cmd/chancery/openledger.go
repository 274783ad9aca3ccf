package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/ledger"
	"chancery/ledger/postgres"
	"chancery/ledger/sqlite"
)

// ledgerFlag is the flag of every command with a ledger.
func ledgerFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "ledger", Usage: "the ledger: `PATH` of a file, or postgres://…; else chancery/ledger.db in your data folder",
		Sources: cli.EnvVars("CHANCERY_LEDGER"),
	}
}

// knownFlag asks what the ledger held earlier.
func knownFlag() cli.Flag {
	return &cli.StringFlag{Name: "known", Usage: "only what the ledger held at `TIME` (YYYY-MM-DD is the end of that day, UTC; or RFC 3339)"}
}

// openLedger opens the ledger that the command names, making it where there is
// none; standard error then names it. The caller closes it.
func openLedger(ctx context.Context, cmd *cli.Command) (*ledger.Ledger, error) {
	place, err := ledgerPlace(cmd)
	if err != nil {
		return nil, err
	}
	if isPostgres(place) {
		store, err := postgres.Open(ctx, place)
		if err != nil {
			return nil, err
		}
		return ledger.New(store, time.Now), nil
	}
	_, missing := os.Stat(place)
	if errors.Is(missing, fs.ErrNotExist) && cmd.String("ledger") == "" {
		if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
			return nil, fmt.Errorf("making the folder of the ledger: %w", err)
		}
	}
	store, err := sqlite.Open(ctx, place)
	if err != nil {
		return nil, err
	}
	if errors.Is(missing, fs.ErrNotExist) {
		fmt.Fprintf(cmd.Root().ErrWriter, "chancery: a new ledger is made: %s\n", place)
	}
	return ledger.New(store, time.Now), nil
}

// openExisting is openLedger for commands that only read: a file that is not
// there is an error and not made.
func openExisting(ctx context.Context, cmd *cli.Command) (*ledger.Ledger, error) {
	place, err := ledgerPlace(cmd)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(place); !isPostgres(place) && err != nil {
		return nil, fmt.Errorf("there is no ledger %s; `chancery add` makes one: %w", place, err)
	}
	return openLedger(ctx, cmd)
}

// openView opens the ledger for reading as of --known (now where not given).
// The caller closes the ledger.
func openView(ctx context.Context, cmd *cli.Command) (*ledger.Ledger, *ledger.View, error) {
	known, err := knownTime(cmd.String("known"))
	if err != nil {
		return nil, nil, usageError{fmt.Errorf("--known: %w", err)}
	}
	book, err := openExisting(ctx, cmd)
	if err != nil {
		return nil, nil, err
	}
	view, err := book.AsOf(ctx, known)
	if err != nil {
		book.Close()
		return nil, nil, err
	}
	return book, view, nil
}

// knownTime reads a known time: a time of day, or a day, month or year at its
// end; zero for "".
func knownTime(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339Nano, text); err == nil {
		return t, nil
	}
	date, err := chancery.ParseDate(text)
	if err != nil {
		return time.Time{}, err
	}
	return date.Last().Time().AddDate(0, 0, 1).Add(-time.Microsecond), nil
}

func isPostgres(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

// ledgerPlace is the file or address of the command's ledger.
func ledgerPlace(cmd *cli.Command) (string, error) {
	if place := cmd.String("ledger"); place != "" {
		return place, nil
	}
	folder := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(folder) { // the XDG specification: paths that are not absolute are to be ignored
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("finding your data folder (name a ledger with --ledger): %w", err)
		}
		folder = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(folder, "chancery", "ledger.db"), nil
}
