package extract

import (
	"slices"

	"chancery"
)

// judgedDoer is whose deed a judgement of something known is about ("praised the
// step", "voiced concern about it", "objected to the sanctions"): the doer of
// the last act of others, else the other one of the pair that the document is
// about. Nobody where the words name something new.
func (v *view) judgedDoer(c *candidate, before []*candidate) []party {
	if c.act.Name != "condemn" && c.act.Name != "endorse" || len(c.recipients) > 0 || len(c.actors) == 0 || !official(c.actors) {
		return nil
	}
	if !v.judgesKnown(c) {
		return nil
	}
	wrong := c.match.Clause.Object >= 0 && v.x.rules.Classes.Word(c.s.tree, c.match.Clause.Object, "wrongs")
	paper := c.match.Clause.Object >= 0 && v.x.rules.Classes.Word(c.s.tree, c.match.Clause.Object, "treaties")
	about := func(d *candidate) bool {
		return len(without(d.actors, c.actors)) > 0 && !overlap(d.actors, c.actors) && (d.act.Effect != "none" || material(d)) && c.s.index-d.s.index <= 2*farthestBack &&
			(!paper || d.act.Name == "sign" || d.act.Name == "restore-relations" || d.act.Name == "agree") &&
			(!wrong || d.act.Type == "ASSAULT" || d.act.Type == "COERCE" || overlap(d.recipients, c.actors))
	}
	d := last(before, func(d *candidate) bool { return about(d) && overlap(d.recipients, c.actors) })
	if d == nil {
		d = last(before, about)
	}
	if d != nil {
		return d.actors
	}
	if wrong || paper {
		return nil
	}
	return without(v.topicPartner(c), c.actors)
}

// judgesKnown reports whether what is judged is a pronoun or a deed, measure or
// paper that the text spoke of before, or is left out altogether.
func (v *view) judgesKnown(c *candidate) bool {
	clause, t, classes := c.match.Clause, c.s.tree, v.x.rules.Classes
	if clause.Nominal || clause.Complement >= 0 {
		return false
	}
	seen := false
	for _, k := range []int{clause.Object, clause.Phrase("about"), clause.Phrase("over"), clause.Phrase("at"), clause.Phrase("for"), clause.Phrase("to"), clause.Phrase("with"), clause.Phrase("by")} {
		if k < 0 || classes.Word(t, k, "anger") || classes.Word(t, k, "thanks") {
			continue
		}
		seen = true
		switch t.Words[k] {
		case "it", "this", "that":
			return true
		}
		if v.pointing(c.s, k) && t.Child(k, "nmod", "acl") < 0 && v.knownDeed(c.s, k) {
			return true
		}
	}
	return !seen
}

// knownDeed reports whether noun k names a step, measure or paper of a state,
// or a wrong, which a text names with its doer before.
func (v *view) knownDeed(s *sentence, k int) bool {
	classes := v.x.rules.Classes
	for _, class := range []string{"deed", "wrongs", "sanctions", "measures", "treaties", "occurrences"} {
		if classes.Word(s.tree, k, class) {
			return true
		}
	}
	return false
}

// compassStates finds "the North" and "the South" in a text that names the
// Koreas.
func (v *view) compassStates() {
	named := slices.ContainsFunc(v.Mentions, func(m chancery.Mention) bool {
		return slices.Contains(m.Parties, "PRK") || m.Kind == chancery.MentionPlace && slices.Contains(m.Parties, "KOR")
	})
	if !named {
		return
	}
	for _, s := range v.sentences {
		for i := 1; i < len(s.tokens); i++ {
			word := s.tokens[i].Of(s.text)
			code := map[string]string{"North": "PRK", "South": "KOR"}[word]
			if code == "" || s.tree.Words[i-1] != "the" || i+1 < len(s.tokens) && (s.tree.Tags[i+1] == "PROPN" || s.tree.Words[i+1] == "of" || s.tree.Words[i+1] == "korean") {
				continue
			}
			v.Mentions = append(v.Mentions, chancery.Mention{
				Span: s.tokens[i].Span, Sentence: s.index, First: i, End: i + 1, Head: i, Kind: chancery.MentionParty,
				Parties: []string{code}, PartyKind: chancery.PartyState, Antecedent: -1, Rule: "compass", Confidence: 0.7,
			})
		}
	}
}
