package pattern

// mostAsides bounds the repairs of one sentence, so that they stay linear.
const mostAsides = 3

// mendAsides repairs predicates that stand apart from their subject, where a
// parser takes what stands between the commas for the clause: words of saying
// ("Oslo, he alleged, had paid them"), relative clauses and appositions
// ("Lima, which abstained, condemned the raid").
func (t *Tree) mendAsides() {
	for c1, repairs := 1, 0; c1+3 < t.Len() && repairs < mostAsides; c1++ {
		if t.Words[c1] != "," {
			continue
		}
		head := t.headBefore(c1)
		if head < 0 {
			continue
		}
		c2, cue := t.asideEnd(c1)
		if c2 < 0 {
			continue
		}
		if p := t.predicateBehind(c2); p >= 0 && (t.Parent[head] != p || t.Rel(head) != "nsubj") && !t.leads(p, c1) {
			t.rejoin(head, p, c1, c2, cue)
			repairs++
		}
	}
}

// headBefore is the head of the noun phrase that leads the clause and ends at
// the comma, -1 where something else stands there.
func (t *Tree) headBefore(comma int) int {
	first := comma - 1
	for ; first >= 0; first-- {
		switch t.Tags[first] {
		case "NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "PART", "NUM":
			if t.Penn[first] != "WDT" && t.Penn[first] != "WP" && t.Words[first] != "to" && t.Words[first] != "not" {
				continue
			}
		}
		break
	}
	if first >= 0 && t.Words[first] != "\"" && t.Words[first] != "“" && t.Words[first] != "that" && t.Words[first] != "but" && t.Words[first] != ":" {
		return -1
	}
	first++
	if first >= comma || t.Tags[first] == "ADP" || comma-first > 12 {
		return -1 // "In Oslo, he said, …"
	}
	for k := first; k < comma; k++ {
		if t.Tags[k] == "ADP" && t.Words[k] != "of" && t.Words[k] != "to" && t.Words[k] != "for" && t.Words[k] != "in" && t.Words[k] != "from" {
			return t.nameHead(first, k)
		}
		if t.Tags[k] == "ADP" {
			return t.nameHead(first, k)
		}
	}
	return t.nameHead(first, comma)
}

// nameHead is the head of the words from first to end: the last noun, or the
// first word of a name whose words hang on it.
func (t *Tree) nameHead(first, end int) int {
	head := -1
	for k := first; k < end; k++ {
		if t.Tags[k] == "NOUN" || t.Tags[k] == "PROPN" || t.Tags[k] == "PRON" && t.Penn[k] != "PRP$" {
			head = k
		}
	}
	for steps := 0; head >= 0 && steps < 6; steps++ {
		p := t.Parent[head]
		if p < first || p >= end || (t.Tags[p] != "NOUN" && t.Tags[p] != "PROPN") || t.Rel(head) == "nmod" {
			break
		}
		head = p
	}
	return head
}

// asideEnd is the comma that ends what begins at comma c1, and the verb of
// saying where it is one; -1 where it is neither that nor a relative clause.
func (t *Tree) asideEnd(c1 int) (end, cue int) {
	next := c1 + 1
	relative := t.Penn[next] == "WDT" || t.Penn[next] == "WP"
	for k := next; k < t.Len() && k < next+22; k++ {
		if t.Words[k] != "," {
			continue
		}
		if relative {
			if t.finiteBehind(k) >= 0 {
				return k, -1
			}
			continue
		}
		if k-next <= 9 && t.Tags[k-1] == "VERB" && saying(t.Lemmas[k-1]) && t.nounIn(next, k-1) {
			return k, k - 1
		}
		return -1, -1
	}
	return -1, -1
}

func (t *Tree) nounIn(first, end int) bool {
	for k := first; k < end; k++ {
		switch t.Tags[k] {
		case "VERB", "PUNCT", "CCONJ", "SCONJ":
			return false
		}
	}
	return end > first && (t.Tags[end-1] == "NOUN" || t.Tags[end-1] == "PROPN" || t.Tags[end-1] == "PRON")
}

