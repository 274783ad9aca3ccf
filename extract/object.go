package extract

import (
	"strconv"
	"strings"

	"chancery"
	"chancery/ontology"
	"chancery/pattern"
)

// objectAndCount fills what the act is about and how many it concerns.
func (v *view) objectAndCount(claim *chancery.Claim, c *candidate) {
	mentions := append([]*candidate{c}, c.more...)
	if c.like != nil {
		mentions = append(mentions, c.like)
	}
	for _, m := range mentions {
		if claim.Object == nil && m.object >= 0 {
			v.object(claim, m)
		}
		if claim.Count == nil && m.object >= 0 {
			v.count(claim, m)
		}
	}
}

func (v *view) object(claim *chancery.Claim, c *candidate) {
	t := c.s.tree
	first, last := v.phraseRange(c, c.object)
	for first < last && (t.Tags[first] == "DET" || t.Tags[first] == "PUNCT" || t.Tags[first] == "ADP") {
		first++
	}
	last = beforeOpen(t, first, last)
	span := c.s.span(first, last)
	if span.Empty() {
		return
	}
	object := &chancery.Object{Text: strings.Join(strings.Fields(span.Of(c.s.text)), " ")}
	for _, class := range []string{"diplomats", "treaties", "sanctions", "talks", "troops", "weapons", "aid", "detainees", "relations"} {
		if v.x.rules.Classes.Phrase(t, c.object, class) {
			object.Kind = class
			break
		}
	}
	if kind, _, _ := ontology.MissionKind(object.Text); kind != "" && (object.Kind == "" || claim.Act != "expel") {
		if object.Kind == "" {
			object.Kind = string(kind)
		}
	}
	if m := c.s.mentions[c.object]; m >= 0 {
		if claim.Act == "refer" {
			v.channel(claim, c, first, last)
		}
		object.ID = v.Mentions[m].Mission
	}
	claim.Object = object
	claim.Spans["object"] = []chancery.Span{span}
}

// beforeOpen is the last token of a phrase without a bracket that it opens and
// does not close ("the World Health Organization (WHO").
func beforeOpen(t *pattern.Tree, first, last int) int {
	for k := last; k > first; k-- {
		switch t.Words[k] {
		case ")":
			return last
		case "(":
			return k - 1
		}
	}
	return last
}

// phraseRange is the noun phrase with head i without the clauses below it.
func (v *view) phraseRange(c *candidate, i int) (first, last int) {
	t := c.s.tree
	first, last = t.Left[i], t.Right[i]
	for _, k := range nearby(t.Children(i)) {
		switch t.Rel(k) {
		case "acl", "advcl", "parataxis", "ccomp":
			if k > i && t.Left[k] > i {
				last = min(last, t.Left[k]-1)
			}
		}
	}
	for last > i && t.Tags[last] == "PUNCT" {
		last--
	}
	return first, min(last, first+25)
}

// count reads the number before what the act concerns: "eight members",
// "15 Cuban officials".
func (v *view) count(claim *chancery.Claim, c *candidate) {
	t := c.s.tree
	head := c.object
	if c.lister != nil && head >= 0 {
		if n, ok := number(t.Words[head]); ok && n > 1 {
			claim.Count = &chancery.Count{N: n, Of: countOf(c.lister, c.lister.object)}
			claim.Spans["count"] = []chancery.Span{c.s.tokens[head].Span}
		}
		return
	}
	for _, k := range nearby(t.Children(head)) {
		if t.Rel(k) != "nummod" {
			continue
		}
		n, ok := number(t.Words[k])
		if !ok || n < 2 || v.inTime(c, k) || v.money(c, k, head) {
			continue
		}
		claim.Count = &chancery.Count{N: n, Of: countOf(c, head)}
		claim.Spans["count"] = []chancery.Span{c.s.tokens[k].Span}
		return
	}
	if claim.Act == "limit-staff" && v.ceiling(claim, c) {
		return
	}
	if c.match.Clause.Nominal && head == c.anchor() && v.countOnWhom(claim, c) {
		return
	}
	if n, ok := number(t.Words[head]); ok && n > 1 && t.Tags[head] == "NUM" && !v.inTime(c, head) {
		of := t.Clause(head).Phrase("of")
		if of >= 0 {
			claim.Count = &chancery.Count{N: n, Of: countOf(c, of)}
			claim.Spans["count"] = []chancery.Span{c.s.tokens[head].Span}
		}
	}
}

