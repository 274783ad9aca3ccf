package actor

import (
	"strings"

	"chancery"
)

// home is the state that a text is written in, by its dateline ("AMMAN — …",
// "Beirut, Lebanon (AP) - …"), else by a publisher named for a state or town
// ("Jordan Times"); the mention that tells it, or nil.
func (p *pass) home() *found {
	if p.homeRead {
		return p.homeAt
	}
	p.homeRead = true
	if p.homeAt = p.dateline(); p.homeAt == nil {
		p.homeAt = p.pressHome()
	}
	return p.homeAt
}

// topic is a mention of the state that the text names most, or nil where two
// are named as often.
func (p *pass) topic() *found {
	counts := map[string]int{}
	var first []*found
	for _, list := range p.found {
		for _, m := range list {
			if m.dropped || m.class != className && m.class != classAdj && m.class != classCapital && m.class != classPeople || len(m.Parties) != 1 || m.PartyKind != chancery.PartyState {
				continue
			}
			if counts[m.Party()]++; counts[m.Party()] == 1 {
				first = append(first, m)
			}
		}
	}
	var best *found
	for _, m := range first {
		switch {
		case best == nil || counts[m.Party()] > counts[best.Party()]:
			best = m
		}
	}
	for _, m := range first {
		if m != best && counts[m.Party()] == counts[best.Party()] {
			return nil
		}
	}
	return best
}

// ofTheRepublic reports whether the office is told with its own state and no
// name ("the president of the republic").
func (p *pass) ofTheRepublic(m *found) bool {
	words := p.words[m.Sentence]
	if m.End > m.First+2 && words[m.End-1].key == "republic" && words[m.End-2].key == "the" {
		return m.key == "" || m.Kind == chancery.MentionOffice
	}
	if m.End+2 >= len(words) || words[m.End].key != "of" || words[m.End+1].key != "the" || m.End+3 < len(words) && (words[m.End+3].key == "of" || words[m.End+3].upper) {
		return false
	}
	switch words[m.End+2].key {
	case "republic", "nation":
		return true
	}
	return false
}

// settleChambers gives "Congress" and "the Senate" of a text that does not
// speak of the United States to the state that it speaks of most.
func (p *pass) settleChambers() {
	var chambers []*found
	for _, list := range p.found {
		for _, m := range list {
			if m.dropped || len(m.Parties) != 1 || m.Party() != "USA" {
				continue
			}
			if m.class != classOrgan || m.key != "congress" && m.key != "senate" && m.key != "the senate" && m.key != "supreme court" {
				return
			}
			chambers = append(chambers, m)
		}
	}
	if len(chambers) == 0 {
		return
	}
	from := p.home()
	if from == nil {
		from = p.topic()
	}
	for _, m := range chambers {
		if from != nil {
			p.take(m, from, "home-chamber", 0.7)
		}
	}
}

// datelineTokens is how many tokens a dateline has at most.
const datelineTokens = 14

func (p *pass) dateline() *found {
	if len(p.sentences) == 0 {
		return nil
	}
	words := p.words[0]
	end := -1
	for i := 1; i < len(words) && i < datelineTokens; i++ {
		if text := words[i].text; text == "—" || text == "–" || text == "-" || text == "--" || text == ":" {
			end = i
			break
		}
	}
	if end < 0 || words[0].text == "" || !words[0].upper {
		return nil
	}
	for _, w := range words[:end] {
		if w.key != "" && !w.upper && w.key[0] > '9' {
			return nil // a sentence with a dash, not a dateline
		}
	}
	for m := range p.near(0, 0, 1) {
		if m.First == 0 && !m.dropped && m.Kind == chancery.MentionPlace && len(m.Parties) == 1 && m.End <= end {
			return m
		}
	}
	return nil
}

// pressHome is the state whose name, or whose town's, stands in the name of
// the publisher, where that is a newspaper or an agency of news.
func (p *pass) pressHome() *found {
	name := p.doc.Publisher
	press := false
	for _, word := range strings.Fields(name) {
		switch word {
		case "Times", "Post", "Herald", "Gazette", "News", "Tribune", "Independent", "Today", "Daily", "Observer", "Star", "Standard", "Mail", "Chronicle", "Monitor":
			press = true
		}
	}
	if !press {
		return nil
	}
	for _, word := range strings.Fields(name) {
		index, known := p.forms[fold(word)]
		if !known {
			continue
		}
		if e := p.entries[index]; e.class == className || e.class == classAdj || e.class == classCapital {
			m := &found{class: e.class}
			p.name(m, e.party)
			m.Rule, m.Confidence = "press", 0.8
			return m
		}
	}
	return nil
}

// atHome gives an office in front of a name, without a country of its own, to
// the state that the text is written in.
func (p *pass) atHome(m *found) bool {
	if p.ofTheRepublic(m) {
		from := p.home()
		if from == nil {
			from = p.topic()
		}
		if from != nil && from.PartyKind == chancery.PartyState {
			p.take(m, from, "home", 0.7)
			return true
		}
	}
	if m.Kind != chancery.MentionOffice || !m.roleSpan && !p.titleOfTwo(m) || m.First > 0 && p.words[m.Sentence][m.First-1].key == "s" {
		return false
	}
	from := p.home()
	if from == nil || from.PartyKind != chancery.PartyState && from.PartyKind != chancery.PartyTerritory {
		return false
	}
	p.take(m, from, "home", 0.6)
	if from.Rule == "press" {
		m.ante = nil
	}
	return true
}

// titleOfTwo reports whether the office is the first of two that one person
// holds ("Deputy Premier and Trade Minister Olav Berg").
func (p *pass) titleOfTwo(m *found) bool {
	words := p.words[m.Sentence]
	if m.End+1 >= len(words) || words[m.End].key != "and" || !words[m.First].upper || !words[m.End+1].upper {
		return false
	}
	for other := range p.near(m.Sentence, m.End+1, m.End+2) {
		if other.First > m.End && other.First <= m.End+3 && other.roleSpan {
			return true
		}
	}
	return false
}
