package actor

import (
	"cmp"
	"slices"

	"chancery"
)

// pairBack is how many sentences back the two of "both sides" may be named;
// what is further back weighs nothing.
const pairBack = 30

// Weights of a mention for being one of two; each sentence further back takes
// a quarter away, down to pairFaded.
const (
	pairNamed   = 1.0
	pairSubject = 1.0 // more, when it heads a subject
	pairJoined  = 3.0 // more for each of "A and B"
	pairLeader  = 2.0 // more for offices and people, when leaders are meant
	pairFading  = 0.75
	pairFaded   = 0.3 // what is left of a mention far back: the text's main pair is in most of its sentences
)

// weighed is a state that may be one of two, with its last mention.
type weighed struct {
	code   string
	weight float64
	last   *found
}

// resolvePair reads "both sides" and "the two leaders": the two states that
// the sentences before speak of most, the nearer the more; subjects and the
// two of "A and B" count for more, and for leaders those whose people are
// named.
func (p *pass) resolvePair(m *found, mem *memory) {
	leaders := m.Kind == chancery.MentionOffice || p.words[m.Sentence][m.Head].key == "leaders" || p.words[m.Sentence][m.Head].key == "presidents"
	var list []*weighed
	var before *found
	candidates := p.pairCandidates(m, mem)
	asker := p.otherThan(m)
	for _, from := range candidates {
		if slices.Contains(asker, from.Party()) {
			continue
		}
		weight := pairNamed
		if p.isSubject(from) {
			weight += pairSubject
		}
		person := from.Kind == chancery.MentionOffice || from.Kind == chancery.MentionPerson
		if leaders && person {
			weight += pairLeader
		}
		joined := before != nil && before.Party() != from.Party() && (!leaders || person) && p.joined(before, from)
		if joined {
			weight += pairJoined
		}
		fading := 1.0
		for range m.Sentence - from.Sentence {
			fading *= pairFading
		}
		fading = max(fading, pairFaded)
		if joined {
			list = weigh(list, before, pairJoined*fading)
		}
		list = weigh(list, from, weight*fading)
		before = from
	}
	p.pairWith(m, mem, list)
}

// pairWith takes the two that weigh most; where the text has named one state
// so far, the next it names in the sentence is the other.
func (p *pass) pairWith(m *found, mem *memory, list []*weighed) {
	if len(list) < 2 {
		for later := range p.near(m.Sentence, m.First, m.End+blockTokens) {
			if later.First >= m.End && len(later.Parties) == 1 && oneState(later) {
				list = weigh(list, later, pairNamed)
			}
		}
	}
	if len(list) < 2 {
		return
	}
	slices.SortStableFunc(list, func(a, b *weighed) int { return cmp.Compare(b.weight, a.weight) })
	list = list[:2]
	slices.SortStableFunc(list, func(a, b *weighed) int { return cmp.Compare(a.last.Start, b.last.Start) })
	m.Parties, m.PartyKind, m.ante = []string{list[0].code, list[1].code}, chancery.PartyState, list[0].last
	m.Rule, m.Confidence = "two-most", 0.65
}

// weigh adds to the weight of the mention's state.
func weigh(list []*weighed, from *found, weight float64) []*weighed {
	for _, w := range list {
		if w.code == from.Party() {
			w.weight += weight
			w.last = from
			return list
		}
	}
	return append(list, &weighed{from.Party(), weight, from})
}

func oneState(m *found) bool {
	return len(m.Parties) == 1 && (m.PartyKind == chancery.PartyState || m.PartyKind == chancery.PartyTerritory)
}

// pairCandidates is every mention of one state, or of one state's people, in
// the sentences before, in text order.
func (p *pass) pairCandidates(m *found, mem *memory) []*found {
	var out []*found
	for _, list := range [...][]*found{mem.states, mem.offices, mem.persons} {
		for _, from := range list[max(0, len(list)-mostBack):] {
			if oneState(from) && !from.Plural && from.Start < m.Start && m.Sentence-from.Sentence <= pairBack && from.Rule != "scene" {
				out = append(out, from)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *found) int { return cmp.Compare(a.Start, b.Start) })
	return slices.Compact(out)
}

// joined reports whether two mentions are the two of "A and B" or "A-B".
func (p *pass) joined(a, b *found) bool {
	if a.Sentence != b.Sentence || b.First < a.End || b.First-a.End > 4 {
		return false
	}
	seen := false
	for _, w := range p.words[a.Sentence][a.End:b.First] {
		switch {
		case w.key == "and" || w.text == "-" || w.text == "–" || w.text == "/":
			seen = true
		case w.key == "the" || w.key == "his" || w.key == "her" || w.key == "its" || w.key == "s" || w.text == ",":
		default:
			return false
		}
	}
	return seen
}
