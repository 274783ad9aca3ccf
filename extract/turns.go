package extract

import (
	"slices"

	"chancery"
)

// leftAsked is why a deed makes no claim that a question only asks about.
const leftAsked = "asked, not told"

// yesNo is the act that the first words of an answer tell by taking up the
// question before them: "No." denies an accusation or a deed that was asked
// for, "Yes, we have." tells that deed. Nil for any other sentence.
func (v *view) yesNo(s *sentence, i int) *candidate {
	says := v.answersWith(s, i)
	if says == "" || s.turn < 0 || v.asks(s.turn) || s.index == 0 || v.sentences[s.index-1].turn == s.turn || len(v.document.parties) == 0 {
		return nil
	}
	before := v.sentences[s.index-1].turn
	if before < 0 || !v.asks(before) {
		return nil
	}
	for n := len(v.told) - 1; n >= 0 && v.told[n].s.turn == before; n-- {
		d := v.told[n]
		twin := *d
		switch {
		case d.partial:
			continue
		case d.left == leftAsked && says == "yes":
			twin.status = chancery.StatusActual
		case d.left == leftAsked:
			twin.status = chancery.StatusDenied
		case d.left == "" && d.act.Name == "accuse" && overlap(d.recipients, v.document.parties) && says == "no":
			twin.act, _ = v.x.acts.Act("deny")
			twin.actors, twin.recipients, twin.answers, twin.status = v.document.parties, d.actors, d, chancery.StatusActual
		default:
			continue
		}
		twin.s, twin.more, twin.object, twin.left, twin.elsewhere, twin.filled = s, nil, -1, "", true, filledRepeat
		twin.match.Anchor, twin.match.First, twin.match.Last, twin.match.Clause = i, i, i, s.tree.Clause(i)
		twin.voice = v.voiceAt(s, i)
		twin.confidence = 0.55
		return &twin
	}
	return nil
}

// answersWith is "yes" or "no" where token i begins an answer so.
func (v *view) answersWith(s *sentence, i int) string {
	t := s.tree
	first := 0
	for first < t.Len() && (s.voices[first] < 0 || t.Tags[first] == "PUNCT") {
		first++ // the label of the speaker
	}
	if i != first {
		return ""
	}
	end := i + 1
	for end < t.Len() && t.Tags[end] != "PUNCT" {
		end++
	}
	words := t.Words[i:min(end, i+5)]
	switch {
	case end-i > 5:
		return ""
	case words[0] == "no" && len(words) == 1, words[0] == "never" && len(words) == 1, slices.Contains(words, "not"), slices.Contains(words, "n't"):
		if slices.Contains(words, "sure") || slices.Contains(words, "know") || slices.Contains(words, "aware") || slices.Contains(words, "yet") {
			return ""
		}
		return "no"
	case (words[0] == "yes" || words[0] == "correct" || words[0] == "certainly" || words[0] == "indeed") && len(words) == 1:
		return "yes"
	case words[0] == "we" && len(words) == 2 && (words[1] == "have" || words[1] == "did" || words[1] == "are" || words[1] == "will"):
		return "yes"
	}
	return ""
}
