package pattern

// mend repairs arcs that a parser often gets wrong and that cost a clause its
// subject: an auxiliary over its verb, and a noun over the verb that it is the
// subject of.
func (t *Tree) mend() {
	t.mendModifiers()
	t.mendThat()
	t.mendConjuncts()
	t.mendAfter()
	t.mendVerbs()
	t.mendRoot()
	t.mendCounts()
	t.mendHyphens()
	t.mendContent()
	t.mendAsides()
	t.mendHung()
	t.mendSubjectList()
	over := make([]int, t.Len()) // the child to lift over its parent, by parent
	for i := range over {
		over[i] = -1
	}
	for k, p := range t.Parent {
		if p < 0 || over[p] >= 0 || p > k || k-p > 12 {
			continue
		}
		if t.auxiliaryOver(k, p) || t.subjectOver(k, p) {
			over[p] = k
		}
	}
	for p, k := range over {
		if k >= 0 && t.Parent[k] == p {
			t.lift(k, p)
		}
	}
	for k, p := range t.Parent {
		if p >= 0 && over[p] >= 0 && over[p] != k && t.Parent[over[p]] != p && t.moves(k, p, over[p]) {
			t.Parent[k] = over[p]
		}
	}
}

// mendThat repairs clauses of content that are read as relative ones: of the
// word "that" itself, or of a day ("said on Tuesday that …").
func (t *Tree) mendThat() {
	for k, p := range t.Parent {
		if p < 0 || p >= k || t.Rel(k) != "acl" {
			continue
		}
		switch {
		case t.Words[p] == "that" && t.Parent[p] >= 0 && t.Parent[p] < p && (t.Tags[p] == "SCONJ" || t.Rels[p] == "obj" || t.Rels[p] == "obl"):
			t.Parent[k], t.Rels[k] = t.Parent[p], "ccomp"
			t.Parent[p], t.Rels[p] = k, "mark"
		case day(t.Words[p]) && t.Rel(p) == "obl" && t.Parent[p] >= 0 && t.Tags[t.Parent[p]] == "VERB" && t.Tags[p+1] != "PUNCT":
			t.Parent[k], t.Rels[k] = t.Parent[p], "ccomp"
			if t.Words[p+1] == "that" {
				t.Rels[p+1], t.Parent[p+1], t.Tags[p+1] = "mark", k, "SCONJ"
			}
		}
	}
}

// mendConjuncts hangs a second content clause ("… and that he would") beside the
// first one, where a parser coordinated it with something inside that.
func (t *Tree) mendConjuncts() {
	for i, word := range t.Words {
		k := t.Parent[i]
		if word != "that" || t.Rels[i] != "mark" || k < i || t.Rel(k) != "conj" || i == 0 || t.Tags[i-1] != "CCONJ" {
			continue
		}
		for p, steps := t.Parent[k], 0; p >= 0 && p < k && steps < 6; steps++ {
			if t.Rel(p) == "ccomp" {
				t.Parent[k] = p
				break
			}
			p = t.Parent[p]
		}
	}
}

// day reports whether a word is the name of a day.
func day(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday":
		return true
	}
	return false
}

// auxiliaryOver: "has ordered" with "has" as the head.
func (t *Tree) auxiliaryOver(k, p int) bool {
	if t.Tags[k] != "VERB" || k-p > 3 || !auxiliary(t.Lemmas[p]) {
		return false
	}
	if t.Tags[p] != "AUX" && (t.Tags[p] != "VERB" || t.Lemmas[p] != "have" || t.Penn[k] != "VBN") {
		return false
	}
	for i := p + 1; i < k; i++ {
		if t.Tags[i] != "ADV" && t.Tags[i] != "PART" && !adverb(t.Words[i]) {
			return false
		}
	}
	switch t.Rels[k] {
	case "obj", "xcomp", "ccomp", "acl", "advcl", "dep":
		return t.Penn[k] != "VBD" && t.Words[k] != "to"
	}
	return false
}

func auxiliary(lemma string) bool {
	switch lemma {
	case "have", "be", "do", "will", "would", "may", "might", "can", "could", "should", "must", "shall", "'ll", "'ve", "'s", "'re":
		return true
	}
	return false
}

// subjectOver: "Oslo called" with "Oslo" as the root.
func (t *Tree) subjectOver(k, p int) bool {
	if t.Rels[k] != "acl" || t.Parent[p] >= 0 || (t.Tags[p] != "NOUN" && t.Tags[p] != "PROPN" && (t.Tags[p] != "AUX" || auxiliary(t.Lemmas[p]))) {
		return false
	}
	_, past := irregular()[t.Words[k]]
	if t.Penn[k] != "VBD" && t.Penn[k] != "VBZ" && !(past && t.Tags[k] != "VERB") && !t.takesObject(k) {
		return false
	}
	for i := p + 1; i < k; i++ {
		if t.Tags[i] == "PUNCT" || t.Tags[i] == "VERB" {
			return false
		}
	}
	return true
}

// takesObject reports whether what looks like a participle behind its noun has
// an object right behind it, which a passive one cannot have ("the king invited
// the president").
func (t *Tree) takesObject(k int) bool {
	if t.Penn[k] != "VBN" || t.Tags[k] != "VERB" {
		return false
	}
	object := -1
	for i := k + 1; i < t.Len() && i < k+10; i++ {
		switch {
		case t.Parent[i] != k:
		case t.Rel(i) == "aux" || t.Words[i] == "by" || t.Rel(i) == "iobj":
			return false
		case t.Rels[i] == "obj" && object < 0:
			object = i
		}
	}
	return object > 0 && t.Tags[object] != "NUM"
}

// adverb names words of time and connection that a tagger takes for nouns.
func adverb(word string) bool {
	switch word {
	case "meanwhile", "today", "yesterday", "also", "since", "now", "already", "meantime":
		return true
	}
	return false
}

// lift puts child k in the place of its parent p.
func (t *Tree) lift(k, p int) {
	t.Parent[k], t.Rels[k] = t.Parent[p], t.Rels[p]
	t.Parent[p] = k
	switch {
	case t.Tags[p] != "PROPN" && t.Tags[p] != "NOUN" && auxiliary(t.Lemmas[p]):
		t.Tags[p] = "AUX"
		t.Rels[p] = "aux"
		if t.Lemmas[p] == "be" && t.Penn[k] == "VBN" {
			t.Rels[p] = "aux:pass"
		}
	default:
		t.Rels[p] = "nsubj"
		if t.Tags[p] == "AUX" {
			t.Tags[p] = "PROPN"
		}
		t.Tags[k] = "VERB"
		if lemma, known := irregular()[t.Words[k]]; known {
			t.Lemmas[k] = lemma
		}
	}
}

// moves reports whether a dependent of p belongs to verb k once k stands over p.
func (t *Tree) moves(child, p, k int) bool {
	if t.Rels[p] == "nsubj" {
		return child > k || t.Rel(child) == "advmod" || t.Rel(child) == "obl"
	}
	return true
}
