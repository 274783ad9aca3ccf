// Package relations derives how missions and pairs of parties stand from
// events: which mission works, how many staff it may have, who was sent home,
// which measures are in force, who answered whom, how tense it is. It is a pure
// fold; it knows no clock and no store.
//
// # How it folds
//
// A standing is asked for one day, On. Events that were announced after that
// day do not exist for it; events announced by then that take effect later are
// pending; the rest are entered in the order of their taking effect. An act
// with no effective date of its own counts from the day of its announcement,
// and the standing says so (EffectiveNotTold). An act dated to a month or a
// year counts from its last day, or from its first report if that is earlier;
// one with no date counts from its first report. Only acts that are actual count; planned and threatened ones
// are pending, possible and denied ones are gaps and conflicts.
//
// What the texts leave open or contradict is told in Gaps and Conflicts, never
// settled silently. Every line lists the events, claims and words that it
// rests on.
//
// Which mission an act is about is read from the object's words (identify.go):
// the kind from the words for missions in ontology, sender and host from the
// names beside them, the town, and where the words leave it open from who does
// such an act to whom. It is then looked up among the known missions; one that
// is not known comes into being.
package relations
