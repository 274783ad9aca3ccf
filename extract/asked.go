package extract

import "chancery"

// onlyAsked reports whether an act stands in what a question asks, not in what it
// takes for granted ("What did they say after Oslo expelled the envoy?").
func (v *view) onlyAsked(c *candidate) bool {
	t := c.s.tree
	if v.turnedRound(c) {
		return true
	}
	if !endsAsking(t.Words) {
		return false
	}
	if c.voice.attribution < 0 && !c.match.Clause.Nominal && !v.givenInQuestion(c) {
		return true
	}
	return !v.givenInQuestion(c) && !v.afterQuestion(c)
}

// endsAsking reports whether a sentence ends with a question mark, one inside a
// closing quotation mark included.
func endsAsking(words []string) bool {
	for k := len(words) - 1; k >= 0 && k > len(words)-4; k-- {
		switch words[k] {
		case "?":
			return true
		case "\"", "”", "''", ")", "--", "—", "-":
		default:
			return false
		}
	}
	return false
}

// givenInQuestion reports whether the act stands in a clause of time or cause,
// a relative clause, or as a noun that tells whose deed it is: what a question
// takes for granted.
func (v *view) givenInQuestion(c *candidate) bool {
	t := c.s.tree
	if c.match.Clause.Nominal && (material(c) || c.act.Effect == "contact") && c.status != chancery.StatusPlanned && v.settledNoun(c) {
		return true
	}
	at := c.anchor()
	for steps := 0; at >= 0 && steps < 12; steps++ {
		if t.Rels[at] == "acl:relcl" {
			return true
		}
		if t.Rel(at) == "advcl" {
			mark := t.Child(at, "mark", "advmod")
			if mark < 0 {
				return false
			}
			switch t.Words[mark] {
			case "after", "since", "before", "when", "because", "while", "as", "given", "once", "until":
				return true
			}
			return false
		}
		at = t.Parent[at]
	}
	return false
}

// afterQuestion reports whether the question mark belongs to quoted words or to
// a tag behind, and the act is told by a clause of its own that says so: somebody
// is quoted with a question beside it.
func (v *view) afterQuestion(c *candidate) bool {
	t := c.s.tree
	for k := c.anchor() + 1; k < t.Len(); k++ {
		if t.Words[k] == "?" && c.s.quoted[k] && !c.s.quoted[c.anchor()] {
			return true // said that … and asked: "…?"
		}
	}
	return false
}

// turnedRound reports whether the clause of an act has its auxiliary before its
// subject at the beginning of the clause, as questions have, whatever mark ends
// the sentence ("Is he negotiating with Lima -- I am confused.").
func (v *view) turnedRound(c *candidate) bool {
	t := c.s.tree
	if c.match.Clause.Nominal {
		return false
	}
	at := c.anchor()
	for steps := 0; at >= 0 && steps < 3; steps++ {
		subject := t.Clause(at).Subject
		for _, k := range nearby(t.Children(at)) {
			if rel := t.Rel(k); rel != "aux" && rel != "cop" {
				continue
			}
			if asksFirst(t.Words[k]) && subject > k && subject < at && leadsClause(t.Words, k) {
				return true
			}
		}
		if rel := t.Rel(at); rel != "xcomp" && rel != "ccomp" && rel != "conj" {
			return false
		}
		at = t.Parent[at]
	}
	return false
}

func asksFirst(word string) bool {
	switch word {
	case "is", "are", "was", "were", "do", "does", "did", "has", "have", "will", "would", "can", "could", "may", "might":
		return true
	}
	return false
}

// leadsClause reports whether word k begins a sentence or what stands behind a
// dash, a colon, a comma, a label or a question word.
func leadsClause(words []string, k int) bool {
	if k == 0 {
		return true
	}
	switch words[k-1] {
	case "-", "--", "—", ":", "q", "why", "how", "when", "where", "what", "who", "so", "but", "then", "or":
		return true
	case "and", ",", ";":
		return k == 1 || words[k-1] == ","
	}
	return false
}
