package actor

import "chancery"

// settle runs the steps that look at the whole document.
func (p *pass) settle() {
	p.laterSurnames()
	p.placeOrParty()
}

// laterSurnames links later mentions of a person by surname, and reads surnames
// that only one holder of a high office bears.
func (p *pass) laterSurnames() {
	known := map[string]*found{}
	for i := range p.sentences {
		p.learnPersons(i, known)
		words := p.words[i]
		for j, w := range words {
			if !w.upper || len(w.key) < 3 || p.insideName(i, j, j+1) {
				continue
			}
			key := skeleton(w.text)
			if first := known[key]; first != nil && first.Sentence <= i {
				m := p.newPerson(i, j, j+1, "surname")
				p.copyPerson(m, first)
				continue
			}
			if len(p.bySur[key]) == 0 || commonWord(w.key) || len(w.key) < 4 {
				continue
			}
			m := p.newPerson(i, j, j+1, "table:surname")
			if !p.bySurname(m, "") || fold(m.Person) == "" {
				m.dropped = true
			}
		}
	}
}

func (p *pass) learnPersons(sentence int, known map[string]*found) {
	for _, m := range p.found[sentence] {
		if !m.dropped && m.Kind == chancery.MentionPerson {
			for _, key := range []string{surnameOf(p.textOf(m.Sentence, m.First, m.End)), surnameOf(m.Person)} {
				if known[key] == nil && len(key) > 2 {
					known[key] = m
				}
			}
		}
	}
}

// copyPerson gives a later mention what the earlier one tells.
func (p *pass) copyPerson(m, from *found) {
	m.Person, m.Parties, m.PartyKind, m.Office, m.Sector = from.Person, from.Parties, from.PartyKind, from.Office, from.Sector
	m.ante = from
	m.Confidence = from.Confidence * 0.95
}

// commonWord reports whether a surname is also an English word or a frequent
// other name that must not be read as a person without more.
func commonWord(key string) bool {
	switch key {
	case "may", "brown", "bush", "rice", "king", "major", "powell", "price", "young", "black", "white", "green", "day", "bell", "long", "church", "east", "west", "north", "south", "june", "april", "august", "march", "monday", "friday", "sunday", "minister", "general", "prince", "grant", "hill", "wood", "stone", "rose", "john", "james", "george", "william", "paul", "peter", "david", "charles", "francis", "leo", "benedict", "frank", "martin", "thomas", "michael", "santos", "perez", "lopez", "garcia", "gonzalez", "silva", "kim", "park", "chen", "wang", "zhang", "khan", "singh", "kumar", "hassan", "hussein", "mohamed", "ahmed", "abdullah", "ibrahim", "diallo", "justice", "state", "little", "best", "smith", "jones", "clark", "gates", "case", "cook", "carter", "ford", "said", "saleh", "islam", "bank", "reid", "first", "union", "party":
		return true
	}
	return false
}

// commonTown reports whether a town's name is an English word, a given name or
// a month, so that it is no place by itself.
func commonTown(key string) bool {
	switch key {
	case "of", "may", "march", "august", "most", "bath", "reading", "nice", "mobile", "male", "same", "bar", "split", "orange", "imperial", "independence", "union", "police", "liberal", "democrat", "hope", "faith", "marks", "union city", "victoria", "sandy", "normal", "central", "media", "commerce", "justice", "defiance", "enterprise", "progress", "liberty", "freedom", "university", "university park", "university city", "spring", "summer", "winter", "north", "south", "east", "west", "date", "bani", "ulm", "este", "see", "lord", "man", "buy", "bush", "ward", "lee", "santa", "san", "van", "king", "prince", "young", "monday", "police station", "republic", "marina", "beach", "bay", "park", "hill", "lake", "island", "islands", "river", "valley", "green", "white", "black", "golden", "grand", "national", "federal", "international", "capital", "general", "palma", "alba", "laval", "martin", "david", "charles", "francis", "george", "william", "james", "paul", "peter", "christian", "nelson", "wilson", "johnson", "jackson", "washington", "lincoln", "madison", "clinton", "carter", "kennedy", "obama", "marcos", "lula", "hassan", "ali", "aziz", "asad", "assad", "ibrahim", "aden", "asia", "europe", "africa", "god", "allah", "sun", "star", "mirror", "post", "times", "guardian", "herald", "press", "mail", "bbc", "minister", "secretary", "chairman", "board", "house", "senate", "congress", "assembly", "council", "court", "bank", "this", "that", "they", "then", "there", "these", "those", "the", "and", "but", "for", "was", "are", "has", "had", "his", "her", "its", "our", "who", "why", "how", "when", "where", "what", "which", "new", "old", "all", "any", "one", "two", "ten", "now", "not", "can", "will", "may be", "kim", "lin", "chen", "wang", "zhang", "khan", "singh", "santos", "lopez", "garcia", "perez", "silva", "amir", "said", "mary", "anna", "maria", "karl", "carl", "vera", "bar harbor", "early", "eden", "troy", "chester", "gary", "wayne", "warren", "stuart", "lawrence", "douglas", "howard", "clay", "dale", "dean", "earl", "glenn", "roy", "ray", "leon", "marshall", "allen", "alexander", "ashley", "beverly", "florence", "charlotte", "carolina", "sydney ":
		return true
	}
	return false
}
