package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

func trainConfidence() *cli.Command {
	return &cli.Command{
		Name:        "confidence",
		Usage:       "fit the weights of extract/confidence.txt on gold articles",
		ArgsUsage:   "GOLD…",
		Description: "chancery train confidence --out extract/confidence.txt testdata/articles examples",
		Flags: append(readingFlags(),
			&cli.StringFlag{Name: "out", Value: "extract/confidence.txt", Usage: "where the weights go"}),
		Action: runTrainConfidence,
	}
}

func runTrainConfidence(_ context.Context, cmd *cli.Command) error {
	if cmd.NArg() == 0 {
		return usageError{errors.New("train confidence wants gold files or folders")}
	}
	items, err := documents(cmd)
	if err != nil {
		return err
	}
	reader, err := newReader(cmd)
	if err != nil {
		return err
	}
	var rows []train.Judged
	for item := range items {
		raw, known := item.Fields["events"]
		if item.Err != nil || !known {
			fmt.Fprintf(cmd.Root().ErrWriter, "chancery: %s: set aside\n", item.Source)
			continue
		}
		gold, err := train.GoldActs(json.RawMessage(raw))
		if err != nil {
			return fmt.Errorf("%s: %w", item.Source, err)
		}
		var found []train.ActRecord
		var signs [][]string
		for _, claim := range reader.Read(item.Document).Claims {
			if claim.InScope() {
				found, signs = append(found, train.RecordOf(claim)), append(signs, claim.Signs)
			}
		}
		rows = append(rows, train.JudgedActs(item.Document.ID, gold, found, signs)...)
	}
	file, err := os.Create(cmd.String("out"))
	if err != nil {
		return fmt.Errorf("writing the weights of confidence: %w", err)
	}
	err = train.Confidence(rows, file, cmd.Root().ErrWriter)
	if closed := file.Close(); err == nil && closed != nil {
		err = fmt.Errorf("writing the weights of confidence: %w", closed)
	}
	return err
}
