package read_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/export"
	"chancery/intake"
	"chancery/read"
)

var update = flag.Bool("update", false, "write the goldens anew")

var loaded = sync.OnceValues(func() (*read.Reader, error) { return read.New(read.Options{}) })

func reader(t testing.TB) *read.Reader {
	t.Helper()
	r, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// examples are the bundled reports.
func examples(t testing.TB) []chancery.Document {
	t.Helper()
	var docs []chancery.Document
	for item := range intake.Files([]string{filepath.Join("..", "examples")}, nil, intake.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Source, item.Err)
		}
		docs = append(docs, item.Document)
	}
	if len(docs) < 12 {
		t.Fatalf("%d examples, want a dozen", len(docs))
	}
	return docs
}

// TestGoldens holds the readings of the examples; -update writes them anew, and
// the difference is what a reviewer reads.
func TestGoldens(t *testing.T) {
	for _, doc := range examples(t) {
		reading := reader(t).Read(doc)
		reading.Model = ""
		var lines strings.Builder
		for _, claim := range reading.Claims {
			claim.Model, claim.ID, claim.Document = "", "", ""
			line, err := json.Marshal(claim)
			if err != nil {
				t.Fatal(err)
			}
			lines.Write(append(line, '\n'))
		}
		path := filepath.Join("..", "testdata", "readings", doc.ID+".jsonl")
		if *update {
			if err := os.WriteFile(path, []byte(lines.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(lines.String(), "\n")); diff != "" {
			t.Errorf("%s (go test ./read -update renews it):\n%s", path, diff)
		}
	}
}

// check holds what is true of every reading of every text.
func check(t *testing.T, reading chancery.Reading) {
	t.Helper()
	text := reading.Document.Text
	whole := chancery.Span{End: len(text)}
	inside := func(what string, span chancery.Span) {
		t.Helper()
		if span.Empty() || !whole.Contains(span) || utf8.ValidString(text) && !utf8.ValidString(span.Of(text)) {
			t.Fatalf("%s has the span %v in a text of %d bytes", what, span, len(text))
		}
	}
	for i, s := range reading.Sentences {
		inside("a sentence", s.Span)
		roots := 0
		for k, token := range s.Tokens {
			inside("a token", token.Span)
			if token.Head < 0 || token.Head > len(s.Tokens) || token.Head == k+1 {
				t.Fatalf("sentence %d: token %d has the head %d of %d", i, k+1, token.Head, len(s.Tokens))
			}
			if token.Head == 0 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
	}
	for _, m := range reading.Mentions {
		inside("a mention", m.Span)
		if m.Head < m.First || m.Head >= m.End || m.End > len(reading.Sentences[m.Sentence].Tokens) || m.Antecedent >= len(reading.Mentions) {
			t.Fatalf("mention %q: tokens [%d,%d) headed by %d", m.Of(text), m.First, m.End, m.Head)
		}
	}
	for _, when := range reading.Times {
		inside("a time", when.Span)
	}
	for _, a := range reading.Attributions {
		for _, span := range a.Content {
			inside("a content", span)
		}
	}
	checkClaims(t, reading, inside)
}

func checkClaims(t *testing.T, reading chancery.Reading, inside func(string, chancery.Span)) {
	t.Helper()
	locals := map[string]bool{}
	for _, claim := range reading.Claims {
		if locals[claim.Local] {
			t.Fatalf("two claims are called %s", claim.Local)
		}
		locals[claim.Local] = true
	}
	for _, claim := range reading.Claims {
		for field, spans := range claim.Spans {
			for _, span := range spans {
				inside(claim.Act+"'s "+field, span)
			}
		}
		if claim.Evidence == "" || !strings.Contains(reading.Document.Text, claim.Evidence) {
			t.Fatalf("%s: the evidence %q is not in the text", claim.Local, claim.Evidence)
		}
		if claim.InResponseTo != "" && (!locals[claim.InResponseTo] || claim.InResponseTo == claim.Local) {
			t.Fatalf("%s answers %q, which is no other claim", claim.Local, claim.InResponseTo)
		}
		if claim.Confidence < 0 || claim.Confidence > 1 || claim.Rule == "" || claim.Type == "" || claim.Act == "" {
			t.Fatalf("%s lacks its rule, type, act or confidence: %+v", claim.Local, claim)
		}
		if claim.ID != claim.ContentID() {
			t.Fatalf("%s has an id that is not of its content", claim.Local)
		}
	}
}

func TestReadingsHold(t *testing.T) {
	for _, doc := range examples(t) {
		check(t, reader(t).Read(doc))
	}
}

// TestReadingTwice holds that a reading depends on nothing but the document.
func TestReadingTwice(t *testing.T) {
	docs := examples(t)
	first := make([]chancery.Reading, len(docs))
	for i, doc := range docs {
		first[i] = reader(t).Read(doc)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i, doc := range docs {
				if !reflect.DeepEqual(first[i], reader(t).Read(doc)) {
					t.Errorf("%s reads otherwise beside other readings", doc.ID)
				}
			}
		})
	}
	group.Wait()
}

// TestNoPublicationDate holds that without a day of publication relative times
// stay unresolved, and the claim says in what words the text tells them.
func TestNoPublicationDate(t *testing.T) {
	reading := reader(t).Read(chancery.Document{Text: "Norway expelled two Russian diplomats on Tuesday."})
	check(t, reading)
	for _, claim := range reading.Claims {
		if !claim.Date.IsZero() || claim.DateAnchor != chancery.AnchorUnresolved || !strings.Contains(claim.DateWords, "Tuesday") {
			t.Errorf("%s: date %q, anchor %q, words %q", claim.Act, claim.Date, claim.DateAnchor, claim.DateWords)
		}
	}
	if len(reading.Claims) == 0 {
		t.Error("the expulsion was not found")
	}
}

// TestHostileTexts holds that no shape of text costs more than its length.
func TestHostileTexts(t *testing.T) {
	for name, text := range map[string]string{
		"one long sentence":      strings.Repeat("Russia expelled diplomats and ", 4000),
		"one long word":          strings.Repeat("a", 1<<20),
		"quotes that never end":  strings.Repeat("“He said that “", 5000),
		"brackets":               strings.Repeat("((((", 20000),
		"many short paragraphs":  strings.Repeat("No.\n\n", 20000),
		"many dates":             strings.Repeat("on May 5 ", 10000),
		"pronouns in a circle":   "The leaders of their countries agreed on Monday that they would meet again in Rome.",
		"bytes that are no text": strings.Repeat("\xff\xfe\x00", 10000),
	} {
		t.Run(name, func(t *testing.T) { check(t, reader(t).Read(chancery.Document{Text: text})) })
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Russia said on Monday that it would close NATO's office in Moscow.")
	f.Add("“We regret it,” she said.\n\nHe: no")
	f.Fuzz(func(t *testing.T, text string) {
		reading := reader(t).Read(chancery.Document{Text: text, Published: chancery.Date{Year: 2021, Month: 10, Day: 18}})
		check(t, reading)
		if _, err := export.Annotation(reading, export.Layers{Tokens: true, Syntax: true, Mentions: true, Times: true, Attributions: true, Acts: true}); err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkRead reads the examples whole; BenchmarkParse goes as far as syntax.
func BenchmarkRead(b *testing.B)  { benchmark(b, read.Acts) }
func BenchmarkParse(b *testing.B) { benchmark(b, read.Syntax) }

func benchmark(b *testing.B, depth read.Depth) {
	docs := examples(b)
	r := reader(b)
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			for _, s := range r.ReadTo(doc, depth).Sentences {
				tokens += len(s.Tokens)
			}
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
