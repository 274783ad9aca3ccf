package chancery

// VerbKind groups the cues of attribution by what the speaker does.
type VerbKind string

// The kinds of cue.
const (
	VerbSay      VerbKind = "say"
	VerbClaim    VerbKind = "claim" // allege, insist, suggest: the outlet keeps its distance
	VerbDeny     VerbKind = "deny"
	VerbThreaten VerbKind = "threaten"
	VerbWarn     VerbKind = "warn" // warn, caution: of a danger, or a threat in polite words
	VerbPromise  VerbKind = "promise"
	VerbAgree    VerbKind = "agree"    // agree, consent, accept, ratify
	VerbAsk      VerbKind = "ask"      // ask, demand, urge
	VerbAccuse   VerbKind = "accuse"   // accuse, blame
	VerbCondemn  VerbKind = "condemn"  // condemn, regret, criticise
	VerbPraise   VerbKind = "praise"   // welcome, praise, support
	VerbAnnounce VerbKind = "announce" // announce, declare, order, decide
	VerbReport   VerbKind = "report"   // report, quote, cite: a voice between
	VerbThink    VerbKind = "think"    // believe, expect, fear, hope
	VerbWant     VerbKind = "want"     // want, plan, intend, seek, try
	VerbKnow     VerbKind = "know"     // know, learn, see
)

// Attribution is a stretch of text that is said, thought or wanted by somebody
// whom the text names.
type Attribution struct {
	// Speaker and Cue are empty spans when the text gives no such words.
	Speaker, Cue Span
	// Content is what is said, in one or several pieces, in text order.
	Content []Span
	// SpeakerMention is the index of the speaker's mention, -1 when none.
	SpeakerMention int
	// Sentence is the index of the sentence that holds the cue (or speaker).
	Sentence int
	Verb     VerbKind
	// Quoted is true when the content stands in quotation marks.
	Quoted bool
	// Inside is the index of the attribution in whose content this one stands, -1 for none.
	Inside int
	Rule   string
	// Confidence is between 0 and 1.
	Confidence float64
}
