package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// reach is how many words on either side of the parties are read: what stands
// farther away tells nothing about them, and a hostile text costs no more.
const reach = 70

// mostBytes is the longest stretch that is read, parties and all.
const mostBytes = 1 << 15

// kind is what a word can be in its place.
type kind uint8

const (
	anyKind kind = iota
	verbKind
	nounKind
	otherKind
)

// stop is how strongly the punctuation before a word parts it from the last.
type stop uint8

const (
	noStop stop = iota
	comma
	fullStop
)

// word is one word of the line. Inside tells which party's span holds it.
type word struct {
	chancery.Span
	lower    string
	lemma    string   // as the parser has it
	symbols  []symbol // lemmas that it may have, known to the lexicon
	kind     kind
	name     bool // capitalised within a sentence
	passive  bool // a participle after a form of "be"
	before   stop
	light    bool // a number, article or adjective
	led      bool // stands right behind the actor, where a verb is due
	past     bool // an irregular form of a verb
	modifies bool // a participle or adjective before its noun
	joined   bool // by a hyphen to the word before
	inside   party
	// token and head count the word's token and its governor through all
	// sentences, from 1; 0 for none.
	token, head int
	deprel      string
	subject     bool // the actor is its subject
	object      bool // the recipient is its object or stands in a phrase of it
	// place counts words with each party's span as one, so that a long name
	// does not part a verb from its object.
	place  int
	offset int // words of its party before it
}

type party uint8

const (
	nobody party = iota
	actorParty
	recipientParty
)

// line is the stretch of text that is read, with the places of the parties:
// half-open ranges of words, empty when the party is not marked.
type line struct {
	words            []word
	actor, recipient stretch
}

type stretch struct{ first, end int }

func (s stretch) empty() bool { return s.end <= s.first }

// read cuts the text into words around the two parties.
func (l *lexicon) read(text string, sentences []chancery.Sentence, actor, recipient chancery.Span) *line {
	actor, recipient = clip(actor, text), clip(recipient, text)
	spans, stops := scan(text, actor, recipient)
	tags := newTagReader(sentences)
	out := &line{words: make([]word, 0, len(spans))}
	for i, span := range spans {
		w := word{Span: span, lower: fold(span.Of(text)), before: stops[i], joined: i > 0 && spans[i-1].End+1 == span.Start && text[spans[i-1].End] == '-'}
		switch {
		case w.Overlaps(actor) && !actor.Empty():
			w.inside = actorParty
			grow(&out.actor, len(out.words))
		case w.Overlaps(recipient) && !recipient.Empty():
			w.inside = recipientParty
			grow(&out.recipient, len(out.words))
		}
		tags.seek(span.Start)
		w.symbols = l.symbolsOf(w.lower, tags.lemma())
		w.light = tags.light() || isDigit(w.lower[0])
		w.past = len(l.irregular[l.symbols[w.lower]]) > 0
		w.lemma = tags.lemma()
		w.token, w.head, w.deprel = tags.place()
		w.kind, w.modifies = tags.kind(), tags.modifies()
		if w.modifies {
			w.kind = otherKind
		}
		if i > 0 && stops[i] != fullStop && named(span.Of(text)) {
			w.kind, w.name = nounKind, true
		}
		out.words = append(out.words, w)
	}
	if at := out.actor.end; at > 0 && at < len(out.words) && out.words[at].before == noStop {
		out.words[at].led = true
	}
	out.settle()
	out.link()
	return out
}

func clip(span chancery.Span, text string) chancery.Span {
	span.Start, span.End = max(0, span.Start), min(len(text), span.End)
	if span.Empty() {
		return chancery.Span{}
	}
	return span
}

func grow(s *stretch, at int) {
	if s.empty() {
		s.first = at
	}
	s.end = at + 1
}

// settle gives words their places and guesses kinds that no tag told.
func (l *line) settle() {
	place := 0
	for i := range l.words {
		w := &l.words[i]
		if i > 0 && !w.joined && (w.inside == nobody || w.inside != l.words[i-1].inside) {
			place++
		} else if i > 0 && w.inside != nobody && w.inside == l.words[i-1].inside {
			w.offset = l.words[i-1].offset + 1
		}
		w.place = place
		if w.kind == anyKind {
			w.kind = guessKind(l.words, i)
		}
		w.passive = participle(w.lower) && afterBe(l.words, i)
	}
}

// scan finds the words within reach of the parties; stops holds what stands
// before each. Hyphens part words, apostrophes end them.
func scan(text string, actor, recipient chancery.Span) (spans []chancery.Span, stops []stop) {
	from, to := window(text, actor.Union(recipient))
	pending, start := noStop, -1
	for i := from; i <= to; {
		r, size := rune(' '), 1
		if i < to {
			r, size = utf8.DecodeRuneInString(text[i:to])
		}
		if r == ',' && start >= 0 && i+1 < to && isDigit(text[i-1]) && isDigit(text[i+1]) {
			i++ // 10,000 is one word
			continue
		}
		letter := i < to && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
		if letter && start < 0 {
			start = i
		}
		if !letter && start >= 0 {
			spans, stops = append(spans, chancery.Span{Start: start, End: i}), append(stops, pending)
			start, pending = -1, noStop
		}
		if !letter && i < to {
			pending = max(pending, stopOf(r, text, i))
		}
		i += size
	}
	return spans, stops
}

func stopOf(r rune, text string, at int) stop {
	switch r {
	case ',', '(', ')', '"', '“', '”', '—', '–', '[', ']':
		return comma
	case ';', ':', '!', '?', '\n':
		return fullStop
	case '.':
		if abbreviates(text, at) {
			return noStop
		}
		return fullStop
	}
	return noStop
}

// abbreviates reports whether the full stop at this byte ends a word of one or
// two letters or a title ("U.S.", "Gen."), or parts digits.
func abbreviates(text string, at int) bool {
	start := at
	for start > 0 && at-start < 6 && isWordByte(text[start-1]) {
		start--
	}
	before := text[start:at]
	if len(before) <= 2 || at+1 < len(text) && isWordByte(text[at+1]) {
		return true
	}
	switch strings.ToLower(before) {
	case "gen", "mrs", "sen", "rep", "gov", "col", "sgt", "lt", "dec", "nov", "oct", "sept", "aug", "jan", "feb":
		return true
	}
	return false
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= 0x80
}

// window is the stretch of text within reach of the parties, cut at spaces.
func window(text string, parties chancery.Span) (from, to int) {
	from, to = parties.Start, parties.End
	for words := 0; from > 0 && words < reach; from-- {
		if text[from-1] == ' ' {
			words++
		}
	}
	for words := 0; to < len(text) && words < reach; to++ {
		if text[to] == ' ' {
			words++
		}
	}
	from = max(from, parties.Start-16*reach)
	return from, min(to, parties.End+16*reach, len(text), from+mostBytes)
}

// fold writes a word as the lexicon does: lower case, one apostrophe.
func fold(s string) string { return strings.ToLower(s) }
func isDigit(b byte) bool  { return b >= '0' && b <= '9' }

// named reports whether a word is written as a name: a capital, then small
// letters.
func named(s string) bool {
	return len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z'
}
