package timex

import (
	"strings"

	"chancery"
)

// tense is the tense of the verb that a time goes with.
type tense uint8

const (
	noTense tense = iota
	pastTense
	presentTense
	futureTense
)

// cue is what the words just before an expression tell of its side.
type cue uint8

const (
	noCue       cue = iota
	aheadCue        // "as early as Tuesday"
	sinceCue        // "since Tuesday"
	effectCue       // "effective 1 February"
	startCue        // "starting on Tuesday"
	deadlineCue     // "until Tuesday"
)

// cue reads the words before piece i.
func (s *sentence) cue(i int) cue {
	switch k := i - 1; {
	case s.is(k, "as") && s.is(k-1, "early", "soon", "late") && s.is(k-2, "as"):
		return aheadCue
	case s.is(k, "since"):
		return sinceCue
	case s.is(k, "effective"), s.is(k, "of", "from") && s.is(k-1, "effective", "effect"):
		return effectCue
	case s.is(k, "due"), s.is(k, "for") && s.is(k-1, "set", "fixed"), s.is(k, "for", "on", "in", "to", "at", "by") && s.is(k-1, "due", "scheduled", "planned", "slated"):
		return aheadCue
	case s.is(k, "starting", "beginning", "commencing"), s.is(k, "on", "at", "from") && s.is(k-1, "starting", "beginning", "commencing"):
		return startCue
	case s.is(k, "until", "till", "by", "through"):
		return deadlineCue
	}
	return noCue
}

// tenseOf is the tense that the expression at token i is told in.
func (f *found) tenseOf(text string, tokens []chancery.Token, i int) tense {
	t := tenseAt(text, tokens, i)
	switch f.cue {
	case aheadCue:
		return futureTense
	case sinceCue:
		return pastTense
	case effectCue:
		if t != futureTense && f.form != formWeekday {
			return noTense // what was decided may take effect later
		}
		return futureTense
	case startCue:
		if t != pastTense {
			return futureTense
		}
	case deadlineCue:
		if (f.form == formWeekday || f.form == formDate || f.form == formHoliday) && (t == presentTense || deferring(text, tokens, i)) {
			return futureTense
		}
	}
	return t
}

const deferringReach = 12

// deferring reports whether the verb before token i sets a term: "postponed the
// vote until Tuesday", "gave the envoy until Friday".
func deferring(text string, tokens []chancery.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-deferringReach; k-- {
		if !verbal(&tokens[k]) {
			continue
		}
		if tokens[k].XPOS == "VB" && k > 0 && strings.EqualFold(tokens[k-1].Of(text), "to") {
			return true // "told it to close the office by Friday"
		}
		if tokens[k].XPOS == "VBN" && k > 0 && strings.EqualFold(tokens[k-1].Of(text), "had") {
			return false
		}
		switch tokens[k].Lemma {
		case "postpone", "delay", "defer", "adjourn", "extend", "prolong", "renew", "suspend", "give", "allow", "order", "demand", "ask", "have", "put":
			return true
		}
	}
	return false
}

const (
	farthestHead = 12 // steps up the tree to the verb
	verbWindow   = 25 // tokens to either side when there is no tree
)

// tenseAt is the tense of the verb that governs token i: by the arcs when the
// sentence is parsed, else the verb nearest before it, then after it.
func tenseAt(text string, tokens []chancery.Token, i int) tense {
	if i >= len(tokens) {
		return noTense
	}
	if tokens[i].Head > 0 || tokens[i].Deprel != "" {
		for k, steps := i, 0; steps < farthestHead && k >= 0 && k < len(tokens); steps++ {
			if verbal(&tokens[k]) || k != i && predicate(tokens, k) {
				if t := groupTense(text, tokens, k); t != noTense {
					return t
				}
			}
			k = tokens[k].Head - 1
		}
	}
	for k := i - 1; k >= 0 && k > i-verbWindow; k-- {
		if t := wordTense(text, tokens, k); t != noTense {
			return t
		}
	}
	for k := i + 1; k < len(tokens) && k < i+verbWindow; k++ {
		if t := wordTense(text, tokens, k); t != noTense {
			return t
		}
	}
	return noTense
}

