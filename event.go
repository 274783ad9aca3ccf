package chancery

// Part is what a claim does for the event that it was folded into.
type Part string

// The parts.
const (
	PartSupports Part = "supports"
	PartDisputes Part = "disputes" // says that the act did not happen
	PartAmends   Part = "amends"   // reported later, changes a value (a new effective date, planned becomes done)
)

// Testimony is one claim as it counts in an event.
type Testimony struct {
	Claim Claim `json:"claim"`
	Part  Part  `json:"part"`
	// Voice numbers the independent voices of the event from 1: wire copies
	// and near-duplicates of one text share a number.
	Voice int `json:"voice"`
	// Accepted is true when a person judged the claim right; Corrected names
	// the fields that a person corrected.
	Accepted  bool     `json:"accepted,omitempty"`
	Corrected []string `json:"corrected,omitempty"`
}

// Value is one value that claims give for a field of an event.
type Value struct {
	// Text is the value as it prints: a date, "8", "20>10", a list of codes
	// separated by commas, a status.
	Text string `json:"value"`
	// Claims are the ids of the claims that give it, Voices how many
	// independent voices they are, SaidBy on whose word they give it.
	Claims []string `json:"claims"`
	Voices int      `json:"voices"`
	SaidBy []string `json:"said_by,omitempty"`
	// First is the day on which it was first reported.
	First Date `json:"first_reported"`
	// Shown is true for the value that the event shows as its own.
	Shown bool `json:"shown"`
}

// Amendment is a value that later reports changed, or told where From is empty.
type Amendment struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
	// Reported is the day on which the change was first reported, Claim the
	// claim that reported it.
	Reported Date   `json:"reported"`
	Claim    string `json:"claim"`
}

// Event is one act in the world: the fold of the claims that tell of it. Its
// own fields show the best supported (or amended) values; Values keeps every
// other one with who says it. It is derived, never stored.
type Event struct {
	// ID is "ev" and the id of the founding claim, the one reported first: a
	// later report never changes it.
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Mode      string   `json:"mode,omitempty"`
	Act       string   `json:"act"`
	CAMEO     string   `json:"cameo,omitempty"`
	Contexts  []string `json:"contexts,omitempty"`
	Score     float64  `json:"score"`
	Actor     []string `json:"actor"`
	Recipient []string `json:"recipient"`
	Object    *Object  `json:"object,omitempty"`
	Status    Status   `json:"status"`
	Date      Date     `json:"date"`
	Effective Date     `json:"effective"`
	Until     Date     `json:"until"`
	Count     *Count   `json:"count"`
	Place     string   `json:"place,omitempty"`
	Reason    string   `json:"reason,omitempty"`
	// Conditions as a text gives them; NoConditions where one says that none
	// were laid out.
	Conditions   string `json:"conditions,omitempty"`
	NoConditions bool   `json:"no_conditions,omitempty"`
	Channel      string `json:"channel,omitempty"`
	// SaidBy lists on whose word it stands, by name, sorted.
	SaidBy []string `json:"said_by,omitempty"`
	// InResponseTo and AnsweredBy are ids of events, sorted.
	InResponseTo []string `json:"in_response_to,omitempty"`
	AnsweredBy   []string `json:"answered_by,omitempty"`
	// FirstReported and LastReported are days of publication, zero when no
	// document tells its own.
	FirstReported Date `json:"first_reported"`
	LastReported  Date `json:"last_reported"`
	// Voices counts the independent voices that support it, Disputes those
	// that deny it.
	Voices     int     `json:"voices"`
	Disputes   int     `json:"disputes,omitempty"`
	Confidence float64 `json:"confidence"`
	// Values holds every value of each field on which the claims differ, by
	// the field's JSON name, the shown one first.
	Values     map[string][]Value `json:"values,omitempty"`
	Amendments []Amendment        `json:"amendments,omitempty"`
	// Testimonies are in the order of reporting, then of claim id.
	Testimonies []Testimony `json:"testimonies,omitempty"`
	// Judgements are the ids of the judgements that shaped it, sorted.
	Judgements []string `json:"judgements,omitempty"`
}

// When is the day from which the act tells: Date, else Effective, else the
// day on which it was first reported.
func (e Event) When() Date {
	for _, d := range []Date{e.Date, e.Effective, e.FirstReported} {
		if !d.IsZero() {
			return d
		}
	}
	return Date{}
}

// ClaimIDs lists the ids of the event's claims in the order of Testimonies.
func (e Event) ClaimIDs() []string {
	ids := make([]string, len(e.Testimonies))
	for i, t := range e.Testimonies {
		ids[i] = t.Claim.ID
	}
	return ids
}
