package extract

import "chancery"

// hearsay adds, for verbs of saying whose content no attribution covers, what
// the arcs alone tell: the subject says the clause that the verb governs.
func (v *view) hearsay() {
	for _, s := range v.sentences {
		for i := range s.tokens {
			if s.tree.Tags[i] == "VERB" && v.x.rules.Classes.Word(s.tree, i, "saying") {
				v.hear(s, i)
			}
		}
	}
}

func (v *view) hear(s *sentence, verb int) {
	t := s.tree
	subject := t.Clause(verb).Subject
	if subject < 0 {
		return
	}
	content := t.Child(verb, "ccomp", "parataxis")
	var spans []chancery.Span
	switch {
	case content >= 0 && !(t.Left[content] <= verb && verb <= t.Right[content]):
		spans = []chancery.Span{s.span(t.Left[content], t.Right[content])}
	case t.Rel(verb) == "parataxis" && t.Parent[verb] >= 0:
		content = t.Parent[verb]
		spans = []chancery.Span{s.span(t.Left[content], t.Left[verb]-1), s.span(t.Right[verb]+1, t.Right[content])}
	default:
		return
	}
	if known := s.voices[content]; known >= 0 {
		if voice := v.voiceOf(known); len(voice.parties) > 0 || voice.name != "" {
			return
		}
	}
	a := chancery.Attribution{
		Cue: s.tokens[verb].Span, Speaker: s.span(t.Left[subject], t.Right[subject]), SpeakerMention: -1,
		Sentence: s.index, Verb: chancery.VerbSay, Inside: s.voices[verb], Rule: "arcs",
	}
	if m := s.mentions[subject]; m >= 0 && v.headsMention(s, subject) {
		a.SpeakerMention, a.Speaker = m, v.Mentions[m].Span
	}
	for _, span := range spans {
		if !span.Empty() {
			a.Content = append(a.Content, span)
		}
	}
	replaced := s.voices[content]
	v.Attributions = append(v.Attributions, a)
	for _, span := range a.Content {
		for i := tokenAt(s.tokens, span.Start); i < len(s.tokens) && s.tokens[i].Start < span.End; i++ {
			if s.voices[i] < 0 || s.voices[i] == a.Inside || s.voices[i] == replaced {
				s.voices[i] = len(v.Attributions) - 1
			}
		}
	}
}
