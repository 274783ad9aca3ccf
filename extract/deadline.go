package extract

import (
	"strconv"
	"strings"

	"chancery"
)

// deadlines reads by when something must be done or will be ("gave them until
// Sunday to leave", "told it to close the office within five days", "will open
// an embassy by the end of the year"): a deadline, also one for the other
// side, is the day of effect (GUIDE rule 22). A length is counted from the
// day of the act.
func (v *view) deadlines(kept []*candidate) {
	for _, s := range v.sentences {
		for _, index := range s.times {
			if !v.isDeadline(s, index) {
				continue
			}
			c := lastBefore(kept, s.index, func(c *candidate) bool {
				return c.when.effective.IsZero() && v.mention(c, s) != nil && v.mustBy(c, v.mention(c, s), index)
			})
			if c == nil {
				c = lastBefore(kept, s.index-1, func(c *candidate) bool {
					return c.s.index == s.index-1 && c.when.effective.IsZero() && v.mustLeave(c, s, index)
				})
			}
			if c == nil {
				continue
			}
			if day := v.dueFrom(c, &v.Times[index]); !day.IsZero() {
				c.when.effective, c.when.effectiveIndex = day, index
				if c.when.untilIndex == index {
					c.when.until, c.when.untilIndex = chancery.Date{}, -1
				}
			}
		}
	}
}

// mention is the mention of an act that stands in sentence s, nil for none.
func (v *view) mention(c *candidate, s *sentence) *candidate {
	if c.s == s {
		return c
	}
	for _, m := range c.more {
		if m.s == s {
			return m
		}
	}
	return nil
}

// isDeadline reports whether a time can be one: "by Friday", "until Friday",
// "within two weeks", "72 hours" that somebody is given "to" do something.
func (v *view) isDeadline(s *sentence, index int) bool {
	expr := &v.Times[index]
	after := ""
	if expr.End < s.tree.Len() {
		after = s.tree.Words[expr.End]
	}
	switch expr.Relation {
	case "by", "until":
		return !v.Document.Published.IsZero() && !expr.To.IsZero()
	case "within":
		return after != "of" && after != "after"
	}
	return expr.Type == chancery.TimeDuration && (after == "to" || after == "for") && v.grants(s, expr) > 0
}

// grants is the verb before a time that says that somebody is given it or has
// it, 0 for none.
func (v *view) grants(s *sentence, expr *chancery.TimeExpr) int {
	const reach = 12
	for k := expr.First - 1; k >= max(0, expr.First-reach); k-- {
		switch s.tree.Lemmas[k] {
		case "give", "grant", "allow", "have":
			return k
		case ",", ";", ":":
			if expr.First-k > 1 {
				return 0
			}
		}
	}
	return 0
}

// mustBy reports whether a time is the deadline of act c, told as m.
func (v *view) mustBy(c, m *candidate, index int) bool {
	expr := &v.Times[index]
	switch c.act.Type {
	case "ACCUSE", "REJECT", "THREATEN":
		return false
	}
	if v.mustLeave(c, m.s, index) {
		return true
	}
	if c.act.Name == "expel" || c.act.Name == "endorse" || m.anchor() > expr.First {
		return false
	}
	order := c.act.Type == "SANCTION" || c.act.Type == "REQUEST"
	granted := order && v.grants(m.s, expr) > 0 && expr.End < m.s.tree.Len() && m.s.tree.Words[expr.End] == "to"
	switch {
	case granted:
		return true
	case expr.Relation == "until" || expr.Relation == "":
		return false
	case v.nearness(m, index) == timeOwn:
		return true
	}
	return order && m.s.tree.Under(expr.First, m.anchor()) && v.soleOrder(m, expr)
}

// soleOrder reports whether no act beside m's own is told between m and the time.
func (v *view) soleOrder(m *candidate, expr *chancery.TimeExpr) bool {
	for _, other := range m.s.anchors {
		if other > m.anchor() && other < expr.First && !m.s.tree.Under(other, m.anchor()) {
			return false
		}
	}
	return true
}

// mustLeave reports whether a time in sentence s is by when expelled people
// must be gone: words of leaving stand near it.
func (v *view) mustLeave(c *candidate, s *sentence, index int) bool {
	if c.act.Name != "expel" || len(c.recipients) == 0 {
		return false
	}
	expr := &v.Times[index]
	for k := max(0, expr.First-8); k < min(len(s.tokens), expr.End+5); k++ {
		if v.x.rules.Classes.Word(s.tree, k, "leaving") {
			return true
		}
	}
	return false
}

// dueFrom is the day on which a deadline of act c runs out; zero where it is not
// told from which day a length is counted. A day that is past on the day of
// publication is a deadline only for what was told before.
func (v *view) dueFrom(c *candidate, expr *chancery.TimeExpr) chancery.Date {
	if expr.Relation == "by" || expr.Relation == "until" {
		late := expr.To.Last().Before(v.Document.Published)
		if known := c.when.date; late && (known.IsZero() != (v.grants(v.sentences[expr.Sentence], expr) > 0) || expr.To.Before(known)) {
			return chancery.Date{}
		}
		if expr.Relation == "until" {
			return expr.To
		}
		return expr.ActDate(v.Document.Published)
	}
	if c.when.date.IsZero() || c.when.date.Grain() != chancery.GrainDay {
		return chancery.Date{}
	}
	return afterLength(c.when.date, expr.Value)
}

// afterLength adds a TIMEX3 length to a day: hours to the nearest day, months
// and years with their grain; zero for what it does not know ("PXD").
func afterLength(base chancery.Date, value string) chancery.Date {
	rest, timed := strings.CutPrefix(strings.TrimPrefix(value, "P"), "T")
	if len(rest) < 2 || !strings.HasPrefix(value, "P") {
		return chancery.Date{}
	}
	n, err := strconv.Atoi(rest[:len(rest)-1])
	if err != nil || n <= 0 || n > 1000 {
		return chancery.Date{}
	}
	switch unit := rest[len(rest)-1]; {
	case timed && unit == 'H':
		return base.AddDays((n + 12) / 24)
	case timed:
		return chancery.Date{}
	case unit == 'D':
		return base.AddDays(n)
	case unit == 'W':
		return base.AddDays(7 * n)
	case unit == 'M':
		months := base.Month - 1 + n
		return chancery.Date{Year: base.Year + months/12, Month: months%12 + 1}
	case unit == 'Y':
		return chancery.Date{Year: base.Year + n}
	}
	return chancery.Date{}
}

// onlyLater drops a day of effect that is the day of the act itself.
func onlyLater(kept []*candidate) {
	for _, c := range kept {
		if !c.when.effective.IsZero() && c.when.effective == c.when.date {
			c.when.effective, c.when.effectiveIndex = chancery.Date{}, -1
		}
	}
}
