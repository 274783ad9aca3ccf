package extract

import (
	"slices"

	"chancery"
)

// sidesByActs is the two whom "both sides" and "the two neighbours" mean where
// an earlier stage took the two states named last: the pair between which most
// acts were told, where no other pair comes near and the sentence itself or the
// subject before it names no two.
func (v *view) sidesByActs(s *sentence, m int) []party {
	mention := &v.Mentions[m]
	if mention.Rule != "last-two" || len(mention.Parties) != 2 || v.toldTogether(s, mention) {
		return nil
	}
	pairs := v.actPairs(v.doerOver(s, mention))
	if len(pairs) == 0 || pairs[0].acts < leastPairActs || len(pairs) > 1 && pairs[0].acts < 2*pairs[1].acts {
		return nil
	}
	out := slices.Clone(pairs[0].sides[:])
	for i := range out {
		out[i].mention = m
	}
	return out
}

// leastPairActs is how many acts two parties need between them to be the two
// whom a text is about.
const leastPairActs = 2

type actPair struct {
	sides [2]party
	acts  int
}

// actPairs counts the acts told so far between two states each, most first;
// pairs with one of others are left out.
func (v *view) actPairs(others []party) []actPair {
	var out []actPair
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct; n-- {
		d := v.told[n]
		all := append(slices.Clone(d.actors), d.recipients...)
		sides := codes(all)
		if d.partial || len(sides) != 2 || overlap(all, others) {
			continue
		}
		var pair [2]party
		for _, p := range all {
			if !stateLike(p.kind) || p.kind == chancery.PartyIGO || !chancery.OfficialSector(p.sector) {
				sides = nil
			}
			if p.code == all[0].code {
				pair[0] = p
			} else {
				pair[1] = p
			}
		}
		if sides == nil {
			continue
		}
		at := slices.IndexFunc(out, func(row actPair) bool { return overlap(pair[:1], row.sides[:]) && overlap(pair[1:], row.sides[:]) })
		if at < 0 {
			out, at = append(out, actPair{sides: pair}), len(out)
		}
		out[at].acts++
	}
	slices.SortStableFunc(out, func(a, b actPair) int { return b.acts - a.acts })
	return out
}

// toldTogether reports whether the two of a mention are coordinated in its own
// sentence or in the subject of the one before ("Peru and Chile met. The two").
func (v *view) toldTogether(s *sentence, mention *chancery.Mention) bool {
	for n := s.index; n >= 0 && n >= s.index-1; n-- {
		row, end := v.sentences[n], len(v.sentences[n].tokens)
		if n == s.index {
			end = mention.First
		}
		for k := 0; k < end; k++ {
			if row.tree.Rel(k) != "conj" || row.mentions[k] < 0 {
				continue
			}
			first := row.tree.FirstConjunct(k)
			if row.mentions[first] < 0 || n != s.index && row.tree.Rel(first) != "nsubj" {
				continue
			}
			both := append(slices.Clone(v.Mentions[row.mentions[first]].Parties), v.Mentions[row.mentions[k]].Parties...)
			if slices.Contains(both, mention.Parties[0]) && slices.Contains(both, mention.Parties[1]) {
				return true
			}
		}
	}
	return false
}

// doerOver is the subject of the verb to which a mention is the object or the
// one asked: who asks both sides is none of them.
func (v *view) doerOver(s *sentence, mention *chancery.Mention) []party {
	t := s.tree
	switch t.Rel(mention.Head) {
	case "obj", "iobj":
	case "obl":
		switch t.Preposition(mention.Head) {
		case "to", "on", "upon", "between":
		default:
			return nil
		}
	default:
		return nil
	}
	verb := t.Parent[mention.Head]
	if verb < 0 {
		return nil
	}
	subject := t.Clause(verb).Subject
	if subject < 0 || s.mentions[subject] < 0 {
		return nil
	}
	var out []party
	for _, code := range v.Mentions[s.mentions[subject]].Parties {
		out = append(out, party{code: code, mention: s.mentions[subject]})
	}
	return out
}
