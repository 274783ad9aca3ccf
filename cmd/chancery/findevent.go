package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/fold"
	"chancery/ledger"
)

// claimDigits is the length of a claim's id.
const claimDigits = 24

// claim finds a claim by its id, by the id of the event that it founded, or by
// the first digits of either.
func (r *record) claim(ctx context.Context, name string) (chancery.Claim, error) {
	id := strings.TrimPrefix(strings.TrimSpace(name), "ev")
	if len(id) == claimDigits {
		held, err := r.view.Claim(ctx, id)
		return held.Claim, err
	}
	if len(id) < 4 {
		return chancery.Claim{}, usageError{fmt.Errorf("%q is too short to name an event or claim: give at least four digits", name)}
	}
	if strings.Trim(id, "0123456789abcdef") != "" {
		return chancery.Claim{}, usageError{fmt.Errorf("%q names no event or claim: their names are of the digits 0 to 9 and a to f", name)}
	}
	var found []chancery.Claim
	for held, err := range r.view.Claims(ctx, ledger.Filter{Prefix: id}) {
		if err != nil {
			return chancery.Claim{}, fmt.Errorf("looking for %s: %w", name, err)
		}
		found = append(found, held.Claim)
	}
	switch len(found) {
	case 0:
		return chancery.Claim{}, fmt.Errorf("event or claim %s: %w", name, ledger.ErrNotFound)
	case 1:
		return found[0], nil
	}
	return chancery.Claim{}, usageError{fmt.Errorf("%q names %d claims: give more digits", name, len(found))}
}

// event finds the event that a name of it, or of one of its claims, means, with
// all events of the same parties. Near-duplicate documents count as one voice.
func (r *record) event(ctx context.Context, name string) (chancery.Event, []chancery.Event, error) {
	claim, err := r.claim(ctx, name)
	if err != nil {
		return chancery.Event{}, nil, err
	}
	claims, err := r.claims(ctx, ledger.Filter{Parties: partiesOf(claim)})
	if err != nil {
		return chancery.Event{}, nil, err
	}
	events := r.fold(claims, nil)
	at := holding(events, claim.ID)
	if at < 0 {
		return chancery.Event{}, nil, fmt.Errorf("claim %s counts for nothing: %s", claim.ID, r.whyNot(claim))
	}
	sameText, err := r.sameText(ctx, events[at:at+1])
	if err != nil {
		return chancery.Event{}, nil, err
	}
	if len(sameText) > 0 {
		events = r.fold(claims, sameText)
		at = holding(events, claim.ID)
	}
	return events[at], events, nil
}

// partiesOf is the two parties by which the claim's event is found: the first
// of each side.
func partiesOf(claim chancery.Claim) []string {
	var out []string
	for _, side := range [][]string{claim.Actor, claim.Recipient} {
		if len(side) > 0 {
			out = append(out, side[0])
		}
	}
	return out
}

func holding(events []chancery.Event, claim string) int {
	return slices.IndexFunc(events, func(e chancery.Event) bool { return slices.Contains(e.ClaimIDs(), claim) })
}

// whyNot says why a claim is in no event.
func (r *record) whyNot(claim chancery.Claim) string {
	for _, j := range slices.Backward(fold.InForce(r.judgements)) {
		if j.Kind == chancery.JudgeReject && slices.Contains(j.Claims, claim.ID) {
			return fmt.Sprintf("rejected by %s (%s)%s", j.Author, j.ID, reasonText(j.Reason))
		}
	}
	return "it was not reported by the day asked about"
}

func reasonText(reason string) string {
	if reason == "" {
		return ""
	}
	return ": " + reason
}
