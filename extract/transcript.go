package extract

import (
	"strings"
	"unicode"

	"chancery"
)

// mostLabelTokens bounds the words of a speaker's label ("MR. BELL:").
const mostLabelTokens = 7

// transcript is what the form of a text tells of who talks in it: the turns of
// a briefing, and whose offices "the President" and "we" are.
type transcript struct {
	// home is the party at whose desk the text is spoken; nobody where the
	// form tells none.
	home []party
	// inland is the party whose own institutions the text names, in whatever form.
	inland string
	// asks tells of each sentence whether a reporter's turn holds it.
	asks []bool
	// first tells of each sentence how many of its tokens are a label.
	first []int
	// labelled is whether the text has labels of speakers at all.
	labelled bool
}

// readTranscript finds the turns and, by the lines "label" and "home" of
// voices.txt, at whose desk they are spoken.
func (v *view) readTranscript() {
	t := transcript{asks: make([]bool, len(v.sentences)), first: make([]int, len(v.sentences))}
	asking, desk := false, ""
	for n, s := range v.sentences {
		if v.startsLine(n) {
			if words, party := v.labelOf(s); words > 0 {
				t.labelled, t.first[n] = true, words
				asking = isReporter(s.tokens[0].Of(s.text))
				if desk == "" {
					desk = party
				}
			}
		}
		t.asks[n] = asking
	}
	if self, times := v.selfNamed(); desk == "" && v.saysWe() && (times > 1 || times > 0 && !strings.ContainsAny(v.Document.Text, "\"“")) {
		desk = self
	} else if home := v.homeByWords(); home != "" {
		t.inland = home
	}
	if home := t.inland; home != "" && (t.labelled || v.spokenAtHome()) {
		desk = home
	}
	if desk != "" {
		t.home = []party{publisherVoice{party: desk}.speaks()}
	}
	v.talk = t
}

// startsLine reports whether only space stands between a sentence and the
// beginning of its line.
func (v *view) startsLine(n int) bool {
	if n == 0 {
		return true
	}
	from, to := v.Sentences[n-1].End, v.Sentences[n].Start
	return from <= to && strings.Contains(v.Document.Text[from:to], "\n")
}

// labelOf is how many tokens of a sentence's beginning are a speaker's label,
// and the party of the form of that label: words in capitals before a colon
// ("MR. BELL:", "THE PRESIDENT:"), or "Q" before a capital.
func (v *view) labelOf(s *sentence) (words int, party string) {
	if len(s.tokens) < 2 {
		return 0, ""
	}
	head := s.tokens[0].Of(s.text)
	if next := s.tokens[1].Of(s.text); head == "Q" && next != ":" && unicode.IsUpper([]rune(next)[0]) || head == "Q" && next == ":" {
		return 1, v.deskOf("label", "q")
	}
	for i := 0; i < len(s.tokens) && i <= mostLabelTokens; i++ {
		word := s.tokens[i].Of(s.text)
		if word == ":" && i > 0 {
			label := strings.ToLower(s.words(0, i-1))
			return i + 1, v.deskOf("label", label)
		}
		if strings.ToUpper(word) != word || !unicode.IsLetter([]rune(word)[0]) && word != "." && word != "-" && word != "," {
			return 0, ""
		}
	}
	return 0, ""
}

func isReporter(label string) bool {
	switch label {
	case "Q", "QUESTION", "QUESTIONER", "REPORTER", "JOURNALIST", "INTERVIEWER", "MODERATOR", "PRESS":
		return true
	}
	return false
}

// deskOf is the party of the first line of voices.txt of a sort that words begin with.
func (v *view) deskOf(sort, words string) string {
	for _, p := range v.x.voices {
		if p.sort == sort && (words == p.words || strings.HasPrefix(words, p.words+" ")) {
			return p.party
		}
	}
	return ""
}

// homeByWords is the party whose own institutions the text names most often
// without saying whose they are ("Capitol Hill", "the Duma").
func (v *view) homeByWords() string {
	text := " " + strings.ToLower(v.Document.Text) + " "
	hits := map[string]int{}
	best := ""
	for _, p := range v.x.voices {
		if p.sort != "home" {
			continue
		}
		for rest := text; ; {
			i := strings.Index(rest, p.words)
			if i < 0 {
				break
			}
			end := i + len(p.words)
			if i > 0 && !letter(rest[i-1]) && (end >= len(rest) || !letter(rest[end])) {
				hits[p.party]++
			}
			rest = rest[end:]
		}
		if best == "" || hits[p.party] > hits[best] {
			best = p.party
		}
	}
	if hits[best] == 0 {
		return ""
	}
	return best
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80 }

