package model

import "iter"

// Build makes a model of weights that were learned elsewhere (by logistic
// regression, say): for each feature a weight for every class, in the order of
// classes. Weights nearer to zero than least are dropped, the rest are kept in
// eight bits. A feature comes once; their order does not matter.
func Build(classes []string, weights iter.Seq2[Feature, []float32], least float32) *Linear {
	var kept []entry
	scale, size := float32(1e-6), 0
	for feature, row := range weights {
		var cells []weighed
		for class, weight := range row {
			if weight >= least || -weight >= least {
				cells = append(cells, weighed{uint8(class), float64(weight)})
				scale = max(scale, weight, -weight)
			}
		}
		if len(cells) > 0 && len(cells) < MostClasses {
			kept = append(kept, entry{feature, cells})
			size += 1 + 2*len(cells)
		}
	}
	return freeze(classes, kept, scale, size)
}
