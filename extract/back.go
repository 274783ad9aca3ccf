package extract

import "chancery"

// farthestBack is how many sentences back a pronoun is looked for.
const farthestBack = 3

// back finds the mention that a pronoun stands for, where no earlier stage
// resolved it: the nearest subject of its kind before it, in its own sentence
// first; -1 for none.
func (v *view) back(s *sentence, i int) int {
	fits := v.pronounFits(s.tree.Words[i])
	if fits == nil {
		return -1
	}
	if m := v.subjectBefore(s, i, fits); m >= 0 {
		return m
	}
	if s.tree.Words[i] == "its" {
		// "its decision … and its charges": the possessor before it.
		for k := i - 1; k >= 0 && k > i-30; k-- {
			if m := s.mentions[k]; m >= 0 && s.tree.Rels[k] == "nmod:poss" && fits(&v.Mentions[m]) && len(v.Mentions[m].Parties) > 0 {
				return m
			}
		}
	}
	for n := s.index - 1; n >= 0 && n >= s.index-farthestBack; n-- {
		if m := v.subjectBefore(v.sentences[n], len(v.sentences[n].tokens), fits); m >= 0 {
			return m
		}
	}
	return -1
}

func (v *view) pronounFits(word string) func(m *chancery.Mention) bool {
	switch word {
	case "he", "she", "his", "her", "him":
		return func(m *chancery.Mention) bool {
			return (m.Kind == chancery.MentionPerson || m.Kind == chancery.MentionOffice) && !m.Plural
		}
	case "it", "its":
		return func(m *chancery.Mention) bool {
			return !m.Adjective && (m.Kind == chancery.MentionParty || m.Kind == chancery.MentionOrganisation || m.Kind == chancery.MentionPlace || m.Kind == chancery.MentionDescription)
		}
	}
	return nil
}

// subjectBefore is the last subject before token end whose mention fits and
// has a party.
func (v *view) subjectBefore(s *sentence, end int, fits func(*chancery.Mention) bool) int {
	for k := end - 1; k >= 0; k-- {
		m := s.mentions[k]
		if m < 0 || len(v.Mentions[m].Parties) == 0 || !fits(&v.Mentions[m]) {
			continue
		}
		if rel := s.tree.Rel(k); rel == "nsubj" || (rel == "conj" && s.tree.Rel(s.tree.FirstConjunct(k)) == "nsubj") {
			return m
		}
	}
	return -1
}

// pair is the several parties that "they" or "their" stands for: the last
// subject of more than one party.
func (v *view) pair(s *sentence, i int) []party {
	for n := s.index; n >= 0 && n >= s.index-farthestBack; n-- {
		row := v.sentences[n]
		end := len(row.tokens)
		if n == s.index {
			end = i
		}
		for k := end - 1; k >= 0; k-- {
			if row.tree.Rels[k] != "nsubj" || row.tree.Words[k] == "they" || (n != s.index && !row.tree.Leads(k)) {
				continue
			}
			if found := v.named(row, k, true); len(codes(found)) > 1 {
				return found
			}
		}
	}
	if found := v.onlyTwo(s); len(found) > 0 {
		return found
	}
	return v.topicPair()
}

