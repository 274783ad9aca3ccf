package extract

import (
	"slices"
	"strings"

	"chancery"
)

// ownAffair is why words of a state that name nobody whom they are said to are
// no act between states: an official at his own desk speaks of his own
// country's affairs, or the text names no other state at all. Empty where they
// may be one.
func (v *view) ownAffair(c *candidate) string {
	if len(c.recipients) > 0 || c.partial || len(codes(c.actors)) != 1 || !v.onlyWords(c) {
		return ""
	}
	if c.rule.Name == "claim.vital.all" || c.actors[0].kind == chancery.PartyIGO {
		return ""
	}
	if v.othersIn(c.s, c.actors) {
		return ""
	}
	if overlap(c.actors, v.talk.home) {
		return "of its own country's affairs, as far as it tells"
	}
	if len(codes(c.actors)) == 1 && c.actors[0].code == v.talk.inland && !v.othersAnywhere(c.actors) {
		return "of its own country's affairs, as far as the text tells"
	}
	if !v.stateNamed() {
		return "no state is named in the whole text"
	}
	return ""
}

// onlyWords reports whether an act is done by what is said or meant, so that it is
// one between states only by whom it is said to.
func (v *view) onlyWords(c *candidate) bool {
	switch c.act.Type {
	case "REJECT", "AGREE", "REQUEST", "ACCUSE", "THREATEN":
		return true
	}
	return c.act.Name == "endorse" || c.act.Name == "apologise" || c.act.Name == "notify" || c.act.Name == "sign"
}

// stateNamed reports whether the document names any state, or a body of states,
// by its name or by that of its people.
func (v *view) stateNamed() bool {
	return slices.ContainsFunc(v.Mentions, func(m chancery.Mention) bool {
		switch m.Kind {
		case chancery.MentionOffice, chancery.MentionPerson, chancery.MentionPronoun:
			return strings.HasPrefix(m.Rule, "role+")
		}
		return len(m.Parties) > 0 && stateLike(m.PartyKind) && m.Rule != "scene" && m.Sector != "LEG"
	})
}

// othersIn reports whether a sentence names a state or body other than those.
func (v *view) othersIn(s *sentence, own []party) bool {
	for i := range s.tokens {
		if m := s.mentions[i]; m >= 0 && v.foreign(&v.Mentions[m], own) {
			return true
		}
	}
	return false
}

// othersAnywhere reports whether the document names a state or body other than those.
func (v *view) othersAnywhere(own []party) bool {
	return slices.ContainsFunc(v.Mentions, func(m chancery.Mention) bool { return v.foreign(&m, own) })
}

// foreign reports whether a mention names a state or body other than those.
func (v *view) foreign(m *chancery.Mention, own []party) bool {
	if !stateLike(m.PartyKind) || m.Rule == "scene" {
		return false
	}
	return slices.ContainsFunc(m.Parties, func(code string) bool {
		return !slices.ContainsFunc(own, func(p party) bool { return p.code == code })
	})
}
