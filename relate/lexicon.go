package relate

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// symbol is a lemma that the lexicon knows.
type symbol uint32

// lexicon is every pattern, by the lemma that it starts with.
type lexicon struct {
	symbols   map[string]symbol
	classes   map[string]map[symbol]bool
	anchored  map[symbol][]*pattern
	operates  map[string]*operator
	irregular map[symbol][]symbol
	barriers  map[symbol]bool
	patterns  []*pattern
	worth     worths
}

// pattern is a row of the lexicon: words in order with gaps, and what they tell.
type pattern struct {
	tells  outcome
	items  []item
	weight float64
	bound  bool   // tells something only as an argument
	source string // file:line
	text   string
}

// outcome is a type and mode, or the name of an operator.
type outcome struct {
	event, mode string
	operator    *operator
}

// item is one word of a pattern.
type item struct {
	words    [3]map[symbol]bool // by the kind that is wanted
	phrases  [][]symbol
	optional bool
	gap      int // words that may stand between the item before and this one
}

// quads is the quad class of every PLOVER type (design record: CONCEDE and
// RETREAT are material cooperation, as PLV has them).
var quads = map[string]int{
	"AGREE": 1, "CONSULT": 1, "SUPPORT": 1,
	"COOPERATE": 2, "AID": 2, "CONCEDE": 2, "RETREAT": 2,
	"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
	"SANCTION": 4, "PROTEST": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}

var embedded = sync.OnceValues(func() (*lexicon, error) { return load(lexiconFiles, "lexicon") })

// load reads classes, operators and then every file of patterns, in the order
// of their names.
func load(files fs.FS, dir string) (*lexicon, error) {
	l := &lexicon{
		symbols: map[string]symbol{}, classes: map[string]map[symbol]bool{},
		anchored: map[symbol][]*pattern{}, operates: map[string]*operator{},
		irregular: map[symbol][]symbol{}, barriers: map[symbol]bool{},
		worth: ownWorths(),
	}
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		return nil, fmt.Errorf("listing the lexicon: %w", err)
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	sort.SliceStable(names, func(i, j int) bool { return rank(names[i]) < rank(names[j]) })
	for _, name := range names {
		if err := l.loadFile(files, path.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// rank puts the files that others rest on first.
func rank(name string) string {
	for i, first := range []string{"classes.txt", "irregular.txt", "barriers.txt", "operators.txt"} {
		if name == first {
			return string(rune('0' + i))
		}
	}
	return "9" + name
}

func (l *lexicon) loadFile(files fs.FS, name string) error {
	file, err := files.Open(name)
	if err != nil {
		return fmt.Errorf("opening %s: %w", name, err)
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	for number := 1; scanner.Scan(); number++ {
		row := strings.TrimSpace(scanner.Text())
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		if err := l.row(path.Base(name), row, fmt.Sprintf("%s:%d", path.Base(name), number)); err != nil {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}

// row takes in one line of a file; the file's name tells what it holds.
func (l *lexicon) row(file, row, source string) error {
	fields := strings.Fields(row)
	switch file {
	case "classes.txt":
		return l.addClass(fields)
	case "irregular.txt":
		l.addIrregular(fields)
		return nil
	case "barriers.txt":
		l.barriers[l.intern(fields[0])] = true
		return nil
	case "operators.txt":
		return l.addOperator(fields)
	}
	return l.addPattern(strings.ToUpper(strings.TrimSuffix(file, ".txt")), fields, source)
}

func (l *lexicon) intern(word string) symbol {
	if known, ok := l.symbols[word]; ok {
		return known
	}
	l.symbols[word] = symbol(len(l.symbols) + 1)
	return l.symbols[word]
}

// addClass reads "name word word @class …".
func (l *lexicon) addClass(fields []string) error {
	if l.classes[fields[0]] == nil {
		l.classes[fields[0]] = map[symbol]bool{}
	}
	for _, word := range fields[1:] {
		if err := l.include(l.classes[fields[0]], word); err != nil {
			return err
		}
	}
	return nil
}

func (l *lexicon) include(set map[symbol]bool, word string) error {
	name, isClass := strings.CutPrefix(word, "@")
	if !isClass {
		set[l.intern(word)] = true
		return nil
	}
	class, ok := l.classes[name]
	if !ok {
		return fmt.Errorf("no class %q", name)
	}
	for s := range class {
		set[s] = true
	}
	return nil
}

// addIrregular reads "lemma form form …".
func (l *lexicon) addIrregular(fields []string) {
	lemma := l.intern(fields[0])
	for _, form := range fields[1:] {
		s := l.intern(form)
		l.irregular[s] = append(l.irregular[s], lemma)
	}
}

// symbolsOf lists the symbols that a word may stand for.
func (l *lexicon) symbolsOf(lower, lemma string) []symbol {
	var out []symbol
	add := func(word string) {
		s, ok := l.symbols[word]
		if !ok {
			return
		}
		for _, have := range out {
			if have == s {
				return
			}
		}
		out = append(out, s)
		out = append(out, l.irregular[s]...)
	}
	for _, form := range lemmas(lower) {
		add(form)
	}
	if lemma != "" {
		add(strings.ToLower(lemma))
	}
	return out
}

// any reports whether the word can be one of the set.
func (w *word) any(set map[symbol]bool) bool {
	for _, s := range w.symbols {
		if set[s] {
			return true
		}
	}
	return false
}
