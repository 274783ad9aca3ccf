package model

import (
	"cmp"
	"fmt"
	"slices"
)

// Trainer learns an averaged perceptron (Collins 2002) over hashed features.
// Weights are whole numbers, so their sums do not depend on any order. It is
// not safe for several goroutines.
type Trainer struct {
	classes []string
	places  []place
	used    int
	closed  bool
	steps   int64
	// weights holds rows of weight<<8 | class; past, beside it, the sum of
	// the changes times the step they were made at, so that the average over
	// the steps is weight - past/steps.
	weights []int32
	past    []int64
	scratch [MostClasses]int32
}

// place is one place of the hash table; its row is weights[start:start+count],
// with room for room cells. No room is an empty place.
type place struct {
	key         Feature
	start       uint32
	count, room uint16
}

// NewTrainer starts a model of the given classes, at most MostClasses.
func NewTrainer(classes []string) *Trainer {
	if len(classes) > MostClasses {
		panic(fmt.Sprintf("model: %d classes, at most %d", len(classes), MostClasses))
	}
	return &Trainer{classes: classes, places: make([]place, 1<<16)}
}

// find is where the feature's key stands or would stand.
func (t *Trainer) find(f Feature) int {
	mask := len(t.places) - 1
	at := int(uint64(f)>>20) & mask
	for t.places[at].room != 0 && t.places[at].key != f {
		at = (at + 1) & mask
	}
	return at
}

// Scores sets the weights' sums for the classes; the slice is the trainer's
// own and holds until the next call.
func (t *Trainer) Scores(features []Feature) []int32 {
	scores := t.scratch[:len(t.classes)]
	clear(scores)
	var found [mostTogether]place
	for len(features) > 0 {
		part := features[:min(len(features), mostTogether)]
		features = features[len(part):]
		n := 0
		for _, f := range part {
			if p := t.places[t.find(f)]; p.count != 0 {
				found[n] = p
				n++
			}
		}
		for _, p := range found[:n] {
			for _, c := range t.weights[p.start : p.start+uint32(p.count)] {
				t.scratch[c&255] += c >> 8
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
		if p := t.row(f); p != nil {
			t.add(p, int32(gold), 1)
			t.add(p, int32(guess), -1)
		}
	}
}

// row is the feature's place, made when it has none and the trainer is open.
func (t *Trainer) row(f Feature) *place {
	at := t.find(f)
	if t.places[at].room == 0 {
		if t.closed {
			return nil
		}
		if 2*t.used > len(t.places) {
			t.rehash(2*len(t.places), func(place) bool { return true })
			at = t.find(f)
		}
		t.used++
		t.places[at] = place{key: f}
		t.move(&t.places[at], 2)
	}
	return &t.places[at]
}

// move gives a row new room at the end.
func (t *Trainer) move(p *place, room uint16) {
	start := uint32(len(t.weights))
	t.weights = append(t.weights, t.weights[p.start:p.start+uint32(p.count)]...)
	t.past = append(t.past, t.past[p.start:p.start+uint32(p.count)]...)
	for range room - p.count {
		t.weights, t.past = append(t.weights, 0), append(t.past, 0)
	}
	p.start, p.room = start, room
}

func (t *Trainer) add(p *place, class, change int32) {
	for i := p.start; i < p.start+uint32(p.count); i++ {
		if t.weights[i]&255 == class {
			t.weights[i] += change << 8
			t.past[i] += int64(change) * t.steps
			return
		}
	}
	if p.count == p.room {
		t.move(p, min(2*p.room, MostClasses))
	}
	at := p.start + uint32(p.count)
	p.count++
	t.weights[at], t.past[at] = change<<8|class, int64(change)*t.steps
}

// rehash moves the places that are kept into a table of the given size, a power of two.
func (t *Trainer) rehash(size int, keep func(place) bool) {
	old := t.places
	t.places, t.used = make([]place, size), 0
	for _, p := range old {
		if p.room != 0 && keep(p) {
			t.places[t.find(p.key)] = p
			t.used++
		}
	}
}

// average is the weight of the cell at i, averaged over all steps.
func (t *Trainer) average(i uint32) float64 {
	return float64(t.weights[i]>>8) - float64(t.past[i])/float64(max(t.steps, 1))
}

// Thin keeps fewer than most features, those with the greatest averaged
// weights (stronger than the most-th), and takes in no new ones from then on;
// learning on with the kept ones makes up for most of what the others told.
func (t *Trainer) Thin(most int) {
	t.closed = true
	if t.used <= most {
		return
	}
	strongest := func(p place) (weight float64) {
		for i := p.start; i < p.start+uint32(p.count); i++ {
			weight = max(weight, t.average(i), -t.average(i))
		}
		return weight
	}
	all := make([]float64, 0, t.used)
	for _, p := range t.places {
		if p.room != 0 {
			all = append(all, strongest(p))
		}
	}
	slices.Sort(all)
	least := all[len(all)-most]
	size := 1 << 16
	for size < 2*most {
		size *= 2
	}
	t.rehash(size, func(p place) bool { return strongest(p) > least })
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
	for _, p := range t.places {
		var cells []weighed
		for i := p.start; i < p.start+uint32(p.count); i++ {
			average := t.average(i)
			if average >= least || -average >= least {
				cells = append(cells, weighed{uint8(t.weights[i] & 255), average})
				scale = max(scale, average, -average)
			}
		}
		if len(cells) > 255 {
			cells = cells[:255]
		}
		if len(cells) > 0 {
			slices.SortFunc(cells, func(a, b weighed) int { return int(a.class) - int(b.class) })
			kept = append(kept, entry{p.key, cells})
			size += 1 + 2*len(cells)
		}
	}
	return freeze(t.classes, kept, float32(scale), size)
}

// freeze writes the entries as rows, in the order of their prints; of two
// features that share one, the first in the order of the features stays.
func freeze(classes []string, kept []entry, scale float32, size int) *Linear {
	m := &Linear{Classes: classes, rows: make([]byte, 1, 1+size)}
	m.setScale(scale)
	slices.SortFunc(kept, func(a, b entry) int { return cmp.Compare(a.feature, b.feature) })
	prints := make([]uint32, 0, len(kept))
	for _, e := range kept {
		print := printOf(e.feature)
		if n := len(prints); n > 0 && prints[n-1] == print {
			continue
		}
		prints = append(prints, print)
		m.rows = append(m.rows, byte(len(e.cells)))
		for _, c := range e.cells {
			m.rows = append(m.rows, c.class, codeOf(c.weight, scale))
		}
	}
	if err := m.lay(prints); err != nil {
		panic("model: " + err.Error())
	}
	return m
}
