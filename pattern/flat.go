package pattern

// flat is the clause round a verb that the tagger took for something else,
// read by position: the noun before it, the noun behind it, and the
// prepositional phrases up to the next stop.
func (t *Tree) flat(i int) *Clause {
	c := &Clause{Head: i, Flat: true, Subject: -1, Object: -1, Indirect: -1, Complement: -1}
	for k := i - 1; k >= 0 && k > i-12; k-- {
		if t.Tags[k] == "VERB" || t.Words[k] == ";" {
			break
		}
		if t.nounHead(k) {
			c.Subject = t.FirstConjunct(k)
			if c.Subject == i {
				c.Subject = k
			}
			break
		}
	}
	preposition := ""
	for k := i + 1; k < t.Len() && k < i+25; k++ {
		switch {
		case t.Tags[k] == "ADP" || t.Tags[k] == "SCONJ":
			preposition = t.Lemmas[k]
		case t.Tags[k] == "VERB" && preposition == "" && c.Object < 0:
			c.Complement = k
			return c
		case t.Tags[k] == "VERB" || t.Tags[k] == "PUNCT" && t.Words[k] != "\"" && t.Words[k] != "-":
			return c
		case t.nounHead(k) && preposition != "":
			c.Phrases = append(c.Phrases, Phrase{preposition, k})
			preposition = ""
		case t.nounHead(k) && c.Object < 0:
			c.Object = k
		}
	}
	return c
}

// nounHead reports whether token k is a noun or pronoun that no noun follows.
func (t *Tree) nounHead(k int) bool {
	noun := func(i int) bool { return t.Tags[i] == "NOUN" || t.Tags[i] == "PROPN" }
	if t.Tags[k] == "PRON" {
		return t.Penn[k] != "PRP$"
	}
	return noun(k) && (k+1 >= t.Len() || !noun(k+1)) && (k+1 >= t.Len() || t.Words[k+1] != "'s")
}

// mistagged reports whether token i is surely a form of the verb, whatever
// the tagger says: an irregular past, or a word that is no noun or adjective.
func (t *Tree) mistagged(i int) bool {
	if _, past := irregular()[t.Words[i]]; past && t.Words[i] != "left" && t.Words[i] != "lead" && t.Words[i] != "found" && t.Words[i] != "felt" {
		return t.Tags[i] != "VERB" && t.Tags[i] != "AUX"
	}
	if t.Words[i] == "down" || t.Words[i] == "near" || t.Words[i] == "round" {
		return false
	}
	return t.Tags[i] == "SCONJ" || t.Tags[i] == "ADP" || t.Tags[i] == "X" || t.Tags[i] == "INTJ"
}
