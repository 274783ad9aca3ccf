package timex

// rest reads the second end of a range that leaves out what the first has
// told: "March 3-5", "1914–18". It may complete the first from the second.
func (s *sentence) rest(f *found) (found, bool) {
	k := f.end
	if f.form != formDate || f.clock != "" || f.of != nil {
		return found{}, false
	}
	if !s.is(k, "-", "to", "and", "or", "through", "till", "until", "&", "/") {
		if _, ok := s.listed(k); !ok {
			return found{}, false
		}
	}
	g := found{first: k + 1, meaning: f.meaning, rule: "range", confidence: 0.85, relation: f.relation}
	switch {
	case f.day > 0 && f.year == 0:
		d, end, ok := s.dayOfMonth(k + 1)
		if !ok || d <= f.day || s.joined(end) && s.is(end, "/", "-") || s.monthAfter(end) || s.at(end).word.unit != noUnit || s.counted(end) || s.is(end, ":", "a", "p", "am", "pm") && !s.clauseEnds(end) {
			return found{}, false
		}
		g.day, g.end = d, end
		s.addYear(&g.meaning, &g.end)
		if !g.valid() {
			return found{}, false
		}
		f.year, f.of = g.year, g.of
	case f.day == 0 && f.month == 0 && s.is(k, "-", "/") && (s.at(k+1).digits() == 2 || s.at(k+1).digits() == 1 && f.year < 1900) && s.at(f.end-1).digits() == 4:
		y := f.year/100*100 + s.at(k+1).number
		if s.at(k+1).digits() == 1 {
			y = f.year/10*10 + s.at(k+1).number // "1543–4"
		}
		if y <= f.year || y > f.year+farthestClose || s.joined(k+2) && s.is(k+2, "-", "/") {
			return found{}, false
		}
		g.year, g.end = y, k+2
	default:
		return found{}, false
	}
	if s.is(k, "-", "to", "through") {
		f.relation, g.relation = "from", "until"
	}
	return g, true
}

const longestList = 6 // days

// listed reports whether the comma at k goes on to further days: "June 14, 15
// and 16"; last is where the last of them begins.
func (s *sentence) listed(k int) (last int, ok bool) {
	if !s.is(k, ",") {
		return k, false
	}
	for n := 0; n < longestList; n++ {
		_, end, ok := s.dayOfMonth(k + 1)
		if !ok {
			return k, false
		}
		last = k + 1
		k = end
		if s.is(k, ",") && !s.is(k+1, "and", "or") {
			continue
		}
		if k = s.skip(k, ","); !s.is(k, "and", "or") {
			return last, false
		}
		_, _, ok = s.dayOfMonth(k + 1)
		return k + 1, ok
	}
	return k, false
}

const farthestClose = 40 // years that a range told with two digits spans at most

// monthAfter reports whether a month follows, so that the number is its day.
func (s *sentence) monthAfter(end int) bool {
	return s.at(s.skip(end, "of")).word.month > 0
}

// leadingDay reads the first day of "3-5 March" and "the 3rd and 5th of May":
// its month and year stand with the second.
func (s *sentence) leadingDay(i int) (m meaning, end int, ok bool) {
	k := s.skip(i, "the")
	m.day, end, ok = s.dayOfMonth(k)
	second, listed := s.listed(end)
	if !listed {
		second = s.skip(end+1, "the")
	}
	if !ok || !listed && !s.is(end, "-", "to", "and", "or", "through", "till", "until") {
		return m, i, false
	}
	d, stop, ok := s.dayOfMonth(second)
	if !ok || d <= m.day {
		return m, i, false
	}
	full, _, ok := s.monthDate(second)
	if !ok || full.day != d || !s.monthAfter(stop) {
		return m, i, false
	}
	m.month, m.year, m.of = full.month, full.year, full.of
	return m, end, m.valid()
}

// leadingChristYear reads the first year of "499–493 BC" and "264 to 241 BC".
func (s *sentence) leadingChristYear(i int) (m meaning, end int, ok bool) {
	p := s.at(i)
	if d := p.digits(); d == 0 || d > 4 || p.number < 1 || !s.is(i+1, "-", "to", "and", "or", "until", "through") || s.joined(i) && s.is(i-1, "-", "/", ",", ".") {
		return m, i, false
	}
	second, _, ok := s.christYear(i + 2)
	return meaning{year: p.number, bc: true}, i + 1, ok && second < p.number
}

