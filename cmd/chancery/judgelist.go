package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/export"
	"chancery/fold"
	"chancery/ledger"
)

func judgementsCommand() *cli.Command {
	return &cli.Command{
		Name: "list", Usage: "list the judgements and retractions in force, in the order of their being made",
		Description: "Examples:\n  chancery judge list --known 2024-01-01 --format csv\n  chancery judge list --kind correct --author 'an editor' --party NATO --from 2024",
		Flags: []cli.Flag{
			formatFlag(),
			&cli.StringSliceFlag{Name: "kind", Usage: "only judgements of this `KIND` (accept, reject, correct, retract …; again or with commas for more)"},
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
	filter, err := r.readJudgementFilter(ctx, cmd)
	if err != nil {
		return err
	}
	judgements, retractions, err := r.decisions(ctx, filter)
	if err != nil {
		return err
	}
	return printing(cmd, func(out *bufio.Writer) error {
		switch cmd.String("format") {
		case "json":
			return printJSON(out, map[string]any{"known": knownText(r.view.Known()), "judgements": judgements, "retractions": retractions})
		case "csv":
			return judgementsCSV(out, judgements, retractions)
		}
		if len(judgements)+len(retractions) == 0 {
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
		for _, x := range retractions {
			lines = append(lines, tableLine{
				cells: []cell{{chancery.DateOf(x.At).String(), ""}, {retractKind + " " + string(x.What), styleCyan}, {x.Author, styleBold}, {x.ID, ""}, {"", ""}},
				below: []below{{strings.TrimSpace(x.Reason + " " + x.Target), styleFaint}},
			})
		}
		printTable(out, terminalOf(os.Stdout), []string{"DATE", "JUDGEMENT", "AUTHOR", "ID", "VALUE"}, lines)
		return nil
	})
}

// judgementsCSV writes judgements, then retractions, whose target stands where the
// claims of a judgement do.
func judgementsCSV(out *bufio.Writer, judgements []chancery.Judgement, retractions []ledger.Retraction) error {
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
	for _, x := range retractions {
		if err := table.Row([]string{x.ID, knownText(x.At), retractKind + "-" + string(x.What), x.Author, x.Reason, "", "", "", x.Target}); err != nil {
			return err
		}
	}
	return table.Close()
}

// retractKind is what a retraction is called among judgements.
const retractKind = "retract"

// judgementFilter is what a user wants to see of what people decided.
type judgementFilter struct {
	kinds, authors []string
	from, to       chancery.Date
	about          map[string]bool // claims; nil for any
}

func (r *record) readJudgementFilter(ctx context.Context, cmd *cli.Command) (judgementFilter, error) {
	f := judgementFilter{kinds: cmd.StringSlice("kind"), authors: cmd.StringSlice("author")}
	for _, kind := range f.kinds {
		if kind != retractKind && !slices.Contains(chancery.JudgementKinds(), chancery.JudgementKind(kind)) {
			return f, usageError{fmt.Errorf("--kind: %q is none of %v, %s", kind, chancery.JudgementKinds(), retractKind)}
		}
	}
	var err error
	if f.from, err = clockDay(cmd, "from"); err != nil {
		return f, err
	}
	if f.to, err = clockDay(cmd, "to"); err != nil {
		return f, err
	}
	f.about, err = r.claimsAbout(ctx, cmd)
	return f, err
}

// passes leaves what a decision is about aside.
func (f judgementFilter) passes(kind, author string, at time.Time) bool {
	made := chancery.DateOf(at.UTC())
	return (len(f.kinds) == 0 || slices.Contains(f.kinds, kind)) && (len(f.authors) == 0 || slices.Contains(f.authors, author)) &&
		(f.from.IsZero() || made.Compare(f.from.First()) >= 0) && (f.to.IsZero() || made.Compare(f.to.Last()) <= 0)
}

// decisions are the judgements and retractions in force that pass. What is
// retracted is no longer told, so that parties and acts leave retractions out.
func (r *record) decisions(ctx context.Context, f judgementFilter) ([]chancery.Judgement, []ledger.Retraction, error) {
	judgements, retractions := []chancery.Judgement{}, []ledger.Retraction{}
	for _, j := range fold.InForce(r.judgements) {
		if f.passes(string(j.Kind), j.Author, j.At) && (f.about == nil || slices.ContainsFunc(j.Claims, func(id string) bool { return f.about[id] })) {
			judgements = append(judgements, j)
		}
	}
	if f.about != nil {
		return judgements, retractions, nil
	}
	all, err := r.view.Retractions(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the retractions: %w", err)
	}
	for _, x := range all {
		if f.passes(retractKind, x.Author, x.At) {
			retractions = append(retractions, x)
		}
	}
	return judgements, retractions, nil
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
