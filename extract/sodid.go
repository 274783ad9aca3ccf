package extract

import "chancery"

// alike is the act that somebody is said to have done too, where the verb is
// left out: "So did Chile", "…, as has Niger", "Togo did too", "Nor did Peru".
func (v *view) alike(s *sentence, i int) *candidate {
	t := s.tree
	who, ok := v.alsoDoer(s, i)
	if !ok || len(who) == 0 || !official(who) {
		return nil
	}
	model := v.lastActOfOthers(s, i, who)
	if model == nil {
		return nil
	}
	twin := *model
	twin.s, twin.actors, twin.more, twin.object, twin.filled, twin.elsewhere = s, who, nil, -1, filledRepeat, true
	twin.match.Anchor, twin.match.First, twin.match.Last, twin.match.Clause = i, i, i, t.Clause(i)
	twin.voice = v.voiceAt(s, i)
	twin.recipients = without(model.recipients, who)
	twin.confidence = 0.6
	if len(model.recipients) > 0 && len(twin.recipients) == 0 {
		return nil
	}
	return &twin
}

// alsoDoer is who did the same by auxiliary i, with those coordinated with him.
func (v *view) alsoDoer(s *sentence, i int) (who []party, ok bool) {
	t := s.tree
	switch t.Words[i] {
	case "did", "has", "have", "does", "do", "had", "will":
	default:
		return nil, false
	}
	if i > 0 && (t.Words[i-1] == "so" || t.Words[i-1] == "as") && i+1 < t.Len() {
		if i > 1 && t.Words[i-1] == "so" && t.Words[i-2] != "and" && t.Words[i-2] != "," && t.Words[i-2] != ";" {
			return nil, false
		}
		return v.nameAt(s, i+1)
	}
	if i+1 < t.Len() && i > 0 && (t.Words[i+1] == "too" || t.Words[i+1] == "likewise" || t.Words[i+1] == "also" && i+2 < t.Len() && t.Tags[i+2] == "PUNCT") {
		return v.named(s, i-1, true), true
	}
	return nil, false
}

// nameAt is the party that a name at token i gives, articles aside, where the
// sentence or clause ends behind it.
func (v *view) nameAt(s *sentence, i int) (who []party, ok bool) {
	t := s.tree
	for k := i; k < t.Len() && k < i+5; k++ {
		if found, _ := v.wholeName(s, k); len(found) > 0 {
			return append(found, without(v.listed(s, k), found)...), true
		}
		if found := v.named(s, k, true); len(found) > 0 && t.Tags[k] != "DET" {
			return found, true
		}
		if t.Tags[k] == "VERB" || t.Tags[k] == "PUNCT" {
			break
		}
	}
	return nil, false
}

// lastActOfOthers is the last act told before token i, in this sentence or the
// one before, by others than the actors.
func (v *view) lastActOfOthers(s *sentence, i int, actors []party) *candidate {
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct; n-- {
		d := v.told[n]
		if s.index-d.s.index > 1 {
			return nil
		}
		if d.s == s && d.anchor() >= i || d.partial || d.left != "" || d.status == chancery.StatusDenied || d.match.Clause.Nominal {
			continue
		}
		if !overlap(d.actors, actors) && len(d.actors) > 0 && !d.act.Either {
			return d
		}
	}
	return nil
}

// furtherAddressees are the others of whom a demand asks something of their
// own: "calls on Peru to open its books and on Bolivia to withdraw its claim".
func (v *view) furtherAddressees(c *candidate) []*candidate {
	if c.act.Type != "REQUEST" || c.partial || c.left != "" || c.match.Clause.Nominal {
		return nil
	}
	t := c.s.tree
	var out []*candidate
	for k := c.anchor() + 3; k+3 < t.Len() && k < c.anchor()+mostBehind && len(out) < mostListed; k++ {
		if t.Words[k] != "and" {
			continue
		}
		at := k + 1
		if t.Words[at] == "on" || t.Words[at] == "upon" {
			at++
		}
		if t.Words[at] == "the" {
			at++
		}
		who, end := v.wholeName(c.s, at)
		if len(who) == 0 || end+1 >= t.Len() || t.Words[end] != "to" || t.Penn[end+1] != "VB" || overlap(who, c.actors) || overlap(who, c.recipients) {
			continue
		}
		twin := *c
		twin.recipients, twin.object, twin.confidence = who, -1, 0.6
		twin.match.Anchor, twin.match.First, twin.match.Last = at, at, at
		twin.match.Clause = t.Clause(at)
		out = append(out, &twin)
	}
	return out
}
