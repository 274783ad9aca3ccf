// Package actor finds who is spoken of: names, descriptions, offices, missions
// and pronouns, each resolved to a party where the tables and the text tell it.
//
// The order inside: names from the tables and the tagger (names.go), offices
// and organs with their country and holder (offices.go, holders.go), missions
// (missions.go), place or government (metonymy.go), then what stands for
// something said before (reference.go and its steps). Every mention says by
// its Rule which step made or resolved it.
package actor

import (
	"chancery"
)

// Finder holds the tables; it is safe for many goroutines.
type Finder struct {
	*tables
	tagger *tagger
}

// New loads the embedded tables and, where dir is not empty, the user's own
// tables in that folder (same file names, same columns: parties.txt, names.txt,
// organisations.txt, organs.txt, roles.txt, persons.txt, missions.txt); the
// error names file and line.
func New(dir string) (*Finder, error) {
	base, err := embedded()
	if err != nil {
		return nil, err
	}
	tagger, err := embeddedTagger()
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return &Finder{base, tagger}, nil
	}
	own, err := base.with(dir)
	if err != nil {
		return nil, err
	}
	return &Finder{own, tagger}, nil
}

// NewUntagged is New with the embedded tables alone and without the learned
// tagger of names: what the training of that tagger starts from.
func NewUntagged() (*Finder, error) {
	base, err := embedded()
	return &Finder{tables: base}, err
}

// Find returns the mentions of the document in text order, the longer of two
// that start together first; mentions may lie inside others ("Russian" in
// "the Russian foreign minister").
func (f *Finder) Find(doc chancery.Document, sentences []chancery.Sentence) []chancery.Mention {
	p := newPass(f.tables, doc, sentences)
	p.tagger = f.tagger
	for i := range sentences {
		p.readNames(i)
		p.readTagged(i)
	}
	for i := range sentences {
		p.readOffices(i)
		p.readMissions(i)
		p.readAppointments(i)
		p.readNamedOfficials(i)
	}
	p.settle()
	return p.mentions()
}
