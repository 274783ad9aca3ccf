package main

import (
	"context"
	"fmt"
	"os"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

// evalCommand reads gold articles and compares the acts found with theirs.
func evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "compare the acts that are found with those of gold files",
		ArgsUsage: "GOLD…",
		Description: "Gold files are articles in the form {id, text, …, events}; folders are read whole.\n" +
			"A match needs the same act, and actors and recipients that share at least half of their union.\n\n" +
			"Example:\n  chancery eval --by-act testdata/articles",
		Flags: append(readingFlags(),
			&cli.BoolFlag{Name: "by-act", Usage: "add precision, recall and F1 of each act"},
			&cli.BoolFlag{Name: "errors", Usage: "list what was missed and what was too much"},
			&cli.FloatFlag{Name: "min-confidence", Usage: "leave out acts with a confidence under `P` (0 to 1)"},
		),
		Action: runEval,
	}
}

func runEval(_ context.Context, cmd *cli.Command) error {
	if cmd.NArg() == 0 {
		return usageError{fmt.Errorf("eval wants gold files or folders")}
	}
	items, err := documents(cmd)
	if err != nil {
		return err
	}
	reader, err := newReader(cmd)
	if err != nil {
		return err
	}
	score := train.NewActScore()
	for item := range items {
		if item.Err != nil {
			fmt.Fprintf(os.Stderr, "chancery: %s: set aside: %v\n", item.Source, item.Err)
			continue
		}
		raw, known := item.Fields["events"]
		if !known {
			fmt.Fprintf(os.Stderr, "chancery: %s: set aside: it tells no events, so it is no gold file\n", item.Source)
			continue
		}
		gold, err := train.GoldActs(raw)
		if err != nil {
			return fmt.Errorf("%s: %w", item.Source, err)
		}
		var found []train.ActRecord
		for _, claim := range reader.Read(item.Document).Claims {
			if claim.InScope() && claim.Confidence >= cmd.Float("min-confidence") {
				found = append(found, train.RecordOf(claim))
			}
		}
		score.Add(item.Document.ID, gold, found)
	}
	score.Print(cmd.Root().Writer, cmd.Bool("by-act"), cmd.Bool("errors"))
	return nil
}
