package parse

import "chancery/model"

// MostFeatures is the most features that a state gets.
const MostFeatures = 192

// view is what the templates read of a state.
type view struct {
	s0, s1, s2, s3, b0, b1, b2, b3 *word
	n0, n1, m0                     *node // the nodes of s0, s1, b0
}

// Features appends to out, which is empty, the features of the state.
func (s *State) Features(out []model.Feature) []model.Feature {
	b := bag{out, 3000}
	i0, i1, i2, i3 := s.down(0), s.down(1), s.down(2), s.down(3)
	list := s.words.list
	v := view{
		s0: &list[i0], s1: &list[i1], s2: &list[i2], s3: &list[i3],
		b0: s.words.at(int(s.next)), b1: s.words.at(int(s.next) + 1), b2: s.words.at(int(s.next) + 2), b3: s.words.at(int(s.next) + 3),
		n0: &s.nodes[i0], n1: &s.nodes[i1], m0: &s.nodes[s.next],
	}
	singles(&b, &v)
	pairs(&b, &v)
	triples(&b, &v)
	s.distances(&b, &v, i0, i1)
	s.children(&b, &v, i2)
	prepositions(&b, &v)
	b.two(s.last, v.s0.tag)
	return b.list
}

// down is the index of the token that lies k below the top of the stack.
func (s *State) down(k int) int32 {
	if k >= len(s.stack) {
		return s.end
	}
	return s.stack[len(s.stack)-1-k]
}

func singles(b *bag, v *view) {
	for _, w := range [...]*word{v.s0, v.s1, v.s2, v.b0, v.b1, v.b2} {
		b.one(w.form)
		b.one(w.tag)
		b.two(w.form, w.tag)
	}
	b.one(v.s3.tag)
	b.one(v.b3.tag)
	b.one(v.b3.form)
	for _, w := range [...]*word{v.s0, v.s1, v.b0} {
		b.two(w.lemma, w.pos)
		b.two(w.ending, w.tag)
	}
}

func pairs(b *bag, v *view) {
	for _, p := range [...][2]*word{{v.s0, v.b0}, {v.s1, v.s0}} {
		x, y := p[0], p[1]
		b.four(x.form, x.tag, y.form, y.tag)
		b.three(x.form, x.tag, y.form)
		b.three(x.form, y.form, y.tag)
		b.two(x.form, y.form)
		b.three(x.form, x.tag, y.tag)
		b.three(x.tag, y.form, y.tag)
		b.two(x.tag, y.tag)
		b.two(x.lemma, y.lemma)
		b.two(x.lemma, y.pos)
		b.two(x.pos, y.lemma)
		b.two(x.ending, y.ending)
		b.two(x.lemma, y.tag)
		b.two(x.tag, y.lemma)
	}
	for _, p := range [...][2]*word{{v.s1, v.b0}, {v.b0, v.b1}, {v.s0, v.b1}} {
		x, y := p[0], p[1]
		b.two(x.form, y.form)
		b.two(x.form, y.tag)
		b.two(x.tag, y.form)
		b.two(x.tag, y.tag)
	}
	b.two(v.s2.tag, v.s0.tag)
	b.two(v.s2.lemma, v.s0.lemma)
	b.two(v.s2.tag, v.b0.tag)
	b.two(v.s0.tag, v.b2.tag)
	b.two(v.s0.form, v.b2.form)
}

func triples(b *bag, v *view) {
	b.three(v.b0.tag, v.b1.tag, v.b2.tag)
	b.three(v.s0.tag, v.b0.tag, v.b1.tag)
	b.three(v.s1.tag, v.s0.tag, v.b0.tag)
	b.three(v.s2.tag, v.s1.tag, v.s0.tag)
	b.four(v.s1.tag, v.s0.tag, v.b0.tag, v.b1.tag)
	b.four(v.s0.tag, v.b0.tag, v.b1.tag, v.b2.tag)
	b.four(v.s2.tag, v.s1.tag, v.s0.tag, v.b0.tag)
	b.three(v.s1.lemma, v.s0.tag, v.b0.tag)
	b.three(v.s1.tag, v.s0.lemma, v.b0.tag)
	b.three(v.s1.tag, v.s0.tag, v.b0.lemma)
	b.three(v.s0.lemma, v.b0.lemma, v.b1.tag)
	b.three(v.s0.tag, v.b0.tag, v.b1.form)
	b.three(v.s1.lemma, v.s0.lemma, v.b0.tag)
	b.three(v.s1.lemma, v.s0.tag, v.b0.lemma)
	b.four(v.s1.tag, v.s0.tag, v.b0.tag, v.b0.ending)
}

