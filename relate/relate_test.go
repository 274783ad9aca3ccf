package relate

import "testing"

func TestLoads(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	t.Log(len(r.lexicon.patterns))
}
