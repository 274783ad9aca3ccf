package actor

import (
	"chancery"
)

// readTagged lets the tagger look at one sentence and brings what it sees and
// what the tables know together: the tagger decides extents and, for what the
// tables hold as towns only, whether there is a name at all.
func (p *pass) readTagged(sentence int) {
	if p.tagger == nil {
		return
	}
	path := p.tag(p.tagger, sentence)
	for i := 0; i < len(path); {
		if path[i] == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(path) && end < i+mostTokens && path[end] == path[i]+path[i]%2 {
			end++
		}
		p.apply(sentence, i, end, (path[i]-1)/2)
		i = end
	}
	for _, m := range p.found[sentence] {
		if m.class == classTown && !m.dropped && path[m.First] == 0 {
			m.dropped = true
		}
	}
}

// The kinds of the tagger, in the order of NameClasses.
const (
	taggedPerson = iota
	taggedOrganisation
	taggedPlace
	taggedNation
	taggedOther
)

func (p *pass) apply(sentence, first, end, kind int) {
	for i := first + 1; i < end; i++ { // "Peru's Congress" is two names
		if text := p.words[sentence][i].text; kind == taggedPlace && (text == "'s" || text == "’s") {
			end = i
		}
	}
	inside, same, crossing := p.under(sentence, first, end)
	if r := p.roleWithin(sentence, first, end); kind == taggedPlace && same == nil && r != nil && r.organ {
		kind = taggedOrganisation
	}
	switch kind {
	case taggedPerson:
		p.applyPerson(sentence, first, end, inside, same)
	case taggedOrganisation:
		if same == nil && !crossing {
			p.applyOrganisation(sentence, first, end, inside)
		} else if same != nil && same.class == classTown {
			same.Kind, same.Place = chancery.MentionOrganisation, ""
			same.Parties, same.PartyKind, same.class, same.Rule = nil, "", 0, "tagger"
		}
	case taggedPlace:
		if same == nil && !crossing {
			p.applyPlace(sentence, first, end, inside)
		}
	case taggedOther:
		for _, m := range inside {
			if m.class == classTown || m.class == classPlace || m.Kind == chancery.MentionPerson && end-first > m.End-m.First {
				m.dropped = true
			}
		}
	}
}

// ownerBehind is the country of a body whose name the tagger cuts at "of": "the
// National Congress of Freedonia".
func (p *pass) ownerBehind(sentence, end int) *found {
	words := p.words[sentence]
	if end > 1 && words[end-1].key == "the" {
		end-- // the tagger may take the article of the country in
	}
	if words[end-1].key != "of" {
		return nil
	}
	if end < len(words) && words[end].key == "the" {
		end++
	}
	if m := p.starting(sentence, end); m != nil && m.class == className {
		return m
	}
	return nil
}

// under lists the mentions inside the tokens, the one of the very same
// extent, and whether one crosses their border.
func (p *pass) under(sentence, first, end int) (inside []*found, same *found, crossing bool) {
	for m := range p.near(sentence, first, end) {
		switch {
		case m.dropped || m.End <= first || end <= m.First:
		case m.First == first && m.End == end:
			same = m
			inside = append(inside, m)
		case m.First >= first && m.End <= end:
			inside = append(inside, m)
		default:
			crossing = true
		}
	}
	return inside, same, crossing
}

func (p *pass) applyPerson(sentence, first, end int, inside []*found, same *found) {
	if same != nil && same.Kind == chancery.MentionPerson {
		return
	}
	if same != nil && same.class != classTown && same.class != classPlace {
		if beside := p.beside[p.words[sentence][first].key]; end-first == 1 && beside&(besideGiven|besideTitle) == 0 {
			return
		}
	}
	m := p.newPerson(sentence, first, end, "tagger")
	for _, in := range inside {
		in.dropped = true
		if in.Kind == chancery.MentionPerson && len(in.Parties) > 0 {
			m.Person, m.Parties, m.PartyKind, m.Office, m.Sector, m.Rule = in.Person, in.Parties, in.PartyKind, in.Office, in.Sector, in.Rule
		}
	}
	for other := range p.near(sentence, first, end) { // a longer reading of the tables gives way
		if other != m && !other.dropped && other.First < end && first < other.End {
			if other.Kind == chancery.MentionPerson || other.class == classTown {
				other.dropped = true
			}
		}
	}
}

// applyOrganisation makes an organisation of the tagger's words; an organ of a
// state is told by its noun and the country in it.
func (p *pass) applyOrganisation(sentence, first, end int, inside []*found) {
	m := p.add(sentence, first, end, chancery.MentionOrganisation, "tagger", 0.7)
	m.key = fold(p.textOf(sentence, first, end))
	r := p.roleWithin(sentence, first, end)
	var owner *found
	for _, in := range inside {
		in.dropped = true
		if len(in.Parties) > 0 && (owner == nil || in.class == classIGO || in.class == classOrgan) {
			owner = in
		}
	}
	if behind := p.ownerBehind(sentence, end); behind != nil && (owner == nil || sharedOrgan(owner.key)) {
		if owner != nil && m.Sector == "" {
			m.Sector = owner.Sector
		}
		if p.inherit(m, behind, m.Sector); r != nil {
			m.Sector, m.Office = r.sector, r.office
		}
		return
	}
	switch {
	case owner != nil && (owner.class == classIGO || owner.class == classOrgan || owner.class == classSeat):
		p.inherit(m, owner, owner.Sector)
	case owner != nil && owner.class == classGroup:
		p.inherit(m, owner, owner.Sector)
	case r != nil && r.organ && chancery.OfficialSector(r.sector):
		m.Sector, m.Office = r.sector, r.office
		if owner != nil {
			p.inherit(m, owner, r.sector)
			return
		}
		if _, owners, _ := p.ownersBefore(sentence, first); len(owners) > 0 {
			p.inherit(m, owners[0], r.sector)
		}
	case r != nil:
		m.Sector = r.sector
	}
}

func (p *pass) inherit(m, owner *found, sector string) {
	m.Parties, m.PartyKind, m.Sector = owner.Parties, owner.PartyKind, sector
	m.Rule, m.Confidence = "tagger+table", 0.85
}

// roleWithin is the last role among the words of a name.
func (p *pass) roleWithin(sentence, first, end int) *role {
	var last *role
	words := p.words[sentence]
	for i := first; i < end; {
		stop, r := p.roleAt(words[:end], i)
		if r == nil {
			i++
			continue
		}
		last = r
		i = stop
	}
	return last
}

func (p *pass) applyPlace(sentence, first, end int, inside []*found) {
	m := p.add(sentence, first, end, chancery.MentionPlace, "tagger", 0.7)
	m.Place = p.textOf(sentence, first, end)
	m.class = classPlace
	named := p.namedForPlace(sentence, first, end)
	for _, in := range inside {
		in.dropped = true
		if !named && in.class != classAdj && in.Kind != chancery.MentionPerson && len(in.Parties) > 0 {
			if in.class == classTown && len(m.Parties) > 0 {
				continue // "Vilnius International Airport" is not of the town of Airport
			}
			m.Parties, m.PartyKind = in.Parties, in.PartyKind
		}
	}
}
