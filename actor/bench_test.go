package actor_test

import (
	"os"
	"strings"
	"testing"

	"chancery"
	"chancery/actor"
	"chancery/parse"
	"chancery/text"
)

// benchText is a report of ordinary density of names.
func benchText(b *testing.B) string {
	b.Helper()
	if path := os.Getenv("CHANCERY_BENCH"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		return string(data)
	}
	return strings.Repeat("Russian Foreign Minister Sergei Lavrov said on Monday that Moscow will suspend the work of its mission to NATO from the first of November, in answer to the expulsion of eight diplomats. The alliance regretted the step and said that it stays open to dialogue, also in the council where both sides have met since the summer of that year.\n\n", 20)
}

func tokens(sentences []chancery.Sentence) (n int) {
	for _, s := range sentences {
		n += len(s.Tokens)
	}
	return n
}

func BenchmarkFind(b *testing.B) {
	finder, err := actor.New("")
	if err != nil {
		b.Fatal(err)
	}
	parser, err := parse.New()
	if err != nil {
		b.Fatal(err)
	}
	body := benchText(b)
	sentences := text.Sentences(body)
	parser.Parse(body, sentences)
	count := tokens(sentences)
	for b.Loop() {
		finder.Find(chancery.Document{Text: body}, sentences)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/token")
}

func BenchmarkParse(b *testing.B) {
	parser, err := parse.New()
	if err != nil {
		b.Fatal(err)
	}
	body := benchText(b)
	sentences := text.Sentences(body)
	count := tokens(sentences)
	for b.Loop() {
		parser.Parse(body, sentences)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/token")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := actor.New(b.TempDir()); err != nil { // an empty folder of the user's: everything is loaded anew
			b.Fatal(err)
		}
	}
}
