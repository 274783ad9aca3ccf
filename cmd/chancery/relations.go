package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/ledger"
	"chancery/relations"
)

func relationsCommand() *cli.Command {
	return &cli.Command{
		Name:      "relations",
		Usage:     "tell how two parties stand with each other on a day",
		ArgsUsage: "PARTY PARTY",
		Description: "Missions with their status, measures in force, suspended bodies and treaties, whom to turn to, the last\n" +
			"contacts and words, who answered whom, and how tense it is, each with the words that say so.\n\n" +
			"Examples:\n  chancery relations RUS NATO --on 2021-11-01\n  chancery relations Russia NATO --on 2021-11-01 --reported 2021-10-17\n" +
			"  chancery relations USA CHN --known 2023-02-01 --format json",
		Flags: append([]cli.Flag{
			formatFlag(),
			&cli.StringFlag{Name: "scope", Value: "states", Usage: "`SCOPE`: states (states and international organisations) or all"},
			&cli.StringFlag{Name: "since", Usage: "how far back words and tension go (`DATE`; three years before --on where not given)"},
			&cli.BoolFlag{Name: "brief", Usage: "leave out the words that each line rests on"},
		}, clockFlags()...),
		Action: runRelations,
	}
}

// relationAnswer is a relation with the known time that it was asked at and
// its events in short; `chancery event` tells the rest of each.
type relationAnswer struct {
	chancery.Relation
	Known  string       `json:"known"`
	Events []shortEvent `json:"events"`
}

type shortEvent struct {
	ID        string          `json:"id"`
	Date      chancery.Date   `json:"date"`
	Act       string          `json:"act"`
	Actor     []string        `json:"actor"`
	Recipient []string        `json:"recipient"`
	Status    chancery.Status `json:"status"`
	Score     float64         `json:"score"`
	Voices    int             `json:"voices"`
}

func shortEvents(events []chancery.Event) []shortEvent {
	out := []shortEvent{}
	for _, e := range events {
		out = append(out, shortEvent{e.ID, e.Date, e.Act, e.Actor, e.Recipient, e.Status, e.Score, e.Voices})
	}
	return out
}

func runRelations(ctx context.Context, cmd *cli.Command) error {
	if err := checkListFlags(cmd); err != nil {
		return err
	}
	if cmd.Args().Len() != 2 {
		return usageError{fmt.Errorf("relations takes two parties, not %d (see 'chancery relations --help')", cmd.Args().Len())}
	}
	defer unhurried()()
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	codes, err := r.parties(cmd.Args().Slice())
	if err != nil {
		return err
	}
	if codes[0] == codes[1] {
		return usageError{fmt.Errorf("relations takes two parties, and both are %s", codes[0])}
	}
	since, err := clockDay(cmd, "since")
	if err != nil {
		return err
	}
	if since.IsZero() {
		since = r.on.Last().AddDays(-seriesDays)
	}
	events, err := r.standing(ctx, ledger.Filter{Parties: codes, States: cmd.String("scope") != "all"}, since)
	if err != nil {
		return err
	}
	question := r.question(codes...)
	question.Since = since
	relation := relations.Of(events, question)
	return printing(cmd, func(out *bufio.Writer) error {
		switch cmd.String("format") {
		case "json":
			return printJSON(out, relationAnswer{relation, knownText(r.view.Known()), shortEvents(relation.Events)})
		case "csv":
			return relationCSV(out, relation)
		}
		p := relationPrinter{out: out, t: terminalOf(os.Stdout), r: r, brief: cmd.Bool("brief")}
		p.print(relation)
		return nil
	})
}

// unhurried has garbage collected less often until the function that it gives
// is called, unless the user has set GOGC: what is told of one pair takes a few
// megabytes, and collecting in between a third of the time.
func unhurried() func() {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(400)
	return func() { debug.SetGCPercent(before) }
}
