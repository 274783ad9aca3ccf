package train

import (
	"fmt"
	"io"
	"slices"
)

// Print writes the score as a table; byAct and errors add their lists.
func (s *ActScore) Print(out io.Writer, byAct, errors bool) {
	fmt.Fprintf(out, "articles %d, gold records %d, system records %d\n", s.Articles, s.Whole.Gold, s.Whole.Found)
	for _, row := range []struct {
		name  string
		tally Tally
	}{{"act+actor+recipient", s.Whole}, {"act+actor+recipient, either-way", s.Either}, {"act only", s.ActOnly}} {
		fmt.Fprintf(out, "%-34s %s\n", row.name, row.tally)
	}
	fmt.Fprintf(out, "%-18s%18s%18s%18s\n", fmt.Sprintf("matched pairs: %d", s.Whole.Right), "accuracy", "gold has one", "of all gold")
	for _, name := range actFields {
		f := s.field(name)
		fmt.Fprintf(out, "  %-16s %s %s %s\n", name, share(f.Right, f.Pairs), share(f.RightTold, f.Told), share(f.RightTold, f.Gold))
	}
	fmt.Fprintln(out, "confidence: share that is right")
	for i, bin := range s.Bins {
		if bin.Found > 0 {
			fmt.Fprintf(out, "  %.1f–%.1f %s\n", float64(i)/10, float64(i+1)/10, share(bin.Right, bin.Found))
		}
	}
	if byAct {
		s.printByAct(out)
	}
	if errors {
		for _, line := range s.Errors {
			fmt.Fprintln(out, line)
		}
	}
}

func share(right, all int) string {
	if all == 0 {
		return fmt.Sprintf("%17s", "–")
	}
	return fmt.Sprintf("%7.1f%% (%d/%d)", percentOf(right, all), right, all)
}

func (s *ActScore) printByAct(out io.Writer) {
	var names []string
	for name := range s.ByAct {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := s.ByAct[b].Gold - s.ByAct[a].Gold; d != 0 {
			return d
		}
		return slices.Compare([]byte(a), []byte(b))
	})
	for _, name := range names {
		fmt.Fprintf(out, "%-24s%s\n", name, *s.ByAct[name])
	}
}
