package train

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	markdownLink = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	sourceNote   = regexp.MustCompile(`\(([^()]*)\)\s*$`)
)

// rawLines calls do with each line of the texts in the folders, apart from one
// file in ten (SHA-1 of the name under 1a) that is kept out. Of days of
// Current Events links and sources are taken off; of token files (.tsv, a
// word and its tag a line) a line is a sentence.
func rawLines(folders []string, do func(line string)) error {
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil {
			return fmt.Errorf("listing %s: %w", folder, err)
		}
		for _, file := range files {
			if KeptOut(filepath.Base(file)) {
				continue
			}
			data, err := os.ReadFile(file)
			if err != nil {
				return fmt.Errorf("reading the texts: %w", err)
			}
			if strings.HasSuffix(file, ".tsv") {
				tokenLines(string(data), do)
				continue
			}
			for line := range strings.Lines(string(data)) {
				line = strings.TrimLeft(markdownLink.ReplaceAllString(strings.TrimSpace(line), "$1"), "*# ")
				do(sourceNote.ReplaceAllString(line, ""))
			}
		}
	}
	return nil
}

func tokenLines(data string, do func(line string)) {
	var words []string
	for line := range strings.Lines(data + "\n\n") {
		word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if word != "" {
			words = append(words, word)
			continue
		}
		if len(words) > 0 {
			do(strings.Join(words, " "))
		}
		words = words[:0]
	}
}
