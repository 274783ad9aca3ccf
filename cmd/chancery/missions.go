package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/export"
	"chancery/ledger"
	"chancery/relations"
)

func missionsCommand() *cli.Command {
	return &cli.Command{
		Name:      "missions",
		Usage:     "tell how missions stand on a day",
		ArgsUsage: "[PARTY [PARTY]]",
		Description: "With two parties all their missions with each other are listed, else those of which some act is told.\n\n" +
			"Examples:\n  chancery missions RUS NATO --on 2021-10-20\n  chancery missions Russia --standing closed,suspended --from 2022\n  chancery missions --act expel --format csv > missions.csv",
		Flags: append([]cli.Flag{
			formatFlag(),
			&cli.StringSliceFlag{Name: "party", Usage: "only missions of or at `PARTY` (a code or a name; again for the other side)"},
			&cli.StringSliceFlag{Name: "standing", Aliases: []string{"status"}, Usage: "only missions that are `STATUS`: operating, suspended, closed"},
			&cli.StringSliceFlag{Name: "act", Usage: "only missions of which `ACT` is told (expel, close-mission …; again or with commas for more)"},
			&cli.StringFlag{Name: "from", Usage: "only missions that stand so since `DATE` or later"},
			&cli.StringFlag{Name: "to", Usage: "only missions that stand so since `DATE` or earlier"},
			&cli.StringFlag{Name: "scope", Value: "states", Usage: "`SCOPE`: states (states and international organisations) or all"},
			&cli.BoolFlag{Name: "brief", Usage: "leave out the words that each line rests on"},
		}, clockFlags()...),
		Action: runMissions,
	}
}

func runMissions(ctx context.Context, cmd *cli.Command) error {
	if err := checkListFlags(cmd); err != nil {
		return err
	}
	if cmd.Args().Len() > 2 {
		return usageError{fmt.Errorf("missions takes at most two parties, not %d", cmd.Args().Len())}
	}
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	codes, err := r.parties(append(cmd.Args().Slice(), cmd.StringSlice("party")...))
	if err != nil {
		return err
	}
	if len(codes) > 2 {
		return usageError{fmt.Errorf("a mission has two parties, not %d", len(codes))}
	}
	choice, err := readMissionFilter(cmd)
	if err != nil {
		return err
	}
	events, err := r.events(ctx, ledger.Filter{Parties: codes, States: cmd.String("scope") != "all", Acts: missionActs()})
	if err != nil {
		return err
	}
	q := r.question(codes...)
	r.nameAll(&q, events)
	standings := choice.choose(relations.Missions(events, q), events)
	return printing(cmd, func(out *bufio.Writer) error {
		switch cmd.String("format") {
		case "json":
			return printJSON(out, map[string]any{"on": r.on, "reported": r.reported, "known": knownText(r.view.Known()), "missions": standings})
		case "csv":
			return missionsCSV(out, standings)
		}
		if len(standings) == 0 {
			_, err := fmt.Fprintln(out, "no mission is told")
			return err
		}
		p := relationPrinter{out: out, t: terminalOf(os.Stdout), r: r, brief: cmd.Bool("brief")}
		for _, m := range standings {
			p.mission(m)
		}
		return nil
	})
}

// missionActs are the acts that can touch a mission.
func missionActs() []string {
	return []string{"appoint", "close-mission", "expel", "limit-staff", "open-mission", "recall", "revoke-accreditation", "suspend-mission", "withdraw-staff"}
}

// nameAll adds the names of every party of the events to the question, and the
// known missions between them.
func (r *record) nameAll(q *relations.Question, events []chancery.Event) {
	pairs := map[[2]string]bool{}
	for _, e := range events {
		codes := append(append([]string{}, e.Actor...), e.Recipient...)
		for i, code := range codes {
			if _, known := q.Names[code]; !known {
				q.Names[code] = r.names(code)
			}
			for _, other := range codes[:i] {
				if pair := [2]string{min(code, other), max(code, other)}; q.A == "" && !pairs[pair] {
					pairs[pair] = true
					q.Missions = append(q.Missions, r.directory.Missions(pair[0], pair[1])...)
				}
			}
		}
	}
}

func missionsCSV(out *bufio.Writer, standings []chancery.MissionStanding) error {
	table, err := export.NewCSV(out, []string{"mission", "kind", "sender", "host", "town", "status", "since", "effective_not_told", "accredited", "ceiling", "ceiling_before", "expelled", "head", "head_absent", "instead", "pending", "conflicts", "known"})
	if err != nil {
		return err
	}
	for _, m := range standings {
		ceiling, before, head, absent, instead := "", "", "", "", ""
		if m.Ceiling != nil {
			ceiling = strconv.Itoa(m.Ceiling.N)
			if m.Ceiling.From != nil {
				before = strconv.Itoa(*m.Ceiling.From)
			}
		}
		if m.Head != nil {
			head, absent = m.Head.Name, strconv.FormatBool(m.Head.Absent)
		}
		if m.Channel != nil {
			instead = m.Channel.Text
		}
		expelled := 0
		for _, d := range m.Departures {
			if d.Count != nil && d.Act == "expel" {
				expelled += d.Count.N
			}
		}
		row := []string{
			m.Mission.ID, string(m.Mission.Kind), m.Mission.Sender, m.Mission.Host, m.Mission.Town, string(m.Status), m.Since.String(),
			strconv.FormatBool(m.EffectiveNotTold), strconv.FormatBool(m.Accredited), ceiling, before, strconv.Itoa(expelled), head, absent,
			instead, lineTexts(m.Pending), lineTexts(m.Conflicts), strconv.FormatBool(m.Mission.Known),
		}
		if err := table.Row(row); err != nil {
			return err
		}
	}
	return table.Close()
}

func lineTexts(lines []chancery.Line) string {
	var texts []string
	for _, line := range lines {
		texts = append(texts, line.Text)
	}
	return strings.Join(texts, "; ")
}
