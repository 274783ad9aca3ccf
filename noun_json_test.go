package chancery_test

import (
	"encoding/json"
	"testing"

	"chancery"
)

// What is written is read back, and what is no date or span is refused, with
// and without the short way for the most frequent forms.
func TestDatesAndSpansComeBackFromJSON(t *testing.T) {
	rows := []struct {
		text string
		want any
	}{
		{`"2021-10-18"`, chancery.Date{Year: 2021, Month: 10, Day: 18}}, // the short way
		{`"2024-02-29"`, chancery.Date{Year: 2024, Month: 2, Day: 29}},  // the long way
		{`"9999-12-31"`, chancery.Date{Year: 9999, Month: 12, Day: 31}},
		{`"2021-10"`, chancery.Date{Year: 2021, Month: 10}},
		{`"2021"`, chancery.Date{Year: 2021}},
		{`null`, chancery.Date{}},
		{`""`, chancery.Date{}},
		{`"2021-02-29"`, nil}, // no such day
		{`"2021-13-01"`, nil},
		{`"2021-1a-01"`, nil},
		{`"2021-00-10"`, nil},
		{`[0,7]`, chancery.Span{End: 7}},
		{`[12345,123456789]`, chancery.Span{Start: 12345, End: 123456789}},
		{`[ 1, 2 ]`, chancery.Span{Start: 1, End: 2}}, // the long way
		{`[-1,2]`, chancery.Span{Start: -1, End: 2}},
		{`[1,"2"]`, nil},
		{`[01,2]`, nil},
	}
	for _, row := range rows {
		var date chancery.Date
		var span chancery.Span
		var err error
		var got any
		if row.text[0] == '[' {
			err = json.Unmarshal([]byte(row.text), &span)
			got = span
		} else {
			err = json.Unmarshal([]byte(row.text), &date)
			got = date
		}
		if (err == nil) != (row.want != nil) || err == nil && got != row.want {
			t.Errorf("%s: %v, %v, want %v", row.text, got, err, row.want)
		}
	}
}
