package ledger

import (
	"context"
	"fmt"
	"iter"
	"time"

	"chancery"
)

// View is what the ledger held at one known time. It can only be read.
type View struct {
	store Store
	known time.Time
}

// Known is the instant of the view: AsOf with it gives the same view again,
// whatever is recorded later. For an empty ledger it is the start of 1970.
func (v *View) Known() time.Time { return v.known }

// Claims yields the claims that stand: those of the latest reading of each
// document, without what is retracted. Judgements are not applied to them.
func (v *View) Claims(ctx context.Context, filter Filter) iter.Seq2[Held, error] {
	return v.store.Claims(ctx, v.known, filter)
}

// Claim finds a standing claim by its id; ErrNotFound.
func (v *View) Claim(ctx context.Context, id string) (Held, error) {
	for held, err := range v.store.Claims(ctx, v.known, Filter{Claims: []string{id}, Limit: 1}) {
		return held, err
	}
	return Held{}, fmt.Errorf("claim %s: %w", id, ErrNotFound)
}

// Document finds a standing document by its hash; ErrNotFound.
func (v *View) Document(ctx context.Context, hash string) (chancery.Document, error) {
	found, err := v.store.Documents(ctx, v.known, []string{hash})
	if err != nil {
		return chancery.Document{}, err
	}
	if len(found) == 0 {
		return chancery.Document{}, fmt.Errorf("document %s: %w", hash, ErrNotFound)
	}
	return found[0], nil
}

// Documents gives the standing documents with these hashes, in their order;
// those not held are left out.
func (v *View) Documents(ctx context.Context, hashes []string) ([]chancery.Document, error) {
	return v.store.Documents(ctx, v.known, hashes)
}

// Entries yields the book itself up to the view's known time, retracted and
// superseded entries included, in the order of recording; of the given kinds,
// or all.
func (v *View) Entries(ctx context.Context, kinds ...Kind) iter.Seq2[Entry, error] {
	return v.store.Entries(ctx, v.known, kinds...)
}

// Judgements gives, in the order of recording, the judgements in force: not
// those undone, nor the undoing ones.
func (v *View) Judgements(ctx context.Context) ([]chancery.Judgement, error) {
	undone := map[string]bool{}
	var all, standing []chancery.Judgement
	for entry, err := range v.store.Entries(ctx, v.known, KindJudgement) {
		if err != nil {
			return nil, err
		}
		all = append(all, *entry.Judgement)
		undone[entry.Judgement.Undoes] = true
	}
	for _, judgement := range all {
		if judgement.Kind != chancery.JudgeUndo && !undone[judgement.ID] {
			standing = append(standing, judgement)
		}
	}
	return standing, nil
}

// Retractions gives, in the order of recording, the retractions in force.
func (v *View) Retractions(ctx context.Context) ([]Retraction, error) {
	undone := map[string]bool{}
	var all, standing []Retraction
	for entry, err := range v.store.Entries(ctx, v.known, KindJudgement, KindRetraction) {
		switch {
		case err != nil:
			return nil, err
		case entry.Judgement != nil:
			undone[entry.Judgement.Undoes] = true
		default:
			all = append(all, *entry.Retraction)
		}
	}
	for _, retraction := range all {
		if !undone[retraction.ID] {
			standing = append(standing, retraction)
		}
	}
	return standing, nil
}

// Search yields standing documents and claims whose words match, documents
// first, the latest recorded of each first.
func (v *View) Search(ctx context.Context, query Query) iter.Seq2[Hit, error] {
	return v.store.Search(ctx, v.known, query)
}
