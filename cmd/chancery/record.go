package main

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/actor"
	"chancery/fold"
	"chancery/ledger"
	"chancery/relations"
)

// record is a view of the ledger with what is needed to ask it: the questions'
// days, the names of parties, the judgements in force.
type record struct {
	book         *ledger.Ledger
	view         *ledger.View
	directory    *actor.Directory
	judgements   []chancery.Judgement
	on, reported chancery.Date
}

// clockFlags fix the three clocks of a question.
func clockFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "on", Usage: "how it stood on `DATE` in the world (YYYY-MM-DD; today where not given)"},
		&cli.StringFlag{Name: "reported", Usage: "only what was published by `DATE`"},
		knownFlag(),
		ledgerFlag(),
	}
}

// formatFlag is the form of every list.
func formatFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Value: "text", Usage: "`FORMAT` of the output: text, json or csv"}
}

// openRecord opens the ledger as the question's clocks say. The caller closes
// the record.
func openRecord(ctx context.Context, cmd *cli.Command) (*record, error) {
	known, err := knownTime(cmd.String("known"))
	if err != nil {
		return nil, usageError{fmt.Errorf("--known: %w", err)}
	}
	return openRecordAt(ctx, cmd, known)
}

// openRecordAt is openRecord at a known time; the zero time is now.
func openRecordAt(ctx context.Context, cmd *cli.Command, known time.Time) (*record, error) {
	r := &record{}
	var err error
	if r.on, err = clockDay(cmd, "on"); err != nil {
		return nil, err
	}
	if r.on.IsZero() {
		r.on = chancery.DateOf(time.Now())
	}
	if r.reported, err = clockDay(cmd, "reported"); err != nil {
		return nil, err
	}
	if r.directory, err = actor.OpenDirectory(); err != nil {
		return nil, fmt.Errorf("loading the names of parties: %w", err)
	}
	if r.book, err = openExisting(ctx, cmd); err != nil {
		return nil, err
	}
	if r.view, err = r.book.AsOf(ctx, known); err != nil {
		r.close()
		return nil, err
	}
	if r.judgements, err = r.view.Judgements(ctx); err != nil {
		r.close()
		return nil, fmt.Errorf("reading the judgements: %w", err)
	}
	return r, nil
}

func (r *record) close() { r.book.Close() }

func clockDay(cmd *cli.Command, flag string) (chancery.Date, error) {
	if cmd.String(flag) == "" {
		return chancery.Date{}, nil
	}
	date, err := chancery.ParseDate(cmd.String(flag))
	if err != nil {
		return date, usageError{fmt.Errorf("--%s: %w", flag, err)}
	}
	return date, nil
}

// partyCode is the form of codes that no table of ours may know.
var partyCode = regexp.MustCompile(`^[A-Z][A-Z0-9-]{1,15}$`)

// party is the code that a user's words mean.
func (r *record) party(words string) (string, error) {
	if code, known := r.directory.Find(words); known {
		return code, nil
	}
	if partyCode.MatchString(words) {
		return words, nil
	}
	problem := fmt.Errorf("no party is called %q (use a code such as RUS or NATO, or a name)", words)
	if near := r.directory.Near(words); len(near) > 0 {
		problem = fmt.Errorf("no party is called %q; did you mean %s?", words, strings.Join(near, ", "))
	}
	return "", usageError{problem}
}

func (r *record) parties(words []string) ([]string, error) {
	var codes []string
	for _, word := range words {
		code, err := r.party(word)
		if err != nil {
			return nil, err
		}
		codes = append(codes, code)
	}
	return codes, nil
}

// name is what a party is called: a state by its name, an organisation by its
// code, which is what the news calls it.
func (r *record) name(code string) string {
	if p, known := r.directory.Party(code); known && p.Kind != chancery.PartyIGO {
		return p.Name
	}
	return code
}

// claims loads the claims that pass the filter and were reported by the day of
// the question, and those on which somebody judged: a correction may have
// brought them here.
func (r *record) claims(ctx context.Context, filter ledger.Filter) ([]chancery.Claim, error) {
	if filter.Reported.IsZero() {
		filter.Reported = r.reported
	}
	var claims []chancery.Claim
	load := func(f ledger.Filter) error {
		for held, err := range r.view.Claims(ctx, f) {
			if err != nil {
				return fmt.Errorf("reading the claims: %w", err)
			}
			claims = append(claims, held.Claim)
		}
		return nil
	}
	if err := load(filter); err != nil {
		return nil, err
	}
	if judged := r.judgedClaims(); len(judged) > 0 && len(filter.Claims) == 0 {
		if err := load(ledger.Filter{Claims: judged, Reported: filter.Reported}); err != nil {
			return nil, err
		}
	}
	return claims, nil
}

// judgedClaims are the claims that judgements move: merged or corrected ones.
func (r *record) judgedClaims() []string {
	var ids []string
	for _, j := range r.judgements {
		if j.Kind == chancery.JudgeMerge || j.Kind == chancery.JudgeCorrect {
			ids = append(ids, j.Claims...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// events folds the claims that pass the filter.
func (r *record) events(ctx context.Context, filter ledger.Filter) ([]chancery.Event, error) {
	claims, err := r.claims(ctx, filter)
	if err != nil {
		return nil, err
	}
	return r.folded(ctx, claims)
}

// fold folds claims as judged; sameText may be nil.
func (r *record) fold(claims []chancery.Claim, sameText map[string]string) []chancery.Event {
	names := map[string][]string{}
	for _, claim := range claims {
		for _, side := range [2][]string{claim.Actor, claim.Recipient} {
			for _, code := range side {
				if _, told := names[code]; !told {
					p, _ := r.directory.Party(code)
					names[code] = p.Words
				}
			}
		}
	}
	return fold.Fold(claims, fold.Options{Judgements: r.judgements, SameText: sameText, Names: names})
}

// question is how two parties stand, with what the tables know of them.
func (r *record) question(codes ...string) relations.Question {
	q := relations.Question{On: r.on, Reported: r.reported, Names: map[string]relations.Names{}}
	for _, code := range codes {
		q.Names[code] = r.names(code)
	}
	if len(codes) == 2 {
		q.A, q.B = codes[0], codes[1]
		q.Missions = r.directory.Missions(q.A, q.B)
	}
	return q
}

func (r *record) names(code string) relations.Names {
	p, _ := r.directory.Party(code)
	return relations.Names{Words: p.Words, Seats: p.Seats, Organisation: p.Kind == chancery.PartyIGO}
}
