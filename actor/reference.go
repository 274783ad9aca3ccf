package actor

import (
	"cmp"
	"slices"

	"chancery"
)

// mostBack is how many mentions (or tokens) a step looks back over.
const mostBack = 100

// memory is what the text has spoken of so far, the latest last.
type memory struct {
	states   []*found
	bodies   []*found
	persons  []*found
	plurals  []*found
	offices  []*found
	missions []*found
	// pronouns are those that head a subject and are resolved: who is spoken
	// of as "it" or "he" goes on being so.
	pronouns []*found
}

// refer resolves, in text order and by precise steps, what stands for
// something said before; each step leaves its name in Rule.
func (p *pass) refer() {
	p.settleChambers()
	mem := &memory{}
	for i := range p.sentences {
		list := slices.Clone(p.found[i])
		slices.SortStableFunc(list, func(a, b *found) int { return cmp.Compare(a.First, b.First) })
		for _, m := range list {
			if m.dropped {
				continue
			}
			p.resolve(m, mem)
			mem.note(m)
			if m.Kind == chancery.MentionPronoun && len(m.Parties) == 1 && p.isSubject(m) {
				mem.pronouns = append(mem.pronouns, m)
			}
		}
	}
}

func (mem *memory) note(m *found) {
	switch {
	case m.Kind == chancery.MentionPronoun:
		return
	case m.Kind == chancery.MentionMission:
		if m.mission != nil && m.mission.Sender != "" {
			mem.missions = append(mem.missions, m)
		}
		return
	case m.Kind == chancery.MentionPerson:
		mem.persons = append(mem.persons, m)
		return
	case m.Kind == chancery.MentionOffice:
		mem.offices = append(mem.offices, m)
		if m.Plural {
			mem.plurals = append(mem.plurals, m)
		} else if m.Person == "" {
			mem.persons = append(mem.persons, m)
		}
		return
	case len(m.Parties) == 0 || m.Rule == "scene":
		return
	case m.class == classPeople || len(m.Parties) > 1:
		mem.plurals = append(mem.plurals, m)
	}
	if len(m.Parties) != 1 {
		return
	}
	switch m.PartyKind {
	case chancery.PartyState, chancery.PartyTerritory:
		mem.states = append(mem.states, m)
	case chancery.PartyIGO:
		mem.bodies = append(mem.bodies, m)
	case chancery.PartyGroup:
		mem.plurals = append(mem.plurals, m)
	}
	if m.Kind == chancery.MentionDescription {
		mem.offices = append(mem.offices, m)
	}
}

// resolve tries the steps that fit the mention.
func (p *pass) resolve(m *found, mem *memory) {
	switch {
	case m.Kind == chancery.MentionMission:
		p.settleMission(m, mem)
	case m.key == "describe:state" || m.key == "describe:trait":
		p.resolveLand(m, mem)
	case m.key == "describe:neighbour":
		p.resolveNeighbour(m, mem)
	case m.key == "describe:igo" || m.key == "describe:named":
		p.resolveBody(m, mem)
	case m.key == "describe:newest":
		p.resolveNewest(m, mem)
	case m.key == "describe:pair":
		p.resolvePair(m, mem)
	case m.Kind == chancery.MentionPronoun:
		p.resolvePronoun(m, mem)
	case len(m.Parties) == 0 && (m.Kind == chancery.MentionOffice || m.Kind == chancery.MentionDescription || m.Kind == chancery.MentionOrganisation && m.Office != ""):
		person := m.ante
		p.resolveOffice(m, mem)
		if person != nil && person.Kind == chancery.MentionPerson && len(person.Parties) == 0 && len(m.Parties) == 1 {
			person.Parties, person.PartyKind, person.Rule, person.Confidence = m.Parties, m.PartyKind, "office+"+m.Rule, m.Confidence
		}
	}
}

func (p *pass) fromLast(m *found, list []*found, rule string) bool {
	if len(list) == 0 {
		return false
	}
	from := list[len(list)-1]
	if m.Sentence-from.Sentence > 6 {
		return false
	}
	p.take(m, from, rule, 0.7)
	return true
}

