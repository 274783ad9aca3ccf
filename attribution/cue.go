package attribution

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"chancery"
)

//go:embed cues/*.txt
var tables embed.FS

// entry is one line of a cue table.
type entry struct {
	kind chancery.VerbKind
	// shapes that the content may take: that, quote, to, objto, obj, as, addr
	// (the object is the hearer), clause, or a preposition.
	shapes []string
}

// lexicon holds the cue tables: word class and lemma (with a particle after a
// space) to entries.
type lexicon map[string][]entry

// classes names the table of each word class.
var classes = [...]struct{ file, class string }{
	{"verbs.txt", "VERB"}, {"nouns.txt", "NOUN"}, {"adjectives.txt", "ADJ"}, {"adverbs.txt", "ADV"},
}

// readLexicon reads the embedded tables; an error names file and line.
func readLexicon() (lexicon, error) {
	words := lexicon{}
	for _, c := range classes {
		data, err := tables.ReadFile(path.Join("cues", c.file))
		if err != nil {
			return nil, fmt.Errorf("opening the cue table: %w", err)
		}
		if err := words.read(c.file, c.class, string(data)); err != nil {
			return nil, err
		}
	}
	return words, nil
}

func (words lexicon) read(file, class, data string) error {
	number := 0
	for line := range strings.Lines(data) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return fmt.Errorf("%s:%d: %d columns, want lemma, kind, shapes", file, number, len(fields))
		}
		kind := chancery.VerbKind(fields[1])
		if !slices.Contains(kinds[:], kind) {
			return fmt.Errorf("%s:%d: no kind of cue is called %q", file, number, fields[1])
		}
		key := class + " " + fields[0]
		words[key] = append(words[key], entry{kind, strings.Split(fields[2], ",")})
	}
	return nil
}

// kinds lists every kind of cue.
var kinds = [...]chancery.VerbKind{
	chancery.VerbSay, chancery.VerbClaim, chancery.VerbDeny, chancery.VerbThreaten, chancery.VerbWarn,
	chancery.VerbPromise, chancery.VerbAgree, chancery.VerbAsk, chancery.VerbAccuse, chancery.VerbCondemn,
	chancery.VerbPraise, chancery.VerbAnnounce, chancery.VerbReport, chancery.VerbThink, chancery.VerbWant,
	chancery.VerbKnow,
}

// best is the entry that takes content of the shape (of several the one that
// takes the fewest others), else the first; nil for none.
func best(entries []entry, shape string) *entry {
	var found *entry
	for i := range entries {
		e := &entries[i]
		if slices.Contains(e.shapes, shape) && (found == nil || len(e.shapes) < len(found.shapes)) {
			found = e
		}
	}
	if found == nil && len(entries) > 0 {
		found = &entries[0]
	}
	return found
}
