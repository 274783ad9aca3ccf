package attribution

import "chancery"

// run is a half-open range of the document's words.
type run struct{ first, end int32 }

// part is a stretch beside a cue that may be its speaker or content.
type part struct {
	// how tells where the part stands in the tree seen from the cue: "kid",
	// "gov" (governor), "gov2" (its governor), "subj" (shared subject), "sib"
	// (fellow dependent), "quote-", "quote+" (the quotation before and after).
	how string
	// head is the token that heads the part, -1 for a quotation.
	head int32
	// runs are in text order, words of the cue's own clause left out.
	runs []run
}

// span is the text of a run.
func (p *page) span(r run) chancery.Span {
	return chancery.Span{Start: p.words[r.first].Start, End: p.words[r.end-1].End}
}

// siblings on each side of the cue that are looked at.
const mostSiblings = 4

// kids of a cue that are looked at; more than that is no sentence.
const mostKids = 24

// parts lists the stretches that may be speaker or content of the cue at token
// c of sentence s. Their number is bounded, so the whole search is linear.
func (p *page) parts(s int, c int32) []part {
	t := p.trees[s]
	var list []part
	if p.inQuote[p.base[s]+c] < 0 {
		list = p.quoteParts(list, s, c)
	}
	for n, k := range t.kids(c) {
		if n < mostKids && !functional(t, k) {
			list = append(list, part{"kid", k, p.minus(s, t.first[k], t.last[k], c, c)})
		}
	}
	g := t.head[c]
	if subject := p.subject[p.base[s]+c]; subject >= 0 && t.head[subject] != c && subject != g {
		list = append(list, part{"subj", subject, p.minus(s, t.first[subject], t.last[subject], t.first[c], t.last[c])})
	}
	if g < 0 {
		return p.nearParts(list, s, c)
	}
	list = append(list, part{"gov", g, p.minus(s, t.first[g], t.last[g], t.first[c], t.last[c])})
	if gg := t.head[g]; gg >= 0 && upward(t.rel[c]) {
		list = append(list, part{"gov2", gg, p.minus(s, t.first[gg], t.last[gg], t.first[g], t.last[g])})
	}
	return p.nearParts(p.siblingParts(list, s, c), s, c)
}

// upward tells whether the governor's governor of a cue with this relation may matter.
func upward(rel string) bool {
	switch rel {
	case "case", "mark", "nmod", "obl", "obj", "xcomp", "acl", "fixed", "advmod", "conj", "nsubj", "amod":
		return true
	}
	return false
}

func (p *page) siblingParts(list []part, s int, c int32) []part {
	t := p.trees[s]
	switch t.rel[c] {
	case "obj", "obl", "xcomp", "nmod", "amod", "advmod", "nsubj", "conj", "ccomp", "advcl", "case", "parataxis", "acl":
	default:
		return list
	}
	kids := t.kids(t.head[c])
	here := int(p.place[p.base[s]+c])
	for n := max(0, here-mostSiblings); n < min(len(kids), here+mostSiblings+1); n++ {
		k := kids[n]
		if n == here || functional(t, k) || k == p.subject[p.base[s]+c] {
			continue
		}
		list = append(list, part{"sib", k, p.minus(s, t.first[k], t.last[k], t.first[c], t.last[c])})
	}
	return list
}

// quoteParts adds the nearest quotations before and after the cue, when they
// touch its sentence or stand at the next one's edge.
func (p *page) quoteParts(list []part, s int, c int32) []part {
	w := p.base[s] + c
	if q := p.quoteBefore[w]; q >= 0 && p.quoteWords[q].end >= p.base[s] && p.quoteWords[q].end > 0 {
		list = append(list, part{"quote-", -1, p.quotePieces[q]})
	}
	if q := p.quoteAfter[w]; q >= 0 && p.quoteWords[q].end > 0 && p.quoteWords[q].first <= p.base[s+1] {
		list = append(list, part{"quote+", -1, p.quotePieces[q]})
	}
	return list
}

// mostEdge bounds the punctuation that is trimmed from an edge.
const mostEdge = 8

// functional tells whether a dependent can be neither speaker nor content.
func functional(t *tree, k int32) bool {
	switch t.rel[k] {
	case "punct", "aux", "cop", "mark", "cc", "det", "compound", "fixed", "flat", "goeswith", "nummod", "discourse", "case":
		return true
	}
	return false
}

// minus is the words of tokens first to last without those from x to y (all
// included): up to two stretches, without punctuation and conjunctions at
// their edges.
func (p *page) minus(s int, first, last, x, y int32) []run {
	if y < first || x > last {
		return p.trimmed(nil, s, first, last)
	}
	return p.trimmed(p.trimmed(nil, s, first, x-1), s, y+1, last)
}

// trimmed adds the tokens from first to last without the punctuation at their
// edges; marks that close a quotation or bracket opened inside stay.
func (p *page) trimmed(list []run, s int, first, last int32) []run {
	t := p.trees[s]
	for n := 0; n < mostEdge && first <= last && loose(t, first) && !p.opensQuote(s, first); n++ {
		first++
	}
	for n := 0; n < mostEdge && last >= first && loose(t, last) && !p.closesInside(s, first, last); n++ {
		last--
	}
	if first > last {
		return list
	}
	return append(list, run{p.base[s] + first, p.base[s] + last + 1})
}

// closesInside tells whether token last ends a quotation that starts at or
// after token first.
func (p *page) closesInside(s int, first, last int32) bool {
	w := p.base[s] + last
	q := p.inQuote[w]
	return q >= 0 && p.quoteWords[q].end == w+1 && p.quoteWords[q].first >= p.base[s]+first
}

func loose(t *tree, i int32) bool {
	if t.upos(i) == "PUNCT" || t.rel[i] == "punct" {
		switch t.low[i] {
		case ")", "]", "%", "...", "…":
			return false
		}
		return true
	}
	return false
}

// opensQuote tells whether a quotation starts at token i.
func (p *page) opensQuote(s int, i int32) bool {
	w := p.base[s] + i
	q := p.inQuote[w]
	return q >= 0 && p.quoteWords[q].first == w
}
