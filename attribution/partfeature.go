package attribution

import (
	"chancery"
	"chancery/model"
)

// partFeatures describe a part for the classifier that tells speakers and
// content from the rest.
func (f *Finder) partFeatures(p *page, s int, c int32, x traits, list []part, n int) []model.Feature {
	var b bag
	part := list[n]
	r := p.role(s, c, part)
	args := x.object + "/" + x.clause
	b.add("r", r)
	b.add("rl", r, x.lemma)
	b.add("rlv", r, x.lemma, x.voice)
	b.add("rla", r, x.lemma, args)
	b.add("rp", r, x.pos)
	b.add("rk", r, x.kind)
	b.add("rkv", r, x.kind, x.voice)
	b.add("rka", r, x.kind, args)
	b.add("rv", r, x.voice)
	b.add("rs", r, x.shapes)
	b.add("ra", r, args, x.pos)
	b.add("rks", r, x.kids)
	b.add("rpt", r, x.lemma, x.particle)
	b.add("rr", r, x.rel)
	b.add("rrl", r, x.rel, x.lemma)
	side := "before"
	if len(part.runs) > 0 && part.runs[0].first > p.base[s]+c {
		side = "after"
	}
	b.add("rside", r, side, x.rel)
	b.add("rsidel", r, side, x.lemma)
	quoted := p.quotedness(part)
	b.add("rq", r, quoted)
	b.add("rql", r, quoted, x.lemma)
	b.add("rqk", r, quoted, x.kind)
	f.headFeatures(&b, p, s, part, r, x)
	f.companyFeatures(&b, p, s, c, list, n, r, x)
	return b.list
}

// role names a part by where it stands: "kid:obl:about", "gov:parataxis".
func (p *page) role(s int, c int32, part part) string {
	t := p.trees[s]
	switch part.how {
	case "quote-", "quote+":
		return part.how
	case "kid":
		return "kid:" + t.tokens[part.head].Deprel + ":" + marker(t, part.head)
	case "gov":
		return "gov:" + t.tokens[c].Deprel
	case "gov2":
		return "gov2:" + t.rel[c] + ":" + t.tokens[t.head[c]].Deprel
	case "sib":
		return "sib:" + t.rel[c] + ":" + t.rel[part.head] + ":" + marker(t, part.head)
	}
	return part.how + ":" + t.rel[c] + ":" + t.rel[part.head]
}

// marker is the word that leads a dependent in: its preposition or conjunction.
func marker(t *tree, i int32) string {
	if m := t.kid(i, "case", "mark"); m >= 0 {
		return t.low[m]
	}
	return ""
}

// quotedness tells how a part and the quotation marks lie: whole, starting,
// ending, holding, or none.
func (p *page) quotedness(part part) string {
	if len(part.runs) == 0 {
		return "empty"
	}
	first, last := p.words[part.runs[0].first].Start, p.words[part.runs[len(part.runs)-1].end-1].End
	sign := ""
	if isQuote(p.text, first) {
		sign = "s"
	}
	if endsQuote(p.text, last) {
		sign += "e"
	}
	return sign
}

func isQuote(text string, at int) bool {
	var m mark
	return runeMark(text, at, &m) && m.family == '"'
}

// headFeatures tell of the part's head.
func (f *Finder) headFeatures(b *bag, p *page, s int, part part, r string, x traits) {
	if part.head < 0 {
		return
	}
	t := p.trees[s]
	kind := p.kindAt(s, part.head)
	b.add("h", r, t.lemma(part.head))
	b.add("hk", r, kind)
	b.add("hkk", r, kind, x.kind)
	b.add("hkl", r, kind, x.lemma)
	b.add("hx", r, t.tokens[part.head].XPOS)
	b.add("hw", word(t, t.first[part.head]), r)
	if m := p.mentionAt[p.base[s]+part.head]; m >= 0 && p.mentions[m].Kind != chancery.MentionPronoun {
		b.add("hm", x.voice, r)
	}
}

// companyFeatures tell what other parts there are, and how far this one is.
func (f *Finder) companyFeatures(b *bag, p *page, s int, c int32, list []part, n int, r string, x traits) {
	others := ""
	for k, other := range list {
		if k == n {
			continue
		}
		switch {
		case other.how == "quote-" || other.how == "quote+":
			others += other.how
		case other.how == "kid":
			switch rel := p.trees[s].rel[other.head]; rel {
			case "nsubj", "ccomp", "xcomp", "obj", "iobj", "csubj":
				others += rel[:1] + rel[len(rel)-1:]
			}
		}
	}
	b.add("co", r, others)
	b.add("cop", r, others, x.pos, x.kind)
	if list[n].head < 0 {
		f.quoteFeatures(b, p, s, c, list[n], r, x)
		return
	}
	gap := list[n].head - c
	if gap < 0 {
		gap = -gap
	}
	b.add("gap", r, distance(gap))
}

// quoteFeatures tell how a quotation lies to the cue's clause.
func (f *Finder) quoteFeatures(b *bag, p *page, s int, c int32, part part, r string, x traits) {
	w := p.base[s] + c
	var gap int32
	same := "same"
	if part.how == "quote-" {
		q := p.quoteBefore[w]
		gap = w - p.quoteWords[q].end
		if p.quoteWords[q].end <= p.base[s] {
			same = "other"
		}
	} else {
		q := p.quoteAfter[w]
		gap = p.quoteWords[q].first - w
		if p.quoteWords[q].first >= p.base[s+1] {
			same = "other"
		}
	}
	size := "long"
	if len(part.runs) > 0 && p.span(part.runs[0]).Len() < 40 {
		size = "short"
	}
	b.add("qg", r, distance(gap), same)
	b.add("qgk", r, distance(gap), same, x.kind)
	b.add("qgl", r, x.lemma, same)
	b.add("qs", r, size, same, x.kind)
	b.add("qc", r, same, x.clause)
	b.add("qca", r, same, x.kind, x.object+"/"+x.clause)
	b.add("qsub", r, same, endOf(p, part))
}

// endOf is the byte before the quotation's closing mark: a full stop says that
// it stands for itself, a comma that a clause follows.
func endOf(p *page, part part) string {
	if len(part.runs) == 0 {
		return "empty"
	}
	text := p.span(part.runs[len(part.runs)-1]).Of(p.text)
	for n := 1; n < 4 && n < len(text); n++ {
		switch ch := text[len(text)-1-n]; ch {
		case '.', ',', '!', '?', '-':
			return string(ch)
		}
	}
	return "word"
}
