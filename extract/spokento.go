package extract

import (
	"strings"

	"chancery"
)

func firstPerson(word string) bool {
	switch word {
	case "we", "us", "our", "i", "my", "me", "ours":
		return true
	}
	return false
}

func secondPerson(word string) bool {
	switch word {
	case "you", "your", "yours", "yourself", "yourselves":
		return true
	}
	return false
}

// spokenTo is who "you" is at token i: in a reporter's question the one who
// gives the briefing, in a letter its addressee, else whom the speaker did
// something to last.
func (v *view) spokenTo(s *sentence, i int) []party {
	if s.turn >= 0 && v.asks(s.turn) {
		return v.document.parties
	}
	if !s.quoted[i] {
		if found := v.addressedTo(); len(found) > 0 {
			return found
		}
	}
	speaker := v.voiceAt(s, i).parties
	for n := len(v.told) - 1; n >= 0 && s.index-v.told[n].s.index <= farthestBack; n-- {
		d := v.told[n]
		if d.partial || d.left != "" || d.s.index > s.index || d.status == chancery.StatusDenied || !overlap(d.actors, speaker) || len(codes(d.recipients)) != 1 {
			continue
		}
		return without(d.recipients, speaker)
	}
	return nil
}

// firstAt is who a first or second person at token i is, in a text or a turn of
// a transcript that speaks for somebody, and who goes on acting under a pronoun
// that begins a sentence.
func (v *view) firstAt(s *sentence, i int) []party {
	word := s.tree.Words[i]
	switch {
	case secondPerson(word):
		return v.spokenTo(s, i)
	case firstPerson(word) && s.tokens[i].Of(s.text) != "US":
		if v.indirect(s, i) || s.turn >= 0 && !s.quoted[i] && s.voices[i] == s.turn {
			return v.voiceOfTurn(s).parties
		}
		if s.voices[i] < 0 && !s.quoted[i] {
			return v.document.parties
		}
	case i == 0 && (word == "they" || word == "it"):
		return v.goesOn(s, i)
	}
	return nil
}

// goesOn is the document's own party where a pronoun that begins a sentence
// takes up the body for which the sentence before it spoke: "My Government
// condemns … It asks …", "The members of the Council welcomed … They urged …".
func (v *view) goesOn(s *sentence, i int) []party {
	up := s.tree.Parent[i]
	if s.index == 0 || up < 0 || s.tree.Rel(i) != "nsubj" || !v.x.rules.Classes.Word(s.tree, up, "selfsaid") && !v.x.rules.Classes.Word(s.tree, up, "saying") || len(v.document.parties) == 0 || !v.ownWords(s, i) {
		return nil
	}
	before := v.sentences[s.index-1]
	for k := range before.tokens {
		if before.tree.Parent[k] >= 0 || !before.tree.IsVerb(k) {
			continue
		}
		subject := before.tree.Clause(k).Subject
		if subject < 0 || firstPerson(before.tree.Words[subject]) || (before.tree.Penn[subject] == "NNS" || before.tree.Words[subject] == "they") != (s.tree.Words[i] == "they") {
			return nil
		}
		if own := v.named(before, subject, true); len(own) > 0 && len(without(own, v.document.parties)) == 0 {
			return own
		}
	}
	return nil
}

// addressedTo is whom the title of a letter or note names as its addressee.
func (v *view) addressedTo() []party {
	lower := strings.ToLower(v.Title.Text)
	if !strings.Contains(lower, "letter") && !strings.Contains(lower, "note") && !strings.Contains(lower, "message") {
		return nil
	}
	for _, words := range []string{" addressed to ", "letter to ", "message to ", "note to "} {
		at := strings.Index(lower, words)
		if at < 0 {
			continue
		}
		for _, p := range v.x.voices {
			if p.sort == "" && strings.Contains(lower[at:], p.words) {
				return []party{p.speaks()}
			}
		}
		if found := lineParties(v.Title, at, len(lower), false); len(found) > 0 {
			return without(found, v.document.parties)
		}
	}
	return nil
}

// speakerAtHome gives a speaker of whom nothing else is known (a label in a
// transcript, an officer quoted in a release) to the one for whom the text speaks.
func (v *view) speakerAtHome(out *voice) {
	if len(out.parties) > 0 || len(codes(v.document.parties)) != 1 || v.asks(out.attribution) {
		return
	}
	said := &v.Attributions[out.attribution]
	if said.Rule == "transcript" {
		out.parties = v.document.parties
		return
	}
	m := said.SpeakerMention
	if m < 0 || m >= len(v.Mentions) || said.Verb != chancery.VerbSay && said.Verb != chancery.VerbAnnounce {
		return
	}
	switch mention := &v.Mentions[m]; mention.Kind {
	case chancery.MentionPerson, chancery.MentionOffice:
		if !mention.Plural && chancery.OfficialSector(mention.Sector) {
			out.parties = v.document.parties
		}
	}
}

