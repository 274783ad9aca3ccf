package main

import (
	"context"
	"errors"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

func trainRelations() *cli.Command {
	return &cli.Command{
		Name:        "relations",
		Usage:       "learn the weights of relate/weights.bin from PLV's training rows and our own sentences",
		ArgsUsage:   "PLV.tsv SENTENCES.tsv OUT",
		Description: "chancery train relations plv-train.tsv relate/testdata/sentences.tsv relate/weights.bin",
		Action: func(_ context.Context, cmd *cli.Command) error {
			if cmd.NArg() != 3 {
				return usageError{errors.New("train relations wants PLV's rows, our own sentences, and where to write")}
			}
			return train.Relations(cmd.Args().Get(0), cmd.Args().Get(1), cmd.Args().Get(2), cmd.Root().ErrWriter)
		},
	}
}
