// Package ledger is the append-only book of the record: documents, what was
// read in them, what people judged, what was withdrawn, each with the time at
// which the ledger came to know it.
//
// A Ledger writes (Record, Judge, Retract); a View reads what the book held at
// one known time and can do nothing else. Nothing entered is ever changed or
// removed, so that every earlier answer can be given again: View.Known tells
// the instant of an answer, and AsOf with that instant gives the same View for
// as long as the book exists.
//
// Entries are named by their content. Recording what the book holds already
// adds nothing, so that a run that broke off is simply run again. A reading of
// a document that was read before, with other claims or by another model,
// supersedes the earlier reading without erasing it: a View shows the claims
// of the latest reading that stands at its known time.
//
// Where entries are kept is a Store's affair: ledger/sqlite and
// ledger/postgres; ledger/ledgertest holds the suite that each must pass, and
// Memory is the plainest Store that does.
package ledger
