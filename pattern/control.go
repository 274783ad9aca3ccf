package pattern

// share finds the arguments that a clause has from the one above it.
func (t *Tree) share(c *Clause) {
	up := t.Parent[c.Head]
	if up < 0 {
		return
	}
	switch t.Rel(c.Head) {
	case "conj":
		t.shareConjunct(c, up)
	case "xcomp", "ccomp":
		if c.Subject < 0 && !c.Passive && (t.Rel(c.Head) == "xcomp" || t.Penn[c.Head] == "VBG" || t.infinitive(c.Head)) {
			c.Subject, c.Shared = t.controller(up), true
		}
	case "advcl":
		t.shareAdverbial(c, up)
	case "acl":
		t.shareModified(c, up)
	}
	if c.Subject == c.Head {
		c.Subject = -1
	}
	c.Subject = t.whoIsMeant(c.Subject)
}

// whoIsMeant is the noun that "who" or "which" at token i stands for, where the
// arcs do not tell: the one before its comma; i itself for any other word.
func (t *Tree) whoIsMeant(i int) int {
	if i < 2 || t.Words[i] != "who" && t.Words[i] != "which" {
		return i
	}
	k := i - 1
	if t.Words[k] == "," {
		k--
	}
	if !t.isNoun(k) {
		return i
	}
	for steps := 0; steps < 4 && t.isNoun(k) && t.Parent[k] >= 0 && t.Parent[k] < k && (t.Rels[t.Parent[k]] != "" && (t.Rel(k) == "flat" || t.Rel(k) == "appos")); steps++ {
		k = t.Parent[k]
	}
	return k
}

func (t *Tree) shareConjunct(c *Clause, up int) {
	if noun := t.nounBeforeTo(c.Head); noun >= 0 && c.Subject < 0 {
		c.Subject, c.Shared = noun, true
		return
	}
	if t.Clause(up).Nominal {
		return
	}
	above := t.clauses[up]
	if c.Subject < 0 && !c.Passive {
		if t.Penn[c.Head] == "VBN" && len(c.Auxiliaries) == 0 && above.Passive && c.Object < 0 {
			c.Passive, c.Object, c.Subject, c.Shared = true, above.Object, above.Subject, true
			return
		}
		c.Subject, c.Shared = above.Subject, true
		if above.Passive {
			c.Subject = above.Object
		}
	}
	if c.Object < 0 && !c.Passive && above.Object > c.Head {
		c.Object = above.Object
	}
}

func (t *Tree) infinitive(i int) bool {
	mark := t.Child(i, "mark")
	return mark >= 0 && t.Lemmas[mark] == "to"
}

// controller is who does the infinitive below verb up.
func (t *Tree) controller(up int) int {
	above := t.Clause(up)
	if above.Nominal {
		return above.Subject
	}
	keeps := subjectControl(t.Lemmas[up]) || subjectControl(t.Lemmas[up]+"e") // a lemma may lack its e
	if above.Passive {
		return above.Object
	}
	if !keeps {
		for _, who := range []int{above.Indirect, above.Object} {
			if who >= 0 {
				return who
			}
		}
		if t.Lemmas[up] == "call" || t.Lemmas[up] == "appeal" {
			for _, p := range above.Phrases {
				if p.Preposition == "on" || p.Preposition == "upon" || p.Preposition == "to" || p.Preposition == "for" {
					return p.Head
				}
			}
		}
	}
	return above.Subject
}

// subjectControl names verbs whose object does not do the infinitive.
func subjectControl(lemma string) bool {
	switch lemma {
	case "promise", "threaten", "vow", "pledge", "use", "take", "make", "sign", "issue", "hold", "swear",
		"telephone", "phone", "contact", "meet", "visit", "summon", "recall", "write", "travel", "fly":
		return true
	}
	return false
}

// objectControl names verbs whose object does the infinitive behind it, even
// where a parser hangs that as a clause of purpose ("ordered him to go", but
// "telephoned him to ask").
func objectControl(lemma string) bool {
	switch lemma {
	case "ask", "order", "tell", "urge", "instruct", "allow", "permit", "force", "compel", "require", "request", "invite", "warn", "advise",
		"persuade", "press", "push", "pressure", "call", "encourage", "authorize", "authorise", "direct", "expect", "want", "need", "get",
		"help", "enable", "teach", "remind", "command", "forbid", "beg", "implore", "appeal", "oblige", "bind", "lead", "cause", "give", "send", "deploy",
		"exhort", "challenge", "convince", "commit":
		return true
	}
	return false
}

func (t *Tree) shareAdverbial(c *Clause, up int) {
	if c.Subject >= 0 || t.Clause(up).Nominal {
		return
	}
	above := t.clauses[up]
	who := above.Subject
	if above.Passive && above.Object >= 0 {
		who = above.Object
	}
	if t.infinitive(c.Head) && t.Child(c.Head, "nsubj") < 0 && !above.Passive && objectControl(t.Lemmas[up]) {
		who = t.controller(up)
	}
	if noun := t.nounBeforeTo(c.Head); noun >= 0 {
		who = noun
	}
	if owner := t.spoke(c.Head - 1); owner >= 0 && t.Penn[c.Head] == "VBG" {
		who = owner
	}
	if t.Penn[c.Head] == "VBG" && !above.Passive && t.judgesObject(up, c.Head) {
		who = above.Object
		if who < 0 || who > c.Head {
			who = above.Indirect
		}
	}
	if c.Passive || (t.Penn[c.Head] == "VBN" && c.Object < 0 && len(c.Auxiliaries) == 0) {
		if c.Object < 0 {
			c.Passive, c.Object, c.Shared = true, who, true
		}
		c.Subject = c.Phrase("by")
		return
	}
	c.Subject, c.Shared = who, true
}