// rowBefore is the parties of the subject that a sentence before leads with,
// the nearest such subject that names anybody.
func (v *view) rowBefore(s *sentence, i int) []party {
	for n := s.index; n >= 0 && n >= s.index-farthestBack; n-- {
		row := v.sentences[n]
		end := len(row.tokens)
		if n == s.index {
			end = i
		}
		for k := 0; k < end; k++ {
			if row.tree.Rel(k) != "nsubj" || row.tree.Tags[k] == "PRON" || !row.tree.Leads(k) {
				continue
			}
			if found := v.named(row, k, false); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// onlyTwo is the two parties of the sentence before, where it names just two.
func (v *view) onlyTwo(s *sentence) []party {
	for n := s.index - 1; n >= 0 && n >= s.index-2; n-- {
		row := v.sentences[n]
		var found []party
		for k := range row.tokens {
			if m := row.mentions[k]; m >= 0 && v.Mentions[m].Head == k && v.Mentions[m].Kind != chancery.MentionPronoun {
				found = append(found, without(v.at(row, k), found)...)
			}
		}
		if len(codes(found)) == 2 {
			return found
		}
	}
	return nil
}

// bothSides is the parties that "the countries", "the two leaders" or "both
// sides" stand for, where no earlier stage resolved them.
func (v *view) bothSides(s *sentence, i int) []party {
	if s.tree.Penn[i] != "NNS" || !v.x.rules.Classes.Word(s.tree, i, "sides") {
		return nil
	}
	if found := v.ourTwo(s, i); len(found) > 0 {
		return found
	}
	if found := v.counted(s, i); len(found) > 0 {
		return found
	}
	switch s.tree.Lemmas[i] {
	case "diplomat", "official", "force", "envoy", "negotiator", "ally", "rival", "foe", "ambassador":
		if det := s.tree.Child(i, "det"); det < 0 || s.tree.Words[det] != "both" {
			return nil // people of one side as often as of both
		}
	}
	for _, k := range nearby(s.tree.Children(i)) {
		switch {
		case s.tree.Rel(k) == "nummod":
		case s.tree.Rel(k) == "det" && s.tree.Lemmas[k] != "all" && s.tree.Lemmas[k] != "any" && s.tree.Lemmas[k] != "no" && s.tree.Lemmas[k] != "some":
		default:
			return nil
		}
	}
	if s.tree.Child(i, "det") < 0 {
		return nil
	}
	return v.pair(s, i)
}

// counted is the parties that "the three countries" or "all four Gulf states"
// stands for: the last list of just so many names before it.
func (v *view) counted(s *sentence, i int) []party {
	t := s.tree
	row := t.Child(i, "nummod")
	if row < 0 || t.Child(i, "det") < 0 {
		return nil
	}
	n, ok := number(t.Words[row])
	if !ok || n < 2 {
		return nil
	}
	for at := s.index; at >= 0 && at >= s.index-farthestBack; at-- {
		before := v.sentences[at]
		end := len(before.tokens)
		if at == s.index {
			end = t.Left[i]
		}
		for k := end - 1; k >= 0; k-- {
			m := before.mentions[k]
			if m < 0 || v.Mentions[m].Kind == chancery.MentionPronoun || before.tree.FirstConjunct(k) != k {
				continue
			}
			if found := v.named(before, k, false); len(codes(found)) == n {
				return found
			}
		}
	}
	return nil
}

// fromBack is the parties of a pronoun that no earlier stage resolved.
func (v *view) fromBack(s *sentence, i int) []party {
	// A pronoun may stand for a phrase that holds a pronoun; one such step is enough.
	if v.backs > 1 {
		return nil
	}
	v.backs++
	defer func() { v.backs-- }()
	switch s.tree.Words[i] {
	case "they", "their", "them":
		return v.pair(s, i)
	}
	m := v.back(s, i)
	if m < 0 {
		return nil
	}
	mention := &v.Mentions[m]
	var out []party
	for _, code := range mention.Parties {
		out = append(out, party{code: code, mention: m, kind: mention.PartyKind, sector: mention.Sector})
	}
	return out
}

// definite is whose "the embassy" or "the ministry" is, told a few sentences
// before with its owner ("the Turkish embassy").
func (v *view) definite(s *sentence, i int) []party {
	det := s.tree.Child(i, "det")
	if det >= 0 && s.tree.Lemmas[det] == "the" && v.x.rules.Classes.Word(s.tree, i, "bodynouns") && s.tree.Child(i, "amod", "compound", "nmod:poss") < 0 {
		return v.body(s, i)
	}
	if det < 0 || s.tree.Lemmas[det] != "the" || !(v.x.rules.Classes.Word(s.tree, i, "definites") || v.x.rules.Classes.Word(s.tree, i, "document")) || s.tree.Child(i, "amod", "compound", "nmod") >= 0 {
		return nil
	}
	for n := s.index; n >= 0 && n >= s.index-4; n-- {
		row := v.sentences[n]
		for k := len(row.tokens) - 1; k >= 0; k-- {
			if row.tree.Lemmas[k] != s.tree.Lemmas[i] || (n == s.index && k >= i) {
				continue
			}
			if own := v.at(row, k); len(own) > 0 {
				return own
			}
			if own := v.owner(row, k); len(own) > 0 {
				return own
			}
		}
	}
	return nil
}

// body is the organisation that "the body" or "the bloc" stands for: the last
// one named before it.
func (v *view) body(s *sentence, i int) []party {
	for n := s.index; n >= 0 && n >= s.index-farthestBack; n-- {
		row := v.sentences[n]
		last := len(row.tokens) - 1
		if n == s.index {
			last = i - 1
		}
		for k := last; k >= 0; k-- {
			if m := row.mentions[k]; m >= 0 && v.Mentions[m].Head == k && v.Mentions[m].PartyKind == chancery.PartyIGO && v.Mentions[m].Kind == chancery.MentionOrganisation {
				return v.at(row, k)
			}
		}
	}
	return nil
}
