// Package extract finds what was done: the acts of the record with their
// parties, status, clocks, counts, speakers and answers.
//
// Frames (rules/*.txt over classes.txt) are matched at every token; a frame
// that fits makes a candidate. Operators (operators.txt) round the anchor then
// tell how real it is; speech acts take over what stands in their scope;
// mentions of one act are merged; dates, counts, speakers and answers are read
// from the words round it; what is unsure or out of scope is left out with a
// note.
package extract
