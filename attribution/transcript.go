package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// label is a speaker's name before a colon at the start of a line, as
// transcripts and some headlines have it.
type label struct {
	sentence int
	// words of the name, and the word of the colon (or of the Q that has none).
	name  run
	colon int32
	// sure is true when the words can only be a speaker's.
	sure bool
}

// mostLabel bounds the words of a speaker's label.
const mostLabel = 7

// transcript tells what each of the labels' speakers says: to the next label
// where the document is a transcript (two turns at least), else to the end of
// the sentence.
func (p *page) transcript() []chancery.Attribution {
	var out []chancery.Attribution
	for i, l := range p.labels {
		end := len(p.sentences)
		if i+1 < len(p.labels) {
			end = p.labels[i+1].sentence
		}
		if len(p.labels) < 2 {
			end = l.sentence + 1
		}
		if a, ok := p.turn(l, end); ok {
			out = append(out, a)
		}
	}
	return out
}

// transcriptLabels are the labels that are sure or come more than once.
func (p *page) transcriptLabels() []label {
	labels := p.likeLabels()
	times := map[string]int{}
	for _, l := range labels {
		times[p.span(l.name).Of(p.text)]++
	}
	kept := labels[:0]
	for _, l := range labels {
		if l.sure || times[p.span(l.name).Of(p.text)] > 1 {
			kept = append(kept, l)
		}
	}
	return kept
}

// inLabel tells whether the word stands in a speaker's label.
func (p *page) inLabel(w int32) bool {
	n, found := slices.BinarySearchFunc(p.labels, w, func(l label, w int32) int {
		switch {
		case l.name.end <= w:
			return -1
		case l.name.first > w:
			return 1
		}
		return 0
	})
	return found && n < len(p.labels)
}

// turn is the attribution of what a label's speaker says up to sentence end:
// one piece a paragraph.
func (p *page) turn(l label, end int) (chancery.Attribution, bool) {
	a := chancery.Attribution{
		Speaker: p.span(l.name), Cue: p.words[l.colon], Sentence: l.sentence,
		Verb: chancery.VerbSay, Rule: "transcript", Inside: -1, SpeakerMention: -1, Confidence: 0.8,
	}
	for w := l.name.first; w < l.name.end; w++ {
		if m := p.mentionAt[w]; m >= 0 {
			a.SpeakerMention = int(m)
		}
	}
	from := l.colon + 1
	for s := l.sentence; s < end; s++ {
		if s+1 < end && p.sentences[s+1].Paragraph == p.sentences[s].Paragraph {
			continue
		}
		if from < p.base[s+1] {
			a.Content = append(a.Content, p.span(run{from, p.base[s+1]}))
		}
		from = p.base[s+1]
	}
	return a, len(a.Content) > 0
}

// likeLabels lists what looks like a speaker's label at the start of a line.
func (p *page) likeLabels() []label {
	var list []label
	for s := range p.sentences {
		first, end := p.base[s], p.base[s+1]
		if first == end || !p.startsLine(s) {
			continue
		}
		for w := first; w < min(end, first+mostLabel+1); w++ {
			word := p.words[w].Of(p.text)
			if word == ":" && w > first {
				if sure, ok := p.named(run{first, w}); ok {
					list = append(list, label{s, run{first, w}, w, sure || s == 0 && p.mentioned(run{first, w})})
				}
				break
			}
			if word == "Q" && w == first && end > w+1 && p.words[w+1].Of(p.text) != ":" {
				list = append(list, label{s, run{first, w + 1}, w, false})
				break
			}
		}
	}
	return list
}

// startsLine tells whether only space stands between the sentence and the line's start.
func (p *page) startsLine(s int) bool {
	if s == 0 {
		return true
	}
	return strings.Contains(p.text[p.sentences[s-1].End:max(p.sentences[s].Start, p.sentences[s-1].End)], "\n")
}

// named tells whether the words can be a speaker's name or role, all with a
// capital, and whether they can be nothing else: "MR. BELL", "QUESTION", "Q".
func (p *page) named(r run) (sure, ok bool) {
	upper := true
	for w := r.first; w < r.end; w++ {
		word := p.words[w].Of(p.text)
		letter, _ := utf8.DecodeRuneInString(word)
		if unicode.IsLetter(letter) && !unicode.IsUpper(letter) && word != "of" && word != "the" && word != "de" {
			return false, false
		}
		if strings.ContainsAny(word, "\"“”!?;") {
			return false, false
		}
		upper = upper && strings.ToUpper(word) == word
	}
	switch strings.ToUpper(strings.TrimSuffix(p.words[r.first].Of(p.text), ".")) {
	case "Q", "A", "QUESTION", "ANSWER", "QUESTIONER", "REPORTER", "MODERATOR", "INTERVIEWER":
		return true, true
	case "MR", "MS", "MRS", "DR", "SECRETARY", "AMBASSADOR", "PRESIDENT", "SPOKESPERSON", "SENATOR", "GENERAL", "MINISTER":
		return upper && r.end-r.first > 1, true
	}
	return false, true
}

// mentioned tells whether the last of the words heads a mention of somebody
// who can speak.
func (p *page) mentioned(r run) bool {
	m := p.mentionAt[r.end-1]
	if m < 0 {
		return false
	}
	switch p.mentions[m].Kind {
	case chancery.MentionPerson, chancery.MentionOffice, chancery.MentionOrganisation, chancery.MentionParty, chancery.MentionMission:
		return true
	}
	return false
}
