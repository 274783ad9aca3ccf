package relate

import (
	"fmt"
	"slices"
	"strings"
)

// A row of patterns is "mode item item …". The mode is "-" for none; "?" after
// it makes the pattern weak, "!" strong, and "~" bound: it tells something only
// in an operator's scope. In operator.txt the operator's
// name stands in the place of the mode. An item is
//
//	word|word|@class   one of these lemmas
//	word/v word/n      only where it can be a verb, a noun
//	word+word          these words side by side, as one alternative
//	(item)             may be missing
//
// and up to usualGap other words may stand between two items; "_" widens that
// gap, "__" more, and "+" closes it.
const (
	usualGap = 2
	wideGap  = 5
	widest   = 12
)

const (
	firstWeight = 1.0
	nextWeight  = 0.45
	weakWeight  = -0.6
	strong      = 0.8
)

func (l *lexicon) addPattern(event string, fields []string, source string) error {
	if len(fields) < 2 {
		return fmt.Errorf("a mode and a pattern are wanted, found %q", strings.Join(fields, " "))
	}
	p := pattern{source: source, text: strings.Join(fields[1:], " ")}
	mode, bonus := fields[0], 0.0
	if cut, ok := strings.CutSuffix(mode, "?"); ok {
		mode, bonus = cut, weakWeight
	} else if cut, ok := strings.CutSuffix(mode, "!"); ok {
		mode, bonus = cut, strong
	} else if cut, ok := strings.CutSuffix(mode, "~"); ok {
		mode, bonus, p.bound = cut, weakWeight, true
	}
	if err := l.setOutcome(&p, event, mode); err != nil {
		return err
	}
	items, err := l.parseItems(fields[1:])
	if err != nil {
		return err
	}
	if len(items) == 0 || items[0].optional {
		return fmt.Errorf("a pattern starts with a word that may not be missing: %q", p.text)
	}
	p.items, p.weight = items, weigh(items)+bonus
	l.patterns = append(l.patterns, &p)
	for s := range items[0].starts() {
		l.anchored[s] = append(l.anchored[s], &p)
	}
	return nil
}

func (l *lexicon) parseItems(fields []string) ([]item, error) {
	var items []item
	gap := usualGap
	for _, field := range fields {
		if wider, ok := gaps[field]; ok {
			gap = wider
			continue
		}
		it, err := l.parseItem(field, gap)
		if err != nil {
			return nil, err
		}
		if items = append(items, it); !it.optional || gap == 0 {
			gap = usualGap
		}
	}
	return items, nil
}

var gaps = map[string]int{"+": 0, "_": wideGap, "__": widest}

func (l *lexicon) setOutcome(p *pattern, event, mode string) error {
	if event == "OPERATOR" {
		p.tells.operator = l.operates[mode]
		if p.tells.operator == nil {
			return fmt.Errorf("no operator %q", mode)
		}
		return nil
	}
	if quads[event] == 0 && event != "YIELD" {
		return fmt.Errorf("no PLOVER type %q", event)
	}
	p.tells.event = event
	if mode != "-" {
		if !modes[event][mode] {
			return fmt.Errorf("%s has no mode %q", event, mode)
		}
		p.tells.mode = mode
	}
	return nil
}

func (l *lexicon) parseItem(field string, gap int) (item, error) {
	it := item{gap: gap}
	if inner, ok := strings.CutPrefix(field, "("); ok {
		field, it.optional = strings.TrimSuffix(inner, ")"), true
	}
	for _, alternative := range strings.Split(field, "|") {
		if alternative == "" {
			return it, fmt.Errorf("an empty alternative in %q", field)
		}
		if parts := strings.Split(alternative, "+"); len(parts) > 1 {
			phrase := make([]symbol, len(parts))
			for i, part := range parts {
				phrase[i] = l.intern(part)
			}
			it.phrases = append(it.phrases, phrase)
			continue
		}
		wanted := anyKind
		if cut, ok := strings.CutSuffix(alternative, "/v"); ok {
			alternative, wanted = cut, verbKind
		} else if cut, ok := strings.CutSuffix(alternative, "/n"); ok {
			alternative, wanted = cut, nounKind
		}
		if it.words[wanted] == nil {
			it.words[wanted] = map[symbol]bool{}
		}
		if err := l.include(it.words[wanted], alternative); err != nil {
			return it, err
		}
	}
	return it, nil
}

// starts is every lemma that the item can start with.
func (it *item) starts() map[symbol]bool {
	out := map[symbol]bool{}
	for _, words := range it.words {
		for s := range words {
			out[s] = true
		}
	}
	for _, phrase := range it.phrases {
		out[phrase[0]] = true
	}
	return out
}

// weigh is how specific a pattern is: short words of grammar count little.
func weigh(items []item) float64 {
	total := firstWeight - nextWeight
	for _, it := range items {
		switch {
		case it.optional:
		case it.gap == 0:
			total += nextWeight / 2
		default:
			total += nextWeight
		}
	}
	return total
}