func (p *pass) take(m, from *found, rule string, confidence float64) {
	m.Parties, m.PartyKind, m.ante, m.Rule, m.Confidence = from.Parties, from.PartyKind, from, rule, confidence*from.Confidence
}

// resolveBody reads "the alliance": the one the noun is the usual word for
// when the text has named it, else the organisation spoken of last.
func (p *pass) resolveBody(m *found, mem *memory) {
	if m.size > 0 && p.resolveSize(m, mem) || p.named(m, chancery.PartyIGO) {
		return
	}
	code := m.host
	if len(code) > 0 && code[0] == '!' {
		p.name(m, code[1:])
		m.Rule, m.Confidence = "description+modifier", 0.9
		code = code[1:]
	}
	for i := len(mem.bodies) - 1; i >= 0 && i > len(mem.bodies)-mostBack; i-- {
		if mem.bodies[i].Party() == code && !p.otherSize(m, code) {
			p.take(m, mem.bodies[i], "usual-noun", 0.9)
			return
		}
	}
	if m.key == "describe:named" {
		return
	}
	if last := lastOf(mem.bodies); last != nil && len(m.Parties) == 0 && !p.otherSize(m, last.Party()) {
		p.fromLast(m, mem.bodies, "last-body")
	}
}

// resolveOffice reads an office or organ without a country: "its army", "the
// minister", a court in the country that the sentence speaks of.
func (p *pass) resolveOffice(m *found, mem *memory) {
	words := p.words[m.Sentence]
	before := ""
	if m.First > 0 {
		before = words[m.First-1].key
	}
	if first := words[m.First].key; first == "the" || first == "its" || first == "their" || first == "his" || first == "her" {
		before = first
	}
	if m.Office == "counterpart" {
		return
	}
	if m.Plural && m.Kind == chancery.MentionOffice && highOffice(m.Office) {
		p.resolveColleagues(m, mem)
		return // "several foreign ministers" are those of several states
	}
	switch before {
	case "its", "their":
		if from := p.latest(m, both(mem.states, mem.bodies)); from != nil && m.Kind == chancery.MentionOffice {
			p.take(m, from, "possessive", 0.8)
			return
		}
		if from := lastOf(mem.states, mem.bodies); from != nil {
			p.take(m, from, "possessive", 0.75)
			return
		}
	case "his", "her":
		if len(mem.persons) > 0 && p.withParty(mem.persons) != nil {
			p.take(m, p.withParty(mem.persons), "possessive", 0.7)
			return
		}
	case "the":
		if p.ofTheRepublic(m) && p.atHome(m) {
			return
		}
		if from := p.sameOffice(m, mem.offices); from != nil {
			p.take(m, from, "same-office", 0.8)
			m.Person = from.Person
			return
		}
	}
	if !chancery.OfficialSector(m.Sector) && m.Sector != "ELI" && m.Sector != "OPP" || m.Sector == "IGO" {
		return
	}
	if !p.atHome(m) {
		p.fromScene(m, mem)
	}
}

// resolveColleagues reads "the two leaders" as the two states spoken of last,
// "the foreign ministers" as those of the states whose ministers the text has
// named.
func (p *pass) resolveColleagues(m *found, mem *memory) {
	for _, w := range p.words[m.Sentence][max(0, m.First-1):m.End] {
		if w.key == "two" || w.key == "both" {
			p.resolvePair(m, mem)
			return
		}
	}
	if first := p.words[m.Sentence][m.First].key; first != "the" {
		return
	}
	var codes []string
	for _, from := range mem.offices[max(0, len(mem.offices)-mostBack):] {
		if from.Office == m.Office && !from.Plural && len(from.Parties) == 1 && !slices.Contains(codes, from.Party()) {
			codes = append(codes, from.Party())
			m.ante = from
		}
	}
	if len(codes) > 1 {
		m.Parties, m.PartyKind, m.Rule, m.Confidence = codes, m.ante.PartyKind, "colleagues", 0.6
	} else {
		m.ante = nil
	}
}

