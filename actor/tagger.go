package actor

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"chancery"
	"chancery/model"
)

//go:embed names.model
var nameModel []byte

// NameClasses are the classes of the tagger of names: outside, and the first
// and a later token of a person, organisation, place, nation or people, and
// anything else that has a name. "_" is never given.
func NameClasses() []string {
	return []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-X", "I-X"}
}

const nameClassCount = 11

// NameMoves is the score of each move from a class to the next token's.
type NameMoves [nameClassCount][nameClassCount]float32

// Bytes is the moves as little-endian float32, row by row.
func (m *NameMoves) Bytes() []byte {
	var out []byte
	for _, row := range m {
		for _, score := range row {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(score))
		}
	}
	return out
}

func readMoves(data []byte) (m NameMoves, ok bool) {
	if len(data) != 4*nameClassCount*nameClassCount {
		return m, false
	}
	for from := range m {
		for to := range m[from] {
			m[from][to] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*(from*nameClassCount+to):]))
		}
	}
	return m, true
}

// tagger finds names by learned weights (a first-order structured perceptron,
// Collins 2002); it is safe for many goroutines.
type tagger struct {
	linear *model.Linear
	moves  NameMoves
}

var embeddedTagger = sync.OnceValues(func() (*tagger, error) {
	file, err := model.ReadFile(nameModel)
	if err != nil {
		return nil, fmt.Errorf("reading names.model: %w", err)
	}
	linear, err := file.Linear("names")
	if err != nil {
		return nil, fmt.Errorf("reading names.model: %w", err)
	}
	moves, ok := readMoves(file.Section("moves"))
	if !ok {
		return nil, fmt.Errorf("reading names.model: the moves do not fit")
	}
	return &tagger{linear, moves}, nil
})

// NameMoveAllowed reports whether a token of class to may follow one of class
// from: I- follows its own B- or I-.
func NameMoveAllowed(from, to int) bool {
	return to == 0 || to%2 == 1 || from == to || from == to-1
}

// BestNames is the best sequence of classes for the emission scores of the
// tokens and the scores of the moves (Viterbi).
func BestNames(emissions [][nameClassCount]float32, moves *NameMoves) []int {
	if len(emissions) == 0 {
		return nil
	}
	back := make([][nameClassCount]uint8, len(emissions))
	score := startScores(&emissions[0], moves)
	for i := 1; i < len(emissions); i++ {
		var next [nameClassCount]float32
		for to := range nameClassCount {
			best, from := float32(-1e30), 0
			for f := range nameClassCount {
				if s := score[f] + moves[f][to]; s > best && NameMoveAllowed(f, to) {
					best, from = s, f
				}
			}
			next[to], back[i][to] = best+emissions[i][to], uint8(from)
		}
		score = next
	}
	path := make([]int, len(emissions))
	best := 0
	for class := range nameClassCount {
		if score[class] > score[best] {
			best = class
		}
	}
	for i := len(path) - 1; i >= 0; i-- {
		path[i] = best
		best = int(back[i][best])
	}
	return path
}

func startScores(first *[nameClassCount]float32, moves *NameMoves) [nameClassCount]float32 {
	var score [nameClassCount]float32
	for to := range nameClassCount {
		score[to] = -1e30
		if NameMoveAllowed(0, to) {
			score[to] = first[to] + moves[0][to]
		}
	}
	return score
}

// NameFeatures gives the features of every token that may belong to a name,
// nil for the others, by sentence and token.
func (f *Finder) NameFeatures(doc chancery.Document, sentences []chancery.Sentence) [][][]model.Feature {
	p := newPass(f.tables, doc, sentences)
	out := make([][][]model.Feature, len(sentences))
	for i := range sentences {
		p.readNames(i)
	}
	for i := range sentences {
		s := p.signs(i)
		out[i] = make([][]model.Feature, len(s))
		for j := range s {
			if s[j].candidate {
				out[i][j] = appendNameFeatures(nil, s, j)
			}
		}
	}
	return out
}

// tag finds the names of one sentence.
func (p *pass) tag(t *tagger, sentence int) []int {
	s := p.signs(sentence)
	path := make([]int, len(s))
	var buf []model.Feature
	for i := 0; i < len(s); {
		if !s[i].candidate {
			i++
			continue
		}
		end := i
		var emissions [][nameClassCount]float32
		for end < len(s) && s[end].candidate {
			buf = appendNameFeatures(buf[:0], s, end)
			var scores model.Scores
			t.linear.Add(buf, &scores)
			emissions = append(emissions, [nameClassCount]float32(scores[:nameClassCount]))
			end++
		}
		copy(path[i:], BestNames(emissions, &t.moves))
		i = end
	}
	return path
}

// GuessNames is BestNames with whole-number scores, for training: emission
// gives the scores of token i.
func GuessNames(n int, emission func(int) []int32, moves *NameMoves) []int {
	emissions := make([][nameClassCount]float32, n)
	for i := range emissions {
		for to, score := range emission(i)[:nameClassCount] {
			emissions[i][to] = float32(score)
		}
	}
	return BestNames(emissions, moves)
}
