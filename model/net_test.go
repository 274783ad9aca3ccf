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
