package model

import (
	"fmt"
	"slices"
)

// Trainer learns an averaged perceptron (Collins 2002) over hashed features.
// Weights are whole numbers, so their sums do not depend on any order. It is
// not safe for several goroutines.
type Trainer struct {
	classes []string
	keys    []Feature
	index   []uint32
	rows    [][]cell
	steps   int64
	scratch [MostClasses]int32
}

// cell is the weight of one feature for one class; past is the sum of the
// changes times the step they were made at, so that the average over steps is
// weight - past/steps.
type cell struct {
	past   int64
	weight int32
	class  uint8
}

// NewTrainer starts a model of the given classes, at most MostClasses.
func NewTrainer(classes []string) *Trainer {
	if len(classes) > MostClasses {
		panic(fmt.Sprintf("model: %d classes, at most %d", len(classes), MostClasses))
	}
	const size = 1 << 16
	return &Trainer{classes: classes, keys: make([]Feature, size), index: make([]uint32, size), rows: make([][]cell, 1)}
}

// place is where the feature's key stands or would stand.
func (t *Trainer) place(f Feature) int {
	mask := len(t.keys) - 1
	at := int(uint64(f)>>20) & mask
	for t.index[at] != 0 && t.keys[at] != f {
		at = (at + 1) & mask
	}
	return at
}

// Scores sets the weights' sums for the classes; the slice is the trainer's
// own and holds until the next call.
func (t *Trainer) Scores(features []Feature) []int32 {
	scores := t.scratch[:len(t.classes)]
	clear(scores)
	var found [mostTogether]uint32
	for len(features) > 0 {
		part := features[:min(len(features), mostTogether)]
		features = features[len(part):]
		for i, f := range part {
			found[i] = t.index[t.place(f)]
		}
		for _, row := range found[:len(part)] {
			for _, c := range t.rows[row] {
				t.scratch[c.class] += c.weight
			}
		}
	}
	return scores
}

// Learn makes one step: it guesses, and when the guess is not gold moves the
// weights. It returns the guess.
func (t *Trainer) Learn(features []Feature, gold int) (guess int) {
	scores := t.Scores(features)
	for class, score := range scores {
		if score > scores[guess] {
			guess = class
		}
	}
	t.Update(features, gold, guess)
	return guess
}

// Update makes one step with a guess that the caller chose from Scores (a
// class that is not allowed can be left out so).
func (t *Trainer) Update(features []Feature, gold, guess int) {
	t.steps++
	if gold == guess {
		return
	}
	for _, f := range features {
		row := t.row(f)
		t.add(row, gold, 1)
		t.add(row, guess, -1)
	}
}

// row is the number of the feature's row, made when it has none.
func (t *Trainer) row(f Feature) uint32 {
	at := t.place(f)
	if t.index[at] == 0 {
		if 2*len(t.rows) > len(t.keys) {
			t.grow()
			at = t.place(f)
		}
		t.keys[at], t.index[at] = f, uint32(len(t.rows))
		t.rows = append(t.rows, nil)
	}
	return t.index[at]
}

func (t *Trainer) grow() {
	keys, index := t.keys, t.index
	t.keys, t.index = make([]Feature, 2*len(keys)), make([]uint32, 2*len(keys))
	for i, row := range index {
		if row != 0 {
			at := t.place(keys[i])
			t.keys[at], t.index[at] = keys[i], row
		}
	}
}

func (t *Trainer) add(row uint32, class int, change int32) {
	cells := t.rows[row]
	for i := range cells {
		if int(cells[i].class) == class {
			cells[i].weight += change
			cells[i].past += int64(change) * t.steps
			return
		}
	}
	t.rows[row] = append(cells, cell{past: int64(change) * t.steps, weight: change, class: uint8(class)})
}

// entry is a row that is kept.
type entry struct {
	feature Feature
	cells   []weighed
}

type weighed struct {
	class  uint8
	weight float64
}

// Freeze averages the weights over all steps, drops those nearer to zero than
// least, and keeps the rest in eight bits. The trainer stays as it is.
func (t *Trainer) Freeze(least float64) *Linear {
	var kept []entry
	scale, size := 1e-6, 0
	for at, row := range t.index {
		if row == 0 {
			continue
		}
		var cells []weighed
		for _, c := range t.rows[row] {
			average := float64(c.weight) - float64(c.past)/float64(max(t.steps, 1))
			if average >= least || -average >= least {
				cells = append(cells, weighed{c.class, average})
				scale = max(scale, average, -average)
			}
		}
		if len(cells) > 255 {
			cells = cells[:255]
		}
		if len(cells) > 0 {
			slices.SortFunc(cells, func(a, b weighed) int { return int(a.class) - int(b.class) })
			kept = append(kept, entry{t.keys[at], cells})
			size += 1 + 2*len(cells)
		}
	}
	return lay(t.classes, kept, float32(scale), size)
}

// lay puts the entries into their places, in the order of their homes.
func lay(classes []string, kept []entry, scale float32, size int) *Linear {
	m := &Linear{Classes: classes, rows: make([]byte, 1, 1+size)}
	m.setScale(scale)
	places := len(kept) + len(kept)/3 + 1
	slices.SortFunc(kept, func(a, b entry) int {
		if a, b := homeOf(a.feature, places), homeOf(b.feature, places); a != b {
			return int(int64(a) - int64(b))
		}
		if a.feature < b.feature {
			return -1
		}
		return 1
	})
	m.slots = make([]slot, places, places+64)
	next := 0
	for _, e := range kept {
		next = max(next, int(homeOf(e.feature, places)))
		for next >= len(m.slots) {
			m.slots = append(m.slots, slot{})
		}
		m.slots[next] = slot{printOf(e.feature), uint32(len(m.rows))}
		next++
		m.rows = append(m.rows, byte(len(e.cells)))
		for _, c := range e.cells {
			m.rows = append(m.rows, c.class, codeOf(c.weight, scale))
		}
	}
	return m
}
