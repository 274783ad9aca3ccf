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
			if verbal(&tokens[k]) {
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
			return futureTense
		case t != noTense && result != futureTense:
			return t
		case result == noTense && strings.EqualFold(tokens[n].Of(text), "to"):
			result = futureTense
		}
	}
	return result
}

// scheduling reports whether what the verb governs is still to come.
func scheduling(lemma string) bool {
	switch lemma {
	case "plan", "schedule", "slate", "expect":
		return true
	}
	return false
}

func tagTense(text string, t *chancery.Token) tense {
	switch t.XPOS {
	case "VBD":
		return pastTense
	case "VBZ", "VBP":
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
