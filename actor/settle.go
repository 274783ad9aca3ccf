package actor

import (
	"strings"

	"chancery"
)

// settle runs the steps that look at the whole document.
func (p *pass) settle() {
	p.laterSurnames()
	p.placeOrParty()
	for i := range p.sentences {
		p.readMembers(i)
		p.readDescriptions(i)
		p.readPronouns(i)
	}
	p.refer()
}

// laterSurnames links later mentions of a person by surname, and reads surnames
// that only one holder of a high office bears.
func (p *pass) laterSurnames() {
	known := map[string]*found{}
	for i := range p.sentences {
		p.bareSurnames(i)
		for _, m := range p.found[i] {
			if m.dropped || m.Kind != chancery.MentionPerson || len(m.Parties) > 0 && m.End-m.First > 1 {
				continue
			}
			key := surnameOf(p.textOf(i, m.First, m.End))
			if first := known[key]; first != nil && p.sameName(m, first) {
				p.copyPerson(m, first)
				continue
			}
			if len(m.Parties) == 0 && m.End-m.First == 1 && len(key) > 1 {
				p.bySurname(m, "")
			}
		}
		p.learnPersons(i, known)
	}
}

// bareSurnames finds surnames of holders of high office, spelt as in the
// table, that the tagger has left out and the parser takes for names.
func (p *pass) bareSurnames(sentence int) {
	for i, w := range p.words[sentence] {
		if !w.upper || len(w.key) < 4 || p.sentences[sentence].Tokens[i].UPOS != "PROPN" || p.insideName(sentence, i, i+1) {
			continue
		}
		list := p.bySur[skeleton(w.key)]
		_, sure := p.oneParty(list, p.date())
		if !sure || i > 0 && p.words[sentence][i-1].upper || i+1 < len(p.words[sentence]) && p.words[sentence][i+1].upper {
			continue
		}
		if h := p.holderOn(list, p.date(), ""); h != nil && rankOf(h, p.date()) >= 4 && fold(h.name[strings.LastIndexByte(h.name, ' ')+1:]) == w.key {
			p.newPerson(sentence, i, i+1, "table:surname")
		}
	}
}

// sameName reports whether the words of a later mention may name the earlier
// person: a lone surname, or names whose first words agree.
func (p *pass) sameName(m, first *found) bool {
	if m.End-m.First == 1 {
		return true
	}
	later, _, _ := strings.Cut(p.textOf(m.Sentence, m.First, m.End), " ")
	earlier, _, several := strings.Cut(p.textOf(first.Sentence, first.First, first.End), " ")
	return !several || head(fold(later), 1) == head(fold(earlier), 1)
}

func (p *pass) learnPersons(sentence int, known map[string]*found) {
	for _, m := range p.found[sentence] {
		if !m.dropped && m.Kind == chancery.MentionPerson {
			words := p.textOf(m.Sentence, m.First, m.End)
			for _, key := range []string{surnameOf(words), surnameOf(m.Person)} {
				if known[key] == nil && len(key) > 2 {
					known[key] = m
				}
			}
			if key := firstNameOf(words); key != "" && known[key] == nil && len(m.Parties) > 0 {
				known[key] = m // "Wen Jiabao" is "Wen" later, "Fidel Castro" is "Fidel"
			}
		}
	}
}

// firstNameOf is the key of the first of several names in a person's words,
// empty where there is just one or it is short.
func firstNameOf(name string) string {
	if first, _, several := strings.Cut(name, " "); several && len([]rune(first)) > 2 {
		return surnameOf(first)
	}
	return ""
}

// copyPerson gives a later mention what the earlier one tells.
func (p *pass) copyPerson(m, from *found) {
	if len(from.Parties) > 0 || len(m.Parties) == 0 {
		m.Parties, m.PartyKind, m.Office, m.Sector = from.Parties, from.PartyKind, from.Office, from.Sector
	}
	m.Rule = "surname"
	m.Person = from.Person
	m.ante = from
	m.Confidence = from.Confidence * 0.95
}

// commonTown reports whether a town's name is an English word, a given name or
// a month, so that it is no place by itself.
func commonTown(key string) bool {
	switch key {
	case "airport", "alliance", "centre", "delta", "forest", "plateau", "summit", "temple", "of", "may", "march", "august", "most", "bath", "reading", "nice", "mobile", "male", "same", "bar", "split", "orange", "imperial", "independence", "union", "police", "liberal", "democrat", "hope", "faith", "marks", "union city", "victoria", "sandy", "normal", "central", "media", "commerce", "justice", "defiance", "enterprise", "progress", "liberty", "freedom", "university", "university park", "university city", "spring", "summer", "winter", "north", "south", "east", "west", "date", "bani", "ulm", "este", "see", "lord", "man", "buy", "bush", "ward", "lee", "santa", "san", "van", "king", "prince", "young", "monday", "police station", "republic", "marina", "beach", "bay", "park", "hill", "lake", "island", "islands", "river", "valley", "green", "white", "black", "golden", "grand", "national", "federal", "international", "capital", "general", "palma", "alba", "laval", "martin", "david", "charles", "francis", "george", "william", "james", "paul", "peter", "christian", "nelson", "wilson", "johnson", "jackson", "washington", "lincoln", "madison", "clinton", "carter", "kennedy", "obama", "marcos", "lula", "hassan", "ali", "aziz", "asad", "assad", "ibrahim", "aden", "asia", "europe", "africa", "god", "allah", "sun", "star", "mirror", "post", "times", "guardian", "herald", "press", "mail", "bbc", "minister", "secretary", "chairman", "board", "house", "senate", "congress", "assembly", "council", "court", "bank", "this", "that", "they", "then", "there", "these", "those", "the", "and", "but", "for", "was", "are", "has", "had", "his", "her", "its", "our", "who", "why", "how", "when", "where", "what", "which", "new", "old", "all", "any", "one", "two", "ten", "now", "not", "can", "will", "may be", "kim", "lin", "chen", "wang", "zhang", "khan", "singh", "santos", "lopez", "garcia", "perez", "silva", "amir", "said", "mary", "anna", "maria", "karl", "carl", "vera", "bar harbor", "early", "eden", "troy", "chester", "gary", "wayne", "warren", "stuart", "lawrence", "douglas", "howard", "clay", "dale", "dean", "earl", "glenn", "roy", "ray", "leon", "marshall", "allen", "alexander", "ashley", "beverly", "florence", "charlotte", "carolina", "sydney ":
		return true
	}
	return false
}
