package model

//go:noescape
func wide8(x *float32, xBytes int, panel *float32, depth int, out *float32, outBytes int)

//go:noescape
func narrow4(x *float32, xBytes int, panel *float32, depth int, out *float32, outBytes int)

//go:noescape
func vectorStep(parts, gates, skip, old, cell, out *float32, n int)

func cpuid(leaf, sub uint32) (a, b, c, d uint32)

func xgetbv() uint32

// vectorWidth is how many floats the machine multiplies at once: 16 (AVX-512),
// 8 (AVX2 and FMA) or 1. The bits are those that Intel's manual, volume 2, CPUID, names.
var vectorWidth = func() int {
	if most, _, _, _ := cpuid(0, 0); most < 7 {
		return 1
	}
	const fma, saved, avx = 1 << 12, 1 << 27, 1 << 28
	_, _, c, _ := cpuid(1, 0)
	if c&fma == 0 || c&saved == 0 || c&avx == 0 {
		return 1
	}
	_, b, _, _ := cpuid(7, 0)
	kept := xgetbv()
	switch {
	case b&(1<<16) != 0 && kept&0xe6 == 0xe6:
		return 16
	case b&(1<<5) != 0 && kept&6 == 6:
		return 8
	}
	return 1
}()

// block adds to 8 rows of 16 columns of out the product of 8 rows of x and a panel.
func block(x []float32, xStride int, panel []float32, depth int, out []float32, outStride int) {
	_, _, _ = x[7*xStride+depth-1], panel[16*depth-1], out[7*outStride+15]
	switch vectorWidth {
	case 16:
		wide8(&x[0], 4*xStride, &panel[0], depth, &out[0], 4*outStride)
	case 8:
		narrow4(&x[0], 4*xStride, &panel[0], depth, &out[0], 4*outStride)
		narrow4(&x[4*xStride], 4*xStride, &panel[0], depth, &out[4*outStride], 4*outStride)
	default:
		plainBlock(x, xStride, panel, depth, out, outStride)
	}
}

// stepUnit is plainStep by vector instructions, where there are any.
func stepUnit(parts, gates, skip, old, cell, out []float32) {
	n := len(out)
	_, _, _, _, _ = parts[3*n-1], gates[4*n-1], skip[n-1], old[n-1], cell[n-1]
	if vectorWidth == 1 {
		plainStep(parts, gates, skip, old, cell, out)
		return
	}
	vectorStep(&parts[0], &gates[0], &skip[0], &old[0], &cell[0], &out[0], n)
}
