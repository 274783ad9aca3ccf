package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/actor"
	"chancery/ledger"
)

func searchCommand() *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "find documents and acts by the words of their texts",
		ArgsUsage: "WORDS…",
		Description: "All words must stand there, in any order; \"words in quotation marks\" stand together.\n" +
			"Case and English endings make no difference. What was recorded last comes first.\n" +
			"Parties, acts, statuses, days and scores choose among acts as they were read; documents are then left out.\n\n" +
			"Examples:\n  chancery search expelled ambassador\n  chancery search --in acts --reported 2021-10-17 '\"military liaison\"' --format csv\n" +
			"  chancery search embassy --party Iran --act close-mission,suspend-mission --from 2023",
		Flags: slices.Concat([]cli.Flag{formsFlag("text, json, csv")}, actFlags("all"), []cli.Flag{
			&cli.StringFlag{Name: "reported", Usage: "only what was published by `DATE`"},
			&cli.StringFlag{Name: "in", Usage: "where to look: documents, acts or both (documents,acts)"},
			&cli.IntFlag{Name: "limit", Value: 20, Usage: "at most `N` of each"},
			knownFlag(), ledgerFlag(),
		}),
		Action: runSearch,
	}
}

func runSearch(ctx context.Context, cmd *cli.Command) error {
	query, err := searchQuery(cmd)
	if err != nil {
		return err
	}
	form, err := hitForm(cmd.String("format"))
	if err != nil {
		return err
	}
	book, view, err := openView(ctx, cmd)
	if err != nil {
		return err
	}
	defer book.Close()
	out := bufio.NewWriter(cmd.Root().Writer)
	write, flush := form(out, query)
	found := 0
	for hit, err := range view.Search(ctx, query) {
		if err != nil {
			return err
		}
		if err := write(hit); err != nil {
			return err
		}
		found++
	}
	if found == 0 {
		fmt.Fprintln(cmd.Root().ErrWriter, "chancery: nothing was found")
	}
	return errors.Join(flush(), out.Flush())
}

func searchQuery(cmd *cli.Command) (ledger.Query, error) {
	query := ledger.Query{Words: strings.Join(cmd.Args().Slice(), " "), Limit: cmd.Int("limit")}
	if len(query.Phrases()) == 0 {
		return query, usageError{errors.New("search needs words to look for")}
	}
	reported, err := day(cmd.String("reported"))
	if err != nil {
		return query, usageError{fmt.Errorf("--reported: %w", err)}
	}
	query.Reported = reported
	narrowed := slices.ContainsFunc(actFlags("all"), func(flag cli.Flag) bool { return cmd.IsSet(flag.Names()[0]) })
	if narrowed {
		if query.Among, err = searchAmong(cmd); err != nil {
			return query, err
		}
	}
	in := cmd.String("in")
	switch {
	case in == "" && narrowed:
		in = "acts"
	case in == "":
		in = "documents,acts"
	case narrowed && strings.Contains(in, "documents"):
		return query, usageError{errors.New("--in: parties, acts, statuses, days and scores choose among acts, not documents")}
	}
	for name := range strings.SplitSeq(in, ",") {
		switch strings.TrimSpace(name) {
		case "documents":
			query.Kinds = append(query.Kinds, ledger.KindDocument)
		case "acts":
			query.Kinds = append(query.Kinds, ledger.KindClaim)
		default:
			return query, usageError{fmt.Errorf("--in: %q is none of documents, acts", name)}
		}
	}
	return query, nil
}

// searchAmong reads the flags that choose among acts.
func searchAmong(cmd *cli.Command) (ledger.Filter, error) {
	if err := oneOf(cmd, "scope", "states", "all"); err != nil {
		return ledger.Filter{}, err
	}
	directory, err := actor.OpenDirectory()
	if err != nil {
		return ledger.Filter{}, fmt.Errorf("loading the names of parties: %w", err)
	}
	filter, err := readEventFilter(cmd, &record{directory: directory}, nil)
	return filter.exactly(), err
}

// hitWriter writes hits in one form; flush ends the output.
type hitWriter func(out io.Writer, query ledger.Query) (write func(ledger.Hit) error, flush func() error)

