package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery/ledger"
)

// documentDigits is the length of a document's hash.
const documentDigits = 32

func retractCommand() *cli.Command {
	return &cli.Command{
		Name: "retract", Usage: "a document, or a claim, is withdrawn from the record", ArgsUsage: "DOCUMENT|CLAIM",
		Description: "A withdrawn document counts for nothing from now on, with all that was read in it: a forgery, a report that its paper\n" +
			"took back. DOCUMENT is its hash (see search, or why). What the ledger answered before (--known) stays as it was.\n\n" +
			"Examples:\n  chancery judge retract 91825e6d49671a36bf1a5a738e4ca8c1 --reason 'the paper took it back'\n  chancery judge retract 3f0c9a… --reason 'misread'",
		Flags:  judgingFlags(),
		Action: runRetract,
	}
}

func runRetract(ctx context.Context, cmd *cli.Command) error {
	name, err := onlyArgument(cmd, "the DOCUMENT or CLAIM")
	if err != nil {
		return err
	}
	r, err := openRecord(ctx, cmd)
	if err != nil {
		return err
	}
	defer r.close()
	retraction := ledger.Retraction{What: ledger.KindDocument, Target: strings.TrimSpace(name), Author: author(cmd), Reason: cmd.String("reason")}
	if len(retraction.Target) != documentDigits {
		claim, err := r.claim(ctx, name)
		if err != nil {
			return err
		}
		retraction.What, retraction.Target = ledger.KindClaim, claim.ID
	}
	entered, err := r.book.Retract(ctx, retraction)
	if errors.Is(err, ledger.ErrInvalid) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.Root().Writer, "%s %s withdrawn as %s by %s; `chancery judge undo %s` lets it stand again\n",
		entered.What, entered.Target, entered.ID, entered.Author, entered.ID)
	return err
}
