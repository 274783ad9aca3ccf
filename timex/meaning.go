package timex

import "chancery"

// form is the shape of what an expression says, before it is resolved.
type form uint8

const (
	formDate      form = iota // a year, month and day, each of which may be missing
	formWeekday               // index is the ISO weekday
	formUnit                  // a unit-long stretch, direction units from its base
	formPart                  // the index-th quarter, half or season (its first month)
	formHoliday               // holiday
	formShift                 // amount units before or after its base
	formOrdinal               // the index-th unit of another time
	formDecade                // year is its first; below 100 its tens only
	formCentury               // year is its first
	formDuration              // amount units
	formSet                   // value, quant, freq
	formVague                 // value
	formClock                 // clock alone, on a day told elsewhere
	formLonelyDay             // a day of the month told elsewhere
)

// meaning is what an expression says, before it is resolved.
type meaning struct {
	form             form
	unit             unit
	year, month, day int
	bc               bool
	index            int
	direction        int
	directed         bool // direction is told
	near             bool // forward to the nearest one
	base             base
	amount           amount
	clock            string // "14:30", "MO" …: what stands after T
	zone             string
	value            string
	mod, quant, freq string
	holiday          holiday
	of               *meaning // what a relative time is told from
	exact            bool     // of a shift: to the day, whatever its unit
	genre            genre
	decided          bool // "with immediate effect": when what is told is decided
	weak             bool // no certain time
	named            bool // a day that has become a name
	void             bool // a day that the calendar lacks: no time, nor are its parts
	quarterly        bool // of a year: means the quarter told, in that year
}

// found is an expression of a sentence with the pieces it covers.
type found struct {
	first, end int
	meaning
	rule       string
	confidence float64
	relation   string
	span       chancery.Span
	sentence   int
	tense      tense
	cue        cue
	granted    bool // a term that somebody is given
	bracketed  bool // in brackets
	heading    bool // stands in a heading
	naming     bool // tells which one is meant: "the 2003 invasion"
	paragraph  int
}

// dayGrain reports whether the meaning names one day, to which a clock time
// may be added.
func (m *meaning) dayGrain() bool {
	switch m.form {
	case formDate:
		return m.day > 0 && m.clock == ""
	case formLonelyDay, formWeekday, formHoliday:
		return m.clock == ""
	case formShift, formUnit, formOrdinal:
		return m.unit == day && m.clock == ""
	}
	return false
}

// pointed reports whether the meaning is a point or stretch of the calendar.
func (m *meaning) pointed() bool {
	switch m.form {
	case formDuration, formSet, formVague, formClock:
		return false
	}
	return true
}

// yearBack reports whether the meaning is the year before, for comparison.
func (m *meaning) yearBack() bool {
	return m.form == formShift && m.unit == year && m.amount.n == 1 && m.direction < 0 && m.of == nil
}
