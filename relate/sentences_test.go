package relate

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"chancery"
	"chancery/parse"
	"chancery/text"
)

// sentence is a line of testdata/sentences.tsv.
type sentence struct {
	event, mode, text string
	actor, recipient  chancery.Span
}

func ownSentences(t testing.TB) []sentence {
	t.Helper()
	file, err := os.Open("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []sentence
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		told, marked, ok := strings.Cut(scanner.Text(), "\t")
		if !ok {
			continue
		}
		s := unmark(marked)
		s.event, s.mode, _ = strings.Cut(told, ".")
		out = append(out, s)
	}
	return out
}

// unmark takes the brackets out of a sentence and keeps their places.
func unmark(marked string) (s sentence) {
	var text strings.Builder
	var open *chancery.Span
	for i := 0; i < len(marked); i++ {
		switch {
		case strings.HasPrefix(marked[i:], "[a "):
			open, i = &s.actor, i+2
			open.Start = text.Len()
		case strings.HasPrefix(marked[i:], "[r "):
			open, i = &s.recipient, i+2
			open.Start = text.Len()
		case marked[i] == ']' && open != nil:
			open.End, open = text.Len(), nil
		default:
			text.WriteByte(marked[i])
		}
	}
	s.text = text.String()
	return s
}

// TestOwnSentences asks the rules alone: the judge was fitted on these lines.
func TestOwnSentences(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.New()
	if err != nil {
		t.Fatal(err)
	}
	right, modes, moded := 0, 0, 0
	all := ownSentences(t)
	for _, s := range all {
		sentences := text.Sentences(s.text)
		parser.Parse(s.text, sentences)
		_, ranked := r.hear(s.text, sentences, s.actor, s.recipient)
		got := group{}
		if len(ranked) > 0 {
			got = ranked[0].group
		}
		yields := s.event == "YIELD" && (got.event == "CONCEDE" || got.event == "RETREAT")
		if got.event != s.event && !yields {
			t.Logf("%s told as %s (%s): %s", s.event, got.event, got.rule, s.text)
			continue
		}
		right++
		if s.mode != "" {
			moded++
			if got.mode == s.mode {
				modes++
			} else {
				t.Logf("%s.%s told as %s (%s): %s", s.event, s.mode, got.mode, got.rule, s.text)
			}
		}
	}
	t.Logf("types %d of %d, modes %d of %d", right, len(all), modes, moded)
	if right*100 < len(all)*93 || modes*100 < moded*85 {
		t.Error("too few sentences are told right")
	}
}
