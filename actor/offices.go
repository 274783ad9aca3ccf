package actor

import (
	"chancery"
)

// mostRoleTokens bounds the words of an office or organ.
const mostRoleTokens = 6

// readOffices finds offices and organs in one sentence with the party they
// belong to and the person who holds them.
func (p *pass) readOffices(sentence int) {
	p.ownOrgans(sentence)
	words := p.words[sentence]
	for i := 0; i < len(words); {
		end, r := p.roleAt(words, i)
		if r == nil || p.insideName(sentence, i, end) || p.notNoun(sentence, end-1) {
			i++
			continue
		}
		p.addRoleMention(sentence, i, end, r)
		i = end
	}
}

// ownOrgans gives an organ of the tables to the state named right before it:
// "the Libyan House of Representatives" is not the American one.
func (p *pass) ownOrgans(sentence int) {
	words := p.words[sentence]
	for _, m := range p.found[sentence] {
		if m.dropped || m.class != classOrgan || m.First == 0 {
			continue
		}
		before := m.First
		if text := words[before-1].text; text == "'s" || text == "’s" {
			before--
		}
		owner := p.ownerEnding(sentence, before)
		if owner == nil && sharedOrgan(m.key) {
			p.votersOrgan(m)
		}
		if owner == nil || owner.PartyKind != chancery.PartyState && owner.PartyKind != chancery.PartyTerritory || owner.Party() == m.Party() || owner.class == classCapital {
			continue
		}
		m.RunnerUp = m.Party()
		m.Parties, m.PartyKind, m.Rule = owner.Parties, owner.PartyKind, "organ+country"
		owner.Adjective = true
	}
}

// sharedOrgan reports whether organs of several states have this name.
func sharedOrgan(key string) bool {
	switch key {
	case "houseofrepresentatives", "congress", "nationalcongress", "senate", "nationalassembly", "supremecourt", "houseofcommons":
		return true
	}
	return false
}

// votersOrgan gives an organ whose name several states use to the one whose
// people vote in the sentence, or whose head of government it chooses, where
// the text does not name the usual owner: "Freedonians vote to elect the 40
// members of the House of Representatives".
func (p *pass) votersOrgan(m *found) {
	if p.cues.codes[m.Party()] > 0 {
		return
	}
	words := p.words[m.Sentence]
	for _, other := range p.found[m.Sentence] {
		if other.dropped || other.End > m.First || len(other.Parties) != 1 || other.PartyKind != chancery.PartyState {
			continue
		}
		after := words[min(other.End, len(words)-1)].key
		voters := other.class == classPeople || other.class == classAdj && (after == "citizens" || after == "voters")
		head := other.class == className && other.First > 1 && words[other.First-1].key == "of" && (words[other.First-2].key == "minister" || words[other.First-2].key == "president")
		if voters || head {
			m.RunnerUp = m.Party()
			m.Parties, m.PartyKind, m.Rule, m.Confidence = other.Parties, other.PartyKind, "organ+voters", 0.8
			return
		}
	}
}

// roleAt is the longest role that starts at word i.
func (p *pass) roleAt(words []word, i int) (end int, best *role) {
	if !p.starts[words[i].key] {
		return 0, nil
	}
	var space [64]byte
	key := space[:0]
	for j := i; j < len(words) && j < i+mostRoleTokens; j++ {
		if words[j].key == "" && words[j].text != "-" && words[j].text != "'" && words[j].text != "’" {
			break
		}
		key = append(key, words[j].key...)
		if r, known := p.roles[string(key)]; known && words[j].key != "" {
			end, best = j+1, &r
		}
	}
	return end, best
}

// insideName reports whether a name of the tables covers the words.
func (p *pass) insideName(sentence, first, end int) bool {
	for m := range p.near(sentence, first, end) {
		if !m.dropped && m.First < end && first < m.End {
			return true
		}
	}
	return false
}

// notNoun reports whether the parser took the word for something else.
func (p *pass) notNoun(sentence, token int) bool {
	switch p.sentences[sentence].Tokens[token].UPOS {
	case "", "NOUN", "PROPN":
		return false
	case "ADJ":
		return adjectiveRole(p.words[sentence][token].key)
	}
	return true
}

// addRoleMention makes the mention of a role, its party and its holder.
func (p *pass) addRoleMention(sentence, first, end int, r *role) {
	start, owners, former := p.ownersBefore(sentence, first)
	stop, after, host := p.ownerAfter(sentence, end, r)
	kind := chancery.MentionOffice
	if r.organ {
		kind = chancery.MentionDescription
	}
	m := p.add(sentence, start, stop, kind, "role", 0.6)
	m.Office, m.Sector, m.Plural, m.host = r.office, r.sector, r.plural, host
	m.Head = headOf(p.sentences[sentence].Tokens, first, end, kind)
	m.key = fold(r.office)
	p.own(m, owners, after, r)
	if former {
		m.Office, m.Sector = "former "+r.office, "ELI"
	}
	if !r.organ && !r.plural {
		p.findHolder(sentence, m, start, stop)
	}
}

