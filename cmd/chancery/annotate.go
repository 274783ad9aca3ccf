package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery/export"
	"chancery/read"
)

func annotateCommand() *cli.Command {
	return &cli.Command{
		Name:      "annotate",
		Usage:     "print what each stage of the reading found, as JSON lines",
		ArgsUsage: "[FILE…]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "layers", Value: "tokens,syntax,mentions,times,attributions,acts", Usage: "which layers, separated by commas"},
			&cli.StringFlag{Name: "published", Usage: "day of publication of documents that tell none (YYYY-MM-DD)"},
			&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl"},
			&cli.StringFlag{Name: "tables", Usage: "folder with your own tables"},
			&cli.StringFlag{Name: "rules", Usage: "folder with your own acts and rules"},
		},
		Action: runAnnotate,
	}
}

func runAnnotate(_ context.Context, cmd *cli.Command) error {
	layers, depth, err := chosenLayers(cmd.String("layers"))
	if err != nil {
		return err
	}
	published, err := day(cmd.String("published"))
	if err != nil {
		return err
	}
	reader, err := read.New(read.Options{Tables: cmd.String("tables"), Rules: cmd.String("rules")})
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer out.Flush()
	for item := range inputs(cmd.Args().Slice(), os.Stdin, published) {
		if item.Err != nil {
			fmt.Fprintf(os.Stderr, "chancery: %s: set aside: %v\n", item.Source, item.Err)
			continue
		}
		line, err := export.Annotation(reader.ReadTo(item.Document, depth), layers)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(out, "%s\n", line); err != nil {
			return err
		}
	}
	return nil
}

func chosenLayers(list string) (export.Layers, read.Depth, error) {
	var layers export.Layers
	depth := read.Tokens
	for _, name := range strings.Split(list, ",") {
		switch strings.TrimSpace(name) {
		case "tokens":
			layers.Tokens = true
		case "syntax":
			layers.Syntax, depth = true, max(depth, read.Syntax)
		case "mentions":
			layers.Mentions, depth = true, max(depth, read.Mentions)
		case "times":
			layers.Times, depth = true, max(depth, read.Mentions)
		case "attributions":
			layers.Attributions, depth = true, max(depth, read.Attributions)
		case "acts":
			layers.Acts, depth = true, max(depth, read.Acts)
		default:
			return layers, depth, usageError{fmt.Errorf("--layers: %q is none of tokens, syntax, mentions, times, attributions, acts", name)}
		}
	}
	return layers, depth, nil
}
