package train

import (
	"math"
	"slices"
	"strings"
)

// eitherWay are the acts without a direction.
var eitherWay = []string{"meet", "call", "sign", "agree", "sever-relations", "restore-relations"}

func matches(g, f ActRecord, either bool) bool {
	if g.Act == "" || !strings.EqualFold(g.Act, f.Act) {
		return false
	}
	if sharesHalf(g.Actor, f.Actor) && sharesHalf(g.Recipient, f.Recipient) {
		return true
	}
	if !either || !slices.Contains(eitherWay, g.Act) {
		return false
	}
	a, b := pool(g), pool(f)
	need := 9
	if len(b) > 0 {
		need = len(b)
	}
	return len(a) > 0 && common(a, b) >= min(2, len(a), need)
}

func pool(r ActRecord) []string {
	return unique(append(slices.Clone(r.Actor), r.Recipient...))
}

func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

func common(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

func sharesHalf(a, b []string) bool {
	a, b = unique(a), unique(b)
	both := common(a, b)
	union := len(a) + len(b) - both
	return union == 0 || (2*both >= union && union > 0)
}

// recordLikeness breaks ties between pairs that match: evidence words, then fields.
func recordLikeness(g, f ActRecord) float64 {
	a, b := wordCounts(g.Evidence), wordCounts(f.Evidence)
	same, all := 0, 0
	for word, n := range a {
		same += min(n, b[word])
		all += n
	}
	for _, n := range b {
		all += n
	}
	score := 0.0
	if same > 0 {
		score = 8 * float64(same) / float64(all)
	}
	for _, agrees := range []bool{
		g.Date == f.Date, g.Effective == f.Effective, g.Status == f.Status, sameCount(g.Count, f.Count), sameName(g.SaidBy, f.SaidBy),
		sameName(g.Object, f.Object), slices.Equal(unique(g.Actor), unique(f.Actor)), slices.Equal(unique(g.Recipient), unique(f.Recipient)),
	} {
		if agrees {
			score += 0.25
		}
	}
	return score
}

func wordCounts(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range nameWords(text) {
		counts[word]++
	}
	return counts
}

// align pairs gold with found records one to one, with as many matches as can
// be and then the likest pairs.
func align(gold, found []ActRecord, either bool) [][2]int {
	if len(gold) == 0 || len(found) == 0 {
		return nil
	}
	n := max(len(gold), len(found))
	weight := make([][]float64, n)
	for i := range weight {
		weight[i] = make([]float64, n)
		for j := range weight[i] {
			if i < len(gold) && j < len(found) && matches(gold[i], found[j], either) {
				weight[i][j] = 1000 + recordLikeness(gold[i], found[j])
			}
		}
	}
	var pairs [][2]int
	for i, j := range heaviest(weight) {
		if weight[i][j] > 0 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return pairs
}

// heaviest is the assignment of greatest total weight in a square table: the
// column of each row (Kuhn 1955, Munkres 1957, in the form with potentials).
func heaviest(weight [][]float64) []int {
	n := len(weight)
	rows, columns := make([]float64, n+1), make([]float64, n+1)
	rowOf, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		least := make([]float64, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		used := make([]bool, n+1)
		column := 0
		for {
			used[column] = true
			row, delta, next := rowOf[column], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if cost := -weight[row-1][j-1] - rows[row] - columns[j]; cost < least[j] {
					least[j], way[j] = cost, column
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					rows[rowOf[j]] += delta
					columns[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if column = next; rowOf[column] == 0 {
				break
			}
		}
		for column != 0 {
			rowOf[column] = rowOf[way[column]]
			column = way[column]
		}
	}
	out := make([]int, n)
	for j := 1; j <= n; j++ {
		out[rowOf[j]-1] = j - 1
	}
	return out
}
