package model

import (
	"encoding/binary"
	"fmt"
)

// The earlier form of a linear model keeps its table as it lies in memory: after
// the scale uint32 number of places, uint32 bytes of the rows, a uint32
// fingerprint for each place (0: empty), the rows of the others in their order.
// Its homes, a third more than the rows, come from the low half of a feature and its prints from the high one.

func (m *Linear) findLoose(f Feature) uint32 {
	print := uint32(f>>32) | 1
	for at := int(uint64(uint32(f)) * uint64(m.homes) >> 32); at < len(m.slots); at++ {
		s := m.slots[at]
		if s.print == print {
			return s.offset
		}
		if s.print == 0 {
			break
		}
	}
	return 0
}

func readLoose(m *Linear, r reader) (*Linear, error) {
	places, size := int(r.uint32()), int(r.uint32())
	prints, rows := r.bytes(4*places), r.bytes(size)
	if r.short || len(m.Classes) > MostClasses {
		return nil, fmt.Errorf("reading a linear model of the earlier form: the data ends early")
	}
	m.loose = true
	m.rows = append(make([]byte, 1, 1+size), rows...)
	m.slots = make([]slot, places)
	offset := 1
	for i := range m.slots {
		print := binary.LittleEndian.Uint32(prints[4*i:])
		if print == 0 {
			continue
		}
		if offset >= len(m.rows) || offset+1+2*int(m.rows[offset]) > len(m.rows) {
			return nil, fmt.Errorf("reading a linear model: the row of place %d lies outside", i)
		}
		m.count++
		m.slots[i] = slot{print, uint32(offset)}
		offset += 1 + 2*int(m.rows[offset])
	}
	m.homes = m.count + m.count/3 + 1
	return m, nil
}
