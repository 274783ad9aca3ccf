package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/actor"
	"chancery/read"
)

func unknownNamesCommand() *cli.Command {
	return &cli.Command{
		Name:        "unknown",
		Usage:       "list the names that no table knows, the most frequent first, persons as rows for a table of your own",
		ArgsUsage:   "[FILE…]",
		Description: "Example:\n  chancery unknown reports/*.txt | less\n\nA person whom the text gives an office and a party is printed as a row for\npersons.txt: name, party, office, sector, first day of publication. Put the rows\nthat are right into a folder and name it with --tables.",
		Flags: append(readingFlags(),
			&cli.IntFlag{Name: "least", Value: 1, Usage: "leave out names in fewer than `N` documents"},
		),
		Action: runUnknown,
	}
}

// unknownName is one name that no table knows.
type unknownName struct {
	kind, name, party, office, sector string
	first                             chancery.Date
	mentions, documents               int
	last                              int // number of the last document that had it
}

func runUnknown(ctx context.Context, cmd *cli.Command) error {
	items, err := documents(cmd)
	if err != nil {
		return err
	}
	reader, err := newReader(cmd)
	if err != nil {
		return err
	}
	finder, err := actor.New(cmd.String("tables"))
	if err != nil {
		return fmt.Errorf("loading the tables of parties: %w", err)
	}
	aside := asides{out: cmd.Root().ErrWriter}
	names := map[[2]string]*unknownName{}
	number := 0
	for outcome := range readAll(ctx, reader, items, read.Mentions) {
		if outcome.item.Err != nil {
			aside.tell(outcome.item)
			continue
		}
		number++
		for _, m := range outcome.reading.Mentions {
			noteUnknown(names, finder, outcome.reading.Document, m, number)
		}
	}
	if err := printUnknown(cmd.Root().Writer, names, int(cmd.Int("least"))); err != nil {
		return err
	}
	return aside.err()
}

// noteUnknown counts a mention whose name no table has.
func noteUnknown(names map[[2]string]*unknownName, finder *actor.Finder, doc chancery.Document, m chancery.Mention, number int) {
	text := strings.Join(strings.Fields(m.Of(doc.Text)), " ")
	switch m.Kind {
	case chancery.MentionPerson:
		if m.Person != "" {
			text = m.Person
		}
	case chancery.MentionOrganisation, chancery.MentionPlace:
	default:
		return
	}
	if finder.Knows(text) || m.Kind == chancery.MentionPerson && !strings.Contains(text, " ") || m.Kind != chancery.MentionPerson && len(m.Parties) > 0 {
		return
	}
	key := [2]string{string(m.Kind), text}
	n := names[key]
	if n == nil {
		n = &unknownName{kind: string(m.Kind), name: text, first: doc.Published}
		names[key] = n
	}
	n.mentions++
	if n.last != number {
		n.documents++
		n.last = number
	}
	if n.party == "" && m.Kind == chancery.MentionPerson {
		n.party, n.office, n.sector = m.Party(), m.Office, m.Sector
	}
}

func printUnknown(w io.Writer, names map[[2]string]*unknownName, least int) error {
	list := make([]*unknownName, 0, len(names))
	for _, n := range names {
		if n.documents >= least {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b *unknownName) int {
		return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name))
	})
	out := bufio.NewWriter(w)
	for _, n := range list {
		row := []string{n.name}
		if n.party != "" && n.office != "" {
			row = []string{n.name, n.party, n.office, n.sector, n.first.String(), ""}
		}
		if _, err := fmt.Fprintf(out, "%d\t%d\t%s\t%s\n", n.documents, n.mentions, n.kind, strings.Join(row, "\t")); err != nil {
			return fmt.Errorf("printing names: %w", err)
		}
	}
	return out.Flush()
}
