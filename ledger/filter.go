package ledger

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"chancery"
)

// Filter chooses claims and their order. The zero Filter is every standing
// claim, by day.
type Filter struct {
	// Parties must all take part: as actor, as recipient, or as sender or host
	// of the mission that the act is about.
	Parties []string
	// Actors and Recipients: at least one of each list takes that part.
	Actors, Recipients []string
	// Acts, Types (PLOVER) and Statuses: one of them; empty for any.
	Acts, Types []string
	Statuses    []chancery.Status
	// From and To bound Day(claim), both included; zero for no bound. A From of
	// month or year grain is its first day, a To its last.
	From, To chancery.Date
	// Lasting are acts that pass whatever their day: From and To bound the others.
	Lasting []string
	// EffectiveFrom and EffectiveTo bound the first day of Effective in the same
	// way; claims that tell none do not pass.
	EffectiveFrom, EffectiveTo chancery.Date
	// Reported keeps what was published by then; claims of documents that tell
	// no day do not pass.
	Reported chancery.Date
	// MinScore and MaxScore bound the PLOVER score, both included.
	MinScore, MaxScore *float64
	// MinConfidence is the least confidence.
	MinConfidence float64
	// States keeps the claims of which Claim.InScope holds.
	States bool
	// Documents are hashes of documents, Claims ids of claims, Objects ids of
	// missions, bodies or treaties: one of each list.
	Documents, Claims, Objects []string
	// Prefix is how the claim's id begins, in hexadecimal digits.
	Prefix string
	// Latest turns the order round: the last day first.
	Latest bool
	// Lean lets a store leave Held.Reading and the claim's model empty where that
	// is quicker.
	Lean bool
	// After is where the last page ended; Limit is the length of a page, 0 for all.
	After *Cursor
	Limit int
}

// Cursor is a place in the order of claims: by day, then by place in the book.
type Cursor struct {
	Day string `json:"day"`
	Seq int64  `json:"seq"`
}

func (c Cursor) compare(d Cursor) int {
	return cmp.Or(cmp.Compare(c.Day, d.Day), cmp.Compare(c.Seq, d.Seq))
}

// Held is a claim as a view holds it.
type Held struct {
	// Seq is its place in the book, Known when it was first recorded.
	Seq   int64
	Known time.Time
	// Reading is the id of the standing reading that it belongs to.
	Reading string
	// Claim has the model of that reading.
	Claim chancery.Claim
}

// Cursor is the claim's place in the order of claims.
func (h Held) Cursor() Cursor { return Cursor{Day(h.Claim), h.Seq} }

// Day is the day, as YYYY-MM-DD, by which a claim is ordered and bounded: the
// first day of its date, else of Effective, else of publication, else "".
func Day(c chancery.Claim) string {
	for _, date := range []chancery.Date{c.Date, c.Effective, c.Published} {
		if !date.IsZero() {
			return date.First().String()
		}
	}
	return ""
}

// Part tells as what a party takes part in a claim; parts are added.
type Part int

// The parts.
const (
	PartActor     Part = 1
	PartRecipient Part = 2
	PartObject    Part = 4 // sender or host of the mission that the act is about
)

// Parties gives every party of a claim with its parts.
func Parties(c chancery.Claim) map[string]Part {
	parties := map[string]Part{}
	for _, code := range c.Actor {
		parties[code] |= PartActor
	}
	for _, code := range c.Recipient {
		parties[code] |= PartRecipient
	}
	if c.Object != nil {
		for _, code := range []string{c.Object.Sender, c.Object.Host} {
			if code != "" {
				parties[code] |= PartObject
			}
		}
	}
	return parties
}

// Matches reports whether the claim passes the filter; order and page aside.
// It is what every Store must agree with.
func (f Filter) Matches(c chancery.Claim) bool {
	return f.matchesParties(c) && f.matchesDates(c) && f.matchesFigures(c) &&
		oneOf(f.Acts, c.Act) && oneOf(f.Types, c.Type) && oneOf(f.Statuses, c.Status) &&
		oneOf(f.Documents, c.Document) && oneOf(f.Claims, c.ID) && strings.HasPrefix(c.ID, f.Prefix) &&
		(len(f.Objects) == 0 || c.Object != nil && c.Object.ID != "" && slices.Contains(f.Objects, c.Object.ID))
}

func (f Filter) matchesParties(c chancery.Claim) bool {
	parties := Parties(c)
	for _, code := range f.Parties {
		if parties[code] == 0 {
			return false
		}
	}
	takes := func(codes []string, part Part) bool {
		return len(codes) == 0 || slices.ContainsFunc(codes, func(code string) bool { return parties[code]&part != 0 })
	}
	return takes(f.Actors, PartActor) && takes(f.Recipients, PartRecipient)
}

func (f Filter) matchesDates(c chancery.Claim) bool {
	if !within(Day(c), f.From, f.To) && !slices.Contains(f.Lasting, c.Act) {
		return false
	}
	if (!f.EffectiveFrom.IsZero() || !f.EffectiveTo.IsZero()) && !within(c.Effective.First().String(), f.EffectiveFrom, f.EffectiveTo) {
		return false
	}
	return f.Reported.IsZero() || within(c.Published.First().String(), chancery.Date{}, f.Reported)
}

// within reports whether the day lies in the bounds; no day lies in a bound.
func within(day string, from, to chancery.Date) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	return day != "" && day >= from.First().String() && (to.IsZero() || day <= to.Last().String())
}

func (f Filter) matchesFigures(c chancery.Claim) bool {
	return (f.MinScore == nil || c.Score >= *f.MinScore) && (f.MaxScore == nil || c.Score <= *f.MaxScore) &&
		c.Confidence >= f.MinConfidence && (!f.States || c.InScope())
}

func oneOf[T comparable](list []T, value T) bool {
	return len(list) == 0 || slices.Contains(list, value)
}

// Query is a search for words.
type Query struct {
	// Words are looked for in titles, texts and evidence: all of them must
	// stand there, in any order; "words in quotation marks" stand together.
	// English endings and case make no difference.
	Words string
	// Kinds are KindDocument, KindClaim or both (when empty).
	Kinds []Kind
	// Reported keeps what was published by then.
	Reported chancery.Date
	// Among narrows the claims that are hits; its order and page do not count.
	Among Filter
	// Limit is the most hits for each kind; 0 is 50.
	Limit int
}

// Hit is a document or a claim that a search found.
type Hit struct {
	// Claim is nil where the document itself is the hit.
	Claim    *Held
	Document chancery.Document
}
