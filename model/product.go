package model

import "math"

// Panels is a matrix made ready for products: columns in panels of 16, each
// panel row after row. Columns are rounded up to a multiple of 16 by zeros.
type Panels struct {
	// Depth is the number of rows, Width the number of columns, rounded up.
	Depth, Width int
	data         []float32
}

// RoundUp is n rounded up to a multiple of 16: columns, and rows of what is
// multiplied, are stored so, that no block of a product lies half outside.
func RoundUp(n int) int { return (n + 15) &^ 15 }

func (p *Panels) resize(depth, columns int) {
	p.Depth, p.Width = depth, RoundUp(columns)
	p.data = grown(p.data, p.Depth*p.Width)
}

// Pack reads a matrix of depth rows, stride apart, with the given columns.
func (p *Panels) Pack(matrix []float32, depth, columns, stride int) {
	p.resize(depth, columns)
	at := 0
	for from := 0; from < columns; from += 16 {
		n := min(16, columns-from)
		for k := range depth {
			row := p.data[at : at+16]
			copy(row[:n], matrix[k*stride+from:])
			clear(row[n:])
			at += 16
		}
	}
}

// PackTransposed reads a matrix whose rows are the columns wanted: columns
// rows, stride apart, of depth numbers.
func (p *Panels) PackTransposed(matrix []float32, depth, columns, stride int) {
	p.resize(depth, columns)
	for from := 0; from < p.Width; from += 16 {
		panel := p.data[from*depth : (from+16)*depth]
		for c := range 16 {
			if from+c >= columns {
				for k := range depth {
					panel[16*k+c] = 0
				}
				continue
			}
			row := matrix[(from+c)*stride : (from+c)*stride+depth]
			for k, v := range row {
				panel[16*k+c] = v
			}
		}
	}
}

// AddProduct adds x·p to out, row by row: x has rows of Depth numbers, xStride apart,
// out rows of Width numbers, outStride apart. Rows are taken eight at a time, so x and out
// hold rows rounded up to a multiple of eight. Each number is one chain of fused
// multiplications and additions in the order of the rows of p, the same on every kind of processor that has them.
func (p *Panels) AddProduct(x []float32, xStride, rows int, out []float32, outStride int) {
	if p.Depth == 0 {
		return
	}
	for from := 0; from < p.Width; from += 16 {
		panel := p.data[from*p.Depth : (from+16)*p.Depth]
		for row := 0; row < rows; row += 8 {
			block(x[row*xStride:], xStride, panel, p.Depth, out[row*outStride+from:], outStride)
		}
	}
}

// plainBlock is block without vector instructions.
func plainBlock(x []float32, xStride int, panel []float32, depth int, out []float32, outStride int) {
	for i := range 8 {
		row, sums := x[i*xStride:i*xStride+depth], out[i*outStride:i*outStride+16]
		for k, v := range row {
			for c, w := range panel[16*k : 16*k+16] {
				sums[c] = float32(math.FMA(float64(v), float64(w), float64(sums[c])))
			}
		}
	}
}

// grown is a slice of n numbers, the old one where it is long enough; what it holds is left as it was.
func grown(old []float32, n int) []float32 {
	if cap(old) < n {
		return make([]float32, n, n+n/4)
	}
	return old[:n]
}
