package fold

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed generic.txt
var genericText string

// mostWords bounds the words of one claim that are compared.
const mostWords = 48

// genericWords are the hashes of the words of generic.txt.
var genericWords = sync.OnceValue(func() map[uint32]bool {
	set := map[uint32]bool{}
	for line := range strings.Lines(genericText) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			set[hashWord(word, len(word))] = true
		}
	}
	return set
})

// telling is what the words of a claim tell it from others by: hashes, sorted
// and without repeats. Words of generic.txt and words that name the claim's own
// parties are left out.
type telling struct {
	words []uint32 // stems (six letters) of words of four letters or more, and names
	names []uint32 // stems of those written with a capital, and numbers of two digits or more
}

// tellingWords reads the texts; own are the words by which the claim names its
// parties.
func tellingWords(own []string, texts ...string) telling {
	mine := beginnings(own)
	t := telling{words: make([]uint32, 0, 16)}
	generic := genericWords()
	for _, text := range texts {
		for start := 0; start < len(text) && len(t.words) < mostWords; {
			end, letters := wordAt(text[start:])
			word := text[start : start+end]
			start += max(end, 1)
			if letters == 0 || end > 60 {
				continue
			}
			number := word[0] >= '0' && word[0] <= '9'
			name := word[0] >= 'A' && word[0] <= 'Z' || word[0] >= 0xC0
			if letters < 4 && !(number && letters > 1) || generic[hashWord(word, len(word))] || mine[beginning(word)] {
				continue
			}
			stem := hashWord(word, stemEnd(word, letters))
			t.words = append(t.words, stem)
			if name || number {
				t.names = append(t.names, stem)
			}
		}
	}
	slices.Sort(t.words)
	slices.Sort(t.names)
	t.words, t.names = slices.Compact(t.words), slices.Compact(t.names)
	return t
}

// beginnings are the first four letters of every word of the names: "Iran" and
// "Iranian", "China" and "Chinese" begin alike.
func beginnings(names []string) map[uint32]bool {
	set := map[uint32]bool{}
	for _, name := range names {
		for word := range strings.FieldsSeq(name) {
			if len(word) >= 4 {
				set[beginning(word)] = true
			}
		}
	}
	return set
}

func beginning(word string) uint32 { return hashWord(word, min(4, len(word))) }

// wordAt is the length in bytes, and in letters, of the word that the text
// begins with; both 0 where it begins with none. Bytes beyond ASCII count as
// letters of the word: rarely is one a dash or quotation mark, and then in both
// texts alike.
func wordAt(text string) (length, letters int) {
	for length < len(text) {
		c := text[length]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c >= 0xC0:
			letters++
		case c < 0x80:
			return length, letters
		}
		length++
	}
	return length, letters
}

// stemEnd is the length in bytes of the word's first six letters.
func stemEnd(word string, letters int) int {
	if letters <= 6 {
		return len(word)
	}
	count := 0
	for i := 0; i < len(word); i++ {
		if word[i] < 0x80 || word[i] >= 0xC0 {
			if count == 6 {
				return i
			}
			count++
		}
	}
	return len(word)
}

// hashWord is FNV-1a over the first bytes of the word, ASCII letters in lower case.
func hashWord(word string, end int) uint32 {
	h := uint32(2166136261)
	for i := 0; i < end; i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// share is how much of the shorter list the longer one holds, 0 to 1; both sorted.
func share(a, b []uint32) float64 {
	short := min(len(a), len(b))
	if short == 0 {
		return 0
	}
	return float64(common(a, b)) / float64(short)
}

// common counts what two sorted lists have in common.
func common[T uint32 | uint64 | int32 | string](a, b []T) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
