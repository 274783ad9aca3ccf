package actor

import (
	"strings"

	"chancery"
)

// particles stand inside names in small letters.
func particle(key string) bool {
	switch key {
	case "al", "el", "bin", "ibn", "bint", "de", "da", "do", "dos", "das", "di", "del", "della", "der", "den", "van", "von", "la", "le", "y", "ben", "abu", "ul", "ur", "zu", "ter", "ten":
		return true
	}
	return false
}

// nameRun is the end of the run of name words that starts at i; words that an
// earlier step has named as a party end it.
func (p *pass) nameRun(sentence, i, most int) int {
	words := p.words[sentence]
	end := i
	for j := i; j < len(words) && j < i+most; j++ {
		w := words[j]
		switch {
		case w.upper && w.key != "" && !p.partyAt(sentence, j) && !honorific(w.key):
			end = j + 1
		case particle(w.key) && j > i, (w.text == "-" || w.text == ".") && j > i && touching(p.sentences[sentence].Tokens, j):
		default:
			return end
		}
	}
	return end
}

func touching(tokens []chancery.Token, j int) bool { return tokens[j-1].End == tokens[j].Start }

// partyAt reports whether the token belongs to the name of a party.
func (p *pass) partyAt(sentence, token int) bool {
	for m := range p.near(sentence, token, token+1) {
		if m.First <= token && token < m.End && !m.dropped && m.Kind != chancery.MentionPerson && m.class != classTown {
			return true
		}
	}
	return false
}

func honorific(key string) bool {
	switch key {
	case "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "gen", "general", "col", "colonel", "capt", "captain", "lt", "maj", "major", "adm", "admiral", "prof", "professor", "sheikh", "sheik", "ayatollah", "mullah", "imam", "rev", "president", "minister", "prime", "senator", "sen", "rep", "king", "queen", "prince", "princess", "crown", "emir", "sultan", "pope", "chancellor", "premier", "secretary", "ambassador", "marshal", "brigadier", "sgt", "sergeant", "justice", "judge", "congressman", "congresswoman", "dame", "grand", "madam", "comrade", "field", "lieutenant", "hajj":
		return true
	}
	return false
}

// readPersons finds persons of the tables by their full names.
func (p *pass) readPersons(sentence int) {
	words := p.words[sentence]
	for i := 0; i < len(words); i++ {
		if !words[i].upper || len(words[i].key) == 0 || !p.given[skeleton(words[i].key)] {
			continue
		}
		end := i + 1
		for end < len(words) && end < i+7 && (words[end].upper || particle(words[end].key) || words[end].text == "-" || words[end].text == ".") {
			end++
		}
		for ; end > i+1; end-- {
			if !words[end-1].upper {
				continue
			}
			if p.addPerson(sentence, i, end) {
				i = end - 1
				break
			}
		}
	}
}

// addPerson makes a person's mention when the words are a name of the tables.
func (p *pass) addPerson(sentence, first, end int) bool {
	name := p.textOf(sentence, first, end)
	list := p.byName[skeleton(name)]
	if len(list) == 0 {
		return false
	}
	for m := range p.near(sentence, first, end) {
		if m.First < end && first < m.End {
			if m.First < first || m.End > end {
				return false
			}
			m.dropped = true
		}
	}
	m := p.add(sentence, first, end, chancery.MentionPerson, "table:person", 0.9)
	p.hold(m, p.holderOn(list, p.date(), ""))
	if fold(name) != fold(m.Person) {
		m.Rule, m.Confidence = "table:person-spelling", 0.85
	}
	return true
}

// textOf is the words of the tokens as they stand in the text.
func (p *pass) textOf(sentence, first, end int) string {
	tokens := p.sentences[sentence].Tokens
	return chancery.Span{Start: tokens[first].Start, End: tokens[end-1].End}.Of(p.doc.Text)
}

// date is the day of publication as the tables write it, empty when not told.
func (p *pass) date() string { return p.doc.Published.String() }

// hold gives a mention what the tables know of a holder.
func (p *pass) hold(m *found, h *holder) {
	if h == nil {
		return
	}
	m.Person, m.Office, m.Sector = h.name, h.office, h.sector
	if p.past(h) {
		m.Sector = "ELI"
		m.Office = "former " + h.office
	}
	if p.early(h) {
		m.Sector = "ELI"
		m.Office = "later " + h.office
	}
	p.name(m, h.party)
	if m.PartyKind == "" && h.sector == "REB" {
		m.PartyKind = chancery.PartyGroup // the table of parties holds states and organisations alone
	}
}

// past reports whether a term ended more than a year before the document.
func (p *pass) past(h *holder) bool {
	return h.to != "" && p.doc.Published.Year > 0 && year(h.to) < p.doc.Published.Year-1
}

// early reports whether a term began so long after a document that speaks of a
// campaign that its holder was still a candidate when it was written.
func (p *pass) early(h *holder) bool {
	published := p.doc.Published
	if h.from == "" || published.Year == 0 || !p.campaign() {
		return false
	}
	if len(h.from) < len("2006-01") || published.Month == 0 {
		return year(h.from) > published.Year
	}
	return 12*(year(h.from)-published.Year)+year(h.from[len("2006-"):])-int(published.Month) > monthsEarly
}

// campaign reports whether the document speaks of candidates for an office.
func (p *pass) campaign() bool {
	for _, words := range p.words {
		for _, w := range words {
			switch w.key {
			case "candidate", "candidates", "nominee", "nomination", "campaign", "campaigning", "frontrunner", "primaries":
				return true
			}
		}
	}
	return false
}

// monthsEarly is how many months before his term somebody may already speak for
// his state, the dates of the tables being of different makes.
const monthsEarly = 2

func year(date string) int {
	n := 0
	for i := 0; i < len(date) && i < 4; i++ {
		if date[i] < '0' || date[i] > '9' {
			return 0
		}
		n = n*10 + int(date[i]-'0')
	}
	return n
}

// holderOn chooses the term that covers the date (the highest office first),
// else the last one before it, else the first after it; party, where told,
// narrows the choice.
func (p *pass) holderOn(list []int32, date, party string) *holder {
	var best *holder
	bestRank := -1
	for _, index := range list {
		h := &p.holders[index]
		if party != "" && h.party != party {
			continue
		}
		rank := rankOf(h, date)
		if rank > bestRank || rank == bestRank && h.from > best.from {
			best, bestRank = h, rank
		}
	}
	return best
}

// rankOf is 4 or more for a term on the date, 2 for one before, 1 for one after.
func rankOf(h *holder, date string) int {
	rank := 2
	switch {
	case date == "":
		rank = 2
	case h.from != "" && h.from > date:
		rank = 0
	case h.to == "" || h.to >= date:
		rank = 4
	}
	if highOffice(h.office) {
		rank++
	}
	return rank
}

// samePerson reports whether all terms of the list name one party on the date.
func (p *pass) oneParty(list []int32, date string) (party string, sure bool) {
	for _, index := range list {
		h := &p.holders[index]
		if rankOf(h, date) < 4 && date != "" {
			continue
		}
		if party != "" && party != h.party {
			return "", false
		}
		party = h.party
	}
	return party, party != ""
}

// surnameOf is the key of the last name in a person's words.
func surnameOf(name string) string {
	return skeleton(name[strings.LastIndexAny(name, " -")+1:])
}
