package attribution

// nearParts adds the noun phrases right before and right after the cue that no
// other part tells: where the parser has lost the subject, it stands there.
func (p *page) nearParts(list []part, s int, c int32) []part {
	t := p.trees[s]
	first, end := p.group(s, c)
	b, a := first-p.base[s]-1, end-p.base[s]
	for n := 0; n < 2 && b > 0 && (t.upos(b) == "PUNCT" || t.upos(b) == "ADV"); n++ {
		b--
	}
	if b >= 0 && !nominal(t, b) && p.mentionAt[p.base[s]+b] >= 0 {
		list = append(list, part{"near-", b, []run{{p.base[s] + b, p.base[s] + b + 1}}})
	} else if b >= 0 && nominal(t, b) {
		for n := 0; n < mostGroup && t.head[b] >= 0 && t.head[b] < c && t.last[t.head[b]] == t.last[b] && nominal(t, t.head[b]); n++ {
			b = t.head[b]
		}
		list = p.addNear(list, "near-", s, b, c)
	}
	if int(a) < len(t.head) && (nominal(t, a) || t.upos(a) == "DET" || t.upos(a) == "ADJ") {
		for n := 0; n < mostGroup && t.head[a] > c && t.first[t.head[a]] > c && (nominal(t, t.head[a]) || !nominal(t, a)); n++ {
			a = t.head[a]
		}
		if nominal(t, a) {
			list = p.addNear(list, "near+", s, a, c)
		}
	}
	return list
}

func (p *page) addNear(list []part, how string, s int, head, c int32) []part {
	for _, other := range list {
		if other.head == head {
			return list
		}
	}
	t := p.trees[s]
	return append(list, part{how, head, p.minus(s, t.first[head], t.last[head], t.first[c], t.last[c])})
}

func nominal(t *tree, i int32) bool {
	switch t.upos(i) {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// mostName bounds the words by which an edge of a speaker is moved.
const mostName = 14

// speakerEnds are the choices for the end of the speaker's words.
func (f *Finder) speakerEnds(p *page, c *candidate) []option {
	s, base, r := c.sentence, p.base[c.sentence], p.speakerRun(c)
	if r.end > p.base[s+1] || r.first < base || r.first == r.end {
		return nil
	}
	limit := min(p.base[s+1], max(r.first+mostReach, r.end))
	if first, _ := p.group(s, c.token); first > r.first {
		limit = min(limit, first)
	}
	var list []option
	for x := r.first + 1; x <= limit; x++ {
		if x != r.end && (x-r.end > mostName || !p.nameStops(s, x-base) || len(list) >= mostOptions) {
			continue
		}
		o := option{piece: run{r.first, x}}
		f.nameFeatures(&o.b, p, c, "end", x, r.end, limit, r)
		list = append(list, o)
	}
	return list
}

// speakerStarts are the choices for the start of the speaker's words.
func (f *Finder) speakerStarts(p *page, c *candidate) []option {
	s, base, r := c.sentence, p.base[c.sentence], p.speakerRun(c)
	if r.end > p.base[s+1] || r.first < base || r.first == r.end {
		return nil
	}
	limit := max(base, r.first-mostName)
	if _, end := p.group(s, c.token); end <= r.first {
		limit = max(limit, end)
	}
	for x := r.first - 1; x >= limit; x-- {
		switch t := p.trees[s]; t.upos(x - base) {
		case "VERB", "AUX", "SCONJ":
			if p.mentionAt[x] < 0 {
				limit = x + 1 // no speaker reaches back over a verb
			}
		}
	}
	var list []option
	for x := limit; x < r.end; x++ {
		known := x == r.first
		if !known && (p.trees[s].upos(x-base) == "PUNCT" || len(list) >= mostOptions) {
			continue
		}
		o := option{piece: run{x, r.end}}
		f.nameFeatures(&o.b, p, c, "start", x, r.first, limit, r)
		list = append(list, o)
	}
	return list
}

// speakerRun is the stretch from the speaker's first word to its last, empty for none.
func (p *page) speakerRun(c *candidate) run {
	if c.source < 0 {
		return run{}
	}
	runs := c.parts[c.source].runs
	return run{runs[0].first, runs[len(runs)-1].end}
}

// nameStops tells whether a speaker's words may stop before token i.
func (p *page) nameStops(s int, i int32) bool {
	t := p.trees[s]
	if int(i) >= len(t.head) || !nominal(t, i) || !nominal(t, i-1) {
		return true
	}
	return t.first[i] == i
}

// mentionEdge tells whether a mention starts or ends at word x.
func (p *page) mentionEdge(s int, x int32, side string) string {
	w := x
	if side == "end" {
		w--
	}
	for k := w; k >= p.base[s] && k < p.base[s+1] && k-w < mostGroup && w-k < mostGroup; {
		if m := p.mentionAt[k]; m >= 0 {
			switch at := p.mentions[m]; {
			case side == "end" && at.End == int(x-p.base[s]), side == "start" && at.First == int(x-p.base[s]):
				return "edge"
			case at.First < int(x-p.base[s]) && at.End > int(x-p.base[s]):
				return "cut"
			}
		}
		if side == "end" {
			k--
		} else {
			k++
		}
	}
	return "none"
}

// nameFeatures describe an edge of the speaker at word x; old is where the
// tree has it.
func (f *Finder) nameFeatures(b *bag, p *page, c *candidate, side string, x, old, limit int32, r run) {
	s, i := c.sentence, x-p.base[c.sentence]
	t := p.trees[s]
	where := "same"
	switch {
	case x < old:
		where = "left"
	case x > old:
		where = "right"
	}
	if x == limit {
		where += " limit"
	}
	how := c.parts[c.source].how
	kind := f.beginning(t, i)
	b.add(side, where)
	b.add(side, where, how)
	b.add(side, where, p.role(s, c.token, c.parts[c.source]))
	b.add(side, where, "k", kind)
	b.add(side, "tags", xposAt(t, max(i-1, 0)), xposAt(t, i))
	b.add(side, "tagsw", xposAt(t, max(i-1, 0)), xposAt(t, i), where)
	b.add(side, "prev", word(t, i-1), where)
	b.add(side, "next", word(t, i), where)
	b.add(side, "pair", word(t, i-1), word(t, i))
	b.add(side, "mention", p.mentionEdge(s, x, side), where)
	b.add(side, "kk", kind, p.attachment(s, c.token, i, r.first-p.base[s]))
	b.add(side, "len", distance2(x-old), distance2(old-x))
	first, end := x, r.end
	if side == "end" {
		first, end = r.first, x
	}
	b.add(side, "verbs", p.verbs(s, first-p.base[s], end-p.base[s]), where)
	b.add(side, "whole", distance2(end-first), p.kindAt(s, c.parts[c.source].head))
}

// named is the speaker's words with their edges moved to the likeliest places.
func (f *Finder) named(p *page, c *candidate) run {
	r := p.speakerRun(c)
	first, end := r.first, r.end
	if c.sureSource {
		return r
	}
	if f.nameStart != nil {
		first = choose(f.nameStart, f.speakerStarts(p, c), r).first
	}
	if f.nameEnd != nil {
		end = choose(f.nameEnd, f.speakerEnds(p, c), r).end
	}
	if first >= end {
		return r
	}
	return run{first, end}
}
