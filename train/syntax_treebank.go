package train

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// treeToken is a syntactic word of a treebank.
type treeToken struct {
	form, lemma, tag string // tag is "UPOS|XPOS"
	head             int    // from 1; 0 is the root
	relation         string
}

// tree is a sentence of a treebank.
type tree []treeToken

// freeGenres are GUM's genres whose texts may be used for any purpose; essay,
// fiction, letter, podcast, reddit and whow are non-commercial.
var freeGenres = [...]string{"academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}

// readTreebank reads the training part of a treebank: the file itself, or in
// a folder the released name (en_ewt-ud-train.conllu) or the flat one (ewt-train.conllu).
func readTreebank(path, name string) ([]tree, error) {
	file := path
	if stat, err := os.Stat(path); err == nil && stat.IsDir() {
		file = filepath.Join(path, "en_"+name+"-ud-train.conllu")
		if _, err := os.Stat(file); err != nil {
			file = filepath.Join(path, name+"-train.conllu")
		}
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening the treebank: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var trees []tree
	var open tree
	free, number := true, 0
	for lines.Scan() {
		number++
		line := lines.Text()
		switch {
		case line == "":
			if len(open) > 0 && free {
				trees = append(trees, open)
			}
			open = nil
		case strings.HasPrefix(line, "# newdoc id = GUM_"):
			genre, _, _ := strings.Cut(strings.TrimPrefix(line, "# newdoc id = GUM_"), "_")
			free = slices.Contains(freeGenres[:], genre)
		case line[0] != '#':
			token, ok, err := readTreeToken(line)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, number, err)
			}
			if ok {
				open = append(open, token)
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	return trees, nil
}

// readTreeToken reads a line of CoNLL-U; ok is false for a range or an empty node.
func readTreeToken(line string) (token treeToken, ok bool, err error) {
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return token, false, fmt.Errorf("%d columns, want 10", len(f))
	}
	if strings.ContainsAny(f[0], "-.") {
		return token, false, nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return token, false, fmt.Errorf("head: %w", err)
	}
	return treeToken{f[1], f[2], f[3] + "|" + f[4], head, f[7]}, true, nil
}