// spokenAtHome reports whether a text without labels is the talk of an official
// at home: it says "we" outside quotations, or writes a bare office as a title
// inside a sentence ("the President"), as a government writes of its own.
func (v *view) spokenAtHome() bool {
	if v.saysWe() {
		return true
	}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionOffice || m.Person != "" || m.Sentence < 0 || m.Sentence >= len(v.sentences) || !v.capitalised(m) {
			continue
		}
		s := v.sentences[m.Sentence]
		if m.Head > 0 && m.Head < len(s.tokens) && s.tokens[m.Head-1].Of(s.text) == "the" && !s.quoted[m.Head] && !v.followedByName(s, m) {
			return true
		}
	}
	return false
}

// followedByName reports whether an office stands before a name or "of".
func (v *view) followedByName(s *sentence, m *chancery.Mention) bool {
	k := m.Head + 1
	return k < len(s.tokens) && (s.tree.Tags[k] == "PROPN" || s.tree.Words[k] == "of" || s.tree.Words[k] == "for")
}

// saysWe reports whether the text itself, outside quotations, speaks in the
// first person plural.
func (v *view) saysWe() bool {
	for _, s := range v.sentences {
		for i, word := range s.tree.Words {
			if (word == "we" || word == "our" || word == "us") && s.tokens[i].Of(s.text) != "US" && !s.quoted[i] {
				return true
			}
		}
	}
	return false
}

// homePersons gives the first persons of a transcript to those who speak for
// its desk, and takes a party from those of reporters.
func (v *view) homePersons() {
	if len(v.talk.home) == 0 {
		return
	}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionPronoun || m.Sentence < 0 || m.Sentence >= len(v.sentences) || m.Head < 0 || m.Head >= len(v.sentences[m.Sentence].tokens) {
			continue
		}
		s := v.sentences[m.Sentence]
		if !firstPerson(s.tree.Words[m.Head]) || s.quoted[m.Head] {
			continue
		}
		if v.talk.asks[m.Sentence] {
			m.Parties = nil
			continue
		}
		if a := s.voices[m.Head]; a < 0 || v.Attributions[a].Rule == "transcript" || firstPerson(strings.ToLower(v.Attributions[a].Speaker.Of(v.Document.Text))) {
			m.Parties, m.PartyKind, m.Sector = codes(v.talk.home), v.talk.home[0].kind, "GOV"
		}
	}
}

// ofTheDesk reports whether a mention in the talk of officials at home is one
// of theirs: "the President" without a name behind it, also where others have
// presidents, "the Navy" and "the administration".
func (v *view) ofTheDesk(m *chancery.Mention) bool {
	if len(v.talk.home) == 0 || m.Rule != "scene" && m.Rule != "same-office" || m.Sentence < 0 || m.Sentence >= len(v.sentences) {
		return false
	}
	s := v.sentences[m.Sentence]
	if m.Head < 1 || m.Head >= len(s.tokens) {
		return false
	}
	if s.tree.Words[m.Head] == "administration" {
		return true
	}
	return m.Kind != chancery.MentionPronoun && v.capitalised(m) && s.tree.Words[m.Head-1] == "the" && !v.followedByName(s, m)
}

// selfNamed is the state whose name a text that says "we" uses most often as the
// subject of what its officials say in the present ("The United Kingdom
// welcomes …", "Norway stands ready").
func (v *view) selfNamed() (self string, times int) {
	hits := map[string]int{}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Kind != chancery.MentionPlace && m.Kind != chancery.MentionParty || len(m.Parties) != 1 || m.PartyKind != chancery.PartyState || m.Sentence < 0 || m.Sentence >= len(v.sentences) {
			continue
		}
		s := v.sentences[m.Sentence]
		if m.Head < 0 || m.Head >= len(s.tokens) || s.tree.Rel(m.Head) != "nsubj" {
			continue
		}
		verb := s.tree.Parent[m.Head]
		if verb < 0 || s.tree.Penn[verb] != "VBZ" || !v.x.rules.Classes.Word(s.tree, verb, "stating") {
			continue
		}
		if m.Sentence == 0 {
			hits[m.Parties[0]]++ // what a statement opens with counts twice
		}
		if hits[m.Parties[0]]++; hits[m.Parties[0]] > times {
			self, times = m.Parties[0], hits[m.Parties[0]]
		}
	}
	return self, times
}
