package pattern

// joinLists repairs enumerations that a parser cuts after their first members:
// in "A, B and C met", A and B often both come out as subjects of the verb, or
// B as an apposition of A. Members before the one that has the "and" are
// coordinated with it when nothing but commas stands between them.
func (t *Tree) joinLists() {
	for y := range t.Parent {
		if !t.isNoun(y) || !t.hasAnd(y) {
			continue
		}
		last := y
		for members := 0; members < mostMembers; members++ {
			comma := t.phraseStart(last) - 1
			if comma < 1 || t.Words[comma] != "," {
				break
			}
			x := comma - 1
			if !t.isNoun(x) || !t.sameRole(x, last) {
				break
			}
			if t.Parent[x] == last {
				t.Parent[x], t.Rels[x] = t.Parent[last], t.Rels[last]
			}
			t.Parent[last], t.Rels[last] = x, "conj"
			last = x
		}
	}
}

func (t *Tree) isNoun(i int) bool {
	return t.Tags[i] == "PROPN" || t.Tags[i] == "NOUN"
}

// hasAnd: the next word after y starts a conjunct of y with a coordinator.
func (t *Tree) hasAnd(y int) bool {
	at := y + 1
	if at < t.Len() && t.Words[at] == "," {
		at++
	}
	if at+1 >= t.Len() || t.Tags[at] != "CCONJ" {
		return false
	}
	for z := at + 1; z < t.Len() && z < at+8; z++ {
		if t.Parent[z] == y && t.Rel(z) == "conj" {
			return t.isNoun(z)
		}
	}
	return false
}

// phraseStart is the first word of the noun phrase that ends at i.
func (t *Tree) phraseStart(i int) int {
	start := i
	for start > 0 && i-start < 8 {
		switch t.Tags[start-1] {
		case "DET", "ADJ", "NUM", "PROPN", "NOUN":
			if p := t.Parent[start-1]; p < start-1 || p > i {
				return start
			}
			start--
		default:
			return start
		}
	}
	return start
}

// sameRole reports whether x could stand in one list with y: both depend on one
// word in one role, y is taken for an apposition of x, or x for a dependent of y
// that is no part of its phrase.
func (t *Tree) sameRole(x, y int) bool {
	if t.Tags[x] != t.Tags[y] {
		return false
	}
	switch {
	case t.Parent[x] == t.Parent[y] && t.Parent[x] >= 0:
		return t.Rel(x) == t.Rel(y) || t.Rel(x) == "vocative" || t.Rel(x) == "dislocated" || t.Rel(x) == "parataxis"
	case t.Parent[y] == x:
		return t.Rel(y) == "appos" || t.Rel(y) == "conj" || t.Rel(y) == "flat" || t.Rel(y) == "dep"
	case t.Parent[x] == y:
		return t.Rel(x) == "appos" || t.Rel(x) == "dep" || t.Rel(x) == "conj" || t.Rel(x) == "nmod"
	}
	return false
}
