package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/fold"
	"chancery/relations"
)

func eventCommand() *cli.Command {
	return &cli.Command{
		Name:      "event",
		Usage:     "show one event: every value that is told of it, and by whom",
		ArgsUsage: "EVENT",
		Description: "EVENT is an event's id, the id of one of its claims, or the first digits of either.\n\n" +
			"Examples:\n  chancery event ev3f0c…\n  chancery event 3f0c9a --reported 2021-10-17 --format json",
		Flags:  append([]cli.Flag{formatFlag()}, clockFlags()...),
		Action: runEvent,
	}
}

// oneEvent opens the record and finds the event that the argument names.
func oneEvent(ctx context.Context, cmd *cli.Command, show func(*record, chancery.Event, map[string]chancery.Event) error) error {
	if err := oneOf(cmd, "format", "text", "json", "csv"); err != nil {
		return err
	}
	if cmd.Args().Len() != 1 {
		return usageError{fmt.Errorf("%s takes one event, not %d", cmd.Name, cmd.Args().Len())}
	}
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	event, all, err := r.event(ctx, cmd.Args().First())
	if err != nil {
		return err
	}
	byID := map[string]chancery.Event{}
	for _, e := range all {
		byID[e.ID] = e
	}
	return show(r, event, byID)
}

func runEvent(ctx context.Context, cmd *cli.Command) error {
	return oneEvent(ctx, cmd, func(r *record, e chancery.Event, others map[string]chancery.Event) error {
		return printing(cmd, func(out *bufio.Writer) error {
			if format := cmd.String("format"); format != "text" {
				return r.printEvents(out, format, []chancery.Event{e})
			}
			printEvent(out, terminalOf(os.Stdout), e, others)
			return nil
		})
	})
}

// printEvent prints the page of one event.
func printEvent(out *bufio.Writer, t terminal, e chancery.Event, others map[string]chancery.Event) {
	printHead(out, t, onScreen(relations.Sentence(e)))
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "  %-14s %s\n", name, onScreen(value))
		}
	}
	row("event", e.ID)
	row("act", strings.TrimSpace(fmt.Sprintf("%s (%s, CAMEO %s, score %.1f)", e.Act, strings.TrimSpace(e.Type+" "+e.Mode), e.CAMEO, e.Score)))
	row("who", sides(e))
	row("status", string(e.Status))
	row("date", e.Date.String())
	row("effective", e.Effective.String())
	row("until", e.Until.String())
	row("object", relations.ObjectText(e))
	if e.Count != nil {
		row("count", fold.CountText(e.Count)+" "+e.Count.Of)
	}
	row("place", e.Place)
	row("said by", strings.Join(e.SaidBy, ", "))
	row("reason", e.Reason)
	row("conditions", e.Conditions)
	if e.NoConditions {
		row("conditions", "a text says that none were laid out")
	}
	row("instead", e.Channel)
	row("reported", strings.TrimSuffix(e.FirstReported.String()+" to "+e.LastReported.String(), " to "+e.FirstReported.String()))
	row("voices", fmt.Sprintf("%d for, %d against; confidence %.2f", e.Voices, e.Disputes, e.Confidence))
	for _, id := range e.InResponseTo {
		row("answers", linkText(id, others))
	}
	for _, id := range e.AnsweredBy {
		row("answered by", linkText(id, others))
	}
	printValues(out, t, e)
	printTestimonies(out, t, e)
}

// plural is "1 voice" or "3 voices".
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func linkText(id string, others map[string]chancery.Event) string {
	if e, told := others[id]; told {
		return strings.TrimSpace(e.Date.String()+" "+relations.Sentence(e)) + " (" + id + ")"
	}
	return id
}

// printValues prints the fields on which the claims differ.
func printValues(out *bufio.Writer, t terminal, e chancery.Event) {
	if len(e.Values) == 0 && len(e.Amendments) == 0 {
		return
	}
	fmt.Fprintln(out)
	printHead(out, t, "Told differently")
	for _, field := range []string{"act", "status", "actor", "recipient", "date", "effective", "until", "count", "object", "place", "reason", "conditions", "channel"} {
		for i, v := range e.Values[field] {
			name, mark := "", " "
			if i == 0 {
				name = field
			}
			if v.Shown {
				mark = "*"
			}
			text := fmt.Sprintf("%s (%s, first reported %s", v.Text, plural(v.Voices, "voice"), v.First)
			if len(v.SaidBy) > 0 {
				text += ", said by " + strings.Join(v.SaidBy, ", ")
			}
			fmt.Fprintf(out, "  %-12s %s %s)\n", name, mark, onScreen(text))
		}
	}
	for _, a := range e.Amendments {
		if a.From == "" {
			a.From = "not told"
		}
		fmt.Fprintf(out, "  amended: %s was %s, is %s since the report of %s\n", a.Field, a.From, a.To, a.Reported)
	}
}

// printTestimonies prints each claim: what it does for the event, its words.
func printTestimonies(out *bufio.Writer, t terminal, e chancery.Event) {
	fmt.Fprintln(out)
	printHead(out, t, plural(len(e.Testimonies), "claim")+" of "+plural(e.Voices+e.Disputes, "voice"))
	for _, item := range e.Testimonies {
		c := item.Claim
		text := fmt.Sprintf("%-10s  voice %d  %s", c.Published, item.Voice, item.Part)
		if item.Accepted {
			text += ", accepted"
		}
		if len(item.Corrected) > 0 {
			text += ", corrected: " + strings.Join(item.Corrected, ", ")
		}
		fmt.Fprintf(out, "  %s\n", text)
		printWrapped(out, "    ", t.width, onScreen("“"+c.Evidence+"”"), t, styleFaint)
	}
}
