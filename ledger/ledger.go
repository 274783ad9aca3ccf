package ledger

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"chancery"
)

// Ledger is the book with a pen: what it writes is never unwritten.
type Ledger struct {
	store Store
	clock Clock
}

// New opens the book that a store keeps. The clock (time.Now) gives known times.
func New(store Store, clock Clock) *Ledger { return &Ledger{store, clock} }

// Close closes the store.
func (l *Ledger) Close() error { return l.store.Close() }

// Store is where the entries are kept, for upkeep.
func (l *Ledger) Store() Store { return l.store }

// AsOf is the view of what the ledger held at the known time; the zero time is
// now. An instant later than the last entry becomes that entry's, so that
// View.Known names an answer that will not change.
func (l *Ledger) AsOf(ctx context.Context, known time.Time) (*View, error) {
	last, err := l.store.Last(ctx)
	if err != nil {
		return nil, err
	}
	if last.IsZero() { // an empty book: before everything, not "now"
		last = time.Unix(0, 0)
	}
	if known.IsZero() || known.After(last) {
		known = last
	}
	return &View{l.store, known.UTC().Truncate(time.Microsecond)}, nil
}

// Record enters documents with what was read in them, all or none, and tells
// what was new. Claims are sealed with document, day and id where the reading
// left that out; ErrInvalid when they contradict the document.
func (l *Ledger) Record(ctx context.Context, readings ...chancery.Reading) (Receipt, error) {
	var entries []Entry
	for _, reading := range readings {
		more, err := entriesOf(reading)
		if err != nil {
			return Receipt{}, fmt.Errorf("recording %s: %w", reading.Document.ID, err)
		}
		entries = append(entries, more...)
	}
	return l.store.Append(ctx, entries, l.clock)
}

// Fit reports why a reading cannot be recorded, with ErrInvalid; nil when it can.
func Fit(reading chancery.Reading) error {
	_, err := entriesOf(reading)
	return err
}

// entriesOf lays a reading out as entries: the document, its claims, the reading.
func entriesOf(reading chancery.Reading) ([]Entry, error) {
	doc := reading.Document
	hash := doc.Hash()
	for _, part := range []string{doc.ID, doc.Title, doc.Publisher, doc.URL, doc.Text, reading.Model} {
		if !utf8.ValidString(part) || strings.ContainsRune(part, 0) {
			return nil, fmt.Errorf("a text is not valid UTF-8 or holds a zero byte: %w", ErrInvalid)
		}
	}
	entry := Reading{Document: hash, Model: reading.Model, Notes: reading.Notes, Claims: []string{}}
	entries := []Entry{{Document: &doc, key: hash}}
	seen := map[string]bool{}
	for _, claim := range reading.Claims {
		if claim.Document != "" && claim.Document != hash {
			return nil, fmt.Errorf("claim %s is of document %s: %w", claim.Local, claim.Document, ErrInvalid)
		}
		claim.Document, claim.Published, claim.Model, claim.Signs = hash, doc.Published, "", nil // the model is the reading's, the signs are not kept
		if err := fitClaim(claim); err != nil {
			return nil, err
		}
		claim.ID = claim.ContentID()
		if seen[claim.ID] {
			continue
		}
		seen[claim.ID] = true
		told := Entry{Claim: &claim}.Encoded()
		entry.Claims = append(entry.Claims, told.key)
		entries = append(entries, told)
	}
	entry.ID = entry.ContentID()
	return append(entries, Entry{Reading: &entry}), nil
}

// fitClaim reports what no store could keep or no filter find.
func fitClaim(claim chancery.Claim) error {
	for _, figure := range []float64{claim.Score, claim.Confidence} {
		if math.IsNaN(figure) || math.IsInf(figure, 0) {
			return fmt.Errorf("claim %s has a figure that is no number: %w", claim.Local, ErrInvalid)
		}
	}
	codes := slices.Concat(claim.Actor, claim.Recipient, []string{claim.Act, claim.Type, string(claim.Status)})
	if claim.Object != nil {
		codes = append(codes, claim.Object.ID, claim.Object.Sender, claim.Object.Host)
	}
	for _, code := range codes {
		if !utf8.ValidString(code) || strings.ContainsRune(code, 0) {
			return fmt.Errorf("claim %s has a code that is not valid UTF-8 or holds a zero byte: %w", claim.Local, ErrInvalid)
		}
	}
	return nil
}

