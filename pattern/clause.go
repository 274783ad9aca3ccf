package pattern

import "slices"

// Phrase is a prepositional phrase: its preposition and the head of its noun.
type Phrase struct {
	Preposition string
	Head        int
}

// Clause is what stands round one predicate, verb or noun, with passives,
// control, coordination, participles and relative clauses resolved: Subject
// and Object are the logical ones.
type Clause struct {
	Head int
	// Nominal is true for a noun that names a deed ("the expulsion of").
	Nominal bool
	// Flat is true where the clause was read by position, not by its arcs.
	Flat bool
	// Passive is true where the verb stands in the passive.
	Passive bool
	// Subject does it, Object suffers it, Indirect receives it: heads of noun
	// phrases, -1 when the sentence does not tell. Shared is true for a
	// subject that belongs to a governing clause.
	Subject, Object, Indirect int
	Shared                    bool
	// Phrases are the prepositional phrases in text order.
	Phrases []Phrase
	// Outer are the phrases that a parser may have hung elsewhere: on the
	// object, or on the verb over a noun.
	Outer []Phrase
	// Complement is the head of the clause that completes the predicate.
	Complement int
	// Modifiers are a noun's own compounds and adjectives.
	Modifiers []int
	// Negated is true for not, never, no.
	Negated bool
	// Auxiliaries are the auxiliary verbs' lemmas in text order.
	Auxiliaries []string
}

// Phrase is the head of the first phrase with that preposition, -1 for none.
func (c *Clause) Phrase(preposition string) int {
	for _, p := range c.Phrases {
		if p.Preposition == preposition {
			return p.Head
		}
	}
	return -1
}

// Clause is the clause round token i. It is made once for each token.
func (t *Tree) Clause(i int) *Clause {
	if t.clauses[i] == nil {
		c := &Clause{Head: i, Subject: -1, Object: -1, Indirect: -1, Complement: -1}
		c.Nominal = (t.Tags[i] == "NOUN" || t.Tags[i] == "PROPN") && t.Child(i, "cop") < 0
		t.clauses[i] = c
		t.gather(c)
		if c.Nominal {
			t.nominal(c)
		} else {
			t.share(c)
		}
		t.outer(c)
	}
	return t.clauses[i]
}

// outer gathers the phrases of the object and of the verb over a noun.
func (t *Tree) outer(c *Clause) {
	if c.Object >= 0 && c.Object != c.Head {
		c.Outer = t.phrasesOf(c.Object, c.Outer)
		for _, p := range c.Outer {
			if p.Preposition == "of" {
				c.Outer = t.phrasesOf(p.Head, c.Outer)
				break
			}
		}
	}
	if c.Nominal && c.Subject >= 0 && t.Parent[c.Subject] == c.Head {
		c.Outer = t.phrasesOf(c.Subject, c.Outer) // "an attack by X's forces in Y"
	}
	if verb := t.Governor(c.Head); c.Nominal && verb >= 0 {
		c.Outer = t.phrasesOf(verb, c.Outer)
	}
	if verb := t.Doing(c.Head); c.Nominal && verb >= 0 {
		c.Outer = t.phrasesOf(verb, c.Outer) // "the sanctions imposed by A on B"
	}
}

// Doing is the verb of a participle or relative clause whose object noun i is
// ("the raid that A carried out", "sanctions imposed by A"), -1 for none.
func (t *Tree) Doing(i int) int {
	for _, k := range t.near(i) {
		if t.Rel(k) == "acl" && t.Tags[k] == "VERB" && (t.Penn[k] == "VBN" || t.Rels[k] == "acl:relcl") && t.Clause(k).Object == i {
			return k
		}
	}
	return -1
}

func (t *Tree) phrasesOf(i int, list []Phrase) []Phrase {
	for _, k := range t.near(i) {
		if rel := t.Rel(k); rel == "obl" || rel == "nmod" {
			if p := t.Preposition(k); p != "" {
				list = append(list, Phrase{p, k})
			}
		}
	}
	return list
}

func (t *Tree) gather(c *Clause) {
	surface, agent, undergoer := -1, -1, -1
	for _, k := range t.near(c.Head) {
		switch t.Rels[k] {
		case "nsubj", "csubj":
			if surface < 0 {
				surface = k
			}
		case "nsubj:pass", "csubj:pass":
			undergoer = k
		case "aux:pass":
			c.Passive = true
		case "obj":
			if c.Object < 0 || t.Tags[c.Object] == "ADV" {
				c.Object = k
			}
		case "iobj":
			c.Indirect = k
		case "xcomp", "ccomp":
			if c.Complement < 0 {
				c.Complement = k
			}
		case "compound", "amod", "nummod":
			c.Modifiers = append(c.Modifiers, k)
		case "aux":
			c.Auxiliaries = append(c.Auxiliaries, t.Lemmas[k])
		}
		switch t.Rel(k) {
		case "obl", "nmod":
			if p := t.Preposition(k); p != "" {
				if p == "by" && !t.measures(k) {
					agent = k
				}
				c.Phrases = append(c.Phrases, Phrase{p, k})
			}
		case "advmod", "det":
			if negative(t.Lemmas[k]) || negative(t.Words[k]) {
				c.Negated = true
			}
		}
	}
	if c.Complement < 0 {
		c.Complement = t.Child(c.Head, "advcl")
		if c.Complement >= 0 && !t.completes(c.Complement) {
			c.Complement = -1
		}
	}
	if undergoer >= 0 && surface < 0 {
		surface, c.Passive = undergoer, true
	}
	if t.Penn[c.Head] == "VBN" && c.Object < 0 && slices.Contains(c.Auxiliaries, "be") {
		c.Passive = true
	}
	if c.Passive {
		c.Subject = agent
		if c.Object < 0 {
			c.Object = surface
		} else {
			c.Indirect = surface
		}
	} else {
		c.Subject = surface
	}
}

