package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

func trainNames() *cli.Command {
	return &cli.Command{
		Name:      "names",
		Usage:     "learn actor/names.model from a folder of files of words and BIO tags",
		ArgsUsage: "FOLDER OUT",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "epochs", Value: 12, Usage: "passes over the examples"},
			&cli.BoolFlag{Name: "dev", Usage: "set a second tenth of the files aside and score on it"},
		},
		Action: func(_ context.Context, cmd *cli.Command) error {
			from, to, err := fromTo(cmd)
			if err != nil {
				return err
			}
			report := func(format string, args ...any) { fmt.Fprintf(cmd.Root().ErrWriter, format+"\n", args...) }
			return train.Names(from, nil, to, int(cmd.Int("epochs")), cmd.Bool("dev"), report)
		},
	}
}

func trainClusters() *cli.Command {
	return &cli.Command{
		Name:      "clusters",
		Usage:     "learn classes of words, actor/clusters.bin, from folders of unlabelled text; learn names.model anew after it",
		ArgsUsage: "OUT FOLDER…",
		Action: func(_ context.Context, cmd *cli.Command) error {
			if cmd.NArg() < 2 {
				return usageError{errors.New("train clusters wants where to write and what to learn from")}
			}
			report := func(format string, args ...any) { fmt.Fprintf(cmd.Root().ErrWriter, format+"\n", args...) }
			return train.Clusters(cmd.Args().Slice()[1:], cmd.Args().First(), report)
		},
	}
}

func trainMetonymy() *cli.Command {
	return &cli.Command{
		Name:      "score-metonymy",
		Usage:     "score place or government on ReLocaR: rules' half and scored half",
		ArgsUsage: "FILE",
		Flags:     []cli.Flag{&cli.BoolFlag{Name: "errors", Usage: "print the errors of the rules' half"}},
		Action: func(_ context.Context, cmd *cli.Command) error {
			if cmd.NArg() != 1 {
				return usageError{errors.New("score-metonymy wants one file")}
			}
			return train.ScoreMetonymy(cmd.Root().Writer, cmd.Args().First(), cmd.Bool("errors"))
		},
	}
}
