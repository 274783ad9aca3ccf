package extract

import (
	"strings"

	"chancery"
)

// How far into a text the words that name who "we" are may stand.
const (
	selfSentences = 3
	selfTokens    = 30
)

// namedSelf is whom a text's own opening names as the speaker: "We, the
// foreign ministers of the Arab League, …", "We, the leaders of Peru and
// Chile". Nobody where the opening says nothing of the kind.
func (v *view) namedSelf() []party {
	for n := 0; n < len(v.sentences) && n < selfSentences; n++ {
		s := v.sentences[n]
		for i := 0; i+2 < len(s.tokens) && i < selfTokens; i++ {
			if s.tree.Words[i] != "we" || s.tree.Words[i+1] != "," {
				continue
			}
			if found := v.selfBehind(s, i+2); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// selfBehind is the parties of the apposition that begins at token i and ends
// before the next verb.
func (v *view) selfBehind(s *sentence, i int) []party {
	var found []party
	for k := i; k < len(s.tokens) && k < i+selfTokens && s.tree.Tags[k] != "VERB" && s.tree.Tags[k] != "AUX"; k++ {
		m := s.mentions[k]
		if m < 0 || v.Mentions[m].Head != k || !stateLike(v.Mentions[m].PartyKind) || v.Mentions[m].Kind == chancery.MentionPronoun {
			continue
		}
		if s.tree.Words[k-1] == "in" || s.tree.Words[k-1] == "at" {
			break // "meeting in Vienna"
		}
		found = append(found, without(v.at(s, k), found)...)
	}
	return found
}

// titleSelf is for whom a text speaks by its title, or by a heading over it:
// "Statement by the Spokesperson for the Secretary-General", "Daily Briefing by
// the State Department", where voices.txt knows the words behind the genre.
func (v *view) titleSelf() []party {
	if found := v.genreSelf(v.Document.Title); len(found) > 0 {
		return found
	}
	for _, line := range v.edgeLines() {
		if found := v.genreSelf(line.Of(v.Document.Text)); len(found) > 0 {
			return found
		}
	}
	return nil
}

func (v *view) genreSelf(line string) []party {
	title := strings.ToLower(line)
	at := -1
	for _, genre := range []string{"briefing", "communiqu", "statement", "remarks", "press release", "declaration", "readout", "note to correspondents"} {
		if i := strings.Index(title, genre); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	for _, p := range v.x.voices {
		i := strings.Index(title[at:], p.words)
		if p.sort == "" && i > 0 && !strings.ContainsAny(title[at:at+i], ":;") && !strings.HasPrefix(title[at+i+len(p.words):], " of ") {
			return []party{p.speaks()}
		}
	}
	return nil
}

// speaks is the party that a line of voices.txt names.
func (p publisherVoice) speaks() party {
	kind := chancery.PartyState
	if len(p.party) != 3 {
		kind = chancery.PartyIGO
	}
	return party{code: p.party, mention: -1, kind: kind}
}
