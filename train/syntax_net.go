package train

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"chancery/model"
	"chancery/parse"
)

// Sizes of the net that no setting changes.
const (
	formWidth, spellingWidth, tagWidth, vectorWidth = 64, 64, 32, 64
	arcWidth, relationWidth                         = 128, 128
	// rareForm and rareSpelling are the counts under which a form or spelling has no row.
	rareForm, rareSpelling = 2, 3
	// shards is how many passes a batch is cut into.
	shards = 2
	// warm is the number of steps in which the rate rises.
	warm = 300
)

// learnNet learns the net on the tags that the examples' words hold, and adds it to the file.
func (c Syntax) learnNet(examples []example, tags, labels int, file model.File) ([]byte, error) {
	vectors, err := c.vectors(examples)
	if err != nil {
		return nil, err
	}
	features, forms := vocabularies(examples)
	features.Vectors = vectors.numbers
	shape := model.Shape{
		Tables: []model.Table{
			{Rows: features.Forms.Rows(), Width: formWidth},
			{Rows: features.Spellings.Rows(), Width: spellingWidth},
			{Rows: tags + 1, Width: tagWidth},
			{Rows: features.Vectors.Rows(), Width: vectorWidth, Fixed: true},
		},
		Hidden: c.Hidden, Layers: c.Layers, TagLayer: c.TagLayer,
		Tags: tags, Arc: arcWidth, Relation: relationWidth, Relations: labels,
	}
	net := model.NewNet(shape, rand.New(rand.NewPCG(11, 20211018)))
	net.SetVectors(parse.VectorTable, vectors.values)
	file.Put("forms", features.Forms.AppendTo(nil))
	file.Put("spellings", features.Spellings.AppendTo(nil))
	file.Put("vectors", features.Vectors.AppendTo(nil))
	learner := model.NewLearner(net, shards)
	steps := 0
	for _, e := range examples {
		steps += len(e.tree)
	}
	steps = max(1, steps*c.Epochs/c.Batch)
	step := 0
	for epoch := range c.Epochs {
		var sum model.Loss
		for _, batch := range c.batches(examples, epoch) {
			golds := tellBatch(learner, examples, batch, &features, forms, epoch, step)
			loss := learner.Learn(golds, c.rate(step, steps), uint64(step))
			step++
			sum.Tag, sum.Head, sum.Relation, sum.Tokens = sum.Tag+loss.Tag, sum.Head+loss.Head, sum.Relation+loss.Relation, sum.Tokens+loss.Tokens
		}
		n := float64(sum.Tokens)
		c.Log(fmt.Sprintf("net, round %d of %d: loss %.3f tags, %.3f heads, %.3f relations", epoch+1, c.Epochs, sum.Tag/n, sum.Head/n, sum.Relation/n))
		if c.Watch != nil {
			now := file
			now.Put("net", net.AppendTo(nil))
			c.Watch(epoch, now.Bytes())
		}
	}
	file.Put("net", net.AppendTo(nil))
	return file.Bytes(), nil
}

// rate rises in the first steps and then falls in a straight line to nothing.
func (c Syntax) rate(step, steps int) float64 {
	rise := min(warm, steps/4+1)
	if step < rise {
		return c.Rate * float64(step+1) / float64(rise)
	}
	return c.Rate * max(0.01, float64(steps-step)/float64(steps-rise+1))
}

// batches cuts the shuffled sentences into lots of about Batch tokens; sentences
// of like length are near each other.
func (c Syntax) batches(examples []example, epoch int) [][]int {
	all := order(len(examples), 1, 1, epoch)
	const lot = 1000
	for from := 0; from < len(all); from += lot {
		part := all[from:min(from+lot, len(all))]
		slices.SortStableFunc(part, func(a, b int) int { return len(examples[a].tree) - len(examples[b].tree) })
	}
	var batches [][]int
	var open []int
	tokens := 0
	for _, i := range all {
		open = append(open, i)
		if tokens += len(examples[i].tree); tokens >= c.Batch {
			batches, open, tokens = append(batches, open), nil, 0
		}
	}
	if len(open) > 0 {
		batches = append(batches, open)
	}
	random := rand.New(rand.NewPCG(uint64(epoch), 20211101))
	random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
	return batches
}

// hide is how easily forms are hidden in learning: a form met n times is
// hidden in hide/(hide+n) of its places (Kiperwasser and Goldberg 2016).
const hide = 0.3

// tellBatch fills the passes with the batch's sentences and lists their right answers.
func tellBatch(learner *model.Learner, examples []example, batch []int, features *parse.Features, forms map[model.Feature]int, epoch, step int) [][]model.Gold {
	random := rand.New(rand.NewPCG(uint64(step), uint64(epoch)))
	golds := make([][]model.Gold, shards)
	for shard := range shards {
		learner.Pass(shard).Clear()
	}
	for k, i := range batch {
		e := &examples[i]
		features.Tell(learner.Pass(k%shards), &e.words, func(token int) bool {
			return random.Float64() < hide/(hide+float64(forms[e.words.Form(token)]))
		})
		golds[k%shards] = append(golds[k%shards], e.gold)
	}
	return golds
}

// vocabularies numbers the forms and spellings that occur often enough; forms
// are counted.
func vocabularies(examples []example) (parse.Features, map[model.Feature]int) {
	forms, spellings := map[model.Feature]int{}, map[model.Feature]int{}
	var room [parse.MostTagFeatures]model.Feature
	for i := range examples {
		w := &examples[i].words
		for k := 1; k <= w.Len(); k++ {
			forms[w.Form(k)]++
			for _, f := range w.Spelling(room[:0], k) {
				spellings[f]++
			}
		}
	}
	return parse.Features{
		Forms:     model.NewVocabulary(parse.FirstForm, frequent(forms, rareForm)),
		Spellings: model.NewVocabulary(0, frequent(spellings, rareSpelling)),
	}, forms
}

func frequent(counted map[model.Feature]int, least int) []model.Feature {
	var out []model.Feature
	for f, n := range counted {
		if n >= least {
			out = append(out, f)
		}
	}
	return out
}
