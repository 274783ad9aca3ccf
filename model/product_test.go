package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Products agree with the plain sum, whatever the sizes; packing either way gives the same.
func TestAddProduct(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		rows, depth, columns := 1+random.IntN(30), 1+random.IntN(70), 1+random.IntN(50)
		full := RoundUp(rows)
		x, w := make([]float32, full*depth), make([]float32, depth*columns)
		for i := range x {
			x[i] = random.Float32() - 0.5
		}
		turned := make([]float32, len(w))
		for i := range w {
			w[i] = random.Float32() - 0.5
			turned[i%columns*depth+i/columns] = w[i]
		}
		var p, q Panels
		p.Pack(w, depth, columns, columns)
		q.PackTransposed(turned, depth, columns, depth)
		out, other := make([]float32, full*p.Width), make([]float32, full*p.Width)
		p.AddProduct(x, depth, rows, out, p.Width)
		q.AddProduct(x, depth, rows, other, q.Width)
		for i := range rows {
			for j := range columns {
				var want float64
				for k := range depth {
					want += float64(x[i*depth+k]) * float64(w[k*columns+j])
				}
				got := float64(out[i*p.Width+j])
				if math.Abs(got-want) > 1e-4 || out[i*p.Width+j] != other[i*p.Width+j] {
					t.Fatalf("%d×%d×%d: cell %d,%d is %v, want %v", rows, depth, columns, i, j, got, want)
				}
			}
		}
	}
}

func BenchmarkAddProduct(b *testing.B) {
	const rows, depth, columns = 128, 256, 768
	x, w := make([]float32, rows*depth), make([]float32, depth*columns)
	var p Panels
	p.Pack(w, depth, columns, columns)
	out := make([]float32, rows*columns)
	for b.Loop() {
		p.AddProduct(x, depth, rows, out, columns)
	}
	b.ReportMetric(float64(b.N)*rows*depth*columns/b.Elapsed().Seconds()/1e9, "Gmac/s")
}
