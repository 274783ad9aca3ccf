package chancery

// Note tells what a reading left out or could not settle, and why, as a
// sentence for a person.
type Note struct {
	Span   Span   `json:"span"`
	Stage  string `json:"stage"`
	Reason string `json:"reason"`
}

// Reading is a document with all that was found in it.
type Reading struct {
	Document     Document
	Sentences    []Sentence
	Mentions     []Mention
	Times        []TimeExpr
	Attributions []Attribution
	Claims       []Claim
	Notes        []Note
	// Model names the program's models and rules, so that a later reading of
	// the same document can be told from this one.
	Model string
}
