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
The same treebanks and texts give the same bytes. It takes about an hour of one core.

   chancery train parse --ewt UD_English-EWT --gum UD_English-GUM --text briefings --text current-events --text newswire --out parse/model.bin`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "ewt", Usage: "folder of UD_English-EWT, or its training file", Required: true},
			&cli.StringFlag{Name: "gum", Usage: "folder of UD_English-GUM, or its training file", Required: true},
			&cli.StringFlag{Name: "out", Value: "parse/model.bin", Usage: "where the model goes"},
			&cli.StringSliceFlag{Name: "text", Usage: "`FOLDER` of raw text that vectors of words are learned from"},
			&cli.IntFlag{Name: "made", Value: 3500, Usage: "sentences drawn from our own grammar of news"},
			&cli.IntFlag{Name: "tag-epochs", Value: 7, Usage: "rounds of the tagger"},
			&cli.IntFlag{Name: "vector-epochs", Value: 5, Usage: "rounds of the vectors"},
			&cli.IntFlag{Name: "epochs", Value: 30, Usage: "rounds of the net"},
			&cli.IntFlag{Name: "folds", Value: 4, Usage: "parts for tags on unseen text"},
			&cli.IntFlag{Name: "thin-after", Value: 4, Usage: "rounds after which only the strongest features of the tagger are kept"},
			&cli.IntFlag{Name: "tag-features", Value: 220_000, Usage: "features kept in the tagger"},
			&cli.FloatFlag{Name: "least-tag", Value: 0.5, Usage: "smallest weight kept in the tagger"},
			&cli.IntFlag{Name: "workers", Value: 2, Usage: "taggers learned at once"},
			&cli.IntFlag{Name: "hidden", Value: 160, Usage: "width of one direction of the net's layers"},
			&cli.IntFlag{Name: "layers", Value: 4, Usage: "layers of the net"},
			&cli.IntFlag{Name: "tag-layer", Value: 1, Usage: "layer, from 0, that tags are read from"},
			&cli.FloatFlag{Name: "rate", Value: 0.002, Usage: "highest step of the net"},
			&cli.IntFlag{Name: "batch", Value: 500, Usage: "tokens of a step of the net"},
			&cli.BoolFlag{Name: "keep", Usage: "write the file after each round, too"},
		},
		Action: runTrainParse,
	}
}

func runTrainParse(_ context.Context, cmd *cli.Command) error {
	out := cmd.String("out")
	settings := train.Syntax{
		EWT: cmd.String("ewt"), GUM: cmd.String("gum"), Texts: cmd.StringSlice("text"), Made: cmd.Int("made"),
		TagEpochs: cmd.Int("tag-epochs"), VectorEpochs: cmd.Int("vector-epochs"), Epochs: cmd.Int("epochs"),
		ThinAfter: cmd.Int("thin-after"), TagFeatures: cmd.Int("tag-features"), LeastTag: cmd.Float("least-tag"),
		Folds: cmd.Int("folds"), Workers: cmd.Int("workers"),
		Hidden: cmd.Int("hidden"), Layers: cmd.Int("layers"), TagLayer: cmd.Int("tag-layer"),
		Rate: cmd.Float("rate"), Batch: cmd.Int("batch"),
		Log: func(line string) { fmt.Fprintln(os.Stderr, line) },
	}
	if cmd.Bool("keep") {
		settings.Watch = func(_ int, file []byte) {
			if err := os.WriteFile(out, file, 0o644); err != nil {
				fmt.Fprintln(os.Stderr, "chancery:", err)
			}
		}
	}
	data, err := settings.Model()
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}
