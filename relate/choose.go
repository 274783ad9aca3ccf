package relate

import (
	"cmp"
	"math"
	"slices"
)

// worths is what a group's place and make are worth. The figures were set on
// the part of the PLV training rows that may be read.
type worths struct {
	between, after, before float64 // stands between the parties, after both, before the actor
	inside                 float64 // within a party's own words
	far, farBack           float64 // for each doubling of the distance from the actor
	passive                float64 // between a recipient that comes first and "by"
	relative               float64 // within a relative clause
	clause                 float64 // behind a word that opens another clause
	noun, alone            float64 // a noun; an operator with nothing in its scope
	inner, away            float64 // the share of an argument's weight; its distance from the operator
	subject, object        float64 // the actor depends on it as its subject; the recipient as its object
	later                  float64 // behind another group that stands outside the parties
}

func ownWorths() worths {
	return worths{between: 2, after: 0.6, before: -0.8, inside: -1.8, far: -0.65, farBack: -0.18, passive: 1.5, relative: -1, clause: -0.6,
		noun: -0.25, alone: -0.5, inner: 0.4, away: 0.35, subject: 0.5, object: 0.3, later: 0}
}

// ranking is a group with what it is worth in its place.
type ranking struct {
	group group
	worth float64
}

// rank puts the groups that stand for themselves in order, the best first.
func (l *lexicon) rank(in *line, groups []group) []ranking {
	var ranked []ranking
	for i := range groups {
		if subordinate(groups, i) {
			continue
		}
		ranked = append(ranked, ranking{groups[i], groups[i].weight + l.standing(in, groups, &groups[i])})
	}
	slices.SortStableFunc(ranked, func(a, b ranking) int { return cmp.Compare(b.worth, a.worth) })
	if len(ranked) > 0 && ranked[0].group.event == "MOBILIZE" && in.coordinated() {
		ranked[0].group.event, ranked[0].group.mode = "COOPERATE", "" // moves of both are joint (manual, MOBILIZE)
	}
	return ranked
}

// subordinate reports whether the group hangs on words that a group before it
// took ("refused a request to": the request is what was refused).
func subordinate(groups []group, i int) bool {
	for j := range groups {
		if j != i && groups[j].head < groups[i].head && slices.Contains(groups[j].words, groups[i].head) {
			return true
		}
	}
	return false
}

// coordinated reports whether only "and" and commas part the parties.
func (in *line) coordinated() bool {
	from, to := in.actor.end, in.recipient.first
	if in.actor.empty() || in.recipient.empty() {
		return false
	}
	if to < from {
		from, to = in.recipient.end, in.actor.first
	}
	for i := from; i < to; i++ {
		if in.words[i].lower != "and" {
			return false
		}
	}
	return from <= to && from < to
}

// standing is what the group's place among the parties is worth.
func (l *lexicon) standing(in *line, groups []group, g *group) float64 {
	v := 0.0
	if g.mode != "" {
		v += 0.01 // of two that say the same, the one that says more
	}
	if g.inside != nobody {
		v += l.worth.inside
	}
	if g.noun {
		v += l.worth.noun
	}
	if in.words[g.head].subject {
		v += l.worth.subject
	}
	if in.words[g.head].object {
		v += l.worth.object
	}
	if g.alone {
		v += l.worth.alone
	}
	for i := range groups {
		if o := &groups[i]; o.inside == nobody && o.head < g.head && o.head >= in.actor.end {
			v += l.worth.later
			break
		}
	}
	a, r := in.actor, in.recipient
	switch {
	case a.empty():
		return v + l.worth.far*distance(in, 0, g.head)
	case r.empty() || r.first >= a.end:
		if g.head < a.first {
			return v + l.worth.before + l.worth.far*distance(in, g.last, a.first)
		}
		if r.empty() || g.head < r.end {
			v += l.worth.between
		} else {
			v += l.worth.after
		}
		v += l.worth.far * distance(in, a.end-1, g.head)
		if l.relative(in, a.end, g.head) {
			v += l.worth.relative
		} else if l.opened(in, a.end, g.head) {
			v += l.worth.clause
		}
		return v
	}
	return v + l.backward(in, g)
}

// backward is the standing when the recipient comes before the actor: in
// between for passives with "by", after the actor for the rest.
func (l *lexicon) backward(in *line, g *group) float64 {
	a, r := in.actor, in.recipient
	by := false
	for i := max(r.end, a.first-4); i < a.first; i++ {
		by = by || in.words[i].lower == "by"
	}
	switch {
	case g.head >= r.end && g.head < a.first:
		v := l.worth.farBack * distance(in, r.end, g.head)
		if by || g.passive {
			v += l.worth.passive
		}
		return v
	case g.head >= a.end:
		return l.worth.after + l.worth.far*distance(in, a.end-1, g.head)
	}
	return l.worth.before
}

func distance(in *line, from, to int) float64 {
	if from < 0 || from >= len(in.words) || to >= len(in.words) {
		return 0
	}
	return math.Log2(1 + math.Abs(float64(in.words[to].place-in.words[from].place)))
}

// relative reports whether a relative clause or an apposition with a comma
// stands open between the words: ", who …".
func (l *lexicon) relative(in *line, from, to int) bool {
	open := false
	for i := from; i < to && i < len(in.words); i++ {
		w := &in.words[i]
		if w.before == comma {
			open = false
		}
		switch w.lower {
		case "who", "whose", "which", "whom":
			open = true
		}
	}
	return open
}

// opened reports whether a word that opens another clause ("after", "if")
// stands between the words.
func (l *lexicon) opened(in *line, from, to int) bool {
	for i := from; i < to && i < len(in.words); i++ {
		if w := &in.words[i]; w.inside == nobody && w.any(l.barriers) {
			return true
		}
	}
	return false
}
