package main

import (
	"bufio"
	"context"
	"fmt"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/export"
)

func exportCommand() *cli.Command {
	flags := listFlags()
	for _, flag := range flags {
		if format, text := flag.(*cli.StringFlag); text && format.Name == "format" {
			format.Value, format.Usage = "jsonl", "`FORMAT` of the output: jsonl or csv"
		}
	}
	return &cli.Command{
		Name:      "export",
		Usage:     "write events, or the claims that they rest on, as JSON lines or CSV",
		ArgsUsage: "[PARTY [PARTY]]",
		Description: "Columns and fields are told in docs/formats.md.\n\n" +
			"Examples:\n  chancery export --format csv > events.csv\n  chancery export RUS NATO --what claims --from 2021 --to 2021-12 > claims.jsonl\n" +
			"  chancery export --known 2024-01-01 --act impose-sanctions,lift-sanctions",
		Flags:  append(flags, &cli.StringFlag{Name: "what", Value: "events", Usage: "`WHAT` to write: events or claims"}),
		Action: runExport,
	}
}

func runExport(ctx context.Context, cmd *cli.Command) error {
	for name, values := range map[string][]string{"what": {"events", "claims"}, "format": {"jsonl", "csv"}, "scope": {"states", "all"}} {
		if err := oneOf(cmd, name, values...); err != nil {
			return err
		}
	}
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	filter, err := readEventFilter(cmd, r, cmd.Args().Slice())
	if err != nil {
		return err
	}
	return printing(cmd, func(out *bufio.Writer) error {
		if cmd.String("what") == "claims" {
			return r.exportClaims(ctx, out, cmd.String("format"), filter)
		}
		events, err := r.events(ctx, filter.claims())
		if err != nil {
			return err
		}
		return exportEvents(out, cmd.String("format"), filter.choose(events))
	})
}

func exportEvents(out *bufio.Writer, format string, events []chancery.Event) error {
	if format == "jsonl" {
		for _, e := range events {
			if err := export.JSONLine(out, e); err != nil {
				return err
			}
		}
		return nil
	}
	table, err := export.NewCSV(out, export.EventColumns())
	if err != nil {
		return err
	}
	for _, e := range events {
		if err := table.Row(export.EventRow(e)); err != nil {
			return err
		}
	}
	return table.Close()
}

// exportClaims writes claims as they were read, one by one; judgements are not
// applied to them.
func (r *record) exportClaims(ctx context.Context, out *bufio.Writer, format string, f eventFilter) error {
	filter := f.exactly()
	filter.Reported = r.reported
	var table *export.CSV
	if format == "csv" {
		var err error
		if table, err = export.NewCSV(out, export.ClaimColumns()); err != nil {
			return err
		}
	}
	for held, err := range r.view.Claims(ctx, filter) {
		if err != nil {
			return fmt.Errorf("reading the claims: %w", err)
		}
		if table != nil {
			err = table.Row(export.ClaimRow(held.Claim))
		} else {
			err = export.JSONLine(out, held.Claim)
		}
		if err != nil {
			return err
		}
	}
	if table != nil {
		return table.Close()
	}
	return nil
}
