package extract

// perpetrators is whose deed an attack is that somebody condemns: the owner or
// adjective of its noun, its "by" and "from" phrases. Whom it hit and where it
// took place is no answer ("condemned the bombing in Lima").
func (v *view) perpetrators(s *sentence, i int) []party {
	t := s.tree
	for _, k := range nearby(t.Children(i)) {
		switch t.Rels[k] {
		case "nmod:poss", "amod", "compound":
			if found := v.joined(s, k); len(found) > 0 {
				return found
			}
		case "acl":
			if by := t.Clause(k).Phrase("by"); by >= 0 {
				return v.named(s, by, true)
			}
		}
	}
	for _, word := range []string{"by", "from"} {
		if head := t.Clause(i).Phrase(word); head >= 0 {
			return v.named(s, head, true)
		}
	}
	for k := i + 1; k+1 < t.Len() && k < i+9 && t.Tags[k] != "VERB" && t.Words[k] != ","; k++ {
		if t.Words[k] == "by" {
			return v.named(s, t.NextNoun(k+1), true)
		}
	}
	return nil
}

// condemnsViolence reports whether an act condemns an attack, which is told by a
// noun that may name its victims only.
func (v *view) condemnsViolence(c *candidate) bool {
	object := c.match.Clause.Object
	return c.act.Name == "condemn" && c.rule.Fields["voice"] == "" && object >= 0 && c.s.tree.Tags[object] == "NOUN" && violence(c.s.tree.Lemmas[object])
}

func violence(noun string) bool {
	switch noun {
	case "attack", "bombing", "blast", "explosion", "shooting", "stabbing", "ambush", "assassination", "murder", "beheading", "kidnapping", "abduction", "hijacking", "airstrike", "strike", "shelling", "raid":
		return true
	}
	return false
}

// sufferer is who reports, cites or repels an attack on what is nobody's by
// name ("Lima reported air raids on power stations").
func (v *view) sufferer(c *candidate) []party {
	if c.act.Type != "ASSAULT" || !c.match.Clause.Nominal {
		return nil
	}
	verb := c.s.tree.Governor(c.anchor())
	if verb < 0 {
		return nil
	}
	switch c.s.tree.Lemmas[verb] {
	case "report", "cite", "suffer", "repel", "repulse", "face", "endure", "withstand", "survive", "fend", "weather":
		return without(v.named(c.s, c.s.tree.Clause(verb).Subject, true), c.actors)
	}
	return nil
}

// targetBetween reports whether the modifier at k of an attack's noun belongs
// to what was attacked ("the Lima embassy bombing").
func (v *view) targetBetween(c *candidate, k int) bool {
	t, classes := c.s.tree, v.x.rules.Classes
	for i := k; i < c.match.First; i++ {
		if classes.Word(t, i, "missions") {
			return true
		}
	}
	return false
}
