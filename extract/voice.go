package extract

import (
	"fmt"
	"slices"
	"strings"

	"chancery"
	"chancery/pattern"
)

// voice is on whose word something stands.
type voice struct {
	parties []party
	name    string // as said_by gives it; empty for a bare party
	verb    chancery.VerbKind
	// attribution is its index, -1 for the document's own voice or none.
	attribution int
	cue         chancery.Span
	speaker     chancery.Span
}

// publisherVoice is one line of voices.txt: a publisher whose texts speak for
// a party in the first person, or, by its sort, a label of speakers, or words
// by which a text is at home.
type publisherVoice struct{ words, party, sort string }

func newVoices(file, text string) ([]publisherVoice, error) {
	var out []publisherVoice
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		sort := ""
		for _, key := range []string{"label", "home"} {
			if rest, found := strings.CutPrefix(line, key+" "); found {
				sort, line = key, rest
			}
		}
		party, words, found := strings.Cut(line, " ")
		if !found {
			return nil, fmt.Errorf("%s:%d: %w: want a party and the publisher's words", file, number, pattern.ErrRule)
		}
		out = append(out, publisherVoice{strings.ToLower(strings.TrimSpace(words)), party, sort})
	}
	return out, nil
}

// documentVoice is who speaks in a text of the first person: the party, and
// the person that the opening names as the speaker.
func (v *view) documentVoice() voice {
	out := voice{attribution: -1, parties: v.ourselves()}
	if len(out.parties) == 1 {
		v.talk.home = out.parties
		v.statementSpeaker(&out)
	}
	return out
}

// publisherParties is the party that the publisher speaks for, by voices.txt.
func (v *view) publisherParties() []party {
	publisher := strings.ToLower(v.Document.Publisher)
	for _, p := range v.x.voices {
		if p.sort == "" && publisher != "" && strings.Contains(publisher, p.words) {
			return []party{p.speaks()}
		}
	}
	return nil
}

// statementSpeaker looks for "Statement by NAME" and for a line "NAME, OFFICE"
// in the opening sentences.
func (v *view) statementSpeaker(out *voice) {
	for m := range v.Mentions {
		mention := &v.Mentions[m]
		if mention.Sentence > 4 {
			return
		}
		if mention.Kind != chancery.MentionPerson || mention.Sentence < 0 || mention.Sentence >= len(v.sentences) {
			continue
		}
		s := v.sentences[mention.Sentence]
		first, last := max(mention.First, 0), mention.End-1
		opening := v.speakerOpening(s, first)
		title := last+1 < len(s.tokens) && s.tree.Words[last+1] == "," && first == 0 && !s.hasVerb()
		if opening || title {
			out.name = v.nameOf(m)
			out.speaker = mention.Span
			return
		}
	}
}

func (v *view) speakerOpening(s *sentence, first int) bool {
	for i := max(0, first-6); i+1 < first+1 && i+1 < len(s.tokens); i++ {
		if v.x.rules.Classes.Word(s.tree, i, "statement") && (s.tree.Words[i+1] == "by" || s.tree.Words[i+1] == "from" || s.tree.Words[i+1] == "of") {
			return true
		}
	}
	return false
}

func (s *sentence) hasVerb() bool {
	for i := range s.tokens {
		if s.tree.Tags[i] == "VERB" || s.tree.Tags[i] == "AUX" {
			return true
		}
	}
	return false
}

// voiceAt is whose word token i stands on.
func (v *view) voiceAt(s *sentence, i int) voice {
	if i >= 0 && i < len(s.voices) {
		for a, steps := s.voices[i], 0; a >= 0 && steps < mostVoices; steps++ {
			out := v.voiceOf(a)
			if len(out.parties) > 0 || out.name != "" {
				return out
			}
			next := v.Attributions[a].Inside
			if next == a || next < 0 {
				break
			}
			a = next
		}
	}
	if v.talk.asks[s.index] {
		return voice{attribution: -1}
	}
	return v.document
}

// voiceOf is the voice of an attribution. A speaker who is named by a pronoun
// that stands for the speaker ("it said") is asked for once and no further.
func (v *view) voiceOf(a int) voice {
	if known, found := v.voiced[a]; found {
		return known
	}
	out := v.askVoice(a)
	if len(v.asked) == 0 {
		if v.voiced == nil {
			v.voiced = map[int]voice{}
		}
		v.voiced[a] = out
	}
	return out
}

// How far voices are followed: around each other, and through pronouns.
const (
	mostVoices = 16
	mostAsked  = 3
	mostDepth  = 6
)

