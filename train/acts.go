package train

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"chancery"
)

// ActRecord is one act in the form of the gold files.
type ActRecord struct {
	ID           string          `json:"id"`
	Type         string          `json:"type"`
	Act          string          `json:"act"`
	Actor        []string        `json:"actor"`
	Recipient    []string        `json:"recipient"`
	Status       chancery.Status `json:"status"`
	Date         chancery.Date   `json:"date"`
	Effective    chancery.Date   `json:"effective"`
	Count        *chancery.Count `json:"count"`
	Object       string          `json:"object"`
	SaidBy       string          `json:"said_by"`
	InResponseTo string          `json:"in_response_to"`
	Evidence     string          `json:"evidence"`
	// Confidence is the program's own, 0 for gold.
	Confidence float64 `json:"confidence"`
}

// GoldActs reads the "events" of a gold article.
func GoldActs(raw json.RawMessage) ([]ActRecord, error) {
	var records []ActRecord
	if err := json.Unmarshal(raw, &records); err != nil {
		return nil, fmt.Errorf("reading gold acts: %w", err)
	}
	return records, nil
}

// RecordOf is a claim in the form of the gold files.
func RecordOf(claim chancery.Claim) ActRecord {
	record := ActRecord{
		ID: claim.Local, Type: claim.Type, Act: claim.Act, Actor: claim.Actor, Recipient: claim.Recipient, Status: claim.Status,
		Date: claim.Date, Effective: claim.Effective, Count: claim.Count, SaidBy: claim.SaidBy, InResponseTo: claim.InResponseTo,
		Evidence: claim.Evidence, Confidence: claim.Confidence,
	}
	if claim.Object != nil {
		record.Object = claim.Object.Text
	}
	return record
}

// ActScore tallies a comparison of acts with gold: a pair matches with the
// same act and with actors and recipients that each share at least half of
// their union (or are both empty), as in the gold's own score.py.
type ActScore struct {
	Articles int
	// Whole is act, actor and recipient; Either the same with the parties of
	// acts without a direction pooled; ActOnly the act alone.
	Whole, Either, ActOnly Tally
	ByAct                  map[string]*Tally
	Fields                 map[string]*FieldTally
	// Bins counts right and all found acts by tenth of their confidence.
	Bins [10]struct{ Right, Found int }
	// Errors lists what was missed and what was too much, a line each.
	Errors []string
}

// FieldTally counts a field's right values: over matched pairs, over those
// whose gold has a value, and the gold values in all.
type FieldTally struct{ Right, Pairs, RightTold, Told, Gold int }

// NewActScore is an empty score.
func NewActScore() *ActScore {
	return &ActScore{ByAct: map[string]*Tally{}, Fields: map[string]*FieldTally{}}
}

// Add compares the acts found in an article with its gold.
func (s *ActScore) Add(article string, gold, found []ActRecord) {
	s.Articles++
	pairs := align(gold, found, false)
	s.Whole.add(len(pairs), len(found), len(gold))
	s.Either.add(len(align(gold, found, true)), len(found), len(gold))
	counts := map[string][2]int{}
	for _, g := range gold {
		n := counts[g.Act]
		counts[g.Act] = [2]int{n[0] + 1, n[1]}
		for _, field := range actFields {
			if told(field, g) {
				s.field(field).Gold++
			}
		}
	}
	for _, f := range found {
		n := counts[f.Act]
		counts[f.Act] = [2]int{n[0], n[1] + 1}
	}
	for act, n := range counts {
		s.ActOnly.Right += min(n[0], n[1])
		s.tally(act).add(0, n[1], n[0])
	}
	s.ActOnly.add(0, len(found), len(gold))
	s.pairs(article, gold, found, pairs)
}

