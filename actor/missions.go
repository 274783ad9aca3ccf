package actor

import (
	"chancery"
	"chancery/ontology"
)

// readMissions finds embassies, consulates, missions, delegations and offices
// in a sentence: whose, with whom and where, linked to the table of known ones.
func (p *pass) readMissions(sentence int) {
	for i, w := range p.words[sentence] {
		if !missionHead(w.key) || p.notNoun(sentence, i) {
			continue
		}
		first, kind := p.missionWords(sentence, i)
		if kind == "" {
			continue
		}
		p.addMissionMention(sentence, first, i, kind)
	}
}

func missionHead(key string) bool {
	switch key {
	case "embassy", "embassies", "consulate", "consulates", "mission", "missions", "delegation", "legation", "nunciature", "section", "office", "offices", "commission", "general", "bureau", "representation":
		return true
	}
	return false
}

// missionWords is the first token and the kind of the mission's own words that
// end at the head; none when they are no mission's.
func (p *pass) missionWords(sentence, head int) (first int, kind chancery.MissionKind) {
	tokens := p.sentences[sentence].Tokens
	for first = max(0, head-3); first <= head; first++ {
		text := p.textOf(sentence, first, head+1)
		kind, start, end := ontology.MissionKind(text)
		if kind == "" || kind == ontology.MissionGeneric && p.words[sentence][head].key != "mission" && p.words[sentence][head].key != "missions" || end != len(text) {
			continue
		}
		for first < head && tokens[first].Start < tokens[max(0, head-3)].Start {
			first++
		}
		for start > 0 && first < head && tokens[first].End <= tokens[head].End-len(text)+start {
			first++
		}
		return first, kind
	}
	return 0, ""
}

// addMissionMention resolves sender, host and town from the words around.
func (p *pass) addMissionMention(sentence, first, head int, kind chancery.MissionKind) {
	words := p.words[sentence]
	start, owners, _ := p.ownersBefore(sentence, first)
	m := chancery.Mission{Kind: kind}
	stop := p.missionPlaces(sentence, head+1, &m)
	if len(owners) > 0 {
		m.Sender = owners[len(owners)-1].Party()
		if len(owners) > 1 && m.Host == "" {
			m.Host = owners[0].Party()
		}
	}
	for other := range p.near(sentence, first, head+1) { // "EU delegation" is one phrase of the table
		if len(owners) == 0 && !other.dropped && first <= other.First && other.End <= head && len(other.Parties) > 0 {
			m.Sender = firstNonEmpty(m.Sender, other.Party())
		}
	}
	if kind == ontology.MissionGeneric && m.Host == "" || words[head].key == "delegation" && m.Host == "" {
		return // "a rescue mission", "a delegation led by …"
	}
	for other := range p.near(sentence, start, head+1) {
		if !other.dropped && other.Kind == chancery.MentionOrganisation && other.First >= start && other.End <= head+1 && other.First <= head && head < other.End {
			m.Sender = firstNonEmpty(m.Sender, other.Party())
		}
	}
	found := p.add(sentence, start, stop, chancery.MentionMission, "mission", 0.8)
	found.Head = headOf(p.sentences[sentence].Tokens, first, head+1, chancery.MentionMission)
	found.Plural = words[head].key[len(words[head].key)-1] == 's'
	found.mission = &m
	p.linkMission(found)
}

func firstNonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// missionPlaces reads "to NATO", "in Brussels", "at NATO headquarters in
// Brussels" and "of X" behind a mission.
func (p *pass) missionPlaces(sentence, from int, m *chancery.Mission) (stop int) {
	words := p.words[sentence]
	stop = from
	for k := from; k < len(words) && k < from+20; {
		preposition := words[k].key
		switch preposition {
		case "to", "in", "at", "of", "with":
		case "there", "here":
			m.Town = "?"
			return k + 1
		default:
			return stop
		}
		at := k + 1
		for at < len(words) && (words[at].key == "the" || words[at].key == "capital") {
			at++
		}
		place := p.starting(sentence, at)
		if place == nil {
			place = p.placeAt(sentence, at)
		}
		if place == nil || len(place.Parties) == 0 {
			return stop
		}
		switch {
		case preposition == "of":
			m.Sender = place.Party()
		case m.Host == "":
			m.Host = place.Party()
			if place.class == classCapital || place.class == classTown || place.class == classPlace {
				m.Town = place.Place
			}
		case place.class == classCapital || place.class == classTown || place.class == classPlace:
			m.Town = place.Place
		}
		k, stop = place.End, place.End
		for k < len(words) && (words[k].key == "headquarters" || words[k].key == "hq") {
			k++
			stop = k
		}
	}
	return stop
}

