package train

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// lengthPart is a number of one unit of a TIMEX3 length: Y, M (month, or
// minute when timed), W, D, H, S; WE is a weekend, Q a quarter.
type lengthPart struct {
	n     float64
	unit  string
	timed bool
}

// lengthParts reads a TIMEX3 length; unknown numbers are no length.
func lengthParts(value string) ([]lengthPart, bool) {
	rest, found := strings.CutPrefix(value, "P")
	if !found {
		return nil, false
	}
	var parts []lengthPart
	timed := false
	for rest != "" {
		if rest[0] == 'T' {
			timed, rest = true, rest[1:]
			continue
		}
		digits := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if digits <= 0 {
			return nil, false
		}
		n, err := strconv.ParseFloat(rest[:digits], 64)
		if err != nil {
			return nil, false
		}
		unit := rest[digits : digits+1]
		if strings.HasPrefix(rest[digits:], "WE") {
			unit = "WE"
		}
		parts = append(parts, lengthPart{n, unit, timed})
		rest = rest[digits+len(unit):]
	}
	return parts, len(parts) > 0
}

// secondsOf is the length in seconds as the specification counts them, a month
// as 30 days and a year as 365.
func secondsOf(value string) string {
	parts, ok := lengthParts(value)
	if !ok {
		return "?"
	}
	const day = 86400
	sum := 0.0
	for _, p := range parts {
		seconds := map[string]float64{"Y": 365 * day, "M": 30 * day, "W": 7 * day, "D": day, "H": 3600, "S": 1, "WE": 2 * day, "Q": 90 * day}[p.unit]
		if p.timed && p.unit == "M" {
			seconds = 60
		}
		sum += p.n * seconds
	}
	return strconv.FormatFloat(math.Round(sum*1000)/1000, 'f', -1, 64)
}

// addLength moves an instant by a length, forward or (sign -1) backward; false
// when its number is unknown.
func addLength(at time.Time, value string, sign int) (time.Time, bool) {
	parts, ok := lengthParts(value)
	for _, p := range parts {
		n := sign * int(p.n)
		exact := p.n*float64(sign) - float64(n)
		switch {
		case p.unit == "Y":
			at = at.AddDate(n, int(math.Round(exact*12)), 0)
		case p.unit == "Q":
			at = at.AddDate(0, 3*n, 0)
		case p.unit == "M" && !p.timed:
			at = at.AddDate(0, n, 0)
		case p.unit == "W":
			at = at.AddDate(0, 0, 7*n)
		case p.unit == "D":
			at = at.AddDate(0, 0, n)
		case p.unit == "H" || p.unit == "M" || p.unit == "S":
			unit := map[string]time.Duration{"H": time.Hour, "M": time.Minute, "S": time.Second}[p.unit]
			at = at.Add(time.Duration(p.n * float64(sign) * float64(unit)))
		default:
			return at, false
		}
	}
	return at, ok
}
