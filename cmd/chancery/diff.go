package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/export"
	"chancery/relations"
)

func diffCommand() *cli.Command {
	flags := slices.DeleteFunc(listFlags(), func(f cli.Flag) bool { return f.Names()[0] == "known" })
	return &cli.Command{
		Name:      "diff",
		Usage:     "tell what was learned between two known times",
		ArgsUsage: "[TIME] [PARTY [PARTY]]",
		Description: "--known names the earlier time; the later one stands after it, or is now. Events that are new, that are gone\n" +
			"(retracted, rejected, merged) and that changed are told, with the fields that changed.\n\n" +
			"Examples:\n  chancery diff --known 2021-10-17 2021-10-19\n  chancery diff --known 2021-10-17 2021-10-19 RUS NATO\n" +
			"  chancery diff --known 2024-01-01 --act expel --format json",
		Flags:  append(flags, &cli.StringFlag{Name: "known", Required: true, Usage: "the earlier known `TIME`"}),
		Action: runDiff,
	}
}

// change is one event that is told differently at two known times.
type change struct {
	Change string         `json:"change"` // new, gone or changed
	Event  chancery.Event `json:"event"`
	Fields []fieldChange  `json:"fields,omitempty"`
}

type fieldChange struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

func runDiff(ctx context.Context, cmd *cli.Command) error {
	if err := checkListFlags(cmd); err != nil {
		return err
	}
	words := cmd.Args().Slice()
	later := ""
	if len(words) > 0 {
		if _, err := knownTime(words[0]); err == nil {
			later, words = words[0], words[1:]
		}
	}
	if err := inOrder(cmd.String("known"), later); err != nil {
		return err
	}
	before, filter, err := eventsKnown(ctx, cmd, cmd.String("known"), words)
	if err != nil {
		return err
	}
	after, _, err := eventsKnown(ctx, cmd, later, words)
	if err != nil {
		return err
	}
	changes := changesOf(before, after)
	if filter.limit > 0 && len(changes) > filter.limit {
		changes = changes[len(changes)-filter.limit:]
	}
	return printing(cmd, func(out *bufio.Writer) error {
		return printChanges(out, cmd.String("format"), changes)
	})
}

// inOrder refuses two known times of which the second is the earlier one.
func inOrder(first, second string) error {
	one, err := knownTime(first)
	if err != nil {
		return usageError{fmt.Errorf("--known: %w", err)}
	}
	two, err := knownTime(second)
	if err == nil && !one.IsZero() && !two.IsZero() && two.Before(one) {
		err = fmt.Errorf("--known %s %s: the second time is before the first", first, second)
	}
	if err != nil {
		return usageError{err}
	}
	return nil
}

// eventsKnown folds what the ledger held at a known time.
func eventsKnown(ctx context.Context, cmd *cli.Command, known string, words []string) ([]chancery.Event, eventFilter, error) {
	at, err := knownTime(known)
	if err != nil {
		return nil, eventFilter{}, usageError{fmt.Errorf("--known: %w", err)}
	}
	r, err := openRecordAt(ctx, cmd, at)
	if err != nil {
		return nil, eventFilter{}, err
	}
	defer r.close()
	filter, err := readEventFilter(cmd, r, words)
	if err != nil {
		return nil, filter, err
	}
	events, err := r.events(ctx, filter.claims())
	limit := filter.limit
	filter.limit = 0
	chosen := filter.choose(events)
	filter.limit = limit
	return chosen, filter, err
}

// changesOf compares two folds: events are the same when they have the same id
// or share a claim.
func changesOf(before, after []chancery.Event) []change {
	home := map[string]int{}
	for i, e := range before {
		for _, id := range e.ClaimIDs() {
			home[id] = i
		}
	}
	matched := map[int]bool{}
	changes := []change{}
	for _, e := range after {
		old := -1
		for _, id := range e.ClaimIDs() {
			if i, held := home[id]; held {
				if old < 0 {
					old = i
				}
				matched[i] = true
			}
		}
		if old < 0 {
			changes = append(changes, change{Change: "new", Event: e})
			continue
		}
		if fields := fieldChanges(before[old], e); len(fields) > 0 {
			changes = append(changes, change{Change: "changed", Event: e, Fields: fields})
		}
	}
	for i, e := range before {
		if !matched[i] {
			changes = append(changes, change{Change: "gone", Event: e})
		}
	}
	slices.SortStableFunc(changes, func(a, b change) int { return a.Event.When().Compare(b.Event.When()) })
	return changes
}

func fieldChanges(before, after chancery.Event) []fieldChange {
	var out []fieldChange
	x, y := export.EventRow(before), export.EventRow(after)
	for i, column := range export.EventColumns() {
		switch column {
		case "evidence", "confidence", "score", "type", "mode", "cameo", "in_response_to", "answered_by", "event":
			continue
		}
		if x[i] != y[i] {
			out = append(out, fieldChange{column, x[i], y[i]})
		}
	}
	return out
}

func printChanges(out *bufio.Writer, format string, changes []change) error {
	switch format {
	case "json":
		return printJSON(out, map[string]any{"changes": changes})
	case "csv":
		return changesCSV(out, changes)
	}
	if len(changes) == 0 {
		_, err := fmt.Fprintln(out, "nothing was learned between the two")
		return err
	}
	var lines []tableLine
	for _, c := range changes {
		style := map[string]string{"new": styleGreen, "gone": styleRed, "changed": styleYellow}[c.Change]
		line := tableLine{cells: []cell{{c.Change, style}, {c.Event.When().String(), ""}, {relations.Sentence(c.Event), styleBold}, {plural(c.Event.Voices, "voice"), ""}}}
		for _, f := range c.Fields {
			if f.Field == "claims" {
				continue
			}
			line.below = append(line.below, below{fmt.Sprintf("%s: %s → %s", strings.ReplaceAll(f.Field, "_", " "), orNothing(f.From), orNothing(f.To)), ""})
		}
		line.below = append(line.below, below{"“" + export.Evidence(c.Event) + "”", styleFaint}, below{c.Event.ID, styleFaint})
		lines = append(lines, line)
	}
	printTable(out, terminalOf(os.Stdout), nil, lines)
	return nil
}

func orNothing(text string) string {
	if text == "" {
		return "not told"
	}
	return text
}

func changesCSV(out *bufio.Writer, changes []change) error {
	table, err := export.NewCSV(out, append([]string{"change", "fields"}, export.EventColumns()...))
	if err != nil {
		return err
	}
	for _, c := range changes {
		var fields []string
		for _, f := range c.Fields {
			fields = append(fields, f.Field+": "+f.From+" → "+f.To)
		}
		if err := table.Row(append([]string{c.Change, strings.Join(fields, "; ")}, export.EventRow(c.Event)...)); err != nil {
			return err
		}
	}
	return table.Close()
}
