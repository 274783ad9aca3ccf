package train

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"chancery/parse"
)

func TestProjective(t *testing.T) {
	for _, row := range []struct {
		name        string
		heads, want []int // of the tokens from 1
	}{
		{"a projective tree stays", []int{2, 0, 2}, []int{2, 0, 2}},
		// 4 hangs on 2 across 3, which hangs on 1: the shorter of the crossing arcs is lifted.
		{"a crossing arc is lifted", []int{0, 1, 1, 2}, []int{0, 1, 1, 1}},
	} {
		var tr tree
		for _, head := range row.heads {
			tr = append(tr, treeToken{head: head})
		}
		if got := tr.projective()[1:]; !reflect.DeepEqual(got, row.want) {
			t.Errorf("%s: got %v, want %v", row.name, got, row.want)
		}
	}
}

// Following the oracle rebuilds every projective tree, arc by arc.
func TestOracleRebuildsTheTree(t *testing.T) {
	names := []string{"root", "dep"}
	for _, heads := range [][]int{{0, 2, 0, 2}, {0, 0}, {0, 3, 3, 0, 3, 4, 5}, {0, 0, 1, 2, 3}, {0, 2, 3, 4, 0}} {
		labels := make([]int, len(heads))
		tr := make(tree, len(heads)-1)
		for i := range tr {
			tr[i].form = "w"
			if heads[i+1] != 0 {
				labels[i+1] = 1
			}
		}
		gold := newGoldTree(heads, labels)
		var words parse.Words
		words.Fill(treeText(tr))
		var state parse.State
		state.Start(&words, parse.NewLabels(names))
		for !state.Done() {
			class, _ := gold.best(&state, make([]int32, 5), len(names), -1)
			state.Do(class)
		}
		for i := 1; i < len(heads); i++ {
			if int(state.Head(i)) != heads[i] || int(state.Label(i)) != labels[i] {
				t.Errorf("%v: token %d hangs on %d with label %d", heads, i, state.Head(i), state.Label(i))
			}
		}
	}
}

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
	settings := Syntax{EWT: folder, GUM: folder, TagEpochs: 2, ArcEpochs: 2, ThinAfter: 1, TagFeatures: 100, ArcFeatures: 200, Folds: 2, Workers: 1, Log: func(string) {}}
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
