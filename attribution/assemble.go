package attribution

import (
	"slices"

	"chancery"
)

// cover marks words, each at most once, so that marking overlapping stretches
// again and again stays linear: next leads past marked words (union-find).
type cover struct {
	next  []int32
	owner []int32
}

func newCover(n int) *cover {
	c := &cover{next: make([]int32, n+1), owner: none(n)}
	for i := range c.next {
		c.next[i] = int32(i)
	}
	return c
}

func (c *cover) find(i int32) int32 {
	for c.next[i] != i {
		c.next[i] = c.next[c.next[i]]
		i = c.next[i]
	}
	return i
}

// paint gives the words of a run that have no owner yet to owner.
func (c *cover) paint(r run, owner int32) {
	for i := c.find(r.first); i < r.end; i = c.find(i) {
		c.owner[i] = owner
		c.next[i] = i + 1
	}
}

// assemble chooses among the candidates, the surest first, and builds the
// attributions. A cue inside the content of a surer one is kept only when it
// is a voice of its own (see voices).
func (f *Finder) assemble(p *page, list []candidate) []chancery.Attribution {
	order := make([]int, 0, len(list))
	for i, c := range list {
		if c.score >= leastCue {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case list[a].score > list[b].score:
			return -1
		case list[a].score < list[b].score:
			return 1
		}
		return a - b
	})
	covered := newCover(len(p.words))
	var chosen []int
	for _, i := range order {
		c := &list[i]
		if covered.owner[p.base[c.sentence]+c.token] >= 0 && !quotedAs(p, c) {
			continue
		}
		chosen = append(chosen, i)
		c.name = f.named(p, c)
		c.runs = f.refine(p, c, p.contentOf(c))
		for _, r := range c.runs {
			covered.paint(r, int32(i))
		}
	}
	chosen = append(chosen, f.inner(p, list, chosen, covered)...)
	slices.Sort(chosen)
	out := p.transcript()
	for _, i := range chosen {
		out = append(out, f.build(p, &list[i]))
	}
	slices.SortStableFunc(out, func(a, b chancery.Attribution) int { return a.Cue.Start - b.Cue.Start })
	p.nest(out)
	return out
}

// inner are the candidates inside the content of chosen ones that are voices of
// their own; the cue model, which was taught that there are none, is asked little.
func (f *Finder) inner(p *page, list []candidate, chosen []int, covered *cover) []int {
	taken := make([]bool, len(list))
	for _, i := range chosen {
		taken[i] = true
	}
	var more []int
	for i := range list {
		c := &list[i]
		if taken[i] || covered.owner[p.base[c.sentence]+c.token] < 0 || !f.voices(p, c) {
			continue
		}
		c.name = f.named(p, c)
		c.runs = f.refine(p, c, p.contentOf(c))
		more = append(more, i)
	}
	return more
}

// quotedAs tells whether the cue is the "saying" of "quoted him as saying".
func quotedAs(p *page, c *candidate) bool {
	t := p.trees[c.sentence]
	h := t.head[c.token]
	return c.token > 0 && c.source >= 0 && len(c.chosen) > 0 && t.low[c.token-1] == "as" && t.low[c.token] == "saying" &&
		(t.quotes(h) || h >= 0 && t.quotes(t.head[h]))
}

// voices tells whether a cue inside another's content is worth keeping: an act
// of speech, outside quotation marks, with a speaker and a clause of its own.
func (f *Finder) voices(p *page, c *candidate) bool {
	if c.score < leastVoice || c.source < 0 || p.inQuote[p.base[c.sentence]+c.token] >= 0 {
		return false
	}
	switch f.kindOf(p, c) {
	case chancery.VerbSay, chancery.VerbClaim, chancery.VerbDeny, chancery.VerbThreaten, chancery.VerbWarn,
		chancery.VerbPromise, chancery.VerbAnnounce, chancery.VerbReport, chancery.VerbAccuse, chancery.VerbAsk:
	default:
		return false
	}
	head := c.parts[c.source].head
	if m := p.speakerMention(c); m >= 0 && p.mentions[m].Kind == chancery.MentionPronoun || m < 0 && p.trees[c.sentence].upos(head) == "PRON" {
		return false
	}
	shape := p.shapeOf(c)
	return shape == "that" || shape == "quote"
}

// build makes the attribution of a candidate.
func (f *Finder) build(p *page, c *candidate) chancery.Attribution {
	first, end := p.group(c.sentence, c.token)
	a := chancery.Attribution{
		Cue:            p.span(run{first, end}),
		Sentence:       c.sentence,
		SpeakerMention: -1,
		Inside:         -1,
		Confidence:     c.score,
		Verb:           f.kindOf(p, c),
		Rule:           c.traits.pos + ":" + c.traits.lemma,
	}
	if c.source >= 0 {
		a.Speaker = p.span(c.name)
		a.SpeakerMention = p.speakerMention(c)
	}
	for _, r := range c.runs {
		a.Content = append(a.Content, p.span(r))
	}
	a.Quoted = len(a.Content) > 0 && isQuote(p.text, a.Content[0].Start)
	return a
}

// contentOf are the runs of the candidate's content in text order, without
// overlap, cue and speaker left out.
func (p *page) contentOf(c *candidate) []run {
	var runs []run
	clause := p.shapeOf(c) == "that"
	for _, n := range c.chosen {
		if n != c.source && !(clause && p.dummy(c, c.parts[n])) {
			runs = append(runs, c.parts[n].runs...)
		}
	}
	runs = closed(union(p.whole(runs)))
	first, end := p.group(c.sentence, c.token)
	runs = without(runs, run{first, end})
	if away := p.apart(c); away.first < away.end {
		runs = without(runs, away)
	}
	return runs
}

