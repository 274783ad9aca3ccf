package relate

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"

	"chancery/model"
)

//go:embed weights.bin
var weights []byte

// Classes are the types that the learned judge tells apart, in the order of
// its model: PLOVER's, with CONCEDE and RETREAT as the older YIELD.
func Classes() []string {
	return []string{"ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
		"REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"}
}

// Class is the class of a PLOVER type; -1 for a word that names none.
func Class(event string) int {
	if event == "CONCEDE" || event == "RETREAT" {
		event = "YIELD"
	}
	return slices.Index(Classes(), event)
}

// trust is what the written rules' own answer is worth to the judge.
const trust = 1

// Evidence is what the judge hears about two parties: what the rules found
// and which words stand where.
type Evidence struct{ Rules, Words []model.Feature }

// Templates of features.
const (
	rankFeature = iota + 1
	ruleFeature
	shortFeature
	wordFeature
	nearFeature
	pairFeature
)

func readJudge() (*model.Linear, error) {
	judge, err := model.ReadLinear(weights)
	if err != nil {
		return nil, fmt.Errorf("reading weights.bin: %w", err)
	}
	if !slices.Equal(judge.Classes, Classes()) {
		return nil, fmt.Errorf("weights.bin tells %v apart", judge.Classes)
	}
	return judge, nil
}

// judged lets the learned judge decide among what the rules found; the mode
// and the rule are those of the best group that tells its class.
func (r *Relator) judged(in *line, ranked []ranking) Relation {
	evidence := r.lexicon.evidence(in, ranked)
	var scores model.Scores
	r.judge.Add(evidence.Rules, &scores)
	r.judge.Add(evidence.Words, &scores)
	if len(ranked) > 0 {
		scores[Class(ranked[0].group.event)] += trust
	}
	class := scores.Best(len(r.judge.Classes))
	for _, rank := range ranked {
		if g := rank.group; Class(g.event) == class {
			return Relation{Type: g.event, Mode: g.mode, Quad: quads[g.event], Rule: g.rule}
		}
	}
	event := r.judge.Classes[class]
	if event == "YIELD" {
		event = "CONCEDE"
	}
	return Relation{Type: event, Quad: quads[event], Rule: "learned"}
}

// evidence lists the features of a line: the types and rules of the three best
// groups, how far each type falls short, and the words by their place.
func (l *lexicon) evidence(in *line, ranked []ranking) Evidence {
	var e Evidence
	for i, rank := range ranked[:min(3, len(ranked))] {
		e.Rules = append(e.Rules, model.Hash(rankFeature, string(rune('0'+i)), Classes()[Class(rank.group.event)]),
			model.Hash(ruleFeature, rank.group.key))
	}
	told := map[int]bool{}
	for _, rank := range ranked {
		class := Class(rank.group.event)
		if !told[class] {
			told[class] = true
			short := int(math.Min(6, 2*(ranked[0].worth-rank.worth)))
			e.Rules = append(e.Rules, model.Hash(shortFeature, Classes()[class], string(rune('0'+short))))
		}
	}
	before := ""
	for i := range in.words {
		w := &in.words[i]
		lemma, where := strings.ToLower(w.lemma), in.where(i)
		if lemma == "" {
			lemma = w.lower
		}
		e.Words = append(e.Words, model.Hash(wordFeature, where, lemma))
		if where == "between" {
			e.Words = append(e.Words, model.Hash(pairFeature, before, lemma))
			if i < in.actor.end+5 {
				e.Words = append(e.Words, model.Hash(nearFeature, lemma))
			}
		}
		before = lemma
	}
	return e
}

// where names the stretch that a word stands in.
func (in *line) where(i int) string {
	a, r := in.actor, in.recipient
	switch {
	case in.words[i].inside == actorParty:
		return "actor"
	case in.words[i].inside == recipientParty:
		return "recipient"
	case i >= a.end && (r.empty() || i < r.first):
		return "between"
	case i >= r.end && r.first >= a.end:
		return "after"
	}
	return "else"
}
