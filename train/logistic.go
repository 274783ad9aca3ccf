package train

import (
	"math"
	"math/rand/v2"

	"chancery/model"
)

// Example is a set of features with the class that they go with.
type Example struct {
	Features []model.Feature
	Class    int
	// Weight tells how much the example counts; 0 is 1.
	Weight float32
}

// Logistic is multinomial logistic regression, learned by stochastic gradient
// with AdaGrad's step sizes (Duchi, Hazan and Singer 2011). The same examples
// in the same order give the same weights.
type Logistic struct {
	Classes []string
	index   map[model.Feature]int32
	keys    []model.Feature
	weights []float32 // a row of len(Classes) for each feature
	squares []float32
}

// Settings of the learning.
type Settings struct {
	Epochs int
	Rate   float32
	// Decay pulls weights towards zero at each step they take part in.
	Decay float32
	// Least is how many examples a feature must be in.
	Least int
}

// Learn fits the model to the examples.
func Learn(classes []string, examples []Example, s Settings) *Logistic {
	l := &Logistic{Classes: classes, index: map[model.Feature]int32{}}
	seen := map[model.Feature]int{}
	for _, e := range examples {
		l.notice(e.Features, seen, s.Least)
	}
	l.weights = make([]float32, len(l.keys)*len(classes))
	l.squares = make([]float32, len(l.weights))
	rows := make([][]int32, len(examples))
	for i, e := range examples {
		rows[i] = l.rowsOf(e.Features)
	}
	order := rand.New(rand.NewPCG(1, 2))
	chances := make([]float64, len(classes))
	for range s.Epochs {
		for _, i := range order.Perm(len(examples)) {
			l.step(rows[i], examples[i], chances, s)
		}
	}
	return l
}

// notice counts features and gives a row to those that are seen often enough.
func (l *Logistic) notice(features []model.Feature, seen map[model.Feature]int, least int) {
	for _, f := range features {
		seen[f]++
		if seen[f] == least {
			l.index[f] = int32(len(l.keys))
			l.keys = append(l.keys, f)
		}
	}
}

// rowsOf are the rows of the features that have one.
func (l *Logistic) rowsOf(features []model.Feature) []int32 {
	var rows []int32
	for _, f := range features {
		if at, ok := l.index[f]; ok {
			rows = append(rows, at)
		}
	}
	return rows
}

// step moves the weights along the gradient of one example.
func (l *Logistic) step(rows []int32, e Example, chances []float64, s Settings) {
	l.chances(rows, chances)
	weight := e.Weight
	if weight == 0 {
		weight = 1
	}
	k := len(l.Classes)
	for class := range k {
		slope := float32(chances[class])
		if class == e.Class {
			slope--
		}
		slope *= weight
		if slope > -1e-4 && slope < 1e-4 {
			continue
		}
		for _, row := range rows {
			l.move(int(row)*k+class, slope, s)
		}
	}
}

// move is AdaGrad's step for one weight.
func (l *Logistic) move(at int, slope float32, s Settings) {
	g := slope + s.Decay*l.weights[at]
	l.squares[at] += g * g
	l.weights[at] -= s.Rate * g / (1e-3 + float32(math.Sqrt(float64(l.squares[at]))))
}

// chances fills the softmax of the classes' scores.
func (l *Logistic) chances(rows []int32, chances []float64) {
	k := len(l.Classes)
	clear(chances)
	for _, row := range rows {
		for class := range k {
			chances[class] += float64(l.weights[int(row)*k+class])
		}
	}
	softmax(chances)
}

// softmax turns scores into chances.
func softmax(scores []float64) {
	if len(scores) == 0 {
		return
	}
	top, sum := scores[0], 0.0
	for _, c := range scores {
		top = max(top, c)
	}
	for i, c := range scores {
		scores[i] = math.Exp(c - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// Freeze keeps the weights of at least the given size in a model.Linear.
func (l *Logistic) Freeze(least float32) *model.Linear {
	k := len(l.Classes)
	return model.Build(l.Classes, func(yield func(model.Feature, []float32) bool) {
		for i, key := range l.keys {
			if !yield(key, l.weights[i*k:(i+1)*k]) {
				return
			}
		}
	}, least)
}
