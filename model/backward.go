package model

import "math"

// slopes holds the gradients of one pass, an array for each of the net's.
type slopes struct {
	arrays  [][]float32
	touched []map[int32]struct{} // rows of tables that have a gradient
	out     []float32            // by the layers' outputs, of the layer at work
	below   []float32
	tags    []float32
	top     []float32
	turned  []float32
	parts   []float32
	carry   []float32
	across  []float32 // a matrix turned round
	packed  Panels
}

func newSlopes(n *Net) *slopes {
	g := &slopes{arrays: make([][]float32, len(n.arrays)), touched: make([]map[int32]struct{}, len(n.arrays))}
	for i, a := range n.arrays {
		if !a.fixed {
			g.arrays[i] = make([]float32, len(a.values))
		}
		if a.table {
			g.touched[i] = map[int32]struct{}{}
		}
	}
	return g
}

// cleared is a buffer of n zeros.
func cleared(old []float32, n int) []float32 {
	old = grown(old, n)
	clear(old)
	return old
}

// Gold is what a sentence's tokens, its root first, should be told: tags,
// heads (tokens of the sentence, 0 the root) and relations. What is said of the root is not looked at.
type Gold struct{ Tags, Heads, Relations []int }

// Loss sums, over the tokens, the negative logarithms of the right answers' probabilities.
type Loss struct {
	Tag, Head, Relation float64
	Tokens              int
}

// backward adds to g the gradients of the pass's loss times scale.
func (n *Net) backward(p *Pass, golds []Gold, scale float32, g *slopes) Loss {
	var loss Loss
	room, hidden := p.room(), 2*n.Shape.Hidden
	g.tags = cleared(g.tags, room*n.tags.packed.Width)
	g.top = cleared(g.top, room*n.top.packed.Width)
	g.turned = cleared(g.turned, room*n.Shape.Arc)
	heads := make([]int, p.Tokens())
	for s, gold := range golds {
		start, end := p.starts[s], p.starts[s+1]
		heads[start] = -1
		for i := 1; i < end-start; i++ {
			loss.Tokens++
			row := g.tags[(start+i)*n.tags.packed.Width:][:n.Shape.Tags]
			loss.Tag += softSlope(p.Tags(start+i), row, gold.Tags[i], scale)
			heads[start+i] = start + gold.Heads[i]
		}
		loss.Head += n.backArcs(p, s, gold.Heads, scale, g)
	}
	loss.Relation = n.backRelations(p, golds, heads, scale, g)
	n.addOuter(p.top, n.top.packed.Width, p.Tokens(), g.turned, n.arcs, g)
	n.arcs.turned.AddProduct(g.turned, n.Shape.Arc, p.Tokens(), g.top, n.top.packed.Width)
	p.mask(1+len(n.layers), g.top, n.top.packed.Width)
	for row := range p.Tokens() {
		at := row * n.top.packed.Width
		for i, v := range p.top[at : at+2*n.Shape.Arc] {
			if v < 0 {
				g.top[at+i] *= slope
			}
		}
	}
	g.out = cleared(g.out, room*hidden)
	last := p.states[len(p.states)-1].out
	n.addOuter(last, hidden, p.Tokens(), g.top, n.top, g)
	n.top.turned.AddProduct(g.top, n.top.packed.Width, p.Tokens(), g.out, hidden)
	for i := len(n.layers) - 1; i >= 0; i-- {
		if i == n.Shape.TagLayer {
			n.addOuter(p.states[i].out, hidden, p.Tokens(), g.tags, n.tags, g)
			n.tags.turned.AddProduct(g.tags, n.tags.packed.Width, p.Tokens(), g.out, hidden)
		}
		n.backLayer(p, i, g)
	}
	n.backTables(p, g)
	return loss
}

// softSlope sets slope, which may be scores itself, to the gradient of the
// logarithmic loss of a softmax over scores, times scale; it returns the loss.
func softSlope(scores, slope []float32, gold int, scale float32) float64 {
	most := scores[0]
	for _, v := range scores {
		most = max(most, v)
	}
	sum, right := 0.0, float64(scores[gold]-most)
	for i, v := range scores {
		e := exp32(max(-60, v-most))
		slope[i] = e
		sum += float64(e)
	}
	part := scale / float32(sum)
	for i := range slope {
		slope[i] *= part
	}
	slope[gold] -= scale
	return math.Log(sum) - right
}

