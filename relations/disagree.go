package relations

import (
	"fmt"
	"strings"

	"chancery"
)

// toldFields are the fields whose differing values are told, in this order.
var toldFields = [...]string{"count", "date", "effective", "until", "act"}

// disagreements words the values on which an event's claims differ, and that
// it is denied. Values that later reports amended are told as amended; dates of
// which one lies inside the other do not differ.
func disagreements(e chancery.Event) []chancery.Line {
	var out []chancery.Line
	amended := map[string]bool{}
	for _, a := range e.Amendments {
		if a.From == "" {
			continue // told later, not told otherwise
		}
		if a.Field == "effective" || a.Field == "until" {
			amended[a.Field] = true
			out = append(out, lineOf(e, fmt.Sprintf("%s: %s was %s, and is %s since the report of %s", Noun(e.Act), a.Field, a.From, a.To, a.Reported)))
		}
	}
	for _, field := range toldFields {
		values := e.Values[field]
		if len(values) < 2 || amended[field] || field != "count" && field != "act" && datesNest(values) {
			continue
		}
		var told []string
		for _, v := range values {
			told = append(told, v.Text+by(v))
		}
		out = append(out, lineOf(e, fmt.Sprintf("%s: %s told as %s", Noun(e.Act), field, strings.Join(told, ", as "))))
	}
	if e.Disputes > 0 && e.Status != chancery.StatusDenied {
		out = append(out, lineOf(e, fmt.Sprintf("%s: denied by %d of %d voices", Noun(e.Act), e.Disputes, e.Disputes+e.Voices)))
	}
	return out
}

func by(v chancery.Value) string {
	switch {
	case len(v.SaidBy) > 0:
		return " by " + strings.Join(v.SaidBy, " and ")
	case v.Voices > 1:
		return fmt.Sprintf(" by %d voices", v.Voices)
	}
	return " by one report"
}

// datesNest reports whether every value lies inside the one shown, or around it.
func datesNest(values []chancery.Value) bool {
	for _, v := range values[1:] {
		if !strings.HasPrefix(values[0].Text, v.Text) && !strings.HasPrefix(v.Text, values[0].Text) {
			return false
		}
	}
	return true
}
