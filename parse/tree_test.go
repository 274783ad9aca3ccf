package parse

import (
	"math/rand/v2"
	"testing"
)

// eachTree calls do with every way to hang tokens 1..n-1 so that one hangs on the root and none is in a cycle.
func eachTree(n int, heads []int, at int, do func()) {
	if at == n {
		roots := 0
		for _, h := range heads[1:] {
			if h == 0 {
				roots++
			}
		}
		if roots == 1 && cycleOf(heads) == nil {
			do()
		}
		return
	}
	for heads[at] = 0; heads[at] < n; heads[at]++ {
		if heads[at] != at {
			eachTree(n, heads, at+1, do)
		}
	}
}

// The tree chosen is the best of all that hang the same token on the root.
func TestTreeIsTheBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var m treeMaker
	const stride = 16
	for range 300 {
		n := 2 + random.IntN(5)
		scores := make([]float32, n*stride)
		for i := range scores {
			scores[i] = float32(random.IntN(100))
		}
		sum := func(heads []int) (total float32, root int) {
			for i, h := range heads[1:] {
				total += scores[(i+1)*stride+h]
				if h == 0 {
					root = i + 1
				}
			}
			return total, root
		}
		heads := make([]int, n)
		m.fill(scores, stride, n, heads)
		if cycleOf(heads) != nil {
			t.Fatalf("a cycle in %v", heads)
		}
		got, root := sum(heads)
		other := make([]int, n)
		other[0] = -1
		eachTree(n, other, 1, func() {
			if total, r := sum(other); r == root && total > got {
				t.Fatalf("%v is worth %v, %v %v", heads, got, other, total)
			}
		})
	}
}

// Scores that lead every token into one circle still give a tree, of a long sentence too.
func TestTreeOfACircle(t *testing.T) {
	var m treeMaker
	n := mostTokens + 1
	stride := n
	scores := make([]float32, n*stride)
	for i := 1; i < n; i++ {
		scores[i*stride+1+i%(n-1)] = 5
		scores[i*stride] = -5
	}
	heads := make([]int, n)
	m.fill(scores, stride, n, heads)
	if cycleOf(heads) != nil {
		t.Errorf("a cycle in %v", heads)
	}
}
