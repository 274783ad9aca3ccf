package main

import (
	"context"
	"fmt"
	"os"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

func trainParseCommand() *cli.Command {
	return &cli.Command{
		Name:  "parse",
		Usage: "learn tags, lemmas and arcs from the treebanks EWT and GUM",
		Description: `Both treebanks are taken in the layout of their release (en_ewt-ud-train.conllu)
or flat (ewt-train.conllu); of GUM only the genres that are free for any use.
The same treebanks give the same bytes. It takes about a quarter of an hour.

   chancery train parse --ewt UD_English-EWT --gum UD_English-GUM --out parse/model.bin`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "ewt", Usage: "folder of UD_English-EWT, or its training file", Required: true},
			&cli.StringFlag{Name: "gum", Usage: "folder of UD_English-GUM, or its training file", Required: true},
			&cli.StringFlag{Name: "out", Value: "parse/model.bin", Usage: "where the model goes"},
			&cli.IntFlag{Name: "tag-epochs", Value: 7, Usage: "rounds of the tagger"},
			&cli.IntFlag{Name: "arc-epochs", Value: 10, Usage: "rounds of the parser"},
			&cli.IntFlag{Name: "folds", Value: 4, Usage: "parts for tags on unseen text"},
			&cli.IntFlag{Name: "thin-after", Value: 4, Usage: "rounds after which only the strongest features are kept"},
			&cli.IntFlag{Name: "tag-features", Value: 220_000, Usage: "features kept in each pass of the tagger"},
			&cli.IntFlag{Name: "arc-features", Value: 800_000, Usage: "features kept in the parser"},
			&cli.FloatFlag{Name: "least-tag", Value: 0.5, Usage: "smallest weight kept in the tagger"},
			&cli.FloatFlag{Name: "least-arc", Value: 1.3, Usage: "smallest weight kept in the parser"},
			&cli.IntFlag{Name: "workers", Value: 2, Usage: "taggers learned at once"},
		},
		Action: runTrainParse,
	}
}

func runTrainParse(_ context.Context, cmd *cli.Command) error {
	data, err := train.Syntax{
		EWT: cmd.String("ewt"), GUM: cmd.String("gum"),
		TagEpochs: cmd.Int("tag-epochs"), ArcEpochs: cmd.Int("arc-epochs"), Folds: cmd.Int("folds"),
		ThinAfter: cmd.Int("thin-after"), TagFeatures: cmd.Int("tag-features"), ArcFeatures: cmd.Int("arc-features"),
		LeastTag: cmd.Float("least-tag"), LeastArc: cmd.Float("least-arc"), Workers: cmd.Int("workers"),
		Log: func(line string) { fmt.Fprintln(os.Stderr, line) },
	}.Model()
	if err != nil {
		return err
	}
	return os.WriteFile(cmd.String("out"), data, 0o644)
}
