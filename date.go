package chancery

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ErrDate is returned for text that is not a date of the calendar.
var ErrDate = errors.New("not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")

// Date is a civil date with the grain that its source tells: Month 0 is a
// whole year, Day 0 a whole month. The zero Date means "not told".
type Date struct {
	Year  int
	Month int
	Day   int
}

// Grain tells how exact a Date is.
type Grain string

// The grains of a Date.
const (
	GrainNone  Grain = ""
	GrainYear  Grain = "year"
	GrainMonth Grain = "month"
	GrainDay   Grain = "day"
)

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD (a longer RFC 3339 time keeps
// its day). The error wraps ErrDate and names the text.
func ParseDate(text string) (Date, error) {
	if len(text) > 10 && (text[10] == 'T' || text[10] == ' ') {
		text = text[:10]
	}
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}
	layout, known := layouts[len(text)]
	if !known {
		return Date{}, fmt.Errorf("%q: %w", text, ErrDate)
	}
	t, err := time.Parse(layout, text)
	if err != nil {
		return Date{}, fmt.Errorf("%q: %w", text, ErrDate)
	}
	d := DateOf(t)
	if len(text) < 10 {
		d.Day = 0
	}
	if len(text) < 7 {
		d.Month = 0
	}
	return d, nil
}

// DateOf is the day of t in t's own zone.
func DateOf(t time.Time) Date {
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// IsZero reports whether no date is told.
func (d Date) IsZero() bool { return d.Year == 0 }

// Grain tells how exact the date is.
func (d Date) Grain() Grain {
	switch {
	case d.IsZero():
		return GrainNone
	case d.Month == 0:
		return GrainYear
	case d.Day == 0:
		return GrainMonth
	}
	return GrainDay
}

// First is the first day that the date covers.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last is the last day that the date covers.
func (d Date) Last() Date {
	switch d.Grain() {
	case GrainYear:
		return Date{d.Year, 12, 31}
	case GrainMonth:
		return DateOf(time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC))
	}
	return d
}

// Time is midnight UTC of the first day that the date covers.
func (d Date) Time() time.Time {
	f := d.First()
	return time.Date(f.Year, time.Month(f.Month), f.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays moves a day-grained date; other dates are first taken to their
// first day. The zero Date stays zero, and years stay within 1 and 9999, which
// is all that a Date can be written as.
func (d Date) AddDays(days int) Date {
	if d.IsZero() {
		return d
	}
	moved := DateOf(d.Time().AddDate(0, 0, days))
	switch {
	case moved.Year > 9999:
		return Date{9999, 12, 31}
	case moved.Year < 1:
		return Date{1, 1, 1}
	}
	return moved
}

// Compare orders dates by their first day, the exacter one last.
func (d Date) Compare(e Date) int {
	for _, pair := range [3][2]int{{d.Year, e.Year}, {d.Month, e.Month}, {d.Day, e.Day}} {
		if pair[0] != pair[1] {
			if pair[0] < pair[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// Before reports whether d covers only days before those of e.
func (d Date) Before(e Date) bool { return d.Last().Compare(e.First()) < 0 }

// Overlaps reports whether some day is covered by both dates.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && !d.Before(e) && !e.Before(d)
}

// String prints the date with its own grain; a zero date prints as "".
func (d Date) String() string {
	switch d.Grain() {
	case GrainNone:
		return ""
	case GrainYear:
		return fmt.Sprintf("%04d", d.Year)
	case GrainMonth:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalJSON writes the date as a string, null when not told.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads what MarshalJSON writes, and "" as not told.
func (d *Date) UnmarshalJSON(data []byte) error {
	if plain, known := plainDate(data); known {
		*d = plain
		return nil
	}
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return fmt.Errorf("reading a date: %w", err)
	}
	if text == nil || *text == "" {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(*text)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// plainDate reads null and "YYYY-MM-DD", up to the day 28 that every month has:
// nearly every date of a ledger, without the cost of a decoder of its own.
func plainDate(data []byte) (d Date, known bool) {
	if string(data) == "null" {
		return Date{}, true
	}
	if len(data) != 12 || data[0] != '"' || data[11] != '"' || data[5] != '-' || data[8] != '-' {
		return Date{}, false
	}
	for i, into := range [...]*int{1: &d.Year, 2: &d.Year, 3: &d.Year, 4: &d.Year, 6: &d.Month, 7: &d.Month, 9: &d.Day, 10: &d.Day} {
		if into == nil {
			continue
		}
		if data[i] < '0' || data[i] > '9' {
			return Date{}, false
		}
		*into = *into*10 + int(data[i]-'0')
	}
	return d, d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= 28
}
