package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"chancery/ledger"
	"chancery/relations"
)

func briefCommand() *cli.Command {
	return &cli.Command{
		Name:      "brief",
		Usage:     "read reports, record them, and tell their acts and where two parties stand",
		ArgsUsage: "[FILE…]",
		Description: "What 'read', 'add' and 'relations' do, in one go: the acts of each report with their words, then the\n" +
			"standing of the pair from all that the ledger holds.\n\n" +
			"Examples:\n  chancery brief --pair RUS,NATO --on 2021-11-01 examples/2021-10-18-nato-russia.json\n" +
			"  chancery brief --published 2024-05-06 report.txt",
		Flags: append(append(readingFlags(), clockFlags()...),
			&cli.StringFlag{Name: "pair", Usage: "`A,B`: the two parties whose standing is told"},
		),
		Action: runBrief,
	}
}

func runBrief(ctx context.Context, cmd *cli.Command) error {
	pair, err := pairOf(cmd.String("pair"))
	if err != nil {
		return err
	}
	outcomes, book, err := readForLedger(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	out := bufio.NewWriter(cmd.Root().Writer)
	adding := adder{book: book, asides: asides{out: cmd.Root().ErrWriter}, progress: newProgress(), start: time.Now()}
	defer adding.progress.end()
	for outcome := range outcomes {
		if err := adding.take(ctx, outcome); err != nil {
			return err
		}
		if outcome.item.Err == nil {
			readingFilter{}.apply(&outcome.reading)
			if err := printReading(out, terminalOf(os.Stdout), outcome.reading); err != nil {
				return err
			}
		}
	}
	if err := adding.flush(ctx); err != nil {
		return err
	}
	if pair != nil {
		if err := printStanding(ctx, cmd, out, pair); err != nil {
			return err
		}
	}
	return finishOutput(out, &adding.asides)
}

func pairOf(words string) ([]string, error) {
	if words == "" {
		return nil, nil
	}
	a, b, found := strings.Cut(words, ",")
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if !found || a == "" || b == "" || a == b {
		return nil, usageError{fmt.Errorf("--pair: %q is not two parties such as RUS,NATO", words)}
	}
	return []string{a, b}, nil
}

// printStanding prints how a pair stands, as `relations` does.
func printStanding(ctx context.Context, cmd *cli.Command, out *bufio.Writer, pair []string) error {
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	codes, err := r.parties(pair)
	if err != nil {
		return err
	}
	events, err := r.events(ctx, ledger.Filter{Parties: codes, States: true})
	if err != nil {
		return err
	}
	p := relationPrinter{out: out, t: terminalOf(os.Stdout), r: r}
	p.print(relations.Of(events, r.question(codes...)))
	return nil
}
