// Package intake turns files and streams into documents: plain text, HTML,
// and JSON in one object, an array, or lines.
package intake

import (
	"encoding/json"

	"chancery"
)

// Item is one document as it came in, with the fields of its JSON object (nil
// for text and HTML) so that they can be written out again.
type Item struct {
	Document chancery.Document
	Fields   map[string]json.RawMessage
	// Source is the file and place that the item came from ("news.jsonl:12").
	Source string
	// Err tells why the item was set aside; its Document is then not to be read.
	Err error
}