// laterYear finds the year that stands only with the second of two dates:
// "July and August 2020", "from May 1 to June 5, 2020".
func (s *sentence) laterYear(month, end int) int {
	if !s.is(end, "-", "to", "and", "or", "through", "until") {
		return 0
	}
	k := s.skip(end+1, "early", "late", "mid")
	k = s.hyphen(k)
	if _, stop, ok := s.dayOfMonth(k); ok {
		k = stop
	}
	second, k, ok := s.monthName(k)
	if !ok {
		return 0
	}
	if _, stop, ok := s.dayOfMonth(k); ok {
		k = stop
	}
	y, _, ok := s.yearNumber(s.skip(k, ",", "of", "in"))
	switch {
	case !ok:
		return 0
	case month > second && s.is(end, "-", "to", "through", "until"):
		return y - 1 // "from November to February 2017"
	}
	return y
}

// innerRelation is the sense that the expression itself or what follows it
// tells, or empty.
func (s *sentence) innerRelation(f *found) string {
	switch {
	case (f.rule == "leading-day" || f.rule == "leading-clock" || f.rule == "leading-bc") && s.is(f.end, "-", "to", "through", "till", "until"):
		return "from"
	case f.form == formVague && s.is(f.first, "until", "till"):
		return "until"
	case f.form == formVague && f.decided:
		return "from"
	}
	return ""
}

// relation is the sense of the preposition before an expression.
func (s *sentence) relation(f *found) string {
	if sense := s.innerRelation(f); sense != "" {
		return sense
	}
	if len(f.clock) == 2 && s.is(f.first-1, "before", "after") {
		return "on" // "before dawn on Friday" is on that day
	}
	k := f.first - 1
	for n := 0; n < 2 && s.is(k, "about", "around", "the", "early", "late", "only", "just", "sometime", "very"); n++ {
		k--
	}
	before := s.at(k - 1).low
	switch s.at(k).low {
	case "from", "since", "starting", "beginning", "effective", "commencing":
		return "from"
	case "of":
		if before == "as" || before == "effective" {
			return "from"
		}
	case "until", "till", "til", "through", "thru", "expires", "ending":
		return "until"
	case "by":
		return "by"
	case "than":
		if before == "later" {
			return "by"
		}
	case "before":
		return "before"
	case "to":
		if before == "prior" {
			return "before"
		}
		if s.rangeBefore(k - 1) {
			return "until"
		}
	case "-":
		if s.rangeBefore(k - 1) {
			return "until"
		}
	case "after", "following":
		return "after"
	case "within", "inside":
		return "within"
	case "for", "over", "during", "throughout":
		if f.form == formDuration {
			return "for"
		}
		return "on"
	case "in":
		if f.form == formDuration && !f.directed {
			if s.foremost(k) {
				return "for" // "the first visit in ten years"
			}
			return "in"
		}
		return "on"
	case "between":
		return "from"
	case "on", "at", "upon":
		if before == "starting" || before == "beginning" || before == "effective" || before == "commencing" {
			return "from"
		}
		if before == "ending" || before == "expires" {
			return "until"
		}
		return "on"
	}
	return ""
}

const foremostReach = 6

// foremost reports whether a word such as "first" or "worst" stands before
// piece i.
func (s *sentence) foremost(i int) bool {
	for k := i - 1; k >= i-foremostReach && k >= 0; k-- {
		low := s.at(k).low
		if s.is(k, "first", "second", "third", "only", "last", "times", "once", "twice", "most") || len(low) > 4 && low[len(low)-3:] == "est" && !s.is(k, "request", "protest", "arrest", "interest", "contest", "west") {
			return true
		}
	}
	return false
}

const allowedReach = 6

// allowed reports whether the length at piece i is a term that somebody has or
// is given: "they were given 48 hours to leave", "have a week to reply".
func (s *sentence) allowed(i int) bool {
	for k := i - 1; k >= i-allowedReach; k-- {
		if s.is(k, "give", "gives", "gave", "given", "giving", "has", "have", "had", "get", "got", "with") {
			return true
		}
		if s.clauseEnds(k) {
			return false
		}
	}
	return false
}

// rangeBefore reports whether a time ends at piece k, so that "to" opens the
// second end of a range.
func (s *sentence) rangeBefore(k int) bool {
	p := s.at(k)
	return p.word.month > 0 || p.word.weekday > 0 || p.digits() > 0 || p.word.part != "" || s.is(k, "am", "pm", "m", ".", "year", "month", "week", "today", "now")
}
