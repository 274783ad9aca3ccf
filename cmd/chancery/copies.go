package main

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"chancery"
	"chancery/fold"
)

// folded folds claims as judged, with near-duplicate documents as one voice:
// every list counts voices as an event's own page does.
func (r *record) folded(ctx context.Context, claims []chancery.Claim) ([]chancery.Event, error) {
	events := r.fold(claims, nil)
	sameText, err := r.sameText(ctx, events)
	if err != nil || len(sameText) == 0 {
		return events, err
	}
	return r.fold(claims, sameText), nil
}

// someTexts is how many documents are read at a time to be compared.
const someTexts = 500

// sameText finds the wire copies among the documents of those events that more
// than one voice tells.
func (r *record) sameText(ctx context.Context, events []chancery.Event) (map[string]string, error) {
	hashes := map[string]bool{}
	for _, e := range events {
		if e.Voices+e.Disputes < 2 {
			continue
		}
		for _, t := range e.Testimonies {
			hashes[t.Claim.Document] = true
		}
	}
	if len(hashes) < 2 {
		return nil, nil
	}
	var failed error
	same := fold.NearDuplicates(func(yield func(string, string) bool) {
		for some := range slices.Chunk(slices.Sorted(maps.Keys(hashes)), someTexts) {
			documents, err := r.view.Documents(ctx, some)
			if err != nil {
				failed = fmt.Errorf("reading the documents of the events: %w", err)
				return
			}
			for _, doc := range documents {
				if !yield(doc.Hash(), doc.Text) {
					return
				}
			}
		}
	})
	return same, failed
}
