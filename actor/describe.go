package actor

import (
	"fmt"

	"chancery"
)

// description is a noun by which a text speaks again of somebody.
type description struct {
	sort string // state, trait, neighbour, igo, named, pair
	code string
}

func (t *tables) addDescription(c []string) error {
	if err := need(c, 2, "noun, sort, code"); err != nil {
		return err
	}
	switch c[1] {
	case "state", "trait", "neighbour", "igo", "named", "pair":
	default:
		return fmt.Errorf("%w: %q is none of state, trait, neighbour, igo, named, pair", errColumns, c[1])
	}
	t.nouns[fold(c[0])] = description{c[1], at(c, 2)}
	return nil
}

// readDescriptions finds "the alliance", "both sides", "the two countries",
// "the country" in a sentence; what they mean is settled later.
func (p *pass) readDescriptions(sentence int) {
	words := p.words[sentence]
	for i, w := range words {
		d, known := p.nouns[w.key]
		if !known || w.upper && i > 0 && p.insideName(sentence, i, i+1) || p.covered(sentence, i) || i > 0 && words[i-1].text == "-" {
			continue
		}
		if d.sort == "neighbour" {
			p.readNeighbour(sentence, i)
			continue
		}
		start, pair := p.determiner(sentence, i)
		if start < 0 || d.sort == "pair" != pair {
			continue
		}
		if i+1 < len(words) && words[i+1].key == "of" || d.sort == "state" && p.sentences[sentence].Tokens[i].Deprel == "compound" {
			continue // "the island of …", "the island chain"
		}
		m := p.add(sentence, start, i+1, chancery.MentionDescription, "description", 0.6)
		m.Head, m.Plural, m.key, m.host = i, d.sort == "pair", "describe:"+d.sort, d.code
		m.size = sizeBefore(words[start:i])
		m.traits = p.traitsOf(words[start : i+1])
		p.describedAs(m, words[start:i])
	}
}

// covered reports whether an office or organ already takes the token.
func (p *pass) covered(sentence, token int) bool {
	for m := range p.near(sentence, token, token+1) {
		if !m.dropped && m.First <= token && token < m.End && (m.Kind == chancery.MentionOffice || m.Kind == chancery.MentionDescription) {
			return true
		}
	}
	return false
}

// determiner walks left over at most four modifiers to "the", "this" or, for
// pairs, "both" and "the two"; -1 when there is none.
func (p *pass) determiner(sentence, noun int) (start int, pair bool) {
	words := p.words[sentence]
	for k := noun - 1; k >= 0 && k > noun-6; k-- {
		switch words[k].key {
		case "both":
			return k, true
		case "two":
			if k > 0 && (words[k-1].key == "the" || words[k-1].key == "these") {
				return k - 1, true
			}
			return -1, false
		case "the", "this", "that":
			return k, pair
		case "warring", "feuding", "neighbouring", "neighboring", "rival":
			pair = true
		case "":
			if words[k].text != "-" {
				return -1, false
			}
		case "s", "of", "in", "to", "and", "other", "first", "only", "last", "same":
			return -1, false
		}
	}
	return -1, false
}

// describedAs reads modifiers that say which organisation is meant.
func (p *pass) describedAs(m *found, words []word) {
	for _, w := range words {
		switch w.key {
		case "western", "atlantic", "transatlantic", "usled", "military", "defence", "defense":
			if m.host == "NATO" {
				m.host = "!NATO"
			}
		case "european":
			if m.key == "describe:igo" {
				m.host = "!EU"
			}
		case "world", "global":
			if m.host == "UN" {
				m.host = "!UN"
			}
		case "regional", "african":
			if m.host == "EU" {
				m.host = ""
			}
		}
	}
}
