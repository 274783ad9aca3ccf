package attribution

import (
	"testing"

	"chancery"
)

// TestHostile holds that sentences no parser gives are read: everything hangs
// on one word, or each word on the one before. A search that is quadratic in
// either does not come to an end in a test's time.
func TestHostile(t *testing.T) {
	finder, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const n = 20_000
	words := make([]byte, 0, 2*n)
	for range n {
		words = append(words, "a "...)
	}
	for _, row := range []struct {
		name string
		head func(i int) int
		rels []string
	}{
		{"star", func(int) int { return 1 }, []string{"advcl", "xcomp", "obj", "ccomp", "conj"}},
		{"chain", func(i int) int { return i }, []string{"ccomp", "xcomp", "parataxis", "conj", "acl:relcl"}},
		{"back", func(i int) int { return i + 2 }, []string{"ccomp", "nsubj", "advcl", "case"}},
	} {
		s := chancery.Sentence{Span: chancery.Span{Start: 0, End: len(words)}}
		for i := range n {
			s.Tokens = append(s.Tokens, chancery.Token{
				Span: chancery.Span{Start: 2 * i, End: 2*i + 1}, Lemma: []string{"say", "believe", "quote"}[i%3],
				UPOS: "VERB", XPOS: "VBD", Head: row.head(i), Deprel: row.rels[i%len(row.rels)],
			})
		}
		s.Tokens[0].Head = 0
		hold(t, string(words), finder.Find(chancery.Document{Text: string(words)}, []chancery.Sentence{s}, nil))
	}
}
