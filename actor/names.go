package actor

import (
	"strings"

	"chancery"
)

// mostNameTokens bounds the tokens of one name from the tables.
const mostNameTokens = 12

// readNames finds the names of the tables in one sentence, the longest first
// from left to right.
func (p *pass) readNames(sentence int) {
	words := p.words[sentence]
	for i := 0; i < len(words); {
		end, e := p.longest(words, i)
		if e == nil {
			i++
			continue
		}
		p.addNamed(sentence, i, end, e)
		i = end
	}
	p.readJoined(sentence)
	p.readPersons(sentence)
}

// longest is the longest form of the tables that starts at word i.
func (p *pass) longest(words []word, i int) (end int, best *entry) {
	if words[i].key == "" || !words[i].upper && !lowerStart(words[i].key) {
		return 0, nil
	}
	if i+1 < len(words) && words[i+1].text == "$" {
		return 0, nil // "US$20" is money
	}
	var space [64]byte
	key := space[:0]
	gap := 0
	for j := i; j < len(words) && j < i+mostNameTokens; j++ {
		w := words[j]
		if w.key == "" {
			if w.text != "-" && w.text != "." && w.text != "'" && w.text != "’" && w.text != "–" && w.text != "," && w.text != "/" && w.text != "&" {
				break
			}
			continue
		}
		if !w.upper && j > i {
			if gap++; gap > 3 {
				break
			}
		} else {
			gap = 0
		}
		key = append(key, w.key...)
		if len(key) > 90 {
			break
		}
		if index, known := p.forms[string(key)]; known {
			if e := p.fits(index, words[i:j+1]); e != nil && !possessiveOf(w, e) {
				end, best = j+1, e
				if strings.HasSuffix(e.form, ".") && w.text != e.form && j+1 < len(words) && words[j+1].text == "." && j > i {
					end++
				}
			}
		}
	}
	return end, best
}

// possessiveOf reports whether a form was only reached by taking a possessive
// ending for its last letter ("Peru's" is not the town of Perus).
func possessiveOf(last word, e *entry) bool {
	return (last.text == "'s" || last.text == "’s") && !strings.ContainsAny(e.form, "'’")
}

// lowerStart reports whether a name of the tables may start with this small word.
func lowerStart(key string) bool {
	switch key {
	case "al", "alqaeda", "alqaida", "eurozone", "euro", "mainland", "alshabab", "alshabaab", "dpa", "chemical", "the":
		return true
	}
	return false
}

// fits chooses the entry of a key whose spelling agrees with the words: an
// acronym stands in capitals, a name starts with one, a common word that is
// also a name stands as it is written in the table.
func (p *pass) fits(index int32, words []word) *entry {
	text := words[0].text
	var adjective *entry
	for ; index >= 0; index = p.entries[index].next {
		e := &p.entries[index]
		if len(words) > 1 && len(words[1].key) > 1 && words[len(words)-1].key != "" && !strings.ContainsAny(e.form, " -.'’/") {
			continue // "Israel is" are not the Israelis
		}
		if acronym(e.form) {
			if len(words) == 1 && text != e.form && !words[0].shout || len(words) > 1 && !words[0].shout {
				continue
			}
		} else if hasUpper(e.form[:1]) && !words[0].upper {
			continue
		} else if e.class == classTown && len(words) == 1 && commonTown(words[0].key) {
			continue
		}
		if e.class == classAdj {
			if adjective == nil {
				adjective = e
			}
			continue
		}
		if adjective != nil && e.class == classPeople {
			return adjective
		}
		return e
	}
	return adjective
}

// acronym reports whether a form is all capitals and short: "WHO", "U.S.".
func acronym(form string) bool {
	return len(form) <= 8 && hasUpper(form) && !hasLower(form)
}

// addNamed makes the mention of one entry.
func (p *pass) addNamed(sentence, first, end int, e *entry) {
	if e.class == classSkip {
		return
	}
	kind, confidence := kindOf(e.class)
	m := p.add(sentence, first, end, kind, "table:"+ruleName(e.class), confidence)
	m.class = e.class
	m.key = fold(e.form)
	m.Sector = e.sector
	code := e.party
	switch e.class {
	case className, classAdj, classPeople, classCapital:
		code = p.choose(m.key, code, m)
		m.Adjective = e.class == classAdj
		m.Plural = e.class == classPeople
		m.Place = e.form
		if e.class == classAdj || e.class == classPeople {
			m.Place = ""
		}
	case classTown, classPlace:
		m.Place = e.form
		code = p.townCountry(code)
	case classMedia, classNGO, classFirm:
		m.Sector = map[class]string{classMedia: "MED", classNGO: "NGO", classFirm: "BUS"}[e.class]
		if code == "MEDIA" || code == "NGO" || code == "FIRM" {
			m.PartyKind = map[class]chancery.PartyKind{classMedia: chancery.PartyMedia, classNGO: chancery.PartyNGO, classFirm: chancery.PartyFirm}[e.class]
			code = ""
		}
	case classGroup:
		if m.Sector == "" {
			m.Sector = "REB"
		}
	}
	p.name(m, code)
	switch e.class {
	case classGroup:
		m.PartyKind = chancery.PartyGroup
	case classMedia:
		m.PartyKind = chancery.PartyMedia
	}
}

func kindOf(c class) (chancery.MentionKind, float64) {
	switch c {
	case className:
		return chancery.MentionPlace, 0.95
	case classAdj, classPeople:
		return chancery.MentionParty, 0.95
	case classCapital:
		return chancery.MentionPlace, 0.9
	case classSeat:
		return chancery.MentionParty, 0.9
	case classPlace, classTown:
		return chancery.MentionPlace, 0.7
	}
	return chancery.MentionOrganisation, 0.9
}

func ruleName(c class) string {
	for name, other := range classes() {
		if other == c {
			return name
		}
	}
	return "town"
}

// townCountry is the one country of a town; towns of several stay open unless
// the document speaks of one of them.
func (p *pass) townCountry(codes string) string {
	first, rest, several := strings.Cut(codes, " ")
	if !several {
		return first
	}
	for _, code := range append([]string{first}, strings.Fields(rest)...) {
		if p.cues.codes[code] > 0 {
			return code
		}
	}
	return ""
}
