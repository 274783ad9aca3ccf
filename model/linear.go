package model

import (
	"encoding/binary"
	"fmt"
	"math"
)

// MostClasses is how many classes a model can tell apart.
const MostClasses = 256

// Scores holds one score a class; those past the model's classes stay as they are.
type Scores [MostClasses]float32

// Linear is a frozen model: a score for each class is the sum of the weights
// of the features that are there. It is safe for many goroutines.
type Linear struct {
	// Classes names the classes; a class is an index into it.
	Classes []string

	count int // rows
	slots []slot
	// rows holds, at each offset, a count and as many pairs (class, code).
	rows   []byte
	scale  float32
	values [256]float32
}

// slot is one place of the hash table; a zero print is an empty place.
type slot struct{ print, offset uint32 }

// packed marks, in the number of classes, the present form on disk; models of
// the earlier form lack it.
const packed = 1 << 15

// overhang is how many places follow the last home, for rows pushed upwards.
const overhang = 256

// printOf is the fingerprint of a feature, never 0. homeOf is its first place
// in a table of size places, the overhang included: prints rise from place to place.
func printOf(f Feature) uint32 { return max(1, uint32(f>>32)) }
func homeOf(print uint32, size int) uint32 {
	return uint32(uint64(print) * uint64(size-overhang) >> 32)
}

// find is the offset of the feature's row; 0 is the empty row.
func (m *Linear) find(f Feature) uint32 {
	slots, print := m.slots, printOf(f)
	for at := int(homeOf(print, len(slots))); at < len(slots); at++ {
		s := slots[at]
		if s.print == print {
			return s.offset
		}
		if s.print == 0 || s.print > print {
			break
		}
	}
	return 0
}

// mostTogether is how many features are looked up before their rows are read.
const mostTogether = 192

// Add adds the weights of features to scores; the caller sets scores to zero
// (Reset) before the first. It allocates nothing.
func (m *Linear) Add(features []Feature, scores *Scores) {
	var offsets [mostTogether]uint32
	for len(features) > 0 {
		part := features[:min(len(features), mostTogether)]
		features = features[len(part):]
		found := 0
		for _, f := range part {
			if offset := m.find(f); offset != 0 {
				offsets[found] = offset
				found++
			}
		}
		for _, offset := range offsets[:found] {
			row := m.rows[offset:]
			row = row[1 : 1+2*int(row[0])]
			for len(row) >= 2 {
				scores[row[0]] += m.values[row[1]]
				row = row[2:]
			}
		}
	}
}

// Reset sets the scores of the model's classes to zero.
func (m *Linear) Reset(scores *Scores) { clear(scores[:len(m.Classes)]) }

// Best is the class with the highest score, the first of equal ones.
func (m *Linear) Best(features []Feature) int {
	var scores Scores
	m.Add(features, &scores)
	return scores.Best(len(m.Classes))
}

// Best is the highest of the first n scores, the first of equal ones.
func (s *Scores) Best(n int) int {
	best := 0
	for class := 1; class < n; class++ {
		if s[class] > s[best] {
			best = class
		}
	}
	return best
}

// setScale fills the code book: code c, read as a signed byte, is worth
// sign(c) * (|c|/127)^3 * scale, so that small weights, which are most, keep
// their relative size (linear steps lose some four points of LAS).
func (m *Linear) setScale(scale float32) {
	m.scale = scale
	for code := range 256 {
		part := float64(int8(code)) / 127
		m.values[code] = float32(part * part * part * float64(scale))
	}
}

// codeOf is the code whose value is nearest in cube roots.
func codeOf(weight float64, scale float32) byte {
	c := math.Round(math.Cbrt(weight/float64(scale)) * 127)
	return byte(int8(max(-127, min(127, c))))
}

// AppendTo appends the model as bytes, all numbers little-endian:
//
//	uint16 number of classes plus 32768, for each: uint8 length, name
//	float32 scale of the code book
//	uint32 number of rows, uint32 bytes of the rows
//	for each row uvarint difference of its fingerprint to the one before, which rise
//	for each row uint8 count, count times (uint8 class, int8 code)
func (m *Linear) AppendTo(out []byte) []byte {
	out = binary.LittleEndian.AppendUint16(out, uint16(len(m.Classes))|packed)
	for _, class := range m.Classes {
		out = append(append(out, byte(len(class))), class...)
	}
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(m.scale))
	out = binary.LittleEndian.AppendUint32(out, uint32(m.count))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(m.rows)-1))
	before := uint32(0)
	for _, s := range m.slots {
		if s.print != 0 {
			out = binary.AppendUvarint(out, uint64(s.print-before))
			before = s.print
		}
	}
	return append(out, m.rows[1:]...)
}

// ReadLinear reads what AppendTo wrote. An error tells what is wrong with the bytes.
func ReadLinear(data []byte) (*Linear, error) {
	m := &Linear{}
	r := reader{data: data}
	classes := r.uint16()
	for range classes &^ packed {
		m.Classes = append(m.Classes, string(r.bytes(int(r.uint8()))))
	}
	m.setScale(math.Float32frombits(r.uint32()))
	if !r.short && classes&packed == 0 {
		return nil, fmt.Errorf("reading a linear model: it is in an earlier form; learn it anew")
	}
	count, size := int(r.uint32()), int(r.uint32())
	if r.short || count > len(r.data) || size > len(r.data) {
		return nil, fmt.Errorf("reading a linear model: the data ends early")
	}
	if len(m.Classes) > MostClasses {
		return nil, fmt.Errorf("reading a linear model: %d classes, at most %d", len(m.Classes), MostClasses)
	}
	prints := make([]uint32, count)
	before := uint64(0)
	for i := range prints {
		before += r.uvarint()
		prints[i] = uint32(before)
		if before == 0 || before > math.MaxUint32 || i > 0 && prints[i] == prints[i-1] {
			return nil, fmt.Errorf("reading a linear model: the fingerprint of row %d does not rise", i)
		}
	}
	m.rows = append(make([]byte, 1, 1+size), r.bytes(size)...)
	if r.short {
		return nil, fmt.Errorf("reading a linear model: the data ends early")
	}
	return m, m.lay(prints)
}

// lay builds the table for rows that stand in m.rows in the order of their
// prints, which rise; it is half empty, so that look-ups are short.
func (m *Linear) lay(prints []uint32) error {
	m.count = len(prints)
	m.slots = make([]slot, 2*len(prints)+overhang+1)
	offset, next := 1, 0
	for i, print := range prints {
		if offset >= len(m.rows) || offset+1+2*int(m.rows[offset]) > len(m.rows) {
			return fmt.Errorf("laying a linear model: row %d lies outside", i)
		}
		next = max(next, int(homeOf(print, len(m.slots))))
		if next >= len(m.slots) {
			return fmt.Errorf("laying a linear model: too many rows near %d", print)
		}
		m.slots[next] = slot{print, uint32(offset)}
		next++
		offset += 1 + 2*int(m.rows[offset])
	}
	return nil
}
