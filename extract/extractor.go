package extract

import (
	"embed"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"chancery"
	"chancery/ontology"
	"chancery/pattern"
)

//go:embed classes.txt operators.txt voices.txt confidence.txt rules
var embedded embed.FS

// Input is what the earlier stages found in one document.
type Input struct {
	Document     chancery.Document
	Sentences    []chancery.Sentence
	Mentions     []chancery.Mention
	Times        []chancery.TimeExpr
	Attributions []chancery.Attribution
	// Title and Publisher are read where they may tell for whom the text
	// speaks (OwnLines), else empty.
	Title, Publisher Line
}

// Extractor holds the compiled rules; it is safe for many goroutines.
type Extractor struct {
	acts      *ontology.Table
	rules     *pattern.Set
	operators *operators
	voices    []publisherVoice
	weights   map[string]float64 // of the signs of confidence
	// nouns are the nouns by which rules tell each act.
	nouns map[string]map[string]bool
}

// ruleSettings are the keys of a rule that this package reads itself.
var ruleSettings = [...]string{"act", "actor", "recipient", "status", "voice", "owns", "yields", "needs", "confidence", "object", "scope", "agentless"}

// builtIn is compiled once: it never changes.
var builtIn = sync.OnceValues(func() (*Extractor, error) { return load("") })

// New compiles the embedded rules and, where dir is not empty, the user's own
// acts (acts.txt), classes (classes.txt) and rules (any other .txt) in that
// folder; the error names file and line.
func New(dir string) (*Extractor, error) {
	if dir == "" {
		return builtIn()
	}
	return load(dir)
}

// moreClasses begins the names of the files among the rules that hold classes.
const moreClasses = "classes-"

func load(dir string) (*Extractor, error) {
	x := &Extractor{acts: ontology.Embedded()}
	classes := pattern.NewClasses()
	files, err := embeddedFiles()
	if err != nil {
		return nil, err
	}
	own, err := ownFiles(dir)
	if err != nil {
		return nil, err
	}
	if x.acts, err = x.acts.With(filepath.Join(dir, "acts.txt"), own["acts.txt"]); err != nil {
		return nil, err
	}
	if err := classes.Add("classes.txt", files["classes.txt"]); err != nil {
		return nil, err
	}
	if err := classes.Add(filepath.Join(dir, "classes.txt"), own["classes.txt"]); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, moreClasses) {
			if err := classes.Add(name, files[name]); err != nil {
				return nil, err
			}
		}
	}
	if x.operators, err = newOperators("operators.txt", files["operators.txt"]); err != nil {
		return nil, err
	}
	if x.voices, err = newVoices("voices.txt", files["voices.txt"]); err != nil {
		return nil, err
	}
	if x.weights, err = newWeights("confidence.txt", files["confidence.txt"]); err != nil {
		return nil, err
	}
	x.rules = pattern.NewSet(classes)
	for _, set := range []struct {
		dir   string
		files map[string]string
	}{{"rules", files}, {dir, own}} {
		if err := x.addRules(set.dir, set.files); err != nil {
			return nil, err
		}
	}
	x.nouns = map[string]map[string]bool{}
	for _, rule := range x.rules.Rules() {
		x.nameNouns(rule)
	}
	return x, x.check()
}

// namesAct reports whether a noun is one by which a rule tells a deed.
func (x *Extractor) namesAct(noun string) bool {
	for act, nouns := range x.nouns {
		if row, known := x.acts.Act(act); known && nouns[noun] && row.Effect != "none" && row.Effect != "contact" {
			return true
		}
	}
	return x.nouns["attack"][noun] || x.nouns["mobilise"][noun]
}

// nameNouns enters the nouns that a rule is anchored on under its act.
func (x *Extractor) nameNouns(rule *pattern.Rule) {
	act := rule.Fields["act"]
	for _, trigger := range rule.Triggers {
		if trigger.Tag != "NOUN" {
			continue
		}
		if x.nouns[act] == nil {
			x.nouns[act] = map[string]bool{}
		}
		x.nouns[act][trigger.Anchor] = true
	}
}

func (x *Extractor) addRules(dir string, files map[string]string) error {
	var names []string
	for name := range files {
		switch name {
		case "acts.txt", "classes.txt", "operators.txt", "voices.txt", "confidence.txt":
		default:
			if strings.HasPrefix(name, moreClasses) {
				continue
			}
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if err := x.rules.Add(filepath.Join(dir, name), files[name], ruleSettings[:]...); err != nil {
			return err
		}
	}
	return nil
}

// check reports a rule whose act is not in the table or whose words for roles
// are unknown.
func (x *Extractor) check() error {
	for _, rule := range x.rules.Rules() {
		act := rule.Fields["act"]
		if _, known := x.acts.Act(act); !known && act != "none" {
			return fmt.Errorf("%s:%d: %w: rule %s: no act %q", rule.File, rule.Line, pattern.ErrRule, rule.Name, act)
		}
		if len(rule.Triggers) == 0 {
			return fmt.Errorf("%s:%d: %w: rule %s has no trigger", rule.File, rule.Line, pattern.ErrRule, rule.Name)
		}
	}
	return nil
}

func embeddedFiles() (map[string]string, error) {
	files := map[string]string{}
	for _, name := range []string{"classes.txt", "operators.txt", "voices.txt", "confidence.txt"} {
		data, err := embedded.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading embedded rules: %w", err)
		}
		files[name] = string(data)
	}
	entries, err := embedded.ReadDir("rules")
	if err != nil {
		return nil, fmt.Errorf("reading embedded rules: %w", err)
	}
	for _, entry := range entries {
		data, err := embedded.ReadFile("rules/" + entry.Name())
		if err != nil {
			return nil, fmt.Errorf("reading embedded rules: %w", err)
		}
		files[entry.Name()] = string(data)
	}
	return files, nil
}

func ownFiles(dir string) (map[string]string, error) {
	files := map[string]string{}
	if dir == "" {
		return files, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading rules: %w", err)
	}
	for _, entry := range entries {
		if entry.IsDir() || !strings.HasSuffix(entry.Name(), ".txt") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("reading rules: %w", err)
		}
		files[entry.Name()] = string(data)
	}
	return files, nil
}
