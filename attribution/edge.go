package attribution

import (
	"slices"
	"strconv"

	"chancery"
	"chancery/model"
)

// Edge is one of several places where a piece of content may start or end:
// what the piece would be, and features for the choice.
type Edge struct {
	Piece    chancery.Span
	Features []model.Feature
}

// option is an Edge as the search holds it.
type option struct {
	piece run
	b     bag
}

const (
	mostReach   = 70 // words from the sure edge to the one that is sought
	mostOptions = 24
)

// ends are the choices for the end of the run, for content that starts after
// the cue in the cue's sentence; none for others and for whole quotations.
func (f *Finder) ends(p *page, c *candidate, r run) []option {
	s, base := c.sentence, p.base[c.sentence]
	if r.first <= base+c.token || r.end > p.base[s+1] || p.opensQuote(s, r.first-base) {
		return nil
	}
	limit := min(p.base[s+1], r.first+mostReach)
	if away := p.apart(c); away.first > r.first {
		limit = min(limit, away.first)
	}
	last := p.trimmed(nil, s, r.first-base, limit-base-1)
	if len(last) == 0 {
		return nil
	}
	limit = last[0].end
	var list []option
	for x := r.first + 1; x <= limit; x++ {
		if x != r.end && x != limit && !p.breaks(s, x-base) || len(list) == mostOptions && x != r.end && x != limit {
			continue
		}
		o := option{piece: run{r.first, x}}
		f.endFeatures(&o.b, p, c, r, x, limit)
		list = append(list, o)
	}
	return list
}

// breaks tells whether a phrase may start at token i, or stop before it.
func (p *page) breaks(s int, i int32) bool {
	t := p.trees[s]
	switch t.upos(i) {
	case "PUNCT":
		return t.low[i] != "-" && !p.opensQuote(s, i)
	case "CCONJ", "SCONJ", "ADP":
		return t.upos(i-1) != "PUNCT"
	}
	switch t.low[i] {
	case "who", "which", "when", "where", "while", "after", "before", "on":
		return t.upos(i-1) != "PUNCT"
	}
	return t.rel[i] == "parataxis" || t.rel[i] == "advcl"
}

// endFeatures describe an end of content at word x.
func (f *Finder) endFeatures(b *bag, p *page, c *candidate, r run, x, limit int32) {
	s, base := c.sentence, p.base[c.sentence]
	t := p.trees[s]
	i := x - base
	role := f.mainRole(p, c)
	where := "in"
	switch {
	case x == r.end:
		where = "syntax"
	case x > r.end:
		where = "past"
	}
	if x == limit {
		where += " limit"
	}
	verbs := p.verbs(s, r.first-base, i)
	next, after := word(t, i), word(t, i+1)
	stop := ""
	if i < int32(len(t.low)) && t.upos(i) == "PUNCT" {
		stop = next
		next, after = after, word(t, i+2)
		i++
	}
	kind := f.beginning(t, i)
	b.add("w", where)
	b.add("wr", where, role)
	b.add("wl", where, c.traits.lemma)
	b.add("wv", where, verbs, role)
	b.add("wn", where, stop, next)
	b.add("wk", where, stop, kind)
	b.add("n", stop, next, after)
	b.add("nl", stop, next, c.traits.lemma)
	b.add("nk", stop, next, c.traits.kind)
	b.add("kr", stop, kind, role)
	b.add("kv", stop, kind, verbs)
	b.add("tag", stop, xposAt(t, i), where)
	b.add("prev", word(t, x-base-1), where)
	b.add("pt", t.upos(x-base-1), stop, where)
	b.add("len", distance2(x-r.first), where)
	b.add("lenr", distance2(x-r.first), role)
	b.add("q", p.cutsQuote(r.first, x), where)
	attach := p.attachment(s, c.token, i, r.first-base)
	b.add("at", attach, stop, kind)
	b.add("atw", attach, where, stop)
	b.add("atn", attach, stop, next)
}

// mainRole names the role of the first part that is content.
func (f *Finder) mainRole(p *page, c *candidate) string {
	if len(c.chosen) == 0 {
		return ""
	}
	return p.role(c.sentence, c.token, c.parts[c.chosen[0]])
}

// verbs counts the verbs of the tokens from first to end: none, one, more.
func (p *page) verbs(s int, first, end int32) string {
	t := p.trees[s]
	n := 0
	for i := first; i < min(end, first+mostReach); i++ {
		if (t.upos(i) == "VERB" || t.rel[i] == "cop") && t.tokens[i].XPOS != "VBG" && t.tokens[i].XPOS != "VBN" || t.rel[i] == "aux" {
			n++
		}
	}
	return strconv.Itoa(min(n, 3))
}

// top is the highest token whose subtree starts at i.
func (t *tree) top(i int32) int32 {
	for range 12 {
		h := t.head[i]
		if h < 0 || t.first[h] != t.first[i] {
			break
		}
		i = h
	}
	return i
}

