package relate

import "math"

// What a group's place is worth. The figures were set on the part of the PLV
// training rows that may be read.
const (
	betweenWorth  = 1.5
	afterWorth    = 0.6
	insideWorth   = -1.4
	farWorth      = -0.35
	beyondWorth   = -0.8
	passiveWorth  = 1.5
	relativeWorth = -1.0
)

// choose takes the group that stands best; with none, the commonest kind of
// news about two parties.
func (l *lexicon) choose(in *line, groups []group) Relation {
	best, worth := -1, math.Inf(-1)
	for i := range groups {
		if v := groups[i].weight + l.standing(in, &groups[i]); v > worth {
			best, worth = i, v
		}
	}
	if best < 0 {
		return Relation{Type: "CONSULT", Quad: quads["CONSULT"], Rule: "nothing found"}
	}
	g := groups[best]
	return Relation{Type: g.event, Mode: g.mode, Quad: quads[g.event], Rule: g.rule}
}

// standing is what the group's place among the parties is worth.
func (l *lexicon) standing(in *line, g *group) float64 {
	v := 0.0
	if g.inside != nobody {
		v += insideWorth
	}
	a, r := in.actor, in.recipient
	switch {
	case a.empty():
		return v + farWorth*distance(in, 0, g.head)
	case r.empty() || r.first >= a.end:
		if g.head < a.first {
			return v + beyondWorth + farWorth*distance(in, g.last, a.first)
		}
		if r.empty() || g.head < r.end {
			v += betweenWorth
		} else {
			v += afterWorth
		}
		v += farWorth * distance(in, a.end-1, g.head)
		if l.relative(in, a.end, g.head) {
			v += relativeWorth
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
		v := farWorth / 2 * distance(in, r.end, g.head)
		if by || g.passive {
			v += passiveWorth
		}
		return v
	case g.head >= a.end:
		return afterWorth + farWorth*distance(in, a.end-1, g.head)
	}
	return beyondWorth
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
