package main

import (
	"context"
	"errors"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

// trainCommand rebuilds models and tables; each subcommand is one of them.
func trainCommand() *cli.Command {
	return &cli.Command{
		Name:        "train",
		Usage:       "rebuild the models and tables from corpora and facts",
		Description: "Examples:\n  chancery train parse --ewt UD_English-EWT --gum UD_English-GUM\n  chancery train tables FACTS actor/tables",
		Commands:    []*cli.Command{trainTables(), trainClusters(), trainNames(), trainMetonymy(), trainAttributions(), trainParseCommand(), trainCapitalsCommand(), trainRelations(), trainConfidence()},
	}
}

func trainTables() *cli.Command {
	return &cli.Command{
		Name:      "tables",
		Usage:     "rebuild the tables of parties, persons, offices and missions",
		ArgsUsage: "FACTS OUT",
		Action: func(_ context.Context, cmd *cli.Command) error {
			from, to, err := fromTo(cmd)
			if err != nil {
				return err
			}
			return train.Tables(from, to)
		},
	}
}

func trainAttributions() *cli.Command {
	return &cli.Command{
		Name:      "attributions",
		Usage:     "learn the weights of attribution/weights.bin from PolNeAR's train folder",
		ArgsUsage: "FOLDER OUT",
		Action: func(_ context.Context, cmd *cli.Command) error {
			from, to, err := fromTo(cmd)
			if err != nil {
				return err
			}
			return train.Attributions(from, to, cmd.Root().ErrWriter)
		},
	}
}

// fromTo are the two arguments of a training.
func fromTo(cmd *cli.Command) (from, to string, err error) {
	if cmd.NArg() != 2 {
		return "", "", usageError{errors.New("train wants what to learn from and where to write")}
	}
	return cmd.Args().Get(0), cmd.Args().Get(1), nil
}
