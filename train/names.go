package train

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"chancery"
	"chancery/actor"
	"chancery/model"
	"chancery/text"
)

// nameRun is one row of tokens that may hold names, with the right classes.
type nameRun struct {
	actor.NameRun
	gold []int
}

// nameExamples turns one file into the runs of its text.
func nameExamples(finder *actor.Finder, path string) ([]nameRun, error) {
	doc, err := readNamed(path)
	if err != nil {
		return nil, err
	}
	sentences := text.Sentences(doc.text)
	gold := goldClasses(doc, sentences)
	var out []nameRun
	for _, run := range finder.NameRuns(chancery.Document{Text: doc.text}, sentences) {
		e := nameRun{NameRun: run}
		before := 0
		for i := range run.Features {
			class := gold[run.Sentence][run.First+i]
			if !actor.NameMoveAllowed(before, class) { // the name started with a small word
				class--
			}
			e.gold = append(e.gold, class)
			before = class
		}
		out = append(out, e)
	}
	return out, nil
}

// goldClasses gives every token its class.
func goldClasses(doc namedText, sentences []chancery.Sentence) [][]int {
	classes := actor.NameClasses()
	out := make([][]int, len(sentences))
	next := 0
	for i, s := range sentences {
		out[i] = make([]int, len(s.Tokens))
		for j, token := range s.Tokens {
			for next < len(doc.spans) && doc.spans[next].End <= token.Start {
				next++
			}
			if next < len(doc.spans) && doc.spans[next].Overlaps(token.Span) && doc.spans[next].class != "" {
				prefix := "I-"
				if token.Start <= doc.spans[next].Start || j == 0 || !doc.spans[next].Overlaps(s.Tokens[j-1].Span) {
					prefix = "B-"
				}
				out[i][j] = slices.Index(classes, prefix+doc.spans[next].class)
			}
		}
	}
	return out
}

// Names trains the tagger of names on the newswire files of the folder that
// are not kept out (and any further files) and writes the model to out.
// With dev, the files whose hash lies under 33 are set aside too and the model
// is scored on them.
func Names(folder string, more []string, out string, epochs int, dev bool, report func(string, ...any)) error {
	finder, err := actor.NewUntagged()
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return fmt.Errorf("listing %s: %w", folder, err)
	}
	var docs, check []nameRun
	for _, file := range append(files, more...) {
		if KeptOut(filepath.Base(file)) {
			continue
		}
		doc, err := nameExamples(finder, file)
		if err != nil {
			return err
		}
		if dev && hashUnder(filepath.Base(file), 0x33) {
			check = append(check, doc...)
			continue
		}
		docs = append(docs, doc...)
	}
	m := learnField(docs, fieldSettings{epochs: epochs, rate: 0.03, fall: 0.3, pull: 1, least: nameLeast})
	if dev {
		score := scoreNames(m, check)
		report("F1 %.2f (%d right of %d, %d in gold)", score.f1(), score.right, score.guessed, score.gold)
	}
	file := &model.File{}
	file.Put("names", m.linear.AppendTo(nil))
	file.Put("moves", m.moves.Bytes())
	return os.WriteFile(out, file.Bytes(), 0o644)
}

// nameLeast is the weight under which a feature is dropped.
const nameLeast = 0.01
