//go:build !amd64

package model

// block adds to 8 rows of 16 columns of out the product of 8 rows of x and a panel.
func block(x []float32, xStride int, panel []float32, depth int, out []float32, outStride int) {
	plainBlock(x, xStride, panel, depth, out, outStride)
}

// stepUnit is plainStep.
func stepUnit(parts, gates, skip, old, cell, out []float32) {
	plainStep(parts, gates, skip, old, cell, out)
}
