package model

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Vocabulary numbers features from a fixed first number upwards, in the order
// of their fingerprints. It is safe for many goroutines.
type Vocabulary struct {
	first  int
	prints []uint32
	slots  []slot // offset is the number
}

// NewVocabulary numbers the features from first; features of one fingerprint are one.
func NewVocabulary(first int, features []Feature) *Vocabulary {
	prints := make([]uint32, len(features))
	for i, f := range features {
		prints[i] = printOf(f)
	}
	slices.Sort(prints)
	v := &Vocabulary{first: first, prints: slices.Compact(prints)}
	v.lay()
	return v
}

func (v *Vocabulary) lay() {
	v.slots = make([]slot, 2*len(v.prints)+overhang+1)
	next := 0
	for i, print := range v.prints {
		next = max(next, int(homeOf(print, len(v.slots))))
		if next == len(v.slots) {
			v.prints = v.prints[:i]
			return
		}
		v.slots[next] = slot{print, uint32(v.first + i)}
		next++
	}
}

// Rows is one more than the last number.
func (v *Vocabulary) Rows() int { return v.first + len(v.prints) }

// Number is the feature's number, -1 when it has none.
func (v *Vocabulary) Number(f Feature) int {
	print := printOf(f)
	for at := int(homeOf(print, len(v.slots))); at < len(v.slots); at++ {
		s := v.slots[at]
		if s.print == print {
			return int(s.offset)
		}
		if s.print == 0 || s.print > print {
			break
		}
	}
	return -1
}

// AppendTo appends the vocabulary as bytes: uint32 first number, uint32 how
// many, for each uvarint difference of its fingerprint to the one before, which rise.
func (v *Vocabulary) AppendTo(out []byte) []byte {
	out = binary.LittleEndian.AppendUint32(out, uint32(v.first))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(v.prints)))
	before := uint32(0)
	for _, print := range v.prints {
		out = binary.AppendUvarint(out, uint64(print-before))
		before = print
	}
	return out
}

// ReadVocabulary reads what AppendTo wrote.
func ReadVocabulary(data []byte) (*Vocabulary, error) {
	r := reader{data: data}
	v := &Vocabulary{first: int(r.uint32())}
	count := int(r.uint32())
	if r.short || count > len(r.data) {
		return nil, fmt.Errorf("reading a vocabulary: the data ends early")
	}
	before := uint64(0)
	for i := range count {
		step := r.uvarint()
		before += step
		if step == 0 && i > 0 || before == 0 || before > 1<<32-1 {
			return nil, fmt.Errorf("reading a vocabulary: the fingerprint of entry %d does not rise", i)
		}
		v.prints = append(v.prints, uint32(before))
	}
	v.lay()
	if len(v.prints) != count {
		return nil, fmt.Errorf("reading a vocabulary: too many entries near one fingerprint")
	}
	return v, nil
}
