package model

import "math"

// forwardLayer runs the layer over all sentences of the pass.
func (n *Net) forwardLayer(p *Pass, l *layer, s *layerState, in []float32) {
	hidden, width := n.Shape.Hidden, l.packed.Width
	s.parts = grown(s.parts, p.room()*width)
	clear(s.parts[:p.Tokens()*width])
	l.packed.AddProduct(in, l.in, p.Tokens(), s.parts, width)
	s.cells, s.out = grown(s.cells, p.room()*2*hidden), grown(s.out, p.room()*2*hidden)
	for sentence := range p.Sentences() {
		for direction := range 2 {
			first, last, step := p.starts[sentence], p.starts[sentence+1]-1, 1
			if direction == 1 {
				first, last, step = last, first, -1
			}
			before := -1
			for token := first; ; token += step {
				l.step(s, in, token, before, direction, hidden)
				if token == last {
					break
				}
				before = token
			}
		}
	}
}

// unit names the parts of one token in one direction; after a step the gates'
// places hold the gates' values.
type unit struct {
	parts, skip, cell, out []float32
}

func (l *layer) unit(s *layerState, in []float32, token, direction, hidden int) unit {
	u := unit{parts: s.parts[token*l.packed.Width+direction*l.parts*hidden:][:l.parts*hidden]}
	if l.parts == 4 {
		u.skip = u.parts[3*hidden:]
	} else {
		u.skip = in[token*l.in+direction*hidden:][:hidden]
	}
	u.cell = s.cells[token*2*hidden+direction*hidden:][:hidden]
	u.out = s.out[token*2*hidden+direction*hidden:][:hidden]
	return u
}

// gate is the biases and peepholes of one direction: forget bias, reset bias,
// forget peephole, reset peephole.
func (l *layer) gate(direction, hidden int) []float32 {
	return l.gates.values[direction*4*hidden:][:4*hidden]
}

// step computes one token's cells and outputs from the cells of the token before, -1 for none.
func (l *layer) step(s *layerState, in []float32, token, before, direction, hidden int) {
	u := l.unit(s, in, token, direction, hidden)
	old := noCells[:hidden]
	if before >= 0 {
		old = s.cells[before*2*hidden+direction*hidden:][:hidden]
	}
	stepUnit(u.parts, l.gate(direction, hidden), u.skip, old, u.cell, u.out)
}

// widest bounds Hidden.
const widest = 1024

// noCells are the cells before a sentence's first token; they are never written.
var noCells [widest]float32

// plainStep sets cell and out from the parts (candidate, forget gate, reset
// gate), the gates' biases and peepholes, what skips the layer, and the old
// cells; the gates' places in parts then hold their values.
func plainStep(parts, gates, skip, old, cell, out []float32) {
	n := len(out)
	candidate, forget, reset := parts[:n], parts[n:2*n], parts[2*n:3*n]
	bf, br, vf, vr := gates[:n], gates[n:2*n], gates[2*n:3*n], gates[3*n:4*n]
	for i, o := range old[:n] {
		f, r := sigmoid(forget[i]+bf[i]+vf[i]*o), sigmoid(reset[i]+br[i]+vr[i]*o)
		c := candidate[i] + f*(o-candidate[i])
		forget[i], reset[i], cell[i] = f, r, c
		out[i] = skip[i] + r*(c-skip[i])
	}
}

// sigmoid is 1/(1+exp(-x)), within 1e-6.
func sigmoid(x float32) float32 {
	if x > 30 {
		x = 30
	} else if x < -30 {
		x = -30
	}
	return 1 / (1 + exp32(-x))
}

// exp32 is exp(x) for |x| < 80, within two units in the last place or so: the
// power of two that is nearest, times a polynomial (the Taylor series to the
// sixth power over ±ln2/2).
func exp32(x float32) float32 {
	const magic = 3 << 22 // adding it rounds to a whole number
	y := x * math.Log2E
	whole := (y + magic) - magic
	f := (y - whole) * math.Ln2
	p := 1 + f*(1+f*(0.5+f*(1.0/6+f*(1.0/24+f*(1.0/120+f*(1.0/720))))))
	return p * math.Float32frombits(uint32(int32(whole)+127)<<23)
}

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }
