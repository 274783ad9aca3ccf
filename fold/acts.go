package fold

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed acts.txt
var actsText string

// actRow is one row of acts.txt.
type actRow struct {
	class    string
	mutual   bool
	days     int
	likeness float64 // share of content words, 0 to 1
	hard     bool    // the object decides
}

// unknownAct serves acts that the table does not name (a user's own).
func unknownAct(act string) actRow { return actRow{class: act, days: 1, likeness: 0.3} }

var actTable = sync.OnceValue(func() map[string]actRow {
	table := map[string]actRow{}
	for line := range strings.Lines(actsText) {
		fields := strings.Fields(line)
		if len(fields) != 6 || fields[0] == "#" {
			continue
		}
		days, _ := strconv.Atoi(fields[3])
		hundredths, _ := strconv.Atoi(fields[4])
		table[fields[0]] = actRow{
			class: fields[1], mutual: fields[2] == "mutual", days: days,
			likeness: float64(hundredths) / 100, hard: fields[5] == "hard",
		}
	}
	return table
})

// daily reports whether such acts may happen many times a day between the same
// parties, so that only their words tell them apart.
func (r actRow) daily() bool { return r.likeness >= 0.25 }

// spoken reports whether the act is a statement, which is told when it is made
// and may be made again in the same words months later.
func (r actRow) spoken() bool {
	switch r.class {
	case "accuse", "condemn", "demand", "endorse", "threaten":
		return true
	}
	return false
}

// measured reports whether one side may take several such steps against the
// other on one day, each with a number or name of its own.
func (r actRow) measured() bool {
	return r.class == "impose-sanctions"
}

// repeated reports whether the same parties do it again within weeks, so that a
// mention without a date is of the last one, or of the next.
func (r actRow) repeated() bool {
	return r.class == "meet" || r.class == "call" || r.class == "visit"
}

// undatedDays is how long after the act its undated mentions may be reported.
func (r actRow) undatedDays() int32 {
	if r.daily() || r.spoken() || r.repeated() {
		return 30
	}
	return 400
}

// aheadDays is how long before the act its undated mentions may be reported:
// what two are about to meet for is often told without a day.
func (r actRow) aheadDays() int32 {
	if r.repeated() {
		return 3
	}
	return 0
}

func rowOf(act string) actRow {
	if row, known := actTable()[act]; known {
		return row
	}
	return unknownAct(act)
}
