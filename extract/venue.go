package extract

import (
	"slices"
	"strings"

	"chancery"
)

// dropVenues takes out of the recipients of an undertaking, a refusal or a pact
// the state of a town where something was agreed ("what was discussed in
// Geneva", "the Minsk talks"): nothing is promised to a place.
func (v *view) dropVenues(c *candidate) {
	switch c.act.Name {
	case "agree", "reject", "sign", "suspend-participation":
	default:
		return
	}
	c.recipients = slices.DeleteFunc(c.recipients, func(p party) bool {
		return p.mention >= 0 && v.venue(p.mention)
	})
}

// venue reports whether a mention names a town as the place of something: behind
// "in" or "at", or as the name of talks or of a paper.
func (v *view) venue(m int) bool {
	mention := &v.Mentions[m]
	if mention.Kind != chancery.MentionPlace || mention.Sentence < 0 || mention.Sentence >= len(v.sentences) || !v.town(mention) {
		return false
	}
	s := v.sentences[mention.Sentence]
	head := mention.Head
	if head < 0 || head >= len(s.tokens) {
		return false
	}
	switch s.tree.Preposition(head) {
	case "in", "at":
		return true
	}
	up := s.tree.Parent[head]
	if up < 0 || up < head {
		return false
	}
	classes := v.x.rules.Classes
	return classes.Word(s.tree, up, "talks") || classes.Word(s.tree, up, "treaties") || classes.Word(s.tree, up, "sessions")
}

// town reports whether a mention is the name of a town, not of a state.
func (v *view) town(m *chancery.Mention) bool {
	return strings.HasPrefix(m.Rule, "table:capital") || strings.HasPrefix(m.Rule, "table:town")
}

// dropVictims takes out of the recipients of a condemnation those who suffered
// the violence that is condemned, or in whose country it happened ("condemned
// the attack on the Kenyan mission in Mali"): nobody but its doer is meant.
func (v *view) dropVictims(c *candidate) {
	if c.act.Name != "condemn" {
		return
	}
	c.recipients = slices.DeleteFunc(c.recipients, func(p party) bool {
		return p.mention >= 0 && v.suffers(c, p.mention)
	})
}

// suffers reports whether a mention hangs on a noun of violence as its target or
// place.
func (v *view) suffers(c *candidate, m int) bool {
	mention := &v.Mentions[m]
	if mention.Sentence != c.s.index || mention.Head < 0 || mention.Head >= c.s.tree.Len() {
		return false
	}
	t, k, how := c.s.tree, mention.Head, ""
	for steps := 0; k >= 0 && steps < 6; steps++ {
		up := t.Parent[t.FirstConjunct(k)]
		if up < 0 || t.IsVerb(up) {
			return false
		}
		if word := t.Preposition(t.FirstConjunct(k)); how == "" {
			how = word
		}
		if v.x.rules.Classes.Word(t, up, "bloodshed") {
			switch how {
			case "on", "against", "at", "in", "near", "outside", "of", "inside", "upon":
				return true
			}
			return false
		}
		k = up
	}
	return false
}
