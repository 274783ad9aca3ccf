package chancery

import "strings"

// TimeType is the TIMEX3 type of a time expression.
type TimeType string

// The TIMEX3 types.
const (
	TimeDate     TimeType = "DATE"
	TimeTime     TimeType = "TIME"
	TimeDuration TimeType = "DURATION"
	TimeSet      TimeType = "SET"
)

// TimeAnchor tells what a relative expression was resolved against.
type TimeAnchor string

// The anchors.
const (
	AnchorNone       TimeAnchor = "none"       // the expression is whole in itself
	AnchorPublished  TimeAnchor = "published"  // the document's publication date
	AnchorText       TimeAnchor = "text"       // an earlier expression of the text
	AnchorUnresolved TimeAnchor = "unresolved" // relative, and nothing to anchor on
)

// TimeExpr is a run of tokens that tells a time.
type TimeExpr struct {
	Span
	// Sentence is the index of the sentence, First and End the half-open range
	// of its tokens.
	Sentence, First, End int
	Type                 TimeType
	// Value is the TIMEX3 value ("2021-11-01", "P10D", "PRESENT_REF"), Mod its
	// modifier (START, END, APPROX …), Quant and Freq those of a SET.
	Value, Mod, Quant, Freq string
	// Zone is the offset of a time of day as told ("Z", "-05:00"), or empty.
	Zone string
	// From and To are the first and the last date told, with the grain of the
	// expression ("in March 2014" is 2014-03 to 2014-03); both zero when the
	// value names no interval of the calendar. An end that the preposition
	// leaves open ("since 2014", "until Friday") is zero.
	From, To Date
	// Relation is the preposition's sense: "on", "from" (as of, since,
	// starting), "until", "by" (deadline), "before", "after", "for"
	// (duration), "within", or empty.
	Relation string
	Anchor   TimeAnchor
	// AnchorIndex is the index of the anchoring expression, -1 for none.
	AnchorIndex int
	Rule        string
	// Confidence is between 0 and 1.
	Confidence float64
}

// ActDate is the date that the expression gives an act, with the grain that a
// record keeps: a day, a month ("last week" is its month, "last month"), a year
// ("earlier this year"). A stretch within a month gives the month; a length, a
// recurrence, a vague time or a stretch of years gives none. "Now" is the day
// of publication.
func (t TimeExpr) ActDate(published Date) Date {
	switch {
	case t.Value == "PRESENT_REF":
		return published
	case t.Type == TimeDuration || t.Type == TimeSet:
		return Date{}
	case t.From.IsZero() || t.From == t.To:
		return t.To.ofWeek(t.Value)
	case t.To.IsZero():
		return t.From.ofWeek(t.Value)
	}
	middle := t.From
	if t.From.Grain() == GrainDay && !t.To.Before(t.From) && !t.From.AddDays(13).Before(t.To) {
		// A week belongs to the month that holds its Thursday, as in ISO 8601.
		middle = t.From.AddDays(min(3, int(t.To.Time().Sub(t.From.Time()).Hours()/24)))
		return Date{middle.Year, middle.Month, 0}
	}
	switch {
	case t.From.Year != t.To.Year:
		return Date{}
	case t.From.Month == t.To.Month && t.From.Month != 0:
		return Date{middle.Year, middle.Month, 0}
	}
	return Date{Year: middle.Year}
}

// ofWeek is the month of a day that is only one end of a told week.
func (d Date) ofWeek(value string) Date {
	if strings.Contains(value, "-W") {
		d.Day = 0
	}
	return d
}

// Due is the day, month or year by which a deadline runs out: "by 1 November"
// is that day, "within 72 hours" the third day after publication, "within six
// months" the month six months after it. It is zero when the expression tells
// none.
func (t TimeExpr) Due() Date {
	switch t.Relation {
	case "by", "until", "before":
		return t.To
	case "within", "in":
		if t.Type == TimeDuration && !strings.Contains(t.Value, "T") && strings.ContainsAny(t.Value, "MQY") && !t.To.IsZero() {
			return Date{t.To.Year, t.To.Month, 0}
		}
		return t.To
	}
	return Date{}
}