func (s *ActScore) pairs(article string, gold, found []ActRecord, pairs [][2]int) {
	pairOf := map[int]int{}
	matched := make([]bool, len(found))
	for _, p := range pairs {
		pairOf[p[0]] = p[1]
		matched[p[1]] = true
		s.tally(gold[p[0]].Act).Right++
		for _, field := range actFields {
			row := s.field(field)
			right := sameField(field, gold, found, p, pairOf, pairs)
			row.Pairs++
			has := told(field, gold[p[0]])
			if has {
				row.Told++
			}
			if right {
				row.Right++
				if has {
					row.RightTold++
				}
			}
		}
	}
	for i, g := range gold {
		if _, found := pairOf[i]; !found {
			s.Errors = append(s.Errors, errorLine("missed", article, g))
		}
	}
	for j, f := range found {
		bin := min(int(f.Confidence*10), 9)
		s.Bins[bin].Found++
		if matched[j] {
			s.Bins[bin].Right++
		} else {
			s.Errors = append(s.Errors, errorLine("extra", article, f))
		}
	}
}

func errorLine(kind, article string, r ActRecord) string {
	return fmt.Sprintf("%-6s %s %s %s>%s [%s] %s", kind, article, r.Act, strings.Join(r.Actor, ","), strings.Join(r.Recipient, ","), r.Date, r.Evidence)
}

func (t *Tally) add(right, found, gold int) {
	t.Right += right
	t.Found += found
	t.Gold += gold
}

func (s *ActScore) tally(act string) *Tally {
	if s.ByAct[act] == nil {
		s.ByAct[act] = &Tally{}
	}
	return s.ByAct[act]
}

func (s *ActScore) field(name string) *FieldTally {
	if s.Fields[name] == nil {
		s.Fields[name] = &FieldTally{}
	}
	return s.Fields[name]
}

var actFields = []string{"type", "status", "date", "effective", "count", "said_by", "in_response_to"}

// ActFields lists the fields that are scored, in the order of the gold's scorer.
func ActFields() []string { return slices.Clone(actFields) }

func told(field string, r ActRecord) bool {
	switch field {
	case "date":
		return !r.Date.IsZero()
	case "effective":
		return !r.Effective.IsZero()
	case "count":
		return r.Count != nil
	case "said_by":
		return len(nameWords(r.SaidBy)) > 0
	case "in_response_to":
		return r.InResponseTo != ""
	}
	return true
}

func sameField(field string, gold, found []ActRecord, p [2]int, pairOf map[int]int, pairs [][2]int) bool {
	g, f := gold[p[0]], found[p[1]]
	switch field {
	case "type":
		return strings.EqualFold(g.Type, f.Type)
	case "status":
		return g.Status == f.Status
	case "date":
		return g.Date == f.Date
	case "effective":
		return g.Effective == f.Effective
	case "count":
		return sameCount(g.Count, f.Count)
	case "said_by":
		return sameName(g.SaidBy, f.SaidBy)
	}
	return sameAnswer(gold, found, g.InResponseTo, f.InResponseTo, pairs)
}

func sameCount(a, b *chancery.Count) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.N == b.N
}

func sameAnswer(gold, found []ActRecord, goldID, foundID string, pairs [][2]int) bool {
	if goldID == "" || foundID == "" {
		return goldID == foundID
	}
	x := slices.IndexFunc(gold, func(r ActRecord) bool { return r.ID == goldID })
	y := slices.IndexFunc(found, func(r ActRecord) bool { return r.ID == foundID })
	return x >= 0 && y >= 0 && (slices.Contains(pairs, [2]int{x, y}) || matches(gold[x], found[y], false))
}

// nameWords are the lower-case words of a name without marks over letters.
func nameWords(text string) []string {
	var plain strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if r < unicode.MaxASCII {
			plain.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.FieldsFunc(plain.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

var titleWords = strings.Fields("the a an of and mr mrs ms dr sir president prime minister foreign secretary general spokesman spokeswoman spokesperson state department ministry official officials us u s ambassador envoy senior")

// sameName is true for names of which one holds all words of the other, or
// that share a word which is no title.
func sameName(gold, found string) bool {
	a, b := nameWords(gold), nameWords(found)
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	if len(b) > 8 {
		return false
	}
	if within(a, b) || within(b, a) {
		return true
	}
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) && !slices.Contains(titleWords, w) })
}

func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}
