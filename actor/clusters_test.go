package actor

import (
	"bytes"
	"testing"
)

func TestClusters(t *testing.T) {
	c := NewClusters([]string{"envoy", "minister", "0 000", "Quito"}, []uint16{1, 1, 0, 2}, []uint16{5, 7, 7})
	again, err := ReadClusters(c.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(c.Bytes(), again.Bytes()) {
		t.Error("what was read is not what was written")
	}
	for word, want := range map[string][2]uint64{"envoy": {2, 8}, "minister": {2, 8}, "1 200": {1, 6}, "Quito": {3, 8}, "unheard-of": {0, 0}} {
		if fine, coarse := again.of(word); fine != want[0] || coarse != want[1] {
			t.Errorf("%q is of %d, %d, want %v", word, fine, coarse, want)
		}
	}
}

func FuzzReadClusters(f *testing.F) {
	f.Add(NewClusters([]string{"a"}, []uint16{0}, []uint16{0}).Bytes())
	f.Add([]byte{1, 2, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ReadClusters(data)
		if err != nil {
			return
		}
		if fine, coarse := c.of("envoy"); fine > uint64(len(c.coarse)) || coarse > 1<<16 {
			t.Errorf("class %d, %d of %d", fine, coarse, len(c.coarse))
		}
	})
}
