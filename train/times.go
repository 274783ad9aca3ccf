package train

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode/utf16"

	"chancery"
	"chancery/text"
	"chancery/timex"
)

// RecognizersScore counts the cases of a date-time specification of
// microsoft/Recognizers-Text that the time expressions agree with.
type RecognizersScore struct {
	Cases int
	// Strict cases agree in every extent, sign by sign but for an article or
	// white space at its beginning, and each expression in the timex with its
	// Mod, the value, or the start and end of at least one value listed, sign by
	// sign, after the expressions are rendered in the specification's notation;
	// nothing more is found.
	Strict int
	// Agreed cases agree so after the conventions are matched: the
	// specification leaves out a leading article and takes in prepositions, and
	// it tells a range as one expression where TIMEX3 tells its two ends.
	Agreed int
	// Failed lists the cases that are not strict, each with what was found.
	Failed []string
}

type recognizersCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []recognizersResult
}

type recognizersResult struct {
	Text       string
	Start, End int
	Resolution struct {
		Values []recognizersValue `json:"values"`
	}
}

type recognizersValue struct {
	Timex string `json:"timex"`
	Value string `json:"value"`
	Start string `json:"start"`
	End   string `json:"end"`
	Mod   string
}

// ScoreRecognizers reads a specification file (a JSON array of cases) and
// scores timex against it, each case read on its reference day. The error
// names the file.
func ScoreRecognizers(path string) (RecognizersScore, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return RecognizersScore{}, fmt.Errorf("reading the specification of times: %w", err)
	}
	var cases []recognizersCase
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &cases); err != nil {
		return RecognizersScore{}, fmt.Errorf("%s: %w", path, err)
	}
	score := RecognizersScore{Cases: len(cases)}
	for i := range cases {
		c := &cases[i]
		doc := chancery.Document{Text: c.Input}
		doc.Published, _ = chancery.ParseDate(firstOf(c.Context.ReferenceDateTime, 10))
		times := timex.Find(doc, text.Sentences(doc.Text))
		reference, _ := time.Parse("2006-01-02T15:04:05", firstOf(c.Context.ReferenceDateTime, 19))
		told := notations(c.Input, times, reference)
		strict := c.isTold(told)
		agreed := strict || c.agrees(rangesOf(times, false), true) || c.agrees(rangesOf(times, true), true)
		if strict {
			score.Strict++
		}
		if agreed {
			score.Agreed++
		}
		if !strict {
			score.Failed = append(score.Failed, c.failure(times, told))
		}
	}
	return score, nil
}

func firstOf(text string, n int) string { return text[:min(n, len(text))] }

func (c *recognizersCase) failure(times []chancery.TimeExpr, told []notation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q on %s\n\twants", c.Input, firstOf(c.Context.ReferenceDateTime, 10))
	for _, r := range c.Results {
		fmt.Fprintf(&b, " %q", r.Text)
		for _, v := range r.Resolution.Values {
			fmt.Fprintf(&b, " %s=%s%s..%s%s", v.Timex, v.Value, v.Start, v.End, v.Mod)
		}
	}
	b.WriteString("\n\tfound")
	for _, t := range times {
		fmt.Fprintf(&b, " %q %s %v..%v %s %s", t.Of(c.Input), t.Value, t.From, t.To, t.Relation, t.Rule)
	}
	b.WriteString("\n\ttold")
	for _, n := range told {
		fmt.Fprintf(&b, " %q %s=%s%s..%s%s", n.span.Of(c.Input), n.timex, n.value, n.from, n.end, n.mod)
	}
	return b.String()
}

// isTold reports whether the notations are those that the case lists.
func (c *recognizersCase) isTold(told []notation) bool {
	if len(told) != len(c.Results) {
		return false
	}
	for i, want := range c.Results {
		span := chancery.Span{Start: byteOffset(c.Input, want.Start), End: byteOffset(c.Input, want.End+1)}
		if withoutArticle(c.Input, span) != withoutArticle(c.Input, told[i].span) || !told[i].isAny(want.Resolution.Values) {
			return false
		}
	}
	return true
}

// withoutArticle is the span without white space, "the", "a" or "an" at its
// beginning: the specification takes them in or leaves them out by no rule.
func withoutArticle(text string, span chancery.Span) chancery.Span {
	words := strings.TrimLeft(span.Of(text), " ")
	for _, article := range []string{"the ", "a ", "an "} {
		if len(words) > len(article) && strings.EqualFold(words[:len(article)], article) {
			words = strings.TrimLeft(words[len(article):], " ")
			break
		}
	}
	span.Start = span.End - len(words)
	return span
}

// isAny reports whether one of the values listed is the notation's, sign by
// sign: its timex and Mod, its value, or its start and end.
func (n *notation) isAny(values []recognizersValue) bool {
	for _, v := range values {
		switch {
		case v.Timex != "" && v.Timex == n.timex && v.Mod == n.mod,
			v.Value != "" && v.Value == n.value,
			v.Start+v.End != "" && v.Start == n.from && v.End == n.end:
			return true
		}
	}
	return len(values) == 0
}

