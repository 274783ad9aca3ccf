package read

import (
	"testing"

	"chancery"
	"chancery/text"
)

// TestLabelsAreNoPartOfTheSentence: each row is a sentence and the words that
// remain once its label is cut off.
func TestLabelsAreNoPartOfTheSentence(t *testing.T) {
	rows := []struct{ sentence, rest string }{
		{"OSLO - Norway expelled two envoys.", "Norway"},
		{"LIMA, May 3 (Agencia) — Peru recalled its envoy.", "Peru"},
		{"June 4, 1989: Troops enter the square.", "Troops"},
		{"4 June 1989 - Troops enter the square.", "Troops"},
		{"GHANA: The foreign minister resigned.", "The"},
		{"The minister said: Oslo will not pay.", "The"},       // no capitals
		{"Peru – Chile talks ended today.", "Peru"},            // a pair, no dateline
		{"NATO-Russia talks ended in Brussels today.", "NATO"}, // a hyphen within a name
		{"May - a cold month - brought snow to Oslo.", "a"},    // a month alone is taken for a date
		{"At 10:30 the envoys met in Oslo with others.", "At"}, // a time of day
		{"", ""},
	}
	for _, row := range rows {
		rest := ""
		for _, s := range text.Sentences(row.sentence) {
			rest = s.Tokens[label(row.sentence, s)].Of(row.sentence)
		}
		if rest != row.rest {
			t.Errorf("%q: begins with %q, want %q", row.sentence, rest, row.rest)
		}
	}
}

// TestJoinedLabelsKeepOneRoot: the tree stays a tree.
func TestJoinedLabelsKeepOneRoot(t *testing.T) {
	reader, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	reading := reader.ReadTo(chancery.Document{Text: "LIMA, May 3 (Agencia) — Peru recalled its envoy from Chile."}, Syntax)
	for _, s := range reading.Sentences {
		roots := 0
		for i, token := range s.Tokens {
			if token.Head == 0 {
				roots++
			}
			if token.Head < 0 || token.Head > len(s.Tokens) || token.Head == i+1 || token.Deprel == "" {
				t.Errorf("token %d has head %d and relation %q", i+1, token.Head, token.Deprel)
			}
		}
		if roots != 1 {
			t.Errorf("%d roots", roots)
		}
	}
}