func (p *pass) placeAt(sentence, first int) *found {
	for m := range p.near(sentence, first, first+1) {
		if !m.dropped && m.First == first && m.Kind == chancery.MentionPlace {
			return m
		}
	}
	return nil
}

// linkMission gives the mention the known mission that fits, else the id of
// one that the text makes known.
func (p *pass) linkMission(found *found) {
	m := found.mission
	if m.Sender == "" {
		return
	}
	p.name(found, m.Sender)
	if m.Town != "?" {
		found.Place = m.Town
	}
	if m.Host == "" || found.Plural || m.Sender == m.Host {
		return
	}
	if m.Kind == ontology.MissionGeneric {
		m.Kind = chancery.MissionEmbassy
		if p.parties[m.Host].kind == chancery.PartyIGO || p.parties[m.Sender].kind == chancery.PartyIGO {
			m.Kind = chancery.MissionPermanent
		}
	}
	best, fit := -1, 0
	for _, index := range p.seats[[2]string{m.Sender, m.Host}] {
		known := p.missions[index]
		score := 0
		if known.Kind == m.Kind || known.Main() && m.Main() {
			score = 2
			if m.Town != "" && fold(known.Town) == fold(m.Town) {
				score++
			}
		}
		if score > fit {
			best, fit = int(index), score
		}
	}
	found.Rule = "mission+told"
	if best >= 0 && (fit == 3 || p.missions[best].Main() || m.Town == "") {
		found.Mission, found.Rule = p.missions[best].ID, "mission+table"
		found.Place = firstNonEmpty(found.Place, p.missions[best].Town)
		return
	}
	if m.Town == "?" {
		m.Town = ""
	}
	found.Mission = missionID(*m)
}

// settleMission completes a mission from what the text said before: "its
// mission" is the state's spoken of last, "the embassy there" stands in the
// place named last.
func (p *pass) settleMission(found *found, mem *memory) {
	m := found.mission
	if found.Mission != "" || m == nil {
		return
	}
	words := p.words[found.Sentence]
	before := words[found.First].key
	if found.First > 0 && before != "its" && before != "their" && before != "our" {
		before = words[found.First-1].key
	}
	if m.Sender == "" && (before == "its" || before == "their") {
		if from := lastOf(mem.states, mem.bodies); from != nil {
			m.Sender = from.Party()
			found.ante = from
		}
	}
	if m.Sender == "" && before == "our" {
		if speaker := p.speakerOf(found); speaker != nil {
			m.Sender, found.ante = speaker.Party(), speaker
		} else {
			m.Sender = p.publisherParty()
		}
	}
	if m.Host == "" && m.Town == "?" {
		for i := len(mem.states) - 1; i >= 0 && i > len(mem.states)-mostBack; i-- {
			if code := mem.states[i].Party(); code != m.Sender {
				m.Host = code
				break
			}
		}
	}
	if m.Sender == "" || m.Host == "" {
		for i := len(mem.missions) - 1; i >= 0 && i > len(mem.missions)-mostBack; i-- {
			old := mem.missions[i].mission
			if (m.Sender == "" || m.Sender == old.Sender) && (m.Host == "" || m.Host == old.Host) && (old.Kind == m.Kind || m.Kind == ontology.MissionGeneric) {
				m.Sender, m.Host = firstNonEmpty(old.Sender, m.Sender), firstNonEmpty(old.Host, m.Host)
				found.ante = mem.missions[i]
				break
			}
		}
	}
	p.linkMission(found)
}
