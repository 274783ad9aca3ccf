package parse

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/model"
)

// word is what the templates read of a token, hashed once.
type word struct {
	// form is the lower-case form with figures made equal, exact the form as written.
	form, exact uint64
	suffixes    [4]uint64 // the last 1 to 4 bytes of the lower-case form
	prefixes    [3]uint64 // the first 1 to 3
	shape       uint64
	// tag is the joint tag, pos the universal one, each plus 1; 0 is unknown.
	tag, pos uint64
	// capital is 1 for a word of capitals.txt written with a capital, 2 for
	// another such word, 3 for one of the table in small letters.
	capital uint64
}

// Words is a sentence made ready for the templates: words[0] is the root,
// words[1..n] the tokens, words[n+1] stands for what is not there.
type Words struct {
	list   []word
	buffer []byte
	room   [MostTagFeatures]model.Feature
}

// rootTag is the tag of the root and of what is not there.
const (
	noTag   = 0
	rootTag = 255
)

// Fill makes the words of a sentence ready; tags and lemmas are unknown.
func (w *Words) Fill(text string, tokens []chancery.Token) {
	n := len(tokens)
	if cap(w.list) < n+2 {
		w.list = make([]word, n+2, 2*n+66)
	}
	w.list = w.list[:n+2]
	w.list[0] = word{form: 1, exact: 1, tag: rootTag, pos: rootTag}
	w.list[n+1] = word{}
	for i := range tokens {
		w.fillWord(&w.list[i+1], tokens[i].Of(text))
	}
}

//go:embed capitals.txt
var capitalTable string

// capitals holds the hashes of the words of capitals.txt.
var capitals = sync.OnceValue(func() map[uint64]struct{} {
	table := make(map[uint64]struct{}, 6000)
	for line := range strings.Lines(capitalTable) {
		if !strings.HasPrefix(line, "#") {
			table[model.Word(strings.TrimSpace(line))] = struct{}{}
		}
	}
	return table
})

// longestForm is how many bytes of a form are looked at.
const longestForm = 48

func (w *Words) fillWord(out *word, form string) {
	if len(form) > longestForm {
		form = form[:longestForm]
	}
	*out = word{exact: model.Word(form), shape: shapeOf(form)}
	lower := w.lower(form)
	out.form = model.Word(lower)
	for i := range out.suffixes {
		out.suffixes[i] = model.Word(lower[max(0, len(lower)-i-1):])
	}
	for i := range out.prefixes {
		out.prefixes[i] = model.Word(lower[:min(len(lower), i+1)])
	}
	r, _ := utf8.DecodeRuneInString(form)
	switch _, known := capitals()[out.form]; {
	case known && unicode.IsUpper(r):
		out.capital = 1
	case known:
		out.capital = 3
	case unicode.IsUpper(r):
		out.capital = 2
	}
}

// lower is form in lower case with every figure as 0; it points into the
// buffer until the next call.
func (w *Words) lower(form string) string {
	buf := w.buffer[:0]
	plain := true
	for i := range len(form) {
		c := form[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			c = '0'
		case c >= utf8.RuneSelf:
			plain = false
		}
		buf = append(buf, c)
	}
	w.buffer = buf
	if !plain {
		return strings.ReplaceAll(strings.ToLower(string(buf)), "’", "'")
	}
	return bytesAsString(buf)
}

// shapeOf tells a form's capitals, figures and marks, runs of one kind taken
// together, and whether it is long.
func shapeOf(form string) uint64 {
	var shape, last uint64
	runs := 0
	for _, r := range form {
		kind := kindOf(r)
		if kind != last && runs < 10 {
			shape = shape*8 + kind
			runs++
		}
		last = kind
	}
	if len(form) == 1 {
		shape += 1 << 40
	}
	return shape + 1
}

func kindOf(r rune) uint64 {
	switch {
	case r >= 'a' && r <= 'z':
		return 1
	case r >= 'A' && r <= 'Z':
		return 2
	case r >= '0' && r <= '9':
		return 3
	case r == '-':
		return 4
	case r == '.':
		return 5
	case r == '\'' || r == '’':
		return 6
	case unicode.IsLower(r):
		return 1
	case unicode.IsUpper(r):
		return 2
	}
	return 7
}

// Len is the number of tokens.
func (w *Words) Len() int { return len(w.list) - 2 }

// SetTag tells token i (from 1) its joint tag and universal tag, both indices.
func (w *Words) SetTag(i, tag, pos int) {
	w.list[i].tag, w.list[i].pos = uint64(tag)+1, uint64(pos)+1
}

// Tag is the joint tag that token i (from 1) was told.
func (w *Words) Tag(i int) int { return int(w.list[i].tag) - 1 }

// Untagged is a copy of the words that shares no tags with w.
func (w *Words) Untagged() Words {
	list := append([]word(nil), w.list...)
	for i := 1; i+1 < len(list); i++ {
		list[i].tag, list[i].pos = noTag, noTag
	}
	return Words{list: list}
}
