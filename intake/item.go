// Package intake turns files and streams into documents: plain text, HTML
// pages, JSON in one object, an array or lines, and the daily files of
// Wikipedia's Current Events. Whatever cannot be read is set aside with its
// reason and the rest goes on.
package intake

import (
	"encoding/json"
	"errors"

	"chancery"
)

// Item is one document as it came in.
type Item struct {
	Document chancery.Document
	// Fields holds the members of its JSON object, nil for other forms, so that
	// they can be written out again.
	Fields map[string]json.RawMessage
	// Source is the file and place that the item came from ("news.jsonl:12").
	Source string
	// Err tells why the item was set aside; its Document is then not to be read.
	Err error
}

// Why a document is set aside. Errors of items wrap one of these, or an error
// of the file system.
var (
	ErrEmpty      = errors.New("there is no text in it")
	ErrBinary     = errors.New("this is no text but binary data")
	ErrEncoding   = errors.New("the text is in no encoding that is known here (UTF-8, UTF-16, windows-1251, windows-1252)")
	ErrTooLarge   = errors.New("larger than a document may be")
	ErrNotEnglish = errors.New("the text is not in English")
	ErrNotJSON    = errors.New("not valid JSON")
	ErrNoText     = errors.New(`the object has no "text"`)
	ErrNoArticle  = errors.New("no article was found in the page")
)

// MaxDocument is how many bytes one document (or one line of JSON) may have.
const MaxDocument = 16 << 20

// Options changes how streams are read.
type Options struct {
	// Published is the day of documents that tell none; zero for not known.
	Published chancery.Date
	// AnyLanguage keeps documents that do not look English.
	AnyLanguage bool
}

// finish checks a document and gives it a name.
func (o Options) finish(item Item) Item {
	if item.Err != nil {
		return item
	}
	doc := &item.Document
	if doc.Published.IsZero() {
		doc.Published = o.Published
	}
	switch {
	case len(doc.Text) > MaxDocument:
		item.Err = tooLarge(len(doc.Text))
	case blank(doc.Text):
		item.Err = ErrEmpty
	case !o.AnyLanguage && !English(doc.Text):
		item.Err = ErrNotEnglish
	}
	if doc.ID == "" {
		doc.ID = doc.Hash()
	}
	return item
}
