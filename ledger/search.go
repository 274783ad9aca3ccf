package ledger

import (
	"context"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode"

	"chancery"
)

// DefaultHits is how many hits of each kind a search gives when not told.
const DefaultHits = 50

// Phrases cuts a query into the phrases that must each stand in the text: a
// word is a phrase of one, words in quotation marks are one of several.
// Characters that are neither letter nor digit part words.
func (q Query) Phrases() [][]string {
	var phrases [][]string
	for i, piece := range strings.Split(strings.NewReplacer("“", `"`, "”", `"`).Replace(q.Words), `"`) {
		words := strings.FieldsFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if i%2 == 1 && len(words) > 0 {
			phrases = append(phrases, words)
			continue
		}
		for _, word := range words {
			phrases = append(phrases, []string{word})
		}
	}
	return phrases
}

// Wants reports whether hits of this kind are asked for.
func (q Query) Wants(kind Kind) bool { return len(q.Kinds) == 0 || slices.Contains(q.Kinds, kind) }

// Most is the most hits of each kind.
func (q Query) Most() int {
	if q.Limit <= 0 {
		return DefaultHits
	}
	return q.Limit
}

// Search implements Store with whole words, case folded, a final s aside.
func (m *Memory) Search(_ context.Context, known time.Time, query Query) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		phrases := query.Phrases()
		if len(phrases) == 0 {
			return
		}
		state := m.standing(known)
		byHash := map[string]chancery.Document{}
		var hits []Hit
		for _, document := range slices.Backward(state.documents) {
			byHash[document.Hash()] = document
			if query.Wants(KindDocument) && published(query, document.Published) && speaks(document.Title+" \n "+document.Text, phrases) && len(hits) < query.Most() {
				hits = append(hits, Hit{Document: document})
			}
		}
		slices.SortFunc(state.claims, func(a, b Held) int { return int(b.Seq - a.Seq) })
		ofClaims := 0
		for _, held := range state.claims {
			if query.Wants(KindClaim) && published(query, held.Claim.Published) && query.Among.Matches(held.Claim) && speaks(held.Claim.Evidence, phrases) && ofClaims < query.Most() {
				hits = append(hits, Hit{&held, byHash[held.Claim.Document]})
				ofClaims++
			}
		}
		for _, hit := range hits {
			if !yield(hit, nil) {
				return
			}
		}
	}
}

func published(query Query, day chancery.Date) bool {
	return query.Reported.IsZero() || within(day.First().String(), chancery.Date{}, query.Reported)
}

// speaks reports whether every phrase stands in the text.
func speaks(text string, phrases [][]string) bool {
	flat := " " + singular(text) + " "
	return !slices.ContainsFunc(phrases, func(words []string) bool {
		return !strings.Contains(flat, " "+singular(strings.Join(words, " "))+" ")
	})
}

// singular flattens a text and cuts a final s off its longer words.
func singular(text string) string {
	words := strings.Fields(Flatten(text))
	for i, word := range words {
		if len(word) > 3 {
			words[i] = strings.TrimSuffix(word, "s")
		}
	}
	return strings.Join(words, " ")
}

// Flatten is the text as a search sees it: words of letters and digits, in lower
// case, parted by single spaces.
func Flatten(text string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " "))
}
