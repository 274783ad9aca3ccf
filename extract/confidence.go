package extract

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/pattern"
)

// newWeights reads lines "SIGN WEIGHT"; the error wraps pattern.ErrRule and
// names file and line.
func newWeights(file, text string) (map[string]float64, error) {
	weights := map[string]float64{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		sign, rest, _ := strings.Cut(line, " ")
		weight, err := strconv.ParseFloat(strings.TrimSpace(rest), 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w: want a sign and its weight", file, number, pattern.ErrRule)
		}
		weights[sign] = weight
	}
	return weights, nil
}

// confidence is the chance that an act with these signs is right, by the
// logistic weights of confidence.txt.
func (x *Extractor) confidence(signs []string) float64 {
	sum := 0.0
	for _, sign := range signs {
		sum += x.weights[sign]
	}
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}

// signs tell how a candidate was found, as far as it bears on how sure it is:
// the names of confidence.txt.
func (v *view) signs(c *candidate) []string {
	signs := []string{"always", "type-" + strings.ToLower(c.act.Type), priorOf(c)}
	add := func(sign string, holds bool) {
		if holds {
			signs = append(signs, sign)
		}
	}
	add("noun", c.match.Clause.Nominal)
	add("flat", c.match.Clause.Flat)
	add("told-again", len(c.more) > 0)
	add("not-actual", c.status != chancery.StatusActual)
	add("claimed", c.rule.Fields["voice"] != "")
	add("no-recipient", len(c.recipients) == 0 && !c.act.Either)
	add("no-actor", len(c.actors) == 0)
	add("several-actors", len(codes(c.actors)) > 1)
	add("several-recipients", len(codes(c.recipients)) > 1)
	add("pronoun", v.anyMention(c, func(m *chancery.Mention) bool { return m.Kind == chancery.MentionPronoun }))
	add("guessed", v.anyMention(c, func(m *chancery.Mention) bool { return m.Rule == "scene" }))
	add("actor-elsewhere", c.elsewhere)
	add("long-sentence", c.s.tree.Len() > 40)
	add("quoted", c.voice.attribution >= 0 && c.voice.attribution < len(v.Attributions) && v.Attributions[c.voice.attribution].Quoted)
	if name := filledNames[c.filled]; name != "" {
		signs = append(signs, name)
	}
	slices.Sort(signs)
	return signs
}

// filledNames are the signs of recipients that the act's own clause does not name.
var filledNames = [...]string{
	filledNot: "", filledPronoun: "filled-pronoun", filledObject: "filled-object", filledSentence: "filled-sentence",
	filledRepeat: "filled-repeat", filledBefore: "filled-before", filledTopic: "filled-topic",
}

// priorOf is the sign of how sure the rule's author was.
func priorOf(c *candidate) string {
	p := c.confidence
	if given, err := strconv.ParseFloat(c.rule.Fields["confidence"], 64); err == nil {
		p = given
	}
	switch {
	case p < 0.5:
		return "rule-faint"
	case p < 0.6:
		return "rule-weak"
	case p < 0.7:
		return "rule-fair"
	}
	return "rule-strong"
}

func (v *view) anyMention(c *candidate, fits func(m *chancery.Mention) bool) bool {
	return slices.ContainsFunc(append(slices.Clone(c.actors), c.recipients...), func(p party) bool {
		return p.mention >= 0 && fits(&v.Mentions[p.mention])
	})
}
