package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/export"
	"chancery/fold"
	"chancery/relations"
)

func whyCommand() *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "tell why an event is held: the sentences, the rules, the speakers, the documents",
		ArgsUsage: "EVENT",
		Description: "EVENT is an event's id, the id of one of its claims, or the first digits of either.\n\n" +
			"Examples:\n  chancery why ev3f0c…\n  chancery why 3f0c9a --known 2021-10-19",
		Flags:  append([]cli.Flag{formatFlag()}, clockFlags()...),
		Action: runWhy,
	}
}

func runWhy(ctx context.Context, cmd *cli.Command) error {
	return oneEvent(ctx, cmd, func(r *record, e chancery.Event, others map[string]chancery.Event) error {
		documents, err := r.sources(ctx, e)
		if err != nil {
			return err
		}
		return printing(cmd, func(out *bufio.Writer) error {
			switch cmd.String("format") {
			case "json":
				return printJSON(out, whyAnswer{answer{r.on, r.reported, knownText(r.view.Known()), []chancery.Event{e}}, sourcesOf(e, documents)})
			case "csv":
				return whyCSV(out, e, documents)
			}
			r.printWhy(out, terminalOf(os.Stdout), e, documents)
			return nil
		})
	})
}

// whyAnswer is one event with the documents that tell of it.
type whyAnswer struct {
	answer
	Documents []source `json:"documents"`
}

// source is a document without its text.
type source struct {
	Hash      string        `json:"document"`
	ID        string        `json:"id"`
	Published chancery.Date `json:"published"`
	Publisher string        `json:"publisher"`
	Title     string        `json:"title"`
	URL       string        `json:"url"`
}

// sources loads the documents of an event by their hashes.
func (r *record) sources(ctx context.Context, e chancery.Event) (map[string]chancery.Document, error) {
	var hashes []string
	for _, item := range e.Testimonies {
		hashes = append(hashes, item.Claim.Document)
	}
	slices.Sort(hashes)
	documents, err := r.view.Documents(ctx, slices.Compact(hashes))
	if err != nil {
		return nil, fmt.Errorf("reading the documents of %s: %w", e.ID, err)
	}
	byHash := map[string]chancery.Document{}
	for _, doc := range documents {
		byHash[doc.Hash()] = doc
	}
	return byHash, nil
}

// sourcesOf lists them in the order of the claims.
func sourcesOf(e chancery.Event, documents map[string]chancery.Document) []source {
	out := []source{}
	for _, item := range e.Testimonies {
		hash := item.Claim.Document
		if doc, held := documents[hash]; held && !slices.ContainsFunc(out, func(s source) bool { return s.Hash == hash }) {
			out = append(out, source{hash, doc.ID, doc.Published, doc.Publisher, doc.Title, doc.URL})
		}
	}
	return out
}

// whyCSV writes a row for each claim of the event: what says so, where.
func whyCSV(out io.Writer, e chancery.Event, documents map[string]chancery.Document) error {
	table, err := export.NewCSV(out, []string{
		"event", "claim", "part", "voice", "published", "publisher", "title", "url", "document",
		"evidence", "rule", "model", "speakers", "date", "date_anchor", "effective", "confidence",
	})
	if err != nil {
		return err
	}
	for _, item := range e.Testimonies {
		c := item.Claim
		doc := documents[c.Document]
		if err := table.Row([]string{
			e.ID, c.ID, string(item.Part), strconv.Itoa(item.Voice), c.Published.String(), doc.Publisher, doc.Title, doc.URL, c.Document,
			c.Evidence, c.Rule, c.Model, speakerText(c), c.Date.String(), string(c.DateAnchor), c.Effective.String(), fmt.Sprintf("%.2f", c.Confidence),
		}); err != nil {
			return err
		}
	}
	return table.Close()
}

// printWhy prints for each claim the sentence with its surroundings, the rule
// and model that found it, the chain of speakers and the document.
func (r *record) printWhy(out *bufio.Writer, t terminal, e chancery.Event, documents map[string]chancery.Document) {
	printHead(out, t, onScreen(relations.Sentence(e)))
	fmt.Fprintf(out, "  %s, %s, confidence %.2f\n", e.ID, e.Status, e.Confidence)
	for _, item := range e.Testimonies {
		c := item.Claim
		fmt.Fprintln(out)
		source := c.Document
		if doc, held := documents[c.Document]; held {
			source = documentText(doc)
		}
		fmt.Fprintf(out, "  %s (voice %d, %s)\n", t.paint(styleBold, onScreen(source)), item.Voice, item.Part)
		printWrapped(out, "    ", t.width, onScreen("“"+c.Evidence+"”"), t, "")
		row := func(name, value string) {
			if value != "" {
				fmt.Fprintf(out, "    %-12s %s\n", name, onScreen(value))
			}
		}
		row("rule", strings.TrimSpace(c.Rule+" · "+c.Model))
		row("speakers", speakerText(c))
		row("date", dateWhy(c))
		row("in effect", c.Effective.String())
		row("certainty", fmt.Sprintf("%.2f", c.Confidence))
		row("claim", c.ID)
		for _, j := range fold.InForce(r.judgements) {
			if strings.Contains(strings.Join(j.Claims, ","), c.ID) {
				row("judged", fmt.Sprintf("%s by %s on %s%s (%s)", strings.TrimSpace(string(j.Kind)+" "+j.Field+" "+j.Value), j.Author, chancery.DateOf(j.At), reasonText(j.Reason), j.ID))
			}
		}
	}
}

func documentText(doc chancery.Document) string {
	var parts []string
	for _, part := range []string{doc.Published.String(), doc.Publisher, doc.Title, doc.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return doc.ID
	}
	return strings.Join(parts, " · ")
}

// speakerText is the chain of speakers, outermost first.
func speakerText(c chancery.Claim) string {
	var chain []string
	for _, s := range c.Speakers {
		text := s.Name
		if s.Cue != "" {
			text += " (" + s.Cue + ")"
		}
		chain = append(chain, text)
	}
	if len(chain) == 0 {
		return c.SaidBy
	}
	return strings.Join(chain, " › ")
}

// dateWhy tells what the date was resolved against.
func dateWhy(c chancery.Claim) string {
	text := c.Date.String()
	if text == "" {
		text = "not told"
	}
	if c.DateWords != "" {
		text += ", in words: " + c.DateWords
	}
	if c.DateAnchor != "" && c.DateAnchor != chancery.AnchorNone {
		text += ", counted from: " + string(c.DateAnchor)
	}
	return text
}
