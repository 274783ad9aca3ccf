package extract

import (
	"slices"

	"chancery"
)

// echoes are the acts that a sentence tells only by pointing at one told
// before: "Canada followed suit", "Oslo did the same", "Peru took similar
// measures", and the members of a list that leave the verb out ("Poland
// expelled four, Lithuania three").
func (v *view) echoes(s *sentence, found []*candidate) []*candidate {
	var out []*candidate
	for i := range s.tokens {
		if slices.ContainsFunc(found, func(c *candidate) bool { return c.anchor() == i && !c.partial }) {
			continue
		}
		if d := v.followed(s, i); d != nil {
			out = append(out, d)
		} else if d := v.soDid(s, i); d != nil {
			out = append(out, d)
		} else if d := v.alike(s, i); d != nil {
			out = append(out, d)
		} else if d := v.yesNo(s, i); d != nil {
			out = append(out, d)
		}
	}
	for _, c := range found {
		out = append(out, v.gapped(c)...)
		out = append(out, v.furtherAddressees(c)...)
	}
	return out
}

// followed is the act that verb i says its subject did after others, nil for none.
func (v *view) followed(s *sentence, i int) *candidate {
	t, classes := s.tree, v.x.rules.Classes
	if t.Tags[i] != "VERB" || !v.pointsAtDeed(s, i) {
		return nil
	}
	actors := v.named(s, t.Clause(i).Subject, true)
	if len(actors) == 0 || !official(actors) || classes.Word(t, i, "saying") {
		return nil
	}
	model := v.lastMeasure(s, i, actors)
	if model == nil {
		return nil
	}
	twin := *model
	twin.s, twin.actors, twin.more, twin.object, twin.filled = s, actors, nil, -1, filledRepeat
	twin.match.Anchor, twin.match.First, twin.match.Last, twin.match.Clause = i, i, i, t.Clause(i)
	twin.voice = v.voiceAt(s, i)
	twin.recipients = without(model.recipients, actors)
	twin.confidence = 0.6
	v.settleStatus(&twin, "")
	if twin.left != "" || len(twin.recipients) == 0 {
		return nil
	}
	return &twin
}

// soDid reads "so did NAME" and "so have NAME and NAME" at token i: the last act
// before it by others, speech too.
func (v *view) soDid(s *sentence, i int) *candidate {
	t := s.tree
	if t.Words[i] != "so" || i+2 >= t.Len() || i > 0 && t.Tags[i-1] != "PUNCT" && t.Words[i-1] != "and" {
		return nil
	}
	switch t.Words[i+1] {
	case "did", "has", "have", "had", "does", "do", "will", "is", "are":
	default:
		return nil
	}
	k := i + 2
	if t.Words[k] == "the" && k+1 < t.Len() {
		k++
	}
	actors, end := v.wholeName(s, k)
	actors = append(actors, without(v.listed(s, k), actors)...)
	if len(actors) == 0 || !official(actors) {
		return nil
	}
	for n := len(v.told) - 1; n >= 0 && s.index-v.told[n].s.index <= 1; n-- {
		d := v.told[n]
		if d.partial && len(d.recipients) == 0 && d.act.Effect != "none" || d.left != "" || overlap(d.actors, actors) || overlap(d.recipients, actors) || d.s == s && d.anchor() >= i {
			continue
		}
		twin := *d
		twin.s, twin.actors, twin.more, twin.object, twin.lister, twin.filled = s, actors, nil, -1, d, filledRepeat
		twin.voice = voice{attribution: -1}
		twin.match.Anchor, twin.match.First, twin.match.Last, twin.match.Clause = k, i, max(end-1, k), t.Clause(k)
		return &twin
	}
	return nil
}

// pointsAtDeed reports whether verb i does what was done before: it follows,
// with nothing of its own or with "suit" or "similar steps", or does "the same".
func (v *view) pointsAtDeed(s *sentence, i int) bool {
	t := s.tree
	clause := t.Clause(i)
	alike := func(k int) bool {
		return k >= 0 && (t.Lemmas[k] == "suit" || t.Lemmas[k] == "same" || t.Lemmas[k] == "likewise" || slices.ContainsFunc(nearby(t.Children(k)), func(m int) bool {
			return t.Lemmas[m] == "similar" || t.Lemmas[m] == "same" || t.Lemmas[m] == "identical"
		}))
	}
	switch t.Lemmas[i] {
	case "follow":
		return alike(clause.Object) || alike(clause.Phrase("with")) ||
			clause.Object < 0 && clause.Complement < 0 && !clause.Passive && t.Child(i, "advcl") < 0 && clause.Phrase("with") < 0 && clause.Phrase("from") < 0
	case "do":
		return t.Tags[i] == "VERB" && (alike(clause.Object) || t.Child(i, "advmod") >= 0 && t.Lemmas[t.Child(i, "advmod")] == "likewise")
	case "take", "announce", "impose", "adopt", "introduce", "join":
		return alike(clause.Object)
	}
	return false
}

// lastMeasure is the last measure against a third party before token i, by
// others than the actors.
func (v *view) lastMeasure(s *sentence, i int, actors []party) *candidate {
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct; n-- {
		d := v.told[n]
		if s.index-d.s.index > 2 {
			return nil
		}
		if d.s == s && d.anchor() >= i {
			continue
		}
		if !d.partial && d.left == "" && d.act.Effect != "none" && d.act.Effect != "contact" && len(d.recipients) > 0 && !overlap(d.recipients, actors) && d.status != chancery.StatusDenied {
			return d
		}
	}
	return nil
}

// gapped are the members of a list behind an act that name a party and a
// number and leave out the rest: "Poland expelled four envoys and Lithuania three".
func (v *view) gapped(c *candidate) []*candidate {
	if c.partial || c.left != "" || c.object < 0 || c.match.Clause.Nominal || !v.several(c) || len(c.recipients) == 0 {
		return nil
	}
	t := c.s.tree
	var out []*candidate
	for k := c.object + 1; k+1 < t.Len() && k < c.object+mostBehind && len(out) < mostListed; k++ {
		if t.Words[k] != "," && t.Words[k] != "and" && t.Words[k] != ";" {
			continue
		}
		for k+1 < t.Len() && (t.Words[k+1] == "and" || t.Words[k+1] == ",") {
			k++
		}
		who, end := v.wholeName(c.s, k+1)
		if len(who) == 0 || end >= t.Len() || overlap(who, c.actors) || len(without(c.recipients, who)) == 0 {
			continue
		}
		if _, counted := number(t.Words[end]); !counted || v.inTime(c, end) || !v.endsMember(c, end+1) {
			continue
		}
		c.recipients = without(c.recipients, who) // the arcs may take "envoys and Lithuania" for one object
		for n := range out {
			out[n].recipients = c.recipients
		}
		twin := *c
		twin.actors, twin.object, twin.filled, twin.confidence = who, end, filledRepeat, 0.6
		twin.match.Anchor, twin.match.First, twin.match.Last, twin.lister = end, k+1, end, c
		out = append(out, &twin)
		k = end
	}
	return out
}

// mostBehind is how many tokens behind an act its list is read.
const mostBehind = 80

// endsMember reports whether a member of a list ends before token k.
func (v *view) endsMember(c *candidate, k int) bool {
	t := c.s.tree
	return k >= t.Len() || t.Tags[k] == "PUNCT" || t.Words[k] == "and" || t.Words[k] == "each" || t.Words[k] == "more" || t.Words[k] == t.Words[c.object]
}
