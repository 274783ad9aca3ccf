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
	"chancery/fold"
	"chancery/ledger"
)

func judgementsCommand() *cli.Command {
	return &cli.Command{
		Name: "list", Usage: "list the judgements in force, in the order of their being made",
		Description: "Examples:\n  chancery judge list --known 2024-01-01 --format csv\n  chancery judge list --kind correct --author 'an editor' --party NATO --from 2024",
		Flags: []cli.Flag{
			formatFlag(),
			&cli.StringSliceFlag{Name: "kind", Usage: "only judgements of this `KIND` (accept, reject, correct …; again or with commas for more)"},
			&cli.StringSliceFlag{Name: "author", Usage: "only judgements by `NAME`"},
			&cli.StringFlag{Name: "from", Usage: "only judgements made on or after `DATE`"},
			&cli.StringFlag{Name: "to", Usage: "only judgements made on or before `DATE`"},
			&cli.StringSliceFlag{Name: "party", Usage: "only judgements on acts in which `PARTY` takes part"},
			&cli.StringSliceFlag{Name: "act", Usage: "only judgements on claims of `ACT`"},
			knownFlag(), ledgerFlag(),
		},
		Action: runJudgements,
	}
}

func runJudgements(ctx context.Context, cmd *cli.Command) error {
	if err := oneOf(cmd, "format", "text", "json", "csv"); err != nil {
		return err
	}
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	judgements, err := r.chosenJudgements(ctx, cmd)
	if err != nil {
		return err
	}
	return printing(cmd, func(out *bufio.Writer) error {
		switch cmd.String("format") {
		case "json":
			if judgements == nil {
				judgements = []chancery.Judgement{}
			}
			return printJSON(out, map[string]any{"known": knownText(r.view.Known()), "judgements": judgements})
		case "csv":
			return judgementsCSV(out, judgements)
		}
		if len(judgements) == 0 {
			_, err := fmt.Fprintln(out, "nothing was judged")
			return err
		}
		var lines []tableLine
		for _, j := range judgements {
			lines = append(lines, tableLine{
				cells: []cell{{chancery.DateOf(j.At).String(), ""}, {string(j.Kind), styleCyan}, {j.Author, styleBold}, {j.ID, ""}, {strings.TrimSpace(j.Field + " " + j.Value), ""}},
				below: []below{{strings.TrimSpace(j.Reason + " " + strings.Join(append(slices.Clone(j.Claims), j.Names...), ", ")), styleFaint}},
			})
		}
		printTable(out, terminalOf(os.Stdout), []string{"DATE", "JUDGEMENT", "AUTHOR", "ID", "VALUE"}, lines)
		return nil
	})
}

func judgementsCSV(out *bufio.Writer, judgements []chancery.Judgement) error {
	table, err := export.NewCSV(out, []string{"judgement", "at", "kind", "author", "reason", "field", "value", "names", "claims"})
	if err != nil {
		return err
	}
	for _, j := range judgements {
		row := []string{j.ID, knownText(j.At), string(j.Kind), j.Author, j.Reason, j.Field, j.Value, strings.Join(j.Names, ";"), strings.Join(j.Claims, ";")}
		if err := table.Row(row); err != nil {
			return err
		}
	}
	return table.Close()
}

// chosenJudgements are the judgements in force that a user wants to see.
func (r *record) chosenJudgements(ctx context.Context, cmd *cli.Command) ([]chancery.Judgement, error) {
	kinds, authors := cmd.StringSlice("kind"), cmd.StringSlice("author")
	for _, kind := range kinds {
		if !slices.Contains(chancery.JudgementKinds(), chancery.JudgementKind(kind)) {
			return nil, usageError{fmt.Errorf("--kind: %q is none of %v", kind, chancery.JudgementKinds())}
		}
	}
	from, err := clockDay(cmd, "from")
	if err != nil {
		return nil, err
	}
	to, err := clockDay(cmd, "to")
	if err != nil {
		return nil, err
	}
	about, err := r.claimsAbout(ctx, cmd)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(fold.InForce(r.judgements), func(j chancery.Judgement) bool {
		made := chancery.DateOf(j.At.UTC())
		return len(kinds) > 0 && !slices.Contains(kinds, string(j.Kind)) || len(authors) > 0 && !slices.Contains(authors, j.Author) ||
			!from.IsZero() && made.Compare(from.First()) < 0 || !to.IsZero() && made.Compare(to.Last()) > 0 ||
			about != nil && !slices.ContainsFunc(j.Claims, func(id string) bool { return about[id] })
	}), nil
}

// claimsAbout are those of the judged claims that tell of the parties and acts
// that the flags name; nil where they name none.
func (r *record) claimsAbout(ctx context.Context, cmd *cli.Command) (map[string]bool, error) {
	parties, err := r.parties(cmd.StringSlice("party"))
	if err != nil {
		return nil, err
	}
	filter := ledger.Filter{Parties: parties, Acts: cmd.StringSlice("act")}
	if len(filter.Parties)+len(filter.Acts) == 0 {
		return nil, nil
	}
	for _, j := range r.judgements {
		filter.Claims = append(filter.Claims, j.Claims...)
	}
	about := map[string]bool{}
	if len(filter.Claims) == 0 {
		return about, nil
	}
	for held, err := range r.view.Claims(ctx, filter) {
		if err != nil {
			return nil, fmt.Errorf("reading the judged claims: %w", err)
		}
		about[held.Claim.ID] = true
	}
	return about, nil
}
