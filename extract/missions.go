package extract

import (
	"chancery"
	"chancery/ontology"
)

// otherMissions are copies of a candidate for the further missions that its
// object names ("the work of its embassy and of its consulate").
func (v *view) otherMissions(c *candidate) []*candidate {
	switch c.act.Effect {
	case "mission-closed", "mission-suspended", "mission-operating":
	default:
		return nil
	}
	if c.object < 0 || c.partial {
		return nil
	}
	t := c.s.tree
	var out []*candidate
	first := c.object
	seen := map[string]bool{}
	for k := t.Left[c.object]; k <= t.Right[c.object] && k < t.Left[c.object]+60; k++ {
		m := c.s.mentions[k]
		if m < 0 || v.Mentions[m].Kind != chancery.MentionMission || v.Mentions[m].Head != k {
			continue
		}
		if t.Penn[k] == "NNS" || t.Penn[k] == "NNPS" {
			return nil // "embassies and consulates" are one lot
		}
		key := v.missionKey(&v.Mentions[m])
		if seen[key] {
			continue
		}
		seen[key] = true
		if len(seen) == 1 {
			first = k
			continue
		}
		c.object = first
		twin := *c
		twin.object = k
		out = append(out, &twin)
	}
	return out
}

// missionKey tells one mission of a text from another: its known id, else its
// kind; empty for a mission whose kind the words do not tell.
func (v *view) missionKey(m *chancery.Mention) string {
	if m.Mission != "" {
		return m.Mission
	}
	kind, _, _ := ontology.MissionKind(m.Of(v.Document.Text))
	if kind == ontology.MissionGeneric || kind == "mission" {
		return ""
	}
	return string(kind)
}

// mutualMeasures are the two measures that "A and B recalled their ambassadors"
// or "expelled each other's envoys" tells: each against the other. c becomes
// the first of them.
func (v *view) mutualMeasures(c *candidate) []*candidate {
	if len(c.recipients) > 0 || c.left != "" || !c.eachOthers() {
		return nil
	}
	both := c.actors
	twin := *c
	for _, p := range both {
		if p.code == both[0].code {
			continue
		}
		twin.actors, twin.recipients, twin.partial = []party{p}, both[:1], false
		c.actors, c.recipients, c.partial = both[:1], []party{p}, false
		return []*candidate{&twin}
	}
	return nil
}

// eachOthers reports whether two parties take a measure on "their" or "each
// other's" people or missions.
func (c *candidate) eachOthers() bool {
	if c.act.Type != "SANCTION" || c.act.Either || len(codes(c.actors)) != 2 || c.match.Clause.Object < 0 {
		return false
	}
	poss := c.s.tree.Child(c.match.Clause.Object, "nmod:poss")
	return poss >= 0 && (c.s.tree.Words[poss] == "their" || c.s.tree.Lemmas[poss] == "other")
}
