package relations

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"chancery"
)

//go:embed phrases.txt
var phrasesText string

//go:embed levels.txt
var levelsText string

// phrase is how an act is worded: what was done, what it is called.
type phrase struct{ verb, noun string }

var phrases = sync.OnceValue(func() map[string]phrase {
	table := map[string]phrase{}
	for line := range strings.Lines(phrasesText) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		if len(fields) == 3 && !strings.HasPrefix(line, "#") {
			table[fields[0]] = phrase{fields[1], fields[2]}
		}
	}
	return table
})

type levelWord struct{ level, words string }

var levelWords = sync.OnceValue(func() []levelWord {
	var table []levelWord
	for line := range strings.Lines(levelsText) {
		level, words, found := strings.Cut(strings.TrimSpace(line), "\t")
		if found && !strings.HasPrefix(line, "#") {
			table = append(table, levelWord{level, words})
		}
	}
	return table
})

// Noun is what an act is called ("expulsion"); the act itself when it has none.
func Noun(act string) string {
	if p, known := phrases()[act]; known {
		return p.noun
	}
	return act
}

// Sentence words an event: "RUS suspended the work of its mission".
func Sentence(e chancery.Event) string {
	who := strings.Join(e.Actor, ", ")
	if who == "" {
		who = "somebody not named"
	}
	p, known := phrases()[e.Act]
	if !known {
		p = phrase{verb: e.Act + "[ %r][: %o]"}
	}
	verb := fill(p.verb, map[byte]string{'r': strings.Join(e.Recipient, ", "), 'o': objectWords(e), 'n': countWords(e.Count)})
	switch e.Status {
	case chancery.StatusPlanned:
		verb = "planned: " + verb
	case chancery.StatusThreatened:
		verb = "threatened: " + verb
	case chancery.StatusRequested:
		verb = "asked leave: " + verb
	case chancery.StatusPossible:
		verb = "possibly: " + verb
	case chancery.StatusDenied:
		verb = "(denied) " + verb
	}
	return who + " " + verb
}

// objectWords is the object without the words that the verb says already.
func objectWords(e chancery.Event) string {
	text := ObjectText(e)
	switch e.Act {
	case "suspend-mission":
		for _, words := range []string{"the ", "work of ", "operations of ", "activities of ", "operation of "} {
			text = strings.TrimPrefix(text, words)
		}
	case "revoke-accreditation":
		if strings.HasSuffix(text, "accreditation") {
			return ""
		}
	}
	return text
}

// ObjectText is the object's words, empty when none is told.
func ObjectText(e chancery.Event) string {
	if e.Object == nil {
		return ""
	}
	return e.Object.Text
}

// countWords prints "8 members" or "10 (before 20)".
func countWords(count *chancery.Count) string {
	if count == nil {
		return ""
	}
	text := strconv.Itoa(count.N)
	if count.Of != "" {
		text += " " + count.Of
	}
	if count.From != nil {
		text += " (before " + strconv.Itoa(*count.From) + ")"
	}
	return text
}

// fill puts the marks' words in and leaves out the bracketed pieces whose mark
// has none.
func fill(pattern string, marks map[byte]string) string {
	var out strings.Builder
	for pattern != "" {
		piece := pattern
		inside := false
		if pattern[0] == '[' {
			end := strings.IndexByte(pattern, ']')
			piece, pattern, inside = pattern[1:end], pattern[end+1:], true
		} else if next := strings.IndexByte(pattern, '['); next > 0 {
			piece, pattern = pattern[:next], pattern[next:]
		} else {
			pattern = ""
		}
		text, empty := fillMarks(piece, marks)
		if !inside || !empty {
			out.WriteString(text)
		}
	}
	return strings.TrimSpace(out.String())
}

func fillMarks(piece string, marks map[byte]string) (text string, empty bool) {
	var out strings.Builder
	for i := 0; i < len(piece); i++ {
		if piece[i] != '%' || i+1 == len(piece) {
			out.WriteByte(piece[i])
			continue
		}
		i++
		empty = empty || marks[piece[i]] == ""
		out.WriteString(marks[piece[i]])
	}
	return out.String(), empty
}

// officeLevel is the level of an office by its words, "" for an unknown one.
func officeLevel(office string) string {
	office = strings.ToLower(office)
	if office == "" {
		return ""
	}
	for _, row := range levelWords() {
		if strings.Contains(office, row.words) {
			return row.level
		}
	}
	return ""
}
