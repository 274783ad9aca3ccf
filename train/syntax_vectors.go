package train

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"chancery/model"
	"chancery/parse"
	"chancery/text"
)

// wordVectors are vectors of words by their lower-case form: numbers gives
// their rows, row 0 is for all other words and zero.
type wordVectors struct {
	numbers *model.Vocabulary
	values  []float32
}

// How vectors are learned: skip-grams with negative samples (Mikolov et al. 2013, arXiv:1310.4546).
const (
	rareVector  = 4    // the count under which a word has no vector
	vectorReach = 4    // the most words to either side that a word predicts; for near ones more often
	negatives   = 5    // words drawn that are not there
	vectorRate  = 0.03 // the first step
	oftenWord   = 1e-3 // the share of the text above which a word is passed over now and then
	vectorSize  = 0.35 // the root of the mean square of the numbers in the end
)

// vectors learns vectors on the raw texts and the treebanks' own sentences.
func (c Syntax) vectors(examples []example) (wordVectors, error) {
	var sentences [][]model.Feature
	counted := map[model.Feature]int{}
	keep := func(w *parse.Words) {
		var sentence []model.Feature
		for i := 1; i <= w.Len(); i++ {
			counted[w.Form(i)]++
			sentence = append(sentence, w.Form(i))
		}
		sentences = append(sentences, sentence)
	}
	for i := range examples {
		keep(&examples[i].words)
	}
	var words parse.Words
	err := rawLines(c.Texts, func(line string) {
		for _, sentence := range text.Sentences(strings.TrimSpace(line)) {
			words.Fill(strings.TrimSpace(line), sentence.Tokens)
			keep(&words)
		}
	})
	if err != nil {
		return wordVectors{}, err
	}
	v := wordVectors{numbers: model.NewVocabulary(1, frequent(counted, rareVector))}
	s := newSkipGrams(v.numbers.Rows())
	for _, sentence := range sentences {
		row := make([]int32, 0, len(sentence))
		for _, f := range sentence {
			if number := v.numbers.Number(f); number > 0 {
				row = append(row, int32(number))
				s.counts[number]++
				s.total++
			}
		}
		s.sentences = append(s.sentences, row)
	}
	c.Log(fmt.Sprintf("vectors: %d words of %d tokens", v.numbers.Rows(), s.total))
	v.values = s.learn(c.VectorEpochs)
	return v, nil
}

// skipGrams is the learner of vectors; it works on one core, so that the same text gives the same bits.
type skipGrams struct {
	sentences [][]int32
	counts    []int
	total     int
	words     []float32 // vectors of words
	contexts  []float32
	noise     []int32 // words by their count to the power of 0.75
}

func newSkipGrams(rows int) *skipGrams { return &skipGrams{counts: make([]int, rows)} }

func (s *skipGrams) learn(epochs int) []float32 {
	random := rand.New(rand.NewPCG(13, 20211018))
	s.words, s.contexts = make([]float32, len(s.counts)*vectorWidth), make([]float32, len(s.counts)*vectorWidth)
	for i := range s.words {
		s.words[i] = (random.Float32() - 0.5) / vectorWidth
	}
	for word, n := range s.counts {
		for range int(math.Ceil(math.Pow(float64(n), 0.75) / 8)) {
			s.noise = append(s.noise, int32(word))
		}
	}
	done, all := 0, epochs*s.total+1
	kept := make([]int32, 0, 500)
	for range epochs {
		for _, sentence := range s.sentences {
			rate := float32(vectorRate * max(0.02, 1-float64(done)/float64(all)))
			done += len(sentence)
			kept = kept[:0]
			for _, word := range sentence {
				share := float64(s.counts[word]) / float64(s.total) / oftenWord
				if share <= 1 || random.Float64() < math.Sqrt(1/share) {
					kept = append(kept, word)
				}
			}
			s.learnSentence(kept, rate, random)
		}
	}
	return s.scaled()
}

func (s *skipGrams) learnSentence(words []int32, rate float32, random *rand.Rand) {
	var change [vectorWidth]float32
	for i, word := range words {
		reach := 1 + random.IntN(vectorReach)
		for j := max(0, i-reach); j <= min(len(words)-1, i+reach); j++ {
			if j == i {
				continue
			}
			vector := s.words[int(words[j])*vectorWidth:][:vectorWidth]
			clear(change[:])
			for k := range negatives + 1 {
				context, want := word, float32(1)
				if k > 0 {
					context, want = s.noise[random.IntN(len(s.noise))], 0
				}
				row := s.contexts[int(context)*vectorWidth:][:vectorWidth]
				var dot float32
				for d, x := range vector {
					dot += x * row[d]
				}
				step := rate * (want - float32(1/(1+math.Exp(-float64(dot)))))
				for d, x := range vector {
					change[d] += step * row[d]
					row[d] += step * x
				}
			}
			for d, x := range change {
				vector[d] += x
			}
		}
	}
}

// scaled is the words' vectors, their numbers brought to the size vectorSize; row 0 is zero.
func (s *skipGrams) scaled() []float32 {
	clear(s.words[:vectorWidth])
	sum := 0.0
	for _, x := range s.words {
		sum += float64(x) * float64(x)
	}
	scale := float32(vectorSize / math.Sqrt(max(1e-9, sum/float64(len(s.words)))))
	out := slices.Clone(s.words)
	for i := range out {
		out[i] *= scale
	}
	return out
}
