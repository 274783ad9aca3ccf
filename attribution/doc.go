// Package attribution finds who is said to say, think or want what: speaker,
// cue and content, as in PolNeAR (Newell, Margolin and Ruths 2018).
package attribution
