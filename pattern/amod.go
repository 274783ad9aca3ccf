package pattern

// mendModifiers repairs verbs that a parser takes for adjectives of their own
// object: "A severed relations", "agreed to normalise relations", "have
// established relations". A finite verb, an infinitive with "to" and a participle
// behind "have" are no adjectives.
func (t *Tree) mendModifiers() {
	for k, noun := range t.Parent {
		if noun <= k || t.Rel(k) != "amod" || t.Tags[k] != "VERB" || t.verbBetween(k, noun) {
			continue
		}
		switch {
		case t.Penn[k] == "VB" && k > 0 && t.Words[k-1] == "to":
			t.overObject(k, noun, "xcomp")
			t.Parent[k-1], t.Rels[k-1] = k, "mark"
		case t.Penn[k] == "VBN" && t.haveBefore(k) >= 0:
			have := t.haveBefore(k)
			t.overObject(k, noun, t.Rels[noun])
			if t.Parent[k] == have {
				t.Rels[k] = "xcomp" // the auxiliary is lifted later
			} else {
				t.Parent[have], t.Rels[have] = k, "aux"
			}
		case t.Penn[k] == "VBD" || t.Penn[k] == "VBZ" || t.Penn[k] == "VBP":
			t.finiteOver(k, noun)
		}
	}
}

func (t *Tree) verbBetween(k, noun int) bool {
	for i := k + 1; i < noun; i++ {
		if t.Tags[i] == "VERB" || t.Tags[i] == "AUX" || t.Words[i] == "," {
			return true
		}
	}
	return false
}

// haveBefore is the "have" before participle k, -1 for none.
func (t *Tree) haveBefore(k int) int {
	for i := k - 1; i >= 0 && i >= k-3; i-- {
		switch {
		case t.Lemmas[i] == "have" && t.Tags[i] == "AUX":
			return i
		case t.Tags[i] != "ADV" && t.Tags[i] != "PART" && t.Tags[i] != "AUX":
			return -1
		}
	}
	return -1
}

// overObject puts verb k in the place of its object.
func (t *Tree) overObject(k, noun int, rel string) {
	t.Parent[k], t.Rels[k] = t.Parent[noun], rel
	t.Parent[noun], t.Rels[noun] = k, "obj"
	for i, p := range t.Parent {
		if p == noun && i != k && i < k {
			t.Parent[i] = k
		}
	}
}

// finiteOver puts finite verb k over its object; where the object was listed
// with the subject ("A, B and C severed relations"), over the list.
func (t *Tree) finiteOver(k, noun int) {
	first, rel := t.Parent[noun], t.Rels[noun]
	t.overObject(k, noun, rel)
	for i := range k {
		if t.Parent[i] == k && t.Rel(i) == "compound" && t.isNoun(i) {
			t.Rels[i] = "nsubj" // "Canada tightened sanctions"
		}
	}
	if rel == "conj" && first >= 0 && first < k && t.isNoun(first) {
		if verb := t.Parent[first]; verb >= 0 && verb < first && t.Tags[verb] == "VERB" {
			t.Parent[k] = verb // "expelled two envoys and suspended talks"
		} else {
			t.Parent[k], t.Rels[k] = t.Parent[first], t.Rels[first]
			t.Parent[first], t.Rels[first] = k, "nsubj"
		}
	}
	for i, p := range t.Parent {
		if p != noun && p != first || i <= noun {
			continue
		}
		switch t.Rel(i) {
		case "punct", "parataxis", "advcl":
			t.Parent[i] = k
		case "acl":
			if t.Penn[i] == "VBG" && t.Words[i-1] == "," {
				t.Parent[i], t.Rels[i] = k, "advcl"
			}
		case "conj":
			if t.Tags[i] == "VERB" {
				t.Parent[i] = k
			}
		}
	}
}
