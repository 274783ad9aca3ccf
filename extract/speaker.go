package extract

import (
	"strings"

	"chancery"
)

// saidBy is on whose word a candidate stands, as the gold files name it.
func (v *view) saidBy(c *candidate) string {
	if !v.spoken(c) && (v.takenForGranted(c) || v.judgedOnly(c) || v.ownCue(c)) {
		return ""
	}
	if v.spoken(c) && c.match.Clause.Nominal && !overlap(c.voice.parties, c.actors) {
		return v.subjectName(c)
	}
	if c.voice.attribution < 0 && v.spoken(c) && len(without(c.actors, c.voice.parties)) > 0 {
		return v.subjectName(c)
	}
	if c.voice.attribution >= 0 || c.voice.name != "" {
		if c.voice.attribution >= 0 || !v.spoken(c) || v.subjectName(c) == "" {
			return c.voice.name
		}
	}
	if v.spoken(c) {
		return v.subjectName(c)
	}
	return ""
}

// takenForGranted reports whether an act is only named by a noun, or by a verb
// below one ("the decision to expel"), so that nobody is said to tell it.
func (v *view) takenForGranted(c *candidate) bool {
	if c.status == chancery.StatusPlanned {
		return false
	}
	t := c.s.tree
	if c.match.Clause.Nominal {
		return v.lightVerb(c) < 0
	}
	return t.Rels[c.anchor()] == "acl" && t.Parent[c.anchor()] >= 0 && t.Clause(t.Parent[c.anchor()]).Nominal
}

// judgedOnly reports whether an act stands in the words of somebody who judges
// it, and so takes it for granted ("condemned the strike that killed").
func (v *view) judgedOnly(c *candidate) bool {
	if c.voice.attribution < 0 || c.voice.attribution >= len(v.Attributions) {
		return false
	}
	switch v.Attributions[c.voice.attribution].Verb {
	case chancery.VerbCondemn, chancery.VerbPraise:
		return true
	}
	return false
}

// ownCue reports whether what puts the act in somebody's mouth is the verb by
// which he does it ("leaders ordered the deployment"): then the narrator tells it.
func (v *view) ownCue(c *candidate) bool {
	if c.voice.attribution < 0 || c.voice.attribution >= len(v.Attributions) || !c.match.Clause.Nominal {
		return false
	}
	verb := v.lightVerb(c)
	return verb >= 0 && v.Attributions[c.voice.attribution].Cue.Contains(c.s.tokens[verb].Span) && v.Attributions[c.voice.attribution].Inside < 0
}

// spoken reports whether the act itself is speech by its subject.
func (v *view) spoken(c *candidate) bool {
	switch c.act.Type {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE":
		return true
	}
	return c.act.Name == "endorse" || c.act.Name == "apologise" || c.act.Name == "notify"
}

// subjectName names the person or body that speaks: the mention of the actor.
func (v *view) subjectName(c *candidate) string {
	for _, p := range c.actors {
		if p.mention >= 0 && !p.owned {
			if name := v.nameOf(p.mention); name != "" {
				return name
			}
		}
		if p.owned {
			subject := c.match.Clause.Subject
			t := c.s.tree
			if subject < 0 || c.match.Clause.Nominal || !v.x.rules.Classes.Word(t, subject, "voices") {
				continue // a doer, not a voice ("the emir's guard")
			}
			last := subject
			first := t.Left[subject]
			if last-first < 7 {
				return trimArticle(c.s.words(first, last))
			}
		}
	}
	return ""
}

