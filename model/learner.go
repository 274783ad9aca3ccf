package model

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// Learner improves a Net by Adam (Kingma and Ba 2015, arXiv:1412.6980). Rows of tables move only
// when a batch asks for them. A batch is cut into a fixed number of passes, so
// that the same sentences in the same order give the same bits on any number of cores.
type Learner struct {
	net    *Net
	passes []*Pass
	slopes []*slopes
	first  [][]float32
	second [][]float32
	steps  int
}

// Drop is the share of numbers that are set to zero between layers while learning.
const Drop = 0.33

// NewLearner starts to improve the net, in so many passes a batch.
func NewLearner(n *Net, passes int) *Learner {
	l := &Learner{net: n}
	for range passes {
		l.passes = append(l.passes, n.NewPass())
		l.slopes = append(l.slopes, newSlopes(n))
	}
	for _, a := range n.arrays {
		size := len(a.values)
		if a.fixed {
			size = 0
		}
		l.first, l.second = append(l.first, make([]float32, size)), append(l.second, make([]float32, size))
	}
	return l
}

// Pass is one of the passes of the next batch; the caller fills it.
func (l *Learner) Pass(i int) *Pass { return l.passes[i] }

// Learn makes one step of the given rate on the batch in the passes, whose
// right answers are told, a list a pass; seed draws what is dropped.
func (l *Learner) Learn(golds [][]Gold, rate float64, seed uint64) Loss {
	l.net.turn()
	tokens := 0
	for _, p := range l.passes {
		tokens += p.Tokens() - p.Sentences()
	}
	losses := make([]Loss, len(l.passes))
	var group sync.WaitGroup
	for i, p := range l.passes {
		group.Go(func() {
			p.drop = dropout{random: rand.New(rand.NewPCG(seed, uint64(i))), rate: Drop, masks: p.drop.masks, drawn: -1}
			l.net.Forward(p)
			losses[i] = l.net.backward(p, golds[i], 1/float32(max(1, tokens)), l.slopes[i])
		})
	}
	group.Wait()
	var sum Loss
	for _, loss := range losses {
		sum.Tag, sum.Head, sum.Relation, sum.Tokens = sum.Tag+loss.Tag, sum.Head+loss.Head, sum.Relation+loss.Relation, sum.Tokens+loss.Tokens
	}
	l.update(rate)
	l.net.pack()
	return sum
}

const (
	keepFirst, keepSecond, least = 0.9, 0.95, 1e-8
	// mostSlope is the length to which a batch's gradient is cut.
	mostSlope = 5
)

func (l *Learner) update(rate float64) {
	l.steps++
	lists := make([][]int32, len(l.net.arrays)) // rows that move, of tables
	square := 0.0
	for _, a := range l.net.arrays {
		if a.fixed {
			continue
		}
		sum := l.slopes[0].arrays[a.number]
		if a.table {
			all := map[int32]struct{}{}
			for _, g := range l.slopes {
				maps.Copy(all, g.touched[a.number])
			}
			lists[a.number] = slices.Sorted(maps.Keys(all))
		}
		l.each(a, lists[a.number], func(from, to int) {
			for _, g := range l.slopes[1:] {
				for i, v := range g.arrays[a.number][from:to] {
					sum[from+i] += v
				}
				clear(g.arrays[a.number][from:to])
			}
			for _, v := range sum[from:to] {
				square += float64(v) * float64(v)
			}
		})
	}
	shrink := float32(1)
	if length := math.Sqrt(square); length > mostSlope {
		shrink = float32(mostSlope / length)
	}
	pace := float32(rate * math.Sqrt(1-math.Pow(keepSecond, float64(l.steps))) / (1 - math.Pow(keepFirst, float64(l.steps))))
	for _, a := range l.net.arrays {
		if !a.fixed {
			l.each(a, lists[a.number], func(from, to int) { l.move(a, from, to, pace, shrink) })
		}
	}
	for _, g := range l.slopes {
		for _, touched := range g.touched {
			clear(touched)
		}
	}
}

// each calls do with the range of each row listed, or once with all of an array that is no table.
func (l *Learner) each(a *array, rows []int32, do func(from, to int)) {
	if !a.table {
		do(0, len(a.values))
		return
	}
	for _, row := range rows {
		do(int(row)*a.columns, (int(row)+1)*a.columns)
	}
}

func (l *Learner) move(a *array, from, to int, pace, shrink float32) {
	first, second, slope, values := l.first[a.number][from:to], l.second[a.number][from:to], l.slopes[0].arrays[a.number][from:to], a.values[from:to]
	for i := range values {
		d := slope[i] * shrink
		slope[i] = 0
		m := keepFirst*first[i] + (1-keepFirst)*d
		v := keepSecond*second[i] + (1-keepSecond)*d*d
		first[i], second[i] = m, v
		values[i] -= pace * m / (sqrt32(v) + least)
	}
}

// mask multiplies rows by the mask of their sentence, the same before and
// after backward; without random it does nothing. Masks are drawn when the input is masked.
func (p *Pass) mask(number int, x []float32, width int) {
	if p.drop.random == nil {
		return
	}
	if number == 0 && len(p.drop.masks) == 0 {
		p.drop.masks = make([][]float32, len(p.net.layers)+2)
	}
	p.drawMask(number, width)
	for s := range p.Sentences() {
		mask := p.drop.masks[number][s*width:][:width]
		for token := p.starts[s]; token < p.starts[s+1]; token++ {
			row := x[token*width:][:width]
			for i, m := range mask {
				row[i] *= m
			}
		}
	}
}

// drawMask draws the mask in a pass forward, where it is not drawn yet.
func (p *Pass) drawMask(number, width int) {
	if number <= p.drop.drawn {
		return
	}
	p.drop.drawn = number
	mask := grown(p.drop.masks[number], p.Sentences()*width)
	keep := 1 / (1 - p.drop.rate)
	for i := range mask {
		mask[i] = keep
		if p.drop.random.Float32() < p.drop.rate {
			mask[i] = 0
		}
	}
	p.drop.masks[number] = mask
}
