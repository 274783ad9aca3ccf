package pattern

// mendVerbs repairs verbs that a parser took for adjectives of the noun behind
// them, so that the sentence has no verb: "Oslo and Rome severed relations with
// Lima", "Chad has established ties".
func (t *Tree) mendVerbs() {
	for k, noun := range t.Parent {
		if noun <= k || t.Rels[k] != "amod" || t.Tags[k] != "VERB" || k == 0 || (t.Penn[k] != "VBN" && t.Penn[k] != "VBD") || t.Tags[noun] != "NOUN" {
			continue
		}
		root := noun
		for steps := 0; t.Parent[root] >= 0 && t.Rels[root] != "root" && steps < 4; steps++ {
			root = t.Parent[root]
		}
		if t.Parent[root] >= 0 || root > k {
			continue
		}
		switch {
		case t.Tags[root] == "AUX" && t.Lemmas[root] == "have" && t.Parent[noun] == root && t.onlyAdverbs(root+1, k):
			t.asVerb(k, noun, root)
			t.Rels[root] = "aux"
		case t.Tags[root] == "PROPN" && t.Rels[noun] == "conj" && t.Tags[k-1] == "PROPN" && t.Parent[noun] == root:
			t.asVerb(k, noun, root)
			t.Rels[root] = "nsubj"
		}
	}
}

// onlyAdverbs reports whether nothing but adverbs stands in [first, end).
func (t *Tree) onlyAdverbs(first, end int) bool {
	for i := first; i < end; i++ {
		if t.Tags[i] != "ADV" && t.Tags[i] != "PART" && !adverb(t.Words[i]) {
			return false
		}
	}
	return end-first < 4
}

// asVerb makes token k the root over the noun behind it, its object, and over
// what was the root.
func (t *Tree) asVerb(k, noun, root int) {
	for i, p := range t.Parent {
		if p == root && i != k && (i > k || t.Rel(i) == "nsubj" || t.Rel(i) == "aux" || t.Rel(i) == "obl" || t.Rel(i) == "advmod") {
			t.Parent[i] = k
		}
		if p == noun && i > noun && (t.Rel(i) == "nmod" || t.Rel(i) == "punct") {
			t.Parent[i] = k
			if t.Rel(i) == "nmod" {
				t.Rels[i] = "obl"
			}
		}
		if p == noun && i > noun && t.Rels[i] == "acl" && t.Penn[i] == "VBG" {
			t.Parent[i], t.Rels[i] = k, "advcl"
		}
	}
	t.Parent[k], t.Rels[k] = -1, "root"
	t.Parent[noun], t.Rels[noun] = k, "obj"
	t.Parent[root] = k
	if lemma, known := irregular()[t.Words[k]]; known {
		t.Lemmas[k] = lemma
	}
}

// mendContent repairs a clause of content that is read as a relative one with
// "that" for its object though it has one of its own: "told a conference that
// she had delivered a protest".
func (t *Tree) mendContent() {
	for k, noun := range t.Parent {
		if noun < 1 || noun >= k || t.Rels[k] != "acl:relcl" || t.Parent[noun] < 0 || t.Parent[noun] >= noun || t.Tags[t.Parent[noun]] != "VERB" {
			continue
		}
		that, object, subject := -1, false, false
		for i := noun + 1; i < t.Len() && i < k+12; i++ {
			if t.Parent[i] != k {
				continue
			}
			switch {
			case i < k && t.Words[i] == "that" && t.Rels[i] == "obj":
				that = i
			case i > k && t.Rels[i] == "obj":
				object = true
			case i < k && t.Rels[i] == "nsubj":
				subject = true
			}
		}
		if that == noun+1 && object && subject {
			t.Parent[k], t.Rels[k] = t.Parent[noun], "ccomp"
			t.Rels[that], t.Tags[that] = "mark", "SCONJ"
		}
	}
}
