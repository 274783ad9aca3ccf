package model

import "math/rand/v2"

// Shape tells the sizes of a Net. Widths are multiples of 16.
type Shape struct {
	// Tables are what a token's features are looked up in; the vectors found
	// in one table are summed, the sums of all tables stand side by side.
	Tables []Table
	// Hidden is the width of one direction of a layer; Layers how many there are.
	Hidden, Layers int
	// TagLayer is the layer (from 0) that the tags are read from.
	TagLayer, Tags int
	// Arc is the width of the vectors that arcs are scored with; Relation that
	// of the layer between a pair and its relation.
	Arc, Relation, Relations int
}

// Table is a table of vectors; a fixed one is not learned.
type Table struct {
	Rows, Width int
	Fixed       bool
}

func (s Shape) input() int {
	sum := 0
	for _, t := range s.Tables {
		sum += t.Width
	}
	return sum
}

// Net scores the tokens of sentences: a tag for each, a head for each, a
// relation for each pair. Features' vectors go through layers of simple
// recurrent units in both directions (SRU, Lei et al. 2018, doi:10.18653/v1/D18-1477); a
// linear layer reads the tags, a bilinear form the heads (Dozat and Manning
// 2017, arXiv:1611.01734), a small perceptron the relations. It is safe for many goroutines,
// each with its own Pass, while it is not being learned.
type Net struct {
	Shape  Shape
	tables []*array
	layers []*layer
	tags   *dense // 2·Hidden to Tags
	// top gives, side by side, each token's vectors as dependent and as head
	// (Arc), and its part of the relation layer as dependent and as head (Relation).
	top       *dense
	arcs      *dense // Arc to Arc
	relations *dense // Relation to Relations
	arrays    []*array
}

// array is a named array of learned numbers, rows by columns.
type array struct {
	name          string
	rows, columns int
	values        []float32
	table, fixed  bool
	number        int
}

// dense is a linear layer.
type dense struct {
	weights, bias  *array
	packed, turned Panels
}

// layer is one layer of simple recurrent units in both directions. A token's
// numbers in a direction are, each Hidden wide: candidate, forget gate, reset
// gate and, in a first layer, the input brought to the layer's width.
type layer struct {
	in             int
	parts          int // 4 in a first layer, else 3
	weights        *array
	gates          *array // 4 rows a direction: forget bias, reset bias, forget peephole, reset peephole
	packed, turned Panels
}

// NewNet makes a net whose numbers are drawn by random.
func NewNet(shape Shape, random *rand.Rand) *Net {
	n := shapedNet(shape)
	for _, a := range n.arrays {
		a.draw(random)
	}
	n.pack()
	return n
}

// shapedNet is a net of zeros.
func shapedNet(shape Shape) *Net {
	n := &Net{Shape: shape}
	for _, t := range shape.Tables {
		a := n.array("table", t.Rows, t.Width)
		a.table, a.fixed = true, t.Fixed
		n.tables = append(n.tables, a)
	}
	in := shape.input()
	for i := range shape.Layers {
		l := &layer{in: in, parts: 3}
		if i == 0 {
			l.parts = 4
		}
		l.weights = n.array("layer", in, 2*l.parts*shape.Hidden)
		l.gates = n.array("gates", 8, shape.Hidden)
		n.layers = append(n.layers, l)
		in = 2 * shape.Hidden
	}
	n.tags = n.dense("tags", in, shape.Tags)
	n.top = n.dense("top", in, 2*shape.Arc+2*shape.Relation)
	n.arcs = n.dense("arcs", shape.Arc, shape.Arc)
	n.relations = n.dense("relations", shape.Relation, shape.Relations)
	return n
}

func (n *Net) array(name string, rows, columns int) *array {
	a := &array{name: name, rows: rows, columns: columns, values: make([]float32, rows*columns), number: len(n.arrays)}
	n.arrays = append(n.arrays, a)
	return a
}

func (n *Net) dense(name string, in, out int) *dense {
	return &dense{weights: n.array(name, in, RoundUp(out)), bias: n.array(name+" bias", 1, RoundUp(out))}
}

// draw sets the array to numbers of a size that keeps signals in range.
func (a *array) draw(random *rand.Rand) {
	size := float32(0)
	switch {
	case a.table && !a.fixed:
		size = 0.25
	case a.name == "gates":
		size = 0.1
	case a.rows > 1 && !a.table:
		size = sqrt32(3 / float32(a.rows))
	}
	for i := range a.values {
		a.values[i] = size * (2*random.Float32() - 1)
	}
}

// pack makes the products' forms anew after the numbers changed.
func (n *Net) pack() {
	for _, d := range n.denses() {
		d.packed.Pack(d.weights.values, d.weights.rows, d.weights.columns, d.weights.columns)
	}
	for _, l := range n.layers {
		l.packed.Pack(l.weights.values, l.in, l.weights.columns, l.weights.columns)
	}
}

// turn makes the forms that learning needs.
func (n *Net) turn() {
	for _, d := range n.denses() {
		d.turned.PackTransposed(d.weights.values, d.weights.columns, d.weights.rows, d.weights.columns)
	}
	for _, l := range n.layers {
		l.turned.PackTransposed(l.weights.values, l.weights.columns, l.in, l.weights.columns)
	}
}

func (n *Net) denses() []*dense { return []*dense{n.tags, n.top, n.arcs, n.relations} }

// SetVectors sets the rows of a table, one after the other, from row 0.
func (n *Net) SetVectors(table int, values []float32) { copy(n.tables[table].values, values) }
