package train

import (
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"strings"
)

// Judged is one act that was found, with the signs of how and whether gold has it.
type Judged struct {
	Article string
	Signs   []string
	Right   bool
}

// JudgedActs pairs the acts found in an article with its gold. signs has a row
// for each found record.
func JudgedActs(article string, gold, found []ActRecord, signs [][]string) []Judged {
	matched := make([]bool, len(found))
	for _, p := range align(gold, found, false) {
		matched[p[1]] = true
	}
	out := make([]Judged, len(found))
	for i := range found {
		out[i] = Judged{article, signs[i], matched[i]}
	}
	return out
}

// Confidence fits a logistic regression of right on signs, with a ridge that
// pulls every weight but that of "always" to zero (Newton's method), and writes
// the weights as extract/confidence.txt has them. log gets the reliability on
// articles left out of the fit, ten parts by the article's name.
func Confidence(rows []Judged, out, log io.Writer) error {
	const folds = 10
	fold := func(r Judged) int {
		h := fnv.New32a()
		h.Write([]byte(r.Article))
		return int(h.Sum32() % folds)
	}
	score := NewActScore()
	for k := range folds {
		weights := ridge(slices.DeleteFunc(slices.Clone(rows), func(r Judged) bool { return fold(r) == k }))
		for _, r := range rows {
			if fold(r) != k {
				continue
			}
			bin := min(int(10*chance(weights, r.Signs)), 9)
			score.Bins[bin].Found++
			if r.Right {
				score.Bins[bin].Right++
			}
		}
	}
	fmt.Fprintf(log, "%d acts; share that is right, by confidence, on articles left out:\n", len(rows))
	for i, bin := range score.Bins {
		if bin.Found > 0 {
			fmt.Fprintf(log, "  %.1f–%.1f %s\n", float64(i)/10, float64(i+1)/10, share(bin.Right, bin.Found))
		}
	}
	weights := ridge(rows)
	names := make([]string, 0, len(weights))
	for name := range weights {
		names = append(names, name)
	}
	slices.Sort(names)
	var text strings.Builder
	fmt.Fprintf(&text, "# Weights of the signs by which confidence is told: the chance is 1/(1+exp(-sum)). Signs are told in confidence.go.\n"+
		"# Learned by \"chancery train confidence\" from %d acts found in the gold development articles and in our own.\n"+
		"# Source: our own. Licence: as this project.\n", len(rows))
	for _, name := range names {
		fmt.Fprintf(&text, "%s %.2f\n", name, weights[name])
	}
	if _, err := io.WriteString(out, text.String()); err != nil {
		return fmt.Errorf("writing the weights of confidence: %w", err)
	}
	return nil
}

func chance(weights map[string]float64, signs []string) float64 {
	sum := 0.0
	for _, sign := range signs {
		sum += weights[sign]
	}
	return 1 / (1 + math.Exp(-sum))
}

// leastSeen is how many acts a sign must be found with to get a weight, and
// pull the strength of the ridge.
const (
	leastSeen = 5
	pull      = 2.0
)

// ridge is the weights of the signs, in a fixed number of Newton's steps.
func ridge(rows []Judged) map[string]float64 {
	seen := map[string]int{}
	for _, r := range rows {
		for _, sign := range r.Signs {
			seen[sign]++
		}
	}
	var names []string
	for name, n := range seen {
		if n >= leastSeen {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	index := map[string]int{}
	for i, name := range names {
		index[name] = i
	}
	w := make([]float64, len(names))
	for range 25 {
		gradient, curve := slopes(rows, index, names, w)
		for i, step := range solve(curve, gradient) {
			w[i] += step
		}
	}
	weights := map[string]float64{}
	for i, name := range names {
		weights[name] = w[i]
	}
	return weights
}

// slopes is the gradient and the negative Hessian of the penalised likelihood.
func slopes(rows []Judged, index map[string]int, names []string, w []float64) (gradient []float64, curve [][]float64) {
	n := len(names)
	gradient = make([]float64, n)
	curve = make([][]float64, n)
	for i := range curve {
		curve[i] = make([]float64, n)
		lambda := pull
		if names[i] == "always" {
			lambda = 1e-6
		}
		gradient[i], curve[i][i] = -lambda*w[i], lambda
	}
	for _, r := range rows {
		var at []int
		sum := 0.0
		for _, sign := range r.Signs {
			if i, known := index[sign]; known {
				at = append(at, i)
				sum += w[i]
			}
		}
		p := 1 / (1 + math.Exp(-sum))
		y := 0.0
		if r.Right {
			y = 1
		}
		for _, i := range at {
			gradient[i] += y - p
			for _, j := range at {
				curve[i][j] += p * (1 - p)
			}
		}
	}
	return gradient, curve
}

// solve is x of a·x = b by Gauss's elimination with the largest pivot.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for col := range n {
		pivot := col
		for row := col + 1; row < n; row++ {
			if math.Abs(a[row][col]) > math.Abs(a[pivot][col]) {
				pivot = row
			}
		}
		a[col], a[pivot] = a[pivot], a[col]
		b[col], b[pivot] = b[pivot], b[col]
		for row := col + 1; row < n; row++ {
			f := a[row][col] / a[col][col]
			for k := col; k < n; k++ {
				a[row][k] -= f * a[col][k]
			}
			b[row] -= f * b[col]
		}
	}
	for row := n - 1; row >= 0; row-- {
		for k := row + 1; k < n; k++ {
			b[row] -= a[row][k] * b[k]
		}
		b[row] /= a[row][row]
	}
	return b
}
