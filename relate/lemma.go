package relate

import "strings"

// lemmas lists the forms that a word may be inflected from, itself first. It
// over-generates: what the lexicon does not know is dropped.
func lemmas(lower string) []string {
	out := []string{lower}
	add := func(s string) {
		if len(s) > 1 {
			out = append(out, s)
		}
	}
	n := len(lower)
	switch {
	case strings.HasSuffix(lower, "ies") || strings.HasSuffix(lower, "ied"):
		add(lower[:n-3] + "y")
		add(lower[:n-1])
	case strings.HasSuffix(lower, "ves"):
		add(lower[:n-1])
		add(lower[:n-3] + "f")
		add(lower[:n-3] + "fe")
	case strings.HasSuffix(lower, "es"):
		add(lower[:n-1])
		add(lower[:n-2])
	case strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss"):
		add(lower[:n-1])
	case strings.HasSuffix(lower, "ed") && n > 3:
		stem(lower[:n-2], add)
	case strings.HasSuffix(lower, "ing") && n > 4:
		stem(lower[:n-3], add)
	case strings.HasSuffix(lower, "men"):
		add(lower[:n-2] + "an")
	}
	return out
}

// stem adds what "-ed" and "-ing" may have been joined to: walk, tak(e),
// ban(n), panic(k).
func stem(base string, add func(string)) {
	add(base)
	add(base + "e")
	n := len(base)
	if n > 2 && base[n-1] == base[n-2] {
		add(base[:n-1])
	}
	if strings.HasSuffix(base, "ck") {
		add(base[:n-1])
	}
	if strings.HasSuffix(base, "y") {
		add(base[:n-1] + "ie") // lying, tying
	}
}

// participle reports whether a word looks like a past participle.
func participle(lower string) bool {
	if strings.HasSuffix(lower, "ed") || strings.HasSuffix(lower, "wn") {
		return true
	}
	switch lower {
	case "shot", "held", "taken", "beaten", "hit", "struck", "made", "sent", "given", "met", "hurt", "sued", "forced", "found",
		"brought", "told", "cut", "lifted", "driven", "broken", "frozen", "withheld", "hanged", "put", "set", "blown", "caught", "bound":
		return true
	}
	return false
}

// afterBe reports whether a form of "be" stands up to three words before.
func afterBe(words []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3 && words[j+1].before != fullStop; j-- {
		switch words[j].lower {
		case "is", "are", "was", "were", "be", "been", "being":
			return true
		}
	}
	return false
}

// guessKind tells noun from verb by the ending and the word before.
func guessKind(words []word, i int) kind {
	w := words[i].lower
	if i > 0 && words[i].before == noStop {
		switch words[i-1].lower {
		case "to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "shall":
			return verbKind
		case "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "any", "some", "new", "all", "s",
			"of", "for", "on", "military", "diplomatic", "in", "by", "more", "further", "joint", "recent", "against", "from":
			if !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") {
				return nounKind
			}
		}
	}
	if strings.HasSuffix(w, "ed") {
		return verbKind
	}
	return anyKind
}
