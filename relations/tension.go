package relations

import (
	"cmp"
	"math"
	"slices"
	"time"

	"chancery"
)

const (
	// dayWeight and weekWeight are the share of the newest point in the
	// exponentially weighted means: a half-life of about ten days and of five
	// weeks.
	dayWeight  = 0.067
	weekWeight = 0.13
	// baselineWeeks is how many weeks before a week are its baseline,
	// leastWeeks how many of them there must be.
	baselineWeeks = 26
	leastWeeks    = 8
	// farOff is the modified z-score from which a week is an anomaly, and
	// normalMAD makes the median absolute deviation a standard deviation
	// (Iglewicz and Hoaglin, "How to Detect and Handle Outliers", 1993).
	farOff    = 3.5
	normalMAD = 1.4826
	// leastSpread is the smallest spread assumed, in points of score: a pair of
	// whom nothing is told does not jump at the first meeting.
	leastSpread = 2.0
	// mostWeeks bounds the weekly series: twenty years up to On.
	mostWeeks = 1044
)

// Days gives the pair's score for each day that has an event: the sum of the
// PLOVER scores of actual events dated to the day, and the exponentially
// weighted mean, in which days without events count as 0.
func Days(events []chancery.Event) []chancery.Tension {
	byDay := map[chancery.Date]*chancery.Tension{}
	for _, e := range events {
		if e.Status != chancery.StatusActual || e.Date.Grain() != chancery.GrainDay {
			continue
		}
		t := byDay[e.Date]
		if t == nil {
			t = &chancery.Tension{Date: e.Date}
			byDay[e.Date] = t
		}
		t.Score += e.Score
		t.Events++
	}
	out := make([]chancery.Tension, 0, len(byDay))
	for _, t := range byDay {
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b chancery.Tension) int { return a.Date.Compare(b.Date) })
	mean := 0.0
	for i := range out {
		if i > 0 {
			gap := out[i].Date.Time().Sub(out[i-1].Date.Time()).Hours() / 24
			mean *= math.Pow(1-dayWeight, gap-1)
		}
		mean = mean*(1-dayWeight) + dayWeight*out[i].Score
		out[i].Mean = mean
	}
	return out
}

// Weeks sums days into weeks, from Monday, without gaps up to the week of on,
// the last mostWeeks of them.
func Weeks(days []chancery.Tension, on chancery.Date) []chancery.Tension {
	if len(days) == 0 {
		return nil
	}
	first, last := monday(days[0].Date), monday(on.Last())
	if start := last.AddDays(-7 * (mostWeeks - 1)); first.Compare(start) < 0 {
		first = start
	}
	count := int(last.Time().Sub(first.Time()).Hours()/24/7) + 1
	if count < 1 {
		return nil
	}
	out := make([]chancery.Tension, count)
	for i := range out {
		out[i].Date = first.AddDays(7 * i)
	}
	for _, day := range days {
		i := int(math.Floor(day.Date.Time().Sub(first.Time()).Hours() / 24 / 7))
		if i >= 0 && i < count {
			out[i].Score += day.Score
			out[i].Events += day.Events
		}
	}
	mean := 0.0
	for i := range out {
		mean = mean*(1-weekWeight) + weekWeight*out[i].Score
		out[i].Mean = mean
	}
	return out
}

func monday(d chancery.Date) chancery.Date {
	return d.AddDays(-(int(d.Time().Weekday()) - int(time.Monday) + 7) % 7)
}

// Anomalies finds the weeks that lie far off the baseline of the weeks before
// them: more than 3.5 robust standard deviations from their median.
func Anomalies(weeks []chancery.Tension, events []chancery.Event) []chancery.Anomaly {
	var out []chancery.Anomaly
	for i := leastWeeks; i < len(weeks); i++ {
		before := weeks[max(0, i-baselineWeeks):i]
		scores := make([]float64, len(before))
		for k, week := range before {
			scores[k] = week.Score
		}
		middle := median(scores)
		for k := range scores {
			scores[k] = math.Abs(scores[k] - middle)
		}
		spread := max(median(scores)*normalMAD, leastSpread)
		far := (weeks[i].Score - middle) / spread
		if math.Abs(far) <= farOff {
			continue
		}
		out = append(out, chancery.Anomaly{Week: weeks[i].Date, Score: weeks[i].Score, Baseline: middle, Deviations: far})
	}
	if len(out) == 0 {
		return nil
	}
	place := map[chancery.Date]int{}
	for i := range out {
		place[out[i].Week] = i
	}
	for _, e := range events {
		if e.Date.Grain() != chancery.GrainDay || e.Status != chancery.StatusActual {
			continue
		}
		if i, far := place[monday(e.Date)]; far {
			out[i].Events = append(out[i].Events, e.ID)
		}
	}
	return out
}

func median(values []float64) float64 {
	sorted := slices.Clone(values)
	slices.SortFunc(sorted, cmp.Compare[float64])
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}
