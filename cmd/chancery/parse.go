package main

import (
	"context"

	"github.com/urfave/cli/v3"
)

func parseCommand() *cli.Command {
	return &cli.Command{
		Name:  "parse",
		Usage: "print tags, lemmas and dependencies as CoNLL-U",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "pretokenized", Usage: "the input is CoNLL-U whose tokens are kept"},
			&cli.StringFlag{Name: "format", Value: "conllu", Usage: "conllu"},
		},
		Action: func(context.Context, *cli.Command) error { return nil },
	}
}
