package extract

import (
	"slices"

	"chancery/pattern"
)

// mostUp bounds how many governors of a predicate are asked what they make of it.
const mostUp = 8

// unasserted is why what is told is not said to be so: it is thought not to
// be ("I don't think Oslo will leave"), and, of what somebody claims by his
// mere words, wished, supposed, or a condition. Empty where it is said to be so.
func (v *view) unasserted(c *candidate) string {
	t := c.s.tree
	at := v.predicate(c)
	claimed := c.rule.Fields["voice"] != ""
	own := modalClaim(t.Words[c.anchor()])
	for steps := 0; at >= 0 && steps < mostUp; steps++ {
		if claimed {
			if reason := v.supposed(c, at, own && steps == 0); reason != "" {
				return reason
			}
		}
		first := t.FirstConjunct(at)
		up := t.Parent[first]
		if up < 0 || t.Rels[first] == "acl:relcl" && !claimed {
			return ""
		}
		rel := t.Rel(first)
		if rel == "parataxis" || rel == "appos" || rel == "nsubj" {
			return ""
		}
		if rel == "ccomp" && doubted(t, up) {
			return "not said to be so"
		}
		if claimed && (rel == "ccomp" || rel == "xcomp" || rel == "acl") && v.x.rules.Classes.Word(t, up, "supposing") && !slices.Contains([]string{"demand", "agree"}, c.act.Name) {
			return "wished or supposed, not said"
		}
		at = up
	}
	return ""
}

// supposed reads the conjunction and the auxiliaries of one clause over a claim.
func (v *view) supposed(c *candidate, at int, modal bool) string {
	t := c.s.tree
	for _, k := range nearby(t.Children(at)) {
		switch t.Rel(k) {
		case "mark":
			switch t.Words[k] {
			case "if", "unless", "whether", "lest", "until", "once":
				return "no deed: condition"
			}
		case "aux":
			if modal || k == c.anchor() || c.act.Type == "REQUEST" || c.act.Type == "AGREE" || !t.Under(c.anchor(), at) {
				continue
			}
			switch t.Words[k] {
			case "would", "might", "may", "could":
				if t.Words[k] == "may" && c.match.Clause.Negated && wantsNegation(c) {
					continue // "may not enter" forbids
				}
				if at == v.predicate(c) && !v.backshifted(c.s, at) {
					return "no deed: hypothetical"
				}
			case "will", "'ll", "wo", "can":
				if at == v.predicate(c) && c.act.Name == "accuse" {
					return "no deed: not done yet"
				}
			}
		}
	}
	return ""
}

// modalClaim reports whether a claim is told by a modal verb itself ("must", "needs to").
func modalClaim(word string) bool {
	switch word {
	case "should", "must", "ought", "need", "needs", "has", "have":
		return true
	}
	return false
}

// doubted reports whether verb or adjective i, with a negation, tells that what
// it governs is not held to be so: "don't think that", "not aware that", "no
// sign that" is for the operators.
func doubted(t *pattern.Tree, i int) bool {
	switch t.Lemmas[i] {
	case "think", "believe", "know", "say", "suggest", "mean", "expect", "sure", "aware", "confirm", "see", "hear", "imagine", "anticipate", "recall", "assume", "guess", "certain", "convinced":
		return t.Clause(i).Negated || t.Child(i, "cop") >= 0 && negatedChild(t, i)
	}
	return false
}

func negatedChild(t *pattern.Tree, i int) bool {
	for _, k := range nearby(t.Children(i)) {
		if t.Words[k] == "not" || t.Words[k] == "n't" || t.Words[k] == "never" {
			return true
		}
	}
	return false
}