// distances: how far apart, how many dependents, which marks and verbs between.
func (s *State) distances(b *bag, v *view, i0, i1 int32) {
	near, far := gap(i0, s.next), gap(i1, i0)
	b.two(v.s0.form, near)
	b.two(v.s0.tag, near)
	b.two(v.b0.form, near)
	b.two(v.b0.tag, near)
	b.three(v.s0.tag, v.b0.tag, near)
	b.three(v.s0.form, v.b0.form, near)
	b.three(v.s1.tag, v.s0.tag, far)
	b.two(v.s1.form, far)
	b.two(v.s0.form, far)
	b.three(v.s1.lemma, v.s0.lemma, far)
	between := s.between(i1, i0)
	b.three(v.s1.tag, v.s0.tag, between)
	b.four(v.s1.tag, v.s0.tag, between, v.n0.joiner)
	b.three(v.s0.tag, v.b0.tag, s.between(i0, s.next))
	b.two(v.s0.form, v.n0.rights)
	b.two(v.s0.tag, v.n0.rights)
	b.two(v.s0.form, v.n0.lefts)
	b.two(v.s0.tag, v.n0.lefts)
	b.two(v.b0.form, v.m0.lefts)
	b.two(v.b0.tag, v.m0.lefts)
	b.two(v.s1.form, v.n1.rights)
	b.two(v.s1.tag, v.n1.rights)
	b.two(v.s1.tag, v.n1.lefts)
	b.two(v.s0.form, v.n0.rightSet)
	b.two(v.s0.tag, v.n0.rightSet)
	b.two(v.s0.form, v.n0.leftSet)
	b.two(v.s0.tag, v.n0.leftSet)
	b.two(v.b0.form, v.m0.leftSet)
	b.two(v.b0.tag, v.m0.leftSet)
	b.two(v.s1.lemma, v.n1.rightSet)
	b.two(v.s1.tag, v.n1.rightSet)
	b.two(v.s1.tag, v.n1.leftSet)
	b.three(v.s1.tag, v.n1.rightSet, v.s0.tag)
	b.four(v.s1.tag, v.n1.rightSet, v.s0.tag, v.n0.leftSet)
	b.four(v.s0.tag, v.n0.leftSet, v.b0.tag, v.m0.leftSet)
}

func gap(i, j int32) uint64 {
	switch d := j - i; {
	case d < 1:
		return 0
	case d < 5:
		return uint64(d)
	case d < 8:
		return 5
	case d < 12:
		return 6
	}
	return 7
}

// between counts marks and verbs strictly between two tokens, each up to 3.
func (s *State) between(i, j int32) uint64 {
	if i >= j {
		return 0
	}
	w := s.words
	commas, verbs := w.commas[j-1]-w.commas[i], w.verbs[j-1]-w.verbs[i]
	return uint64(min(commas, 3))*4 + uint64(min(verbs, 3)) + 1
}

func (s *State) children(b *bag, v *view, i2 int32) {
	list := s.words.list
	for k, n := range [...]*node{v.n0, v.n1, v.m0} {
		head := [...]*word{v.s0, v.s1, v.b0}[k]
		l, r := &list[n.left], &list[n.right]
		ll, rl := uint64(s.nodes[n.left].label), uint64(s.nodes[n.right].label)
		b.three(l.form, ll, head.pos)
		b.three(l.tag, ll, head.tag)
		b.three(list[n.left2].tag, l.tag, head.tag)
		if k < 2 {
			b.three(r.form, rl, head.pos)
			b.three(r.tag, rl, head.tag)
			b.three(list[n.right2].tag, r.tag, head.tag)
		}
	}
	s0l, s0r := &list[v.n0.left], &list[v.n0.right]
	s1l, s1r := &list[v.n1.left], &list[v.n1.right]
	b0l := &list[v.m0.left]
	b.three(v.s0.tag, s0l.tag, v.b0.tag)
	b.three(v.s0.tag, s0r.tag, v.b0.tag)
	b.three(v.s0.tag, v.b0.tag, b0l.tag)
	b.three(v.s1.tag, s1l.tag, v.s0.tag)
	b.three(v.s1.tag, s1r.tag, v.s0.tag)
	b.three(v.s1.tag, v.s0.tag, s0l.tag)
	b.three(v.s1.tag, v.s0.tag, s0r.tag)
	b.three(v.s1.lemma, s1r.lemma, v.s0.lemma)
	b.three(v.s1.lemma, s1r.form, v.b0.tag)
	b.three(v.s0.lemma, s0r.form, v.b0.tag)
	b.two(v.s2.tag, s.nodes[i2].rightSet)
}

// prepositions: what a case marker, conjunction or subordinator says about the attachment.
func prepositions(b *bag, v *view) {
	b.two(v.s0.lemma, v.m0.marker)
	b.two(v.s1.lemma, v.m0.marker)
	b.three(v.s0.pos, v.m0.marker, v.b0.lemma)
	b.three(v.s1.lemma, v.s0.lemma, v.m0.marker)
	b.three(v.s0.lemma, v.m0.marker, v.b0.lemma)
	b.three(v.s0.tag, v.m0.marker, v.b0.tag)
	b.four(v.s1.tag, v.s0.tag, v.m0.marker, v.b0.tag)
	b.two(v.s1.lemma, v.n0.marker)
	b.three(v.s1.lemma, v.n0.marker, v.s0.lemma)
	b.three(v.s1.tag, v.n0.marker, v.s0.tag)
	b.four(v.s1.tag, v.n0.marker, v.s0.tag, v.b0.tag)
	b.three(v.s2.lemma, v.s1.tag, v.n0.marker)
	b.three(v.s0.tag, v.b0.tag, v.m0.joiner)
	b.three(v.s1.tag, v.s0.tag, v.n0.joiner)
	b.four(v.s1.lemma, v.s0.lemma, v.n0.joiner, 1)
	b.three(v.s1.lemma, v.m0.marker, v.b0.lemma)
	b.four(v.s1.tag, v.s0.tag, v.b0.tag, v.m0.joiner)
	b.three(v.s1.lemma, v.b0.lemma, v.m0.joiner)
	b.three(v.s0.capital, v.b0.capital, v.s0.tag)
	b.three(v.s1.capital, v.s0.capital, v.s0.tag)
	b.three(v.n0.marker, v.m0.marker, v.b0.tag)
	b.three(v.n1.marker, v.n0.marker, v.s0.tag)
}
