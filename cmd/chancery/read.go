package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/export"
	"chancery/read"
)

func readCommand() *cli.Command {
	return &cli.Command{
		Name:      "read",
		Usage:     "find the acts that reports tell",
		ArgsUsage: "[FILE…]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "published", Usage: "day of publication of documents that tell none (YYYY-MM-DD)"},
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, json or jsonl"},
			&cli.StringFlag{Name: "tables", Usage: "folder with your own tables"},
			&cli.StringFlag{Name: "rules", Usage: "folder with your own acts and rules"},
		},
		Action: runRead,
	}
}

func runRead(_ context.Context, cmd *cli.Command) error {
	published, err := day(cmd.String("published"))
	if err != nil {
		return err
	}
	reader, err := read.New(read.Options{Tables: cmd.String("tables"), Rules: cmd.String("rules")})
	if err != nil {
		return err
	}
	failed := 0
	for item := range inputs(cmd.Args().Slice(), os.Stdin, published) {
		if item.Err != nil {
			fmt.Fprintf(os.Stderr, "chancery: %s: set aside: %v\n", item.Source, item.Err)
			failed++
			continue
		}
		reading := reader.Read(item.Document)
		if err := printReading(cmd.String("format"), reading, item.Fields); err != nil {
			return err
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d documents were set aside", failed)
	}
	return nil
}

func printReading(format string, reading chancery.Reading, fields map[string]json.RawMessage) error {
	if format != "text" {
		line, err := export.Reading(reading, fields)
		if err == nil {
			_, err = fmt.Printf("%s\n", line)
		}
		return err
	}
	for _, claim := range reading.Claims {
		fmt.Printf("%s %s %v > %v %s %s\n\t%s\n", claim.Local, claim.Act, claim.Actor, claim.Recipient, claim.Status, claim.Date, claim.Evidence)
	}
	return nil
}

// day reads an optional date flag.
func day(text string) (chancery.Date, error) {
	if text == "" {
		return chancery.Date{}, nil
	}
	date, err := chancery.ParseDate(text)
	if err != nil {
		return date, usageError{err}
	}
	return date, nil
}
