package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/fold"
	"chancery/ledger"
)

func judgeCommand() *cli.Command {
	return &cli.Command{
		Name:  "judge",
		Usage: "enter what a person decides about the record; undo it; list what was decided",
		Description: "Judgements are entered with author, time and reason, and change what is derived from now on; what the ledger\n" +
			"answered before (--known) stays as it was. Nothing that was read is changed.\n\n" +
			"Examples:\n  chancery judge reject ev3f0c… --reason 'the paper withdrew it'\n  chancery judge correct 3f0c9a… --field count --value 8\n" +
			"  chancery judge merge ev3f0c… ev77aa…\n  chancery judge undo j51e2…",
		Commands: []*cli.Command{
			judgeSub(chancery.JudgeAccept, "the claims of an event, or a claim, are right", "EVENT|CLAIM…", 1),
			judgeSub(chancery.JudgeReject, "they are wrong and count for nothing", "EVENT|CLAIM…", 1),
			judgeSub(chancery.JudgeCorrect, "a field of them has another value", "EVENT|CLAIM…", 1),
			judgeSub(chancery.JudgeMerge, "two or more events are one", "EVENT|CLAIM EVENT|CLAIM…", 2),
			judgeSub(chancery.JudgeSplit, "claims are an event of their own", "CLAIM…", 1),
			judgeSub(chancery.JudgeSamePerson, "names are one person's; the first is shown", "NAME NAME…", 2),
			judgeSub(chancery.JudgeDifferentPerson, "names are not one person's", "NAME NAME…", 2),
			retractCommand(),
			judgeSub(chancery.JudgeUndo, "an earlier judgement or retraction counts for nothing from now on", "JUDGEMENT|RETRACTION", 1),
			judgementsCommand(),
		},
	}
}

func judgeSub(kind chancery.JudgementKind, usage, args string, least int) *cli.Command {
	flags := judgingFlags()
	if kind == chancery.JudgeCorrect {
		flags = append(flags,
			&cli.StringFlag{Name: "field", Required: true, Usage: "`FIELD`: act, actor, recipient, status, date, effective, until, count, object, place, channel, said_by, reason, conditions"},
			&cli.StringFlag{Name: "value", Required: true, Usage: "`VALUE`: lists with commas, counts as 10 or 20>10, - for nothing told"})
	}
	return &cli.Command{
		Name: string(kind), Usage: usage, ArgsUsage: args, Flags: flags, Description: "Example:\n  " + judgeExample(kind),
		Action: func(ctx context.Context, cmd *cli.Command) error {
			if cmd.Args().Len() < least {
				return usageError{fmt.Errorf("judge %s takes %s", kind, args)}
			}
			return runJudge(ctx, cmd, kind)
		},
	}
}

// judgingFlags say who decides, and why.
func judgingFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "author", Usage: "who decides (`NAME`; your user name where not given)", Sources: cli.EnvVars("CHANCERY_AUTHOR")},
		&cli.StringFlag{Name: "reason", Usage: "why, in `WORDS`"},
		ledgerFlag(),
	}
}

// judgeExample is a call of the subcommand as a user would write it.
func judgeExample(kind chancery.JudgementKind) string {
	words := map[chancery.JudgementKind]string{
		chancery.JudgeCorrect:         "--field effective --value 2021-11-01 ev3f0c9a… --reason 'the ministry gave the day'",
		chancery.JudgeMerge:           "ev3f0c9a… ev77aa01… --reason 'one deed, told twice'",
		chancery.JudgeSplit:           "3f0c9a… --reason 'this is the raid of the next day'",
		chancery.JudgeSamePerson:      "'Sergei Lavrov' 'Sergey Lavrov'",
		chancery.JudgeDifferentPerson: "'Li Hui' 'Li Hui of Shanghai'",
		chancery.JudgeUndo:            "j51e2c07…",
	}[kind]
	if words == "" {
		words = "ev3f0c9a… --reason 'checked against the ministry'"
	}
	return "chancery judge " + string(kind) + " " + words
}

func runJudge(ctx context.Context, cmd *cli.Command, kind chancery.JudgementKind) error {
	judgement := chancery.Judgement{Kind: kind, Author: author(cmd), Reason: cmd.String("reason")}
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	args := cmd.Args().Slice()
	switch kind {
	case chancery.JudgeSamePerson, chancery.JudgeDifferentPerson:
		judgement.Names = args
	case chancery.JudgeUndo:
		judgement.Undoes = args[0]
	default:
		if judgement.Claims, err = r.namedClaims(ctx, args); err != nil {
			return err
		}
	}
	if kind == chancery.JudgeCorrect {
		judgement.Field, judgement.Value = cmd.String("field"), cmd.String("value")
		if _, err := fold.Correct(chancery.Claim{}, judgement.Field, judgement.Value); err != nil {
			return usageError{err}
		}
	}
	entered, err := r.book.Judge(ctx, judgement)
	if err != nil {
		if errors.Is(err, ledger.ErrInvalid) {
			return usageError{err}
		}
		return err
	}
	on := ""
	if len(entered.Claims) > 0 {
		on = " on " + plural(len(entered.Claims), "claim")
	}
	_, err = fmt.Fprintf(cmd.Root().Writer, "%s entered as %s%s by %s; `chancery judge undo %s` withdraws it\n",
		entered.Kind, entered.ID, on, entered.Author, entered.ID)
	return err
}

// author is who decides: the flag, else the user's name.
func author(cmd *cli.Command) string {
	if name := cmd.String("author"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return os.Getenv("USER")
}

// namedClaims are the claims that the names mean: all of an event's for the
// name of an event ("ev…"), the claim itself for a claim's.
func (r *record) namedClaims(ctx context.Context, names []string) ([]string, error) {
	var ids []string
	for _, name := range names {
		if strings.HasPrefix(name, "ev") {
			event, _, err := r.event(ctx, name)
			if err != nil {
				return nil, err
			}
			ids = append(ids, event.ClaimIDs()...)
			continue
		}
		claim, err := r.claim(ctx, name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, claim.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
