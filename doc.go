// Package chancery keeps the record of diplomacy: who did what to whom, on
// whose word, announced when, in effect from when, in answer to what.
//
// # The story on one page
//
// A Document arrives and is never changed. The reading stages point into it:
// sentences and tokens (text), tags and arcs (parse), mentions of parties
// (actor), times (timex), who is said to say what (attribution), and the acts
// themselves (extract). What they find together is a Reading; each act that
// it tells is a Claim: "this document, here, says on X's word that this act
// took place". Claims are appended to a ledger, never rewritten. From a view
// of the ledger, claims of one act in the world fold into an Event, and
// events fold into the standing of missions and of relations at one instant.
//
// This package holds the nouns that those packages share. It carries no
// behaviour beyond validity, identity and printing, and imports the standard
// library alone. Every span is a half-open range of byte offsets into the
// text of its document; nothing derived copies text that it can point at.
package chancery
