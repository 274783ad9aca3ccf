package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/urfave/cli/v3"

	"chancery/ledger"
	"chancery/ledger/sqlite"
)

func ledgerCommand() *cli.Command {
	return &cli.Command{
		Name:  "ledger",
		Usage: "look after the ledger itself",
		Description: "Examples:\n  chancery ledger check\n  chancery ledger backup --ledger desk.db desk-2026-03-01.jsonl\n" +
			"  chancery ledger restore --ledger postgres://desk@db/record desk-2026-03-01.jsonl",
		Commands: []*cli.Command{
			{Name: "check", Usage: "check that every entry is what its name says, and the database whole", Flags: []cli.Flag{ledgerFlag()}, Action: runLedgerCheck},
			{Name: "stats", Usage: "count what the ledger holds", Flags: []cli.Flag{ledgerFlag(), formsFlag("text, json")}, Action: runLedgerStats},
			{Name: "vacuum", Usage: "give unused space back and renew the query planner's figures", Flags: []cli.Flag{ledgerFlag()}, Action: runLedgerVacuum},
			{
				Name: "backup", Usage: "write the ledger as it stands at one moment to a new file, while others write", ArgsUsage: "FILE",
				Description: "A FILE that ends in .jsonl is a dump, which any ledger can be restored from; else\n" +
					"a ledger in SQLite becomes a file of the same kind. PostgreSQL always gives a dump.",
				Flags: []cli.Flag{ledgerFlag()}, Action: runLedgerBackup,
			},
			{
				Name: "restore", Usage: "make the ledger from a backup of either kind", ArgsUsage: "BACKUP",
				Flags:  []cli.Flag{ledgerFlag(), &cli.BoolFlag{Name: "replace", Usage: "a ledger file that is there is first renamed"}},
				Action: runLedgerRestore,
			},
		},
	}
}

// formsFlag is the flag --format; the first of the forms is the default.
func formsFlag(forms string) cli.Flag {
	first, _, _ := strings.Cut(forms, ",")
	return &cli.StringFlag{Name: "format", Value: first, Usage: "`FORM` of the output: " + forms}
}

