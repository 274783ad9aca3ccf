// Package bench measures the speed of tags, lemmas and arcs beside that of
// github.com/jdkato/prose/v2, which tags only, in the same run. It is a module
// of its own so that prose is no dependency of Chancery.
//
//	BRIEFINGS=folder GOMAXPROCS=1 go test -bench . -benchtime 3x
package bench

import (
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jdkato/prose/v2"

	"chancery/parse"
	"chancery/text"
)

// texts reads the first files of the folder named by BRIEFINGS, about half a million bytes.
func texts(b *testing.B) []string {
	files, _ := filepath.Glob(filepath.Join(os.Getenv("BRIEFINGS"), "*.txt"))
	if os.Getenv("BRIEFINGS") == "" || len(files) == 0 {
		b.Skip("BRIEFINGS names no folder with texts")
	}
	var out []string
	size := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, string(data))
		if size += len(data); size > 500_000 {
			break
		}
	}
	return out
}

func parser(b *testing.B) *parse.Parser {
	p, err := parse.New()
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func parseAll(p *parse.Parser, texts []string) (tokens int) {
	for _, t := range texts {
		sentences := text.Sentences(t)
		p.Parse(t, sentences)
		for _, s := range sentences {
			tokens += len(s.Tokens)
		}
	}
	return tokens
}

// BenchmarkChancery splits, tags, lemmatises and parses on one goroutine.
func BenchmarkChancery(b *testing.B) {
	texts, p := texts(b), parser(b)
	parseAll(p, texts[:1])
	tokens := 0
	for b.Loop() {
		tokens += parseAll(p, texts)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkChanceryTwo does the same on two goroutines.
func BenchmarkChanceryTwo(b *testing.B) {
	texts, p := texts(b), parser(b)
	parseAll(p, texts[:1])
	tokens := 0
	for b.Loop() {
		var group sync.WaitGroup
		var counts [2]int
		var next atomic.Int64 // the texts differ in length: each goroutine takes the next one
		for one := range 2 {
			group.Go(func() {
				for i := next.Add(1) - 1; i < int64(len(texts)); i = next.Add(1) - 1 {
					counts[one] += parseAll(p, texts[i:i+1])
				}
			})
		}
		group.Wait()
		tokens += counts[0] + counts[1]
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkProse tokenizes and tags only.
func BenchmarkProse(b *testing.B) {
	texts := texts(b)
	tokens := 0
	for b.Loop() {
		for _, t := range texts {
			doc, err := prose.NewDocument(t, prose.WithExtraction(false), prose.WithSegmentation(false))
			if err != nil {
				b.Fatal(err)
			}
			tokens += len(doc.Tokens())
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