// predicate reports whether a noun or adjective is one: "will be payable".
func predicate(tokens []chancery.Token, k int) bool {
	if tokens[k].UPOS != "ADJ" && tokens[k].UPOS != "NOUN" {
		return false
	}
	for n := max(k-verbWindow, 0); n < k; n++ {
		if tokens[n].Head == k+1 && tokens[n].Deprel == "cop" {
			return true
		}
	}
	return false
}

func verbal(t *chancery.Token) bool {
	return t.UPOS == "VERB" || t.UPOS == "AUX" || strings.HasPrefix(t.XPOS, "VB")
}

// groupTense is the tense of the verb k with its auxiliaries.
func groupTense(text string, tokens []chancery.Token, k int) tense {
	result := tagTense(text, &tokens[k])
	if scheduling(tokens[k].Lemma) {
		result = futureTense // "a vote planned for Monday", "they scheduled talks for Friday"
	} else if tokens[k].XPOS == "VBN" {
		result = pastTense // "the order issued Thursday", when no auxiliary says otherwise
	}
	for n := max(k-verbWindow, 0); n < k; n++ {
		if tokens[n].Head != k+1 || !strings.HasPrefix(tokens[n].Deprel, "aux") && tokens[n].Deprel != "cop" && tokens[n].Deprel != "mark" {
			continue
		}
		switch t := wordTense(text, tokens, n); {
		case tokens[n].XPOS == "MD":
			if perfect(text, tokens, n, k) {
				return pastTense // "may have prevented"
			}
			return futureTense
		case t != noTense && result != futureTense:
			return t
		case result == noTense && strings.EqualFold(tokens[n].Of(text), "to"):
			result = futureTense
		}
	}
	return result
}

// perfect reports whether "have" stands between the modal n, other than "will",
// and the verb k.
func perfect(text string, tokens []chancery.Token, n, k int) bool {
	if strings.EqualFold(tokens[n].Of(text), "will") {
		return false
	}
	for h := n + 1; h < k; h++ {
		if tokens[h].Lemma == "have" && tokens[h].Head == k+1 {
			return true
		}
	}
	return false
}

// scheduling reports whether what the verb governs is still to come.
func scheduling(lemma string) bool {
	switch lemma {
	case "plan", "schedule", "slate", "expect":
		return true
	}
	return false
}

// arranged reports whether the present tense of the verb tells what is to come:
// "the talks begin on Thursday".
func arranged(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "close", "meet", "leave", "arrive", "depart", "travel", "visit", "fly", "vote", "resume", "convene", "gather",
		"enter", "apply", "expire", "lapse", "end", "take", "come", "go", "return", "host", "elapse":
		return true
	}
	return false
}

func tagTense(text string, t *chancery.Token) tense {
	switch t.XPOS {
	case "VBD":
		return pastTense
	case "VBZ", "VBP":
		if arranged(t.Lemma) {
			return futureTense
		}
		return presentTense
	}
	return noTense
}

// wordTense is what one word tells of tense, with and without its tag.
func wordTense(text string, tokens []chancery.Token, k int) tense {
	t := &tokens[k]
	form := t.Of(text)
	if len(form) > 12 {
		return noTense
	}
	switch strings.ToLower(form) {
	case "will", "'ll", "’ll", "wo", "shall", "would", "scheduled":
		if t.XPOS == "" || t.XPOS == "MD" || t.XPOS[0] == 'V' || t.XPOS[0] == 'J' {
			return futureTense
		}
	case "was", "were", "had", "did", "said", "told", "has", "have", "been", "came", "went", "took", "met", "made", "began", "held":
		return pastTense
	case "is", "are", "says", "does":
		return presentTense
	}
	if t.XPOS != "" {
		return tagTense(text, t)
	}
	if len(form) > 4 && strings.HasSuffix(form, "ed") {
		return pastTense
	}
	return noTense
}
