package parse

import "chancery/model"

// Labels numbers the dependency relations and the transitions: 0 is SHIFT,
// 1+l LEFT with label l, 1+len(Names)+l RIGHT with label l.
type Labels struct {
	Names []string
	// The numbers of relations that the engine itself asks for; -1 when there is none.
	caseOf, mark, cc int
}

// NewLabels numbers the names in their order; the first is "root".
func NewLabels(names []string) *Labels {
	l := &Labels{Names: names, caseOf: -1, mark: -1, cc: -1}
	for i, name := range names {
		switch name {
		case "case":
			l.caseOf = i
		case "mark":
			l.mark = i
		case "cc":
			l.cc = i
		}
	}
	return l
}

// Classes is the number of transitions.
func (l *Labels) Classes() int { return 1 + 2*len(l.Names) }

// node is what is known of a token's dependents so far.
type node struct {
	head           int32
	label          int32
	left, left2    int32 // outermost left dependent and the one before it; 0 when none
	right, right2  int32
	lefts, rights  uint64 // how many
	leftSet        uint64 // the set of their labels, a bit each (labels above 63 share bits)
	rightSet       uint64
	marker, joiner uint64 // forms of its case or mark, and of its cc
}

// State is a configuration of the arc-hybrid system: a stack with the root at
// its bottom, a buffer, and the arcs so far. RIGHT from the root is allowed
// only when the buffer is empty, so that a tree has one root.
type State struct {
	words  *Words
	labels *Labels
	stack  []int32
	next   int32 // front of the buffer; n+1 when it is empty
	end    int32 // n+1
	nodes  []node
	last   uint64 // the last transition's kind
	room   [MostFeatures]model.Feature
}

// Start begins a sentence.
func (s *State) Start(words *Words, labels *Labels) {
	n := words.Len()
	s.words, s.labels, s.next, s.end, s.last = words, labels, 1, int32(n+1), 0
	s.stack = append(s.stack[:0], 0)
	if cap(s.nodes) < n+2 {
		s.nodes = make([]node, n+2, 2*n+66)
	}
	s.nodes = s.nodes[:n+2]
	for i := range s.nodes {
		s.nodes[i] = node{head: -1}
	}
}

// Done reports whether every token has a head.
func (s *State) Done() bool { return s.next == s.end && len(s.stack) == 1 }

// MayShift reports whether the buffer has a token to shift.
func (s *State) MayShift() bool { return s.next < s.end }

// MayLeft reports whether the top of the stack may hang on the front of the buffer.
func (s *State) MayLeft() bool { return s.next < s.end && len(s.stack) > 1 }

// MayRight reports whether the top of the stack may hang on what lies below it.
func (s *State) MayRight() bool {
	return len(s.stack) > 2 || len(s.stack) == 2 && s.next == s.end
}

// OnlyRoot reports whether RIGHT would hang the top on the root.
func (s *State) OnlyRoot() bool { return len(s.stack) == 2 }

// Top is the token on top of the stack, 0 for the root.
func (s *State) Top() int32 { return s.stack[len(s.stack)-1] }

// Front is the token at the front of the buffer, the sentence's length plus 1 when it is empty.
func (s *State) Front() int32 { return s.next }

// Below is the token below the top of the stack, -1 when there is none.
func (s *State) Below() int32 {
	if len(s.stack) < 2 {
		return -1
	}
	return s.stack[len(s.stack)-2]
}

// Stack is the stack from its bottom, the root; the caller does not change it.
func (s *State) Stack() []int32 { return s.stack }

// Head is the head that token i (from 1) was given, -1 before.
func (s *State) Head(i int) int32 { return s.nodes[i].head }

// Label is the number of token i's relation.
func (s *State) Label(i int) int32 { return s.nodes[i].label }

// Do makes a transition that is allowed.
func (s *State) Do(class int) {
	n := len(s.labels.Names)
	switch {
	case class == 0:
		s.stack = append(s.stack, s.next)
		s.next++
		s.last = 1
	case class <= n:
		s.attach(s.Top(), s.next, int32(class-1))
		s.stack = s.stack[:len(s.stack)-1]
		s.last = 2
	default:
		s.attach(s.Top(), s.Below(), int32(class-1-n))
		s.stack = s.stack[:len(s.stack)-1]
		s.last = 3
	}
}

func (s *State) attach(dependent, head, label int32) {
	s.nodes[dependent].head, s.nodes[dependent].label = head, label
	h := &s.nodes[head]
	bit := uint64(1) << (label & 63)
	if dependent < head {
		h.left, h.left2 = dependent, h.left
		h.lefts++
		h.leftSet |= bit
	} else {
		h.right, h.right2 = dependent, h.right
		h.rights++
		h.rightSet |= bit
	}
	switch int(label) {
	case s.labels.caseOf, s.labels.mark:
		if h.marker == 0 {
			h.marker = s.words.list[dependent].form
		}
	case s.labels.cc:
		h.joiner = s.words.list[dependent].form
	}
}