// apart is the speaker's words with their preposition: what is no content.
func (p *page) apart(c *candidate) run {
	r := c.name
	if raw := p.speakerRun(c); raw.first < r.first && r.first-raw.first <= mostGap {
		r.first = raw.first
	}
	return r
}

// union sorts runs and joins those that touch or overlap.
func union(runs []run) []run {
	slices.SortFunc(runs, func(a, b run) int { return int(a.first) - int(b.first) })
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && r.first <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, r.end)
		} else if r.first < r.end {
			out = append(out, r)
		}
	}
	return out
}

// dummy tells whether a part is the "it" that stands for a clause.
func (p *page) dummy(c *candidate, part part) bool {
	return part.head >= 0 && part.head < c.token && p.trees[c.sentence].low[part.head] == "it"
}

// mostGap is the number of words between two runs that are taken in.
const mostGap = 2

// closed joins runs that have at most mostGap words between them: the parts of
// a clause whose verb no part tells.
func closed(runs []run) []run {
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && r.first-out[n-1].end <= mostGap {
			out[n-1].end = r.end
		} else {
			out = append(out, r)
		}
	}
	return out
}

// without takes the words of x out of the runs.
func without(runs []run, x run) []run {
	var out []run
	for _, r := range runs {
		if left := (run{r.first, min(r.end, x.first)}); left.first < left.end {
			out = append(out, left)
		}
		if right := (run{max(r.first, x.end), r.end}); right.first < right.end {
			out = append(out, right)
		}
	}
	return out
}

// whole lengthens runs that hold one edge of a quotation that reaches beyond
// their sentence to the whole of it.
func (p *page) whole(runs []run) []run {
	out := slices.Clone(runs)
	for _, r := range runs {
		if q := p.inQuote[r.end-1]; q >= 0 && p.quoteWords[q].first >= r.first && p.quoteWords[q].end > r.end {
			out = p.addPieces(out, q)
		}
		if q := p.inQuote[r.first]; q >= 0 && p.quoteWords[q].first < r.first && p.quoteWords[q].end <= r.end {
			out = p.addPieces(out, q)
		}
	}
	return out
}

func (p *page) addPieces(runs []run, q int32) []run {
	return append(runs, p.quotePieces[q]...)
}

// kindOf is the kind of the candidate's cue: by the tables, the line whose
// content has the shape found.
func (f *Finder) kindOf(p *page, c *candidate) chancery.VerbKind {
	if e := best(f.entries(c.traits.pos, c.traits.lemma, c.traits.particle), p.shapeOf(c)); e != nil {
		return e.kind
	}
	return chancery.VerbSay
}

// shapeOf names the form of the candidate's content as the tables do.
func (p *page) shapeOf(c *candidate) string {
	shape := ""
	for _, n := range c.chosen {
		part := c.parts[n]
		t := p.trees[c.sentence]
		switch {
		case part.head < 0:
			return "quote"
		case part.how == "gov" && (t.rel[c.token] == "parataxis" || t.rel[c.token] == "ccomp"):
			return "that"
		case part.how != "kid" && part.how != "sib":
		case t.rel[part.head] == "ccomp" || t.rel[part.head] == "parataxis" || t.rel[part.head] == "acl" && marker(t, part.head) == "that":
			return "that"
		case t.rel[part.head] == "xcomp" || t.rel[part.head] == "acl" || t.rel[part.head] == "advcl":
			shape = "to"
		case shape == "" && t.rel[part.head] == "obj":
			shape = "obj"
		case shape == "":
			shape = marker(t, part.head)
		}
	}
	if shape == "to" && c.traits.object != "" {
		return "objto"
	}
	return shape
}

// speakerMention is the mention of the speaker: the one that the speaker's
// head heads, for a relative pronoun that of its noun; -1 for none.
func (p *page) speakerMention(c *candidate) int {
	head := c.parts[c.source].head
	if head < 0 {
		return -1
	}
	return int(p.mentionAt[p.base[c.sentence]+head])
}

// nest fills Inside: the attribution with the shortest content that holds the
// cue. Only a longer content can hold another, so there are no rings.
func (p *page) nest(list []chancery.Attribution) {
	size := make([]int, len(list))
	order := make([]int, len(list))
	for i, a := range list {
		order[i] = i
		for _, piece := range a.Content {
			size[i] += piece.Len()
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return size[a] - size[b] })
	covered := newCover(len(p.words))
	rank := make([]int, len(list))
	for n, i := range order {
		rank[i] = n
		for _, piece := range list[i].Content {
			covered.paint(run{p.wordAt(piece.Start), p.wordAt(piece.End)}, int32(i))
		}
	}
	for i := range list {
		w := p.wordAt(list[i].Cue.Start)
		if int(w) >= len(p.words) {
			continue
		}
		if j := covered.owner[w]; j >= 0 && rank[j] > rank[i] {
			list[i].Inside = int(j)
		}
	}
}

// wordAt is the first word that starts at or after the byte.
func (p *page) wordAt(at int) int32 {
	n, _ := slices.BinarySearchFunc(p.words, at, func(w chancery.Span, at int) int { return w.Start - at })
	return int32(n)
}