func hitForm(name string) (hitWriter, error) {
	forms := map[string]hitWriter{"text": hitsAsText, "json": hitsAsJSON, "csv": hitsAsCSV}
	form, known := forms[name]
	if !known {
		return nil, usageError{fmt.Errorf("--format: %q is none of text, json, csv", name)}
	}
	return form, nil
}

// hitRow is a hit as it is written.
type hitRow struct {
	Kind      string          `json:"kind"`
	Document  string          `json:"document"`
	ID        string          `json:"id"`
	Published chancery.Date   `json:"published"`
	Publisher string          `json:"publisher,omitempty"`
	Title     string          `json:"title,omitempty"`
	URL       string          `json:"url,omitempty"`
	Excerpt   string          `json:"excerpt"`
	Claim     *chancery.Claim `json:"claim,omitempty"`
}

func rowOf(hit ledger.Hit, query ledger.Query) hitRow {
	d := hit.Document
	row := hitRow{Kind: "document", Document: d.Hash(), ID: d.ID, Published: d.Published, Publisher: d.Publisher, Title: d.Title, URL: d.URL}
	if hit.Claim != nil {
		row.Kind, row.Claim, row.Excerpt = "act", &hit.Claim.Claim, hit.Claim.Claim.Evidence
		return row
	}
	row.Excerpt = excerpt(d.Text, query)
	return row
}

// excerpt is some 200 bytes of the text around the first word of the query
// that stands there as it was typed; else the beginning.
func excerpt(text string, query ledger.Query) string {
	const before, after = 60, 140
	lower, at := strings.ToLower(text), -1
	for _, words := range query.Phrases() {
		if at = strings.Index(lower, strings.ToLower(words[0])); at >= 0 {
			break
		}
	}
	at = min(max(at, 0), len(text))
	start, end := max(at-before, 0), min(at+after, len(text))
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	cut := strings.Join(strings.Fields(text[start:end]), " ")
	if start > 0 {
		cut = "…" + cut
	}
	if end < len(text) {
		cut += "…"
	}
	return cut
}

func hitsAsText(out io.Writer, query ledger.Query) (func(ledger.Hit) error, func() error) {
	style := terminalOf(os.Stdout)
	write := func(hit ledger.Hit) error {
		row := rowOf(hit, query)
		head := strings.Join(strings.Fields(row.Published.String()+" "+row.Publisher), " ")
		if row.Claim != nil {
			c := row.Claim
			head += "  " + strings.Join(c.Actor, ", ") + " " + style.paint(styleCyan, c.Act) + " " + strings.Join(c.Recipient, ", ") + "  " + c.ID
		} else {
			head += "  " + style.paint(styleBold, row.Title) + "  " + row.Document
		}
		_, err := fmt.Fprintf(out, "%s\n    %s\n", strings.TrimSpace(head), row.Excerpt)
		return err
	}
	return write, func() error { return nil }
}

func hitsAsJSON(out io.Writer, query ledger.Query) (func(ledger.Hit) error, func() error) {
	lines := json.NewEncoder(out)
	return func(hit ledger.Hit) error { return lines.Encode(rowOf(hit, query)) }, func() error { return nil }
}

func hitsAsCSV(out io.Writer, query ledger.Query) (func(ledger.Hit) error, func() error) {
	rows := csv.NewWriter(out)
	_ = rows.Write([]string{"kind", "document", "published", "publisher", "title", "url", "claim", "act", "actor", "recipient", "status", "date", "excerpt"})
	write := func(hit ledger.Hit) error {
		row := rowOf(hit, query)
		c := chancery.Claim{}
		if row.Claim != nil {
			c = *row.Claim
		}
		return rows.Write([]string{
			row.Kind, row.Document, row.Published.String(), row.Publisher, row.Title, row.URL, c.ID, c.Act,
			strings.Join(c.Actor, " "), strings.Join(c.Recipient, " "), string(c.Status), c.Date.String(), row.Excerpt,
		})
	}
	return write, func() error { rows.Flush(); return rows.Error() }
}
