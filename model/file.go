package model

import (
	"encoding/binary"
	"fmt"
)

// magic starts every model file; its last figure is the version of the form.
const magic = "chancery model 1"

// File is a set of named sections: models and the tables beside them.
type File struct {
	names    []string
	sections map[string][]byte
}

// Put adds a section; its name has at most 255 bytes and is new.
func (f *File) Put(name string, data []byte) {
	if f.sections == nil {
		f.sections = map[string][]byte{}
	}
	f.names = append(f.names, name)
	f.sections[name] = data
}

// Section is the data of a section, nil when there is none of this name.
func (f *File) Section(name string) []byte { return f.sections[name] }

// Linear reads the section as a model.
func (f *File) Linear(name string) (*Linear, error) {
	m, err := ReadLinear(f.Section(name))
	if err != nil {
		return nil, fmt.Errorf("section %q: %w", name, err)
	}
	return m, nil
}

// Bytes is the file in its form on disk: magic (16 bytes), uint16 number of
// sections, and for each uint8 length of name, name, uint32 length of data,
// data. Numbers are little-endian.
func (f *File) Bytes() []byte {
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(f.names)))
	for _, name := range f.names {
		out = append(append(out, byte(len(name))), name...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(f.sections[name])))
		out = append(out, f.sections[name]...)
	}
	return out
}

// ReadFile reads what Bytes wrote; the sections point into data, which must
// not change afterwards.
func ReadFile(data []byte) (*File, error) {
	r := reader{data: data}
	if string(r.bytes(len(magic))) != magic {
		return nil, fmt.Errorf("reading a model file: it does not start with %q", magic)
	}
	f := &File{}
	for range r.uint16() {
		name := string(r.bytes(int(r.uint8())))
		f.Put(name, r.bytes(int(r.uint32())))
	}
	if r.short {
		return nil, fmt.Errorf("reading a model file: it ends early")
	}
	return f, nil
}

// reader takes numbers and bytes from the front of data; short tells that
// data ended before, and what came back is zero.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short, r.data = true, nil
		return nil
	}
	out := r.data[:n:n]
	r.data = r.data[n:]
	return out
}

func (r *reader) uint8() uint8 {
	if b := r.bytes(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

func (r *reader) uint16() uint16 {
	if b := r.bytes(2); len(b) == 2 {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) uint32() uint32 {
	if b := r.bytes(4); len(b) == 4 {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) uvarint() uint64 {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.short, r.data = true, nil
		return 0
	}
	r.data = r.data[size:]
	return n
}
