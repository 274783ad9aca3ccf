package attribution

import (
	"testing"

	"chancery"
	"chancery/text"
)

// FuzzFind holds for any text, tags and heads: spans lie inside the text and
// on its words, cues rise, contents rise without overlap, and nesting has no rings.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"“A,” he said. “B.”", "\"One\n\n\"Two\" she said that \"it\" was", "QUESTION: Why?\n\nMR. BELL: Because.\n\nQ And now?",
		"According to X, Y said Z believed that W denied it.", "''' \" ‘ ’ “ ” « »", "said said said said",
	} {
		f.Add(seed, []byte{1, 2, 3, 0, 2, 7, 9, 4})
	}
	finder, err := New()
	if err != nil {
		f.Fatal(err)
	}
	tags := []string{"VERB", "NOUN", "PRON", "PUNCT", "PROPN", "ADP", "AUX", "ADJ"}
	relations := []string{"nsubj", "ccomp", "parataxis", "obj", "punct", "xcomp", "case", "conj", "advcl", "acl:relcl", "obl", "fixed"}
	f.Fuzz(func(t *testing.T, words string, noise []byte) {
		sentences := text.Sentences(words)
		k := 0
		next := func(n int) int {
			if len(noise) == 0 {
				return 0
			}
			k++
			return int(noise[k%len(noise)]) % n
		}
		for _, s := range sentences {
			for i := range s.Tokens {
				token := &s.Tokens[i]
				token.UPOS, token.Deprel = tags[next(len(tags))], relations[next(len(relations))]
				token.Head = next(len(s.Tokens)+3) - 1
				token.Lemma = []string{"say", "claim", "statement", "", "quote"}[next(5)]
			}
		}
		hold(t, words, finder.Find(chancery.Document{Text: words}, sentences, nil))
	})
}

func hold(t *testing.T, words string, list []chancery.Attribution) {
	last := 0
	for i, a := range list {
		if a.Cue.Start < last || a.Cue.Empty() || a.Cue.End > len(words) {
			t.Fatalf("cue %v after byte %d", a.Cue, last)
		}
		last = a.Cue.Start
		if !a.Speaker.Empty() && a.Speaker.Of(words) == "" {
			t.Fatalf("speaker %v outside", a.Speaker)
		}
		end := 0
		for _, c := range a.Content {
			if c.Start < end || c.Of(words) == "" {
				t.Fatalf("content %v after byte %d", c, end)
			}
			end = c.End
		}
		steps := 0
		for j := i; j >= 0; j = list[j].Inside {
			if steps++; steps > len(list) {
				t.Fatalf("attribution %d stands inside itself", i)
			}
		}
	}
}

// TestQuotes holds the rules of quotation marks, one row each.
func TestQuotes(t *testing.T) {
	rows := []struct {
		text string
		want []string
	}{
		{`He said "yes" and "no".`, []string{`"yes"`, `"no"`}},                  // straight marks pair up
		{"“One.\n\n“Two.” Then.", []string{"“One.\n\n“Two.”"}},                  // a quote runs over paragraphs
		{"“One.\n\nTwo.", []string{"“One."}},                                    // one that is left open ends with its paragraph
		{"The ministers' talks, Iran's view", nil},                              // apostrophes are none
		{"'A grave step', she wrote.", []string{"'A grave step'"}},              // single marks
		{"“She said ‘no’ twice,” he said.", []string{"“She said ‘no’ twice,”"}}, // the outermost counts
		{"He spoke of ''betrayal'' at length.", []string{"''betrayal''"}},       // two single marks make a double one
		{"Le ministre a parlé de «trahison».", []string{"«trahison»"}},          // guillemets
		{"\"One,\" he said. \"Two.\"", []string{"\"One,\"", "\"Two.\""}},        // two quotes round a cue
		{"It was \"only\na line\" that broke.", []string{"\"only\na line\""}},   // wrapped lines
	}
	for _, row := range rows {
		var got []string
		for _, q := range quotes(row.text) {
			got = append(got, q.Of(row.text))
		}
		if len(got) != len(row.want) {
			t.Errorf("%s: %q, want %q", row.text, got, row.want)
			continue
		}
		for i := range got {
			if got[i] != row.want[i] {
				t.Errorf("%s: %q, want %q", row.text, got, row.want)
			}
		}
	}
}
