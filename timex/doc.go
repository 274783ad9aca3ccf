// Package timex finds time expressions and resolves them to TIMEX3 values and
// intervals of the calendar.
//
// A sentence is cut into pieces finer than its tokens; a small grammar over
// the tables in rules reads the longest expression at each piece; the resolver
// then gives the expressions their values in text order, anchored on the day
// of publication or on the time last told. Values follow TimeML 1.2.1
// (TIMEX3), with the conventions of TempEval-3 where the guidelines leave room.
package timex

import (
	"slices"

	"chancery"
)

// Find returns the time expressions of the document in text order, resolved
// against doc.Published and the expressions before them. Without a day of
// publication relative times stay unresolved, in the relative form of TIMEX3.
// Spans rise and do not overlap; a span may lie inside a token where the
// tokenizer does not part what the expression parts. It is safe for many
// goroutines and needs no tags, though tags and arcs tell it the tense.
func Find(doc chancery.Document, sentences []chancery.Sentence) []chancery.TimeExpr {
	s := &sentence{lex: tables()}
	parsers := grammar()
	var all, here []found
	for n := range sentences {
		span := sentences[n].Span
		if span.Start < 0 || span.End > len(doc.Text) || span.Empty() {
			continue
		}
		s.reset(doc.Text, span.Start, span.End)
		here = s.find(here[:0], parsers)
		for i := range here {
			f := here[i]
			f.span = chancery.Span{Start: s.at(f.first).start, End: s.at(f.end - 1).end}
			f.sentence, f.paragraph = n, sentences[n].Paragraph
			f.bracketed, f.naming, f.heading = s.bracketed(f.first), s.naming(&f), s.heading()
			f.cue = s.cue(f.first)
			f.granted = f.form == formDuration && s.is(f.end, "to") && s.allowed(f.first)
			all = append(all, f)
		}
	}
	return resolveAll(doc, sentences, all)
}

func resolveAll(doc chancery.Document, sentences []chancery.Sentence, all []found) []chancery.TimeExpr {
	r := &resolver{published: doc.Published, narrative: tellsHistory(doc.Published, all)}
	all = slices.DeleteFunc(all, func(f found) bool {
		return f.genre == onlyHistory && !r.narrative || f.genre == onlyNews && r.narrative
	})
	out := make([]chancery.TimeExpr, 0, len(all))
	cursor, sentence := 0, -1
	for i := range all {
		f := &all[i]
		tokens := sentences[f.sentence].Tokens
		if f.sentence != sentence {
			cursor, sentence = 0, f.sentence
		}
		for cursor < len(tokens) && tokens[cursor].End <= f.span.Start {
			cursor++
		}
		end := cursor
		for end < len(tokens) && tokens[end].Start < f.span.End {
			end++
		}
		f.tense = f.tenseOf(doc.Text, tokens, cursor)
		if i > 0 && f.relation == "until" && all[i-1].sentence == f.sentence && f.first-all[i-1].end <= 1 {
			f.tense = all[i-1].tense // both ends of a range lie on one side
		}
		e := r.express(f, i)
		e.First, e.End = cursor, end
		if r.inverted(out, &e) {
			if f.form == formWeekday && f.of == nil && all[i-1].dayGrain() {
				r.closeOn(f, &e, out[i-1].From)
			} else if all[i-1].form == formWeekday && !all[i-1].directed && f.dayGrain() {
				r.openOn(&all[i-1], &out[i-1], e.To)
			} else {
				r.reopen(&all[i-1], &out[i-1], e.To)
			}
		}
		out = append(out, e)
	}
	return out
}

// tellsHistory reports whether the text tells of years long past rather than
// the news of its day: then a time without a year belongs to the year told
// before it.
func tellsHistory(published chancery.Date, all []found) bool {
	far, near := 0, 0
	for i := range all {
		m := &all[i].meaning
		switch {
		case m.form == formDate && (m.bc || m.year > 0 && (m.year < published.Year-1 || published.IsZero())):
			far++
		case m.form == formWeekday, m.form == formShift && m.base == fromPublished && m.of == nil, m.form == formUnit && m.base == fromPublished,
			m.form == formDate && m.year >= published.Year:
			near++
		}
	}
	return far >= 6 && far > 2*near
}
