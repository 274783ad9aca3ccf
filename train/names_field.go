package train

import (
	"math"
	"math/rand/v2"

	"chancery/actor"
	"chancery/model"
)

// nameClassCount is how many classes the tagger of names has.
const nameClassCount = len(actor.NameMoves{})

// fieldTrainer learns a linear-chain conditional random field (Lafferty et al.
// 2001) by stochastic gradient ascent on the likelihood of the right classes,
// with weights drawn towards zero.
type fieldTrainer struct {
	rows    map[model.Feature]int32
	names   []model.Feature
	weights [][nameClassCount]float32 // true weight = scale * weight
	moves   [nameClassCount][nameClassCount]float64
	scale   float64
}

// fieldLesson is a run to learn from, its features as rows of the weights.
type fieldLesson struct {
	features [][]int32
	gold     []int
}

// nameModel is what is learned: the weights and the scores of the moves.
type nameModel struct {
	linear *model.Linear
	moves  *actor.NameMoves
}

// learnField learns a model from the runs.
func learnField(runs []nameRun, s fieldSettings) nameModel {
	t := &fieldTrainer{rows: map[model.Feature]int32{}, scale: 1}
	data := t.index(runs)
	random := rand.New(rand.NewPCG(1, 2))
	pull := s.pull / float64(len(data))
	for epoch := range s.epochs {
		random.Shuffle(len(data), func(i, j int) { data[i], data[j] = data[j], data[i] })
		for i := range data {
			done := float64(epoch) + float64(i)/float64(len(data))
			rate := s.rate / (1 + s.fall*done)
			t.step(&data[i], rate)
			t.scale *= 1 - rate*pull
		}
	}
	return nameModel{model.Build(actor.NameClasses(), t.all, float32(s.least)), t.allMoves()}
}

// fieldSettings say how a field is learned.
type fieldSettings struct {
	epochs     int
	rate, fall float64 // step at the start, and how it falls with the epochs
	pull       float64 // towards zero
	least      float64 // weights nearer to zero are dropped
}

// index gives the features numbers.
func (t *fieldTrainer) index(runs []nameRun) []fieldLesson {
	out := make([]fieldLesson, len(runs))
	for i, run := range runs {
		out[i] = fieldLesson{make([][]int32, len(run.Features)), run.gold}
		for j, token := range run.Features {
			for _, f := range token {
				row, known := t.rows[f]
				if !known {
					row = int32(len(t.names))
					t.rows[f] = row
					t.names = append(t.names, f)
				}
				out[i].features[j] = append(out[i].features[j], row)
			}
		}
	}
	t.weights = make([][nameClassCount]float32, len(t.names))
	return out
}

// chain is one run with all its sums, in logarithms.
type chain struct {
	scores            [][nameClassCount]float64
	forward, backward [][nameClassCount]float64
	moves             *[nameClassCount][nameClassCount]float64
}

// step moves the weights by the gradient of one run.
func (t *fieldTrainer) step(l *fieldLesson, rate float64) {
	c := t.sums(l)
	whole := logSum(&c.forward[len(l.gold)-1])
	by := float32(rate / t.scale)
	before := 0
	var pairs [nameClassCount][nameClassCount]float64
	for i, gold := range l.gold {
		var change [nameClassCount]float32
		for class := range nameClassCount {
			change[class] = -by * float32(math.Exp(c.forward[i][class]+c.backward[i][class]-whole))
		}
		change[gold] += by
		for _, row := range l.features[i] {
			w := &t.weights[row]
			for class := range change {
				w[class] += change[class]
			}
		}
		c.addPairs(i, whole, &pairs)
		pairs[before][gold]--
		before = gold
	}
	for from := range pairs {
		for to, p := range pairs[from] {
			t.moves[from][to] -= rate * p
		}
	}
}

// addPairs adds how likely each move into token i is.
func (c *chain) addPairs(i int, whole float64, pairs *[nameClassCount][nameClassCount]float64) {
	for to := range nameClassCount {
		right := c.scores[i][to] + c.backward[i][to] - whole
		if i == 0 {
			if actor.NameMoveAllowed(0, to) {
				pairs[0][to] += math.Exp(c.moves[0][to] + right)
			}
			continue
		}
		for from := range nameClassCount {
			if actor.NameMoveAllowed(from, to) {
				pairs[from][to] += math.Exp(c.forward[i-1][from] + c.moves[from][to] + right)
			}
		}
	}
}

// sums runs forward and backward over a run.
func (t *fieldTrainer) sums(l *fieldLesson) *chain {
	n := len(l.gold)
	c := &chain{make([][nameClassCount]float64, n), make([][nameClassCount]float64, n), make([][nameClassCount]float64, n), &t.moves}
	for i := range n {
		var sum [nameClassCount]float32
		for _, row := range l.features[i] {
			for class, w := range &t.weights[row] {
				sum[class] += w
			}
		}
		for class := range sum {
			c.scores[i][class] = float64(sum[class]) * t.scale
		}
	}
	var terms [nameClassCount]float64
	for i := range n {
		for to := range nameClassCount {
			for from := range nameClassCount {
				terms[from] = math.Inf(-1)
				if i == 0 && from == 0 && actor.NameMoveAllowed(0, to) {
					terms[0] = t.moves[0][to]
				} else if i > 0 && actor.NameMoveAllowed(from, to) {
					terms[from] = c.forward[i-1][from] + t.moves[from][to]
				}
			}
			c.forward[i][to] = logSum(&terms) + c.scores[i][to]
		}
	}
	for i := n - 2; i >= 0; i-- {
		for from := range nameClassCount {
			for to := range nameClassCount {
				terms[to] = math.Inf(-1)
				if actor.NameMoveAllowed(from, to) {
					terms[to] = t.moves[from][to] + c.scores[i+1][to] + c.backward[i+1][to]
				}
			}
			c.backward[i][from] = logSum(&terms)
		}
	}
	return c
}

// logSum is the logarithm of the sum of what the terms are logarithms of.
func logSum(terms *[nameClassCount]float64) float64 {
	most := math.Inf(-1)
	for _, x := range terms {
		most = max(most, x)
	}
	if math.IsInf(most, -1) {
		return most
	}
	sum := 0.0
	for _, x := range terms {
		if x > most-40 {
			sum += math.Exp(x - most)
		}
	}
	return most + math.Log(sum)
}

// all yields the features with their weights.
func (t *fieldTrainer) all(yield func(model.Feature, []float32) bool) {
	for i, f := range t.names {
		row := t.weights[i]
		for class := range row {
			row[class] *= float32(t.scale)
		}
		if !yield(f, row[:]) {
			return
		}
	}
}

func (t *fieldTrainer) allMoves() *actor.NameMoves {
	var out actor.NameMoves
	for from := range out {
		for to := range out[from] {
			out[from][to] = float32(t.moves[from][to])
		}
	}
	return &out
}
