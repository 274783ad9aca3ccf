package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

func smallNet(random *rand.Rand) *Net {
	return NewNet(Shape{Tables: []Table{{40, 16, false}, {30, 16, false}}, Hidden: 16, Layers: 2, TagLayer: 0, Tags: 5, Arc: 16, Relation: 16, Relations: 7}, random)
}

// fill tells the pass some sentences of random features, and gives their answers.
func fill(p *Pass, random *rand.Rand) []Gold {
	p.Clear()
	var golds []Gold
	for range 3 {
		n := 2 + random.IntN(9)
		gold := Gold{make([]int, n), make([]int, n), make([]int, n)}
		for i := range n {
			p.Add(0, random.IntN(40))
			p.Add(1, random.IntN(30))
			p.Add(1, random.IntN(30))
			p.EndToken()
			gold.Tags[i], gold.Relations[i] = random.IntN(5), random.IntN(7)
			for gold.Heads[i] = i; gold.Heads[i] == i && n > 1; {
				gold.Heads[i] = random.IntN(n)
			}
		}
		p.EndSentence()
		golds = append(golds, gold)
	}
	return golds
}

// Each array's gradient agrees with what the loss does when a number is moved.
func TestGradients(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	n := smallNet(random)
	p := n.NewPass()
	golds := fill(p, random)
	loss := func() float64 {
		n.pack()
		n.turn()
		n.Forward(p)
		l := n.backward(p, golds, 1, newSlopes(n))
		return l.Tag + l.Head + l.Relation
	}
	loss()
	g := newSlopes(n)
	n.Forward(p)
	n.backward(p, golds, 1, g)
	for _, a := range n.arrays {
		for range 12 {
			i := random.IntN(len(a.values))
			const step = 2e-3 // small, since the loss has corners
			kept := a.values[i]
			a.values[i] = kept + step
			above := loss()
			a.values[i] = kept - step
			below := loss()
			a.values[i] = kept
			want, got := (above-below)/(2*step), float64(g.arrays[a.number][i])
			if math.Abs(want-got) > 0.02+0.03*math.Abs(want) {
				t.Errorf("%s, number %d: gradient %v, but the loss moves by %v", a.name, i, got, want)
			}
		}
	}
}

// A net learns by heart what it is shown, the same way every time.
func TestLearns(t *testing.T) {
	var last [2]Loss
	for round := range last {
		random := rand.New(rand.NewPCG(5, 6))
		l := NewLearner(smallNet(random), 2)
		golds := [][]Gold{fill(l.Pass(0), random), fill(l.Pass(1), random)}
		first := l.Learn(golds, 0.01, 1)
		for step := range 200 {
			last[round] = l.Learn(golds, 0.01, uint64(step))
		}
		if was, is := first.Head+first.Tag+first.Relation, last[round].Head+last[round].Tag+last[round].Relation; is > was/4 {
			t.Errorf("the loss fell from %v to %v only", was, is)
		}
	}
	if last[0] != last[1] {
		t.Errorf("twice the same gives %v and %v", last[0], last[1])
	}
}

// A step by vector instructions agrees with the plain one.
func TestStep(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	const n = 32
	draw := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = 8 * (random.Float32() - 0.5)
		}
		return out
	}
	for range 100 {
		parts, gates, skip, old := draw(3*n), draw(4*n), draw(n), draw(n)
		parts[n], parts[n+1] = 90, -90
		same := append([]float32(nil), parts...)
		cell, out, cell2, out2 := make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)
		stepUnit(parts, gates, skip, old, cell, out)
		plainStep(same, gates, skip, old, cell2, out2)
		for i := range out {
			if math.Abs(float64(out[i]-out2[i])) > 1e-5 || math.Abs(float64(cell[i]-cell2[i])) > 1e-5 {
				t.Fatalf("unit %d: %v and %v, want %v and %v", i, cell[i], out[i], cell2[i], out2[i])
			}
		}
	}
}

// A net written and read again scores as before, up to the rounding of its numbers.
func TestNetFile(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	n := smallNet(random)
	data := n.AppendTo(nil)
	again, err := ReadNet(data)
	if err != nil {
		t.Fatal(err)
	}
	p, q := n.NewPass(), again.NewPass()
	fill(p, rand.New(rand.NewPCG(1, 1)))
	fill(q, rand.New(rand.NewPCG(1, 1)))
	n.Forward(p)
	again.Forward(q)
	for token := range p.Tokens() {
		for i, v := range p.Tags(token) {
			if math.Abs(float64(v-q.Tags(token)[i])) > 0.05 {
				t.Fatalf("token %d, tag %d: %v and %v", token, i, v, q.Tags(token)[i])
			}
		}
	}
	for cut := 0; cut < len(data); cut += 97 {
		if _, err := ReadNet(data[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are read without an error", cut, len(data))
		}
	}
	if _, err := ReadNet(append(data, 0)); err == nil {
		t.Error("a byte too many is read without an error")
	}
}
