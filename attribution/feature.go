package attribution

import (
	"strconv"

	"chancery"
	"chancery/model"
)

// bag collects hashed features (FNV-1a, 64 bits, over their parts).
type bag struct{ list []model.Feature }

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// add puts one feature, made of its parts in order, into the bag.
func (b *bag) add(parts ...string) {
	h := uint64(fnvOffset)
	for _, part := range parts {
		for i := range len(part) {
			h = (h ^ uint64(part[i])) * fnvPrime
		}
		h = (h ^ 0x1f) * fnvPrime
	}
	h = (h ^ h>>29) * fnvPrime
	b.list = append(b.list, model.Feature(h^h>>32))
}

// traits of a cue that several features share.
type traits struct {
	lemma, pos, rel, kind, shapes string
	voice, kids, object, clause   string
	particle                      string
}

// traitsOf reads the traits of the cue at token c of sentence s.
func (f *Finder) traitsOf(p *page, s int, c int32) traits {
	t := p.trees[s]
	x := traits{lemma: t.lemma(c), pos: t.upos(c), rel: t.tokens[c].Deprel}
	for n, k := range t.kids(c) {
		if n >= mostKids {
			break
		}
		x.see(t, c, k)
	}
	if x.voice == "" {
		x.voice = t.tokens[c].XPOS
	}
	entries := f.entries(x.pos, x.lemma, x.particle)
	if len(entries) > 0 {
		x.kind = string(entries[0].kind)
		for _, e := range entries {
			for _, shape := range e.shapes {
				x.shapes += shape + ","
			}
		}
	}
	return x
}

// see takes one dependent of the cue into its traits.
func (x *traits) see(t *tree, c, k int32) {
	switch t.tokens[k].Deprel {
	case "aux:pass", "nsubj:pass":
		x.voice = "pass"
	case "compound:prt":
		x.particle = t.low[k]
	}
	switch t.rel[k] {
	case "obj", "iobj":
		x.object += "o"
	case "ccomp", "xcomp", "parataxis":
		x.clause += t.rel[k][:1]
	case "obl", "nmod":
		if preposition := t.kid(k, "case"); preposition >= 0 && k > c {
			x.kids += t.low[preposition] + ","
			if x.particle == "" {
				x.particle = t.low[preposition]
			}
		}
	case "nsubj", "csubj":
		x.kids += "s"
	}
}

// entries are the lines of the tables for a word: with its particle when there
// is such an entry, else alone.
func (f *Finder) entries(pos, lemma, particle string) []entry {
	switch pos {
	case "AUX":
		pos = "VERB"
	case "PROPN":
		pos = "NOUN"
	}
	if particle != "" {
		if list := f.words[pos+" "+lemma+" "+particle]; list != nil {
			return list
		}
	}
	return f.words[pos+" "+lemma]
}

// kindAt tells what a part's head is as a speaker: the kind of its mention, its
// pronoun, or its word class.
func (p *page) kindAt(s int, i int32) string {
	if i < 0 {
		return "-"
	}
	if m := p.mentionAt[p.base[s]+i]; m >= 0 {
		if kind := p.mentions[m].Kind; kind != chancery.MentionPronoun {
			return string(kind)
		}
	}
	t := p.trees[s]
	if t.upos(i) == "PRON" || t.upos(i) == "DET" {
		return t.low[i]
	}
	return t.upos(i)
}

// cueFeatures describe the cue at token c of sentence s for the classifier
// that tells cues from other words.
func (f *Finder) cueFeatures(p *page, s int, c int32, x traits) []model.Feature {
	t := p.trees[s]
	var b bag
	w := p.base[s] + c
	subject := p.subject[w]
	who := p.kindAt(s, subject)
	args := x.object + "/" + x.clause
	b.add("bias", x.pos)
	b.add("l", x.lemma)
	b.add("lp", x.lemma, x.pos)
	b.add("k", x.kind, x.pos)
	b.add("sh", x.shapes)
	b.add("v", x.voice, x.pos)
	b.add("lv", x.lemma, x.voice)
	b.add("kv", x.kind, x.voice)
	b.add("la", x.lemma, args)
	b.add("ka", x.kind, args)
	b.add("a", args, x.pos)
	b.add("lk", x.lemma, x.kids)
	b.add("kk", x.kind, x.kids)
	b.add("lpt", x.lemma, x.particle)
	b.add("kpt", x.kind, x.particle)
	b.add("pt", x.pos, x.particle, args)
	b.add("who", who, x.pos)
	b.add("lwho", x.lemma, who)
	b.add("kwho", x.kind, who)
	b.add("awho", args, who)
	b.add("r", x.rel, x.pos)
	b.add("lr", x.lemma, x.rel)
	b.add("kr", x.kind, x.rel)
	b.add("ra", x.rel, args, x.pos)
	if subject >= 0 {
		b.add("sl", t.lemma(subject))
		b.add("ksl", x.kind, t.lemma(subject))
	}
	g := t.head[c]
	b.add("g", t.lemma(g), x.rel, x.pos)
	b.add("gk", t.upos(g), x.rel, x.kind)
	b.add("lg", x.lemma, t.lemma(g))
	f.aroundFeatures(&b, p, s, c, x)
	f.auxFeatures(&b, t, c, x)
	f.objectFeatures(&b, p, s, c, x)
	return b.list
}

