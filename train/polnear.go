package train

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// Relation is one attribution of PolNeAR: byte spans of source, cue and
// content, each possibly in several pieces or missing.
type Relation struct {
	Source, Cue, Content []chancery.Span
}

// Article is a text of PolNeAR with its attributions.
type Article struct {
	// Name is the file's name with its ending.
	Name      string
	Text      string
	Relations []Relation
	// KeptOut is true when the article must not be learned from.
	KeptOut bool
}

// KeptOut tells whether a file is kept out of fitting: the first two
// hexadecimal digits of the SHA-1 of its name are under 1a (one in ten).
func KeptOut(name string) bool {
	sum := sha1.Sum([]byte(name))
	return hex.EncodeToString(sum[:1]) < "1a"
}

// ReadPolNeAR reads a folder of PolNeAR (Newell, Margolin and Ruths 2018) with
// its subfolders text and attributions (brat standoff, offsets in characters);
// of several annotations of a text the first by name. Texts without annotation
// are left out, and so are lines of annotation that are not in the form.
func ReadPolNeAR(folder string) ([]Article, error) {
	texts, err := filepath.Glob(filepath.Join(folder, "text", "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("listing PolNeAR: %w", err)
	}
	slices.Sort(texts)
	entries, err := os.ReadDir(filepath.Join(folder, "attributions"))
	if err != nil {
		return nil, fmt.Errorf("listing PolNeAR: %w", err)
	}
	var articles []Article
	for _, path := range texts {
		name := filepath.Base(path)
		base := strings.TrimSuffix(name, ".txt")
		at := slices.IndexFunc(entries, func(e os.DirEntry) bool {
			return strings.HasPrefix(e.Name(), base) && strings.HasSuffix(e.Name(), ".ann")
		})
		if at < 0 {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading PolNeAR: %w", err)
		}
		notes, err := os.ReadFile(filepath.Join(folder, "attributions", entries[at].Name()))
		if err != nil {
			return nil, fmt.Errorf("reading PolNeAR: %w", err)
		}
		articles = append(articles, Article{
			Name: name, Text: string(text), KeptOut: KeptOut(name),
			Relations: readRelations(string(text), string(notes)),
		})
	}
	return articles, nil
}

// readRelations reads brat standoff: T lines are spans, E lines relations.
func readRelations(text, notes string) []Relation {
	bytes := make([]int, 0, len(text)+1) // of each character
	for i := range text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(text))
	spans := map[string][]chancery.Span{}
	var relations []Relation
	for line := range strings.Lines(notes) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(fields) < 2 {
			continue
		}
		switch {
		case strings.HasPrefix(fields[0], "T"):
			if _, offsets, ok := strings.Cut(fields[1], " "); ok {
				spans[fields[0]] = readOffsets(offsets, bytes)
			}
		case strings.HasPrefix(fields[0], "E"):
			relations = append(relations, readRelation(fields[1], spans))
		}
	}
	return relations
}

// readOffsets reads "3 9;12 15" in characters.
func readOffsets(offsets string, bytes []int) []chancery.Span {
	var list []chancery.Span
	for pair := range strings.SplitSeq(offsets, ";") {
		from, to, _ := strings.Cut(pair, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || start < 0 || end < start || end >= len(bytes) {
			continue
		}
		list = append(list, chancery.Span{Start: bytes[start], End: bytes[end]})
	}
	return list
}

func readRelation(roles string, spans map[string][]chancery.Span) Relation {
	var r Relation
	for role := range strings.FieldsSeq(roles) {
		name, id, _ := strings.Cut(role, ":")
		switch strings.TrimRight(name, "0123456789") {
		case "Source":
			r.Source = append(r.Source, spans[id]...)
		case "Cue":
			r.Cue = append(r.Cue, spans[id]...)
		case "Content":
			r.Content = append(r.Content, spans[id]...)
		}
	}
	return r
}
