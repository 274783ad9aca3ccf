package extract

import (
	"strconv"
	"strings"

	"chancery"
)

// Acts returns the claims of the document in text order, those out of the
// default scope included (see chancery.Claim.InScope), and notes on what was
// left out.
func (x *Extractor) Acts(in Input) ([]chancery.Claim, []chancery.Note) {
	v := newView(x, in)
	var all []*candidate
	for _, s := range v.sentences {
		all = append(all, v.candidates(s)...)
	}
	var kept []*candidate
	for _, c := range all {
		if c.left != "" {
			v.note(c)
			continue
		}
		c.when = v.whenOf(c)
		kept = append(kept, c)
	}
	v.fillFromBefore(kept)
	v.sequels(kept)
	kept = v.merge(kept)
	if len(kept) <= mostLinked {
		v.takesEffect(kept)
		v.deadlines(kept)
		onlyLater(kept)
		v.withoutConditions(kept)
		v.answer(kept)
	} else {
		v.notes = append(v.notes, chancery.Note{Stage: "extract", Reason: "the document tells too many acts to look for which answers which"})
	}
	for _, c := range kept {
		c.signs = v.signs(c)
	}
	kept = v.sure(kept)
	claims := make([]chancery.Claim, 0, len(kept))
	for i, c := range kept {
		c.local = "e" + strconv.Itoa(i+1)
	}
	for _, c := range kept {
		claims = append(claims, v.claim(c))
	}
	return claims, v.notes
}

// leastSure is the confidence under which nothing is told of talk, and of texts
// about affairs at home: of such finds none of 6 in briefings were right.
const leastSure = 0.4

// sure leaves out the acts that are too unsure to be told.
func (v *view) sure(kept []*candidate) []*candidate {
	if !v.talk.labelled && len(v.talk.home) == 0 && v.talk.inland == "" {
		return kept
	}
	var out []*candidate
	for _, c := range kept {
		if confidence := v.x.confidence(c.signs); confidence < leastSure {
			c.left = "too unsure, with a confidence of " + strconv.FormatFloat(confidence, 'f', 2, 64)
			v.note(c)
			continue
		}
		out = append(out, c)
	}
	for _, c := range out {
		if c.answers != nil && c.answers.left != "" {
			c.answers = nil
		}
	}
	return out
}

// mostLinked bounds the acts of one document that are compared with each
// other, so that reading stays linear in its length.
const mostLinked = 4000

func (v *view) note(c *candidate) {
	v.notes = append(v.notes, chancery.Note{
		Span: c.s.span(c.match.First, c.match.Last), Stage: "extract",
		Reason: c.act.Name + " by " + list(c.actors) + " left out: " + c.left,
	})
}

func list(parties []party) string {
	if len(parties) == 0 {
		return "nobody"
	}
	return strings.Join(codes(parties), ", ")
}

// claim writes a candidate out.
func (v *view) claim(c *candidate) chancery.Claim {
	mode, contexts := v.modeAndContexts(c)
	claim := chancery.Claim{
		Local: c.local, Type: c.act.Type, Mode: mode, Contexts: contexts, Act: c.act.Name, CAMEO: c.act.CAMEO,
		Score: v.x.acts.Score(c.act.Type, mode), Actor: codes(c.actors), Recipient: codes(c.recipients),
		ActorRoles: v.roles(c.actors), RecipientRoles: v.roles(c.recipients), Status: c.status,
		Date: c.when.date, DateAnchor: c.when.anchor, DateWords: c.when.words, Effective: c.when.effective, Until: c.when.until,
		Rule: c.rule.Name, Signs: c.signs, Spans: map[string][]chancery.Span{},
	}
	claim.Confidence = v.x.confidence(claim.Signs)
	evidence := v.evidence(c)
	claim.Evidence = evidence.Of(v.Document.Text)
	claim.Spans["evidence"] = []chancery.Span{evidence}
	claim.Spans["act"] = []chancery.Span{c.s.span(c.match.First, c.match.Last)}
	for _, m := range c.more {
		claim.Spans["evidence"] = append(claim.Spans["evidence"], v.evidence(m))
		claim.Spans["act"] = append(claim.Spans["act"], m.s.span(m.match.First, m.match.Last))
	}
	for i := range claim.RecipientRoles {
		// What is done to a state's people, firms or journalists is done to the state (GUIDE rules 2 and 13).
		if role := &claim.RecipientRoles[i]; stateLike(role.Kind) && !chancery.OfficialSector(role.Sector) && !ownPeopleIn(claim.Actor, *role) && !sidesWithOpponents(c, *role) {
			role.Sector = ""
		}
	}
	v.mentionSpans(&claim, "actor", c.actors)
	v.mentionSpans(&claim, "recipient", c.recipients)
	v.clocks(&claim, c)
	v.objectAndCount(&claim, c)
	v.speakers(&claim, c)
	v.reasons(&claim, c)
	if !c.noConditions.Empty() {
		claim.NoConditions, claim.Spans["no_conditions"] = true, []chancery.Span{c.noConditions}
	}
	if c.answers != nil {
		claim.InResponseTo = c.answers.local
	}
	return claim
}

func (v *view) mentionSpans(claim *chancery.Claim, field string, parties []party) {
	for _, p := range parties {
		if p.mention >= 0 {
			claim.Spans[field] = append(claim.Spans[field], v.Mentions[p.mention].Span)
		}
	}
}

func (v *view) roles(parties []party) []chancery.Role {
	var out []chancery.Role
	seen := map[string]bool{}
	for _, p := range parties {
		if seen[p.code] {
			continue
		}
		seen[p.code] = true
		role := chancery.Role{Party: p.code, Kind: p.kind, Sector: p.sector}
		if p.mention >= 0 {
			m := &v.Mentions[p.mention]
			role.Office, role.Person, role.Original = m.Office, m.Person, m.Of(v.Document.Text)
		}
		out = append(out, role)
	}
	return out
}

// evidence is the clause that states the act: the words below its predicate,
// with those of the light verb over a noun and of its subject.
func (v *view) evidence(c *candidate) chancery.Span {
	t := c.s.tree
	head := c.anchor()
	if up := t.Parent[head]; t.Tags[head] == "AUX" && up >= 0 {
		head = up
	}
	if c.match.Clause.Nominal {
		if verb := t.Governor(head); verb >= 0 {
			head = verb
		}
	}
	first, last := t.Left[head], t.Right[head]
	if subject := t.Clause(head).Subject; subject >= 0 && subject < first && first-subject < 30 {
		first = t.Left[subject]
	}
	first, last = min(first, c.match.First), max(last, c.match.Last)
	for last > first && t.Tags[last] == "PUNCT" {
		last--
	}
	for first < last && t.Tags[first] == "PUNCT" {
		first++
	}
	return c.s.span(first, last)
}
