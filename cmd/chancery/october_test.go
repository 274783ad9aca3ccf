package main

import (
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"
)

// Our own report of 18 October 2021, read and recorded by the program, tells how
// the missions stand on each day: every cell of the table of the model article.
func TestStandingFromOurOwnReport(t *testing.T) {
	place := filepath.Join(t.TempDir(), "l.db")
	if got := run(t, "", "add", "--ledger", place, filepath.Join("..", "..", "examples", "2021-10-18-nato-russia.json")); got.code != 0 {
		t.Fatal(got.notes)
	}
	const announced = "announced on 2021-10-18 for 2021-11-01"
	for _, row := range []struct{ on, reported, mission, want string }{
		{"2021-10-05", "", "RUS>NATO/mission", "operating, expelled 0"},
		{"2021-10-05", "", "NATO>RUS/liaison", "operating, expelled 0"},
		{"2021-10-05", "", "NATO>RUS/information", "operating, expelled 0"},
		{"2021-10-07", "", "RUS>NATO/mission", "operating, expelled 8, ceiling 10 before 20"},
		{"2021-10-07", "", "NATO>RUS/liaison", "operating, expelled 0"},
		{"2021-10-07", "", "NATO>RUS/information", "operating, expelled 0"},
		{"2021-10-20", "", "RUS>NATO/mission", "operating, expelled 8, ceiling 10 before 20, suspension " + announced},
		{"2021-10-20", "", "NATO>RUS/liaison", "suspended 2021-10-18 untold true, expelled 0, withdrawal of accreditation " + announced},
		{"2021-10-20", "", "NATO>RUS/information", "closed 2021-10-18 untold true, expelled 0"},
		{"2021-11-01", "", "RUS>NATO/mission", "suspended 2021-11-01 untold false, expelled 8, ceiling 10 before 20"},
		{"2021-11-01", "", "NATO>RUS/liaison", "suspended 2021-10-18 untold true, expelled 0, not accredited"},
		{"2021-11-01", "", "NATO>RUS/information", "closed 2021-10-18 untold true, expelled 0"},
		{"2021-11-01", "2021-10-17", "RUS>NATO/mission", ""},
		{"2021-11-01", "2021-10-17", "NATO>RUS/liaison", ""},
		{"2021-11-01", "2021-10-17", "NATO>RUS/information", ""},
	} {
		args := []string{"missions", "RUS", "NATO", "--ledger", place, "--on", row.on, "--format", "csv"}
		if row.reported != "" {
			args = append(args, "--reported", row.reported)
		}
		if got := standingRow(t, run(t, "", args...).stdout, row.mission); got != row.want {
			t.Errorf("%s on %s, as reported by %q: %q, want %q", row.mission, row.on, row.reported, got, row.want)
		}
	}
}

// standingRow words how a mission stands by the CSV of missions; "" where it is
// not told. Of what is pending only a suspension counts.
func standingRow(t *testing.T, table, mission string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatal(err, table)
	}
	for _, row := range rows[1:] {
		field := map[string]string{}
		for i, name := range rows[0] {
			field[name] = row[i]
		}
		if field["mission"] != mission {
			continue
		}
		text := field["status"]
		if field["since"] != "" {
			text += " " + field["since"] + " untold " + field["effective_not_told"]
		}
		text += ", expelled " + field["expelled"]
		if field["ceiling"] != "" {
			text += ", ceiling " + field["ceiling"] + " before " + field["ceiling_before"]
		}
		if field["accredited"] != "true" {
			text += ", not accredited"
		}
		if field["pending"] != "" {
			text += ", " + field["pending"]
		}
		return text
	}
	return ""
}
