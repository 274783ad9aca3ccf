package parse

import "math"

// treeMaker chooses trees; it keeps the room that it works in.
type treeMaker struct{ seen []int }

// fill chooses the heads of a sentence of n tokens, its root (token 0)
// included, from scores: scores[i*stride+j] speaks for j as the head of i. Each token's
// best head is taken; of several that would hang on the root the one with the
// most to lose keeps it; cycles are broken by Chu and Liu's and Edmonds' algorithm. heads,
// of n places, is set; heads[0] is -1.
func (m *treeMaker) fill(scores []float32, stride, n int, heads []int) {
	root, gain := 0, float32(math.Inf(-1))
	found := false
	heads[0] = -1
	for i := 1; i < n; i++ {
		row := scores[i*stride:][:n]
		best := otherBest(row, i)
		lead := row[0]
		if best > 0 {
			lead -= row[best]
		}
		heads[i] = best
		// A token that prefers the root goes before all that do not.
		if prefers := lead >= 0; prefers && !found || prefers == found && lead > gain {
			root, gain, found = i, lead, prefers
		}
	}
	if n < 2 {
		return
	}
	heads[root] = 0
	if cap(m.seen) < n {
		m.seen = make([]int, 2*n)
	}
	if cycleStart(heads, m.seen[:n]) >= 0 {
		contract(scores, stride, n, root, heads)
	}
}

// otherBest is the best head of token i that is not the root, 0 when there is none.
func otherBest(row []float32, i int) int {
	best := 0
	for j := 1; j < len(row); j++ {
		if j != i && (best == 0 || row[j] > row[best]) {
			best = j
		}
	}
	return best
}

// cycleStart is a token of a cycle, -1 when every way up ends at the root; seen is room.
func cycleStart(heads, seen []int) int {
	clear(seen)
	for i := range heads {
		at := i
		for at >= 0 && seen[at] == 0 {
			seen[at] = i + 1
			at = heads[at]
		}
		if at >= 0 && seen[at] == i+1 {
			return at
		}
	}
	return -1
}

// cycleOf is the tokens of one cycle, none when there is none.
func cycleOf(heads []int) []int {
	at := cycleStart(heads, make([]int, len(heads)))
	if at < 0 {
		return nil
	}
	cycle := []int{at}
	for next := heads[at]; next != at; next = heads[next] {
		cycle = append(cycle, next)
	}
	return cycle
}

// contract finds the best tree in which root alone hangs on token 0.
func contract(scores []float32, stride, n, root int, heads []int) {
	never := float32(math.Inf(-1))
	graph := make([][]float32, n)
	for i := range graph {
		graph[i] = make([]float32, n)
		for j := range graph[i] {
			switch {
			case i == j || i == 0 || j == 0 && i != root || i == root && j != 0:
				graph[i][j] = never
			default:
				graph[i][j] = scores[i*stride+j]
			}
		}
	}
	copy(heads, edmonds(graph))
}

// edmonds is the heads of the best tree over graph[dependent][head], rooted in 0.
func edmonds(graph [][]float32) []int {
	n := len(graph)
	heads := make([]int, n)
	heads[0] = -1
	for i := 1; i < n; i++ {
		best := 0
		for j := range n {
			if graph[i][j] > graph[i][best] {
				best = j
			}
		}
		heads[i] = best
	}
	cycle := cycleOf(heads)
	if cycle == nil {
		return heads
	}
	// The cycle becomes one token, the last of a smaller graph.
	inside := make([]bool, n)
	for _, i := range cycle {
		inside[i] = true
	}
	var outside []int
	for i := range n {
		if !inside[i] {
			outside = append(outside, i)
		}
	}
	m := len(outside)
	small := make([][]float32, m+1)
	for i := range small {
		small[i] = make([]float32, m+1)
		small[i][i] = float32(math.Inf(-1))
	}
	enter, leave := make([]int, m), make([]int, m) // by outside head, by outside dependent
	for a, i := range outside {
		for b, j := range outside {
			small[a][b] = graph[i][j]
		}
		leave[a], enter[a] = cycle[0], cycle[0]
		small[a][m], small[m][a] = graph[i][cycle[0]], graph[cycle[0]][i]-graph[cycle[0]][heads[cycle[0]]]
		for _, c := range cycle[1:] {
			if graph[i][c] > small[a][m] {
				small[a][m], leave[a] = graph[i][c], c
			}
			if gain := graph[c][i] - graph[c][heads[c]]; gain > small[m][a] {
				small[m][a], enter[a] = gain, c
			}
		}
	}
	below := edmonds(small)
	for a, i := range outside {
		switch {
		case below[a] == m:
			heads[i] = leave[a]
		case below[a] >= 0:
			heads[i] = outside[below[a]]
		}
	}
	heads[enter[below[m]]] = outside[below[m]]
	return heads
}