// own gives a role the party it belongs to: what stands after "of" first, then
// the nearest name before it. An ambassador between two parties ("the Russian
// U.N. ambassador") is the first one's with the second.
func (p *pass) own(m *found, owners []*found, after *found, r *role) {
	var owner *found
	rule := ""
	switch {
	case after != nil:
		owner, rule = after, "role+of"
	case len(owners) > 1 && diplomatic(r.office):
		owner, rule = owners[len(owners)-1], "role+sender"
		m.host = owners[0].Party()
	case len(owners) > 0:
		owner, rule = owners[0], "role+country"
	case r.party != "":
		p.name(m, r.party)
		m.Rule, m.Confidence = "role:only", 0.9
		return
	default:
		return
	}
	if diplomatic(r.office) && owner.PartyKind == chancery.PartyIGO && after == nil && len(owners) == 1 && owner.Kind != chancery.MentionPerson && owner.Adjective && r.office == "ambassador" {
		m.host = owner.Party()
		return
	}
	m.Parties, m.PartyKind = owner.Parties, owner.PartyKind
	m.Rule, m.Confidence = rule, 0.9
	if owner.Sector != "" && !chancery.OfficialSector(owner.Sector) || owner.PartyKind == chancery.PartyIGO && m.Sector == "GOV" {
		m.Sector = owner.Sector
	}
	if owner.Office == "opposition" {
		m.Sector = "OPP"
	}
}

func diplomatic(office string) bool {
	switch office {
	case "ambassador", "envoy", "permanent representative", "deputy ambassador", "representative", "delegate", "high representative", "negotiator":
		return true
	}
	return false
}

// ownersBefore walks left from a role over its modifiers and collects the
// parties that own it, nearest first; start is the first token of the phrase.
func (p *pass) ownersBefore(sentence, first int) (start int, owners []*found, former bool) {
	words, tokens := p.words[sentence], p.sentences[sentence].Tokens
	start = first
	for k, steps := first-1, 0; k >= 0 && steps < 8; steps++ {
		if m := p.ownerEnding(sentence, k+1); m != nil {
			owners = append(owners, m)
			m.Adjective = true
			start, k = m.First, m.First-1
			continue
		}
		w := words[k]
		if open := p.abbreviationEnding(sentence, k); open >= 0 {
			k = open - 1
			continue
		}
		switch {
		case w.text == "'s" || w.text == "’s" || w.text == "'" || w.text == "’":
			if k == 0 || p.ownerEnding(sentence, k) == nil {
				return start, owners, former
			}
		case w.key == "former" || w.key == "ex" || w.key == "exiled" || w.key == "ousted" || w.key == "deposed" || w.key == "onetime":
			former, start = true, k
		case w.text == "-" && k > 0:
		case participle(w.key) && !p.modifies(sentence, k):
			return start, owners, former
		case modifier(w, tokens[k].UPOS):
			if len(owners) == 0 || w.key != "" {
				start = k
			}
		case w.key == "the" || w.key == "a" || w.key == "an":
			return k, owners, former
		default:
			return start, owners, former
		}
		k--
	}
	return start, owners, former
}

// abbreviationEnding is the bracket that opens a name's abbreviation which
// ends with the token ("the Revolutionary Guard Corps (IRGC) commander"), -1
// for none.
func (p *pass) abbreviationEnding(sentence, last int) int {
	words := p.words[sentence]
	if words[last].text != ")" || last < 3 || words[last-2].text != "(" || !words[last-1].shout || p.ownerEnding(sentence, last-2) == nil {
		return -1
	}
	return last - 2
}

// modifier reports whether a word may stand between a country and an office.
func modifier(w word, upos string) bool {
	switch upos {
	case "ADJ", "NUM":
		return true
	case "NOUN", "PROPN":
		return !w.upper || modifierWord(w.key)
	case "":
		return modifierWord(w.key)
	}
	return modifierWord(w.key)
}

func participle(key string) bool {
	switch key {
	case "expelled", "retired", "backed", "led", "elected", "exiled", "ousted", "deposed", "recognised", "recognized":
		return true
	}
	return false
}

// modifies reports whether the participle at the token stands before its noun
// ("the expelled diplomats") and is not the verb of a clause ("the alliance
// expelled eight diplomats"): a verb follows its subject or stands before a number.
func (p *pass) modifies(sentence, token int) bool {
	words, tokens := p.words[sentence], p.sentences[sentence].Tokens
	if token+1 < len(words) && (tokens[token+1].UPOS == "NUM" || tokens[token+1].UPOS == "DET" || numberOf(words[token+1].key) > 0) {
		return false
	}
	switch tokens[token].XPOS {
	case "VBD", "VBZ", "VBP", "VB":
		return false
	}
	if token == 0 {
		return true
	}
	switch tokens[token-1].UPOS {
	case "NOUN", "PROPN", "PRON":
		return words[token-1].key == ""
	}
	return true
}

