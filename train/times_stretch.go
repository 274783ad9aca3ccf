package train

import (
	"strconv"
	"strings"
	"time"

	"chancery"
)

// stretch is a TIMEX3 value as a half-open interval of instants.
type stretch struct {
	start, end time.Time
	grain      string // "day" for a day or a moment, else "stretch"
	clock      bool   // instants of a day, not days
	dated      bool   // the day is told
}

// boundCues are the prepositions that set a bound, with the Mod that the
// specification gives them.
var boundCues = map[string]string{
	"since": "since", "starting": "since", "beginning": "since", "starting on": "since", "beginning on": "since", "as early as": "since",
	"any time from": "since", "starting from": "since", "after": "after", "later than": "after", "before": "before", "by": "before", "no later than": "before",
	"prior to": "before", "earlier than": "before", "until": "until", "till": "until", "as late as": "until",
}

const mostCueWords = 3

// bound takes the preposition that sets a bound into the extent and gives its
// Mod; an expression that closes with "or later" bears its own.
func (w *notationWriter) bound(n *notation, t chancery.TimeExpr) string {
	if t.Relation == "" || t.Relation == "on" {
		return ""
	}
	starts := wordStarts(w.text, n.span.Start)
	if k := len(starts) - 1; k >= 0 && isArticleOrAbout(w.text[starts[k]:n.span.Start]) {
		starts = starts[:k]
	}
	for k := max(0, len(starts)-mostCueWords); k < len(starts); k++ {
		cue := strings.ToLower(strings.Join(strings.Fields(w.text[starts[k]:n.span.Start]), " "))
		for _, filler := range []string{" the", " around"} {
			cue = strings.TrimSuffix(cue, filler)
		}
		if mod, found := boundCues[cue]; found {
			n.span.Start = starts[k]
			return mod
		}
	}
	ends := strings.ToLower(n.span.Of(w.text))
	for _, tail := range []string{"or later", "and later", "and after", "and beyond", "onward", "onwards"} {
		if strings.HasSuffix(ends, tail) {
			return "since"
		}
	}
	return ""
}

func isArticleOrAbout(word string) bool {
	word = strings.TrimSpace(strings.ToLower(word))
	return word == "the" || word == "around"
}

// wordStarts is where each word of text[:end] begins.
func wordStarts(text string, end int) []int {
	var starts []int
	for i := range end {
		if text[i] != ' ' && (i == 0 || text[i-1] == ' ') {
			starts = append(starts, i)
		}
	}
	return starts
}

// wordBefore is where one of the words begins that stands just before at.
func wordBefore(text string, at int, words ...string) (int, bool) {
	head := strings.ToLower(strings.TrimRight(text[:at], " "))
	for _, word := range words {
		if rest, found := strings.CutSuffix(head, word); found && (rest == "" || rest[len(rest)-1] == ' ') {
			return len(rest), true
		}
		if rest, found := strings.CutSuffix(head, word+" the"); found && (rest == "" || rest[len(rest)-1] == ' ') {
			return len(rest), true
		}
	}
	return at, false
}

// written is an instant as the specification writes it.
func written(at time.Time, clock, dated bool) string {
	switch {
	case !clock:
		return at.Format(time.DateOnly)
	case !dated:
		return at.Format(time.TimeOnly)
	}
	return at.Format(time.DateTime)
}

// instant is the expression as the end of a range: its first instant, and of
// its end or middle that one.
func (w *notationWriter) instant(t chancery.TimeExpr) (at struct {
	at           time.Time
	clock, dated bool
}, ok bool) {
	if t.Value == "PRESENT_REF" {
		at.at, at.dated = w.reference, true
		return at, true
	}
	if t.Type == chancery.TimeDuration || t.Type == chancery.TimeSet {
		return at, false
	}
	s, ok := stretchOf(t)
	at.at, at.clock, at.dated = s.start, s.clock, s.dated
	switch t.Mod {
	case "END":
		at.at = s.end
	case "MID":
		at.at = s.start.Add(s.end.Sub(s.start) / 2)
	}
	return at, ok
}

// dayParts are the hours that the specification gives the parts of a day.
var dayParts = map[string][2]time.Duration{
	"MO": {8 * time.Hour, 12 * time.Hour}, "AF": {12 * time.Hour, 16 * time.Hour}, "EV": {16 * time.Hour, 20 * time.Hour},
	"NI": {20 * time.Hour, 24*time.Hour - time.Second}, "DT": {8 * time.Hour, 18 * time.Hour},
}

