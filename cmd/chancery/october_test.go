package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// Our own report of 18 October 2021, read and recorded by the program, tells how
// the missions stand on each day: the table of the model article. What waits for
// the reading is that the liaison mission's accreditation ends "on the same day"
// as the other's work.
func TestStandingFromOurOwnReport(t *testing.T) {
	place := filepath.Join(t.TempDir(), "l.db")
	if got := run(t, "", "add", "--ledger", place, filepath.Join("..", "..", "examples", "2021-10-18-nato-russia.json")); got.code != 0 {
		t.Fatal(got.notes)
	}
	for _, row := range []struct{ on, reported, mission, want string }{
		{"2021-10-05", "", "RUS>NATO/mission", "operating,"},
		{"2021-10-05", "", "NATO>RUS/liaison", "operating,"},
		{"2021-10-05", "", "NATO>RUS/information", "operating,"},
		{"2021-10-07", "", "RUS>NATO/mission", "operating,,false,true,10,20,8,"},
		{"2021-10-07", "", "NATO>RUS/liaison", "operating,"},
		{"2021-10-07", "", "NATO>RUS/information", "operating,"},
		{"2021-10-20", "", "RUS>NATO/mission", "operating,,false,true,10,20,8,,,,suspension announced on 2021-10-18 for 2021-11-01"},
		{"2021-10-20", "", "NATO>RUS/liaison", "suspended,2021-10-18,true,"},
		{"2021-10-20", "", "NATO>RUS/information", "closed,2021-10-18,true,"},
		{"2021-11-01", "", "RUS>NATO/mission", "suspended,2021-11-01,false,true,10,20,8,"},
		{"2021-11-01", "", "NATO>RUS/liaison", "suspended,2021-10-18,true,false,"},
		{"2021-11-01", "", "NATO>RUS/information", "closed,2021-10-18,true,"},
		{"2021-11-01", "2021-10-17", "RUS>NATO/mission", ""},
		{"2021-11-01", "2021-10-17", "NATO>RUS/liaison", ""},
		{"2021-11-01", "2021-10-17", "NATO>RUS/information", ""},
	} {
		args := []string{"missions", "RUS", "NATO", "--ledger", place, "--on", row.on, "--format", "csv"}
		if row.reported != "" {
			args = append(args, "--reported", row.reported)
		}
		got := ""
		for line := range strings.Lines(run(t, "", args...).stdout) {
			if fields := strings.SplitN(line, ",", 6); fields[0] == row.mission {
				got = fields[5]
			}
		}
		if !strings.HasPrefix(got, row.want) || row.want == "" && got != "" {
			t.Errorf("%s on %s, as reported by %q: %q, want %q", row.mission, row.on, row.reported, got, row.want)
		}
	}
}
