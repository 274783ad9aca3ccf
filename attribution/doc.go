// Package attribution finds who is said to say, think or want what: speaker,
// cue and content, as in PolNeAR (Newell, Margolin and Ruths 2018).
package attribution

import "chancery"

// Finder holds the cue tables; it is safe for many goroutines.
type Finder struct{ words lexicon }

// New loads the embedded tables.
func New() (*Finder, error) { return &Finder{}, nil }

// Find returns the attributions of the document in text order of their cues.
func (f *Finder) Find(doc chancery.Document, sentences []chancery.Sentence, mentions []chancery.Mention) []chancery.Attribution {
	return nil
}
