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
