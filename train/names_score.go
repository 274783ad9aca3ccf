package train

import (
	"fmt"

	"chancery/actor"
	"chancery/model"
)

// nameScore counts the spans of persons, organisations and places that agree.
type nameScore struct{ right, guessed, gold int }

func (s nameScore) f1() float64 {
	return 200 * float64(s.right) / float64(max(1, s.guessed+s.gold))
}

// scoreNames compares a model's spans with the gold ones, extents and class,
// by token.
func scoreNames(linear *model.Linear, moves *actor.NameMoves, examples []nameRun) nameScore {
	classes := actor.NameClasses()
	var s nameScore
	scaled := *moves
	for from := range scaled {
		for to := range scaled[from] {
			scaled[from][to] *= 64
		}
	}
	for _, e := range examples {
		guess := actor.GuessNames(len(e.gold), func(i int) []int32 { return whole(linear, e.features[i]) }, &scaled)
		found, want := nameSpans(guess, classes), nameSpans(e.gold, classes)
		s.guessed, s.gold = s.guessed+len(found), s.gold+len(want)
		for span := range found {
			if want[span] {
				s.right++
			}
		}
	}
	return s
}

func whole(linear *model.Linear, features []model.Feature) []int32 {
	var scores model.Scores
	linear.Add(features, &scores)
	out := make([]int32, len(linear.Classes))
	for i := range out {
		out[i] = int32(scores[i] * 64)
	}
	return out
}

func nameSpans(path []int, classes []string) map[string]bool {
	out := map[string]bool{}
	for i := 0; i < len(path); i++ {
		if path[i]%2 != 1 || path[i] > 5 {
			continue
		}
		end := i + 1
		for end < len(path) && path[end] == path[i]+1 {
			end++
		}
		out[fmt.Sprint(i, end, classes[path[i]])] = true
	}
	return out
}
