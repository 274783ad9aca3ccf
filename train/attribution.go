package train

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"chancery"
	"chancery/attribution"
	"chancery/model"
	"chancery/read"
)

// The classes of the two models of package attribution.
var (
	partClasses = []string{"none", "speaker", "content"}
	cueClasses  = []string{"no", "yes"}
)

var (
	partSettings = Settings{Epochs: 6, Rate: 0.03, Decay: 1e-5, Least: 2}
	cueSettings  = Settings{Epochs: 5, Rate: 0.02, Decay: 1e-5, Least: 3}
	edgeSettings = Settings{Epochs: 5, Rate: 0.03, Decay: 1e-5, Least: 3}
)

// leastWeight is the size of the weights that are kept.
const leastWeight = 0.02

// lesson is an article of PolNeAR as the stages before attribution read it.
type lesson struct {
	article Article
	doc     chancery.Document
	reading chancery.Reading
}

// Attributions learns the models of package attribution from the folder train
// of PolNeAR, the kept-out tenth aside, and writes them to the file out. The
// scores on the kept-out tenth go to log.
func Attributions(folder, out string, log io.Writer) error {
	articles, err := ReadPolNeAR(folder)
	if err != nil {
		return err
	}
	reader, err := read.New(read.Options{})
	if err != nil {
		return err
	}
	var lessons, kept []lesson
	for _, one := range readLessons(articles, reader) {
		if one.article.KeptOut {
			kept = append(kept, one)
		} else {
			lessons = append(lessons, one)
		}
	}
	weights, err := learnAttributions(lessons)
	if err != nil {
		return err
	}
	score, err := scoreAttributions(kept, weights)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "kept out, %d articles, %d bytes of weights\n%v", len(kept), len(weights), score)
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return fmt.Errorf("writing the weights of attribution: %w", err)
	}
	return nil
}

// readLessons reads the articles on all processors.
func readLessons(articles []Article, reader *read.Reader) []lesson {
	lessons := make([]lesson, len(articles))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(articles); i = int(next.Add(1)) - 1 {
				doc := chancery.Document{ID: articles[i].Name, Text: articles[i].Text}
				lessons[i] = lesson{articles[i], doc, reader.ReadTo(doc, read.Mentions)}
			}
		})
	}
	group.Wait()
	return lessons
}

// scoreAttributions compares what these weights find in the lessons.
func scoreAttributions(lessons []lesson, weights []byte) (AttributionScore, error) {
	var score AttributionScore
	finder, err := attribution.Load(weights)
	if err != nil {
		return score, err
	}
	for _, l := range lessons {
		score.Add(l.article, finder.Find(l.doc, l.reading.Sentences, l.reading.Mentions))
	}
	return score, nil
}

// folds is how many times the part model is learned so that the cue model sees
// what it makes of articles that it did not learn from.
const folds = 3

// learnAttributions learns the part model, then the cue model upon it.
func learnAttributions(lessons []lesson) ([]byte, error) {
	finder, err := attribution.Load(nil)
	if err != nil {
		return nil, err
	}
	var parts [][]Example
	for _, l := range lessons {
		parts = append(parts, partExamples(l.article, finder.Study(l.doc, l.reading.Sentences, l.reading.Mentions)))
	}
	var cues []Example
	edges := map[string][]Choice{}
	for fold := range folds {
		var others []Example
		for i := range lessons {
			if i%folds != fold {
				others = append(others, parts[i]...)
			}
		}
		var file model.File
		file.Put("parts", Learn(partClasses, others, partSettings).Freeze(leastWeight).AppendTo(nil))
		finder, err := attribution.Load(file.Bytes())
		if err != nil {
			return nil, err
		}
		for i, l := range lessons {
			if i%folds == fold {
				list := finder.Study(l.doc, l.reading.Sentences, l.reading.Mentions)
				cues = append(cues, cueExamples(l.article, list)...)
				edgeChoices(l.article, list, edges)
			}
		}
	}
	var all []Example
	for _, list := range parts {
		all = append(all, list...)
	}
	var file model.File
	file.Put("parts", Learn(partClasses, all, partSettings).Freeze(leastWeight).AppendTo(nil))
	file.Put("cues", Learn(cueClasses, cues, cueSettings).Freeze(leastWeight).AppendTo(nil))
	for _, name := range []string{"starts", "ends", "speaker starts", "speaker ends"} {
		file.Put(name, LearnChoices(edges[name], edgeSettings).Freeze(leastWeight).AppendTo(nil))
	}
	return file.Bytes(), nil
}