// fits is how many words the item takes at word i; 0 when it does not fit.
func (it *item) fits(words []word, i int) int {
	w := &words[i]
	for _, phrase := range it.phrases {
		if phraseAt(words, i, phrase) {
			return len(phrase)
		}
	}
	for wanted, set := range it.words {
		if set != nil && w.canBe(kind(wanted)) && w.any(set) {
			return 1
		}
	}
	return 0
}

// canBe reports whether the word's tag allows the kind; participles and
// gerunds count as verbs unless they stand before their noun.
func (w *word) canBe(wanted kind) bool {
	switch {
	case wanted == anyKind || w.kind == anyKind || w.kind == wanted || wanted == verbKind && w.led:
		return true
	case wanted == verbKind:
		return !w.modifies && (w.past || strings.HasSuffix(w.lower, "ing") || participle(w.lower))
	}
	return false
}

func phraseAt(words []word, i int, phrase []symbol) bool {
	if i+len(phrase) > len(words) {
		return false
	}
	for k, s := range phrase {
		w := &words[i+k]
		if k > 0 && w.before == fullStop || !slices.Contains(w.symbols, s) {
			return false
		}
	}
	return true
}

// match is a pattern found in the line; words are the indices that it took.
type match struct {
	pattern *pattern
	words   []int
}

func (m *match) first() int { return m.words[0] }
func (m *match) last() int  { return m.words[len(m.words)-1] }

// matches finds every pattern at every word, and drops those whose words all
// belong to a weightier one. It costs a constant for each word and pattern
// that starts with it.
func (l *lexicon) matches(in *line) []match {
	var found []match
	for i := range in.words {
		if in.words[i].name {
			continue
		}
		from := len(found)
		for _, s := range in.words[i].symbols {
			for _, p := range l.anchored[s] {
				if words := p.at(in.words, i); words != nil {
					found = append(found, match{p, words})
				}
			}
		}
		found = found[:from+len(best(found[from:]))]
	}
	return uncovered(found)
}

// at matches the pattern with its first item at word i; nil when it does not.
func (p *pattern) at(words []word, i int) []int {
	n := p.items[0].fits(words, i)
	if n == 0 {
		return nil
	}
	taken := make([]int, 0, 8)
	for k := range n {
		taken = append(taken, i+k)
	}
	return follow(words, p.items[1:], taken)
}

// follow matches the rest of the items; one that may be missing is tried
// first. A pattern has few of those, so that the trials are few.
func follow(words []word, items []item, taken []int) []int {
	if len(items) == 0 {
		return taken
	}
	at, n := next(words, taken[len(taken)-1], &items[0])
	if n > 0 {
		longer := taken[:len(taken):len(taken)]
		for k := range n {
			longer = append(longer, at+k)
		}
		if whole := follow(words, items[1:], longer); whole != nil {
			return whole
		}
	}
	if !items[0].optional {
		return nil
	}
	return follow(words, items[1:], taken)
}

// next finds the item within its gap after word i; a comma counts as a word
// more, and nothing crosses a full stop. It looks at no more than 3·widest
// words, however long a name is.
func next(words []word, i int, it *item) (at, n int) {
	extra := 0
	for j := i + 1; j < len(words) && j <= i+3*widest; j++ {
		switch words[j].before {
		case fullStop:
			return 0, 0
		case comma:
			extra++
		}
		if j > i+1 {
			extra += words[j-1].bulk()
		}
		distance := words[j].place - words[i].place
		if words[j].inside == words[i].inside && words[j].inside != nobody {
			distance = j - i
		} else {
			distance += words[j].offset
		}
		if distance-1+extra > it.gap {
			return 0, 0
		}
		if n := it.fits(words, j); n > 0 {
			return j, n
		}
	}
	return 0, 0
}

// bulk is what passing over the word costs beside its place: a verb parts more
// than its place tells, a number or an adjective less.
func (w *word) bulk() int {
	switch {
	case w.inside != nobody:
		return 0
	case w.light:
		return -1
	case w.kind == verbKind:
		return 1
	}
	return 0
}

// best keeps, of matches from one word that tell the same, the weightiest.
func best(found []match) []match {
	kept := found[:0]
	for _, m := range found {
		placed := false
		for k := range kept {
			if kept[k].pattern.tells == m.pattern.tells {
				placed = true
				if m.pattern.weight > kept[k].pattern.weight {
					kept[k] = m
				}
				break
			}
		}
		if !placed {
			kept = append(kept, m)
		}
	}
	return kept
}

// uncovered drops matches whose words a weightier match nearby also took.
func uncovered(found []match) []match {
	var kept []match
	for i, m := range found {
		covered := false
		for j := max(0, i-24); j < min(len(found), i+24) && !covered; j++ {
			o := found[j]
			covered = j != i && !m.pattern.tells.negates() && o.pattern.weight > m.pattern.weight && subset(m.words, o.words)
		}
		if !covered {
			kept = append(kept, m)
		}
	}
	return kept
}

// negates reports the operator that no longer pattern may hide.
func (o outcome) negates() bool { return o.operator != nil && o.operator.name == "not" }

func subset(small, large []int) bool {
	k := 0
	for _, v := range large {
		if k < len(small) && small[k] == v {
			k++
		}
	}
	return k == len(small)
}