// judgesObject reports whether gerund at tells what the object of verb up did:
// "thanked Oslo for sending", "accused Rome of hiding", "barred it from flying".
func (t *Tree) judgesObject(up, at int) bool {
	above := t.Clause(up)
	mark := t.Child(at, "mark", "case")
	if mark < 0 || (above.Object < 0 || above.Object > at) && (above.Indirect < 0 || above.Indirect > at) {
		return false
	}
	switch t.Words[mark] {
	case "for", "of", "from", "against":
		return true
	}
	return false
}

// nounBeforeTo is who does an infinitive that stands behind "by X" or behind a
// noun with a possessor ("the decision by X to", "X's plan to", "the refusal of
// X and Y to"), whatever it
// hangs on; -1 for none.
func (t *Tree) nounBeforeTo(verb int) int {
	mark := t.Child(verb, "mark")
	if mark < 2 || t.Words[mark] != "to" {
		return -1
	}
	last := mark - 1
	if t.Words[last] == "and" {
		// "the decision by X to open this and to close that"
		for k := last - 1; k > 1 && k > last-40; k-- {
			if up := t.Parent[k]; t.Words[k] == "to" && t.Rel(k) == "mark" && up > k && up < last {
				return t.nounBeforeTo(up)
			}
		}
		return -1
	}
	if t.Tags[last] != "NOUN" && t.Tags[last] != "PROPN" {
		return -1
	}
	for k := last - 1; k >= 0 && k > last-6; k-- {
		switch {
		case t.Words[k] == "by", t.Words[k] == "of" && k > 0 && resolves(t.Lemmas[k-1]):
			return t.FirstConjunct(last)
		case t.Tags[k] == "CCONJ" && t.Tags[last] == "PROPN":
		case t.Words[k] == "'s" && t.Tags[last] == "NOUN" && k > 0:
			return k - 1
		case t.Tags[k] != "PROPN" && t.Tags[k] != "ADJ" && t.Tags[k] != "DET" && t.Tags[k] != "NUM":
			return -1
		}
	}
	return -1
}

// resolves names nouns of a will that an infinitive completes: whose it is does it.
func resolves(lemma string) bool {
	switch lemma {
	case "decision", "plan", "intention", "promise", "pledge", "offer", "refusal", "readiness", "willingness", "commitment", "attempt", "threat",
		"desire", "wish", "proposal", "failure", "resolve", "determination", "undertaking", "reluctance", "move", "effort":
		return true
	}
	return false
}

// shareModified reads "a plan to expel", "troops attacking", "envoys expelled
// by", "the envoy who was expelled".
func (t *Tree) shareModified(c *Clause, noun int) {
	if t.Rels[c.Head] == "acl:relcl" {
		t.shareRelative(c, noun)
		return
	}
	if c.Subject >= 0 {
		return
	}
	switch {
	case t.Penn[c.Head] == "VBG" && t.Child(c.Head, "mark") >= 0:
		switch t.Words[t.Child(c.Head, "mark")] {
		case "after", "before", "since", "while", "when", "until":
			c.Subject, c.Shared = t.mainSubject(noun), true // "a month after cutting ties"
		default:
			c.Subject, c.Shared = t.doer(noun), true // "its reasons for ending the deal"
		}
	case t.infinitive(c.Head):
		c.Subject, c.Shared = t.doer(noun), true
		if owner := t.nounBeforeTo(c.Head); owner >= 0 && !t.Under(owner, noun) || owner >= 0 && owner != c.Subject && t.Parent[owner] != noun {
			c.Subject = owner // "a response to A's move to expel", whichever noun it hangs on
		}
	case t.Penn[c.Head] == "VBN" || c.Passive:
		c.Passive = true
		if c.Object < 0 {
			c.Object, c.Shared = noun, true
		}
		c.Subject = c.Phrase("by")
	default:
		c.Subject, c.Shared = noun, true
		if owner := t.spoke(noun); owner >= 0 {
			c.Subject = owner
		}
	}
}

// spoke is whose words noun i names: "his remarks urging soldiers to disobey".
func (t *Tree) spoke(i int) int {
	if i < 0 || !spoken(t.Lemmas[i]) {
		return -1
	}
	return t.Child(i, "nmod:poss")
}

// spoken names nouns for words that somebody says or writes.
func spoken(noun string) bool {
	switch noun {
	case "remark", "statement", "comment", "speech", "letter", "note", "message", "post", "tweet", "interview", "article", "words", "word", "appeal", "call", "address":
		return true
	}
	return false
}

// mainSubject is the subject of the clause that token i stands in, the verb of
// saying beside it left out.
func (t *Tree) mainSubject(i int) int {
	for steps := 0; i >= 0 && steps < mostSteps; steps++ {
		if t.Tags[i] == "VERB" && t.Rel(i) != "parataxis" {
			return t.Clause(i).Subject
		}
		i = t.Parent[i]
	}
	return -1
}

func (t *Tree) shareRelative(c *Clause, noun int) {
	relative := func(i int) bool {
		return i >= 0 && (t.Words[i] == "who" || t.Words[i] == "which" || t.Words[i] == "that" || t.Words[i] == "whom")
	}
	switch {
	case relative(c.Subject):
		c.Subject, c.Shared = noun, true
	case relative(c.Object) || (c.Object < 0 && c.Subject >= 0):
		c.Object, c.Shared = noun, true
	case c.Subject < 0 && !c.Passive:
		c.Subject, c.Shared = noun, true
	}
}