func modifierWord(key string) bool {
	switch key {
	case "then", "deputy", "senior", "new", "newly", "acting", "interim", "top", "chief", "state", "military", "outgoing", "incoming", "vice", "first", "second", "third", "caretaker", "special", "permanent", "current", "two", "three", "several", "some", "many", "other", "local", "federal", "central", "national", "naval", "elected", "hardline", "veteran", "longtime", "assistant", "undersecretary", "nuclear", "presidential", "security", "intelligence", "army", "government", "foreign", "defence", "defense", "parliamentary", "provincial", "regional", "joint", "high", "highest", "ranking", "most", "unnamed", "consular", "diplomatic", "resident", "main", "leading", "prominent", "executive", "administration", "embassy", "ministry", "economic", "trade", "finance", "royal", "supreme", "general", "civilian", "transitional", "expelled", "retired", "pro", "backed", "led", "chargé", "peace", "climate", "human", "rights", "ruling", "opposition", "rebel", "largest", "key", "young", "old", "late", "incumbent", "embattled", "communist", "socialist", "conservative", "liberal", "islamist", "islamic", "internationally", "recognised", "recognized", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundreds", "thousands", "all", "both", "former":
		return true
	}
	return false
}

// ownerEnding is the mention of a party that ends before the token and may own
// an office: a state's name, adjective, capital or seat, an organisation or
// organ, a group.
func (p *pass) ownerEnding(sentence, end int) *found {
	var owner *found
	for m := range p.near(sentence, end-1, end) {
		if m.dropped || m.End != end || len(m.Parties) == 0 {
			continue
		}
		switch m.class {
		case className, classAdj, classCapital, classSeat, classOrgan, classIGO, classGroup, classPlace:
			owner = m
		case 0:
			if m.Kind == chancery.MentionDescription {
				owner = m
			}
		}
	}
	return owner
}

// ownerAfter looks behind a role for "of", "for" or "in" and a party, and for
// the host of a diplomat behind "to".
func (p *pass) ownerAfter(sentence, end int, r *role) (stop int, owner *found, host string) {
	words := p.words[sentence]
	stop = end
	for k := end; k < len(words) && k < end+8; {
		preposition := words[k].key
		if preposition != "of" && preposition != "to" && preposition != "for" && preposition != "at" && preposition != "from" {
			break
		}
		at := k + 1
		if at < len(words) && words[at].key == "the" {
			at++
		}
		m := p.starting(sentence, at)
		if m == nil || len(m.Parties) == 0 {
			break
		}
		switch {
		case preposition == "to" && (diplomatic(r.office) || r.office == "high commissioner" || r.office == "consul general"):
			host, stop = m.Party(), m.End
		case preposition == "from" && (r.plural || r.sector == "MIL") && p.withdrawn(sentence, end), preposition == "to" || preposition == "for" && r.office != "spokesperson" && r.office != "foreign minister" || preposition == "at":
			return stop, owner, host
		default:
			owner, stop = m, m.End
		}
		k = m.End
		if m.class == classAdj { // "for the Russian foreign ministry": the organ follows
			return end, owner, host
		}
	}
	return stop, owner, host
}

// withdrawn reports whether the words before a role tell that it leaves a
// place: "withdraws its forces from Freedonia" are not Freedonia's forces.
func (p *pass) withdrawn(sentence, end int) bool {
	words := p.words[sentence]
	for k := max(0, end-8); k < end; k++ {
		if k > 0 && words[k-1].key == "in" {
			continue // "in return"
		}
		switch words[k].key {
		case "withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing", "withdrawal", "pull", "pulls", "pulled", "pulling", "pullout", "remove", "removed", "removal", "evacuate", "evacuates", "evacuated", "evacuation", "recall", "recalls", "recalled", "return", "returned":
			return true
		}
	}
	return false
}

// starting is the mention of a party that starts at the token.
func (p *pass) starting(sentence, first int) *found {
	for m := range p.near(sentence, first, first+1) {
		if !m.dropped && m.First == first && (m.class >= className && m.class <= classGroup || m.class == classPlace) {
			return m
		}
	}
	return nil
}

// adjectiveRole reports whether a word of the roles is more often an adjective.
func adjectiveRole(key string) bool {
	switch key {
	case "general", "chief", "national", "public", "civilian", "militant", "separatist", "rebel", "terrorist", "insurgent", "state", "opposition", "dissident", "exile":
		return true
	}
	return false
}
