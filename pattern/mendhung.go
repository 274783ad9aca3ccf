package pattern

// mendHung repairs what a parser hung on the wrong noun: an apposition on the
// noun over the name it stands behind ("ties with Oslo, a town that …"), a
// phrase behind an aside on the aside ("met on Monday, in Rome, with Olav"),
// and a participle with its doer that was tagged as a past tense ("the role
// played by Oslo").
func (t *Tree) mendHung() {
	for k := range t.Parent {
		switch {
		case t.Rels[k] == "acl" && t.Penn[k] == "VBD" && t.agentOf(k):
			t.Penn[k] = "VBN"
		case t.Rels[k] == "appos" && t.Tags[k] == "NOUN":
			t.hangApposition(k)
		case t.Rels[k] == "nmod" || t.Rels[k] == "obl":
			t.hangCompanion(k)
		case t.Words[k] == "to" && t.Rels[k] == "mark":
			t.hangInfinitive(k)
		}
	}
}

// agentOf reports whether a phrase with "by" right behind verb k hangs on it.
func (t *Tree) agentOf(k int) bool {
	if k+2 >= t.Len() || t.Words[k+1] != "by" {
		return false
	}
	noun := t.Parent[k+1]
	return noun > k && t.Parent[noun] == k && t.Rel(noun) == "obl"
}

// hangApposition hangs the apposition k with an indefinite article on the name
// before its comma, where it hangs on a noun over that name.
func (t *Tree) hangApposition(k int) {
	first := k - 1
	for first > 0 && first > k-6 && t.Parent[first] == k && t.Words[first] != "a" && t.Words[first] != "an" {
		first--
	}
	if first < 2 || t.Words[first] != "a" && t.Words[first] != "an" || t.Words[first-1] != "," || t.Tags[first-2] != "PROPN" {
		return
	}
	name := first - 2
	for steps := 0; steps < 6 && t.Parent[name] >= 0 && t.Tags[t.Parent[name]] == "PROPN" && t.Parent[name] < first && (t.Rel(name) == "flat" || t.Rels[name] == "compound"); steps++ {
		name = t.Parent[name]
	}
	if t.Rel(name) != "nmod" && t.Rel(name) != "obl" {
		return
	}
	for up, steps := t.Parent[name], 0; up >= 0 && steps < 4; steps++ {
		if up == t.Parent[k] {
			t.Parent[k] = name
			return
		}
		up = t.Parent[up]
	}
}

// hangCompanion hangs a phrase of "with" that stands behind a comma on the
// verb whose place or time stands before the comma, or on the noun whose
// participle does ("a meeting, held in Rome, with Olav").
func (t *Tree) hangCompanion(k int) {
	up := t.Parent[k]
	if up < 0 || up > k || t.Parent[up] < 0 || t.Parent[up] > up {
		return
	}
	rel := ""
	switch {
	case t.Rels[k] == "nmod" && t.Rel(up) == "obl" && t.Tags[t.Parent[up]] == "VERB":
		rel = "obl"
	case t.Rels[k] == "obl" && t.Rels[up] == "acl" && t.Penn[up] == "VBN" && t.Words[up-1] == ",":
		rel = "nmod"
	default:
		return
	}
	for i := up + 1; i < k; i++ {
		if t.Words[i] == "with" && t.Parent[i] == k && t.Words[i-1] == "," {
			t.Parent[k], t.Rels[k] = t.Parent[up], rel
			return
		}
	}
}

// hangInfinitive hangs the infinitive of "to" at k on the noun right before it
// that takes one, where it hangs on the verb over that noun ("repeated its
// readiness to mend ties").
func (t *Tree) hangInfinitive(k int) {
	verb := t.Parent[k]
	if k < 2 || verb < k || t.Tags[verb] != "VERB" {
		return
	}
	for i := k - 3; i >= 0 && i > k-8; i-- { // "the readiness of Oslo to mend ties"
		if takesInfinitive(t.Words[i]) && t.Words[i+1] == "of" && t.Rel(verb) != "conj" && (t.Parent[verb] == t.Parent[i] || t.Parent[verb] > i && t.Parent[verb] < k) {
			t.Parent[verb], t.Rels[verb] = i, "acl"
			return
		}
	}
	if !takesInfinitive(t.Words[k-1]) {
		return
	}
	if over := t.Parent[k-1]; over >= 0 && over == t.Parent[verb] && t.Rels[k-1] == "obj" && t.Rel(verb) != "conj" {
		t.Parent[verb], t.Rels[verb] = k-1, "acl"
	}
}

// takesInfinitive names nouns that an infinitive completes.
func takesInfinitive(noun string) bool {
	switch noun {
	case "readiness", "willingness", "unwillingness", "reluctance", "intention", "desire", "determination", "keenness", "eagerness", "commitment",
		"pledge", "promise", "offer", "refusal", "ability", "inability", "failure":
		return true
	}
	return false
}
