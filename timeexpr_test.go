package chancery_test

import (
	"testing"

	"chancery"
)

func date(t *testing.T, text string) chancery.Date {
	t.Helper()
	if text == "" {
		return chancery.Date{}
	}
	d, err := chancery.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestActDate(t *testing.T) {
	rows := []struct {
		kind            chancery.TimeType
		value, from, to string
		want            string
	}{
		// A day is itself, also when a clock time is told.
		{chancery.TimeDate, "2021-10-18", "2021-10-18", "2021-10-18", "2021-10-18"},
		{chancery.TimeTime, "2021-10-18T09:00", "2021-10-18", "2021-10-18", "2021-10-18"},
		// A month and a year keep their grain.
		{chancery.TimeDate, "2021-09", "2021-09", "2021-09", "2021-09"},
		{chancery.TimeDate, "2021", "2021", "2021", "2021"},
		// A week is the month that holds its Thursday.
		{chancery.TimeDate, "2021-W41", "2021-10-11", "2021-10-17", "2021-10"},
		{chancery.TimeDate, "2021-W39", "2021-09-27", "2021-10-03", "2021-09"},
		// One end of a week is told no finer than its month.
		{chancery.TimeDate, "2021-W41", "2021-10-11", "", "2021-10"},
		// A quarter, half or season is its year.
		{chancery.TimeDate, "2021-Q3", "2021-07", "2021-09", "2021"},
		// An open end leaves the told one.
		{chancery.TimeDate, "2021-11-01", "2021-11-01", "", "2021-11-01"},
		{chancery.TimeDate, "2021-11", "", "2021-11", "2021-11"},
		// Now is the day of publication.
		{chancery.TimeDate, "PRESENT_REF", "", "", "2021-10-18"},
		// Vague times, decades, lengths and sets date nothing.
		{chancery.TimeDate, "PAST_REF", "", "", ""},
		{chancery.TimeDate, "199", "1990", "1999", ""},
		{chancery.TimeDuration, "P2M", "2021-08-18", "2021-10-18", ""},
		{chancery.TimeSet, "P1Y", "", "", ""},
	}
	for _, row := range rows {
		e := chancery.TimeExpr{Type: row.kind, Value: row.value, From: date(t, row.from), To: date(t, row.to)}
		if got := e.ActDate(date(t, "2021-10-18")).String(); got != row.want {
			t.Errorf("%s from %q to %q dates %q, want %q", row.value, row.from, row.to, got, row.want)
		}
	}
}

func TestDue(t *testing.T) {
	rows := []struct {
		kind                chancery.TimeType
		value, relation, to string
		want                string
	}{
		// A deadline of hours, days or weeks is a day.
		{chancery.TimeDuration, "PT72H", "within", "2021-10-21", "2021-10-21"},
		{chancery.TimeDuration, "P2W", "within", "2021-11-01", "2021-11-01"},
		// One of months is a month.
		{chancery.TimeDuration, "P6M", "within", "2022-04-18", "2022-04"},
		// Minutes are not months.
		{chancery.TimeDuration, "PT30M", "within", "2021-10-18", "2021-10-18"},
		// A day to leave by.
		{chancery.TimeDate, "2021-11-01", "by", "2021-11-01", "2021-11-01"},
		// A time that only dates something is no deadline.
		{chancery.TimeDate, "2021-11-01", "on", "2021-11-01", ""},
	}
	for _, row := range rows {
		e := chancery.TimeExpr{Type: row.kind, Value: row.value, Relation: row.relation, To: date(t, row.to)}
		if got := e.Due().String(); got != row.want {
			t.Errorf("%s %s to %s is due %q, want %q", row.relation, row.value, row.to, got, row.want)
		}
	}
}
