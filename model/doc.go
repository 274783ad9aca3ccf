// Package model is the learned engine: hashed features to scores. It knows no
// linguistics. A Trainer learns an averaged perceptron with whole numbers, so
// that the same examples in the same order give the same weights bit for bit;
// Freeze turns it into a Linear, whose weights are kept in eight bits each; a
// File holds several of them beside plain tables.
//
// The way of use, for a tagger or any choice between classes:
//
//	trainer := model.NewTrainer([]string{"no", "yes"})
//	for each epoch, each example {
//		features = features[:0] ... append(features, model.Hash(1, word), model.Hash(2, word, tag))
//		trainer.Learn(features, gold)
//	}
//	linear := trainer.Freeze(1.0)       // weights under 1.0 are dropped
//	class := linear.Best(features)      // an index of linear.Classes
//
// For a sequence, put the classes chosen before into the features, or add up
// Scores in a Viterbi search.
package model
