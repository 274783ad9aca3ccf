package actor

import (
	"cmp"
	_ "embed"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"sync"

	"chancery/model"
)

//go:embed clusters.bin
var clusterFile []byte

// Clusters tells classes of words that stand in like places, learned from
// unlabelled text: about a thousand fine ones and some dozens of coarse ones.
// It is safe for many goroutines.
type Clusters struct {
	fine   map[uint32]uint16 // by the upper half of the word's hash
	coarse []uint16          // by fine class
}

// ClusterForm is the form under which a word's class is kept: figures are all 0.
func ClusterForm(word string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, word)
}

// NewClusters makes the table of the words, each with its fine class, and of
// the fine classes, each with its coarse one.
func NewClusters(words []string, fine, coarse []uint16) *Clusters {
	c := &Clusters{fine: make(map[uint32]uint16, len(words)), coarse: coarse}
	for i, word := range words {
		if print := clusterPrint(word); c.fine[print] == 0 {
			c.fine[print] = fine[i] + 1
		}
	}
	return c
}

func clusterPrint(word string) uint32 { return uint32(model.Word(word) >> 32) }

// of gives the classes of a word, counted from 1; 0 is none.
func (c *Clusters) of(word string) (fine, coarse uint64) {
	if strings.ContainsAny(word, "0123456789") {
		word = ClusterForm(word)
	}
	f := c.fine[clusterPrint(word)]
	if f == 0 {
		return 0, 0
	}
	return uint64(f), uint64(c.coarse[f-1]) + 1
}

// Bytes is the table as bytes, numbers as unsigned varints: how many fine
// classes, the coarse class of each; how many words, for each the rise of its
// print and its fine class, counted from 1.
func (c *Clusters) Bytes() []byte {
	out := binary.AppendUvarint(nil, uint64(len(c.coarse)))
	for _, class := range c.coarse {
		out = binary.AppendUvarint(out, uint64(class))
	}
	type row struct {
		print uint32
		class uint16
	}
	var rows []row
	for print, class := range c.fine {
		rows = append(rows, row{print, class})
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.print, b.print) })
	out = binary.AppendUvarint(out, uint64(len(rows)))
	last := uint32(0)
	for _, r := range rows {
		out = binary.AppendUvarint(out, uint64(r.print-last))
		out = binary.AppendUvarint(out, uint64(r.class))
		last = r.print
	}
	return out
}

// ReadClusters reads what Bytes wrote. An error tells what is wrong with the bytes.
func ReadClusters(data []byte) (*Clusters, error) {
	broken := false
	next := func(limit uint64) uint64 {
		n, size := binary.Uvarint(data)
		if size <= 0 || n > limit {
			broken = true
			return 0
		}
		data = data[size:]
		return n
	}
	c := &Clusters{coarse: make([]uint16, next(1<<16-2))}
	for i := range c.coarse {
		c.coarse[i] = uint16(next(1<<16 - 2))
	}
	words := next(uint64(len(data)))
	c.fine = make(map[uint32]uint16, words)
	print := uint32(0)
	for range words {
		print += uint32(next(1<<32 - 1))
		class := uint16(next(uint64(len(c.coarse))))
		if broken || class == 0 {
			return nil, fmt.Errorf("reading classes of words: the data ends early or a class is none")
		}
		c.fine[print] = class
	}
	if broken {
		return nil, fmt.Errorf("reading classes of words: the data ends early")
	}
	return c, nil
}

var embeddedClusters = sync.OnceValues(func() (*Clusters, error) {
	c, err := ReadClusters(clusterFile)
	if err != nil {
		return nil, fmt.Errorf("reading clusters.bin: %w", err)
	}
	return c, nil
})
