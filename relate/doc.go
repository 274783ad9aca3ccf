// Package relate tells what one marked party of a sentence did to another: a
// PLOVER type, a mode and a quad class.
package relate

import "chancery"

// Relation is what the first party did to the second.
type Relation struct {
	Type string // a PLOVER type
	Mode string // a PLOVER mode, or empty
	Quad int    // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Rule string // what decided
}

// Relator holds the lexicon; it is safe for many goroutines.
type Relator struct{}

// New loads the embedded lexicon.
func New() (*Relator, error) { return &Relator{}, nil }

// Relate tells what the party at the actor span did to the one at the
// recipient span; an empty span is a party that is not marked.
func (r *Relator) Relate(text string, sentences []chancery.Sentence, actor, recipient chancery.Span) Relation {
	return Relation{}
}
