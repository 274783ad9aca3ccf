// Package extract finds what was done: the acts of the record with their
// parties, status, clocks, counts, speakers and answers.
package extract

import "chancery"

// Input is what the earlier stages found in one document.
type Input struct {
	Document     chancery.Document
	Sentences    []chancery.Sentence
	Mentions     []chancery.Mention
	Times        []chancery.TimeExpr
	Attributions []chancery.Attribution
}

// Extractor holds the compiled rules; it is safe for many goroutines.
type Extractor struct{}

// New compiles the embedded rules and, where dir is not empty, the user's own
// acts and rules in that folder; the error names file and line.
func New(dir string) (*Extractor, error) { return &Extractor{}, nil }

// Acts returns the claims of the document, and notes on what was left out.
func (x *Extractor) Acts(in Input) ([]chancery.Claim, []chancery.Note) {
	return nil, nil
}
