package actor

import (
	"fmt"

	"chancery"
)

func (t *tables) addReading(c []string) error {
	if err := need(c, 3, "relation, word, reading"); err != nil {
		return err
	}
	if c[2] != "place" && c[2] != "actor" {
		return fmt.Errorf("%w: %q is neither place nor actor", errColumns, c[2])
	}
	t.readings[[2]string{c[0], c[1]}] = c[2] == "actor"
	return nil
}

// placeOrParty decides for every name of a place whether the place is meant or
// those who act for it, from the arcs and, where the parser has not run, the
// words around. States and capitals that act become parties.
func (p *pass) placeOrParty() {
	for i := range p.sentences {
		for _, m := range p.found[i] {
			if m.dropped || m.Kind != chancery.MentionPlace {
				continue
			}
			rule, acts := p.acts(m)
			if !acts {
				continue
			}
			m.Metonym = true
			m.Rule += "+" + rule
			if m.class == className || m.class == classCapital {
				m.Kind = chancery.MentionParty
			}
		}
	}
}

// acts tells by which rule a place name stands for its government or people.
func (p *pass) acts(m *found) (rule string, yes bool) {
	tokens := p.sentences[m.Sentence].Tokens
	if tokens[m.Head].Deprel == "" {
		return p.actsByWords(m)
	}
	if p.inPlace(m) {
		return "", false
	}
	if rule, acts := p.actsByArcs(m.Sentence, m.Head, 0); acts || rule != "" {
		return rule, acts
	}
	return p.actsByVerb(m)
}

// inPlace reports whether a preposition of place or a point of the compass
// stands right before the name.
func (p *pass) inPlace(m *found) bool {
	words := p.words[m.Sentence]
	i := m.First - 1
	if i >= 0 && words[i].key == "the" {
		i--
	}
	if i < 0 || m.End < len(words) && (words[m.End].text == "'s" || words[m.End].text == "’s") {
		return false
	}
	switch words[i].key {
	case "in", "at", "near", "into", "within", "inside", "across", "throughout", "around", "through", "outside",
		"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern", "mainland", "rural":
		return true
	}
	return false
}

// actsByVerb reads a name right before a finite verb as its subject when the
// parser took it for something else.
func (p *pass) actsByVerb(m *found) (rule string, yes bool) {
	tokens := p.sentences[m.Sentence].Tokens
	if m.End >= len(tokens) || m.First > 0 && p.words[m.Sentence][m.First-1].key != "" && tokens[m.First-1].UPOS == "ADP" {
		return "", false
	}
	switch tokens[m.End].XPOS {
	case "VBN":
		return "subject", m.First == 0
	case "VBD", "VBZ", "MD", "VBP":
		return p.reading("subject", p.lemma(m.Sentence, m.End), p.lemma(m.Sentence, m.End) != "be")
	}
	return "", false
}

// actsByArcs reads the relation of a token to its governor; a coordinated name
// is read as the first of its row.
func (p *pass) actsByArcs(sentence, at, depth int) (rule string, yes bool) {
	tokens := p.sentences[sentence].Tokens
	token := tokens[at]
	head := token.Head - 1
	if head < 0 || head >= len(tokens) || depth > 6 {
		return "", false
	}
	governor := p.lemma(sentence, head)
	switch token.Deprel {
	case "nsubj", "nsubj:outer", "csubj":
		if tokens[head].UPOS != "VERB" {
			return p.reading("predicate", governor, true)
		}
		return p.reading("subject", governor, true)
	case "nsubj:pass":
		return p.reading("passive", governor, true)
	case "obj", "iobj":
		return p.reading("object", governor, true)
	case "compound", "amod":
		return p.reading("compound", governor, p.readings[[2]string{"of", governor}])
	case "appos":
		acts := p.readings[[2]string{"of", governor}]
		return "appos", acts
	case "conj":
		if above := tokens[head].Head - 1; above >= 0 && above < len(tokens) {
			if rule, acts := p.actsByPreposition(sentence, at, p.lemma(sentence, above)); rule != "" {
				return rule, acts
			}
		}
		return p.actsByArcs(sentence, head, depth+1)
	case "nmod:poss":
		return p.reading("poss", governor, p.readings[[2]string{"of", governor}])
	case "obl:agent":
		return "by", true
	case "nmod", "obl":
		return p.actsByPreposition(sentence, at, governor)
	}
	return "", false
}

// actsByPreposition reads "with Iran", "for Italy", "of China".
func (p *pass) actsByPreposition(sentence, at int, governor string) (rule string, yes bool) {
	tokens := p.sentences[sentence].Tokens
	for i := at - 1; i >= 0 && i > at-8; i-- {
		if tokens[i].Head-1 == at && tokens[i].Deprel == "case" {
			preposition := p.words[sentence][i].key
			switch preposition {
			case "of", "with", "for", "by", "against", "between", "to", "from", "on", "as", "under", "towards", "toward":
				_, usual := p.readings[[2]string{preposition, "*"}]
				return p.reading(preposition, governor, usual)
			}
			return "", false
		}
	}
	return "", false
}

// reading looks up the word beside the relation, else takes the usual reading.
func (p *pass) reading(relation, word string, usual bool) (rule string, yes bool) {
	acts, known := p.readings[[2]string{relation, word}]
	if !known {
		acts = usual
	}
	return relation, acts
}

func (p *pass) lemma(sentence, token int) string {
	if lemma := p.sentences[sentence].Tokens[token].Lemma; lemma != "" {
		return fold(lemma)
	}
	return p.words[sentence][token].key
}

// actsByWords is the reading without arcs.
func (p *pass) actsByWords(m *found) (rule string, yes bool) {
	words := p.words[m.Sentence]
	if m.First > 0 && locative(words[m.First-1].key) || m.First > 1 && words[m.First-1].key == "the" && locative(words[m.First-2].key) {
		return "", false
	}
	if m.End >= len(words) {
		return "", false
	}
	if next := words[m.End]; next.text == "'s" || next.text == "’s" {
		return "possessive", true
	}
	return "subject", m.First == 0 && !words[m.End].upper && words[m.End].key != ""
}

func locative(key string) bool {
	switch key {
	case "in", "into", "inside", "from", "near", "across", "through", "throughout", "at", "around", "outside", "within", "via", "over", "southern", "northern", "eastern", "western", "central", "off", "to":
		return true
	}
	return false
}
