package extract

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"chancery/pattern"
)

// newWeights reads lines "SIGN WEIGHT"; the error wraps pattern.ErrRule and
// names file and line.
func newWeights(file, text string) (map[string]float64, error) {
	weights := map[string]float64{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		sign, rest, _ := strings.Cut(line, " ")
		weight, err := strconv.ParseFloat(strings.TrimSpace(rest), 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w: want a sign and its weight", file, number, pattern.ErrRule)
		}
		weights[sign] = weight
	}
	return weights, nil
}

// confidence is the chance that an act with these signs is right, by the
// logistic weights of confidence.txt.
func (x *Extractor) confidence(signs []string) float64 {
	sum := 0.0
	for _, sign := range signs {
		sum += x.weights[sign]
	}
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}
