package chancery

// Basis is what a line of a standing rests on.
type Basis struct {
	// Event is the id of the event, Claims the ids of its claims.
	Event  string   `json:"event"`
	Claims []string `json:"claims"`
	// Evidence is the sentence that says it, SaidBy on whose word.
	Evidence string   `json:"evidence"`
	SaidBy   []string `json:"said_by,omitempty"`
	Voices   int      `json:"voices"`
	Status   Status   `json:"status,omitempty"`
}

// Line is one thing that holds, is due, or is missing, in words for a person.
type Line struct {
	Text string `json:"text"`
	// Since is the day from which it holds or is due; EffectiveNotTold is true
	// where no text tells when it takes effect, so that it counts from the day
	// on which it was announced.
	Since            Date    `json:"since"`
	EffectiveNotTold bool    `json:"effective_not_told,omitempty"`
	Basis            []Basis `json:"basis,omitempty"`
}

// MissionStatus is whether a mission works.
type MissionStatus string

// The statuses of a mission.
const (
	MissionOperating MissionStatus = "operating"
	MissionSuspended MissionStatus = "suspended"
	MissionClosed    MissionStatus = "closed"
)

// Ceiling is how many staff a mission may have.
type Ceiling struct {
	N     int     `json:"n"`
	From  *int    `json:"from,omitempty"`
	Since Date    `json:"since"`
	Basis []Basis `json:"basis"`
}

// Departure is staff that had to leave or were called away.
type Departure struct {
	// Act is expel or withdraw-staff; Count nil when no number is told.
	Act   string  `json:"act"`
	Count *Count  `json:"count"`
	Date  Date    `json:"date"`
	Basis []Basis `json:"basis"`
}

// Head is what is known of who heads a mission.
type Head struct {
	Name   string  `json:"name,omitempty"`
	Since  Date    `json:"since"`
	Absent bool    `json:"absent,omitempty"` // recalled, expelled, or never accredited
	Basis  []Basis `json:"basis"`
}

// MissionStanding is what holds of a mission on one day.
type MissionStanding struct {
	Mission Mission       `json:"mission"`
	Status  MissionStatus `json:"status"`
	// Since is zero for a mission that has always operated as far as told.
	Since            Date    `json:"since"`
	EffectiveNotTold bool    `json:"effective_not_told,omitempty"`
	Basis            []Basis `json:"basis,omitempty"`
	// Accredited is false once accreditation ended.
	Accredited    bool        `json:"accredited"`
	Accreditation *Line       `json:"accreditation,omitempty"`
	Ceiling       *Ceiling    `json:"ceiling,omitempty"`
	Departures    []Departure `json:"departures,omitempty"`
	Head          *Head       `json:"head,omitempty"`
	// Channel is whom to turn to instead.
	Channel *Line `json:"channel,omitempty"`
	// Pending is announced but not yet in effect; Conflicts and Gaps are told,
	// never smoothed over.
	Pending   []Line `json:"pending,omitempty"`
	Conflicts []Line `json:"conflicts,omitempty"`
	Gaps      []Line `json:"gaps,omitempty"`
}

// Level is how two parties stand with each other formally.
type Level string

// The levels of relations, the highest first. LevelUntold is no break told.
const (
	LevelUntold      Level = "no break told"
	LevelAmbassadors Level = "ambassadors"
	LevelCharge      Level = "chargé d'affaires"
	LevelDowngraded  Level = "downgraded"
	LevelSevered     Level = "severed"
)

// Measure is a measure that one side took and that is in force or was lifted.
type Measure struct {
	Act       string   `json:"act"`
	By        []string `json:"by"`
	Against   []string `json:"against"`
	Object    string   `json:"object,omitempty"`
	Since     Date     `json:"since"`
	Announced Date     `json:"announced"`
	Until     Date     `json:"until"`
	// Lifted is the day on which a later act ended it, zero while in force.
	Lifted           Date    `json:"lifted"`
	EffectiveNotTold bool    `json:"effective_not_told,omitempty"`
	Basis            []Basis `json:"basis"`
}

// Contact is the last contact of one form at one level.
type Contact struct {
	Form  string  `json:"form"`  // meet, visit, call, summon …
	Level string  `json:"level"` // leaders, ministers, ambassadors, officials
	Date  Date    `json:"date"`
	Basis []Basis `json:"basis"`
}

// Answer is one arrow of the chain of answers: Event answers To.
type Answer struct {
	Event string `json:"event"`
	To    string `json:"to"`
	// Claims say that the one answers the other.
	Claims []string `json:"claims"`
}

// Tension is the pair's score on one day or in one week.
type Tension struct {
	Date Date `json:"date"`
	// Score is the sum of the PLOVER scores of the events, Events their number.
	Score  float64 `json:"score"`
	Events int     `json:"events"`
	// Mean is the exponentially weighted mean up to and with this point.
	Mean float64 `json:"mean"`
}

// Anomaly is a week far off the pair's own baseline.
type Anomaly struct {
	Week  Date    `json:"week"` // its Monday
	Score float64 `json:"score"`
	// Baseline is the median of the weeks before, Deviations how many robust
	// standard deviations the week lies from it.
	Baseline   float64  `json:"baseline"`
	Deviations float64  `json:"deviations"`
	Events     []string `json:"events"`
}

// Relation is how two parties stand with each other on one day, as reported
// by one day and as the record stood on one day.
type Relation struct {
	A  string `json:"a"`
	B  string `json:"b"`
	On Date   `json:"on"`
	// Reported is zero when every report counts.
	Reported   Date   `json:"reported"`
	Level      Level  `json:"level"`
	LevelSince Date   `json:"level_since"`
	LevelBasis []Line `json:"level_basis,omitempty"`
	// Missions are those of A with B, then those of B with A.
	Missions []MissionStanding `json:"missions"`
	Measures []Measure         `json:"measures"`
	// Lifted are measures that ended before On, the last ended first.
	Lifted []Measure `json:"lifted,omitempty"`
	// Suspended are bodies, treaties and talks in which one side suspended or
	// ended its part; Recognition what one side said of the other's.
	Suspended   []Measure `json:"suspended"`
	Recognition []Line    `json:"recognition,omitempty"`
	// Agreements are signed; Pending is announced and due after On.
	Agreements []Line    `json:"agreements,omitempty"`
	Pending    []Line    `json:"pending,omitempty"`
	Contacts   []Contact `json:"contacts,omitempty"`
	// Words are the last statements of each side (condemned, demanded, offered …).
	Words []Line `json:"words,omitempty"`
	// Channels name whom to turn to.
	Channels []Line `json:"channels,omitempty"`
	// Answers is the chain of answers; Events are all
	// of the pair up to On, by date, and are not printed with the rest.
	Answers   []Answer  `json:"answers,omitempty"`
	Days      []Tension `json:"days,omitempty"`
	Weeks     []Tension `json:"weeks,omitempty"`
	Anomalies []Anomaly `json:"anomalies,omitempty"`
	Conflicts []Line    `json:"conflicts,omitempty"`
	Gaps      []Line    `json:"gaps,omitempty"`
	Events    []Event   `json:"-"`
}
