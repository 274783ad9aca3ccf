package extract

import "chancery"

// privateVoice is why what somebody says is not the word of his state (GUIDE
// rule 2): lawmakers without their chamber, the people of a country at large.
// Empty where he may speak for it.
func (v *view) privateVoice(c *candidate) string {
	if !v.onlyWords(c) || c.act.Name == "sign" || len(c.actors) == 0 || c.rule.Fields["voice"] != "" {
		return ""
	}
	lawmakers, people := true, len(c.actors) == 1
	for _, p := range c.actors {
		if p.mention < 0 {
			return ""
		}
		m := &v.Mentions[p.mention]
		lawmakers = lawmakers && (m.Kind == chancery.MentionOffice && m.Sector == "LEG" && (m.Plural || m.Person == "") || local(m.Office))
		people = people && m.Rule == "table:people" && v.atLarge(m)
	}
	switch {
	case lawmakers:
		return "said by lawmakers or of a province, not for the state"
	case people:
		return "said of the people of a country, not of those who speak for it"
	}
	return ""
}

// atLarge reports whether a name of a people means people in general ("some
// Germans", "Americans"), not the side that acts for them ("the Russians").
func (v *view) atLarge(m *chancery.Mention) bool {
	if m.Sentence < 0 || m.Sentence >= len(v.sentences) || m.Head < 0 || m.Head >= len(v.sentences[m.Sentence].tokens) {
		return false
	}
	t := v.sentences[m.Sentence].tree
	for _, k := range nearby(t.Children(m.Head)) {
		switch t.Words[k] {
		case "the", "these", "those":
			return false
		}
	}
	return t.FirstConjunct(m.Head) == m.Head && len(t.Conjuncts(m.Head)) < 2
}

// local reports whether an office is one of a province or town.
func local(office string) bool {
	switch office {
	case "governor", "mayor", "sheriff", "senator", "congressman", "congresswoman", "councillor":
		return true
	}
	return false
}
