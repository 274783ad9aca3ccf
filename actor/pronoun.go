package actor

import (
	"slices"
	"strings"

	"chancery"
)

// readPronouns makes a mention of every pronoun that may stand for a party or
// a person.
func (p *pass) readPronouns(sentence int) {
	for i, w := range p.words[sentence] {
		sort := pronounSort(w.key)
		if sort == "" || w.shout && len(w.text) > 1 {
			continue
		}
		m := p.add(sentence, i, i+1, chancery.MentionPronoun, "pronoun", 0.3)
		m.key = sort
		m.Plural = sort == "they" || sort == "we"
	}
}

func pronounSort(key string) string {
	switch key {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return "he"
	case "it", "its", "itself":
		return "it"
	case "they", "them", "their", "theirs", "themselves":
		return "they"
	case "we", "us", "our", "ours", "ourselves":
		return "we"
	case "i", "me", "my", "mine", "myself":
		return "i"
	}
	return ""
}

func (p *pass) resolvePronoun(m *found, mem *memory) {
	switch m.key {
	case "he":
		p.person(m, p.latest(m, mem.withPronouns("he", mem.persons)), "he-she")
	case "it":
		if from := p.latest(m, mem.withPronouns("it", both(mem.states, mem.bodies))); from != nil {
			p.take(m, from, "it", 0.6)
			if !chancery.OfficialSector(from.Sector) {
				m.Sector = from.Sector // "the airline said it would"
			}
		}
	case "they":
		if p.coordinated(m) {
			return
		}
		if from := p.latest(m, mem.plurals); from != nil {
			p.take(m, from, "they", 0.55)
			m.Sector, m.Office = from.Sector, from.Office
		} else if from := p.latest(m, both(mem.states, mem.bodies)); from != nil {
			p.take(m, from, "they", 0.4)
		}
	case "we", "i":
		if speaker := p.speakerOf(m); speaker != nil {
			p.person(m, speaker, "speaker")
		} else if code := p.publisherParty(); code != "" && m.key == "we" {
			p.name(m, code)
			m.Rule, m.Confidence = "publisher", 0.6
		}
	}
}

// coordinated gives "they" and "their" the several states that are the subject
// of the same sentence before it ("Peru and Chile backed their neighbour").
func (p *pass) coordinated(m *found) bool {
	tokens := p.sentences[m.Sentence].Tokens
	for k := m.First - 1; k >= 0; k-- {
		if tokens[k].Deprel != "nsubj" {
			continue
		}
		var codes []string
		for j := k; j < m.First; j++ {
			if j != k && (tokens[j].Deprel != "conj" || tokens[j].Head-1 != k) {
				continue
			}
			at := p.stateAt(m.Sentence, j)
			if at == nil {
				return false
			}
			if !slices.Contains(codes, at.Party()) {
				codes = append(codes, at.Party())
				m.ante = at
			}
		}
		if len(codes) < 2 {
			m.ante = nil
			return false
		}
		m.Parties, m.PartyKind, m.Rule, m.Confidence = codes, chancery.PartyState, "they-coordinated", 0.7
		return true
	}
	return false
}

// stateAt is the state that a token names.
func (p *pass) stateAt(sentence, token int) *found {
	for m := range p.near(sentence, token, token+1) {
		if !m.dropped && m.Head == token && len(m.Parties) == 1 && m.Kind != chancery.MentionPronoun && p.statelike(m) {
			return m
		}
	}
	return nil
}

// withPronouns is the list with the subjects spoken of by the same pronoun.
func (mem *memory) withPronouns(key string, list []*found) []*found {
	out := slices.Clone(list[max(0, len(list)-mostBack):])
	for _, from := range mem.pronouns[max(0, len(mem.pronouns)-mostBack/4):] {
		if from.key == key {
			out = append(out, from)
		}
	}
	return out
}

func (p *pass) person(m, from *found, rule string) {
	if from == nil {
		return
	}
	p.take(m, from, rule, 0.65)
	m.Person, m.Office, m.Sector = from.Person, from.Office, from.Sector
}

// both is the last of two lists.
func both(a, b []*found) []*found {
	a, b = a[max(0, len(a)-mostBack/2):], b[max(0, len(b)-mostBack/2):]
	return append(append(make([]*found, 0, len(a)+len(b)), a...), b...)
}

// latest chooses the antecedent: the subject of the sentence so far, else that
// of the sentence before, else the nearest; nothing further back than three
// sentences.
func (p *pass) latest(m *found, list []*found) *found {
	var subject, nearest *found
	for _, from := range list[max(0, len(list)-mostBack):] {
		if from.Start >= m.Start || m.Sentence-from.Sentence > 3 {
			continue
		}
		if nearest == nil || from.Start > nearest.Start {
			nearest = from
		}
		if p.isSubject(from) && (subject == nil || from.Sentence > subject.Sentence) {
			subject = from
		}
	}
	if subject != nil && nearest != nil && subject.Sentence >= nearest.Sentence-1 {
		return subject
	}
	return nearest
}

// isSubject reports whether the mention heads a subject; without arcs, whether
// it opens its sentence.
func (p *pass) isSubject(m *found) bool {
	switch p.sentences[m.Sentence].Tokens[m.Head].Deprel {
	case "nsubj", "nsubj:pass":
		return true
	case "":
		return m.First <= 1
	}
	return false
}

// publisherParty is the state or organisation whose organ published the
// document, empty for media and unknown publishers.
func (p *pass) publisherParty() string {
	name := p.doc.Publisher
	for name != "" {
		if index, known := p.forms[fold(name)]; known {
			switch e := p.entries[index]; e.class {
			case className, classAdj, classIGO, classOrgan, classSeat:
				return e.party
			}
		}
		cut := strings.LastIndexAny(name, " ,.-(")
		if cut < 0 {
			return ""
		}
		name = strings.TrimRight(name[:cut], " ,.-(")
	}
	return ""
}

// speakerOf is who speaks the quotation that a pronoun of the first person
// stands in: the person, office or party before a verb of speech in the same
// sentence, else in the one before or after, else up to three before.
func (p *pass) speakerOf(m *found) *found {
	for _, sentence := range []int{m.Sentence, m.Sentence - 1, m.Sentence + 1, m.Sentence - 2, m.Sentence - 3} {
		if sentence < 0 || sentence >= len(p.sentences) || p.sentences[sentence].Paragraph > p.sentences[m.Sentence].Paragraph+1 {
			continue
		}
		if speaker := p.speakerIn(m, sentence); speaker != nil {
			return speaker
		}
	}
	return nil
}

func (p *pass) speakerIn(at *found, sentence int) *found {
	words := p.words[sentence]
	from, to := 0, len(words)
	if sentence == at.Sentence {
		from, to = max(0, at.First-mostBack), min(len(words), at.First+mostBack)
	} else {
		to = min(to, mostBack)
	}
	for i := from; i < to; i++ {
		w := words[i]
		if !speechVerb(w.key) || w.key == "who" {
			continue
		}
		var best *found
		for m := range p.near(sentence, i-8, i+2) {
			if m.dropped || m.Kind == chancery.MentionPronoun || m.Kind == chancery.MentionMission || len(m.Parties) == 0 {
				continue
			}
			if m.End <= i && i-m.End <= 6 || m.First == i+1 {
				if best == nil || m.End > best.End || m.Kind == chancery.MentionPerson {
					best = m
				}
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}
