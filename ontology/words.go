package ontology

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed contexts.txt
var contextsText string

//go:embed modes.txt
var modesText string

// wordRow is one line of a table of words: its name (a context, or "TYPE
// mode"), and its place among the lines.
type wordRow struct {
	name string
	line int
}

// phrase is a row's phrase behind its first word; open phrases end in "*".
type phrase struct {
	row  wordRow
	rest []string
	open bool
}

// wordTable finds the rows whose words stand in a text, by first word;
// prefixes are kept by their first three letters.
type wordTable struct {
	first    map[string][]phrase
	prefixes map[string][]prefix
}

type prefix struct {
	row  wordRow
	text string
}

const prefixKey = 3

var contextTable = sync.OnceValue(func() *wordTable { return mustWords("contexts.txt", contextsText, "context") })

var modeTable = sync.OnceValue(func() *wordTable { return mustWords("modes.txt", modesText, "mode") })

func mustWords(file, text, key string) *wordTable {
	table, err := newWordTable(file, text, key)
	if err != nil {
		panic(err)
	}
	return table
}

// newWordTable reads lines "KEY NAME: word, two words, word*"; the error wraps
// ErrTable and names file and line.
func newWordTable(file, text, key string) (*wordTable, error) {
	table := &wordTable{first: map[string][]phrase{}, prefixes: map[string][]prefix{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, list, found := strings.Cut(line, ":")
		name, keyed := strings.CutPrefix(name, key+" ")
		if !found || !keyed {
			return nil, fmt.Errorf("%s:%d: %w: want \"%s NAME: words\"", file, number, ErrTable, key)
		}
		row := wordRow{strings.TrimSpace(name), number}
		for entry := range strings.SplitSeq(list, ",") {
			if err := table.add(row, strings.Fields(entry)); err != nil {
				return nil, fmt.Errorf("%s:%d: %w: %w", file, number, ErrTable, err)
			}
		}
	}
	return table, nil
}

func (t *wordTable) add(row wordRow, words []string) error {
	if len(words) == 0 {
		return fmt.Errorf("an empty entry")
	}
	last := len(words) - 1
	bare, open := strings.CutSuffix(words[last], "*")
	if last == 0 && open {
		if len(bare) < prefixKey {
			return fmt.Errorf("%q is too short a beginning", words[0])
		}
		t.prefixes[bare[:prefixKey]] = append(t.prefixes[bare[:prefixKey]], prefix{row, bare})
		return nil
	}
	rest := slices.Clone(words[1:])
	if open {
		rest[last-1] = bare
	}
	t.first[words[0]] = append(t.first[words[0]], phrase{row, rest, open})
	return nil
}

// rows are the rows whose words stand in the text, each once, by line or in the
// order of the text (of one word by line). lemmas and words are the tokens'
// lemmas and forms in lower case, of equal length.
func (t *wordTable) rows(lemmas, words []string, inTextOrder bool) []wordRow {
	var out []wordRow
	found := func(row wordRow) {
		if !slices.Contains(out, row) {
			out = append(out, row)
		}
	}
	for i := range words {
		before := len(out)
		for _, form := range [2]string{lemmas[i], words[i]} {
			for _, p := range t.first[form] {
				if p.fits(lemmas[i+1:], words[i+1:]) {
					found(p.row)
				}
			}
			if len(form) >= prefixKey {
				for _, p := range t.prefixes[form[:prefixKey]] {
					if strings.HasPrefix(form, p.text) {
						found(p.row)
					}
				}
			}
		}
		slices.SortFunc(out[before:], byLine)
	}
	if !inTextOrder {
		slices.SortFunc(out, byLine)
	}
	return out
}

func byLine(a, b wordRow) int { return a.line - b.line }

func (p phrase) fits(lemmas, words []string) bool {
	if len(p.rest) > len(words) {
		return false
	}
	for i, want := range p.rest {
		open := p.open && i == len(p.rest)-1
		if lemmas[i] != want && words[i] != want && !(open && strings.HasPrefix(words[i], want)) {
			return false
		}
	}
	return true
}

// ContextsOf are the PLOVER contexts of an act that is told with these words:
// those that its words name and those that always come with it; where there
// are none, those that the table gives otherwise. lemmas and words are the
// tokens' lemmas and forms in lower case, of equal length.
func (a Act) ContextsOf(lemmas, words []string) []string {
	out := slices.Clone(a.Contexts)
	for _, row := range contextTable().rows(lemmas, words, false) {
		if !slices.Contains(out, row.name) {
			out = append(out, row.name)
		}
	}
	if len(out) == 0 {
		return slices.Clone(a.Otherwise)
	}
	return out
}

// ModeOf is the PLOVER mode of an act that is told with these words: of the
// modes of its type that have a word there the one that modes.txt has first;
// for what is asked, refused or threatened the one that the words tell first.
// Without such a word, and where the act's mode is fixed, it is the act's own.
func (a Act) ModeOf(lemmas, words []string) string {
	if a.Fixed {
		return a.Mode
	}
	inTextOrder := a.Type == "REQUEST" || a.Type == "REJECT" || a.Type == "THREATEN"
	for _, found := range modeTable().rows(lemmas, words, inTextOrder) {
		if plover, name, _ := strings.Cut(found.name, " "); plover == a.Type {
			return name
		}
	}
	return a.Mode
}

// ContextNames lists the contexts that words can tell, sorted.
func ContextNames() []string {
	var out []string
	for line := range strings.Lines(contextsText) {
		if name, _, found := strings.Cut(line, ":"); found && strings.HasPrefix(name, "context ") {
			out = append(out, strings.TrimPrefix(name, "context "))
		}
	}
	slices.Sort(out)
	return out
}
