package pattern

// mendCounts repairs objects that a parser took for phrases because they begin
// with a word of measure: "sent at least three ships", "sent up to 200 men". The
// noun is the verb's object where it has no other one.
func (t *Tree) mendCounts() {
	for i := 1; i+2 < t.Len(); i++ {
		if !t.countBegins(i) {
			continue
		}
		noun := i + 2
		for noun < t.Len() && noun < i+9 && !t.nounHead(noun) {
			switch t.Tags[noun] {
			case "NUM", "ADJ", "NOUN", "PROPN", "DET":
			default:
				noun = t.Len()
			}
			noun++
		}
		if noun >= t.Len() || noun >= i+9 {
			continue
		}
		verb := t.Parent[noun]
		if verb < 0 || verb >= i || i-verb > 3 || t.Tags[verb] != "VERB" || t.Rels[noun] != "obl" || t.hasObject(verb, noun) {
			continue
		}
		t.Rels[noun] = "obj"
		for _, k := range []int{i, i + 1} {
			if t.Parent[k] == noun || t.Parent[k] == verb {
				t.Parent[k], t.Rels[k] = noun, "advmod"
			}
		}
	}
}

// countBegins reports whether a word of measure with a number stands at token i.
func (t *Tree) countBegins(i int) bool {
	switch t.Words[i] + " " + t.Words[i+1] {
	case "at least", "at most", "up to", "as many", "close to":
	default:
		return false
	}
	for k := i + 2; k < t.Len() && k < i+4; k++ {
		if t.Tags[k] == "NUM" {
			return true
		}
	}
	return false
}

// hasObject reports whether a verb has an object beside noun, or is passive.
func (t *Tree) hasObject(verb, noun int) bool {
	for k, up := range t.Parent {
		if up == verb && k != noun && (t.Rel(k) == "obj" || t.Rels[k] == "aux:pass") {
			return true
		}
	}
	return false
}