// speakers fills said_by and the chain of voices, outermost first.
func (v *view) speakers(claim *chancery.Claim, c *candidate) {
	claim.SaidBy = v.saidBy(c)
	source := c
	if name := v.namedLater(c, claim.SaidBy); name != "" {
		claim.SaidBy = name
	}
	for _, m := range c.more {
		if name := v.saidBy(m); claim.SaidBy == "" || (v.spoken(c) && v.personOf(c) == "" && v.personOf(m) != "" && name != "") {
			claim.SaidBy, source = name, m
		}
	}
	if claim.SaidBy == "" {
		source = c
	}
	if !source.voice.speaker.Empty() {
		claim.Spans["said_by"] = []chancery.Span{source.voice.speaker}
	}
	var chain []chancery.Speaker
	for a, steps := source.voice.attribution, 0; a >= 0 && a < len(v.Attributions) && steps < 8; steps++ {
		one := v.voiceOf(a)
		link := chancery.Speaker{Name: one.name, Verb: one.verb, Cue: strings.Join(strings.Fields(one.cue.Of(v.Document.Text)), " ")}
		if len(one.parties) > 0 {
			link.Party = one.parties[0].code
		}
		if link.Name == "" {
			link.Name = strings.Join(strings.Fields(one.speaker.Of(v.Document.Text)), " ")
		}
		chain = append([]chancery.Speaker{link}, chain...)
		a = v.Attributions[a].Inside
	}
	if len(chain) == 0 && claim.SaidBy != "" {
		chain = []chancery.Speaker{{Name: claim.SaidBy, Party: first(claim.Actor)}}
	}
	claim.Speakers = chain
}

// namedLater is the person whom the text names, a few sentences on, as the one
// who speaks for the party that the opening gave the word to.
func (v *view) namedLater(c *candidate, name string) string {
	if len(codes(c.actors)) > 1 && c.voice.attribution < 0 {
		return "" // nobody speaks for several
	}
	if (name != "" && (v.personOf(c) != "" || !v.anonymous(name))) || !(v.spoken(c) || c.voice.attribution >= 0) || (c.match.Clause.Nominal && !v.spoken(c)) {
		return ""
	}
	farthest := c.s.index + 4
	if c.s.index > 1 {
		farthest = c.s.index + 1
	}
	who := c.voice.parties
	if c.voice.attribution < 0 {
		who = c.actors
	}
	for n := c.s.index; n < len(v.sentences) && n <= farthest; n++ {
		for _, a := range v.sentences[n].said {
			if !speaks(v.Attributions[a].Verb) {
				continue
			}
			m := v.personAt(v.Attributions[a].SpeakerMention)
			if m >= 0 && v.speaksFor(a, who, name) {
				return v.nameOf(m)
			}
		}
	}
	return ""
}

// personAt is the mention itself when it names a person, else the person named
// directly behind an office ("a ministry spokesman, NAME"); -1 for none.
func (v *view) personAt(m int) int {
	for k := max(m, 0); m >= 0 && k < len(v.Mentions) && k < m+4; k++ {
		mention := &v.Mentions[k]
		if mention.Sentence != v.Mentions[m].Sentence || mention.First > v.Mentions[m].End+1 {
			break
		}
		if end := v.Mentions[m].End; mention.First == end+1 && v.sentences[mention.Sentence].tree.Words[end] != "," {
			break // "Chad named NAME" is no apposition
		}
		if mention.Kind == chancery.MentionPerson {
			return k
		}
	}
	return -1
}

// anonymous reports whether a speaker is only described, so that a person
// named further on is likely to be the one.
func (v *view) anonymous(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, word := range words {
		if v.x.rules.Classes.KnownWord("anonymous", word) {
			return true
		}
	}
	return false
}

// speaksFor reports whether the speaker of an attribution is of one of the
// parties; where the text tells no party, he may be the official named before.
func (v *view) speaksFor(a int, who []party, name string) bool {
	own := v.voiceOf(a).parties
	return overlap(own, who) || (len(own) == 0 && name != "" && strings.Contains(name, "official"))
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// sharesWord reports whether two names share a capitalised word.
func sharesWord(a, b string) bool {
	for _, x := range strings.Fields(a) {
		if len(x) < 3 || x[0] < 'A' || x[0] > 'Z' {
			continue
		}
		for _, y := range strings.Fields(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}