func lastOf(lists ...[]*found) *found {
	var best *found
	for _, list := range lists {
		if len(list) > 0 {
			if last := list[len(list)-1]; best == nil || last.Start > best.Start {
				best = last
			}
		}
	}
	return best
}

func (p *pass) withParty(list []*found) *found {
	for i := len(list) - 1; i >= 0 && i > len(list)-4; i-- {
		if len(list[i].Parties) > 0 {
			return list[i]
		}
	}
	return nil
}

func (p *pass) sameOffice(m *found, list []*found) *found {
	for i := len(list) - 1; i >= 0 && i > len(list)-mostBack; i-- {
		from := list[i]
		if len(from.Parties) == 0 || from.Plural != m.Plural || from == m {
			continue
		}
		if from.Office == m.Office || m.Office == "minister" && suffix(from.Office, "minister") || m.Office == "ministry" && suffix(from.Office, "ministry") {
			return from
		}
	}
	return nil
}

func suffix(text, end string) bool { return len(text) > len(end) && text[len(text)-len(end):] == end }

// besideScene is how much farther a party counts that is named beside the
// matter: a currency ("US$40"), where something goes to or comes from, a
// neighbour of the place. For soldiers the place where they are is beside it too.
func (p *pass) besideScene(m, other *found) int {
	words := p.words[m.Sentence]
	if other.End < len(words) && (words[other.End].text == "$" || words[other.End].key == "dollars") {
		return 1000
	}
	at := other.First - 1
	if at >= 0 && words[at].key == "the" {
		at--
	}
	if at < 0 || other.Kind != chancery.MentionPlace && other.class != className {
		return 0
	}
	switch words[at].key {
	case "to", "into", "towards", "toward", "against":
		return 40
	case "from":
		if p.withdrawn(m.Sentence, at) {
			return 40
		}
	case "with":
		if at > 0 {
			switch words[at-1].key {
			case "border", "frontier":
				return 40
			case "talks", "negotiations", "treaty", "accord", "agreement", "pact", "deal", "ties", "relations", "meeting", "meet", "met":
				if m.Kind == chancery.MentionOffice {
					return 40
				}
			}
		}
	case "in", "on", "at", "near", "off", "over", "inside":
		if m.Sector == "MIL" {
			return 40
		}
	}
	return 0
}

// otherScene is the state spoken of last, a few sentences back, other than the
// one beside the matter; that one where the text knows no other before.
func (p *pass) otherScene(m, beside *found, mem *memory) *found {
	for i := len(mem.states) - 1; i >= 0 && m.Sentence-mem.states[i].Sentence <= 3; i-- {
		if from := mem.states[i]; from.Party() != beside.Party() && from.Start < m.Start {
			return from
		}
	}
	return beside
}

// fromScene takes the country that the sentence speaks of, else the one of the
// sentence before: a guess with low confidence.
func (p *pass) fromScene(m *found, mem *memory) {
	var best *found
	distance := 1 << 30
	for other := range p.near(m.Sentence, m.First, m.End+blockTokens) {
		if other == m || len(other.Parties) != 1 || other.PartyKind != chancery.PartyState && other.PartyKind != chancery.PartyTerritory || other.Kind == chancery.MentionOffice || other.dropped {
			continue
		}
		d := other.First - m.End
		if other.End <= m.First {
			d = m.First - other.End
		}
		if d += p.besideScene(m, other); other.class == classAdj && other.Adjective {
			d += 15 // "a former Freedonian soldier" is somebody's
		}
		if d < distance {
			best, distance = other, d
		}
	}
	switch {
	case best == nil && len(mem.states) > 0:
		if last := mem.states[len(mem.states)-1]; m.Sentence-last.Sentence <= 2 {
			best = last
		}
	case best != nil && p.besideScene(m, best) >= 40 && m.Sector != "MIL":
		best = p.otherScene(m, best, mem) // whom he visits or talks to is not whose minister he is
	}
	if best != nil {
		p.take(m, best, "scene", 0.5)
	}
}
