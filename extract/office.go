package extract

import "chancery"

// outOfOffice reports whether a noun is told to be no longer, or not yet, what
// it names ("retired generals", "a former minister"): nobody speaks for a state
// by it (GUIDE rule 2).
func (v *view) outOfOffice(s *sentence, i int) bool {
	t := s.tree
	for _, k := range nearby(t.Children(i)) {
		if rel := t.Rel(k); rel != "amod" && rel != "compound" {
			continue
		}
		switch t.Words[k] {
		case "former", "retired", "ex", "late", "exiled", "ousted", "deposed", "would-be", "one-time", "onetime":
			return true
		}
	}
	return false
}

// headOfOrgan is the party of an organ of state whose head a noun names ("the
// FBI director", "the central bank's chief").
func (v *view) headOfOrgan(s *sentence, i int) []party {
	switch s.tree.Lemmas[i] {
	case "director", "chief", "head", "boss", "deputy", "chairman", "counsel", "negotiator", "team", "investigator", "agent":
	default:
		return nil
	}
	for _, k := range nearby(s.tree.Children(i)) {
		rel := s.tree.Rels[k]
		if m := s.mentions[k]; m >= 0 && (rel == "compound" || rel == "nmod:poss" || rel == "amod") && v.Mentions[m].Kind == chancery.MentionOrganisation && v.Mentions[m].Sector != "" && chancery.OfficialSector(v.Mentions[m].Sector) {
			return v.at(s, k)
		}
	}
	return nil
}