// aroundFeatures tell of the words and quotations beside the cue.
func (f *Finder) aroundFeatures(b *bag, p *page, s int, c int32, x traits) {
	t := p.trees[s]
	w := p.base[s] + c
	b.add("n", word(t, c+1), x.pos)
	b.add("p", word(t, c-1), x.pos)
	b.add("ln", x.lemma, word(t, c+1))
	b.add("lpw", x.lemma, word(t, c-1))
	b.add("n2", word(t, c+1), word(t, c+2))
	near := "-"
	if q := p.quoteBefore[w]; q >= 0 && w-p.quoteWords[q].end < 8 {
		near = "b" + distance(w-p.quoteWords[q].end)
	}
	if q := p.quoteAfter[w]; q >= 0 && p.quoteWords[q].first-w < 8 {
		near += "a" + distance(p.quoteWords[q].first-w)
	}
	if p.inQuote[w] >= 0 {
		near = "in"
	}
	b.add("q", near, x.pos)
	b.add("lq", x.lemma, near)
	b.add("kq", x.kind, near)
	if s == 0 {
		b.add("headline", x.kind, x.pos)
	}
}

// auxFeatures tell of tense, modality and negation.
func (f *Finder) auxFeatures(b *bag, t *tree, c int32, x traits) {
	n := 0
	for _, k := range t.kids(c) {
		if n++; n > mostKids {
			break
		}
		switch t.rel[k] {
		case "aux", "mark", "advmod", "cop":
			b.add("x", t.rel[k], t.lemma(k), x.kind)
			b.add("lx", x.lemma, t.lemma(k))
		case "obl", "nmod", "advcl", "ccomp", "xcomp", "acl", "parataxis":
			mark := t.kid(k, "case", "mark")
			b.add("c", t.rel[k], t.lemma(mark), x.kind)
			b.add("lc", x.lemma, t.rel[k], t.lemma(mark))
			b.add("cx", x.pos, t.rel[k], t.lemma(mark), t.upos(k))
		}
	}
}

// objectFeatures tell of the cue's object or, for a noun, of its owner and verb.
func (f *Finder) objectFeatures(b *bag, p *page, s int, c int32, x traits) {
	t := p.trees[s]
	if o := t.kid(c, "obj"); o >= 0 {
		b.add("o", t.lemma(o), x.kind)
		b.add("lo", x.lemma, t.lemma(o))
		b.add("ok", p.kindAt(s, o), x.kind)
		b.add("lok", x.lemma, p.kindAt(s, o))
		for _, e := range f.words["NOUN "+t.lemma(o)] {
			b.add("on", string(e.kind), x.lemma)
			b.add("onk", string(e.kind), x.kind)
		}
	}
	if x.pos == "NOUN" || x.pos == "PROPN" {
		owner := t.kid(c, "nmod")
		b.add("own", p.kindAt(s, owner), x.kind)
		b.add("lown", x.lemma, p.kindAt(s, owner))
		b.add("det", t.lemma(t.kid(c, "det")), x.kind)
	}
	if m := p.mentionAt[p.base[s]+c]; m >= 0 {
		b.add("m", string(p.mentions[m].Kind))
	}
}

// word is the token in lower case, a sign beyond the sentence's edges.
func word(t *tree, i int32) string {
	if i < 0 || int(i) >= len(t.low) {
		return "<>"
	}
	return t.low[i]
}

// distance in words, in few steps.
func distance(n int32) string {
	switch {
	case n < 4:
		return strconv.Itoa(int(n))
	case n < 8:
		return "4"
	}
	return "8"
}
