package pattern

import (
	"slices"
	"strings"
	"testing"

	"chancery"
)

// sentenceOf builds a parsed sentence from lines of word, tag, head, relation.
func sentenceOf(lines string) (string, chancery.Sentence) {
	var text strings.Builder
	var s chancery.Sentence
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) != 4 {
			continue
		}
		head := 0
		for _, digit := range f[2] {
			head = head*10 + int(digit-'0')
		}
		start := text.Len()
		text.WriteString(f[0])
		s.Tokens = append(s.Tokens, chancery.Token{Span: chancery.Span{Start: start, End: text.Len()}, UPOS: f[1], Head: head, Deprel: f[3]})
		text.WriteByte(' ')
	}
	s.End = text.Len()
	return text.String(), s
}

func TestJoinLists(t *testing.T) {
	rows := []struct {
		proves, tree string
		of           int
		want         []int
	}{
		{"two subjects and a conjunct are one list", "Oslo PROPN 7 nsubj\n, PUNCT 3 punct\nRiga PROPN 7 nsubj\nand CCONJ 5 cc\nTallinn PROPN 3 conj\nsoon ADV 7 advmod\nagreed VERB 0 root", 0, []int{0, 2, 4}},
		{"an apposition before an \"and\" is a member", "Oslo PROPN 6 nsubj\n, PUNCT 3 punct\nRiga PROPN 1 appos\nand CCONJ 5 cc\nTallinn PROPN 3 conj\nagreed VERB 0 root", 0, []int{0, 2, 4}},
		{"longer lists are joined from the right", "Oslo PROPN 8 nsubj\n, PUNCT 3 punct\nBern PROPN 8 nsubj\n, PUNCT 5 punct\nRiga PROPN 8 nsubj\nand CCONJ 7 cc\nTallinn PROPN 5 conj\nagreed VERB 0 root", 0, []int{0, 2, 4, 6}},
		{"an apposition without an \"and\" stays", "Oslo PROPN 4 nsubj\n, PUNCT 3 punct\nRiga PROPN 1 appos\nagreed VERB 0 root", 0, []int{0}},
	}
	for _, row := range rows {
		tree := NewTree(sentenceOf(row.tree))
		if got := tree.Conjuncts(row.of); !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", row.proves, got, row.want)
		}
	}
}
