package extract

import (
	"slices"
	"strings"

	"chancery"
	"chancery/ontology"
	"chancery/pattern"
)

// candidate is a frame that fits, on its way to become a claim.
type candidate struct {
	s          *sentence
	match      pattern.Match
	rule       *pattern.Rule
	act        ontology.Act
	actors     []party
	recipients []party
	status     chancery.Status
	reality    reality
	voice      voice
	object     int // head of the object's noun phrase, -1 for none
	confidence float64
	filled     filled
	// nth is how many candidates were told before it.
	nth int
	// elsewhere is true where the actor is not the clause's own subject.
	elsewhere bool
	// left is why the candidate makes no claim, empty when it does.
	left string
	// partial is true where a party that the rule needs is not named: the words
	// count only as a further mention of an act that is told in full.
	partial bool
	// more holds the other mentions of the same act, once merged.
	more []*candidate
	// noConditions is the word that says that no conditions were laid out.
	noConditions chancery.Span
	// like is the act before it that tells whom and how many this one concerns
	// ("arrested four officers … releasing them").
	like *candidate
	// lister is the act of a list whose verb this member leaves out.
	lister *candidate
	// meant is the act that the words of a judgement point back at.
	meant *candidate
	// answers is the candidate that this one answers.
	answers *candidate
	when    when
	local   string
	// signs tell how sure it is, once all else is settled.
	signs []string
}

func (c *candidate) anchor() int { return c.match.Anchor }

// candidates finds what the frames of one sentence tell.
func (v *view) candidates(s *sentence) []*candidate {
	var found []*candidate
	facts := v.facts(s)
	for i := range s.tokens {
		if c := v.bestAt(s, i, facts); c != nil {
			found = append(found, c)
			v.told = append(v.told, c)
			s.anchors = append(s.anchors, i)
			found = append(found, v.mutualMeasures(c)...)
			found = append(found, v.otherMissions(c)...)
		}
	}
	for _, c := range v.echoes(s, found) {
		found = append(found, c)
		v.told = append(v.told, c)
	}
	v.settleScopes(s, found)
	for _, c := range found {
		if c.left == "" && !c.partial {
			c.left = v.outside(c)
		}
	}
	return found
}

// bestAt is the candidate of the heaviest rule that fits token i and finds its
// parties, else a partial one.
func (v *view) bestAt(s *sentence, i int, facts pattern.Facts) *candidate {
	var partial, unsaid *candidate
	for _, m := range v.x.rules.At(s.tree, i, facts) {
		if m.Rule.Fields["act"] == "none" {
			break
		}
		c := v.build(s, m)
		if unsaid != nil && (c == nil || !wantsNegation(c)) {
			continue // only a refusal or denial is told by a deed that is negated
		}
		if c != nil && !c.partial && c.left == leftNegated {
			unsaid = c
			continue
		}
		if c != nil && !c.partial {
			return c
		}
		if partial == nil {
			partial = c
		}
	}
	if unsaid != nil {
		return unsaid
	}
	return partial
}

