package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"chancery"
)

// Items reads every document of a stream. source names the stream in messages;
// published is the day of documents that tell none.
func Items(stream io.Reader, source string, published chancery.Date) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		data, err := io.ReadAll(stream)
		if err != nil {
			yield(Item{Source: source, Err: fmt.Errorf("reading %s: %w", source, err)})
			return
		}
		trimmed := bytes.TrimSpace(data)
		if len(trimmed) == 0 || (trimmed[0] != '{' && trimmed[0] != '[') {
			yield(Item{Source: source, Document: named(chancery.Document{Text: string(data), Published: published})})
			return
		}
		decoder := json.NewDecoder(bytes.NewReader(trimmed))
		if trimmed[0] == '[' {
			_, _ = decoder.Token()
		}
		for n := 1; decoder.More(); n++ {
			var raw json.RawMessage
			if err := decoder.Decode(&raw); err != nil {
				yield(Item{Source: fmt.Sprintf("%s:%d", source, n), Err: err})
				return
			}
			if !yield(fromJSON(raw, fmt.Sprintf("%s:%d", source, n), published)) {
				return
			}
		}
	}
}

// ErrNoText is the reason for a JSON object without a "text".
var ErrNoText = errors.New(`the object has no "text"`)

func fromJSON(raw []byte, source string, published chancery.Date) Item {
	item := Item{Source: source}
	if item.Err = json.Unmarshal(raw, &item.Fields); item.Err != nil {
		return item
	}
	get := func(name string) string {
		var value string
		_ = json.Unmarshal(item.Fields[name], &value)
		return value
	}
	doc := chancery.Document{ID: get("id"), Title: get("title"), Publisher: get("publisher"), URL: get("url"), Text: get("text"), Published: published}
	if doc.Text == "" {
		item.Err = ErrNoText
		return item
	}
	if day := get("published"); day != "" {
		parsed, err := chancery.ParseDate(day)
		if err != nil {
			item.Err = fmt.Errorf("published: %w", err)
			return item
		}
		doc.Published = parsed
	}
	item.Document = named(doc)
	return item
}

func named(doc chancery.Document) chancery.Document {
	if doc.ID == "" {
		doc.ID = doc.Hash()
	}
	return doc
}
