package chancery

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Document is one text as it arrived; nothing changes it afterwards.
type Document struct {
	// ID is the name that the source gives the document; Hash() when it gives none.
	ID string
	// Title is the headline; it is not part of Text and no span points into it.
	Title string
	// Published is the day of publication, zero when the source does not tell it.
	Published Date
	// Publisher is the outlet, as the source names it.
	Publisher string
	// URL is where it was found, empty for a file.
	URL string
	// Fetched is when it reached us; zero for a file.
	Fetched time.Time
	// Text is valid UTF-8, its paragraphs separated by blank lines.
	Text string
}

// Hash is the identity of the document's content: the first 16 bytes, in
// hexadecimal, of SHA-256 over title, publisher, day, URL and text.
func (d Document) Hash() string {
	h := sha256.New()
	for _, part := range []string{d.Title, d.Publisher, d.Published.String(), d.URL, d.Text} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
