package actor

import "chancery/model"

// NameRun is a row of tokens of one sentence that may hold names, as the
// tagger sees it: those from First to before end.
type NameRun struct {
	Sentence, First int
	end             int
	// Features has the features of every token.
	Features [][]model.Feature

	signs []sign // of the whole sentence
}

// runs cuts the sentence into the rows that may hold names, without their features.
func (p *pass) runs(sentence int) []NameRun {
	s := p.signs(sentence)
	var out []NameRun
	for i := 0; i < len(s); {
		if !s[i].candidate {
			i++
			continue
		}
		run := NameRun{Sentence: sentence, First: i, signs: s}
		for i < len(s) && s[i].candidate {
			i++
		}
		run.end = i
		out = append(out, run)
	}
	return out
}