// Judge enters what a person decided. ID and At are filled in where empty. The
// claims named, and what is undone, must be in the ledger (ErrNotFound); an
// undoing judgement cannot be undone: judge again (ErrInvalid).
func (l *Ledger) Judge(ctx context.Context, judgement chancery.Judgement) (chancery.Judgement, error) {
	if judgement.At.IsZero() {
		judgement.At = l.clock()
	}
	judgement.At = judgement.At.UTC().Truncate(time.Microsecond)
	if err := validJudgement(judgement); err != nil {
		return judgement, err
	}
	if judgement.ID == "" {
		judgement.ID = judgement.ContentID()
	}
	view, err := l.AsOf(ctx, time.Time{})
	if err != nil {
		return judgement, err
	}
	if err := view.holdsAll(ctx, judgement); err != nil {
		return judgement, err
	}
	_, err = l.store.Append(ctx, []Entry{{Judgement: &judgement}}, l.clock)
	return judgement, err
}

// validJudgement reports what a judgement lacks for its kind.
func validJudgement(j chancery.Judgement) error {
	lacks := ""
	switch j.Kind {
	case chancery.JudgeAccept, chancery.JudgeReject, chancery.JudgeSplit:
		if len(j.Claims) == 0 {
			lacks = "a claim"
		}
	case chancery.JudgeMerge:
		if len(j.Claims) < 2 {
			lacks = "two claims"
		}
	case chancery.JudgeCorrect:
		if len(j.Claims) == 0 || j.Field == "" {
			lacks = "a claim and a field"
		}
	case chancery.JudgeSamePerson, chancery.JudgeDifferentPerson:
		if len(j.Names) < 2 {
			lacks = "two names"
		}
	case chancery.JudgeUndo:
		if j.Undoes == "" {
			lacks = "the id of what is undone"
		}
	default:
		return fmt.Errorf("a judgement of kind %q: %w", j.Kind, ErrInvalid)
	}
	if lacks == "" && strings.TrimSpace(j.Author) == "" {
		lacks = "an author"
	}
	if lacks != "" {
		return fmt.Errorf("a judgement of kind %s needs %s: %w", j.Kind, lacks, ErrInvalid)
	}
	return nil
}

// holdsAll reports what a judgement names that the ledger does not hold.
func (v *View) holdsAll(ctx context.Context, j chancery.Judgement) error {
	missing := map[string]bool{}
	for _, id := range j.Claims {
		missing[id] = true
	}
	if len(missing) > 0 {
		for held, err := range v.Claims(ctx, Filter{Claims: j.Claims}) {
			if err != nil {
				return err
			}
			delete(missing, held.Claim.ID)
		}
	}
	for _, id := range j.Claims {
		if missing[id] {
			return fmt.Errorf("claim %s: %w", id, ErrNotFound)
		}
	}
	if j.Kind != chancery.JudgeUndo {
		return nil
	}
	for entry, err := range v.Entries(ctx, KindJudgement, KindRetraction) {
		if err != nil {
			return err
		}
		if entry.Key() != j.Undoes {
			continue
		}
		if entry.Judgement != nil && entry.Judgement.Kind == chancery.JudgeUndo {
			return fmt.Errorf("%s itself undoes something; judge again instead: %w", j.Undoes, ErrInvalid)
		}
		return nil
	}
	return fmt.Errorf("judgement %s: %w", j.Undoes, ErrNotFound)
}

// Retract withdraws what the ledger holds. ID and At are filled in where
// empty; ErrNotFound for a target that it does not hold.
func (l *Ledger) Retract(ctx context.Context, r Retraction) (Retraction, error) {
	if r.At.IsZero() {
		r.At = l.clock()
	}
	r.At = r.At.UTC().Truncate(time.Microsecond)
	if strings.TrimSpace(r.Author) == "" || r.Target == "" {
		return r, fmt.Errorf("a retraction needs an author and a target: %w", ErrInvalid)
	}
	if r.ID == "" {
		r.ID = r.ContentID()
	}
	view, err := l.AsOf(ctx, time.Time{})
	if err != nil {
		return r, err
	}
	if err := view.holdsTarget(ctx, r); err != nil {
		return r, err
	}
	_, err = l.store.Append(ctx, []Entry{{Retraction: &r}}, l.clock)
	return r, err
}

// holdsTarget reports a target that the view does not show.
func (v *View) holdsTarget(ctx context.Context, r Retraction) error {
	switch r.What {
	case KindDocument:
		_, err := v.Document(ctx, r.Target)
		return err
	case KindClaim:
		_, err := v.Claim(ctx, r.Target)
		return err
	case KindReading:
		for entry, err := range v.Entries(ctx, KindReading) {
			if err != nil {
				return err
			}
			if entry.Reading.ID == r.Target {
				return nil
			}
		}
		return fmt.Errorf("reading %s: %w", r.Target, ErrNotFound)
	}
	return fmt.Errorf("what is retracted is %q, none of document, reading, claim: %w", r.What, ErrInvalid)
}