// stretchOf reads the value of a date or a time.
func stretchOf(t chancery.TimeExpr) (stretch, bool) {
	day, clock, timed := strings.Cut(t.Value, "T")
	if timed && strings.Contains(day, "X") {
		day = "2000-01-01"
	}
	s, ok := dayStretch(day)
	if !ok || !timed {
		return s, ok
	}
	s.clock, s.dated = true, !clockAlone(t)
	if part, found := dayParts[clock]; found {
		s.start, s.end, s.grain = s.start.Add(part[0]), s.start.Add(part[1]), "stretch"
		return s, true
	}
	clock, _, _ = strings.Cut(clock, "Z")
	at, err := time.Parse(time.TimeOnly, firstOf(clock+":00:00", 8))
	if clock == "24:00" {
		at, err = time.Time{}.AddDate(1, 0, 0), nil
	}
	if err != nil {
		return s, false
	}
	s.start = s.start.Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute + time.Duration(at.Second())*time.Second)
	s.end = s.start
	return s, true
}

// dayStretch reads a value without a clock.
func dayStretch(value string) (stretch, bool) {
	s := stretch{grain: "stretch", dated: true}
	year, rest, _ := strings.Cut(value, "-")
	y, err := strconv.Atoi(year)
	if err != nil || y == 0 {
		return s, false
	}
	from := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	number := func(text string) int { n, _ := strconv.Atoi(text); return n }
	switch {
	case len(year) == 3 && rest == "":
		s.start, s.end = from(y*10, 1, 1), from(y*10+10, 1, 1)
	case len(year) == 2 && rest == "":
		s.start, s.end = from(y*100, 1, 1), from(y*100+100, 1, 1)
	case rest == "":
		s.start, s.end = from(y, 1, 1), from(y+1, 1, 1)
	case rest[0] == 'Q' && number(rest[1:]) > 0:
		s.start, s.end = from(y, number(rest[1:])*3-2, 1), from(y, number(rest[1:])*3+1, 1)
	case rest[0] == 'H' && number(rest[1:]) > 0:
		s.start, s.end = from(y, number(rest[1:])*6-5, 1), from(y, number(rest[1:])*6+1, 1)
	case rest[0] == 'W':
		week := number(rest[1:min(3, len(rest))])
		monday := from(y, 1, 4).AddDate(0, 0, -(int(from(y, 1, 4).Weekday())+6)%7+7*(week-1))
		s.start, s.end = monday, monday.AddDate(0, 0, 7)
		if strings.HasSuffix(rest, "-WE") {
			s.start = monday.AddDate(0, 0, 5)
		}
		return s, week > 0
	case len(rest) == 2 && number(rest) > 0:
		s.start, s.end = from(y, number(rest), 1), from(y, number(rest)+1, 1)
	case len(rest) == 5 && number(rest[:2]) > 0 && number(rest[3:]) > 0:
		s.start = from(y, number(rest[:2]), number(rest[3:]))
		s.end, s.grain = s.start.AddDate(0, 0, 1), "day"
	default:
		return s, false
	}
	return s, true
}

// narrow keeps the first or second half, or the middle, of a stretch of which
// only the beginning, end or middle is told; of a day its last second.
func (s *stretch) narrow(mod string) {
	length := s.end.Sub(s.start)
	days := int(length.Hours() / 24)
	switch {
	case mod == "END" && s.grain == "day" && !s.clock:
		s.start, s.clock = s.end.Add(-time.Second), true
	case s.clock && mod == "START" && length > 0:
		s.end = s.start.Add(2 * time.Hour)
	case s.clock && mod == "END" && length > 0:
		s.start = s.start.Add(2 * time.Hour)
	case days >= 28 && days <= 31 && mod == "START":
		s.end = s.start.AddDate(0, 0, 15)
	case days >= 28 && days <= 31 && mod == "END":
		s.start = s.start.AddDate(0, 0, 15)
	case days >= 28 && days <= 31 && mod == "MID":
		s.start, s.end = s.start.AddDate(0, 0, 9), s.start.AddDate(0, 0, 20)
	case days >= 365 && days <= 366 && mod == "START":
		s.end = s.start.AddDate(0, 6, 0)
	case days >= 365 && days <= 366 && mod == "END":
		s.start = s.start.AddDate(0, 6, 0)
	}
}
