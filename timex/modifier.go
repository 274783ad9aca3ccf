package timex

// modified reads an expression with what is said about its part or exactness:
// "early 1990", "the end of May", "later this year", "more than two weeks".
func (s *sentence) modified(i int, parsers []parser) (found, bool) {
	mod, k, only := s.modifier(i)
	if k == i {
		return found{}, false
	}
	f, ok := s.plainLongest(k, parsers)
	if w := s.at(k).word; !ok && s.is(k-1, "of") && w.unit >= week && w.unit <= year && !w.plural { // "end of year"
		return found{first: i, end: k + 1, meaning: meaning{form: formUnit, unit: w.unit, mod: mod}, rule: "unit+modifier", confidence: 0.8}, true
	}
	if !ok {
		inner, stop, _ := s.modifier(k)
		if stop == k {
			return f, false
		}
		if f, ok = s.plainLongest(stop, parsers); !ok {
			return f, false
		}
		if mod == "" {
			mod = inner
		}
	}
	if !only.takes(&f.meaning) || f.form == formUnit && f.weak && !s.is(k, "the") && mod == "" {
		return f, false
	}
	f.first = i
	if f.mod == "" {
		f.mod = mod
	}
	f.rule += "+modifier"
	return f, true
}

// reach says which meanings a modifier goes with.
type reach uint8

const (
	reachAny     reach = iota
	reachPoints        // points and stretches of the calendar
	reachLengths       // durations and shifts
)

func (r reach) takes(m *meaning) bool {
	lengths := m.form == formDuration || m.form == formShift && (m.amount.word || m.amount.n > 1) && m.clock == ""
	switch {
	case m.form == formSet || m.form == formVague:
		return false
	case r == reachPoints:
		return m.form != formDuration
	case r == reachLengths:
		return lengths
	}
	return true
}

// modifier reads a modifier at i; end is i when there is none.
func (s *sentence) modifier(i int) (mod string, end int, only reach) {
	k := s.skip(i, "the", "very")
	if mod, end := s.partOf(k); end > k {
		return mod, end, reachPoints
	}
	if mod := s.early(k); mod != "" {
		end := s.hyphen(k + 1)
		end = s.skip(end, "in", "on")
		return mod, s.skip(end, "of"), reachPoints
	}
	if k > i {
		return "", i, reachAny
	}
	switch {
	case s.is(i, "later", "earlier") && (s.is(i+1, "this", "that", "in", "on", "today", "the", "last", "next") || s.at(i+1).word.weekday > 0 || s.is(i+1, "yesterday")):
		if s.is(i+1, "in", "on") {
			return "", i + 2, reachPoints
		}
		return "", i + 1, reachPoints
	case s.is(i, "sometime"):
		return "", s.skip(i+1, "in"), reachPoints
	case s.is(i, "about", "around", "approximately", "roughly", "circa", "ca") && !s.is(i-1, "how", "what"):
		return "APPROX", s.skip(i+1, "."), reachAny
	case s.is(i, "some") && s.at(i+1).word.numberKind != noNumber:
		return "APPROX", i + 1, reachLengths
	}
	mod, end = s.exactness(i)
	return mod, end, reachLengths
}

func (s *sentence) early(k int) string {
	switch {
	case s.is(k, "early"):
		return "START"
	case s.is(k, "late"):
		return "END"
	case s.is(k, "mid"):
		return "MID"
	}
	return ""
}

// partOf reads "end of", "early part of", "rest of".
func (s *sentence) partOf(k int) (mod string, end int) {
	if s.is(k, "early", "latter", "late", "first", "last", "better", "good", "most") && s.is(k+1, "part") && s.is(k+2, "of") {
		mod := s.early(k)
		if s.is(k, "latter", "last") {
			mod = "END"
		}
		return mod, k + 3
	}
	if s.is(k, "first", "second", "latter") && s.is(k+1, "half") && s.is(k+2, "of") && (s.at(k+3).word.month > 0 || s.is(k+3, "the") && s.decadeNext(k+3)) {
		if s.is(k, "first") {
			return "START", k + 3
		}
		return "END", k + 3
	}
	if !s.is(k+1, "of") {
		return "", k
	}
	switch {
	case s.is(k, "end", "close", "remainder", "rest", "eve"):
		return "END", k + 2
	case s.is(k, "beginning", "start", "outset", "dawn"):
		return "START", k + 2
	case s.is(k, "middle", "midst"):
		return "MID", k + 2
	}
	return "", k
}

// decadeNext reports whether a decade or century begins at k.
func (s *sentence) decadeNext(k int) bool {
	_, _, ok := s.decadeOrCentury(k)
	return ok
}

// exactness reads what compares a length: "more than", "at least", "nearly".
func (s *sentence) exactness(i int) (mod string, end int) {
	two := s.at(i + 1).low
	switch {
	case s.is(i, "more", "longer") && two == "than":
		return "MORE_THAN", i + 2
	case s.is(i, "less", "fewer") && two == "than":
		return "LESS_THAN", i + 2
	case s.is(i, "at") && two == "least":
		return "EQUAL_OR_MORE", i + 2
	case s.is(i, "at") && two == "most", s.is(i, "up") && two == "to":
		return "EQUAL_OR_LESS", i + 2
	case s.is(i, "no") && s.is(i+1, "more", "longer") && s.is(i+2, "than"):
		return "EQUAL_OR_LESS", i + 3
	case s.is(i, "no") && two == "less" && s.is(i+2, "than"):
		return "EQUAL_OR_MORE", i + 3
	case s.is(i, "nearly", "almost", "under"):
		return "LESS_THAN", i + 1
	case s.is(i, "over"):
		if s.at(i+1).word.numberKind != noNumber && s.at(i+1).word.numberKind != ordinal || s.at(i+1).digits() > 0 {
			return "MORE_THAN", i + 1
		}
	case s.is(i, "just", "only", "exactly") && (s.at(i+1).word.numberKind != noNumber || s.at(i+1).digits() > 0):
		return "", i + 1
	}
	return "", i
}
