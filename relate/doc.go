// Package relate tells what one marked party of a sentence did to another: a
// PLOVER type, a mode and a quad class.
//
// The knowledge is a written lexicon (lexicon/*.txt): patterns of lemmas, each
// with the type and mode that it tells, and operators ("agree to", "refuse to",
// "lift", "threaten to") that change the type of what stands in their scope.
// Matches compose from the innermost outwards; the group that stands best
// between the two parties decides.
package relate

import (
	"fmt"

	"chancery"
)

// Relation is what the first party did to the second.
type Relation struct {
	Type string // a PLOVER type
	Mode string // a PLOVER mode, or empty
	Quad int    // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Rule string // what decided
}

// Relator holds the lexicon; it is safe for many goroutines.
type Relator struct{ lexicon *lexicon }

// New loads the embedded lexicon; an error names the file and line that
// cannot be read.
func New() (*Relator, error) {
	loaded, err := embedded()
	if err != nil {
		return nil, fmt.Errorf("loading the lexicon of relations: %w", err)
	}
	return &Relator{loaded}, nil
}

// Relate tells what the party at the actor span did to the one at the
// recipient span; an empty span is a party that is not marked. Sentences may
// be nil: tags, lemmas and arcs sharpen the answer but are not needed. The
// type is always one of PLOVER's sixteen and the quad class one of 1 to 4.
func (r *Relator) Relate(text string, sentences []chancery.Sentence, actor, recipient chancery.Span) Relation {
	line := r.lexicon.read(text, sentences, actor, recipient)
	found := r.lexicon.matches(line)
	groups := r.lexicon.compose(line, found)
	if len(groups) == 0 && len(sentences) > 0 {
		return r.Relate(text, nil, actor, recipient) // the tags may be wrong
	}
	return r.lexicon.choose(line, groups)
}
