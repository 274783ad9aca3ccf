package train

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"chancery"
	"chancery/model"
	"chancery/parse"
)

// Syntax says how the model of package parse is learned.
type Syntax struct {
	// EWT and GUM are the treebanks' folders (released or flat layout) or training files.
	EWT, GUM string
	// Texts are folders of raw text that vectors of words are learned from.
	Texts []string
	// Made is how many sentences are drawn from the grammar made.txt.
	Made int
	// TagEpochs are the tagger's rounds over the treebank, VectorEpochs those
	// over the raw text, Epochs those of the net.
	TagEpochs, VectorEpochs, Epochs int
	// ThinAfter is the round after which only the TagFeatures strongest
	// features of the tagger are kept and learned on; LeastTag is the weight under
	// which a cell is dropped in the end.
	ThinAfter, TagFeatures int
	LeastTag               float64
	// Folds is how many parts the treebank is cut into so that each is tagged
	// by a tagger that has not seen it.
	Folds int
	// Workers is how many taggers are learned at once; it changes no byte of the model.
	Workers int
	// Hidden, Layers and TagLayer are sizes of the net (model.Shape).
	Hidden, Layers, TagLayer int
	// Rate is the highest step of the net's learning, Batch the tokens of a step.
	Rate  float64
	Batch int
	// Watch, where it is not nil, is told the model's file after some rounds.
	Watch func(epoch int, file []byte)
	// Log is told the progress, a line each time.
	Log func(string)
}

// example is a sentence made ready for learning.
type example struct {
	tree  tree
	words parse.Words
	tags  []int
	gold  model.Gold
}

// Model learns the syntax model and returns its file. The same treebanks and
// settings give the same bytes on every processor with fused multiplication.
func (c Syntax) Model() ([]byte, error) {
	trees, err := readTreebank(c.EWT, "ewt")
	if err != nil {
		return nil, err
	}
	more, err := readTreebank(c.GUM, "gum")
	if err != nil {
		return nil, err
	}
	trees = append(trees, more...)
	if more, err = madeTrees(c.Made); err != nil {
		return nil, err
	}
	trees = append(trees, more...)
	tags := frequentTags(trees)
	table, err := parse.NewTags(tags)
	if err != nil {
		return nil, err
	}
	labels := relations(trees)
	examples := prepare(trees, tags, labels)
	c.Log(fmt.Sprintf("%d sentences, %d tags, %d relations", len(examples), len(tags), len(labels)))
	lemmas, err := lemmaTable(trees)
	if err != nil {
		return nil, err
	}
	first := c.tagger(examples, tags, table)
	var file model.File
	file.Put("labels", []byte(strings.Join(labels, "\n")))
	file.Put("lemmas", []byte(lemmas))
	file.Put("tags", first.AppendTo(nil))
	return c.learnNet(examples, len(tags), len(labels), file)
}

// rareTag is the count under which a joint tag is taken for an error.
const rareTag = 3

// frequentTags are the joint tags that occur at least rareTag times, sorted.
func frequentTags(trees []tree) []string {
	seen := counts{}
	for _, t := range trees {
		for _, token := range t {
			seen[token.tag]++
		}
	}
	var tags []string
	for tag, n := range seen {
		if n >= rareTag {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags)
	return tags
}

// relations are the relations of the trees, the most frequent 100, root first.
func relations(trees []tree) []string {
	seen := counts{}
	for _, t := range trees {
		for _, token := range t {
			seen[token.relation]++
		}
	}
	labels := []string{"root"}
	delete(seen, "root")
	for len(seen) > 0 && len(labels) < 100 {
		name, n := seen.most()
		if n < rareTag {
			break
		}
		labels = append(labels, name)
		delete(seen, name)
	}
	return labels
}

func prepare(trees []tree, tags, labels []string) []example {
	examples := make([]example, 0, len(trees))
	for _, t := range trees {
		n := len(t) + 1
		e := example{tree: t, tags: make([]int, len(t)), gold: model.Gold{Tags: make([]int, n), Heads: make([]int, n), Relations: make([]int, n)}}
		text, tokens := treeText(t)
		e.words.Fill(text, tokens)
		for i, token := range t {
			e.tags[i] = max(0, slices.Index(tags, token.tag))
			relation := slices.Index(labels, token.relation)
			if relation < 0 {
				base, _, _ := strings.Cut(token.relation, ":")
				relation = max(1, slices.Index(labels, base))
			}
			e.gold.Tags[i+1], e.gold.Heads[i+1], e.gold.Relations[i+1] = e.tags[i], token.head, relation
		}
		examples = append(examples, e)
	}
	return examples
}

// treeText is the text of a tree, a space between all tokens.
func treeText(t tree) (string, []chancery.Token) {
	var text strings.Builder
	tokens := make([]chancery.Token, len(t))
	for i, token := range t {
		tokens[i].Start = text.Len()
		text.WriteString(token.form)
		tokens[i].End = text.Len()
		text.WriteByte(' ')
	}
	return text.String(), tokens
}

// tagger learns the tagger. The sentences' words get the tags of taggers that
// have not seen them.
func (c Syntax) tagger(examples []example, tags []string, table *parse.Tags) *model.Linear {
	models := make([]*model.Linear, c.Folds+1)
	c.each(c.Folds+1, func(fold int) {
		models[fold] = c.onePart(examples, tags, table, fold)
		c.Log(fmt.Sprintf("tagger, part %d of %d", fold+1, c.Folds+1))
	})
	right, all := 0, 0
	for fold := range c.Folds {
		tagger, _ := parse.NewTagger(models[fold])
		var scores model.Scores
		for i := fold; i < len(examples); i += c.Folds {
			e := &examples[i]
			tagger.First(&e.words, &scores)
			for k, tag := range e.tags {
				all++
				if table.UPOS[e.words.Tag(k+1)] == table.UPOS[tag] {
					right++
				}
			}
		}
	}
	c.Log(fmt.Sprintf("UPOS of the tagger on unseen parts: %.2f", 100*float64(right)/float64(all)))
	return models[c.Folds]
}

// each runs work for 0..n-1, at most Workers at a time.
func (c Syntax) each(n int, work func(int)) {
	var group sync.WaitGroup
	slots := make(chan struct{}, max(1, c.Workers))
	for i := range n {
		slots <- struct{}{}
		group.Go(func() { work(i); <-slots })
	}
	group.Wait()
}

// order is the sentences outside the fold, shuffled the same way every time.
func order(n, folds, fold, epoch int) []int {
	var out []int
	for i := range n {
		if i%folds != fold || fold == folds {
			out = append(out, i)
		}
	}
	random := rand.New(rand.NewPCG(uint64(epoch), 20211018))
	random.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (c Syntax) onePart(examples []example, tags []string, table *parse.Tags, fold int) *model.Linear {
	trainer := model.NewTrainer(tags)
	var room [parse.MostTagFeatures]model.Feature
	for epoch := range c.TagEpochs {
		if epoch == c.ThinAfter {
			trainer.Thin(c.TagFeatures)
		}
		for _, i := range order(len(examples), c.Folds, fold, epoch) {
			e := &examples[i]
			words := e.words.Untagged()
			for k, gold := range e.tags {
				guess := trainer.Learn(words.TagFeatures(room[:0], k+1), gold)
				words.SetTag(k+1, guess, table.Pos[guess])
			}
		}
	}
	return trainer.Freeze(c.LeastTag)
}
