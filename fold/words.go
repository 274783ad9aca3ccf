package fold

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// emptyWords say nothing of what an act is about.
const emptyWords = " about after again against agency also been before being between both could country countries " +
	"during earlier first foreign from government have having into ministry minister month more most much news next official officials " +
	"over president said saying says since some spokesman spokesperson spokeswoman statement such than that their them then there these they " +
	"this those told under until very week were what when where which while will with would year yesterday today monday " +
	"tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "

// mostWords bounds the words of one claim that are compared.
const mostWords = 48

// contentWords are the hashes, sorted and without repeats, of the stems of the
// words that tell what the text is about: four letters or more or a number, not
// in emptyWords; the stem is the first six letters. Names of the parties count
// too; they are common to all that is compared, so the share only rises evenly.
func contentWords(texts ...string) []uint32 {
	var out []uint32
	for _, text := range texts {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(out) >= mostWords {
				break
			}
			if stem := stemOf(word); stem != "" {
				out = append(out, hashOf(stem))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stemOf is the first six letters in lower case, empty for a word that says nothing.
func stemOf(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if len(word) > 40 || len(word) < 4 && !unicode.IsDigit(first) {
		return ""
	}
	word = strings.ToLower(word)
	if strings.Contains(emptyWords, " "+word+" ") {
		return ""
	}
	count := 0
	for i := range word {
		if count == 6 {
			return word[:i]
		}
		count++
	}
	return word
}

func hashOf(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()
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
