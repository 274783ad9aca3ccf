package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v3"

	"chancery/train"
)

func trainCapitalsCommand() *cli.Command {
	return &cli.Command{
		Name:      "capitals",
		Usage:     "list the words that news texts write with a capital (the body of parse/capitals.txt)",
		ArgsUsage: "FACTBOOK FOLDER…",
		Action: func(_ context.Context, cmd *cli.Command) error {
			if cmd.NArg() < 2 {
				return usageError{errors.New("train capitals wants the Factbook's file and folders with texts")}
			}
			table, err := train.Capitals(cmd.Args().First(), cmd.Args().Tail()...)
			if err == nil {
				_, err = fmt.Fprint(cmd.Root().Writer, table)
			}
			return err
		},
	}
}
