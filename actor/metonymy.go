package actor

import "chancery"

// placeOrParty decides for every name of a state or capital whether the place
// is meant or those who act for it, from the words around and, where the
// parser has run, the arcs.
func (p *pass) placeOrParty() {
	for i := range p.sentences {
		for _, m := range p.found[i] {
			if m.dropped || m.class != className && m.class != classCapital {
				continue
			}
			if rule, acts := p.acts(m); acts {
				m.Kind, m.Metonym = chancery.MentionParty, true
				m.Rule += "+" + rule
			}
		}
	}
}

// acts tells by which rule a place name stands for its government or people.
func (p *pass) acts(m *found) (rule string, yes bool) {
	words := p.words[m.Sentence]
	if m.Adjective {
		return "modifies", true
	}
	if m.First > 0 && locative(words[m.First-1].key) {
		return "", false
	}
	if m.First > 1 && words[m.First-1].key == "the" && locative(words[m.First-2].key) {
		return "", false
	}
	if m.End < len(words) && (words[m.End].text == "'s" || words[m.End].text == "’s") {
		return "possessive", true
	}
	tokens := p.sentences[m.Sentence].Tokens
	switch tokens[m.Head].Deprel {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "csubj":
		return "role", true
	case "conj":
		return "conj", m.First == 0
	case "":
		return "subject", m.First == 0 && m.End < len(words) && !words[m.End].upper && words[m.End].key != ""
	}
	return "", false
}

func locative(key string) bool {
	switch key {
	case "in", "into", "inside", "from", "near", "across", "through", "throughout", "at", "around", "outside", "within", "via", "over", "southern", "northern", "eastern", "western", "central", "off", "to":
		return true
	}
	return false
}