// indirect reports whether token i stands in somebody's words as another tells
// them ("Libya said that it had apologised to us"): there "us" is who tells.
func (v *view) indirect(s *sentence, i int) bool {
	a := s.voices[i]
	if a < 0 || s.quoted[i] || len(v.document.parties) == 0 {
		return false
	}
	said := &v.Attributions[a]
	if said.Quoted || said.Rule == "transcript" || said.Sentence != s.index || said.Cue.Start >= s.tokens[i].End && said.Sentence == s.index && len(said.Content) > 1 {
		return false
	}
	cue := tokenAt(s.tokens, said.Cue.Start)
	if cue+1 < len(s.tokens) && (s.tree.Words[cue+1] == ":" || s.tree.Words[cue+1] == ",") || cue > i {
		return false // "We regret it, the minister said"
	}
	return true
}

// voiceOfTurn is who speaks in the turn of a transcript that a sentence belongs
// to, else for whom the document speaks.
func (v *view) voiceOfTurn(s *sentence) voice {
	if s.turn >= 0 {
		return v.voiceOf(s.turn)
	}
	return v.document
}

// ourTwo is who "our two Governments" and "our countries" are: the one who
// speaks and the other one whom the title or the text is about.
func (v *view) ourTwo(s *sentence, i int) []party {
	t := s.tree
	owner := t.Child(i, "nmod:poss")
	if owner < 0 || t.Words[owner] != "our" {
		return nil
	}
	if count := t.Child(i, "nummod"); count >= 0 && t.Words[count] != "two" {
		return nil
	}
	self := v.at(s, owner)
	if len(codes(self)) != 1 {
		return nil
	}
	if t.Child(i, "nummod", "det") < 0 && t.Lemmas[i] != "country" && t.Lemmas[i] != "nation" && t.Lemmas[i] != "people" {
		return nil // "our officials"
	}
	if other := v.otherThan(self); len(codes(other)) == 1 {
		return append(self, other...)
	}
	return nil
}

// otherThan is the other one whom a text of self is about: the one that its
// title names, else the one that the text names most.
func (v *view) otherThan(self []party) []party {
	if len(v.document.parties) > 0 {
		if found := without(lineParties(v.Title, 0, len(v.Title.Text), true), self); len(codes(found)) == 1 {
			return found
		}
	}
	return without(v.topicPartner(&candidate{actors: self}), self)
}

// answersWhom is whom a text in the first person threatens without a name: the other party of what it told last, else whom it is about.
func (v *view) answersWhom(c *candidate) []party {
	own := len(codes(v.document.parties)) == 1 && overlap(c.actors, v.document.parties) && c.voice.attribution < 0
	if c.act.Name == "deny" && !overlap(c.actors, v.document.parties) && c.voice.attribution < 0 && len(codes(v.document.parties)) == 1 && v.firstPersons() >= leastNarrator {
		return v.document.parties // what another denies in a text of ours, we have said
	}
	if !own || c.act.Type != "THREATEN" || c.match.Clause.Nominal || c.match.Clause.Indirect >= 0 {
		return nil
	}
	for i := range c.s.tokens {
		if m := c.s.mentions[i]; m >= 0 && v.Mentions[m].Kind != chancery.MentionPronoun && len(without(v.at(c.s, i), c.actors)) > 0 || v.x.rules.Classes.Word(c.s.tree, i, "everybody") {
			return nil // somebody is named
		}
	}
	if found := v.besideTold(c); len(found) > 0 {
		return found
	}
	return without(v.otherThan(c.actors), c.actors)
}

// speakerPronoun names pronouns by which the speaker is most often meant where
// nothing else resolved them ("Oslo said it regretted", "Peru and Chile say they").
func (v *view) speakerPronoun(s *sentence, i int) bool {
	switch s.tree.Words[i] {
	case "it", "its":
		return v.voiceAt(s, i).name == ""
	case "they", "their":
		return len(v.voiceAt(s, i).parties) > 1
	case "he", "she":
		return s.tree.Rel(i) == "nsubj" && v.voiceAt(s, i).name != ""
	}
	return false
}
