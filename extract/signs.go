package extract

import (
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// signs tell how a candidate was found, as far as it bears on how sure it is:
// the names of confidence.txt.
func (v *view) signs(c *candidate) []string {
	signs := []string{"always", "type-" + strings.ToLower(c.act.Type), "act-" + c.act.Name, priorOf(c)}
	add := func(sign string, holds bool) {
		if holds {
			signs = append(signs, sign)
		}
	}
	add("noun", c.match.Clause.Nominal)
	add("flat", c.match.Clause.Flat)
	add("told-again", len(c.more) > 0)
	add("not-actual", c.status != chancery.StatusActual)
	add("claimed", c.rule.Fields["voice"] != "")
	add("no-recipient", len(c.recipients) == 0 && !c.act.Either)
	add("no-actor", len(c.actors) == 0)
	add("several-actors", len(codes(c.actors)) > 1)
	add("several-recipients", len(codes(c.recipients)) > 1)
	add("pronoun", v.anyMention(c, func(m *chancery.Mention) bool { return m.Kind == chancery.MentionPronoun }))
	add("guessed", v.anyMention(c, func(m *chancery.Mention) bool { return m.Rule == "scene" }))
	add("doubted", v.anyMention(c, func(m *chancery.Mention) bool { return m.Confidence < 0.7 }))
	add("rivalled", v.anyMention(c, func(m *chancery.Mention) bool { return m.RunnerUp != "" }))
	add("actor-elsewhere", c.elsewhere)
	add("long-sentence", c.s.tree.Len() > 40)
	add("quoted", c.voice.attribution >= 0 && c.voice.attribution < len(v.Attributions) && v.Attributions[c.voice.attribution].Quoted)
	if name := filledNames[c.filled]; name != "" {
		signs = append(signs, name)
	}
	signs = append(signs, v.namingOf("actor", c, c.actors)...)
	signs = append(signs, v.namingOf("recipient", c, c.recipients)...)
	signs = append(signs, "clause-"+clauseOf(c))
	signs = append(signs, v.company(c)...)
	slices.Sort(signs)
	return slices.Compact(signs)
}

// filledNames are the signs of recipients that the act's own clause does not name.
var filledNames = [...]string{
	filledNot: "", filledPronoun: "filled-pronoun", filledObject: "filled-object", filledSentence: "filled-sentence",
	filledRepeat: "filled-repeat", filledBefore: "filled-before", filledTopic: "filled-topic",
}

// priorOf is the sign of how sure the rule's author was.
func priorOf(c *candidate) string {
	p := c.confidence
	if given, err := strconv.ParseFloat(c.rule.Fields["confidence"], 64); err == nil {
		p = given
	}
	switch {
	case p < 0.5:
		return "rule-faint"
	case p < 0.6:
		return "rule-weak"
	case p < 0.7:
		return "rule-fair"
	}
	return "rule-strong"
}

func (v *view) anyMention(c *candidate, fits func(m *chancery.Mention) bool) bool {
	return slices.ContainsFunc(append(slices.Clone(c.actors), c.recipients...), func(p party) bool {
		return p.mention >= 0 && fits(&v.Mentions[p.mention])
	})
}

// namingOf are the signs of how a side is named: by what kind of words, of which
// sector of its state, as the owner of what is named, how far from the anchor.
func (v *view) namingOf(side string, c *candidate, list []party) []string {
	if len(list) == 0 {
		return nil
	}
	p := list[0]
	if p.mention < 0 {
		return []string{side + "-unnamed"}
	}
	m := &v.Mentions[p.mention]
	kind := string(m.Kind)
	switch {
	case m.Adjective:
		kind = "adjective"
	case m.Metonym:
		kind = "metonym"
	}
	signs := []string{side + "-" + kind}
	if p.owned {
		signs = append(signs, side+"-owner")
	}
	if p.sector != "" && p.sector != "GOV" {
		signs = append(signs, side+"-sector-"+strings.ToLower(p.sector))
	}
	switch far := m.Head - c.anchor(); {
	case m.Sentence != c.s.index:
		signs = append(signs, side+"-other-sentence")
	case far > farAway || far < -farAway:
		signs = append(signs, side+"-far")
	case (far > 0) == (side == "actor"):
		signs = append(signs, side+"-other-hand")
	}
	return signs
}

// farAway is beyond how many tokens a party stands far from the anchor.
const farAway = 10

// clauseOf tells where in its sentence the anchor's clause stands: the first
// arc above it that tells, up to the root.
func clauseOf(c *candidate) string {
	t := c.s.tree
	for i, steps := c.anchor(), 0; i >= 0 && steps < t.Len(); i, steps = t.Parent[i], steps+1 {
		switch rel := t.Rel(i); rel {
		case "root", "ccomp", "xcomp", "advcl", "parataxis":
			return rel
		case "acl":
			return "relative"
		}
	}
	return "other"
}

// company are the signs of who else is named in the sentence.
func (v *view) company(c *candidate) []string {
	var states []string
	outsiders, places := 0, 0
	for i := range v.Mentions {
		m := &v.Mentions[i]
		if m.Sentence != c.s.index {
			continue
		}
		switch {
		case m.Party() != "":
			if m.Kind != chancery.MentionPronoun && !slices.Contains(states, m.Party()) {
				states = append(states, m.Party())
			}
			if m.Kind == chancery.MentionPlace {
				places++
			}
		case m.Kind == chancery.MentionOrganisation:
			outsiders++
		}
	}
	signs := []string{"states-" + strconv.Itoa(min(len(states), 4))}
	if outsiders > 0 {
		signs = append(signs, "outsiders")
	}
	if places > 0 {
		signs = append(signs, "places")
	}
	return signs
}
