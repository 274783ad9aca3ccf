package ledger

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	sums "hash"
	"io"
	"iter"
	"time"

	"chancery"
)

// The first line of a dump names the form, the last one counts its entries.
type dumpHead struct {
	Form  string    `json:"form"`
	Known time.Time `json:"known"`
}

type dumpEnd struct {
	Entries *int64 `json:"entries"`
	// SHA256 is over every line before this one, line ends included.
	SHA256 string `json:"sha256"`
}

// dumpForm is the version of the form.
const dumpForm = "chancery-ledger-1"

// dumpLine is an entry as a dump writes it.
type dumpLine struct {
	Seq        int64               `json:"seq"`
	Known      time.Time           `json:"known"`
	Document   *dumpDocument       `json:"document,omitempty"`
	Claim      json.RawMessage     `json:"claim,omitempty"`
	Reading    *Reading            `json:"reading,omitempty"`
	Judgement  *chancery.Judgement `json:"judgement,omitempty"`
	Retraction *Retraction         `json:"retraction,omitempty"`
}

type dumpDocument struct {
	Hash      string        `json:"hash"`
	ID        string        `json:"id"`
	Title     string        `json:"title,omitempty"`
	Published chancery.Date `json:"published"`
	Publisher string        `json:"publisher,omitempty"`
	URL       string        `json:"url,omitempty"`
	Fetched   *time.Time    `json:"fetched,omitempty"`
	Text      string        `json:"text"`
}

// Dump writes the book as the view holds it as JSON lines: a head, a line for
// each entry, and an end by which a reader knows that all of it is there. It
// may be written while others record.
func Dump(ctx context.Context, out io.Writer, view *View) (entries int64, err error) {
	sum := sha256.New()
	buffer := bufio.NewWriterSize(out, 1<<16)
	lines := json.NewEncoder(io.MultiWriter(buffer, sum))
	lines.SetEscapeHTML(false)
	if err := lines.Encode(dumpHead{dumpForm, view.Known()}); err != nil {
		return 0, err
	}
	for entry, err := range view.Entries(ctx) {
		if err != nil {
			return entries, err
		}
		if err := lines.Encode(lineOf(entry)); err != nil {
			return entries, err
		}
		entries++
	}
	end := dumpEnd{Entries: &entries, SHA256: hex.EncodeToString(sum.Sum(nil))}
	return entries, errors.Join(lines.Encode(end), buffer.Flush())
}

func lineOf(entry Entry) dumpLine {
	line := dumpLine{
		Seq: entry.Seq, Known: entry.Known, Claim: entry.Encoded().Body(), Reading: entry.Reading,
		Judgement: entry.Judgement, Retraction: entry.Retraction,
	}
	if d := entry.Document; d != nil {
		line.Document = &dumpDocument{d.Hash(), d.ID, d.Title, d.Published, d.Publisher, d.URL, nil, d.Text}
		if !d.Fetched.IsZero() {
			line.Document.Fetched = &d.Fetched
		}
	}
	return line
}

// ReadDump yields the entries of a dump, for Store.Load. ErrDamaged for one
// that is cut off or was changed.
func ReadDump(in io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		reader := dumpReader{in: bufio.NewReaderSize(in, 1<<16), sum: sha256.New()}
		for {
			entry, end, err := reader.next()
			if err != nil {
				yield(Entry{}, fmt.Errorf("line %d of the dump: %w: %w", reader.lines, ErrDamaged, err))
				return
			}
			if end || !yield(entry, nil) {
				return
			}
		}
	}
}

type dumpReader struct {
	in      *bufio.Reader
	sum     sums.Hash
	lines   int
	entries int64
}

// next reads a line: an entry, or the end.
func (r *dumpReader) next() (entry Entry, end bool, err error) {
	text, err := r.in.ReadBytes('\n')
	r.lines++
	if errors.Is(err, io.EOF) {
		return entry, false, io.ErrUnexpectedEOF
	}
	if err != nil {
		return entry, false, err
	}
	if r.lines == 1 {
		var head dumpHead
		if err := json.Unmarshal(text, &head); err != nil || head.Form != dumpForm {
			return entry, false, fmt.Errorf("it does not begin as a dump of the form %s", dumpForm)
		}
		r.sum.Write(text)
		return r.next()
	}
	var line struct {
		dumpLine
		dumpEnd
	}
	if err := json.Unmarshal(text, &line); err != nil {
		return entry, false, err
	}
	if line.Entries != nil {
		if *line.Entries != r.entries || line.SHA256 != hex.EncodeToString(r.sum.Sum(nil)) {
			return entry, false, errors.New("the entries are not those that the dump ends with")
		}
		return entry, true, nil
	}
	r.sum.Write(text)
	r.entries++
	entry, err = entryOf(line.dumpLine)
	return entry, false, err
}

func entryOf(line dumpLine) (Entry, error) {
	if line.Claim != nil {
		return StoredClaim(line.Seq, line.Known.UTC(), line.Claim)
	}
	entry := Entry{
		Seq: line.Seq, Known: line.Known.UTC(), Reading: line.Reading,
		Judgement: line.Judgement, Retraction: line.Retraction,
	}
	if d := line.Document; d != nil {
		entry.Document = &chancery.Document{ID: d.ID, Title: d.Title, Published: d.Published, Publisher: d.Publisher, URL: d.URL, Text: d.Text}
		if d.Fetched != nil {
			entry.Document.Fetched = *d.Fetched
		}
		if entry.Document.Hash() != d.Hash {
			return entry, fmt.Errorf("document %s is not what its name says", d.Hash)
		}
	}
	if entry.Kind() == "" {
		return entry, errors.New("it holds no entry")
	}
	return entry, nil
}
