package train

import "chancery/parse"

// goldTree is what the oracle knows of a sentence.
type goldTree struct {
	heads  []int32
	labels []int     // numbers of the relations
	deps   [][]int32 // dependents of each token, rising
}

func newGoldTree(heads []int, labels []int) goldTree {
	g := goldTree{make([]int32, len(heads)), labels, make([][]int32, len(heads))}
	for d := 1; d < len(heads); d++ {
		g.heads[d] = int32(heads[d])
		g.deps[heads[d]] = append(g.deps[heads[d]], int32(d))
	}
	return g
}

const never = 1 << 20

// costs are how many gold arcs SHIFT, LEFT and RIGHT each put out of reach
// (Goldberg and Nivre 2013, arc-hybrid); never for those that are not allowed.
func (g *goldTree) costs(s *parse.State) (shift, left, right int) {
	top, below, front := s.Top(), s.Below(), s.Front()
	shift, left, right = never, never, never
	if s.MayShift() {
		shift = 0
		stack := s.Stack()
		for _, x := range stack[:len(stack)-1] {
			if g.heads[front] == x {
				shift++
			}
		}
		for _, x := range stack {
			if x != 0 && g.heads[x] == front {
				shift++
			}
		}
	}
	ahead := 0 // dependents of the top that are still to come
	if top != 0 {
		for _, d := range g.deps[top] {
			if d >= front {
				ahead++
			}
		}
	}
	if s.MayLeft() {
		left = ahead
		if h := g.heads[top]; h == below || h > front {
			left++
		}
	}
	if s.MayRight() {
		right = ahead
		if g.heads[top] >= front {
			right++
		}
	}
	return shift, left, right
}

// best is the highest-scored of the transitions that cost least, and whether
// guess is one of them.
func (g *goldTree) best(s *parse.State, scores []int32, labels, guess int) (class int, right bool) {
	shift, leftCost, rightCost := g.costs(s)
	least := min(shift, leftCost, rightCost)
	class = -1
	consider := func(from, to int) {
		for c := from; c < to; c++ {
			if class < 0 || scores[c] > scores[class] {
				class = c
			}
			right = right || c == guess
		}
	}
	if shift == least {
		consider(0, 1)
	}
	if leftCost == least {
		if top := s.Top(); g.heads[top] == s.Front() {
			consider(1+g.labels[top], 2+g.labels[top])
		} else {
			consider(2, 1+labels)
		}
	}
	if rightCost == least {
		switch top := s.Top(); {
		case s.OnlyRoot():
			consider(1+labels, 2+labels)
		case g.heads[top] == s.Below():
			consider(1+labels+g.labels[top], 2+labels+g.labels[top])
		default:
			consider(2+labels, 1+2*labels)
		}
	}
	return class, right
}
