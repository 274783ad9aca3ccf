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

// NameScores is a score for each class of one token.
type NameScores [nameClassCount]float32

// ScoreNames is the scores that a model gives the tokens of a run.
func ScoreNames(linear *model.Linear, features [][]model.Feature) []NameScores {
	out := make([]NameScores, len(features))
	for i, f := range features {
		var scores model.Scores
		linear.Add(f, &scores)
		out[i] = NameScores(scores[:nameClassCount])
	}
	return out
}

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

// tagger finds names by learned weights (a linear-chain conditional random
// field, Lafferty et al. 2001); it is safe for many goroutines.
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
func BestNames(emissions []NameScores, moves *NameMoves) []int {
	if len(emissions) == 0 {
		return nil
	}
	back := make([][nameClassCount]uint8, len(emissions))
	score := startScores(&emissions[0], moves)
	for i := 1; i < len(emissions); i++ {
		var next NameScores
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

func startScores(first *NameScores, moves *NameMoves) NameScores {
	var score NameScores
	for to := range nameClassCount {
		score[to] = -1e30
		if NameMoveAllowed(0, to) {
			score[to] = first[to] + moves[0][to]
		}
	}
	return score
}

// NameRuns gives the rows of tokens of a document that may hold names.
func (f *Finder) NameRuns(doc chancery.Document, sentences []chancery.Sentence) []NameRun {
	p := newPass(f.tables, doc, sentences)
	var out []NameRun
	for i := range sentences {
		p.readNames(i)
		out = append(out, p.runs(i)...)
	}
	for i, run := range out {
		for j := run.First; j < run.end; j++ {
			out[i].Features = append(out[i].Features, appendNameFeatures(nil, run.signs, j))
		}
	}
	return out
}

// tag finds the names of one sentence: a class for every token.
func (p *pass) tag(t *tagger, sentence int) []int {
	path := make([]int, len(p.words[sentence]))
	var buf []model.Feature
	var scores []NameScores
	for _, run := range p.runs(sentence) {
		scores = scores[:0]
		for i := run.First; i < run.end; i++ {
			buf = appendNameFeatures(buf[:0], run.signs, i)
			var all model.Scores
			t.linear.Add(buf, &all)
			scores = append(scores, NameScores(all[:nameClassCount]))
		}
		copy(path[run.First:], BestNames(scores, &t.moves))
	}
	return path
}
