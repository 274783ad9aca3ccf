package main

import (
	"bufio"
	"context"
	"fmt"
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
		Description: "Offsets are byte offsets into the document's text.\n\n" +
			"Examples:\n  chancery annotate --layers mentions,times report.txt\n  chancery annotate --layers acts < reports.jsonl",
		Flags: append(readingFlags(),
			&cli.StringFlag{Name: "layers", Value: "tokens,syntax,mentions,times,attributions,acts", Usage: "which `LAYERS`, separated by commas"},
			&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl is the only `FORMAT`"},
		),
		Action: runAnnotate,
	}
}

func runAnnotate(ctx context.Context, cmd *cli.Command) error {
	layers, depth, err := chosenLayers(cmd.String("layers"))
	if err != nil {
		return err
	}
	if err := oneOf(cmd, "format", "jsonl"); err != nil {
		return err
	}
	items, err := documents(cmd)
	if err != nil {
		return err
	}
	reader, err := newReader(cmd)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(cmd.Root().Writer, 1<<16)
	aside := asides{out: cmd.Root().ErrWriter}
	bar := newProgress()
	defer bar.end()
	for outcome := range readAll(ctx, reader, items, depth) {
		bar.step()
		if outcome.item.Err != nil {
			aside.tell(outcome.item)
			continue
		}
		line, err := export.Annotation(outcome.reading, layers)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(out, "%s\n", line); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return aside.err()
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
