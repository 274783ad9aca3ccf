package extract

// inside is the first party, with those coordinated with it, that stands
// anywhere in the noun phrase with head i and is none of others: what the
// object of an act tells of its recipient.
func (v *view) inside(s *sentence, i int, others []party) []party {
	if i < 0 {
		return nil
	}
	if own := without(v.named(s, i, false), others); len(own) > 0 {
		return own
	}
	t := s.tree
	venue := v.x.rules.Classes.Word(t, i, "talks") || v.x.rules.Classes.Word(t, i, "treaties")
	for k := t.Left[i]; k <= t.Right[i] && k < t.Left[i]+60; k++ {
		if v.inClause(s, k, i) {
			continue
		}
		if word := t.Preposition(k); venue && (word == "in" || word == "at") {
			continue // where they are held
		}
		var found []party
		for _, c := range t.Conjuncts(k) {
			found = append(found, without(v.at(s, c), others)...)
		}
		if len(found) > 0 {
			return found
		}
	}
	if found := without(v.beside(s, i), others); len(found) > 0 {
		return found
	}
	return without(v.doneBy(s, i), others)
}

// doneBy is who did, made or took what noun i names, told by the participle
// that belongs to it ("the role played by Oslo", "the pact reached with Oslo").
func (v *view) doneBy(s *sentence, i int) []party {
	t := s.tree
	verb := t.Doing(i)
	if verb < 0 || t.Rels[verb] != "acl" {
		return nil
	}
	clause := t.Clause(verb)
	if found := v.named(s, clause.Subject, true); len(found) > 0 {
		return found
	}
	if v.x.rules.Classes.Word(t, i, "treaties") || v.x.rules.Classes.Word(t, i, "talks") {
		return v.named(s, clause.Phrase("with"), true)
	}
	return nil
}

// beside is the party of a phrase that stands directly behind a noun and that
// the arcs hung on the verb over both ("a tariff on steel from Brazil").
func (v *view) beside(s *sentence, i int) []party {
	t := s.tree
	k := t.Right[i] + 1
	if k+1 >= t.Len() || t.Tags[k] != "ADP" || t.Under(k, i) {
		return nil
	}
	switch t.Words[k] {
	case "of":
	case "from":
		if !v.x.rules.Classes.Word(t, i, "trade") {
			return nil // where it came from
		}
	default:
		return nil
	}
	for j := k + 1; j < t.Len() && j < k+5 && t.Tags[j] != "VERB" && t.Tags[j] != "PUNCT" && t.Tags[j] != "ADP"; j++ {
		if found := v.at(s, j); len(found) > 0 {
			return found
		}
	}
	return nil
}

// inClause reports whether token k stands in a clause below noun i.
func (v *view) inClause(s *sentence, k, i int) bool {
	t := s.tree
	for steps := 0; k >= 0 && k != i && steps < 20; steps++ {
		switch t.Rel(k) {
		case "acl", "advcl", "ccomp", "parataxis":
			return true
		}
		k = t.Parent[k]
	}
	return false
}