// countOnWhom reads how many people or firms a measure that is told by a noun
// hits ("sanctions on four ministers").
func (v *view) countOnWhom(claim *chancery.Claim, c *candidate) bool {
	t := c.s.tree
	for _, list := range [][]pattern.Phrase{c.match.Clause.Phrases, c.match.Clause.Outer} {
		for _, p := range list {
			if p.Preposition != "on" && p.Preposition != "against" && p.Preposition != "of" && p.Preposition != "for" {
				continue
			}
			k := t.Child(p.Head, "nummod")
			if k < 0 {
				continue
			}
			if n, ok := number(t.Words[k]); ok && n > 1 && !v.inTime(c, k) && !v.money(c, k, p.Head) {
				claim.Count = &chancery.Count{N: n, Of: countOf(c, p.Head)}
				claim.Spans["count"] = []chancery.Span{c.s.tokens[k].Span}
				return true
			}
		}
	}
	return false
}

// ceiling reads "from 20 to 10" and "to ten" of a mission's staff.
func (v *view) ceiling(claim *chancery.Claim, c *candidate) bool {
	t := c.s.tree
	from := -1
	for k := c.anchor() + 1; k+1 < t.Len() && k < c.anchor()+20; k++ {
		n, ok := number(t.Words[k+1])
		switch {
		case !ok || v.inTime(c, k+1):
		case t.Words[k] == "from":
			from = n
		case t.Words[k] == "to" || t.Words[k] == "at":
			of := c.object
			if measured := t.Clause(of).Phrase("of"); measured >= 0 {
				of = measured
			}
			claim.Count = &chancery.Count{N: n, Of: countOf(c, of)}
			if from >= 0 {
				claim.Count.From = &from
			}
			claim.Spans["count"] = []chancery.Span{c.s.tokens[k+1].Span}
			return true
		}
	}
	return false
}

func (v *view) inTime(c *candidate, k int) bool {
	for _, index := range c.s.times {
		if v.Times[index].First <= k && k < v.Times[index].End {
			return true
		}
	}
	return false
}

func (v *view) money(c *candidate, k, head int) bool {
	word := c.s.tree.Lemmas[head]
	if k > 0 && strings.ContainsAny(c.s.tree.Words[k-1], "$€£¥") {
		return true
	}
	return v.x.rules.Classes.Word(c.s.tree, head, "uncounted") || strings.ContainsAny(word, "$€£%")
}

func countOf(c *candidate, head int) string {
	t := c.s.tree
	first := head
	for first > 0 && t.Parent[first-1] == head && (t.Rel(first-1) == "compound" || t.Rel(first-1) == "amod") && t.Tags[first-1] != "PROPN" {
		first--
	}
	return c.s.words(first, head)
}

// number reads digits and number words up to a million.
func number(word string) (int, bool) {
	if n, err := strconv.Atoi(strings.ReplaceAll(word, ",", "")); err == nil {
		return n, true
	}
	total, part := 0, 0
	for piece := range strings.SplitSeq(strings.ToLower(word), "-") {
		n, known := numberWord(piece)
		if !known {
			return 0, false
		}
		if n == 100 || n == 1000 {
			part = max(part, 1) * n
			continue
		}
		total += part
		part = n
	}
	return total + part, total+part > 0
}

func numberWord(word string) (int, bool) {
	for n, name := range [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"} {
		if word == name {
			return n, true
		}
	}
	for n, name := range [...]string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"} {
		if word == name {
			return 30 + 10*n, true
		}
	}
	return 1000, word == "thousand"
}