func runLedgerCheck(ctx context.Context, cmd *cli.Command) error {
	book, err := openExisting(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	keeper, keeps := book.Store().(ledger.Keeper)
	if !keeps {
		return nil
	}
	const most = 100
	faults := 0
	for fault, err := range keeper.Faults(ctx) {
		if err != nil {
			return err
		}
		if faults++; faults <= most {
			fmt.Fprintln(cmd.Root().Writer, fault)
		}
	}
	if faults > 0 {
		return fmt.Errorf("%d faults: %w; restore it from a backup: chancery ledger restore", faults, ledger.ErrDamaged)
	}
	fmt.Fprintln(cmd.Root().Writer, "the ledger is whole")
	return nil
}

func runLedgerStats(ctx context.Context, cmd *cli.Command) error {
	book, err := openExisting(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	stats, err := book.Store().Count(ctx)
	if err != nil {
		return err
	}
	switch format := cmd.String("format"); format {
	case "json":
		return json.NewEncoder(cmd.Root().Writer).Encode(stats)
	case "text":
	default:
		return usageError{fmt.Errorf("--format: %q is none of text, json", format)}
	}
	out := cmd.Root().Writer
	for _, row := range []struct {
		name  string
		count int64
	}{
		{"documents", stats.Documents}, {"readings", stats.Readings}, {"claims", stats.Claims}, {"claims that stand", stats.Standing},
		{"judgements", stats.Judgements}, {"retractions", stats.Retractions},
	} {
		fmt.Fprintf(out, "%-18s %s\n", row.name, humanize.Comma(row.count))
	}
	fmt.Fprintf(out, "%-18s %s\n%-18s %s, version %d of the tables\n", "size", humanize.IBytes(uint64(stats.Bytes)), "kept in", stats.Engine, stats.Schema)
	if !stats.First.IsZero() {
		fmt.Fprintf(out, "%-18s %s\n%-18s %s\n", "first known", stats.First.Format(time.RFC3339Nano), "last known", stats.Last.Format(time.RFC3339Nano))
	}
	return nil
}

func runLedgerVacuum(ctx context.Context, cmd *cli.Command) error {
	book, err := openExisting(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	if keeper, keeps := book.Store().(ledger.Keeper); keeps {
		return keeper.Vacuum(ctx)
	}
	return nil
}

// onlyArgument is the one argument of a command.
func onlyArgument(cmd *cli.Command, what string) (string, error) {
	if cmd.Args().Len() != 1 {
		return "", usageError{fmt.Errorf("%s needs exactly one argument, %s", cmd.Name, what)}
	}
	return cmd.Args().First(), nil
}

func runLedgerBackup(ctx context.Context, cmd *cli.Command) error {
	path, err := onlyArgument(cmd, "the FILE to write")
	if err != nil {
		return err
	}
	book, err := openExisting(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	if store, embedded := book.Store().(*sqlite.Store); embedded && !strings.HasSuffix(path, ".jsonl") {
		err = store.Backup(ctx, path)
	} else {
		err = dump(ctx, book, path)
	}
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	fmt.Fprintf(cmd.Root().Writer, "the ledger is written to %s\n", path)
	return nil
}

// dump writes a dump that appears under its name when it is whole.
func dump(ctx context.Context, book *ledger.Ledger, path string) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s: %w", path, os.ErrExist)
	}
	view, err := book.AsOf(ctx, time.Time{})
	if err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".chancery-backup-")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	if _, err := ledger.Dump(ctx, file, view); err != nil {
		file.Close()
		return err
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

func runLedgerRestore(ctx context.Context, cmd *cli.Command) error {
	backup, err := onlyArgument(cmd, "the BACKUP")
	if err != nil {
		return err
	}
	place, err := ledgerPlace(cmd)
	if err != nil {
		return err
	}
	isFile, err := isSQLite(backup)
	if err != nil {
		return err
	}
	if !isPostgres(place) {
		if err := makeWay(cmd, place); err != nil {
			return err
		}
		return restoreFile(ctx, cmd, backup, place, isFile)
	}
	book, err := openLedger(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	return load(ctx, cmd, book.Store(), backup, isFile)
}

// restoreFile makes the ledger beside its place and moves it there when it is whole.
func restoreFile(ctx context.Context, cmd *cli.Command, backup, place string, isFile bool) error {
	part := place + ".restoring"
	if err := removeLedger(part); err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, part)
	if err != nil {
		return err
	}
	defer removeLedger(part)
	if err := errors.Join(load(ctx, cmd, store, backup, isFile), store.Close()); err != nil {
		return err
	}
	return os.Rename(part, place)
}

// load fills an empty store from a backup of either kind.
func load(ctx context.Context, cmd *cli.Command, store ledger.Store, backup string, isFile bool) error {
	if !isFile {
		file, err := os.Open(backup)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := store.Load(ctx, ledger.ReadDump(file)); err != nil {
			return fmt.Errorf("restoring from %s: %w", backup, err)
		}
	} else {
		source, err := sqlite.Open(ctx, backup)
		if err != nil {
			return err
		}
		defer source.Close()
		known, err := source.Last(ctx)
		if err != nil {
			return err
		}
		if err := store.Load(ctx, source.Entries(ctx, known)); err != nil {
			return fmt.Errorf("restoring from %s: %w", backup, err)
		}
	}
	stats, err := store.Count(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.Root().Writer, "restored %d documents, %d readings, %d claims, %d judgements and %d retractions\n",
		stats.Documents, stats.Readings, stats.Claims, stats.Judgements, stats.Retractions)
	return nil
}

// isSQLite looks at the first bytes of a file (SQLite's "Database File Format").
func isSQLite(path string) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	head := make([]byte, 16)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return false, err
	}
	return bytes.Equal(head[:n], []byte("SQLite format 3\x00")), nil
}

// makeWay renames a ledger file that is there, when that is wanted.
func makeWay(cmd *cli.Command, place string) error {
	if _, err := os.Stat(place); errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if !cmd.Bool("replace") {
		return fmt.Errorf("%s is there already: name another place with --ledger, or give --replace to have it renamed first: %w", place, os.ErrExist)
	}
	kept := place + ".before-" + time.Now().UTC().Format("20060102T150405Z")
	for _, end := range []string{"-wal", "-shm", ""} {
		if err := os.Rename(place+end, kept+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	fmt.Fprintf(cmd.Root().ErrWriter, "chancery: the ledger that was there is now %s\n", kept)
	return nil
}

func removeLedger(path string) error {
	for _, end := range []string{"-wal", "-shm", ""} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
