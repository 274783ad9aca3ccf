// Package read turns a document into a reading: it is the one place that knows
// the order of the stages. It opens no file, no socket and no clock.
package read

import (
	"fmt"

	"chancery"
	"chancery/actor"
	"chancery/attribution"
	"chancery/extract"
	"chancery/parse"
	"chancery/text"
	"chancery/timex"
)

// Options changes what a Reader knows beside its embedded tables.
type Options struct {
	// Tables is a folder with the user's own parties, persons, offices and
	// missions; Rules one with acts and rules. Empty for none.
	Tables, Rules string
}

// Reader reads documents; it is safe for many goroutines.
type Reader struct {
	parser       *parse.Parser
	actors       *actor.Finder
	attributions *attribution.Finder
	acts         *extract.Extractor
}

// New loads models, tables and rules; an error names the file and line of a
// user's table or rule that cannot be read.
func New(options Options) (*Reader, error) {
	parser, err := parse.New()
	if err != nil {
		return nil, fmt.Errorf("loading the parser: %w", err)
	}
	actors, err := actor.New(options.Tables)
	if err != nil {
		return nil, fmt.Errorf("loading the tables of parties: %w", err)
	}
	attributions, err := attribution.New()
	if err != nil {
		return nil, fmt.Errorf("loading the cues of attribution: %w", err)
	}
	acts, err := extract.New(options.Rules)
	if err != nil {
		return nil, fmt.Errorf("loading the rules of acts: %w", err)
	}
	return &Reader{parser, actors, attributions, acts}, nil
}

// Depth tells how far a document is read.
type Depth int

// The depths, each with all that comes before it.
const (
	Tokens Depth = iota
	Syntax
	Mentions
	Attributions
	Acts
)

// Read reads the whole document.
func (r *Reader) Read(doc chancery.Document) chancery.Reading { return r.ReadTo(doc, Acts) }

// ReadTo reads the document as far as depth tells; times come with mentions.
func (r *Reader) ReadTo(doc chancery.Document, depth Depth) chancery.Reading {
	reading := chancery.Reading{Document: doc, Model: Version}
	reading.Sentences = text.Sentences(doc.Text)
	if depth >= Syntax {
		bare, cut := behindLabels(doc.Text, reading.Sentences)
		r.parser.Parse(doc.Text, bare)
		joinLabels(doc.Text, reading.Sentences, cut)
	}
	if depth >= Mentions {
		reading.Mentions = r.actors.Find(doc, reading.Sentences)
		reading.Times = timex.Find(doc, reading.Sentences)
	}
	if depth >= Attributions {
		reading.Attributions = r.attributions.Find(doc, reading.Sentences, reading.Mentions)
	}
	if depth >= Acts {
		title, publisher := extract.OwnLines(doc)
		reading.Claims, reading.Notes = r.acts.Acts(extract.Input{
			Document: doc, Sentences: reading.Sentences, Mentions: reading.Mentions,
			Times: reading.Times, Attributions: reading.Attributions,
			Title: r.line(title), Publisher: r.line(publisher),
		})
		seal(&reading)
	}
	return reading
}

// line reads a line about the document for the parties that it names.
func (r *Reader) line(words string) extract.Line {
	out := extract.Line{Text: words}
	if words != "" {
		sentences := text.Sentences(words)
		r.parser.Parse(words, sentences)
		out.Mentions = r.actors.Find(chancery.Document{Text: words}, sentences)
	}
	return out
}

// Version names the models and rules of this program in every reading.
const Version = "chancery-0.1"

// seal gives every claim its document, day, model and content id.
func seal(reading *chancery.Reading) {
	if reading.Document.Published.IsZero() {
		reading.Notes = append(reading.Notes, chancery.Note{Stage: "document", Reason: "the document tells no publication date, so relative times stay unresolved"})
	}
	hash := reading.Document.Hash()
	for i := range reading.Claims {
		claim := &reading.Claims[i]
		claim.Document, claim.Published, claim.Model = hash, reading.Document.Published, reading.Model
		claim.ID = claim.ContentID()
	}
}
