package train

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed made.txt
var madeGrammar string

// grammar makes sentences with their trees; made.txt tells its form.
type grammar map[string][]way

// way is one way to make a phrase.
type way struct {
	items []item
	head  int // of the items
}

// item is a phrase by its name, or a word.
type item struct {
	name     string
	word     treeToken
	relation string
}

// readGrammar reads lines of the form that made.txt tells. An error names the line.
func readGrammar(text string) (grammar, error) {
	g := grammar{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		left, right, ok := strings.Cut(line, " = ")
		names := strings.Fields(left)
		if !ok || len(names) == 0 {
			return nil, fmt.Errorf("grammar, line %d: no \" = \"", number)
		}
		if err := g.add(names, strings.Fields(right)); err != nil {
			return nil, fmt.Errorf("grammar, line %d: %w", number, err)
		}
	}
	for name, ways := range g {
		for _, w := range ways {
			for _, i := range w.items {
				if i.name != "" && len(g[i.name]) == 0 {
					return nil, fmt.Errorf("grammar: %s names %s, which nothing makes", name, i.name)
				}
			}
		}
	}
	return g, nil
}

func (g grammar) add(names, parts []string) error {
	switch {
	case names[0] == "verb" && len(names) == 2:
		return g.addVerbs(names[1], parts)
	case names[0] == "word" && len(names) == 4:
		for _, form := range parts {
			g.addWord(names[1], form, names[2]+"|"+names[3])
		}
		return nil
	}
	times := 1
	if len(names) == 2 {
		var err error
		if times, err = strconv.Atoi(names[1]); err != nil {
			return fmt.Errorf("how many ways: %w", err)
		}
	}
	w := way{head: -1}
	for i, part := range parts {
		one, err := readItem(part)
		if err != nil {
			return err
		}
		if one.relation == "" {
			w.head = i
		}
		w.items = append(w.items, one)
	}
	if w.head < 0 {
		return fmt.Errorf("no head among %v", parts)
	}
	for range times {
		g[names[0]] = append(g[names[0]], w)
	}
	return nil
}

func (g grammar) addWord(name, form, tag string) {
	g[name] = append(g[name], way{items: []item{{word: treeToken{form: form, lemma: "_", tag: tag}}}})
}

func (g grammar) addVerbs(name string, verbs []string) error {
	for _, verb := range verbs {
		forms := strings.Split(verb, "/")
		if len(forms) != 5 {
			return fmt.Errorf("%s has %d forms, want 5", verb, len(forms))
		}
		for i, tag := range []string{"VB", "VBD", "VBN", "VBZ", "VBG"} {
			g.addWord(name+"."+tag, forms[i], "VERB|"+tag)
		}
	}
	return nil
}

// readItem reads *HEAD, NAME:relation or FORM/UPOS/XPOS:relation.
func readItem(part string) (item, error) {
	var one item
	body, isHead := strings.CutPrefix(part, "*")
	if !isHead {
		from := strings.LastIndexByte(body, '/') + 1
		if at := strings.IndexByte(body[from:], ':'); at >= 0 {
			body, one.relation = body[:from+at], body[from+at+1:]
		}
		if one.relation == "" {
			return one, fmt.Errorf("%s has no relation", part)
		}
	}
	columns := strings.Split(body, "/")
	switch len(columns) {
	case 1:
		one.name = body
	case 3:
		one.word = treeToken{form: columns[0], lemma: "_", tag: columns[1] + "|" + columns[2]}
	default:
		return one, fmt.Errorf("%s is neither a name nor a word with two tags", part)
	}
	return one, nil
}

// deepest bounds how phrases stand inside phrases; deeper ones are made the first way.
const deepest = 12

// draw appends a phrase to the tree and returns the place, from 1, of its head.
func (g grammar) draw(name string, random *rand.Rand, out *tree, depth int) int {
	ways := g[name]
	w := ways[0]
	if depth < deepest {
		w = ways[random.IntN(len(ways))]
	}
	places := make([]int, len(w.items))
	for i, one := range w.items {
		if one.name != "" {
			places[i] = g.draw(one.name, random, out, depth+1)
			continue
		}
		*out = append(*out, one.word)
		places[i] = len(*out)
	}
	head := places[w.head]
	for i, one := range w.items {
		if i != w.head {
			(*out)[places[i]-1].head, (*out)[places[i]-1].relation = head, one.relation
		}
	}
	return head
}

// madeTrees draws so many sentences; the same every time.
func madeTrees(n int) ([]tree, error) {
	g, err := readGrammar(madeGrammar)
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(17, 20211018))
	var trees []tree
	for len(trees) < n {
		var t tree
		root := g.draw("S", random, &t, 0)
		if len(t) > 40 {
			continue
		}
		t[root-1].relation = "root"
		r, size := utf8.DecodeRuneInString(t[0].form)
		t[0].form = string(unicode.ToUpper(r)) + t[0].form[size:]
		trees = append(trees, t)
	}
	return trees, nil
}
