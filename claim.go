package chancery

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Status tells how real an act is in the words of the document.
type Status string

// The statuses (GUIDE rule 19).
const (
	StatusActual     Status = "actual" // done, or announced as decided
	StatusPlanned    Status = "planned"
	StatusThreatened Status = "threatened"
	StatusRequested  Status = "requested"
	StatusPossible   Status = "possible"
	StatusDenied     Status = "denied"
)

// Statuses lists every status in the order of the guide.
func Statuses() []Status {
	return []Status{StatusActual, StatusPlanned, StatusThreatened, StatusRequested, StatusPossible, StatusDenied}
}

// Count is how many people, missions … an act concerns: "from 20 to 10" is
// N 10, From 20.
type Count struct {
	N    int    `json:"n"`
	Of   string `json:"of,omitempty"`
	From *int   `json:"from,omitempty"`
}

// Role is one party of an act with what the text tells of who stands for it.
type Role struct {
	Party    string    `json:"party"`
	Kind     PartyKind `json:"kind,omitempty"`
	Sector   string    `json:"sector,omitempty"`
	Office   string    `json:"office,omitempty"`
	Person   string    `json:"person,omitempty"`
	Original string    `json:"original,omitempty"` // the words of the text
}

// Speaker is one link of the chain of voices on whose word a claim stands.
type Speaker struct {
	Name  string   `json:"name"`
	Party string   `json:"party,omitempty"`
	Cue   string   `json:"cue,omitempty"`
	Verb  VerbKind `json:"verb,omitempty"`
}

// Object is the mission, post, treaty, body or people that an act is about.
type Object struct {
	// Text is the text's own words, Kind the noun class (mission, diplomats,
	// treaty, body, sanctions …), ID the known mission, body or treaty.
	Text string `json:"text"`
	Kind string `json:"kind,omitempty"`
	ID   string `json:"id,omitempty"`
	// Host, Sender and Town describe a mission, where told or known.
	Sender string `json:"sender,omitempty"`
	Host   string `json:"host,omitempty"`
	Town   string `json:"town,omitempty"`
}

// Claim is one document's word that an act took place (or is planned,
// threatened, denied …). It is never changed once made.
type Claim struct {
	// ID is ContentID(); Local is the name inside its reading ("e1").
	ID    string `json:"claim,omitempty"`
	Local string `json:"id"`
	// Document is the hash of the document, Published its day.
	Document  string `json:"document,omitempty"`
	Published Date   `json:"published"`
	// Type and Mode are PLOVER's, Contexts its context list, CAMEO the code,
	// Score the PLOVER score from -10 to 10.
	Type     string   `json:"type"`
	Mode     string   `json:"mode,omitempty"`
	Contexts []string `json:"contexts,omitempty"`
	Act      string   `json:"act"`
	CAMEO    string   `json:"cameo,omitempty"`
	Score    float64  `json:"score"`
	// Actor and Recipient are party codes in text order, never nil in output.
	Actor          []string `json:"actor"`
	Recipient      []string `json:"recipient"`
	ActorRoles     []Role   `json:"actor_roles,omitempty"`
	RecipientRoles []Role   `json:"recipient_roles,omitempty"`
	Status         Status   `json:"status"`
	// Date is when it was done or announced, Effective and Until when it takes
	// effect and ends. DateAnchor tells what Date was resolved against.
	Date       Date       `json:"date"`
	DateAnchor TimeAnchor `json:"date_anchor,omitempty"`
	// DateWords keeps a relative time that could not be resolved.
	DateWords  string  `json:"date_words,omitempty"`
	Effective  Date    `json:"effective"`
	Until      Date    `json:"until"`
	Count      *Count  `json:"count"`
	Object     *Object `json:"object_detail,omitempty"`
	Place      string  `json:"place,omitempty"`
	Reason     string  `json:"reason,omitempty"`
	Conditions string  `json:"conditions,omitempty"`
	// NoConditions is true where the text says that none were laid out.
	NoConditions bool      `json:"no_conditions,omitempty"`
	SaidBy       string    `json:"said_by,omitempty"`
	Speakers     []Speaker `json:"speakers,omitempty"`
	Channel      string    `json:"channel,omitempty"`
	// InResponseTo is the Local name of the act that this one answers.
	InResponseTo string `json:"in_response_to,omitempty"`
	Evidence     string `json:"evidence"`
	// Spans gives the words of the act ("act"), its evidence ("evidence") and
	// of every field that has words of its own, by the field's JSON name.
	Spans map[string][]Span `json:"spans,omitempty"`
	// Background is true for an act outside the report's own news.
	Background bool   `json:"background,omitempty"`
	Rule       string `json:"rule,omitempty"`
	Model      string `json:"model,omitempty"`
	// Confidence is between 0 and 1, calibrated on the development articles;
	// Signs are what it was weighed from, in the names of extract/confidence.txt.
	Confidence float64  `json:"confidence"`
	Signs      []string `json:"-"`
}

// InScope reports whether every party of the claim is a state, a territory
// with its own authorities, or an intergovernmental organisation, represented
// by an official sector: the default scope of the record.
func (c Claim) InScope() bool {
	for _, roles := range [][]Role{c.ActorRoles, c.RecipientRoles} {
		for _, role := range roles {
			switch role.Kind {
			case "", PartyState, PartyTerritory, PartyIGO:
			default:
				return false
			}
			if !OfficialSector(role.Sector) {
				return false
			}
		}
	}
	return true
}

// ContentID is the identity of the claim: what it says, where, in which
// document. Reading the same document twice with the same result gives the
// same ids.
func (c Claim) ContentID() string {
	h := sha256.New()
	count := ""
	if c.Count != nil {
		count = strings.Join([]string{strconv.Itoa(c.Count.N), c.Count.Of}, " ")
	}
	for _, part := range []string{
		c.Document, c.Act, strings.Join(c.Actor, ","), strings.Join(c.Recipient, ","), string(c.Status),
		c.Date.String(), c.Effective.String(), c.Until.String(), count, c.SaidBy, c.Evidence,
	} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	for _, span := range c.Spans["act"] {
		h.Write([]byte(strconv.Itoa(span.Start) + "-" + strconv.Itoa(span.End)))
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}
