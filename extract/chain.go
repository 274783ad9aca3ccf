package extract

import (
	"slices"
	"strings"

	"chancery"
)

// placeChains gives a town or district the country that stands at the end of
// its chain of places ("Tahta, Baalbek, Lebanon"), where a table knew a
// namesake elsewhere.
func (v *view) placeChains() {
	var places []int // mentions of places in text order
	for i := range v.Mentions {
		if m := &v.Mentions[i]; m.Kind == chancery.MentionPlace && m.Sentence >= 0 && m.Sentence < len(v.sentences) {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int { return v.Mentions[a].Start - v.Mentions[b].Start })
	chained := false // whether the place behind stands in a chain that ends in a state
	for n := len(places) - 2; n >= 0; n-- {
		m, behind := &v.Mentions[places[n]], &v.Mentions[places[n+1]]
		ends := chained || isCountry(behind) || strings.Contains(behind.Place, ",")
		chained = false
		words := v.sentences[m.Sentence].tree.Words
		if behind.Sentence != m.Sentence || len(behind.Parties) != 1 || !ends || !v.chains(m, behind, words) {
			continue
		}
		if m.Metonym {
			continue // "Beijing, Moscow" stand for their governments
		}
		if isCountry(m) && !(m.Party() == "GEO" && behind.Party() == "USA" && m.First > 0 && words[m.First-1] == ",") {
			continue // a list of states; but "Savannah, Georgia, United States"
		}
		m.Parties, m.PartyKind = behind.Parties, behind.PartyKind
		chained = true
	}
}

// chains reports whether nothing but a comma stands between two places, or,
// behind a town whose own country the text does not name, the words of a list
// or of where it lies ("in Shebaa and Shaqra, in southern Lebanon").
func (v *view) chains(m, behind *chancery.Mention, words []string) bool {
	gap := words[m.End:max(m.End, behind.First)]
	switch {
	case len(gap) == 1 && gap[0] == ",":
		return true
	case len(gap) == 0 || len(gap) > 4 || m.Rule != "table:town":
		return false
	}
	for _, word := range gap {
		switch word {
		case ",", "and", "in", "the", "northern", "southern", "eastern", "western", "central":
		default:
			return false
		}
	}
	return !slices.ContainsFunc(v.Mentions, func(o chancery.Mention) bool { return isCountry(&o) && slices.Equal(o.Parties, m.Parties) })
}

// isCountry reports whether a place is a state by its own name.
func isCountry(m *chancery.Mention) bool { return strings.HasPrefix(m.Rule, "table:name") }

// hyphened is the other half of a pair of names before a noun ("US-Israel
// strikes", "Russia–Belarus drills"), nobody where k is no half of a pair.
func (v *view) hyphened(c *candidate, k int) []party {
	words := c.s.tree.Words
	for _, step := range []int{-2, 2} {
		other, dash := k+step, k+step/2
		if other >= 0 && other < c.anchor() && (words[dash] == "-" || words[dash] == "–") {
			if found := v.at(c.s, other); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}
