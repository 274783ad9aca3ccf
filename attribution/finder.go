package attribution

import (
	_ "embed" // the weights
	"fmt"
	"math"
	"slices"
	"strconv"

	"chancery"
	"chancery/model"
)

//go:embed weights.bin
var weights []byte

// Finder holds the cue tables and models; it is safe for many goroutines.
type Finder struct {
	words lexicon
	// parts tells speakers and content (classes "none", "speaker", "content"),
	// cues tells cues ("no", "yes"). Either is nil while they are learned.
	parts, cues *model.Linear
	// startModel and endModel choose among the edges of a piece of content.
	startModel, endModel *model.Linear
	// nameStart and nameEnd do so for the speaker.
	nameStart, nameEnd *model.Linear
}

// New loads the embedded tables and weights.
func New() (*Finder, error) { return Load(weights) }

// Load is New with other weights, a model.File with the sections "parts",
// "cues", "starts", "ends", "speaker starts" and "speaker ends"; a section that is not there is a model still to
// be learned.
func Load(weights []byte) (*Finder, error) {
	words, err := readLexicon()
	if err != nil {
		return nil, err
	}
	f := &Finder{words: words}
	if len(weights) == 0 {
		return f, nil
	}
	file, err := model.ReadFile(weights)
	if err != nil {
		return nil, fmt.Errorf("loading the weights of attribution: %w", err)
	}
	for name, into := range map[string]**model.Linear{
		"parts": &f.parts, "cues": &f.cues, "starts": &f.startModel, "ends": &f.endModel,
		"speaker starts": &f.nameStart, "speaker ends": &f.nameEnd,
	} {
		if file.Section(name) == nil {
			continue
		}
		if *into, err = file.Linear(name); err != nil {
			return nil, fmt.Errorf("loading the weights of attribution: %w", err)
		}
	}
	return f, nil
}

// Find returns the attributions of the document in text order of their cues.
// It takes any sentences, parsed or not; time is linear in their words.
func (f *Finder) Find(doc chancery.Document, sentences []chancery.Sentence, mentions []chancery.Mention) []chancery.Attribution {
	p := open(doc, sentences, mentions)
	list := f.candidates(p)
	for i := range list {
		f.judge(p, &list[i])
		list[i].score = f.sure(p, &list[i])
	}
	return f.assemble(p, list)
}

// Thresholds on the models' certainty.
const (
	leastSpeaker = 0.25
	leastContent = 0.5
	lastContent  = 0.1 // for the best part when none has leastContent
	leastCue     = 0.32
	sureCue      = 0.97 // of "according to" and "quoted as saying"
	misfit       = 0.3  // of a cue whose object is no content by the tables (-obj)
	leastVoice   = 0.1  // inside another's content
)

// judge asks the part model what each part of the candidate is.
func (f *Finder) judge(p *page, c *candidate) {
	c.speaker, c.content = make([]float64, len(c.parts)), make([]float64, len(c.parts))
	if f.parts == nil {
		return
	}
	most, top := 0.0, -1
	for n := range c.parts {
		var scores model.Scores
		f.parts.Add(f.partFeatures(p, c.sentence, c.token, c.traits, c.parts, n), &scores)
		chances := softmax(scores[:3])
		c.speaker[n], c.content[n] = chances[1], chances[2]
		if len(c.parts[n].runs) == 0 {
			c.speaker[n], c.content[n] = 0, 0
		}
		if c.parts[n].how == "near-" || c.parts[n].how == "near+" {
			c.content[n] = 0
		}
		if c.traits.pos == "ADV" || p.clause(c, n) {
			c.speaker[n] = 0
		}
		if c.speaker[n] > max(most, leastSpeaker) {
			most, c.source = c.speaker[n], n
		}
		if c.content[n] > leastContent {
			c.chosen = append(c.chosen, n)
		}
		if top < 0 || c.content[n] > c.content[top] {
			top = n
		}
	}
	if n := p.quotedSpeaker(c); n >= 0 {
		c.source, c.sureSource = n, true
	}
	if len(c.chosen) == 0 && top >= 0 && top != c.source && c.content[top] > lastContent {
		c.chosen = append(c.chosen, top)
	}
}

// clause tells whether part n is a clause, which cannot speak.
func (p *page) clause(c *candidate, n int) bool {
	part := c.parts[n]
	if part.head < 0 {
		return true
	}
	pos := p.trees[c.sentence].upos(part.head)
	return part.how == "gov" && (pos == "VERB" || pos == "AUX")
}

// quotedSpeaker is the part of "him" in "quoted him as saying", -1 for none.
func (p *page) quotedSpeaker(c *candidate) int {
	t := p.trees[c.sentence]
	if c.token == 0 || t.low[c.token-1] != "as" || t.head[c.token] < 0 || !t.quotes(t.head[c.token]) {
		return -1
	}
	for n, part := range c.parts {
		if part.head >= 0 && part.head == p.subject[p.base[c.sentence]+c.token] && len(part.runs) > 0 {
			return n
		}
	}
	return -1
}

func softmax(scores []float32) [3]float64 {
	var out [3]float64
	sum := 0.0
	for i, s := range scores {
		out[i] = math.Exp(min(float64(s), 60))
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// allFeatures are the cue's own features and what the part model found.
func (f *Finder) allFeatures(p *page, c *candidate) []model.Feature {
	b := bag{f.cueFeatures(p, c.sentence, c.token, c.traits)}
	who, what := "-", ""
	sure := 0.0
	if c.source >= 0 {
		part := c.parts[c.source]
		who = part.how + " " + p.kindAt(c.sentence, part.head)
		b.add("2s", tenths(c.speaker[c.source]), c.traits.pos)
	}
	for _, n := range c.chosen {
		what += p.role(c.sentence, c.token, c.parts[n]) + " "
		sure = max(sure, c.content[n])
	}
	b.add("2c", tenths(sure), c.traits.pos)
	b.add("2ck", tenths(sure), c.traits.kind)
	b.add("2w", what, c.traits.kind)
	b.add("2lw", what, c.traits.lemma)
	b.add("2who", who, c.traits.kind)
	b.add("2whol", who, c.traits.lemma)
	b.add("2ww", who, what, c.traits.pos)
	b.add("2wwk", who, what, c.traits.kind)
	return b.list
}

func tenths(chance float64) string { return strconv.Itoa(int(chance * 10)) }

// unfit tells whether a verb of the tables has a plain object for content
// though a line says that its object is none: "recalled its ambassador".
func (f *Finder) unfit(p *page, c *candidate) bool {
	if c.traits.pos != "VERB" || p.shapeOf(c) != "obj" {
		return false
	}
	return slices.ContainsFunc(f.entries(c.traits.pos, c.traits.lemma, c.traits.particle), func(e entry) bool {
		return slices.Contains(e.shapes, "-obj")
	})
}

// sure is how likely the candidate is a cue, between 0 and 1.
func (f *Finder) sure(p *page, c *candidate) float64 {
	if f.cues == nil {
		return 0
	}
	if p.trees[c.sentence].low[c.token] == "according" && c.source >= 0 && len(c.chosen) > 0 {
		return sureCue
	}
	if quotedAs(p, c) {
		return sureCue
	}
	var scores model.Scores
	f.cues.Add(f.allFeatures(p, c), &scores)
	chance := 1 / (1 + math.Exp(float64(scores[0]-scores[1])))
	if f.unfit(p, c) {
		chance *= misfit
	}
	return chance
}
