package train

import (
	"strings"
	"testing"
)

// Every sentence drawn is one tree with known tags and relations, and there are many kinds.
func TestMadeTrees(t *testing.T) {
	trees, err := madeTrees(500)
	if err != nil {
		t.Fatal(err)
	}
	verbs := map[string]bool{}
	for _, made := range trees {
		roots := 0
		var words []string
		for i, token := range made {
			words = append(words, token.form)
			if token.head == 0 {
				roots++
				verbs[token.form] = true
			}
			steps := 0
			for up := i + 1; up != 0 && steps <= len(made); steps++ {
				up = made[up-1].head
			}
			if steps > len(made) || token.relation == "" || strings.Count(token.tag, "|") != 1 || (token.head == 0) != (token.relation == "root") {
				t.Fatalf("token %d of %q: %+v", i+1, strings.Join(words, " "), token)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, strings.Join(words, " "))
		}
	}
	if len(verbs) < 80 {
		t.Errorf("%d roots only", len(verbs))
	}
	for _, made := range trees[:30] {
		var words []string
		for _, token := range made {
			words = append(words, token.form)
		}
		t.Log(strings.Join(words, " "))
	}
}

// What is wrong with a grammar is told by its line.
func TestGrammarErrors(t *testing.T) {
	for _, text := range []string{"S *a/X/Y", "S = a/X/Y:det", "S = *NONE", "verb V = a/b", "S 2x = *a/X/Y", "S = *a/X"} {
		if _, err := readGrammar("\n" + text); err == nil || !strings.Contains(err.Error(), "grammar") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
