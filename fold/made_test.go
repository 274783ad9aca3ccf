package fold

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"chancery"
)

// day reads a date that the test wrote itself.
func day(text string) chancery.Date {
	if text == "" {
		return chancery.Date{}
	}
	d, err := chancery.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// told is a claim for a row of a test: "ACTOR>RECIPIENT", by fields in short.
type told struct {
	doc, act, parties, date, published, object, evidence string
	count                                                int
	status                                               chancery.Status
	effective, said, place, local, answers               string
}

func (t told) claim() chancery.Claim {
	actors, recipients, _ := strings.Cut(t.parties, ">")
	c := chancery.Claim{
		Document: t.doc, Act: t.act, Actor: codeList(actors), Recipient: codeList(recipients), Status: t.status,
		Date: day(t.date), Published: day(t.published), Effective: day(t.effective), Evidence: t.evidence,
		SaidBy: t.said, Place: t.place, Confidence: 0.7, Local: t.local, InResponseTo: t.answers,
	}
	if c.Status == "" {
		c.Status = chancery.StatusActual
	}
	if c.Published.IsZero() {
		c.Published = c.Date
	}
	if t.object != "" {
		c.Object = &chancery.Object{Text: t.object}
	}
	if t.count > 0 {
		c.Count = &chancery.Count{N: t.count}
	}
	c.ID = c.ContentID()
	return c
}

func claimsOf(rows ...told) []chancery.Claim {
	var out []chancery.Claim
	for _, row := range rows {
		out = append(out, row.claim())
	}
	return out
}

// made makes n claims of the shapes that a year and a quarter of news gives:
// a third of all acts between a handful of pairs, most acts told once, some by
// many documents in words of their own, some copied, one in six undated.
func made(n int, seed uint64) []chancery.Claim {
	random := rand.New(rand.NewPCG(seed, 7))
	codes := make([]string, 180)
	for i := range codes {
		codes[i] = string([]byte{byte('A' + i/26), byte('A' + i%26), 'X'})
	}
	acts := strings.Fields("attack attack attack mobilise condemn accuse demand meet meet visit call sign agree impose-sanctions " +
		"lift-sanctions expel recall summon threaten aid detain release reject deny endorse close-mission suspend-mission suspend-participation")
	words := strings.Fields("drone port grain missile prisoner border talks tariff embassy steel convoy island treaty gas pipeline " +
		"refinery airfield bridge consulate delegation ceasefire hostage envoy summit export chips fishing vessel tanker village " +
		"crossing corridor uranium inspectors election flights visas students farmers dam river reactor")
	phrase := func(k int) string {
		var out []string
		for range k {
			out = append(out, words[random.IntN(len(words))])
		}
		return strings.Join(out, " ")
	}
	claims := make([]chancery.Claim, 0, n)
	start := day("2005-01-01")
	for len(claims) < n {
		// Parties by a steep law of rank: the first few are in most of the news.
		a, b := codes[int(180*random.Float64()*random.Float64()*random.Float64())], codes[int(180*random.Float64()*random.Float64())]
		if a == b {
			continue
		}
		when := start.AddDays(random.IntN(max(30, n/140)))
		act, about := acts[random.IntN(len(acts))], phrase(4)
		copies := 1
		if random.IntN(4) == 0 {
			copies += random.IntN(6)
		}
		for k := 0; k < copies && len(claims) < n; k++ {
			row := told{
				doc: fmt.Sprintf("d%d-%d", len(claims), k), act: act, parties: a + ">" + b, object: about, local: "e1",
				date: when.String(), published: when.AddDays(random.IntN(3)).String(), evidence: about + " " + phrase(6),
			}
			if random.IntN(6) == 0 {
				row.date = ""
			}
			if random.IntN(5) == 0 {
				row.count = 1 + random.IntN(20)
			}
			claims = append(claims, row.claim())
		}
	}
	return claims
}

// BenchmarkFold shows that folding is near-linear: processor time for each
// claim at each size (on a busy machine the wall clock tells little).
func BenchmarkFold(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			claims := made(n, 1)
			var work time.Duration
			for b.Loop() {
				busy := processTime()
				b.ReportMetric(float64(len(Fold(claims, Options{}))), "events")
				work += processTime() - busy
			}
			b.ReportMetric(float64(work.Microseconds())/float64(n)/float64(b.N), "cpu-µs/claim")
		})
	}
}

func processTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
