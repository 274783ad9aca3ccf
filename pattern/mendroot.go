package pattern

import "strings"

// mendRoot repairs a sentence that came out as one noun phrase because its verb
// has the form of a plural: "the resolution calls on Oslo to …", "the army
// shoots down a drone", "Norway plans to …".
func (t *Tree) mendRoot() {
	for i := 1; i+1 < t.Len(); i++ {
		before := i - 1
		if t.Parent[i] >= 0 || t.Tags[i] != "NOUN" || t.Penn[i] != "NNS" || !verbWith(strings.TrimSuffix(t.Words[i], "s"), t.Words[i+1]) {
			continue
		}
		if t.Parent[before] != i || !t.isNoun(before) && t.Tags[before] != "ADJ" || t.childOf(i, "cop") {
			continue
		}
		t.Tags[i], t.Penn[i] = "VERB", "VBZ"
		if t.Tags[before] == "ADJ" {
			t.Tags[before] = "NOUN" // "the military"
		}
		t.Rels[before] = "nsubj"
		for k := range t.Parent {
			if t.Parent[k] != i || k == before {
				continue
			}
			switch rel := t.Rel(k); {
			case k < before && rel != "cc" && rel != "punct" && rel != "advmod" && rel != "obl":
				t.Parent[k] = before
			case k > i && rel == "acl":
				t.Rels[k] = "xcomp"
			case k > i && rel == "nmod" && t.Words[i+1] == "down" && t.Parent[i+1] == k:
				t.Rels[k] = "obj"
				t.Parent[i+1], t.Rels[i+1] = i, "compound:prt"
			case k > i && rel == "nmod":
				t.Rels[k] = "obl"
			}
		}
	}
}

// childOf reports whether a dependent of token i has the relation.
func (t *Tree) childOf(i int, rel string) bool {
	for k, up := range t.Parent {
		if up == i && t.Rels[k] == rel {
			return true
		}
	}
	return false
}

// verbWith reports whether a noun's plural is surely a verb before the word.
func verbWith(lemma, next string) bool {
	switch lemma {
	case "call":
		return next == "on" || next == "upon" || next == "for"
	case "shoot":
		return next == "down"
	case "appeal":
		return next == "to" || next == "for"
	case "vow", "pledge", "plan", "offer", "hope", "move", "aim", "seek", "promise", "threat":
		return next == "to"
	}
	return false
}
