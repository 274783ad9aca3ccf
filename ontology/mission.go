package ontology

import (
	_ "embed"
	"strings"
	"sync"

	"chancery"
)

//go:embed missions.txt
var missionWords string

// MissionGeneric is said of words that name a mission without telling its kind
// ("the mission", "diplomatic staff").
const MissionGeneric chancery.MissionKind = "generic"

type missionPhrase struct {
	kind  chancery.MissionKind
	words string
}

// missionPhrases is the table by first word.
var missionPhrases = sync.OnceValue(func() map[string][]missionPhrase {
	table := map[string][]missionPhrase{}
	for line := range strings.Lines(missionWords) {
		kind, words, found := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		first, _, _ := strings.Cut(words, " ")
		table[first] = append(table[first], missionPhrase{chancery.MissionKind(kind), words})
	}
	return table
})

// MissionKind tells which kind of mission the words name ("the NATO military
// liaison mission in Moscow" is a liaison mission) and the byte range of the
// words that tell it. The kind is empty when they name none, MissionGeneric
// when they do not tell which. The longest phrase wins, then the first.
func MissionKind(text string) (kind chancery.MissionKind, start, end int) {
	text = plainLower(text)
	table := missionPhrases()
	best := 0
	for i := 0; i < len(text); {
		stop := i
		for stop < len(text) && text[stop] != ' ' {
			stop++
		}
		word := text[i:stop]
		if cut := strings.IndexAny(word, ".,;:!?\"')’"); cut >= 0 {
			word = word[:cut]
		}
		for _, phrase := range table[word] {
			rank := len(phrase.words)
			if phrase.kind == MissionGeneric {
				rank = 1 // any telling phrase beats a generic one
			}
			if rank > best && startsPhrase(text[i:], phrase.words) {
				kind, start, end, best = phrase.kind, i, i+len(phrase.words), rank
			}
		}
		i = stop + 1
	}
	return kind, start, end
}

func startsPhrase(text, words string) bool {
	if !strings.HasPrefix(text, words) {
		return false
	}
	rest := text[len(words):]
	return rest == "" || strings.ContainsAny(rest[:1], " .,;:!?\"')’")
}

// plainLower folds ASCII letters, byte for byte, so that offsets stay true.
func plainLower(text string) string {
	out := []byte(text)
	for i, c := range out {
		switch {
		case c >= 'A' && c <= 'Z':
			out[i] = c + 'a' - 'A'
		case c == '\n' || c == '\t' || c == '\r':
			out[i] = ' '
		}
	}
	return string(out)
}
