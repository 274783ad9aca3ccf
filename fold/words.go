package fold

import (
	"slices"
	"strings"
	"sync"
)

// emptyWords say nothing of what an act is about.
const emptyWords = " about after again against agency also been before being between both could country countries " +
	"during earlier first foreign from government have having into ministry minister month more most much news next official officials " +
	"over president said saying says since some spokesman spokesperson spokeswoman statement such than that their them then there these they " +
	"this those told under until very week were what when where which while will with would year yesterday today monday " +
	"tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "

// mostWords bounds the words of one claim that are compared.
const mostWords = 48

var emptySet = sync.OnceValue(func() map[uint32]bool {
	set := map[uint32]bool{}
	for word := range strings.FieldsSeq(emptyWords) {
		set[hashWord(word, len(word))] = true
	}
	return set
})

// contentWords are the hashes, sorted and without repeats, of the stems of the
// words that tell what the text is about: four letters or more or a number, not
// in emptyWords; the stem is the first six letters. Names of the parties count
// too; they are common to all that is compared, so the share only rises evenly.
func contentWords(texts ...string) []uint32 {
	out := make([]uint32, 0, mostWords)
	empty := emptySet()
	for _, text := range texts {
		for start := 0; start < len(text) && len(out) < mostWords; {
			end, letters := wordAt(text[start:])
			word := text[start : start+end]
			start += max(end, 1)
			if letters == 0 || end > 60 || letters < 4 && (word[0] < '0' || word[0] > '9') {
				continue
			}
			if !empty[hashWord(word, len(word))] {
				out = append(out, hashWord(word, stemEnd(word, letters)))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

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
