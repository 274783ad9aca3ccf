package train

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/text"
	"chancery/timex"
)

// Each row is what the specification's notation makes of a text on Monday, 18
// October 2021 at half past nine: extent, then timex, value or start..end, Mod.
func TestNotation(t *testing.T) {
	rows := []struct{ text, want string }{
		// A day is its date, a month ends where the next begins.
		{"It ended on 5 May 2020.", "5 May 2020|2020-05-05=2020-05-05"},
		{"It ended in May 2020.", "May 2020|2020-05=2020-05-01..2020-06-01"},
		{"It ended last week.", "last week|2021-W41=2021-10-11..2021-10-18"},
		// A bound belongs to the extent; after a stretch is from its end.
		{"It has lasted since 5 May 2020.", "since 5 May 2020|2020-05-05=2020-05-05..since"},
		{"It was signed after 2018.", "after 2018|2018=2019-01-01..after"},
		{"It was signed before 2018.", "before 2018|2018=..2018-01-01before"},
		// Two ends are one range, which ends on the first day of the second.
		{"It lasted from 2014 to 2018.", "from 2014 to 2018|=2014-01-01..2018-01-01"},
		{"It lasted from 2014 to the end of 2018.", "from 2014 to the end of 2018|=2014-01-01..2019-01-01"},
		// A day and its hours are one.
		{"Call on Friday from 2:00 to 2:30 pm.", "Friday from 2:00 to 2:30 pm|=2021-10-15 14:00:00..2021-10-15 14:30:00"},
		{"Call at 3 pm.", "3 pm|T15:00=15:00:00"},
		// Lengths in seconds, told ones as stretches.
		{"It took 3 hours.", "3 hours|PT3H=10800"},
		{"It fell in the past two months.", "the past two months|=2021-08-18..2021-10-18"},
		{"It holds for 3 days starting 5 May 2020.", "for 3 days starting 5 May 2020|=2020-05-05..2020-05-08"},
		// The present is the moment of reading.
		{"It holds now.", "now|PRESENT_REF=2021-10-18 09:30:00"},
	}
	reference := time.Date(2021, 10, 18, 9, 30, 0, 0, time.UTC)
	for _, row := range rows {
		doc := chancery.Document{Text: row.text, Published: chancery.DateOf(reference)}
		var got []string
		for _, n := range notations(row.text, timex.Find(doc, text.Sentences(row.text)), reference) {
			one := fmt.Sprintf("%s|%s=%s", n.span.Of(row.text), n.timex, n.value)
			if n.from+n.end != "" {
				one += n.from + ".." + n.end
			}
			got = append(got, one+n.mod)
		}
		if told := strings.Join(got, "; "); told != row.want {
			t.Errorf("%q\n got %s\nwant %s", row.text, told, row.want)
		}
	}
}
