package actor

import (
	"slices"

	"chancery"
)

// readAppointments gives a person the office that a sentence says they come
// into: "X is sworn in as Prime Minister of Freedonia", "X was elected
// president", "Freedonia appoints X as foreign minister".
func (p *pass) readAppointments(sentence int) {
	words := p.words[sentence]
	for i, w := range words {
		if !comesInto(w.key) {
			continue
		}
		office := p.officeAfter(sentence, i+1)
		if office == nil || office.Plural || len(office.Parties) == 0 || office.Person != "" || office.Sector == "ELI" {
			continue
		}
		person := p.personBetween(sentence, i+1, office.First)
		if person == nil {
			person = p.personBefore(sentence, i)
		}
		if person == nil || len(person.Parties) > 0 {
			continue
		}
		person.Parties, person.PartyKind, person.Office, person.Sector = office.Parties, office.PartyKind, office.Office, office.Sector
		person.Rule, person.Confidence = "comes-into-office", 0.85
	}
}

// comesInto reports whether a word tells that somebody comes into an office.
func comesInto(key string) bool {
	switch key {
	case "sworn", "elected", "reelected", "appointed", "appoints", "named", "names", "inaugurated", "installed", "nominated", "nominates", "becomes", "became", "succeeds", "succeeded", "chosen", "elects", "appoint", "confirmed":
		return true
	}
	return false
}

// officeAfter is the first office that starts within eight words and before
// the next mark of a clause.
func (p *pass) officeAfter(sentence, first int) *found {
	words := p.words[sentence]
	for i := first; i < len(words) && i < first+8; i++ {
		if words[i].text == ";" || words[i].text == "." || words[i].key == "who" {
			return nil
		}
		for m := range p.near(sentence, i, i+1) {
			if !m.dropped && m.First == i && m.Kind == chancery.MentionOffice {
				return m
			}
		}
	}
	return nil
}

// personBetween is the person whose name stands whole between the tokens.
func (p *pass) personBetween(sentence, first, end int) *found {
	for m := range p.near(sentence, first, end) {
		if !m.dropped && m.Kind == chancery.MentionPerson && m.First >= first && m.End <= end {
			return m
		}
	}
	return nil
}

// personBefore is the person named last before the verb, at most nine words
// back, unless a comma's clause or another office stands between that is not
// set in commas.
func (p *pass) personBefore(sentence, verb int) *found {
	var best *found
	for m := range p.near(sentence, max(0, verb-9), verb) {
		if !m.dropped && m.Kind == chancery.MentionPerson && m.End <= verb && m.End > verb-9 && (best == nil || m.First > best.First) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	for _, w := range p.words[sentence][best.End:verb] {
		switch w.key {
		case "who", "that", "said", "says", "after", "when", "as", "by", "and":
			return nil
		}
	}
	return best
}

// readNamedOfficials gives the persons named in a row behind the plural of an
// office what it tells: "Key Iranian officials A, B and C".
func (p *pass) readNamedOfficials(sentence int) {
	words := p.words[sentence]
	for _, m := range slices.Clone(p.found[sentence]) {
		if m.dropped || m.Kind != chancery.MentionOffice || !m.Plural || len(m.Parties) != 1 {
			continue
		}
		for at := m.End; at < len(words); {
			person := p.personAt(sentence, at, true)
			if person == nil {
				break
			}
			if len(person.Parties) == 0 {
				person.Parties, person.PartyKind, person.Sector = m.Parties, m.PartyKind, m.Sector
				person.Office = m.Office
				person.Rule, person.Confidence = "officials+name", 0.8
			}
			for at = person.End; at < len(words) && (words[at].text == "," || words[at].key == "and"); {
				at++
			}
		}
	}
}
