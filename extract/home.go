package extract

import (
	"strings"

	"chancery"
	"chancery/ontology"
)

// homeOffices gives an office or body that is named without a country in a text
// that speaks for one party ("The Prime Minister" in a British statement, "the
// Ministry", "our ambassador") to that party, where an earlier stage could only
// guess or found nobody, with the pronouns after it.
func (v *view) homeOffices() {
	home := v.document.parties
	if len(codes(home)) != 1 {
		return
	}
	turned, offices := map[int]bool{}, map[string]bool{}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Sentence < 0 || m.Sentence >= len(v.sentences) {
			continue
		}
		again := m.Kind == chancery.MentionOffice && m.Rule == "same-office" && offices[m.Office] && v.bare(m)
		pronoun := m.Kind == chancery.MentionPronoun && turned[m.Antecedent] && (m.Person == "" || again)
		if !again && !pronoun && !v.homeBody(m) && (!v.ofTheDesk(m) || v.membersOffice(m)) {
			continue
		}
		if v.hostBody(m) {
			if host := v.otherThan(home); len(codes(host)) == 1 {
				m.Parties, m.PartyKind = codes(host), host[0].kind
			}
			continue
		}
		turned[i] = true
		if m.Kind == chancery.MentionOffice && v.bare(m) {
			offices[m.Office] = true // "the President" from now on, whoever else is named
			if again {
				m.Person = ""
			}
		}
		m.Parties, m.PartyKind, m.Sector = codes(home), home[0].kind, "GOV"
		if m.Kind == chancery.MentionMission || m.Kind == chancery.MentionOrganisation {
			m.Rule = "home"
		}
	}
}

// homeBody reports whether a mention is an office or body that only the one
// who speaks can leave without a country.
func (v *view) homeBody(m *chancery.Mention) bool {
	guessed := m.Rule == "scene" || len(m.Parties) == 0 || m.Rule == "office+scene"
	s := v.sentences[m.Sentence]
	if !guessed || m.Head < 0 || m.Head >= len(s.tokens) {
		return false
	}
	if m.Person != "" {
		return v.homePerson(s, m)
	}
	if owner := s.tree.Child(m.Head, "nmod:poss"); owner >= 0 {
		return m.Kind == chancery.MentionOffice && firstPerson(s.tree.Words[owner]) && v.ownWords(s, owner) && m.Rule == "scene"
	}
	switch m.Kind {
	case chancery.MentionOffice:
		return m.Rule == "scene" && v.capitalised(m) && !v.membersOffice(m)
	case chancery.MentionOrganisation, chancery.MentionMission, chancery.MentionDescription:
		if m.Rule == "scene" && v.hostBody(m) {
			return true
		}
		switch strings.TrimPrefix(trimArticle(m.Of(v.Document.Text)), "this ") {
		case "Ministry", "Department", "Embassy", "High Commission", "Permanent Mission", "Foreign Ministry", "Foreign Office", "Ministry of Foreign Affairs", "Consulate", "Consulate General", "Mission", "State Department":
			return true
		case "administration", "Administration":
			return v.document.parties[0].code == "USA" // so Washington speaks of its own
		}
	}
	return false
}

// membersOffice reports whether an office in the text of a body of states is one
// that only its members have.
func (v *view) membersOffice(m *chancery.Mention) bool {
	if v.document.parties[0].kind != chancery.PartyIGO {
		return false
	}
	switch m.Office {
	case "president", "prime minister", "foreign minister", "minister", "government", "parliament", "king", "ambassador":
		return true
	}
	return false
}

// bare reports whether an office is named by its title alone: "the President".
func (v *view) bare(m *chancery.Mention) bool {
	words := strings.Fields(m.Of(v.Document.Text))
	return len(words) == 2 && strings.EqualFold(words[0], "the") && words[1] != strings.ToLower(words[1])
}

// hostBody reports whether "the Government" in a mission's own notice is that of
// the country where it is.
func (v *view) hostBody(m *chancery.Mention) bool {
	title := strings.ToLower(v.Title.Text + " " + v.Publisher.Text)
	return m.Office == "government" && holdsAny(title, []string{"embassy", "consulate", "high commission", "permanent mission"})
}

// homeNoun reports whether token i is a body or officer written as a title and
// named without a country ("the Council", "the Secretary", "the Permanent
// Representative") in a text that speaks for one party.
func (v *view) homeNoun(s *sentence, i int) bool {
	t := s.tree
	det := t.Child(i, "det")
	if len(codes(v.document.parties)) != 1 || det < 0 || t.Words[det] != "the" && t.Words[det] != "this" || t.Child(i, "nmod:poss", "nmod") >= 0 {
		return false
	}
	if i+1 < len(s.tokens) && t.Tags[i+1] == "PROPN" {
		return false
	}
	body := v.document.parties[0].kind == chancery.PartyIGO
	switch s.tokens[i].Of(s.text) {
	case "Council", "Commission", "Secretariat", "Organization", "Organisation", "Union", "Alliance":
		return body
	case "Ministry", "Department", "Secretary", "Spokesperson", "Spokesman", "Spokeswoman", "Cabinet", "Representative":
		return true
	}
	return false
}

// telephoned makes a call of those who "spoke" in what its title names the
// readout of a call (GUIDE rule 12).
func (v *view) telephoned(s *sentence, i int, act ontology.Act) ontology.Act {
	if act.Name != "meet" || s.tree.Lemmas[i] != "speak" && s.tree.Lemmas[i] != "talk" {
		return act
	}
	title := strings.ToLower(v.Title.Text) + " "
	if !holdsAny(title, []string{" call with ", " call to ", " call between ", " phone call", " telephone", "'s call "}) {
		return act
	}
	if call, known := v.x.acts.Act("call"); known {
		return call
	}
	return act
}

// homePerson reports whether an officer who is named without a country is the
// subject of what he does or says in a text that speaks for one party ("Foreign
// Minister NAME will travel"), and not whom "we" spoke with.
func (v *view) homePerson(s *sentence, m *chancery.Mention) bool {
	if m.Kind != chancery.MentionOffice && m.Kind != chancery.MentionPerson || m.Sector != "GOV" || m.Rule != "scene" && m.Rule != "office+scene" {
		return false
	}
	for k := m.Head; k >= 0; k = s.tree.Parent[k] {
		switch s.tree.Rel(k) {
		case "nsubj":
			return true
		case "flat", "appos", "compound", "nmod:unmarked":
		default:
			return false
		}
	}
	return false
}

// capitalised reports whether the head of a mention is written as a title.
func (v *view) capitalised(m *chancery.Mention) bool {
	if m.Sentence < 0 || m.Sentence >= len(v.sentences) || m.Head < 0 || m.Head >= len(v.sentences[m.Sentence].tokens) {
		return false
	}
	word := v.sentences[m.Sentence].tokens[m.Head].Of(v.Document.Text)
	return word != strings.ToLower(word)
}