// backArcs adds the gradients of the heads of one sentence to those of top and turned.
func (n *Net) backArcs(p *Pass, sentence int, heads []int, scale float32, g *slopes) float64 {
	start, size := p.starts[sentence], p.starts[sentence+1]-p.starts[sentence]
	arc, width := n.Shape.Arc, n.top.packed.Width
	scores, stride := p.Arcs(sentence)
	loss := 0.0
	for i := range size {
		row := scores[i*stride:]
		if i > 0 {
			row[i] = -1e4
			loss += softSlope(row[:size], row[:size], heads[i], scale)
			row[i] = 0
		} else {
			clear(row[:size])
		}
		clear(row[size:stride])
	}
	for i := size; i < RoundUp(size); i++ {
		clear(scores[i*stride:][:stride])
	}
	// by the dependents' turned vectors: slopes × heads
	g.packed.Pack(p.top[start*width+arc:], size, arc, width)
	out := cleared(g.across, RoundUp(size)*arc)
	g.across = out
	g.packed.AddProduct(scores, stride, size, out, arc)
	for i := range size {
		copy(g.turned[(start+i)*arc:][:arc], out[i*arc:])
	}
	// by the heads' vectors: slopes turned round × turned dependents
	g.packed.Pack(p.turned[start*arc:], size, arc, arc)
	across := make([]float32, RoundUp(size)*size)
	for i := range size {
		for j := range size {
			across[j*size+i] = scores[i*stride+j]
		}
	}
	clear(out)
	g.packed.AddProduct(across, size, size, out, arc)
	for i := range size {
		into := g.top[(start+i)*width+arc:][:arc]
		for k, v := range out[i*arc:][:arc] {
			into[k] += v
		}
	}
	return loss
}

// backRelations adds the gradients of the relations to those of top.
func (n *Net) backRelations(p *Pass, golds []Gold, heads []int, scale float32, g *slopes) float64 {
	scores, stride := p.Relations(heads)
	loss := 0.0
	for s, gold := range golds {
		for i := range p.starts[s+1] - p.starts[s] {
			row := scores[(p.starts[s]+i)*stride:][:stride]
			if i == 0 {
				clear(row)
				continue
			}
			clear(row[n.Shape.Relations:])
			loss += softSlope(row[:n.Shape.Relations], row[:n.Shape.Relations], gold.Relations[i], scale)
		}
	}
	size, width := n.Shape.Relation, n.top.packed.Width
	n.addOuter(p.pairs, size, p.Tokens(), scores, n.relations, g)
	out := cleared(g.parts, p.room()*size)
	g.parts = out
	n.relations.turned.AddProduct(scores, stride, p.Tokens(), out, size)
	for token, head := range heads {
		if head < 0 {
			continue
		}
		own := g.top[token*width+2*n.Shape.Arc:][:size]
		other := g.top[head*width+2*n.Shape.Arc+size:][:size]
		for i, v := range out[token*size:][:size] {
			if p.pairs[token*size+i] < 0 {
				v *= slope
			}
			own[i] += v
			other[i] += v
		}
	}
	return loss
}

// addOuter adds to the gradients of a linear layer: weights xᵀ·by, bias the sum of by's rows.
func (n *Net) addOuter(x []float32, stride, rows int, by []float32, d *dense, g *slopes) {
	width := d.packed.Width
	n.addWeights(x, stride, d.packed.Depth, rows, by, width, g.arrays[d.weights.number], g)
	bias := g.arrays[d.bias.number]
	for row := range rows {
		for i, v := range by[row*width:][:width] {
			bias[i] += v
		}
	}
}

func (n *Net) addWeights(x []float32, stride, depth, rows int, by []float32, width int, into []float32, g *slopes) {
	g.across = grown(g.across, depth*rows)
	for row := range rows {
		for i, v := range x[row*stride:][:depth] {
			g.across[i*rows+row] = v
		}
	}
	g.packed.Pack(by, rows, width, width)
	g.packed.AddProduct(g.across, rows, depth, into, width)
}