// facts answers the engine's questions about noun phrases.
func (v *view) facts(s *sentence) pattern.Facts {
	return func(i int, class string) bool {
		switch class {
		case "@party":
			return len(v.named(s, i, false)) > 0
		case "@official":
			return len(v.named(s, i, true)) > 0
		case "@inside":
			return len(v.inside(s, i, nil)) > 0
		case "@person":
			return v.peopleAt(s, i)
		case "@place":
			m := s.mentions[i]
			return m >= 0 && len(v.Mentions[m].Parties) > 0 && (v.Mentions[m].Kind == chancery.MentionPlace || v.Mentions[m].Kind == chancery.MentionParty)
		case "@mission":
			m := s.mentions[i]
			return m >= 0 && v.Mentions[m].Kind == chancery.MentionMission
		case "@all":
			subject := s.tree.Clause(i).Subject
			return subject >= 0 && v.x.rules.Classes.Word(s.tree, subject, "everybody")
		case "@forces":
			return v.forces(s, i) && len(v.owner(s, i)) > 0
		case "@igo":
			return slices.ContainsFunc(v.named(s, i, true), func(p party) bool { return p.kind == chancery.PartyIGO })
		case "@country":
			return s.mentions[i] >= 0 && v.headsMention(s, i) && (v.kindAt(s, i) == chancery.MentionParty || v.kindAt(s, i) == chancery.MentionPlace) && len(v.at(s, i)) > 0
		case "@act":
			return v.x.namesAct(s.tree.Lemmas[i]) && v.pointing(s, i)
		case "@future":
			return v.future(s, i)
		case "@we":
			return firstPerson(s.tree.Words[i])
		case "@verb":
			return s.tree.IsVerb(i)
		case "@inf":
			mark := s.tree.Child(i, "mark")
			return mark >= 0 && s.tree.Lemmas[mark] == "to"
		case "@clause":
			return v.headsClause(s, i)
		case "@passive":
			clause := s.tree.Clause(i)
			return clause.Passive && (len(v.named(s, clause.Object, false)) > 0 || len(v.named(s, clause.Indirect, false)) > 0)
		case "@inverted":
			up := s.tree.Parent[i]
			return up >= 0 && s.tree.Clause(up).Subject > i // "should they escalate"
		case "@pronoun":
			return s.tree.Tags[i] == "PRON"
		case "@pass":
			return s.tree.Clause(i).Passive
		case "@base":
			return s.tree.Penn[i] == "VB" || s.tree.Penn[i] == "VBP"
		case "@quoted":
			return s.quoted[i]
		case "@partquote":
			return v.partQuoted(s, i)
		case "@imperative":
			return v.imperative(s, i)
		case "@cue":
			return v.isCue(s, i)
		case "@conditional":
			return s.condition() >= 0
		case "@other":
			return v.otherThanSpeaker(s, i)
		case "@ing":
			return s.tree.Penn[i] == "VBG"
		}
		return false
	}
}

// headsClause reports whether verb i is told as a clause of its own, not as a
// participle or relative clause of a noun.
func (v *view) headsClause(s *sentence, i int) bool {
	first := s.tree.FirstConjunct(i)
	switch s.tree.Rel(first) {
	case "det", "case", "cc", "punct", "amod", "compound", "aux", "cop", "mark", "advmod", "nummod", "flat":
		return false
	case "nmod", "obl", "appos":
		return !s.tree.Clause(i).Nominal // "the threats from Oslo and its allies"
	case "advcl":
		mark := s.tree.Child(first, "mark")
		return mark >= 0 && (s.tree.Lemmas[mark] == "because" || s.tree.Lemmas[mark] == "as" || s.tree.Lemmas[mark] == "since")
	case "acl":
		return false
	}
	return true
}

// future reports whether will or shall stands over token i or over the verb that it completes.
func (v *view) future(s *sentence, i int) bool {
	t := s.tree
	for steps := 0; i >= 0 && steps < 3; steps++ {
		for _, word := range t.Clause(i).Auxiliaries {
			if word == "will" || word == "shall" || word == "'ll" || word == "wo" || (word == "would" && v.backshifted(s, i)) {
				return true
			}
		}
		if rel := t.Rel(i); rel != "xcomp" && rel != "conj" {
			return false
		}
		i = t.Parent[i]
	}
	return false
}

// build resolves the parties of a match; nil when what the rule needs is missing.
func (v *view) build(s *sentence, m pattern.Match) *candidate {
	fields := m.Rule.Fields
	act, known := v.x.acts.Act(fields["act"])
	if !known {
		return nil
	}
	act = v.telephoned(s, m.Anchor, act)
	c := &candidate{s: s, match: m, rule: m.Rule, act: act, object: m.Clause.Object, confidence: 0.75}
	c.nth = len(v.told)
	c.voice = v.voiceAt(s, m.Anchor)
	if !v.voiceFits(c, fields["voice"]) {
		return nil
	}
	v.resolveActors(c, fields["actor"])
	v.resolveRecipients(c, fields["recipient"])
	v.knownObject(c)
	v.together(c)
	v.notHimself(c)
	if len(c.recipients) == 0 {
		c.recipients, c.filled = v.counterpart(c)
	}
	if !v.complete(c, fields["needs"]) {
		judges := (c.act.Name == "condemn" || c.act.Name == "endorse") && len(c.actors) > 0
		if (c.act.Effect == "none" && !judges) || len(c.actors)+len(c.recipients) == 0 {
			return nil
		}
		c.partial = true
	}
	v.objectOf(c, fields["object"])
	v.settleStatus(c, fields["status"])
	if c.left == "" {
		c.left = v.ownAffair(c)
	}
	if c.left == "" {
		c.left = v.privateVoice(c)
	}
	return c
}

