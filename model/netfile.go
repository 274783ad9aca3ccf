package model

import (
	"encoding/binary"
	"fmt"
	"math"
)

// AppendTo appends the net as bytes, all numbers little-endian:
//
//	uint16 number of tables, for each: uint32 rows, uint16 width
//	uint16 Hidden, Layers, TagLayer, Tags, Arc, Relation, Relations
//	for each table, for each row: float32 scale, width times int8: number = scale * int8
//	for each other array in the net's order (layers with their gates, then tags,
//	top, arcs, relations, each with its bias): its numbers as float32 cut to
//	their upper 16 bits (bfloat16, rounded), row by row
func (n *Net) AppendTo(out []byte) []byte {
	out = binary.LittleEndian.AppendUint16(out, uint16(len(n.Shape.Tables)))
	for _, t := range n.Shape.Tables {
		out = binary.LittleEndian.AppendUint32(out, uint32(t.Rows))
		out = binary.LittleEndian.AppendUint16(out, uint16(t.Width))
	}
	for _, v := range n.Shape.numbers() {
		out = binary.LittleEndian.AppendUint16(out, uint16(*v))
	}
	for _, a := range n.arrays {
		if a.table {
			out = a.appendRows(out)
			continue
		}
		for _, v := range a.values {
			out = binary.LittleEndian.AppendUint16(out, uint16((math.Float32bits(v)+0x8000)>>16))
		}
	}
	return out
}

func (s *Shape) numbers() []*int {
	return []*int{&s.Hidden, &s.Layers, &s.TagLayer, &s.Tags, &s.Arc, &s.Relation, &s.Relations}
}

func (a *array) appendRows(out []byte) []byte {
	for i := range a.rows {
		row := a.values[i*a.columns:][:a.columns]
		most := float32(0)
		for _, v := range row {
			most = max(most, v, -v)
		}
		scale := most / 127
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
		for _, v := range row {
			code := int8(0)
			if scale > 0 {
				code = int8(math.Round(float64(v / scale)))
			}
			out = append(out, byte(code))
		}
	}
	return out
}

// mostCells bounds the numbers of a net that is read.
const mostCells = 1 << 26

// ReadNet reads what AppendTo wrote. An error tells what is wrong with the bytes.
func ReadNet(data []byte) (*Net, error) {
	r := reader{data: data}
	var shape Shape
	cells := 0
	for range r.uint16() {
		t := Table{Rows: int(r.uint32()), Width: int(r.uint16())}
		shape.Tables = append(shape.Tables, t)
		cells += t.Rows * t.Width
		if t.Width == 0 || t.Width%16 != 0 || cells > mostCells || r.short {
			return nil, fmt.Errorf("reading a net: a table of %d rows of %d", t.Rows, t.Width)
		}
	}
	for _, v := range shape.numbers() {
		*v = int(r.uint16())
	}
	if r.short || len(shape.Tables) == 0 || !shape.fits() {
		return nil, fmt.Errorf("reading a net: it has no proper shape: %+v", shape)
	}
	n := shapedNet(shape)
	for _, a := range n.arrays {
		if a.table {
			a.readRows(&r)
			continue
		}
		numbers := r.bytes(2 * len(a.values))
		for i := range len(numbers) / 2 {
			a.values[i] = math.Float32frombits(uint32(binary.LittleEndian.Uint16(numbers[2*i:])) << 16)
		}
	}
	if r.short || len(r.data) > 0 {
		return nil, fmt.Errorf("reading a net: the data has not the length that its shape asks for")
	}
	n.pack()
	return n, nil
}

// fits tells whether a net of this shape can be built.
func (s Shape) fits() bool {
	for _, width := range []int{s.Hidden, s.Arc, s.Relation} {
		if width == 0 || width%16 != 0 || width > widest {
			return false
		}
	}
	return s.Layers > 0 && s.Layers < 16 && s.TagLayer < s.Layers && s.Tags > 0 && s.Tags < 1024 && s.Relations > 0 && s.Relations < 1024
}

func (a *array) readRows(r *reader) {
	for i := range a.rows {
		scale := math.Float32frombits(r.uint32())
		codes := r.bytes(a.columns)
		for k, code := range codes {
			a.values[i*a.columns+k] = scale * float32(int8(code))
		}
	}
}
