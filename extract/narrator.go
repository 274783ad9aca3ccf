package extract

import (
	"strings"

	"chancery"
)

// leastNarrator is how many words of the first person outside other people's
// words make a text one that is told in the first person.
const leastNarrator = 2

// firstPersons counts the words of the first person that the text itself says,
// outside quotation marks and what is told as somebody's words.
func (v *view) firstPersons() int {
	if v.firsts < 0 {
		v.firsts = 0
		for _, s := range v.sentences {
			for i := range s.tokens {
				if firstPerson(s.tree.Words[i]) && s.tokens[i].Of(s.text) != "US" && v.ownWords(s, i) {
					v.firsts++
				}
			}
		}
	}
	return v.firsts
}

// ownWords reports whether token i stands in the text's own words: not quoted,
// nor another's, but for a turn in a transcript that answers.
func (v *view) ownWords(s *sentence, i int) bool {
	if s.quoted[i] {
		return false
	}
	a := s.voices[i]
	return a < 0 || v.Attributions[a].Rule == "transcript" && !v.asks(a)
}

// asks reports whether an attribution is the turn of one who puts questions.
func (v *view) asks(a int) bool {
	said := &v.Attributions[a]
	if said.Rule != "transcript" {
		return false
	}
	word, _, _ := strings.Cut(strings.ToUpper(said.Speaker.Of(v.Document.Text)), " ")
	return isReporter(strings.Trim(word, ".:*"))
}

// narrator is the state or body that a text in the first person tells of as of
// itself: in whose name it welcomes and rejects, to whose town its envoys come
// home; never one that "we" address or where "our" missions are.
func (v *view) narrator() []party {
	if v.firstPersons() < leastNarrator {
		return nil
	}
	score, kinds := map[string]int{}, map[string]chancery.PartyKind{}
	var order []string
	count := func(list []party, n int) {
		for _, p := range list {
			if _, known := kinds[p.code]; !known && stateLike(p.kind) {
				kinds[p.code] = p.kind
				order = append(order, p.code)
			}
			score[p.code] += n
		}
	}
	for _, s := range v.sentences {
		for i := range s.tokens {
			if v.ownWords(s, i) || !s.quoted[i] && v.unknownSpeaker(s.voices[i]) {
				v.countSelf(s, i, count)
			}
		}
	}
	best, second := "", 0
	for _, code := range order {
		switch {
		case best == "" || score[code] > score[best]:
			if best != "" {
				second = max(second, score[best])
			}
			best = code
		default:
			second = max(second, score[code])
		}
	}
	if best == "" || score[best] < 2 || score[best] <= second {
		pair := v.topicPair()
		for n := range pair {
			if other := pair[1-n]; score[other.code] <= -3 && score[pair[n].code] >= 0 {
				return pair[n : n+1] // the other one is spoken to
			}
		}
		return nil
	}
	return []party{{code: best, mention: -1, kind: kinds[best]}}
}

// unknownSpeaker reports whether an attribution is of an officer whose country
// nothing tells ("The Prime Minister told him that the United Kingdom …").
func (v *view) unknownSpeaker(a int) bool {
	m := v.Attributions[a].SpeakerMention
	return m >= 0 && m < len(v.Mentions) && (len(v.Mentions[m].Parties) == 0 || v.Mentions[m].Rule == "scene") && v.Mentions[m].Kind != chancery.MentionPronoun
}

// countSelf weighs what token i tells of who speaks.
func (v *view) countSelf(s *sentence, i int, count func([]party, int)) {
	t := s.tree
	word := t.Words[i]
	switch {
	case t.IsVerb(i) && v.x.rules.Classes.Word(t, i, "selfsaid"):
		clause := t.Clause(i)
		if clause.Passive || clause.Subject < 0 || clause.Subject >= len(s.tokens) {
			return
		}
		if firstPerson(t.Words[clause.Subject]) {
			for _, head := range []int{clause.Object, clause.Indirect, clause.Phrase("on"), clause.Phrase("upon"), clause.Phrase("to")} {
				count(v.partyAt(s, head), -3)
			}
			return
		}
		if t.Penn[i] == "VBZ" || t.Penn[i] == "VBP" {
			count(v.partyAt(s, clause.Subject), 2)
		}
	case word == "our" || word == "my":
		owned := t.Parent[i]
		if owned < 0 {
			return
		}
		for k := owned + 1; k+1 < len(s.tokens) && k < owned+4; k++ {
			if t.Words[k] == "in" || t.Words[k] == "to" {
				count(v.partyAt(s, k+1), -3) // "our ambassador in Quito"
				break
			}
		}
		if up := t.Parent[owned]; up >= 0 && t.Rel(owned) == "nsubj" && (t.Lemmas[up] == "recall" || t.Lemmas[up] == "return") {
			count(v.partyAt(s, t.Clause(up).Phrase("to")), 3) // "our ambassador is recalled to Lima"
		}
	case word == "secretary" && i > 0 && t.Words[i-1] == "the" && s.turn >= 0 && s.tokens[i].Of(s.text) == "Secretary" && (i+1 == len(s.tokens) || t.IsVerb(i+1) || t.Tags[i+1] == "AUX"):
		count([]party{{code: "USA", mention: -1, kind: chancery.PartyState}}, 2) // only Washington's foreign minister is "the Secretary"
	case word == "we" && i+2 < len(s.tokens) && t.Words[i+1] == "in":
		count(v.partyAt(s, i+2), 3) // "we in Ghana"
	case (word == "nationals" || word == "citizens") && i > 0:
		if up := t.Parent[i]; t.Rel(i) == "nsubj" && up >= 0 && v.x.rules.Classes.Word(t, up, "advised") {
			count(v.partyAt(s, i-1), 2) // "Peruvian citizens should …"
		}
	}
}

// partyAt is the state or body that is named over token i, no pronoun and no office.
func (v *view) partyAt(s *sentence, i int) []party {
	if i < 0 || i >= len(s.mentions) || s.mentions[i] < 0 {
		return nil
	}
	m := &v.Mentions[s.mentions[i]]
	if m.Kind == chancery.MentionPronoun || m.Rule == "scene" || len(m.Parties) != 1 {
		return nil
	}
	return []party{{code: m.Party(), mention: -1, kind: m.PartyKind}}
}
