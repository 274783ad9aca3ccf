package main

import (
	"bufio"
	"context"
	"fmt"
	"slices"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/ledger"
)

func upcomingCommand() *cli.Command {
	return &cli.Command{
		Name:      "upcoming",
		Usage:     "list what takes effect in the next days",
		ArgsUsage: "[PARTY [PARTY]]",
		Description: "An act counts by the day on which it takes effect as last reported; deadlines count too.\n\n" +
			"Examples:\n  chancery upcoming --on 2021-10-25 --days 10\n  chancery upcoming RUS --days 90 --format csv",
		Flags:  append(listFlags(), &cli.IntFlag{Name: "days", Value: 30, Usage: "how many days `N` after --on"}),
		Action: runUpcoming,
	}
}

func runUpcoming(ctx context.Context, cmd *cli.Command) error {
	if err := checkListFlags(cmd); err != nil {
		return err
	}
	if cmd.Int("days") < 0 {
		return usageError{fmt.Errorf("--days: %d is less than none", cmd.Int("days"))}
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
	last := r.on.Last().AddDays(cmd.Int("days"))
	events, err := r.due(ctx, filter, last)
	if err != nil {
		return err
	}
	return printing(cmd, func(out *bufio.Writer) error {
		return r.printEvents(out, cmd.String("format"), filter.choose(events))
	})
}

// due finds the events that take effect after On and up to last, by that day. The claims that tell such a day lead to the events; each is
// folded with all claims of its parties, which may have moved or lifted it.
func (r *record) due(ctx context.Context, filter eventFilter, last chancery.Date) ([]chancery.Event, error) {
	leading, err := r.claims(ctx, ledger.Filter{Parties: filter.parties, States: !filter.all, EffectiveFrom: r.on.First(), EffectiveTo: last})
	if err != nil {
		return nil, err
	}
	var claims []chancery.Claim
	asked := map[string]bool{}
	for _, claim := range leading {
		parties := partiesOf(claim)
		key := fmt.Sprint(parties, claim.Act)
		if asked[key] {
			continue
		}
		asked[key] = true
		more, err := r.claims(ctx, ledger.Filter{Parties: parties, Acts: []string{claim.Act}, States: !filter.all})
		if err != nil {
			return nil, err
		}
		claims = append(claims, more...)
	}
	events, err := r.folded(ctx, claims)
	if err != nil {
		return nil, err
	}
	var out []chancery.Event
	for _, e := range events {
		if inWindow(e.Effective, r.on, last) && e.When().First().Compare(r.on.Last()) <= 0 {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b chancery.Event) int { return a.Effective.Compare(b.Effective) })
	return out, nil
}

// inWindow reports whether the day lies after on and not after last.
func inWindow(day, on, last chancery.Date) bool {
	return !day.IsZero() && day.Last().Compare(on.Last()) > 0 && day.First().Compare(last) <= 0
}
