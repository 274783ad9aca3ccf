package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/parse"
)

func TestLemmaTable(t *testing.T) {
	words := [][3]string{{"envoys", "NNS", "envoy"}, {"states", "NNS", "state"}, {"talks", "NNS", "talk"}, {"men", "NNS", "man"}, {"Paris", "NNP", "Paris"}, {"ended", "VBD", "end"}, {"asked", "VBD", "ask"}}
	var tr tree
	for _, w := range words {
		tr = append(tr, treeToken{form: w[0], tag: "X|" + w[1], lemma: w[2]})
	}
	table, err := lemmaTable([]tree{tr})
	if err != nil {
		t.Fatal(err)
	}
	lemmas, err := parse.ReadLemmas(table)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range append(words, [3]string{"reports", "NNS", "report"}, [3]string{"Lagos", "NNP", "Lagos"}) {
		if got := lemmas.Lemma(row[0], row[1]); got != row[2] {
			t.Errorf("%s %s: got %s, want %s", row[0], row[1], got, row[2])
		}
	}
}

const small = `# newdoc id = GUM_news_x
# text = Envoys left.
1	Envoys	envoy	NOUN	NNS	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = GUM_fiction_y
1	No	no	DET	DT	_	0	root	_	_

`

func TestTreebanks(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"ewt-train.conllu", "en_gum-ud-train.conllu"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(strings.Repeat(small, 3)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// Both layouts are found; what is not free is left out.
	for _, name := range []string{"ewt", "gum"} {
		trees, err := readTreebank(folder, name)
		if err != nil || len(trees) != 3 || trees[0][0].tag != "NOUN|NNS" {
			t.Errorf("%s: %d trees, %v", name, len(trees), err)
		}
	}
	// The same treebanks give the same bytes, on one goroutine or two.
	settings := Syntax{EWT: folder, GUM: folder, TagEpochs: 2, VectorEpochs: 1, Epochs: 2, ThinAfter: 1, TagFeatures: 100, Folds: 2, Workers: 1,
		Hidden: 16, Layers: 2, TagLayer: 0, Rate: 0.002, Batch: 10, Log: func(string) {}}
	first, err := settings.Model()
	if err != nil {
		t.Fatal(err)
	}
	settings.Workers = 2
	if second, err := settings.Model(); err != nil || string(first) != string(second) {
		t.Errorf("two trainings differ (%v)", err)
	}
	if _, err := parse.Load(first); err != nil {
		t.Errorf("the model does not load: %v", err)
	}
}

// A wrong line is named.
func TestTreebankTellsTheLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ewt-train.conllu")
	if err := os.WriteFile(file, []byte("1\tno\ttabs enough\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readTreebank(file, "ewt"); err == nil || !strings.Contains(err.Error(), "ewt-train.conllu:1:") {
		t.Errorf("got %v", err)
	}
}
