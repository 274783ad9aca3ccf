package parse_test

import (
	"strings"
	"sync"
	"testing"

	"chancery"
	"chancery/parse"
	"chancery/text"
)

var loaded = sync.OnceValues(parse.New)

func parser(t testing.TB) *parse.Parser {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func read(t testing.TB, s string) []chancery.Sentence {
	sentences := text.Sentences(s)
	parser(t).Parse(s, sentences)
	return sentences
}

// checkTree fails unless the tokens form one tree and carry their tags.
func checkTree(t testing.TB, tokens []chancery.Token) {
	t.Helper()
	roots := 0
	for i, token := range tokens {
		if token.Head < 0 || token.Head > len(tokens) || token.Head == i+1 {
			t.Fatalf("token %d hangs on %d of %d", i+1, token.Head, len(tokens))
		}
		if (token.Head == 0) != (token.Deprel == "root") || token.Deprel == "" || token.UPOS == "" || token.XPOS == "" || token.Lemma == "" {
			t.Fatalf("token %d lacks something: %+v", i+1, token)
		}
		if token.Head == 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in a sentence of %d tokens", roots, len(tokens))
	}
	// Every token's way up reaches the root: marks make it linear.
	state := make([]int, len(tokens)+1)
	state[0] = -1
	for i := range tokens {
		at := i + 1
		for state[at] == 0 {
			state[at] = i + 1
			at = tokens[at-1].Head
		}
		if state[at] == i+1 {
			t.Fatalf("a cycle goes through token %d", at)
		}
		for at = i + 1; state[at] == i+1; at = tokens[at-1].Head {
			state[at] = -1
		}
	}
}

func TestRelations(t *testing.T) {
	for _, row := range []struct {
		text, dependent, relation, head string
	}{
		// The plain clause.
		{"Norway expelled two diplomats on Tuesday.", "Norway", "nsubj", "expelled"},
		{"Norway expelled two diplomats on Tuesday.", "diplomats", "obj", "expelled"},
		// The passive with its agent.
		{"The envoy was summoned by the ministry.", "envoy", "nsubj:pass", "summoned"},
		{"The envoy was summoned by the ministry.", "ministry", "obl:agent", "summoned"},
		// A possessor.
		{"Hungary's minister visited Tirana.", "Hungary", "nmod:poss", "minister"},
		// Reported speech.
		{"The ministry said that Oslo would close its embassy.", "close", "ccomp", "said"},
		// An open complement.
		{"Paris decided to recall its ambassador.", "recall", "xcomp", "decided"},
	} {
		tokens := read(t, row.text)[0].Tokens
		found := false
		for _, token := range tokens {
			if token.Of(row.text) == row.dependent && token.Deprel == row.relation && token.Head > 0 && tokens[token.Head-1].Of(row.text) == row.head {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: %s is not %s of %s", row.text, row.dependent, row.relation, row.head)
		}
	}
}

func TestLemmas(t *testing.T) {
	for _, row := range []struct{ text, form, lemma, upos string }{
		{"They expelled eight officers.", "expelled", "expel", "VERB"},           // a doubled letter
		{"They expelled eight officers.", "officers", "officer", "NOUN"},         // a plural
		{"The talks were held in Bern.", "were", "be", "AUX"},                    // irregular
		{"He said it wasn't true.", "n't", "not", "PART"},                        // a clitic
		{"Embassies closed across Asia.", "Embassies", "embassy", "NOUN"},        // -ies
		{"She left for Reykjavík on Monday.", "Reykjavík", "Reykjavík", "PROPN"}, // letters past ASCII
	} {
		found := false
		for _, token := range read(t, row.text)[0].Tokens {
			if token.Of(row.text) == row.form {
				found = true
				if token.Lemma != row.lemma || token.UPOS != row.upos {
					t.Errorf("%s in %q: lemma %s, %s; want %s, %s", row.form, row.text, token.Lemma, token.UPOS, row.lemma, row.upos)
				}
			}
		}
		if !found {
			t.Errorf("%q has no token %s", row.text, row.form)
		}
	}
}

// A sentence of any length gives one tree.
func TestEndlessSentence(t *testing.T) {
	s := strings.Repeat("ministers and ", 4_000) + "envoys"
	for _, sentence := range read(t, s) {
		checkTree(t, sentence.Tokens)
	}
}

// Parsing needs room for new lemmas only; a text met before costs nothing.
func TestParseAllocatesNothing(t *testing.T) {
	s := "The foreign ministry in Riga said on Friday that eight officers had been expelled."
	sentences := read(t, s)
	p := parser(t)
	if n := testing.AllocsPerRun(50, func() { p.Parse(s, sentences) }); n > 0.5 {
		t.Errorf("parsing %d tokens a second time allocates %v times", len(sentences[0].Tokens), n)
	}
}

// Many goroutines get what one gets.
func TestManyGoroutines(t *testing.T) {
	s := strings.Repeat("Moscow's envoy left. Did NATO, which had 30 members, answer? “No,” it said. ", 20)
	want := read(t, s)
	p := parser(t)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got := text.Sentences(s)
			p.Parse(s, got)
			for i := range got {
				for k := range got[i].Tokens {
					if got[i].Tokens[k] != want[i].Tokens[k] {
						t.Errorf("sentence %d, token %d: %+v, alone %+v", i, k, got[i].Tokens[k], want[i].Tokens[k])
						return
					}
				}
			}
		})
	}
	group.Wait()
}

func TestLoadTellsWhatIsWrong(t *testing.T) {
	for _, data := range []string{"", "no model at all", "chancery model 1\x00\x00"} {
		if _, err := parse.Load([]byte(data)); err == nil {
			t.Errorf("%q is taken for a model", data)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "a", "Moscow’s \xff\xfe U.S. envoy — “no!”", "((((()))))", "\u0301\u200d é 한국 1,2", "’s n't 's"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, sentence := range read(t, s) {
			checkTree(t, sentence.Tokens)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	s := strings.Repeat("The foreign ministry in Riga said on Friday that eight Russian officers had been expelled over the attack, which the Kremlin denied. ", 50)
	sentences := text.Sentences(s)
	p := parser(b)
	tokens := 0
	for b.Loop() {
		p.Parse(s, sentences)
		for i := range sentences {
			tokens += len(sentences[i].Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