// backLayer takes the gradients by the layer's outputs in g.out and leaves there those by its input.
func (n *Net) backLayer(p *Pass, number int, g *slopes) {
	l, s, hidden := n.layers[number], &p.states[number], n.Shape.Hidden
	p.mask(1+number, g.out, 2*hidden)
	in := p.input
	if number > 0 {
		in = p.states[number-1].out
	}
	width := l.packed.Width
	g.parts = cleared(g.parts, p.room()*width)
	g.below = cleared(g.below, p.room()*l.in)
	g.carry = grown(g.carry, hidden)
	for sentence := range p.Sentences() {
		for direction := range 2 {
			first, last, step := p.starts[sentence], p.starts[sentence+1]-1, 1
			if direction == 1 {
				first, last, step = last, first, -1
			}
			clear(g.carry)
			for token := last; ; token -= step {
				before := token - step
				if token == first {
					before = -1
				}
				l.backStep(s, in, token, before, direction, hidden, g)
				if token == first {
					break
				}
			}
		}
	}
	n.addWeights(in, l.in, l.in, p.Tokens(), g.parts, width, g.arrays[l.weights.number], g)
	l.turned.AddProduct(g.parts, width, p.Tokens(), g.below, l.in)
	g.out, g.below = g.below, g.out
}

func (l *layer) backStep(s *layerState, in []float32, token, before, direction, hidden int, g *slopes) {
	u := l.unit(s, in, token, direction, hidden)
	by := g.out[token*2*hidden+direction*hidden:][:hidden]
	parts := g.parts[token*l.packed.Width+direction*l.parts*hidden:][:l.parts*hidden]
	candidate, forget, reset := parts[:hidden], parts[hidden:2*hidden], parts[2*hidden:3*hidden]
	var skip []float32
	if l.parts == 4 {
		skip = parts[3*hidden:]
	} else {
		skip = g.below[token*l.in+direction*hidden:][:hidden]
	}
	vf, vr := l.gate(direction, hidden)[2*hidden:3*hidden], l.gate(direction, hidden)[3*hidden:]
	wasCandidate, wasForget, wasReset := u.parts[:hidden], u.parts[hidden:2*hidden], u.parts[2*hidden:3*hidden]
	learned := g.arrays[l.gates.number][direction*4*hidden:][:4*hidden]
	var old []float32
	if before >= 0 {
		old = s.cells[before*2*hidden+direction*hidden:][:hidden]
	}
	carry := g.carry[:hidden]
	for i := range hidden {
		f, r, c := wasForget[i], wasReset[i], u.cell[i]
		o := float32(0)
		if old != nil {
			o = old[i]
		}
		d := by[i]
		dc := carry[i] + d*r
		gr := d * (c - u.skip[i]) * r * (1 - r)
		gf := dc * (o - wasCandidate[i]) * f * (1 - f)
		skip[i] += d * (1 - r)
		candidate[i] = dc * (1 - f)
		forget[i], reset[i] = gf, gr
		learned[i] += gf
		learned[hidden+i] += gr
		learned[2*hidden+i] += gf * o
		learned[3*hidden+i] += gr * o
		carry[i] = dc*f + gf*vf[i] + gr*vr[i]
	}
}

// backTables adds the gradients by the input to the rows of the tables.
func (n *Net) backTables(p *Pass, g *slopes) {
	width, at := n.Shape.input(), 0
	p.mask(0, g.out, width)
	for t, table := range n.tables {
		from := int32(0)
		for token, end := range p.tables[t].ends {
			if table.fixed {
				break
			}
			by := g.out[token*width+at:][:table.columns]
			for _, row := range p.tables[t].rows[from:end] {
				g.touched[table.number][row] = struct{}{}
				into := g.arrays[table.number][int(row)*table.columns:][:len(by)]
				for i, v := range by {
					into[i] += v
				}
			}
			from = end
		}
		at += table.columns
	}
}
