package pattern

// mendHyphens repairs a noun whose modifier is a name and a participle joined by
// a hyphen, where a parser took the name for the noun and the participle for a
// verb: in "struck ports in rebel-held Yemen" it is Yemen that stands in the
// phrase.
func (t *Tree) mendHyphens() {
	for i := 0; i+3 < t.Len(); i++ {
		verb := i + 2
		if t.Words[i+1] != "-" || t.Tags[verb] != "VERB" && t.Tags[verb] != "ADJ" || t.Penn[verb] != "VBN" && t.Penn[verb] != "VBD" && t.Penn[verb] != "JJ" || !t.isNoun(i) && t.Tags[i] != "ADJ" {
			continue
		}
		noun := verb + 1
		for noun < t.Len() && noun < verb+6 && !t.nounHead(noun) && (t.Tags[noun] == "ADJ" || t.isNoun(noun)) {
			noun++
		}
		if noun >= t.Len() || !t.nounHead(noun) || t.Parent[noun] != verb {
			continue
		}
		up, rel := t.Parent[i], t.Rels[i]
		if up == verb || up == noun || up < 0 {
			up, rel = t.Parent[verb], t.Rels[verb]
		}
		over := t.Parent[verb]
		if up == verb || up == noun || over == noun {
			continue
		}
		for k, p := range t.Parent {
			switch {
			case p == i && k < i && t.Rel(k) != "punct":
				t.Parent[k] = noun // "in" and "the" before the name
			case p == verb && k > noun && over >= 0:
				t.Parent[k] = over
			}
		}
		t.Parent[noun], t.Rels[noun] = up, rel
		t.Parent[verb], t.Rels[verb] = noun, "amod"
		t.Parent[i], t.Rels[i] = verb, "compound"
	}
}
