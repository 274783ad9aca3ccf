package main

import (
	"context"

	"github.com/urfave/cli/v3"
)

func relateCommand() *cli.Command {
	return &cli.Command{
		Name:  "relate",
		Usage: "tell what one marked party of a sentence did to another, as JSON lines",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl"},
		},
		Action: func(context.Context, *cli.Command) error { return nil },
	}
}
