package extract

import (
	"strings"

	"chancery"
)

// falsePlaces takes the party from names that only look like places, and gives
// a town before the name of an American state to that country: the speaker's
// name in a label ("MS. MONACO:"), somebody's given name ("Ann's question"),
// "Athens, Ohio".
func (v *view) falsePlaces() {
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionPlace && m.Kind != chancery.MentionParty || len(m.Parties) == 0 || m.Sentence < 0 || m.Sentence >= len(v.sentences) || m.End > len(v.sentences[m.Sentence].tokens) {
			continue
		}
		s := v.sentences[m.Sentence]
		switch {
		case m.First < v.talk.first[m.Sentence] && len(v.talk.home) > 0:
			m.Parties = nil
		case continent(s, m):
			m.Parties = nil
		case strings.HasPrefix(m.Rule, "table:town") && v.somebodysWord(s, m):
			m.Parties = nil
		case v.town(m) && v.americanTown(s, m):
			m.Parties = []string{"USA"}
		}
	}
}

// somebodysWord reports whether a name owns what somebody says ("Ann's question").
func (v *view) somebodysWord(s *sentence, m *chancery.Mention) bool {
	k := m.End
	if k+1 >= len(s.tokens) || s.tree.Words[k] != "'s" && s.tree.Words[k] != "’s" {
		return false
	}
	switch s.tree.Lemmas[k+1] {
	case "question", "point", "answer", "query", "comment":
		return true
	}
	return false
}

func (v *view) americanTown(s *sentence, m *chancery.Mention) bool {
	k := m.End
	if k+1 >= len(s.tokens) || s.tree.Words[k] != "," || s.tokens[k+1].Of(s.text) == s.tree.Words[k+1] {
		return false
	}
	classes := v.x.rules.Classes
	return classes.KnownWord("americanstates", s.tree.Words[k+1]) || k+2 < len(s.tokens) && classes.KnownWord("americanstates", s.tree.Words[k+1]+" "+s.tree.Words[k+2])
}

// namesakes takes the party from an office that was guessed to be of a state
// whose own holder the sentence names beside it: "the President met President
// Park of South Korea" is somebody else's president.
func (v *view) namesakes() {
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionOffice || m.Rule != "scene" || m.Person != "" || len(m.Parties) != 1 {
			continue
		}
		for k := range v.Mentions {
			other := &v.Mentions[k]
			if k == i || other.Sentence != m.Sentence || other.Kind != chancery.MentionOffice || !sameRank(other.Office, m.Office) || other.Rule == "scene" || other.Rule == "same-office" || len(other.Parties) != 1 {
				continue
			}
			if other.Parties[0] == m.Parties[0] && (other.Person != "" || other.First > m.End) {
				m.Parties = nil
				break
			}
		}
	}
}

// sidesWithOpponents reports whether an act is one with or for those who fight
// or oppose a government, so that it is none with their state (GUIDE rule 2).
func sidesWithOpponents(c *candidate, role chancery.Role) bool {
	if role.Sector != "OPP" && role.Sector != "REB" || c.act.Name == "recognise" {
		return false
	}
	switch c.act.Type {
	case "SUPPORT", "AID", "CONSULT", "COOPERATE", "AGREE", "ASSAULT":
		return true
	}
	return false
}

// sameRank reports whether two offices are one, or both those of a leader.
func sameRank(a, b string) bool {
	return a == b || leads(a) && leads(b)
}

func leads(office string) bool {
	switch office {
	case "president", "prime minister", "chancellor", "premier", "king":
		return true
	}
	return false
}

// continent reports whether "America" stands in the name of a part of the
// world ("Latin America", "Central and South America").
func continent(s *sentence, m *chancery.Mention) bool {
	if m.End-m.First != 1 || s.tree.Words[m.First] != "america" || m.First == 0 {
		return false
	}
	switch s.tree.Words[m.First-1] {
	case "south", "north", "central", "latin":
		return true
	}
	return false
}
