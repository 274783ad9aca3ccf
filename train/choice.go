package train

import (
	"math/rand/v2"

	"chancery/model"
)

// Choice is a set of options, each with its features, of which one is right.
type Choice struct {
	Options [][]model.Feature
	Right   int
}

// LearnChoices fits conditional logistic regression: one weight a feature, so
// that the softmax over the options' scores gives the right one.
func LearnChoices(choices []Choice, s Settings) *Logistic {
	l := &Logistic{Classes: []string{"right"}, index: map[model.Feature]int32{}}
	seen := map[model.Feature]int{}
	rows := make([][][]int32, len(choices))
	for _, c := range choices {
		for _, option := range c.Options {
			l.notice(option, seen, s.Least)
		}
	}
	for i, c := range choices {
		for _, option := range c.Options {
			rows[i] = append(rows[i], l.rowsOf(option))
		}
	}
	l.weights = make([]float32, len(l.keys))
	l.squares = make([]float32, len(l.keys))
	order := rand.New(rand.NewPCG(3, 4))
	for range s.Epochs {
		for _, i := range order.Perm(len(choices)) {
			l.choose(rows[i], choices[i].Right, s)
		}
	}
	return l
}

// choose moves the weights along the gradient of one choice.
func (l *Logistic) choose(options [][]int32, right int, s Settings) {
	chances := make([]float64, len(options))
	for i, rows := range options {
		for _, row := range rows {
			chances[i] += float64(l.weights[row])
		}
	}
	softmax(chances)
	for i, rows := range options {
		slope := float32(chances[i])
		if i == right {
			slope--
		}
		if slope > -1e-4 && slope < 1e-4 {
			continue
		}
		for _, row := range rows {
			l.move(int(row), slope, s)
		}
	}
}
