// Package fold derives events from claims: the claims that tell of one act in
// the world become one Event that keeps every voice.
//
// # How it folds
//
// Fold is a pure function of the claims and the judgements in force; the order
// in which they are given never matters. The claims are first put in an order
// of their own: the exactly dated before the vaguely dated before the undated,
// then by date, by number of parties, by day of publication, by id. In that
// order each claim joins the event that it fits best, or founds a new one.
//
// A claim fits an event when the acts are of one class (acts.txt), the parties
// overlap (one's are contained in the other's, or half of all are common), the
// dates agree within the act's days and the claim's own grain, a place or an
// object told by both does not contradict, and the words are as alike as the
// act asks. Parties, object, count, place and words together give the score
// that chooses between several. Differing counts do not part claims that agree
// in the rest: the event keeps both numbers with who says them. Two acts that
// one document tells apart stay apart unless they are the same in every field.
//
// Candidates are found by class, pair of parties and day; at most 128 of them
// are looked at, the last founded first, so that folding stays near-linear
// whatever is fed to it.
//
// Judgements (root type Judgement) come before (reject, correct, split,
// same-person) and after (merge, accept) that walk.
package fold
