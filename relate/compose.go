package relate

import (
	"slices"
	"strings"
)

// group is a match with the operators over it: what they tell together, and
// where.
type group struct {
	event, mode string
	weight      float64
	head        int // the word that stands for it: the outermost operator's, or the match's own
	last        int
	inside      party
	passive     bool
	rule        string
	key         string // operators and pattern, without the place in a file
	noun, alone bool
	words       []int
}

// neighbours is how many matches on either side are looked at.
const neighbours = 64

// compose applies operators from the last word back, so that what stands
// inside is told first; a match that an operator took tells nothing of its own.
func (l *lexicon) compose(in *line, found []match) []group {
	slices.SortStableFunc(found, func(a, b match) int { return in.head(&a) - in.head(&b) })
	built := make([]*group, len(found))
	taken := make([]bool, len(found))
	for i := len(found) - 1; i >= 0; i-- {
		m := &found[i]
		if m.pattern.tells.operator == nil {
			built[i] = plain(in, m)
			continue
		}
		if in.words[m.first()].inside != actorParty {
			built[i] = l.operate(in, found, built, taken, i)
		}
	}
	var groups []group
	for i, g := range built {
		if g != nil && !taken[i] && g.event != "" && !found[i].pattern.bound {
			groups = append(groups, *g)
		}
	}
	return groups
}

func plain(in *line, m *match) *group {
	at := in.head(m)
	head := &in.words[at]
	return &group{
		event: m.pattern.tells.event, mode: m.pattern.tells.mode, weight: m.pattern.weight + in.closeness(m),
		head: at, last: m.last(), inside: head.inside, passive: head.passive,
		rule: m.pattern.source + " " + m.pattern.text, key: m.pattern.text, noun: head.kind == nounKind, words: m.words,
	}
}

// closeness favours, of patterns that weigh the same, the one that takes more
// words and passes over fewer.
func (in *line) closeness(m *match) float64 {
	passed := in.words[m.last()].place - in.words[m.first()].place + 1 - len(m.words)
	return 0.03*float64(len(m.words)) - 0.06*float64(max(0, passed))
}

// head is the first word of the match outside the parties' own words, or else
// its first.
func (in *line) head(m *match) int {
	for _, w := range m.words {
		if in.words[w].inside == nobody {
			return w
		}
	}
	return m.first()
}

// operate builds the group of an operator: over an argument that follows it,
// over one before it when it is passive ("the ban was lifted"), or alone.
func (l *lexicon) operate(in *line, found []match, built []*group, taken []bool, i int) *group {
	m := &found[i]
	op := m.pattern.tells.operator
	g := plain(in, m)
	g.event, g.mode = op.alone, ""
	k := -1
	if g.passive {
		k = l.argumentBefore(in, found, built, taken, i)
	}
	if k < 0 {
		k = l.argumentAfter(in, found, built, taken, i)
	}
	if k < 0 {
		g.alone = true
		return g
	}
	arg := built[k]
	g.event, g.mode, _ = op.apply(arg.event, arg.mode)
	if op.name == "say" && sorts[arg.event] == "conflict" && !arg.passive && in.recipient.first > g.head && in.recipient.end <= arg.head {
		g.event, g.mode = "ACCUSE", "allege" // "said that the rebels had burned the village"
	}
	g.weight += l.worth.inner * arg.weight
	g.last = max(g.last, arg.last)
	g.words = append(append([]int{}, g.words...), arg.words...)
	if strings.Count(arg.rule, ">") < 6 {
		g.rule, g.key = op.name+" > "+arg.rule, op.name+" > "+arg.key
	}
	for j := max(0, i-neighbours); j < min(len(found), i+neighbours); j++ {
		if built[j] != nil && j != i && shares(arg.words, built[j].words) {
			taken[j] = true
		}
	}
	return g
}

// argumentAfter finds the weightiest group that starts within the operator's
// scope, nearer before farther; -1 for none.
func (l *lexicon) argumentAfter(in *line, found []match, built []*group, taken []bool, i int) int {
	m := &found[i]
	op := m.pattern.tells.operator
	at, chosen, worth := m.last(), -1, 0.0
	for j := i + 1; j < len(found) && in.head(&found[j]) <= at+4*widest; j++ {
		g := built[j]
		if g == nil || g.event == "" || taken[j] || g.head < in.head(m) || shares(m.words, found[j].words) {
			continue
		}
		distance := in.words[g.head].place - in.words[at].place
		if distance > op.scope || l.barred(in, at, g.head) {
			break
		}
		if _, _, ok := op.apply(g.event, g.mode); !ok {
			continue
		}
		distance += 2 * in.commas(at, g.head)
		if v := g.weight - l.worth.away*float64(distance); chosen < 0 || v > worth {
			chosen, worth = j, v
		}
	}
	return chosen
}

// argumentBefore finds the nearest group that ends up to six words before a
// passive operator.
func (l *lexicon) argumentBefore(in *line, found []match, built []*group, taken []bool, i int) int {
	m := &found[i]
	for j := i - 1; j >= 0 && in.head(&found[j]) >= m.first()-widest; j-- {
		c := &found[j]
		if c.pattern.tells.operator != nil || c.last() >= m.first() || in.words[m.first()].place-in.words[c.last()].place > 6 {
			continue
		}
		if built[j] == nil {
			built[j] = plain(in, c)
		}
		if _, _, ok := m.pattern.tells.operator.apply(built[j].event, built[j].mode); ok && in.words[built[j].head].kind != verbKind && !l.barred(in, c.last(), m.first()) {
			return j
		}
	}
	return -1
}

// barred reports whether a clause ends between the two words.
func (l *lexicon) barred(in *line, from, to int) bool {
	for i := from + 1; i <= to; i++ {
		w := &in.words[i]
		if w.before == fullStop || i < to && w.inside == nobody && w.any(l.barriers) {
			return true
		}
	}
	return false
}

func shares(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// commas counts the commas between the two words.
func (in *line) commas(from, to int) int {
	n := 0
	for i := from + 1; i <= to; i++ {
		if in.words[i].before == comma {
			n++
		}
	}
	return n
}