// saying names the verbs of speech that stand between commas.
func saying(lemma string) bool {
	switch lemma {
	case "say", "add", "allege", "claim", "warn", "insist", "argue", "note", "tell", "declare", "state", "report", "maintain", "explain", "announce", "write", "charge", "contend", "assert", "complain", "suggest":
		return true
	}
	return false
}

// finiteBehind is the first finite verb or auxiliary directly behind token k,
// adverbs and an opening quotation mark aside; -1 for none.
func (t *Tree) finiteBehind(k int) int {
	for k++; k < t.Len(); k++ {
		switch {
		case t.Tags[k] == "ADV" || t.Words[k] == "\"" || t.Words[k] == "“":
			continue
		case t.Penn[k] == "VBD" || t.Penn[k] == "VBZ" || t.Penn[k] == "VBP" || t.Penn[k] == "MD":
			return k
		}
		break
	}
	return -1
}

// predicateBehind is the predicate of the finite verb directly behind token k:
// the verb itself, or what follows its auxiliaries.
func (t *Tree) predicateBehind(k int) int {
	f := t.finiteBehind(k)
	if f < 0 || t.Tags[f] != "AUX" {
		return f
	}
	if p := t.Parent[f]; p > f && p < f+8 && (t.Rel(f) == "aux" || t.Rel(f) == "cop") {
		return p
	}
	for j := f + 1; j < t.Len() && j < f+6; j++ {
		switch t.Tags[j] {
		case "AUX", "ADV", "PART":
			continue
		case "VERB":
			return j
		}
		break
	}
	return -1
}

// leads reports whether predicate p has a subject of its own behind the comma.
func (t *Tree) leads(p, comma int) bool {
	for k := comma + 1; k < t.Len() && k < comma+40; k++ {
		if t.Parent[k] == p && t.Rel(k) == "nsubj" && k < p && t.Penn[k] != "WDT" && t.Penn[k] != "WP" {
			return true
		}
	}
	return false
}

// rejoin makes head the subject of predicate p, and hangs what stands between
// the commas beside it.
func (t *Tree) rejoin(head, p, c1, c2, cue int) {
	top := head
	for _, k := range []int{p, cue} {
		if k >= 0 && t.Parent[k] < 0 {
			top = k
		}
	}
	over, rel := t.Parent[top], t.Rels[top]
	if over >= c1 && over <= p || over == head {
		over, rel = -1, "root"
	}
	if cue >= 0 && rel != "root" && over >= 0 {
		over, rel = -1, "root"
	}
	passive := false
	for k := c2 + 1; k < p; k++ {
		if t.Tags[k] == "AUX" {
			t.Parent[k] = p
			if t.Rel(k) != "cop" {
				t.Rels[k] = "aux"
			}
			if t.Lemmas[k] == "be" && t.Penn[p] == "VBN" {
				t.Rels[k], passive = "aux:pass", true
			}
		}
	}
	for k, up := range t.Parent {
		switch {
		case k == p || k == head:
		case k > c2 && (up >= 0 && up <= c2):
			t.Parent[k] = p // what follows belongs to the predicate
		case up == p && k > c1 && k < c2:
			t.Parent[k] = head
			if t.Tags[k] == "VERB" {
				t.Rels[k] = "acl:relcl"
			}
		}
	}
	t.Parent[p], t.Rels[p] = over, rel
	t.Parent[head], t.Rels[head] = p, "nsubj"
	if passive {
		t.Rels[head] = "nsubj:pass"
	}
	if cue >= 0 {
		t.Parent[cue], t.Rels[cue] = p, "parataxis"
		for k := c1 + 1; k < cue; k++ {
			if up := t.Parent[k]; up == head || up == p || up < 0 {
				t.Parent[k] = cue
			}
		}
		return
	}
	for k := c1 + 1; k < c2; k++ {
		if t.Parent[k] < 0 && t.Tags[k] == "VERB" {
			t.Parent[k], t.Rels[k] = head, "acl:relcl"
		}
	}
}
