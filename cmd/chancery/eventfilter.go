package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/ledger"
)

// listFlags choose among events.
func listFlags() []cli.Flag {
	return slices.Concat([]cli.Flag{formatFlag()}, actFlags("states"), []cli.Flag{
		&cli.IntFlag{Name: "min-voices", Usage: "least number `N` of independent voices"},
		&cli.IntFlag{Name: "limit", Usage: "only the last `N` events (0 for all): a page"},
		&cli.IntFlag{Name: "skip", Usage: "leave out the last `N` events: the page before"},
	}, clockFlags())
}

// actFlags choose among acts, be it events or claims; scope is the default scope.
func actFlags(scope string) []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "party", Usage: "only acts in which `PARTY` takes part (a code or a name; again for another that must too)"},
		&cli.StringSliceFlag{Name: "act", Usage: "only `ACT` (expel, meet …; again or with commas for more)"},
		&cli.StringSliceFlag{Name: "status", Usage: "only `STATUS` (actual, planned, threatened, requested, possible, denied)"},
		&cli.StringFlag{Name: "from", Usage: "only acts on or after `DATE`"},
		&cli.StringFlag{Name: "to", Usage: "only acts on or before `DATE`"},
		&cli.FloatFlag{Name: "min-score", Value: -10, Usage: "least PLOVER `SCORE` (-10 to 10)"},
		&cli.FloatFlag{Name: "max-score", Value: 10, Usage: "largest PLOVER `SCORE`"},
		&cli.FloatFlag{Name: "min-confidence", Usage: "least confidence `P` (0 to 1)"},
		&cli.StringFlag{Name: "scope", Value: scope, Usage: "`SCOPE`: states (states and international organisations) or all"},
	}
}

// eventFilter is what a user wants to see of the events.
type eventFilter struct {
	parties, acts, statuses []string
	from, to                chancery.Date
	least, most             float64
	confidence              float64
	voices, limit, skip     int
	all                     bool
}

// readEventFilter reads the flags; the arguments are parties too.
func readEventFilter(cmd *cli.Command, r *record, parties []string) (eventFilter, error) {
	f := eventFilter{
		least: cmd.Float("min-score"), most: cmd.Float("max-score"), confidence: cmd.Float("min-confidence"),
		voices: cmd.Int("min-voices"), limit: cmd.Int("limit"), skip: cmd.Int("skip"), all: cmd.String("scope") == "all",
		acts: cmd.StringSlice("act"), statuses: cmd.StringSlice("status"),
	}
	for _, status := range f.statuses {
		if !slices.Contains(chancery.Statuses(), chancery.Status(status)) {
			return f, usageError{fmt.Errorf("--status: %q is none of %v", status, chancery.Statuses())}
		}
	}
	var err error
	if f.parties, err = r.parties(append(slices.Clone(parties), cmd.StringSlice("party")...)); err != nil {
		return f, err
	}
	if f.from, err = clockDay(cmd, "from"); err != nil {
		return f, err
	}
	f.to, err = clockDay(cmd, "to")
	return f, err
}

// checkListFlags checks those with closed sets of values.
func checkListFlags(cmd *cli.Command) error {
	if err := oneOf(cmd, "scope", "states", "all"); err != nil {
		return err
	}
	return oneOf(cmd, "format", "text", "json", "csv")
}

// marginDays is how far around the days asked for claims are loaded, so that
// events are folded from all of their claims.
const marginDays = 45

// exactly is the filter of the claims that pass as they were read.
func (f eventFilter) exactly() ledger.Filter {
	filter := ledger.Filter{
		Parties: f.parties, Acts: f.acts, From: f.from, To: f.to, MinScore: &f.least, MaxScore: &f.most,
		MinConfidence: f.confidence, States: !f.all, Limit: f.limit,
	}
	for _, status := range f.statuses {
		filter.Statuses = append(filter.Statuses, chancery.Status(status))
	}
	return filter
}

// claims is the filter of the claims that must be folded to answer: wider than
// what is shown.
func (f eventFilter) claims() ledger.Filter {
	filter := ledger.Filter{Parties: f.parties, States: !f.all}
	if !f.from.IsZero() {
		filter.From = f.from.First().AddDays(-marginDays)
	}
	if !f.to.IsZero() {
		filter.To = f.to.Last().AddDays(marginDays)
	}
	return filter
}

// passes reports whether the user wants to see the event.
func (f eventFilter) passes(e chancery.Event) bool {
	when := e.When()
	switch {
	case len(f.acts) > 0 && !slices.Contains(f.acts, e.Act),
		len(f.statuses) > 0 && !slices.Contains(f.statuses, string(e.Status)),
		!f.from.IsZero() && when.Last().Compare(f.from.First()) < 0,
		!f.to.IsZero() && when.First().Compare(f.to.Last()) > 0,
		e.Score < f.least || e.Score > f.most || e.Confidence < f.confidence || e.Voices < f.voices:
		return false
	}
	for _, code := range f.parties {
		if !takesPart(e, code) {
			return false
		}
	}
	return true
}

func takesPart(e chancery.Event, code string) bool {
	return slices.Contains(e.Actor, code) || slices.Contains(e.Recipient, code) ||
		e.Object != nil && (e.Object.Sender == code || e.Object.Host == code)
}

// choose keeps what the user wants to see, one page of them where limited.
func (f eventFilter) choose(events []chancery.Event) []chancery.Event {
	var out []chancery.Event
	for _, e := range events {
		if f.passes(e) {
			out = append(out, e)
		}
	}
	out = out[:max(0, len(out)-max(0, f.skip))]
	if f.limit > 0 && len(out) > f.limit {
		out = out[len(out)-f.limit:]
	}
	return out
}

// sides words who did it to whom.
func sides(e chancery.Event) string {
	who := strings.Join(e.Actor, ", ")
	if who == "" {
		who = "(unnamed)"
	}
	if len(e.Recipient) > 0 {
		who += " → " + strings.Join(e.Recipient, ", ")
	}
	return who
}
