package extract

// imperative reports whether verb i is a bare order in somebody's mouth: a base
// form that leads its clause, without a subject, an auxiliary or "to", at the
// beginning of the words that are quoted ("Stop the shelling", "Don't test us").
func (v *view) imperative(s *sentence, i int) bool {
	t := s.tree
	if s.voices[i] < 0 || (t.Penn[i] != "VB" && t.Penn[i] != "VBP") {
		return false
	}
	if clause := t.Clause(i); clause.Subject >= 0 && clause.Subject < i {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch t.Words[k] {
		case "do", "not", "n't", "never", "please", "just":
			continue
		case "\"", "“", "``", ":", "-", "—":
			return s.quotes(k, i)
		case "and", "but", "or", ",":
			return k > 0 && s.quoted[i] && v.earlierImperative(s, k)
		}
		return false
	}
	return v.Attributions[s.voices[i]].Quoted
}

// quotes reports whether the words behind the mark at token k are quoted.
func (s *sentence) quotes(k, i int) bool {
	return s.quoted[i] || s.tree.Words[k] == ":"
}

// earlierImperative reports whether the words before a conjunction begin as an
// order does ("Stop the shelling and go home").
func (v *view) earlierImperative(s *sentence, k int) bool {
	for j := k - 1; j >= 0 && j > k-15; j-- {
		if s.tree.Penn[j] == "VB" && v.imperative(s, j) {
			return true
		}
	}
	return false
}

// otherThanSpeaker reports whether token i names a party that is not the one
// whose words it stands in.
func (v *view) otherThanSpeaker(s *sentence, i int) bool {
	speaker := v.voiceAt(s, i).parties
	return len(speaker) > 0 && len(without(v.inside(s, i, nil), speaker)) > 0
}
