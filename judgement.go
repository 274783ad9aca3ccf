package chancery

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// JudgementKind is what a person may decide about the record.
type JudgementKind string

// The kinds of judgement.
const (
	JudgeAccept          JudgementKind = "accept"           // the claims are right
	JudgeReject          JudgementKind = "reject"           // the claims are wrong: they count for nothing
	JudgeCorrect         JudgementKind = "correct"          // Field of the claims is Value
	JudgeMerge           JudgementKind = "merge"            // the claims tell of one event
	JudgeSplit           JudgementKind = "split"            // the claims are an event of their own, apart from all others
	JudgeSamePerson      JudgementKind = "same-person"      // the Names are one person's; the first is shown
	JudgeDifferentPerson JudgementKind = "different-person" // the Names are not one person's
	JudgeUndo            JudgementKind = "undo"             // Undoes counts for nothing from now on
)

// JudgementKinds lists every kind in the order of the constants.
func JudgementKinds() []JudgementKind {
	return []JudgementKind{JudgeAccept, JudgeReject, JudgeCorrect, JudgeMerge, JudgeSplit, JudgeSamePerson, JudgeDifferentPerson, JudgeUndo}
}

// Judgement is what a person decided about the record, and why. It names
// claims, never events: events are derived and may change, claims do not. It
// is entered in the ledger, never written into a claim, and is withdrawn by a
// later judgement of kind undo.
type Judgement struct {
	// ID is ContentID(); the ledger fills it when it is empty.
	ID     string        `json:"id"`
	Kind   JudgementKind `json:"kind"`
	Author string        `json:"author"`
	Reason string        `json:"reason,omitempty"`
	// At is when it was made: the known time that the ledger gave it. Later
	// judgements win over earlier ones.
	At time.Time `json:"at"`
	// Claims are the ids of the claims that it is about.
	Claims []string `json:"claims,omitempty"`
	// Field is the JSON name of the claim's field that is corrected and Value
	// what it is: lists separated by commas, counts as "10" or "20>10", dates
	// with their grain, "-" for nothing told.
	Field string `json:"field,omitempty"`
	Value string `json:"value,omitempty"`
	// Names are the names of persons that are or are not one person's.
	Names []string `json:"names,omitempty"`
	// Undoes is the id of the judgement that is withdrawn.
	Undoes string `json:"undoes,omitempty"`
}

// ContentID is the identity of the judgement: who decided what, when.
func (j Judgement) ContentID() string {
	h := sha256.New()
	for _, part := range []string{
		string(j.Kind), j.Author, j.Reason, j.At.UTC().Format(time.RFC3339Nano),
		strings.Join(j.Claims, ","), j.Field, j.Value, strings.Join(j.Names, "\n"), j.Undoes,
	} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return "j" + hex.EncodeToString(h.Sum(nil)[:8])
}
