package timex

import "testing"

// The days are those of published calendars: of the churches, of the rabbinate,
// of Hong Kong, of Iran, India and Saudi Arabia.
func TestMovableFeasts(t *testing.T) {
	rows := []struct {
		name string
		rule string
		days map[int]string
	}{
		{"western Easter, early and late", "E+0", map[int]string{1818: "1818-03-22", 1943: "1943-04-25", 2018: "2018-04-01", 2021: "2021-04-04"}},
		{"orthodox Easter", "O+0", map[int]string{2017: "2017-04-16", 2021: "2021-05-02", 2022: "2022-04-24", 2024: "2024-05-05", 2025: "2025-04-20"}},
		{"Rosh Hashanah", "H+0", map[int]string{2019: "2019-09-30", 2020: "2020-09-19", 2021: "2021-09-07", 2022: "2022-09-26", 2024: "2024-10-03"}},
		{"Passover", "P+0", map[int]string{2019: "2019-04-20", 2020: "2020-04-09", 2021: "2021-03-28", 2022: "2022-04-16", 2024: "2024-04-23"}},
		{"Hanukkah", "S+0", map[int]string{2019: "2019-12-23", 2020: "2020-12-11", 2021: "2021-11-29", 2022: "2022-12-19", 2024: "2024-12-26"}},
		{"lunar new year, early and late", "L+0", map[int]string{1985: "1985-02-20", 1966: "1966-01-21", 2015: "2015-02-19", 2020: "2020-01-25", 2021: "2021-02-12", 2022: "2022-02-01", 2023: "2023-01-22", 2024: "2024-02-10"}},
		{"Nowruz", "N+0", map[int]string{2019: "2019-03-21", 2020: "2020-03-20", 2021: "2021-03-21", 2022: "2022-03-21", 2024: "2024-03-20"}},
		{"Diwali", "D+0", map[int]string{2017: "2017-10-19", 2019: "2019-10-27", 2020: "2020-11-14", 2021: "2021-11-04", 2022: "2022-10-24", 2023: "2023-11-12"}},
		{"the first of Ramadan", "I9+0", map[int]string{2020: "2020-04-24", 2021: "2021-04-13", 2022: "2022-04-02", 2023: "2023-03-23", 2024: "2024-03-11", 2025: "2025-03-01"}},
		{"Eid al-Fitr", "I10+0", map[int]string{2019: "2019-06-04", 2020: "2020-05-24", 2021: "2021-05-13", 2022: "2022-05-02", 2023: "2023-04-21", 2024: "2024-04-10", 2025: "2025-03-30"}},
		{"Eid al-Adha", "I12+9", map[int]string{2020: "2020-07-31", 2021: "2021-07-20", 2022: "2022-07-09", 2023: "2023-06-28", 2024: "2024-06-16", 2025: "2025-06-06"}},
		{"the Tuesday after the first Monday of November", "11-W1-1+1", map[int]string{2016: "2016-11-08", 2020: "2020-11-03", 2022: "2022-11-08"}},
	}
	for _, row := range rows {
		h, err := parseHoliday(row.rule, "")
		if err != nil {
			t.Fatal(err)
		}
		for y, want := range row.days {
			if got, ok := h.on(y); !ok || got.String() != want {
				t.Errorf("%s %d is %s, want %s", row.name, y, got, want)
			}
		}
	}
}

// The moon's conjunctions of 2021 and 2022, from an almanac, to the minute.
func TestNewMoon(t *testing.T) {
	for jde, day := range map[float64]string{2459523.385: "2021-11-04", 2459700.352: "2022-04-30"} {
		moon := newMoon(newMoonNear(jde))
		if diff := moon - jde; diff > 0.006 || diff < -0.006 {
			t.Errorf("the new moon of %s is off by %.4f days", day, diff)
		}
		if got := dayAt(moon, 0).String(); got != day {
			t.Errorf("the new moon of %s is told on %s", day, got)
		}
	}
}
