package extract

import "chancery"

// conditional makes a threat of a measure that its doer will take unless, or
// if, the other side does something ("will close the consulate unless …").
func (v *view) conditional(c *candidate) {
	if c.status != chancery.StatusActual && c.status != chancery.StatusPlanned || !c.reality.future {
		return
	}
	if !harms(c) {
		if (c.act.Type == "SUPPORT" || c.act.Type == "CONCEDE" || c.act.Type == "AID") && c.s.condition() >= 0 {
			c.status = chancery.StatusPlanned // "will recognise Chad should the truce hold"
		}
		return
	}
	if v.hangsOnOther(c) {
		c.status = chancery.StatusThreatened
	}
}

// wouldIf reports whether somebody says of a measure that it would be taken if
// the other side did something: a threat in reported speech.
func (v *view) wouldIf(c *candidate) bool {
	return harms(c) && c.voice.attribution >= 0 && overlap(c.actors, c.voice.parties) && v.hangsOnOther(c)
}

// harms reports whether an act is a measure against somebody.
func harms(c *candidate) bool {
	switch c.act.Type {
	case "SANCTION", "ASSAULT", "COERCE", "MOBILIZE":
		return true
	}
	return false
}

// hangsOnOther reports whether the sentence has a condition that speaks of
// somebody else than the doer, or of nobody by name.
func (v *view) hangsOnOther(c *candidate) bool {
	first := c.s.condition()
	if first < 0 {
		return false
	}
	t := c.s.tree
	if first+1 < t.Len() && (t.Words[first+1] == "necessary" || t.Words[first+1] == "needed" || t.Words[first+1] == "possible") {
		return false
	}
	if len(v.conditionParty(c)) > 0 {
		return true
	}
	for k := first + 1; k < t.Len() && k < first+20 && t.Words[k] != ","; k++ {
		if overlap(v.at(c.s, k), c.actors) {
			return false
		}
	}
	return true
}

// notDoing reports whether the doer's own voice says of a measure that it is
// not being taken ("we are not leaving the pact").
func (v *view) notDoing(c *candidate) bool {
	t := c.s.tree
	if c.voice.attribution < 0 || !overlap(c.voice.parties, c.actors) || t.Penn[c.anchor()] != "VBG" || c.reality.future {
		return false
	}
	for _, k := range nearby(t.Children(c.anchor())) {
		switch t.Words[k] {
		case "is", "are", "was", "were", "am", "'re", "'m", "'s":
			return t.Rel(k) == "aux"
		}
	}
	return false
}

// condition is the first word of a condition in the sentence: "if", "unless",
// or "should" and "were" at its beginning, or "should" before its subject; -1
// for none.
func (s *sentence) condition() int {
	for i, word := range s.tree.Words {
		switch word {
		case "if", "unless":
			return i
		case "should", "were":
			if (i == 0 || word == "should" && s.subjectAt(i+1)) && s.tree.Words[len(s.tree.Words)-1] != "?" {
				return i
			}
		}
	}
	return -1
}

// subjectAt reports whether a subject begins at token i.
func (s *sentence) subjectAt(i int) bool {
	if i >= s.tree.Len() {
		return false
	}
	switch s.tree.Tags[i] {
	case "DET", "PRON", "PROPN":
		return true
	}
	return false
}

// conditionParty is whom the condition of the sentence speaks of.
func (v *view) conditionParty(c *candidate) []party {
	first := c.s.condition()
	if first < 0 {
		return nil
	}
	for k := first + 1; k < c.s.tree.Len() && k < first+20 && c.s.tree.Words[k] != ","; k++ {
		if found := without(v.at(c.s, k), c.actors); len(found) > 0 {
			return found
		}
	}
	return nil
}
