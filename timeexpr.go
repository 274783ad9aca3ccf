package chancery

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
	// From and To are the first and the last date told, both zero when the
	// value names no interval of the calendar. An open end is zero.
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