// voiceFits holds rules about what is said: "other" wants a speaker whose
// party is not the clause's subject, "self" one whose party is, "any" one.
func (v *view) voiceFits(c *candidate, want string) bool {
	if want == "" {
		return true
	}
	if len(c.voice.parties) == 0 || !official(c.voice.parties) || v.permitted(c) {
		return false
	}
	subject := v.named(c.s, c.match.Clause.Subject, false)
	own := len(subject) > 0 && len(without(subject, c.voice.parties)) < len(subject)
	switch want {
	case "other":
		return !own
	case "self":
		return own
	}
	return true
}

func official(list []party) bool {
	for _, p := range list {
		if chancery.OfficialSector(p.sector) && stateLike(p.kind) {
			return true
		}
	}
	return false
}

func stateLike(kind chancery.PartyKind) bool {
	return kind == "" || kind == chancery.PartyState || kind == chancery.PartyTerritory || kind == chancery.PartyIGO
}

// complete reports whether the parties that the rule needs are there, and
// drops recipients that are actors.
func (v *view) complete(c *candidate, needs string) bool {
	if needs == "" {
		needs = "actor"
	}
	agentless := c.rule.Fields["agentless"] != "" && c.match.Clause.Passive && len(c.recipients) > 0
	if strings.Contains(needs, "actor") && len(c.actors) == 0 && !agentless {
		return false
	}
	if strings.Contains(needs, "recipient") && len(c.recipients) == 0 && !v.mutual(c) && !v.nobodyNamed(c) {
		return false
	}
	if strings.Contains(needs, "any") && len(c.recipients) == 0 && len(c.actors) == 0 {
		return false
	}
	if len(c.recipients) == 0 && (v.inward(c) || v.condemnsViolence(c)) {
		return false
	}
	if strings.Contains(needs, "pair") && len(codes(c.actors))+len(codes(c.recipients)) < 2 && !v.bodySits(c) {
		return false
	}
	return true
}

// nobodyNamed reports whether a measure is told to be taken against several
// whom the text does not name ("recalled its envoys from states that …").
func (v *view) nobodyNamed(c *candidate) bool {
	if c.act.Type != "SANCTION" || len(c.actors) == 0 || c.match.Clause.Nominal {
		return false
	}
	t := c.s.tree
	for _, p := range append(slices.Clone(c.match.Clause.Phrases), c.match.Clause.Outer...) {
		head := p.Head
		if slices.Contains([]string{"from", "with", "on", "against", "to"}, p.Preposition) && t.Penn[head] == "NNS" && v.x.rules.Classes.Word(t, head, "sides") && t.Child(head, "det", "nmod:poss", "amod", "nummod") < 0 && len(v.inside(c.s, head, nil)) == 0 {
			return true
		}
	}
	return false
}

// bodySits reports whether an organisation holds a session of its own (GUIDE rule 12).
func (v *view) bodySits(c *candidate) bool {
	return c.act.Name == "meet" && len(c.actors) > 0 && c.actors[0].kind == chancery.PartyIGO && v.lightVerb(c) >= 0 && v.x.rules.Classes.Word(c.s.tree, c.anchor(), "sessions")
}

// mutual reports whether several parties do something with or to each other, so
// that nobody else needs to be named (GUIDE rule 17).
func (v *view) mutual(c *candidate) bool {
	return len(codes(c.actors)) > 1 && (c.act.Either || c.s.says("each", "other") || c.s.says("one", "another") || c.eachOthers())
}

// inward reports whether an act without a recipient is likely to be no act
// between states: a meeting of one party with nobody named, and what a
// government's own text says of its own affairs.
func (v *view) inward(c *candidate) bool {
	igo := slices.ContainsFunc(c.actors, func(p party) bool { return p.kind == chancery.PartyIGO })
	if c.act.Type == "CONSULT" && len(codes(c.actors)) < 2 && !igo && c.act.Effect == "contact" {
		return true
	}
	if !overlap(c.actors, v.document.parties) {
		return false
	}
	switch c.act.Type {
	case "REJECT", "AGREE", "REQUEST":
		return c.rule.Name != "claim.vital.all" && c.rule.Name != "demand.everybody"
	}
	return false
}
