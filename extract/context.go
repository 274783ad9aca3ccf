package extract

// modeAndContexts reads the PLOVER mode and contexts of an act from its words
// and those of what it is about: its predicate with everything below but the
// doer, for a noun with the verb over it.
func (v *view) modeAndContexts(c *candidate) (mode string, contexts []string) {
	const most = 80
	t := c.s.tree
	head := c.anchor()
	if up := t.Parent[head]; t.Tags[head] == "AUX" && up >= 0 {
		head = up
	}
	subject := c.match.Clause.Subject
	if !c.match.Clause.Nominal {
		subject = t.Clause(head).Subject
	}
	var lemmas, words []string
	for k := t.Left[head]; k <= t.Right[head] && len(words) < most; k++ {
		if subject >= 0 && subject != head && k >= t.Left[subject] && k <= t.Right[subject] && (t.Left[subject] > head || t.Right[subject] < head) {
			continue
		}
		lemmas, words = append(lemmas, t.Lemmas[k]), append(words, t.Words[k])
	}
	if subject >= 0 && (c.act.Type == "ASSAULT" || c.act.Type == "MOBILIZE") { // "Russian drones hit": the doer is the means
		for k := t.Left[subject]; k <= t.Right[subject] && k < t.Left[subject]+10; k++ {
			lemmas, words = append(lemmas, t.Lemmas[k]), append(words, t.Words[k])
		}
	}
	return c.act.ModeOf(lemmas, words), c.act.ContextsOf(lemmas, words)
}
