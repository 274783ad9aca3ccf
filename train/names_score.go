package train

import (
	"fmt"

	"chancery/actor"
)

// nameScore counts the spans of persons, organisations and places that agree.
type nameScore struct{ right, guessed, gold int }

func (s nameScore) f1() float64 {
	return 200 * float64(s.right) / float64(max(1, s.guessed+s.gold))
}

// add compares a path with the gold one, extents and class, by token.
func (s *nameScore) add(guess, gold []int) {
	classes := actor.NameClasses()
	found, want := nameSpans(guess, classes), nameSpans(gold, classes)
	s.guessed, s.gold = s.guessed+len(found), s.gold+len(want)
	for span := range found {
		if want[span] {
			s.right++
		}
	}
}

// scoreNames compares what a model finds with the right names.
func scoreNames(m nameModel, runs []nameRun) (s nameScore) {
	for _, run := range runs {
		s.add(actor.BestNames(actor.ScoreNames(m.linear, run.Features), m.moves), run.gold)
	}
	return s
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
