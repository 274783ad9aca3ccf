package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

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
		Description: "Reads text, HTML pages, JSON objects {id,title,published,publisher,url,text}, arrays and lines of them,\n" +
			"days of Current Events, and folders of all these; without a FILE, standard input.\n\n" +
			"Examples:\n  chancery read --published 2021-10-18 report.txt\n  chancery read --format jsonl reports.jsonl > acts.jsonl\n  chancery read --scope all --min-confidence 0.5 news/",
		Flags: append(readingFlags(),
			&cli.StringFlag{Name: "format", Value: "text", Usage: "`FORMAT` of the output: text, json (one object a document) or jsonl"},
			&cli.StringFlag{Name: "scope", Value: "states", Usage: "`SCOPE` of the acts: states (states, international organisations and their organs) or all"},
			&cli.FloatFlag{Name: "min-confidence", Usage: "leave out acts with a confidence under `P` (0 to 1)"},
			&cli.StringFlag{Name: "show", Usage: "`skipped` adds what was left out, and why"},
		),
		Action: runRead,
	}
}

// readingFilter is what a user wants to see of a reading.
type readingFilter struct {
	all     bool
	least   float64
	skipped bool
}

func runRead(ctx context.Context, cmd *cli.Command) error {
	for name, values := range map[string][]string{"format": {"text", "json", "jsonl"}, "scope": {"states", "all"}, "show": {"", "skipped"}} {
		if err := oneOf(cmd, name, values...); err != nil {
			return err
		}
	}
	items, err := documents(cmd)
	if err != nil {
		return err
	}
	reader, err := newReader(cmd)
	if err != nil {
		return err
	}
	filter := readingFilter{cmd.String("scope") == "all", cmd.Float("min-confidence"), cmd.String("show") == "skipped"}
	out := bufio.NewWriterSize(cmd.Root().Writer, 1<<16)
	print := func(outcome readOutcome) error {
		if cmd.String("format") == "text" {
			return printReading(out, terminalOf(os.Stdout), outcome.reading)
		}
		line, err := export.Reading(outcome.reading, outcome.item.Fields)
		if err == nil {
			_, err = fmt.Fprintf(out, "%s\n", line)
		}
		return err
	}
	aside := asides{out: cmd.Root().ErrWriter}
	bar := newProgress()
	defer bar.end()
	for outcome := range readAll(ctx, reader, items, read.Acts) {
		bar.step()
		if outcome.item.Err != nil {
			aside.tell(outcome.item)
			continue
		}
		filter.apply(&outcome.reading)
		if err := print(outcome); err != nil {
			return err
		}
	}
	return finishOutput(out, &aside)
}

func finishOutput(out *bufio.Writer, aside *asides) error {
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the output: %w", err)
	}
	return aside.err()
}

// apply drops what the user does not want to see; with skipped, each dropped
// act leaves a note.
func (f readingFilter) apply(reading *chancery.Reading) {
	var kept []chancery.Claim
	reading.Notes = slices.Clone(reading.Notes) // others may hold the reading as it was
	dropped := map[string]bool{}
	for _, claim := range reading.Claims {
		reason := ""
		switch {
		case !f.all && !claim.InScope():
			reason = "is an act of or against a party that is no state or international organisation (--scope all shows it)"
		case claim.Confidence < f.least:
			reason = fmt.Sprintf("has a confidence of %.2f, under --min-confidence %.2f", claim.Confidence, f.least)
		}
		if reason == "" {
			kept = append(kept, claim)
			continue
		}
		dropped[claim.Local] = true
		if spans := claim.Spans["act"]; len(spans) > 0 {
			reading.Notes = append(reading.Notes, chancery.Note{Span: spans[0], Stage: "scope", Reason: claim.Act + " " + reason})
		}
	}
	for i := range kept {
		if dropped[kept[i].InResponseTo] {
			kept[i].InResponseTo = ""
		}
	}
	reading.Claims = kept
	if !f.skipped {
		reading.Notes = slices.DeleteFunc(reading.Notes, func(note chancery.Note) bool { return note.Stage != "document" })
	}
}

// oneOf checks a flag that has a closed set of values.
func oneOf(cmd *cli.Command, flag string, values ...string) error {
	if got := cmd.String(flag); !slices.Contains(values, got) {
		return usageError{fmt.Errorf("--%s: %q is none of %s", flag, got, strings.Trim(strings.Join(values, ", "), ", "))}
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

// printReading prints a reading for a person: a head line for the document,
// then each act with its fields and the words that state it.
func printReading(out io.Writer, t terminal, reading chancery.Reading) error {
	doc := reading.Document
	head := []string{}
	for _, part := range []string{doc.Published.String(), doc.Publisher, doc.Title} {
		if part != "" {
			head = append(head, part)
		}
	}
	if len(head) == 0 {
		head = append(head, doc.ID)
	}
	fmt.Fprintln(out, t.paint(styleBold, onScreen(strings.Join(head, " · "))))
	if len(reading.Claims) == 0 {
		fmt.Fprintln(out, "  no act was found")
	}
	for _, claim := range reading.Claims {
		printClaim(out, t, claim)
	}
	for _, note := range reading.Notes {
		words := ""
		if !note.Span.Empty() {
			words = " “" + onScreen(note.Span.Of(doc.Text)) + "”"
		}
		fmt.Fprintf(out, "  %s%s\n", t.paint(styleFaint, "note: "+note.Reason), words)
	}
	_, err := fmt.Fprintln(out)
	return err
}
