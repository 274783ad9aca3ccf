package chancery_test

import "testing"

// Dates can be written with four digits of a year: moving them stays within.
func TestAddDaysStaysInTheCalendar(t *testing.T) {
	for _, row := range []struct {
		from string
		days int
		want string
	}{
		{"2021-12-31", 1, "2022-01-01"},
		{"2021-03", -1, "2021-02-28"},
		{"", 5, ""},
		{"9999-12-31", 45, "9999-12-31"},
		{"9999", 400, "9999-12-31"},
		{"2021-10-18", 1 << 40, "9999-12-31"},
		{"0001-01-10", -45, "0001-01-01"},
	} {
		if got := date(t, row.from).AddDays(row.days).String(); got != row.want {
			t.Errorf("%q and %d days are %q, want %q", row.from, row.days, got, row.want)
		}
	}
}
