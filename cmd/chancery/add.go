package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/ledger"
	"chancery/read"
)

func addCommand() *cli.Command {
	return &cli.Command{
		Name:      "add",
		Usage:     "read documents and enter them, with the acts that they tell, in the ledger",
		ArgsUsage: "[FILE…]",
		Description: "Documents, readings and claims are named by their content: adding the same again\n" +
			"adds nothing, and a run that was broken off is simply run again.\n\n" +
			"Examples:\n  chancery add --ledger desk.db reports.jsonl\n  chancery add --published 2024-05-06 report.txt",
		Flags:  append(readingFlags(), ledgerFlag()),
		Action: runAdd,
	}
}

func runAdd(ctx context.Context, cmd *cli.Command) error {
	outcomes, book, err := readForLedger(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	adding := adder{book: book, asides: asides{out: cmd.Root().ErrWriter}, progress: newProgress(), start: time.Now()}
	for outcome := range outcomes {
		if err = adding.take(ctx, outcome); err != nil {
			break
		}
	}
	if err == nil {
		err = adding.flush(ctx)
	}
	adding.progress.end()
	adding.tell(cmd.Root().Writer)
	if err != nil {
		return err
	}
	return adding.asides.err()
}

// readForLedger opens the ledger and starts reading the documents that the
// command names. The caller closes the ledger.
func readForLedger(ctx context.Context, cmd *cli.Command) (iter.Seq[readOutcome], *ledger.Ledger, error) {
	items, err := documents(cmd)
	if err != nil {
		return nil, nil, err
	}
	reader, err := newReader(cmd)
	if err != nil {
		return nil, nil, err
	}
	book, err := openLedger(ctx, cmd)
	if err != nil {
		return nil, nil, err
	}
	return readAll(ctx, reader, items, read.Acts), book, nil
}

// adder gathers readings and records them in batches.
type adder struct {
	book     *ledger.Ledger
	asides   asides
	progress *progress
	start    time.Time
	waiting  []chancery.Reading
	claims   int
	receipt  ledger.Receipt
	read     int
	told     int
	flushed  time.Time
}

// take adds one outcome; a batch is recorded when it is large or has waited.
func (a *adder) take(ctx context.Context, outcome readOutcome) error {
	const mostReadings, mostClaims, mostWait = 500, 4000, 2 * time.Second
	a.progress.step()
	if outcome.item.Err != nil {
		a.asides.tell(outcome.item)
		return nil
	}
	if err := ledger.Fit(outcome.reading); err != nil {
		outcome.item.Err = err
		a.asides.tell(outcome.item)
		return nil
	}
	if len(a.waiting) == 0 {
		a.flushed = time.Now()
	}
	a.waiting = append(a.waiting, outcome.reading)
	a.claims += len(outcome.reading.Claims)
	if len(a.waiting) >= mostReadings || a.claims >= mostClaims || time.Since(a.flushed) > mostWait {
		return a.flush(ctx)
	}
	return nil
}

func (a *adder) flush(ctx context.Context) error {
	receipt, err := a.book.Record(ctx, a.waiting...)
	if err != nil {
		return err
	}
	a.receipt = a.receipt.Plus(receipt)
	a.read += len(a.waiting)
	a.told += a.claims
	a.waiting, a.claims = a.waiting[:0], 0
	return nil
}

// tell says what was added.
func (a *adder) tell(out io.Writer) {
	r := a.receipt
	fmt.Fprintf(out, "read %d documents that tell %d claims in %s; new: %d documents, %d readings, %d claims",
		a.read, a.told, time.Since(a.start).Round(time.Millisecond), r.Documents, r.Readings, r.Claims)
	if !r.Known.IsZero() {
		fmt.Fprintf(out, "; known since %s", r.Known.Format(time.RFC3339Nano))
	}
	if a.asides.count > 0 {
		fmt.Fprintf(out, "; set aside: %d", a.asides.count)
	}
	fmt.Fprintln(out)
}