// heads finds for each relation the candidate that stands for its cue: of
// those inside the cue the one whose parts best cover content and source; -1
// for none.
func heads(article Article, list []attribution.Candidate) []int {
	chosen := make([]int, len(article.Relations))
	for i, r := range article.Relations {
		best := -1.0
		chosen[i] = -1
		for k, c := range list {
			if bytesShared(r.Cue, []chancery.Span{c.Cue}) == 0 {
				continue
			}
			if fit := fitness(r, c); fit > best {
				best, chosen[i] = fit, k
			}
		}
	}
	return chosen
}

// fitness tells how well the candidate's parts can tell the relation.
func fitness(r Relation, c attribution.Candidate) float64 {
	covered, source := 0, 0.0
	for _, p := range c.Parts {
		if inside(p.Spans, r.Content) {
			covered = max(covered, bytesShared(p.Spans, r.Content))
		}
		source = max(source, likeness(p.Spans, r.Source))
	}
	fit := 0.5 * source
	if n := bytesIn(r.Content); n > 0 {
		fit += float64(covered) / float64(n)
	}
	return fit
}

// inside tells whether most of a lies in b.
func inside(a, b []chancery.Span) bool { return 2*bytesShared(a, b) > bytesIn(a) }

// likeness is what both share, of both together.
func likeness(a, b []chancery.Span) float64 {
	both := bytesShared(a, b)
	if both == 0 {
		return 0
	}
	return float64(both) / float64(bytesIn(a)+bytesIn(b)-both)
}

// partExamples label the parts of true cues.
func partExamples(article Article, list []attribution.Candidate) []Example {
	var examples []Example
	for i, k := range heads(article, list) {
		if k < 0 {
			continue
		}
		r := article.Relations[i]
		for _, p := range list[k].Parts {
			class := 0
			switch {
			case likeness(p.Spans, r.Source) > 0.5:
				class = 1
			case inside(p.Spans, r.Content):
				class = 2
			}
			examples = append(examples, Example{Features: p.Features, Class: class})
		}
	}
	return examples
}

// cueExamples label the candidates; what stands inside a content is no cue,
// because PolNeAR does not annotate attributions inside others.
func cueExamples(article Article, list []attribution.Candidate) []Example {
	yes := map[int]bool{}
	for _, k := range heads(article, list) {
		yes[k] = true
	}
	var examples []Example
	for k, c := range list {
		example := Example{Features: c.Features, Class: oneIf(yes[k])}
		examples = append(examples, example)
	}
	return examples
}

// edgeChoices adds what the edges of true speakers and contents teach.
func edgeChoices(article Article, list []attribution.Candidate, edges map[string][]Choice) {
	for i, k := range heads(article, list) {
		if k < 0 {
			continue
		}
		r := article.Relations[i]
		for _, row := range []struct {
			name  string
			edges []attribution.Edge
			gold  []chancery.Span
		}{
			{"starts", list[k].Starts, r.Content}, {"ends", list[k].Ends, r.Content},
			{"speaker starts", list[k].SpeakerStarts, r.Source}, {"speaker ends", list[k].SpeakerEnds, r.Source},
		} {
			if c, ok := edgeChoice(row.edges, row.gold, strings.HasPrefix(row.name, "speaker")); ok {
				edges[row.name] = append(edges[row.name], c)
			}
		}
	}
}

// edgeChoice makes the choice whose piece is most like a piece of the content.
// A speaker's edge is judged by itself, since the other may be wrong too.
func edgeChoice(edges []attribution.Edge, content []chancery.Span, speaker bool) (Choice, bool) {
	var c Choice
	least := 0.6
	if speaker {
		least = 0.01
	}
	best := least
	for n, e := range edges {
		c.Options = append(c.Options, e.Features)
		for _, piece := range content {
			if like := likeness([]chancery.Span{e.Piece}, []chancery.Span{piece}); like > best {
				best, c.Right = like, n
			}
		}
	}
	return c, best > least && len(edges) > 1
}
