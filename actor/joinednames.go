package actor

import (
	"chancery"
)

// readJoined finds names that are told with a part in common or by a stem:
// "North and South Korea", "Sino-Japanese".
func (p *pass) readJoined(sentence int) {
	words := p.words[sentence]
	for i := 0; i+2 < len(words); i++ {
		if code := stemParty(words[i].key); code != "" && words[i].upper && words[i+1].text == "-" && words[i+2].upper && p.isAdjective(words[i+2].key) {
			m := p.add(sentence, i, i+1, chancery.MentionParty, "stem", 0.9)
			p.name(m, code)
			m.class, m.Adjective = classAdj, true
			continue
		}
		if i+3 < len(words) && quarter(words[i].key) && words[i].upper && words[i+1].key == "and" && quarter(words[i+2].key) {
			index, known := p.forms[words[i].key+words[i+3].key]
			if !known || p.entries[index].class != className {
				continue
			}
			m := p.add(sentence, i, i+1, chancery.MentionParty, "joined", 0.85)
			p.name(m, p.entries[index].party)
			m.class = className
		}
	}
}

// quarter reports whether a word is the first of two states' names that share
// the second.
func quarter(word string) bool {
	switch word {
	case "north", "south", "east", "west":
		return true
	}
	return false
}

// stemParty is the state of a stem that stands before a hyphen and an
// adjective.
func stemParty(word string) string {
	switch word {
	case "sino":
		return "CHN"
	case "russo":
		return "RUS"
	case "franco":
		return "FRA"
	case "anglo":
		return "GBR"
	case "indo":
		return "IND"
	case "greco", "graeco":
		return "GRC"
	case "turco":
		return "TUR"
	case "italo":
		return "ITA"
	case "nippo":
		return "JPN"
	case "austro":
		return "AUT"
	case "ibero", "hispano":
		return "ESP"
	case "luso":
		return "PRT"
	}
	return ""
}

// isAdjective reports whether a word is the adjective of a state; "Pacific" in
// "Indo-Pacific" is none.
func (p *pass) isAdjective(word string) bool {
	index, known := p.forms[word]
	for known && index >= 0 {
		if e := p.entries[index]; e.class == classAdj {
			return true
		}
		index = p.entries[index].next
	}
	return false
}