// measures reports whether a noun tells by how much ("cut by half").
func (t *Tree) measures(i int) bool {
	switch t.Lemmas[i] {
	case "half", "third", "quarter", "percent", "%", "fifth", "tenth", "number", "dozen":
		return true
	}
	return t.Tags[i] == "NUM"
}

// completes reports whether an adverbial clause is what the verb is about
// ("ordered him to go", "warned against imposing").
func (t *Tree) completes(i int) bool {
	mark := t.Child(i, "mark")
	if mark < 0 {
		return true
	}
	switch t.Lemmas[mark] {
	case "to", "against", "from", "of", "for", "about", "that":
		return true
	}
	return false
}

func negative(word string) bool {
	return word == "not" || word == "never" || word == "no" || word == "n't" || word == "neither"
}

// nominal reads the arguments of a noun: "X's expulsion of Y by Z".
func (t *Tree) nominal(c *Clause) {
	poss := t.Child(c.Head, "nmod:poss")
	by := c.Phrase("by")
	if by < 0 && c.Head+2 < t.Len() && t.Words[c.Head+1] == "by" {
		by = t.NextNoun(c.Head + 2) // "the decision by X to", whatever the arcs say
	}
	if by >= 0 {
		c.Subject = by
		if c.Phrase("of") < 0 && poss >= 0 {
			c.Object = poss
		}
	} else if poss >= 0 {
		c.Subject = poss
	}
	if first := t.FirstConjunct(c.Head); c.Subject < 0 && first != c.Head {
		c.Subject = t.Child(first, "nmod:poss") // "X's raids, incursions and threats"
	}
	if of := c.Phrase("of"); of >= 0 {
		c.Object = of
		for _, p := range t.phrasesOf(of, nil) {
			if p.Preposition == "by" && c.Subject < 0 {
				c.Subject = p.Head // "the expulsion of envoys by X", hung too low
			}
		}
	}
	if c.Complement < 0 {
		c.Complement = t.Child(c.Head, "acl")
	}
	if c.Complement < 0 {
		c.Complement = t.infinitiveBehind(c.Head)
	}
}

// NextNoun is the head of the noun that begins at or behind token i, -1 where
// a verb or a stop comes first.
func (t *Tree) NextNoun(i int) int {
	for k := i; k < t.Len() && k < i+8; k++ {
		if t.nounHead(k) {
			return k
		}
		if t.Tags[k] == "VERB" || t.Tags[k] == "PUNCT" {
			return -1
		}
	}
	return -1
}

// infinitiveBehind is the verb of "to …" directly behind noun i that a parser
// hung on the verb over both.
func (t *Tree) infinitiveBehind(i int) int {
	if i+2 >= t.Len() || t.Words[i+1] != "to" {
		return -1
	}
	verb := t.Parent[i+1]
	if verb > i && t.Tags[verb] == "VERB" && t.Rel(i+1) == "mark" && t.Parent[verb] == t.Parent[i] {
		return verb
	}
	return -1
}

// doer is who does what noun names: its possessor, "by" phrase, or the
// subject of the verb whose object it is ("Oslo took the decision to").
func (t *Tree) doer(noun int) int {
	if t.Tags[noun] != "NOUN" && t.Tags[noun] != "PROPN" {
		return noun
	}
	above := t.Clause(noun)
	if above.Subject >= 0 {
		return above.Subject
	}
	if verb := t.Governor(noun); verb >= 0 {
		return t.Clause(verb).Subject
	}
	if len(above.Modifiers) > 0 {
		return above.Modifiers[0]
	}
	return -1
}

// Governor is the verb whose object or passive subject noun i is, -1 for none.
func (t *Tree) Governor(i int) int {
	i = t.FirstConjunct(i)
	up := t.Parent[i]
	if up < 0 || t.Tags[up] != "VERB" {
		return -1
	}
	switch t.Rels[i] {
	case "obj", "nsubj:pass", "obl", "xcomp":
		return up
	}
	return -1
}

// Doer is who does what noun i names: its possessor, its "by" phrase, or the
// subject of the verb whose object it is; i itself when it names no deed, -1
// when the sentence does not tell.
func (t *Tree) Doer(i int) int { return t.doer(i) }