func (v *view) askVoice(a int) (out voice) {
	said := &v.Attributions[a]
	out = voice{attribution: a, verb: said.Verb, cue: said.Cue, speaker: said.Speaker}
	if len(v.asked) >= mostAsked || slices.Contains(v.asked, a) {
		return out
	}
	v.asked = append(v.asked, a)
	defer func() {
		v.asked = v.asked[:len(v.asked)-1]
		v.speakerAtHome(&out)
	}()
	m := said.SpeakerMention
	if m < 0 || m >= len(v.Mentions) {
		if said.Sentence >= 0 && said.Sentence < len(v.sentences) && !said.Speaker.Empty() {
			v.speakerBySpan(&out, v.sentences[said.Sentence], said.Speaker)
		}
		return out
	}
	mention := &v.Mentions[m]
	for _, code := range mention.Parties {
		out.parties = append(out.parties, party{code: code, mention: m, kind: mention.PartyKind, sector: mention.Sector})
	}
	out.name = v.nameOf(m)
	switch mention.Kind {
	case chancery.MentionParty, chancery.MentionOrganisation, chancery.MentionPlace, chancery.MentionPerson, chancery.MentionOffice:
		v.coordinated(&out, mention)
	}
	if len(out.parties) == 0 && said.Sentence >= 0 && said.Sentence < len(v.sentences) {
		v.speakerBySpan(&out, v.sentences[said.Sentence], said.Speaker)
	}
	return out
}

// coordinated adds the parties that speak together with a mention ("A and B say").
func (v *view) coordinated(out *voice, mention *chancery.Mention) {
	if mention.Sentence < 0 || mention.Sentence >= len(v.sentences) {
		return
	}
	s := v.sentences[mention.Sentence]
	if mention.Head < 0 || mention.Head >= len(s.tokens) {
		return
	}
	if all := v.named(s, s.tree.FirstConjunct(mention.Head), true); len(without(out.parties, all)) == 0 {
		out.parties = all
	}
}

// speakerBySpan reads a speaker that no mention covers ("a ministry official").
func (v *view) speakerBySpan(out *voice, s *sentence, span chancery.Span) {
	head := -1
	for i := tokenAt(s.tokens, span.Start); i < len(s.tokens) && s.tokens[i].Start < span.End; i++ {
		if head < 0 || s.tree.Parent[i] < 0 || !span.Contains(s.tokens[s.tree.Parent[i]].Span) {
			head = i
		}
	}
	if head < 0 {
		return
	}
	if found := v.named(s, head, true); len(found) > 0 {
		out.parties = found
	}
	if s.tree.Tags[head] == "PRON" && out.name == "" {
		if m := v.back(s, head); m >= 0 {
			out.name = v.nameOf(m)
		}
	}
	if out.name == "" {
		if m := s.mentions[head]; m >= 0 && v.headsMention(s, head) {
			out.name = v.nameOf(m)
		} else if firstPerson(s.tree.Words[head]) {
			out.name = v.document.name
		} else if words := strings.Fields(span.Of(s.text)); len(words) <= 8 {
			out.name = v.cleanName(s, head, trimArticle(strings.Join(words, " ")))
		}
	}
}

// cleanName keeps words that can name a speaker: with a capital letter, or an
// official's; no pronouns, and no governments, whose word is the party's own.
func (v *view) cleanName(s *sentence, head int, words string) string {
	switch {
	case s.tree.Tags[head] == "PRON" || v.x.rules.Classes.Word(s.tree, head, "government"):
		return ""
	case strings.ToLower(words) != words && s.tree.Tags[head] != "VERB":
		return words
	case v.x.rules.Classes.Word(s.tree, head, "voices"):
		return words
	}
	return ""
}

// nameOf is how said_by names a mention: empty for a bare party, the person's
// name, else the words without the article. Pronouns and short forms are
// followed to what they stand for.
func (v *view) nameOf(m int) string {
	for steps := 0; m >= 0 && m < len(v.Mentions) && steps < 10; steps++ {
		mention := &v.Mentions[m]
		if mention.Person != "" {
			return mention.Person
		}
		switch mention.Kind {
		case chancery.MentionParty, chancery.MentionPlace:
			return ""
		case chancery.MentionPronoun, chancery.MentionDescription:
			if mention.Antecedent >= 0 && mention.Antecedent != m && !v.bodyOf(mention) {
				m = mention.Antecedent
				continue
			}
			if mention.Kind == chancery.MentionPronoun {
				return ""
			}
		case chancery.MentionOrganisation:
			if mention.PartyKind == chancery.PartyIGO && mention.Sector != "GOV" && len(strings.Fields(mention.Of(v.Document.Text))) <= 3 {
				return ""
			}
		}
		words := trimArticle(strings.Join(strings.Fields(mention.Of(v.Document.Text)), " "))
		if s := v.sentences[min(max(mention.Sentence, 0), len(v.sentences)-1)]; mention.Head >= 0 && mention.Head < len(s.tokens) {
			return v.cleanName(s, mention.Head, words)
		}
		return words
	}
	return ""
}

// bodyOf reports whether a description names a body of a party ("the ministry"),
// while what it is traced to is the bare party, which is no speaker's name.
func (v *view) bodyOf(mention *chancery.Mention) bool {
	if mention.Kind != chancery.MentionDescription {
		return false
	}
	switch v.Mentions[mention.Antecedent].Kind {
	case chancery.MentionParty, chancery.MentionPlace:
		return true
	}
	return false
}

func trimArticle(words string) string {
	for _, article := range []string{"the ", "a ", "an ", "The ", "A ", "An "} {
		if rest, found := strings.CutPrefix(words, article); found {
			return rest
		}
	}
	return words
}