// timeRange is one expression, or the two ends of a range told together.
type timeRange struct {
	span     chancery.Span
	from, to chancery.TimeExpr
	double   bool
}

// rangesOf pairs the ends of ranges when joined is asked for.
func rangesOf(times []chancery.TimeExpr, joined bool) []timeRange {
	var out []timeRange
	for i := 0; i < len(times); i++ {
		r := timeRange{span: times[i].Span, from: times[i], to: times[i]}
		if joined && i+1 < len(times) && times[i+1].Span.Start-times[i].Span.End < 10 && times[i+1].Relation == "until" {
			i++
			r.to, r.double = times[i], true
			r.span.End = times[i].Span.End
		}
		out = append(out, r)
	}
	return out
}

func (c *recognizersCase) agrees(found []timeRange, lenient bool) bool {
	if len(found) != len(c.Results) {
		return false
	}
	for i, want := range c.Results {
		span := chancery.Span{Start: byteOffset(c.Input, want.Start), End: byteOffset(c.Input, want.End+1)}
		got := found[i].span
		if lenient {
			span, got = core(c.Input, span), core(c.Input, got)
		}
		if span != got || !found[i].anyValue(want.Resolution.Values) {
			return false
		}
	}
	return true
}

// byteOffset turns an offset in UTF-16 units, as .NET counts, into bytes.
func byteOffset(text string, units int) int {
	for i, r := range text {
		if units <= 0 {
			return i
		}
		units -= len(utf16.Encode([]rune{r}))
	}
	return len(text)
}

// core is the span without articles and prepositions before it.
func core(text string, span chancery.Span) chancery.Span {
	for {
		words := span.Of(text)
		first, _, found := strings.Cut(words, " ")
		switch strings.ToLower(first) {
		case "the", "in", "on", "at", "of", "from", "since", "until", "till", "before", "after", "by", "within", "during",
			"for", "between", "starting", "beginning", "than", "later", "as", "ending", "through", "to", "any", "time", "over":
			if found {
				span.Start += len(first) + 1
				continue
			}
		}
		return span
	}
}

func (r *timeRange) anyValue(values []recognizersValue) bool {
	if len(values) == 0 {
		return true
	}
	for _, v := range values {
		if r.double && r.isRange(v) || !r.double && agreesWith(r.from, v) {
			return true
		}
	}
	return false
}

// isRange compares both ends with a listed range.
func (r *timeRange) isRange(v recognizersValue) bool {
	return firstOf(v.Start, 10) == r.from.From.First().String() && endsOn(v.End, r.to) ||
		clockOf(r.from.Value) != "" && clockOf(r.from.Value) == lastClock(v.Start) && clockOf(r.to.Value) == lastClock(v.End)
}

// endsOn compares a listed end: of a range of days it is the last one, of
// coarser stretches the first day after them or the first day of the last.
func endsOn(end string, t chancery.TimeExpr) bool {
	end = firstOf(end, 10)
	return end != "" && (end == t.To.Last().String() || end == t.To.Last().AddDays(1).String() || end == t.To.First().String())
}

func agreesWith(t chancery.TimeExpr, v recognizersValue) bool {
	if v.Timex != "" && normalTimex(v.Timex) == normalTimex(t.Value) {
		return true
	}
	clock := clockOf(t.Value)
	if strings.HasPrefix(v.Timex, "T") && strings.HasSuffix(normalTimex(t.Value), normalTimex(v.Timex)) {
		return true // a part of the day; TIMEX3 tells the day with it
	}
	switch {
	case t.Type == chancery.TimeTime && clock != "":
		told := v.Value + v.Start
		if told == "" {
			told = v.End
		}
		return lastClock(told) == clock && (len(told) <= 8 || strings.HasPrefix(t.Value, firstOf(told, 10)))
	case t.Type == chancery.TimeDuration && v.Value != "":
		return v.Value == secondsOf(t.Value)
	case v.Value != "":
		return t.From == t.To && t.From.String() == firstOf(v.Value, 10) && len(v.Value) == 10
	case v.Start == "" && v.End == "":
		return false
	}
	start := v.Start == "" && t.From.IsZero() || firstOf(v.Start, 10) == t.From.First().String() || firstOf(v.Start, 10) == t.From.Last().AddDays(1).String()
	end := v.End == "" && t.To.IsZero() || endsOn(v.End, t)
	return start && end
}

// normalTimex drops what two ways of writing one value differ in: ":00" after
// an hour, and the day of a time of day that both leave open.
func normalTimex(value string) string {
	if day, clock, found := strings.Cut(value, "T"); found {
		if day == "XXXX-XX-XX" {
			day = ""
		}
		for strings.HasSuffix(clock, ":00") {
			clock = strings.TrimSuffix(clock, ":00")
		}
		return day + "T" + clock
	}
	return value
}

func clockOf(value string) string {
	_, clock, found := strings.Cut(value, "T")
	if !found || strings.HasPrefix(value, "P") || len(clock) < 5 {
		return ""
	}
	return firstOf(clock+":00", 8)
}

func lastClock(value string) string {
	if len(value) < 8 {
		return ""
	}
	return value[len(value)-8:]
}
