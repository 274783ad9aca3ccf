package extract

import (
	"slices"

	"chancery"
)

// firmName reports whether the country or town at token i is only a part of
// the name of a firm, a paper or a club ("Air Canada", "Bank Austria"): it
// does not act when they do.
func (v *view) firmName(s *sentence, i int) bool {
	t, classes := s.tree, v.x.rules.Classes
	m := s.mentions[i]
	if m < 0 || t.Tags[i] != "PROPN" {
		return false
	}
	mention := &v.Mentions[m]
	if mention.Kind != chancery.MentionPlace && mention.Kind != chancery.MentionParty {
		return false
	}
	if k := mention.First - 1; k >= 0 && t.Tags[k] == "PROPN" && classes.Word(t, k, "firmleads") && s.tokens[k].End+1 == s.tokens[k+1].Start {
		return true
	}
	k := mention.End
	return k < t.Len() && t.Tags[k] == "PROPN" && classes.Word(t, k, "firmnames")
}

// withoutFirms is list less those that only lend their name to a firm, and
// less airports, crossings and other sites.
func (v *view) withoutFirms(list []party) []party {
	return slices.DeleteFunc(slices.Clone(list), func(p party) bool {
		if p.mention < 0 {
			return false
		}
		m := &v.Mentions[p.mention]
		if m.Sentence < 0 || m.Sentence >= len(v.sentences) || m.Head < 0 || m.Head >= len(v.sentences[m.Sentence].mentions) {
			return false
		}
		s := v.sentences[m.Sentence]
		if m.Kind == chancery.MentionPlace && m.End > 0 && m.End <= s.tree.Len() && v.x.rules.Classes.Word(s.tree, m.End-1, "sites") {
			return true // an airport does nothing
		}
		return v.firmName(s, m.Head)
	})
}

// memberState reports whether noun i is one member of an organisation, which
// is named for the organisation alone ("the 60th UN member state to ratify").
func (v *view) memberState(s *sentence, i int) bool {
	switch s.tree.Lemmas[i] {
	case "member", "state", "country", "nation":
	default:
		return false
	}
	owner := v.owner(s, i)
	return len(owner) > 0 && owner[0].kind == chancery.PartyIGO
}

// ownSpeaker is who "it" or "they" is that opens what a firm, a movement or
// another that speaks for no state says of itself ("the airline says it will
// resume flights"); found is false where the pronoun is none such.
func (v *view) ownSpeaker(s *sentence, i int) (list []party, found bool) {
	a := s.voices[i]
	if a < 0 || s.tree.Rel(i) != "nsubj" {
		return nil, false
	}
	switch s.tree.Words[i] {
	case "it", "they":
	default:
		return nil, false
	}
	said := &v.Attributions[a]
	if said.SpeakerMention < 0 || said.SpeakerMention >= len(v.Mentions) || len(said.Content) == 0 {
		return nil, false
	}
	speaker := &v.Mentions[said.SpeakerMention]
	if speaker.Sentence != s.index || !v.speaksForItself(speaker) {
		return nil, false
	}
	for k := tokenAt(s.tokens, said.Content[0].Start); k < i; k++ {
		if s.tree.Rel(k) == "nsubj" {
			return nil, false // another was spoken of first
		}
	}
	for _, code := range speaker.Parties {
		list = append(list, party{code: code, mention: said.SpeakerMention, kind: speaker.PartyKind, sector: speaker.Sector})
	}
	return list, true
}

// speaksForItself reports whether a mention is of a firm, movement or other
// body that is no organ of a state; the media are left out, who tell of others.
func (v *view) speaksForItself(m *chancery.Mention) bool {
	if m.Sector == "MED" || m.PartyKind == chancery.PartyMedia {
		return false
	}
	if m.Kind != chancery.MentionOrganisation && m.Kind != chancery.MentionDescription {
		return false
	}
	if !chancery.OfficialSector(m.Sector) || !stateLike(m.PartyKind) {
		return true
	}
	s := v.sentences[m.Sentence]
	t := s.tree
	if k := m.First - 1; k >= 0 && k < len(s.mentions) && s.mentions[k] >= 0 && len(m.Parties) == 0 {
		if before := &v.Mentions[s.mentions[k]]; before.Kind == chancery.MentionDescription && !chancery.OfficialSector(before.Sector) {
			return before.Sector != "MED" // "the Polish airline LOT"
		}
	}
	return len(m.Parties) == 0 && m.End > 0 && m.End <= t.Len() && v.x.rules.Classes.Word(t, m.End-1, "firmnames")
}
