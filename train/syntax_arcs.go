package train

import (
	"fmt"
	"math/rand/v2"

	"chancery/model"
	"chancery/parse"
)

// explore is how often the learner follows its own wrong guess, from the
// second round on, so that it meets the states that its errors lead to.
const explore = 0.9

// arcs learns the transitions on the tags that the examples' words hold.
func (c Syntax) arcs(examples []example, table *parse.Tags, labels []string, lemmas string) (*model.Linear, error) {
	lemmatizer, err := parse.ReadLemmas(lemmas)
	if err != nil {
		return nil, fmt.Errorf("rereading the lemma table: %w", err)
	}
	for i := range examples {
		e := &examples[i]
		for k, token := range e.tree {
			e.words.SetLemma(k+1, lemmatizer.Lemma(token.form, table.XPOS[e.words.Tag(k+1)]))
		}
	}
	numbered := parse.NewLabels(labels)
	trainer := model.NewTrainer(transitions(labels))
	random := rand.New(rand.NewPCG(7, 20211018))
	var state parse.State
	for epoch := range c.ArcEpochs {
		if epoch == c.ThinAfter {
			trainer.Thin(c.ArcFeatures)
		}
		right, all := 0, 0
		for _, i := range order(len(examples), 1, 1, epoch) {
			e := &examples[i]
			state.Start(&e.words, numbered)
			r, a := learnTree(trainer, &state, &e.gold, len(labels), epoch, random)
			right, all = right+r, all+a
		}
		c.Log(fmt.Sprintf("arcs, round %d of %d: %.2f of the steps right", epoch+1, c.ArcEpochs, 100*float64(right)/float64(all)))
	}
	return trainer.Freeze(c.LeastArc), nil
}

// transitions names the classes: SHIFT, LEFT and RIGHT with each label.
func transitions(labels []string) []string {
	names := []string{"SHIFT"}
	for _, side := range []string{"LEFT ", "RIGHT "} {
		for _, label := range labels {
			names = append(names, side+label)
		}
	}
	return names
}

func learnTree(trainer *model.Trainer, state *parse.State, gold *goldTree, labels, epoch int, random *rand.Rand) (right, all int) {
	var room [parse.MostFeatures]model.Feature
	for !state.Done() {
		features := state.Features(room[:0])
		scores := trainer.Scores(features)
		guess := parse.Best(state, scores)
		target, good := gold.best(state, scores, labels, guess)
		all++
		if good {
			right++
			trainer.Update(features, guess, guess)
			state.Do(guess)
			continue
		}
		trainer.Update(features, target, guess)
		if epoch > 0 && random.Float64() < explore {
			state.Do(guess)
		} else {
			state.Do(target)
		}
	}
	return right, all
}