// beginning tells what sort of phrase starts at token i.
func (f *Finder) beginning(t *tree, i int32) string {
	if int(i) >= len(t.head) {
		return "<>"
	}
	d := t.top(i)
	kind := t.tokens[d].Deprel + "/" + t.tokens[d].XPOS
	for _, e := range f.words["VERB "+t.lemma(d)] {
		return kind + "/" + string(e.kind)
	}
	return kind
}

// attachment tells to what the phrase at token i belongs: the cue, a word of
// the content that starts at first, or something else.
func (p *page) attachment(s int, cue, i, first int32) string {
	t := p.trees[s]
	if int(i) >= len(t.head) {
		return "<>"
	}
	switch h := t.head[t.top(i)]; {
	case h < 0:
		return "root"
	case h == cue:
		return "cue"
	case h >= i:
		return "after"
	case h >= first:
		return "content"
	}
	return "before"
}

// cutsQuote tells whether an edge at word x lies inside a quotation, and
// whether that began in the content.
func (p *page) cutsQuote(first, x int32) string {
	if x < 1 || int(x) >= len(p.words) || p.inQuote[x] < 0 || p.inQuote[x-1] != p.inQuote[x] {
		return "no"
	}
	if p.quoteWords[p.inQuote[x]].first >= first {
		return "cut"
	}
	return "inside"
}

func xposAt(t *tree, i int32) string {
	if int(i) >= len(t.tokens) {
		return "<>"
	}
	return t.tokens[i].XPOS
}

// distance2 is a length in words, in steps of doubling.
func distance2(n int32) string {
	steps := 0
	for ; n > 1; n /= 2 {
		steps++
	}
	return strconv.Itoa(steps)
}

// starts are the choices for the start of the run, for content that ends
// before the cue in the cue's sentence; none for others and for quotations.
func (f *Finder) starts(p *page, c *candidate, r run) []option {
	s, base := c.sentence, p.base[c.sentence]
	if r.end > base+c.token || r.first < base || p.closesInside(s, r.first-base, r.end-base-1) {
		return nil
	}
	limit := max(base, r.end-mostReach)
	if c.name.first < c.name.end && c.name.end <= r.first {
		limit = max(limit, c.name.end)
	}
	first := p.trimmed(nil, s, limit-base, r.end-base-1)
	if len(first) == 0 {
		return nil
	}
	limit = first[0].first
	var list []option
	for x := r.end - 1; x >= limit; x-- {
		known := x == r.first || x == limit
		if !known && (!p.startsAfter(s, x-base) || len(list) >= mostOptions) {
			continue
		}
		o := option{piece: run{x, r.end}}
		f.startFeatures(&o.b, p, c, r, x, limit)
		list = append(list, o)
	}
	slices.Reverse(list)
	return list
}

// startsAfter tells whether a clause may start at token i: after a mark or conjunction.
func (p *page) startsAfter(s int, i int32) bool {
	t := p.trees[s]
	if i <= 0 || t.upos(i) == "PUNCT" && !p.opensQuote(s, i) {
		return false
	}
	switch t.upos(i - 1) {
	case "PUNCT":
		return t.low[i-1] != "-"
	case "CCONJ", "SCONJ":
		return true
	}
	return p.opensQuote(s, i)
}

// startFeatures describe a start of content at word x.
func (f *Finder) startFeatures(b *bag, p *page, c *candidate, r run, x, limit int32) {
	s, base := c.sentence, p.base[c.sentence]
	t := p.trees[s]
	i := x - base
	role := f.mainRole(p, c)
	where := "in"
	switch {
	case x == r.first:
		where = "syntax"
	case x < r.first:
		where = "past"
	}
	if x == limit {
		where += " limit"
	}
	verbs := p.verbs(s, i, r.end-base)
	kind := f.beginning(t, i)
	b.add("w", where)
	b.add("wr", where, role)
	b.add("wl", where, c.traits.lemma)
	b.add("wv", where, verbs, role)
	b.add("wvl", where, verbs, c.traits.lemma)
	b.add("wp", where, word(t, i-1))
	b.add("wk", where, kind)
	b.add("n", word(t, i-1), word(t, i))
	b.add("kr", kind, role)
	b.add("len", distance2(r.end-x), where)
	b.add("q", p.cutsQuote(limit, x), where)
	b.add("at", p.attachment(s, c.token, i, limit-base), where)
}

// refine moves the edges of the candidate's content to the likeliest places.
func (f *Finder) refine(p *page, c *candidate, runs []run) []run {
	if n := len(runs); n > 0 && f.endModel != nil {
		runs[n-1] = choose(f.endModel, f.ends(p, c, runs[n-1]), runs[n-1])
	}
	if len(runs) > 0 && f.startModel != nil {
		moved := choose(f.startModel, f.starts(p, c, runs[0]), runs[0])
		runs[0] = moved
	}
	return runs
}

// choose is the piece of the option with the highest score; old when there is none.
func choose(m *model.Linear, list []option, old run) run {
	best := float32(0)
	for n, o := range list {
		var scores model.Scores
		m.Add(o.b.list, &scores)
		if n == 0 || scores[0] > best {
			best, old = scores[0], o.piece
		}
	}
	return old
}
