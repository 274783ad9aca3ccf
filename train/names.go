package train

import (
	"bufio"
	"crypto/sha1"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery"
	"chancery/actor"
	"chancery/model"
	"chancery/text"
)

// hashUnder reports whether the first byte of the SHA-1 of a name is under the
// bound: the rule by which files are set aside.
func hashUnder(name string, bound byte) bool {
	sum := sha1.Sum([]byte(name))
	return sum[0] < bound
}

// namedText is a text with its names as byte spans.
type namedText struct {
	text  string
	spans []namedSpan
}

type namedSpan struct {
	chancery.Span
	class string
}

// readNamed reads a file of words and BIO tags into a text, sentences set
// apart by blank lines.
func readNamed(path string) (namedText, error) {
	file, err := os.Open(path)
	if err != nil {
		return namedText{}, fmt.Errorf("reading names: %w", err)
	}
	defer file.Close()
	var b strings.Builder
	var out namedText
	open := false
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		f := strings.Split(scanner.Text(), "\t")
		if len(f) < 2 || strings.TrimSpace(f[0]) == "" {
			open = false
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
				b.WriteString("\n\n")
			}
			continue
		}
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			b.WriteByte(' ')
		}
		start, tag := b.Len(), strings.TrimSpace(f[len(f)-1])
		b.WriteString(strings.TrimSpace(f[0]))
		inside := strings.HasPrefix(tag, "I-")
		switch {
		case inside && open:
			out.spans[len(out.spans)-1].End = b.Len()
		case inside || strings.HasPrefix(tag, "B-"):
			out.spans = append(out.spans, namedSpan{chancery.Span{Start: start, End: b.Len()}, nameClass(tag[2:])})
			open = true
		default:
			open = false
		}
	}
	out.text = b.String()
	return out, scanner.Err()
}

// nameClass maps the tags of the corpora to the tagger's classes.
func nameClass(tag string) string {
	switch strings.ToLower(tag) {
	case "person", "politician", "per":
		return "PER"
	case "organization", "organisation", "politicalparty", "org":
		return "ORG"
	case "location", "country", "loc":
		return "LOC"
	case "norp":
		return "NORP"
	case "misc", "facility", "product", "event", "election":
		return "X"
	}
	return ""
}

// nameRun is one run of tokens that may hold names.
type nameRun struct {
	features [][]model.Feature
	gold     []int
}

// NameExamples turns one file into examples for the tagger of names.
func nameExamples(finder *actor.Finder, path string) ([]nameRun, error) {
	doc, err := readNamed(path)
	if err != nil {
		return nil, err
	}
	sentences := text.Sentences(doc.text)
	features := finder.NameFeatures(chancery.Document{Text: doc.text}, sentences)
	classes := actor.NameClasses()
	var out []nameRun
	next := 0
	for i, s := range sentences {
		gold := make([]int, len(s.Tokens))
		for j, token := range s.Tokens {
			for next < len(doc.spans) && doc.spans[next].End <= token.Start {
				next++
			}
			if next < len(doc.spans) && doc.spans[next].Overlaps(token.Span) && doc.spans[next].class != "" {
				prefix := "I-"
				if token.Start <= doc.spans[next].Start || j == 0 || !doc.spans[next].Overlaps(s.Tokens[j-1].Span) {
					prefix = "B-"
				}
				gold[j] = slices.Index(classes, prefix+doc.spans[next].class)
			}
		}
		var e nameRun
		for j := 0; j <= len(gold); j++ {
			if j < len(gold) && features[i][j] != nil {
				class, before := gold[j], 0
				if len(e.gold) > 0 {
					before = e.gold[len(e.gold)-1]
				}
				if !actor.NameMoveAllowed(before, class) { // the name started with a small word
					class--
				}
				e.features, e.gold = append(e.features, features[i][j]), append(e.gold, class)
				continue
			}
			if len(e.gold) > 0 {
				out, e = append(out, e), nameRun{}
			}
		}
	}
	return out, nil
}

// Names trains the tagger of names on the newswire files of the folder that
// are not kept out (and any further files) and writes the model to out.
// With dev, the files whose hash lies under 33 are set aside too and the model
// is scored on them after every epoch.
func Names(folder string, more []string, out string, epochs int, dev bool, report func(string, ...any)) error {
	finder, err := actor.NewUntagged()
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return fmt.Errorf("listing %s: %w", folder, err)
	}
	var examples, check []nameRun
	for _, file := range append(files, more...) {
		if KeptOut(filepath.Base(file)) {
			continue
		}
		part, err := nameExamples(finder, file)
		if err != nil {
			return err
		}
		if dev && hashUnder(filepath.Base(file), 0x33) {
			check = append(check, part...)
			continue
		}
		examples = append(examples, part...)
	}
	trainer := model.NewTrainer(actor.NameClasses())
	moves := &moveTrainer{}
	random := rand.New(rand.NewPCG(1, 2))
	for epoch := range epochs {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		wrong := 0
		for _, e := range examples {
			wrong += learnNames(trainer, moves, e)
		}
		report("epoch %d: %d of %d examples wrong", epoch+1, wrong, len(examples))
		if dev {
			score := scoreNames(trainer.Freeze(nameLeast), moves.average(), check)
			report("F1 %.2f (%d right of %d, %d in gold)", score.f1(), score.right, score.guessed, score.gold)
		}
	}
	file := &model.File{}
	file.Put("names", trainer.Freeze(nameLeast).AppendTo(nil))
	file.Put("moves", moves.average().Bytes())
	return os.WriteFile(out, file.Bytes(), 0o644)
}

// nameLeast is the weight under which a feature is dropped.
const nameLeast = 0.5

// moveTrainer learns the scores of the moves, averaged over the steps.
type moveTrainer struct {
	now   actor.NameMoves
	past  [len(actor.NameMoves{})][len(actor.NameMoves{})]float64
	steps float64
}

func (m *moveTrainer) change(from, to int, by float32) {
	m.now[from][to] += by
	m.past[from][to] += float64(by) * m.steps
}

func (m *moveTrainer) average() *actor.NameMoves {
	out := m.now
	for from := range out {
		for to := range out[from] {
			out[from][to] -= float32(m.past[from][to] / max(m.steps, 1))
		}
	}
	return &out
}

// learnNames makes one step of the structured perceptron; 1 when the guess was wrong.
func learnNames(trainer *model.Trainer, moves *moveTrainer, e nameRun) int {
	moves.steps++
	guess := actor.GuessNames(len(e.gold), func(i int) []int32 { return trainer.Scores(e.features[i]) }, &moves.now)
	if slices.Equal(guess, e.gold) {
		for i := range e.gold {
			trainer.Update(e.features[i], 0, 0)
		}
		return 0
	}
	before, guessed := 0, 0
	for i, gold := range e.gold {
		trainer.Update(e.features[i], gold, guess[i])
		if gold != guess[i] || before != guessed {
			moves.change(before, gold, 1)
			moves.change(guessed, guess[i], -1)
		}
		before, guessed = gold, guess[i]
	}
	return 1
}
