package main

import (
	"bufio"
	"context"
	"fmt"

	"github.com/urfave/cli/v3"
)

func timelineCommand() *cli.Command {
	return &cli.Command{
		Name:      "timeline",
		Usage:     "list the acts of a party, or between two, by date",
		ArgsUsage: "[PARTY [PARTY]]",
		Description: "Claims of one act are folded into one event, with the number of independent voices that tell it and the\n" +
			"words of the first. Events announced after --on are left out.\n\n" +
			"Examples:\n  chancery timeline Russia NATO\n  chancery timeline RUS --act expel,recall --from 2018 --to 2018-12\n" +
			"  chancery timeline USA CHN --reported 2023-02-01 --format csv > events.csv",
		Flags:  listFlags(),
		Action: runTimeline,
	}
}

func runTimeline(ctx context.Context, cmd *cli.Command) error {
	if err := checkListFlags(cmd); err != nil {
		return err
	}
	if cmd.Args().Len() > 2 {
		return usageError{fmt.Errorf("timeline takes at most two parties, not %d", cmd.Args().Len())}
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
	if filter.to.IsZero() && cmd.String("on") != "" {
		filter.to = r.on
	}
	events, err := r.page(ctx, filter)
	if err != nil {
		return err
	}
	return printing(cmd, func(out *bufio.Writer) error {
		return r.printEvents(out, cmd.String("format"), events)
	})
}

// printing hands a buffered writer to print and reports what could not be
// written.
func printing(cmd *cli.Command, print func(*bufio.Writer) error) error {
	out := bufio.NewWriterSize(cmd.Root().Writer, 1<<16)
	if err := print(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the output: %w", err)
	}
	return nil
}
