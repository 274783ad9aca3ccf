package model

import "math/rand/v2"

// Pass is what a Net works in for some sentences at a time: their features,
// and all that is computed from them. It is used again and again.
type Pass struct {
	net    *Net
	starts []int // each sentence's first token, and the end
	tables []lookup

	input  []float32
	states []layerState
	tags   []float32 // a row a token
	top    []float32 // a row a token: dependent, head, relation as dependent, as head
	turned []float32 // dependents' vectors times the bilinear form
	heads  Panels
	arcs   []float32 // of one sentence: a row a dependent
	pairs  []float32 // the relation layer of each token with its head
	scores []float32

	drop dropout
}

// lookup lists the rows of a table that tokens ask for.
type lookup struct {
	rows []int32
	ends []int32 // of each token
}

// layerState is what a layer computes: parts (candidates, gates), cells, outputs.
type layerState struct{ parts, cells, out []float32 }

// dropout are the masks of one pass in learning; without random there is none.
type dropout struct {
	random *rand.Rand
	rate   float32
	masks  [][]float32 // input, each layer, top; a row a sentence
	drawn  int         // the last mask drawn
}

// NewPass is an empty pass over the net.
func (n *Net) NewPass() *Pass {
	p := &Pass{net: n, tables: make([]lookup, len(n.tables)), states: make([]layerState, len(n.layers))}
	p.Clear()
	return p
}

// Clear forgets the sentences.
func (p *Pass) Clear() {
	p.starts = append(p.starts[:0], 0)
	for t := range p.tables {
		p.tables[t].rows, p.tables[t].ends = p.tables[t].rows[:0], p.tables[t].ends[:0]
	}
}

// Add adds a row of a table to the token being told.
func (p *Pass) Add(table, row int) {
	p.tables[table].rows = append(p.tables[table].rows, int32(row))
}

// EndToken ends the token being told. The first of a sentence stands for the root.
func (p *Pass) EndToken() {
	for t := range p.tables {
		p.tables[t].ends = append(p.tables[t].ends, int32(len(p.tables[t].rows)))
	}
}

// EndSentence ends the sentence being told.
func (p *Pass) EndSentence() { p.starts = append(p.starts, p.Tokens()) }

// Tokens is the number of tokens told, roots included.
func (p *Pass) Tokens() int { return len(p.tables[0].ends) }

// Sentences is the number of sentences told.
func (p *Pass) Sentences() int { return len(p.starts) - 1 }

// Start is the first token of a sentence.
func (p *Pass) Start(sentence int) int { return p.starts[sentence] }

// room is how many rows buffers have: the tokens rounded up, and what a
// sentence's last block reads past its end.
func (p *Pass) room() int { return RoundUp(p.Tokens()) + 16 }

// Forward computes tags and vectors of all tokens told; Arcs and Relations
// then answer about sentences.
func (n *Net) Forward(p *Pass) {
	n.lookUp(p)
	p.mask(0, p.input, n.Shape.input())
	in := p.input
	for i, l := range n.layers {
		n.forwardLayer(p, l, &p.states[i], in)
		in = p.states[i].out
		p.mask(1+i, in, 2*n.Shape.Hidden)
	}
	p.tags = n.tags.forward(p.states[n.Shape.TagLayer].out, p.Tokens(), p.room(), p.tags)
	p.top = n.top.forward(in, p.Tokens(), p.room(), p.top)
	arc := n.Shape.Arc
	for row := range p.Tokens() {
		leak(p.top[row*n.top.packed.Width:][:2*arc])
	}
	p.mask(1+len(n.layers), p.top, n.top.packed.Width)
	p.turned = grown(p.turned, p.room()*arc)
	for row := range p.Tokens() {
		copy(p.turned[row*arc:], n.arcs.bias.values)
	}
	n.arcs.packed.AddProduct(p.top, n.top.packed.Width, p.Tokens(), p.turned, arc)
}

// forward is x·weights + bias in out, which grows to it.
func (d *dense) forward(x []float32, rows, room int, out []float32) []float32 {
	out = grown(out, room*d.packed.Width)
	for row := range rows {
		copy(out[row*d.packed.Width:], d.bias.values)
	}
	d.packed.AddProduct(x, d.packed.Depth, rows, out, d.packed.Width)
	return out
}

// slope is what a leaky rectifier leaves of negative numbers.
const slope = 0.1

func leak(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = slope * v
		}
	}
}

func (n *Net) lookUp(p *Pass) {
	width := n.Shape.input()
	p.input = grown(p.input, p.room()*width)
	clear(p.input[:p.Tokens()*width])
	at := 0
	for t, table := range n.tables {
		from := int32(0)
		for token, end := range p.tables[t].ends {
			sum := p.input[token*width+at:][:table.columns]
			for _, row := range p.tables[t].rows[from:end] {
				for i, v := range table.values[int(row)*table.columns:][:len(sum)] {
					sum[i] += v
				}
			}
			from = end
		}
		at += table.columns
	}
}

// Tags is the scores of a token's tags; the slice holds until the next Forward.
func (p *Pass) Tags(token int) []float32 {
	width := p.net.tags.packed.Width
	return p.tags[token*width:][:p.net.Shape.Tags]
}

// Arcs is, for the n tokens of a sentence (its root first), a row for each as
// dependent with the scores of each as its head; rows are stride apart. It holds until the next call.
func (p *Pass) Arcs(sentence int) (scores []float32, stride int) {
	start, end := p.starts[sentence], p.starts[sentence+1]
	arc, width := p.net.Shape.Arc, p.net.top.packed.Width
	p.heads.PackTransposed(p.top[start*width+arc:], arc, end-start, width)
	stride = p.heads.Width
	p.arcs = grown(p.arcs, RoundUp(end-start)*stride)
	clear(p.arcs)
	p.heads.AddProduct(p.turned[start*arc:], arc, end-start, p.arcs, stride)
	return p.arcs, stride
}

// Relations is the scores of the relations of each token told with its head;
// heads are tokens of the pass, -1 for none. Row by row, stride apart; it holds until the next call.
func (p *Pass) Relations(heads []int) (scores []float32, stride int) {
	n := p.net
	size, width := n.Shape.Relation, n.top.packed.Width
	p.pairs = grown(p.pairs, p.room()*size)
	for token, head := range heads {
		out := p.pairs[token*size:][:size]
		if head < 0 {
			clear(out)
			continue
		}
		own := p.top[token*width+2*n.Shape.Arc:][:size]
		other := p.top[head*width+2*n.Shape.Arc+size:][:size]
		for i := range out {
			out[i] = own[i] + other[i]
		}
		leak(out)
	}
	p.scores = n.relations.forward(p.pairs, len(heads), p.room(), p.scores)
	return p.scores, n.relations.packed.Width
}
