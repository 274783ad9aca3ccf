package attribution

import (
	"slices"
	"strings"
	"testing"
)

// TestTables holds that the tables are read whole, sorted, and without a line twice.
func TestTables(t *testing.T) {
	words, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	if len(words) < 900 {
		t.Errorf("%d entries in the tables", len(words))
	}
	for _, c := range classes {
		data, err := tables.ReadFile("cues/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		if !slices.IsSorted(lines) {
			t.Errorf("%s is not sorted", c.file)
		}
		if n := len(slices.Compact(slices.Clone(lines))); n != len(lines) {
			t.Errorf("%s has a line twice", c.file)
		}
	}
}

// TestTableErrors holds that an error names the line.
func TestTableErrors(t *testing.T) {
	for _, row := range []struct{ data, want string }{
		{"# head\nsay\tsay\n", "x.txt:2: 2 columns"},              // a column is missing
		{"say\tsay\tthat\nsay\tsing\tthat\n", "x.txt:2: no kind"}, // a kind that is none
	} {
		err := lexicon{}.read("x.txt", "VERB", row.data)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%q: %v, want %q", row.data, err, row.want)
		}
	}
}

// TestBest holds that a word's line is chosen by the shape of its content.
func TestBest(t *testing.T) {
	words, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ key, shape, kind string }{
		{"VERB agree", "to", "agree"},       // agreed to talks
		{"VERB suggest", "that", "claim"},   // suggested that X had known
		{"VERB say", "", "say"},             // no shape at all
		{"VERB propose", "to", "want"},      // proposed to meet
		{"VERB threaten", "to", "threaten"}, // threatened to leave
	} {
		if e := best(words[row.key], row.shape); e == nil || string(e.kind) != row.kind {
			t.Errorf("%s with %q: %v, want %s", row.key, row.shape, e, row.kind)
		}
	}
}
