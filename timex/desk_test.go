package timex_test

import "testing"

func TestFeasts(t *testing.T) {
	rows := []struct{ text, want string }{
		{"Before Orthodox Easter 2021.", "Orthodox Easter 2021=2021-05-02/before"},
		{"Until Ramadan.", "Ramadan=P30D/until"},
		{"Since Eid al-Fitr 2022.", "Eid al-Fitr 2022=2022-05-02/from"},
		{"After Lunar New Year 2023.", "Lunar New Year 2023=2023-01-22/after"},
		{"On Yom Kippur.", "Yom Kippur=2021-09-16/on"},
		{"Before Election Day, on the day of the election.", "Election Day=2021-11-02/before"},
		// In small letters an election has no day of its own.
		{"They voted on election day.", ""},
	}
	for _, row := range rows {
		if got := told(row.text, find(t, monday, row.text)); got != row.want {
			t.Errorf("%q\n got %s\nwant %s", row.text, got, row.want)
		}
	}
}

func TestZones(t *testing.T) {
	rows := []struct{ text, value, zone string }{
		{"At 15:00 Moscow time on Friday.", "2021-10-15T15:00", "+03:00"},
		{"At 9am Beijing time.", "2021-10-18T09:00", "+08:00"},
		{"At 6 p.m. EST.", "2021-10-18T18:00", "-05:00"},
		// Places that change their clocks tell no offset.
		{"At 9 a.m. Kyiv time.", "2021-10-18T09:00", ""},
	}
	for _, row := range rows {
		times := find(t, monday, row.text)
		if len(times) != 1 || times[0].Value != row.value || times[0].Zone != row.zone {
			t.Errorf("%q: %s, want %s zone %q", row.text, told(row.text, times), row.value, row.zone)
		}
	}
}
