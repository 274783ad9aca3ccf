package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"chancery"
)

// Kind tells what sort of entry it is.
type Kind string

// The kinds of entry.
const (
	KindDocument   Kind = "document"
	KindReading    Kind = "reading"
	KindClaim      Kind = "claim"
	KindJudgement  Kind = "judgement"
	KindRetraction Kind = "retraction"
)

// Entry is one line of the book. Exactly one of the pointers is set.
type Entry struct {
	// Seq is the entry's place in the book, from 1, rising with Known; a store
	// gives it. Numbers may be skipped.
	Seq int64
	// Known is when the ledger recorded it, UTC, to the microsecond. Entries of
	// one Append share it; later ones have a later one.
	Known      time.Time
	Document   *chancery.Document
	Claim      *chancery.Claim
	Reading    *Reading
	Judgement  *chancery.Judgement
	Retraction *Retraction

	// key and body are what Encoded gives, where that is known already.
	key  string
	body []byte
}

// Kind tells which of the pointers is set; empty when none is.
func (e Entry) Kind() Kind {
	switch {
	case e.Document != nil:
		return KindDocument
	case e.Claim != nil:
		return KindClaim
	case e.Reading != nil:
		return KindReading
	case e.Judgement != nil:
		return KindJudgement
	case e.Retraction != nil:
		return KindRetraction
	}
	return ""
}

// Key is the entry's identity: entries with the same kind and key are one
// entry. It is the document's hash, the claim's ClaimKey, or the id of the
// reading, judgement or retraction.
func (e Entry) Key() string {
	if e.key != "" {
		return e.key
	}
	switch e.Kind() {
	case KindDocument:
		return e.Document.Hash()
	case KindClaim:
		key, _ := encodeClaim(*e.Claim)
		return key
	case KindReading:
		return e.Reading.ID
	case KindJudgement:
		return e.Judgement.ID
	case KindRetraction:
		return e.Retraction.ID
	}
	return ""
}

// Reading is the entry that says: this document, read by this model, tells
// these claims and no others.
type Reading struct {
	// ID is made from document, model and claims.
	ID string `json:"id"`
	// Document is the hash of the document, Model the name of what read it.
	Document string `json:"document"`
	Model    string `json:"model"`
	// Claims are the ClaimKeys of its claims, in text order.
	Claims []string `json:"claims"`
	// Notes tell what was left out, and why.
	Notes []chancery.Note `json:"notes,omitempty"`
}

// ContentID is the identity of the reading: "r" and 12 bytes, in hexadecimal,
// of the hash of document, model and claims.
func (r Reading) ContentID() string {
	return "r" + hash(12, r.Document, r.Model, strings.Join(r.Claims, ","))
}

// Encoded gives the entry with its key and, for a claim, its JSON worked out, so
// that a store need not do it again and again.
func (e Entry) Encoded() Entry {
	if e.key == "" && e.Claim != nil {
		e.key, e.body = encodeClaim(*e.Claim)
	}
	e.key = e.Key()
	return e
}

// StoredClaim is the entry of a claim from the JSON by which it is kept. Its key
// is that of the very bytes, whatever fields later versions of a claim have.
func StoredClaim(seq int64, known time.Time, body []byte) (Entry, error) {
	claim, err := ParseClaim(string(body))
	if err != nil {
		return Entry{}, err
	}
	return Entry{Seq: seq, Known: known, Claim: &claim, key: claim.ID + "." + hash(4, string(body)), body: body}, nil
}

// Body is the JSON of a claim as it is kept: without the model, which is the
// reading's. It is nil for other entries and those that are not Encoded.
func (e Entry) Body() []byte { return e.body }

// ClaimKey is the identity of a claim with every field it has: its id, a dot
// and 4 bytes, in hexadecimal, of the hash of its JSON without the model. Two
// models that find the very same claim share one entry; a model that finds
// more of the same words (a place, an office) makes a new entry of one id.
func ClaimKey(c chancery.Claim) string {
	key, _ := encodeClaim(c)
	return key
}

func encodeClaim(c chancery.Claim) (key string, body []byte) {
	c.Model, c.ID = "", c.ContentID()
	body, err := json.Marshal(c)
	if err != nil { // a score that is no number; Record refuses those
		body = fmt.Appendf(nil, "%#v", c)
	}
	return c.ID + "." + hash(4, string(body)), body
}

// hash is the first n bytes, in hexadecimal, of SHA-256 over the parts, each
// ended by a zero byte.
func hash(n int, parts ...string) string {
	h := sha256.New()
	for _, part := range parts {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:n])
}

// Retraction withdraws a document, a reading or a claim: views at its known
// time and later do not show it. A judgement of kind undo whose Undoes is the
// retraction's id lets it stand again.
type Retraction struct {
	// ID is made from the other fields; Retract fills it when it is empty.
	ID string `json:"id"`
	// Target is a document's hash, a reading's id or a claim's id; What tells which.
	Target string    `json:"target"`
	What   Kind      `json:"what"`
	Author string    `json:"author"`
	Reason string    `json:"reason,omitempty"`
	At     time.Time `json:"at"`
}

// ContentID is the identity of the retraction: "x" and 8 bytes, in hexadecimal,
// of the hash of the other fields.
func (r Retraction) ContentID() string {
	return "x" + hash(8, r.Target, string(r.What), r.Author, r.Reason, r.At.UTC().Format(time.RFC3339Nano))
}

// Errors of the ledger; what is returned wraps one of these, or an error of
// the database.
var (
	// ErrNotFound is returned where an entry is asked for, judged or retracted
	// that the view does not hold.
	ErrNotFound = errors.New("not in the ledger")
	// ErrInvalid is returned for an entry that contradicts itself.
	ErrInvalid = errors.New("not a valid entry")
	// ErrNotEmpty is returned by a restore into a ledger that holds entries.
	ErrNotEmpty = errors.New("the ledger is not empty")
	// ErrDamaged is returned for a store whose file or tables are not whole.
	ErrDamaged = errors.New("the ledger is damaged")
	// ErrForeign is returned for a database that another program made.
	ErrForeign = errors.New("this is another program's database and no ledger")
	// ErrNewer is returned for a ledger that a newer version of the program made.
	ErrNewer = errors.New("the ledger was made by a newer version of this program")
)
