package extract

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
