package pattern

// mendAfter repairs a clause of time whose subject is read as a phrase and
// whose verb as coordinated with the verb before it: "Oslo recalled its envoy
// after Rome accused it of spying", where "after Rome" hangs on "recalled".
func (t *Tree) mendAfter() {
	for verb, up := range t.Parent {
		if up < 0 || up >= verb || t.Rels[verb] != "conj" || t.Tags[verb] != "VERB" || (t.Penn[verb] != "VBD" && t.Penn[verb] != "VBZ") {
			continue
		}
		if mark, subject := t.clauseOfTime(verb, up); mark >= 0 {
			t.Parent[verb], t.Rels[verb] = t.Parent[subject], "advcl"
			t.Parent[subject], t.Rels[subject] = verb, "nsubj"
			t.Parent[mark], t.Rels[mark] = verb, "mark"
		}
	}
}

// clauseOfTime finds, between the verbs up and verb, the conjunction of time
// that was read as a preposition and the noun behind it, when nothing joins
// the verbs and verb has no subject of its own.
func (t *Tree) clauseOfTime(verb, up int) (mark, subject int) {
	mark, subject = -1, -1
	for k := verb - 1; k > up && k > verb-mostSteps; k-- {
		switch {
		case t.Parent[k] == verb && (t.Rels[k] == "cc" || t.Rels[k] == "nsubj" || t.Rels[k] == "nsubj:pass"):
			return -1, -1
		case t.Words[k] == "and" || t.Words[k] == "or" || t.Words[k] == "but" || t.Words[k] == ";":
			return -1, -1
		case t.Rels[k] == "case" && timeWord(t.Words[k]):
			subject = t.Parent[k]
			if subject <= k || subject >= verb || t.Rels[subject] != "obl" && t.Rels[subject] != "nmod" {
				return -1, -1
			}
			return k, subject
		}
	}
	return -1, -1
}

func timeWord(word string) bool {
	switch word {
	case "after", "before", "since", "until", "as":
		return true
	}
	return false
}
