package actor

import (
	"chancery"
)

// findHolder looks for the person of an office: the name that follows it
// ("Foreign Minister Sergei Lavrov", "the minister, Sergei Lavrov,") or stands
// before it ("Sergei Lavrov, the Russian foreign minister"), and gives both
// what each tells.
func (p *pass) findHolder(sentence int, m *found, start, stop int) {
	words := p.words[sentence]
	at := stop
	comma := false
	if at < len(words) && words[at].text == "," {
		comma = true
		at++
	}
	if person := p.personAt(sentence, at, comma); person != nil {
		if len(m.Parties) == 0 && !comma {
			p.ofCountry(m, person)
		}
		p.join(m, person)
		m.roleSpan = true
		return
	}
	before := start - 1
	for before >= 0 && (words[before].key == "the" || words[before].key == "a" || words[before].key == "an" || words[before].key == "its" || words[before].key == "their") {
		before--
	}
	if before > 0 && words[before].text == "," {
		if person := p.personEnding(sentence, before); person != nil {
			p.join(m, person)
		}
	}
}

// ofCountry gives an office the country that stands behind its person
// ("President Rahmon of Tajikistan").
func (p *pass) ofCountry(office, person *found) {
	words := p.words[person.Sentence]
	at := person.End
	if at+1 >= len(words) || words[at].key != "of" {
		return
	}
	if at++; words[at].key == "the" {
		at++
	}
	if of := p.starting(person.Sentence, at); of != nil && len(of.Parties) == 1 && of.PartyKind == chancery.PartyState && of.class != classAdj {
		p.name(office, of.Party())
		office.Rule, office.Confidence = "role+name+of", 0.9
	}
}

// personAt is the person whose name starts at the token; a run of capitalised
// words behind an office is one, known or not.
func (p *pass) personAt(sentence, first int, comma bool) *found {
	words := p.words[sentence]
	if first >= len(words) {
		return nil
	}
	for m := range p.near(sentence, first, first+1) {
		if !m.dropped && m.Kind == chancery.MentionPerson && m.First == first {
			return m
		}
	}
	if comma || !words[first].upper {
		return nil
	}
	end := p.nameRun(sentence, first, 5)
	if end == first || end == first+1 && len(words[first].key) < 3 {
		return nil
	}
	for m := range p.near(sentence, first, end) {
		if !m.dropped && m.First < end && first < m.End {
			m.dropped = true
		}
	}
	return p.newPerson(sentence, first, end, "after-office")
}

// newPerson makes a mention of a person whom no table of full names knows.
func (p *pass) newPerson(sentence, first, end int, rule string) *found {
	m := p.add(sentence, first, end, chancery.MentionPerson, rule, 0.8)
	m.Person = p.textOf(sentence, first, end)
	return m
}

func (p *pass) personEnding(sentence, end int) *found {
	for m := range p.near(sentence, end-1, end) {
		if !m.dropped && m.Kind == chancery.MentionPerson && m.End == end {
			return m
		}
	}
	return nil
}

// join ties an office and its person: the office in the text decides, what it
// does not tell comes from the person's term on the day.
func (p *pass) join(office, person *found) {
	if len(office.Parties) == 0 {
		if len(person.Parties) == 0 && person.End-person.First == 1 {
			p.bySurname(person, office.Office)
		}
		office.Parties, office.PartyKind = person.Parties, person.PartyKind
		if len(person.Parties) > 0 {
			office.Rule = "office+person"
			office.Confidence = person.Confidence
			if !chancery.OfficialSector(person.Sector) {
				office.Sector = person.Sector // "the group's leader Hemedti"
			}
		}
	} else {
		if known := p.byName[skeleton(person.Person)]; len(known) > 0 {
			if h := p.holderOn(known, p.date(), office.Party()); h != nil {
				person.Person = h.name
			} else if len(person.Parties) > 0 && person.Party() != office.Party() {
				person.RunnerUp = person.Party()
			}
		} else if person.End-person.First == 1 {
			p.fullName(person, office)
		}
		person.Parties, person.PartyKind = office.Parties, office.PartyKind
		person.Rule, person.Confidence = "office+name", 0.95
	}
	person.Office, person.Sector = office.Office, office.Sector
	office.Person = person.Person
	office.ante = person
}

// fullName completes a surname behind an office and a country from the table.
func (p *pass) fullName(person, office *found) {
	var fit []int32
	for _, index := range p.bySur[skeleton(person.Person)] {
		if h := &p.holders[index]; h.party == office.Party() {
			fit = append(fit, index)
		}
	}
	if h := p.holderOn(fit, p.date(), office.Party()); h != nil {
		person.Person = h.name
	}
}

// bySurname resolves a lone surname by the holders of high office on the day.
func (p *pass) bySurname(m *found, office string) bool {
	list := p.bySur[skeleton(m.Person)]
	if office != "" {
		var fit []int32
		for _, index := range list {
			if p.holders[index].office == office {
				fit = append(fit, index)
			}
		}
		if len(fit) > 0 {
			list = fit
		}
	}
	code, sure := p.oneParty(list, p.date())
	if !sure {
		code, sure = p.mostNamed(list)
	}
	if !sure {
		return false
	}
	h := p.holderOn(list, p.date(), code)
	if h == nil {
		return false
	}
	p.hold(m, h)
	m.Rule, m.Confidence = "table:surname", 0.8
	return true
}

// mostNamed chooses among holders of several parties the one whose party the
// document names.
func (p *pass) mostNamed(list []int32) (string, bool) {
	best, hits, tie := "", 0, false
	for _, index := range list {
		h := &p.holders[index]
		if n := p.cues.codes[h.party]; n > hits {
			best, hits, tie = h.party, n, false
		} else if n == hits && n > 0 && h.party != best {
			tie = true
		}
	}
	return best, hits > 0 && !tie
}
