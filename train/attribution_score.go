package train

import (
	"fmt"

	"chancery"
)

// Tally counts what was found, what of it is right, and what should be there.
type Tally struct{ Right, Found, Gold int }

// Precision, recall and their harmonic mean, in percent.
func (t Tally) Precision() float64 { return percentOf(t.Right, t.Found) }

// Recall is the share of what should be there that was found, in percent.
func (t Tally) Recall() float64 { return percentOf(t.Right, t.Gold) }

// F1 is the harmonic mean of precision and recall, in percent.
func (t Tally) F1() float64 { return percentOf(2*t.Right, t.Found+t.Gold) }

// String prints the three in percent and the counts.
func (t Tally) String() string {
	return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f  (%d of %d found, %d in gold)", t.Precision(), t.Recall(), t.F1(), t.Right, t.Found, t.Gold)
}

func percentOf(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return 100 * float64(part) / float64(all)
}

// AttributionScore holds the tallies of a comparison with PolNeAR.
type AttributionScore struct{ Cue, Speaker, Content Tally }

// Add compares the attributions found in an article with its own: one pairs
// with the first not yet paired whose cue (speaker, when it has no cue) shares
// a byte with the gold one's; then speaker and content are right when they
// share more than half of the bytes of both together.
func (s *AttributionScore) Add(article Article, found []chancery.Attribution) {
	s.Cue.Found += len(found)
	s.Cue.Gold += len(article.Relations)
	s.Content.Found, s.Content.Gold = s.Cue.Found, s.Cue.Gold
	used := make([]bool, len(found))
	for _, a := range found {
		s.Speaker.Found += oneIf(!a.Speaker.Empty())
	}
	for _, r := range article.Relations {
		s.Speaker.Gold += oneIf(len(r.Source) > 0)
		cue := r.Cue
		if len(cue) == 0 {
			cue = r.Source
		}
		for k, a := range found {
			mine := a.Cue
			if mine.Empty() {
				mine = a.Speaker
			}
			if used[k] || bytesShared(cue, []chancery.Span{mine}) == 0 {
				continue
			}
			used[k] = true
			s.Cue.Right++
			s.Content.Right += oneIf(mostly(r.Content, a.Content))
			s.Speaker.Right += oneIf(mostly(r.Source, []chancery.Span{a.Speaker}))
			break
		}
	}
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bytesShared is the number of bytes in both lists of spans, each without overlaps.
func bytesShared(a, b []chancery.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func bytesIn(a []chancery.Span) int {
	n := 0
	for _, x := range a {
		n += max(0, x.Len())
	}
	return n
}

// mostly tells whether the two share more than half of their bytes together.
func mostly(a, b []chancery.Span) bool {
	both := bytesShared(a, b)
	return both > 0 && 2*both > bytesIn(a)+bytesIn(b)-both
}

// String prints a line for each tally.
func (s AttributionScore) String() string {
	return fmt.Sprintf("cue      %v\nspeaker  %v\ncontent  %v\n", s.Cue, s.Speaker, s.Content)
}
