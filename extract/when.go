package extract

import (
	"strings"

	"chancery"
	"chancery/pattern"
)

// when is the clocks of a candidate.
type when struct {
	date, effective, until chancery.Date
	anchor                 chancery.TimeAnchor
	words                  string
	// told is true where the text itself gives the date.
	told bool
	// earlier is true where the act was decided on a day before that of the report.
	earlier                               bool
	dateIndex, effectiveIndex, untilIndex int // time expressions, -1 for none
}

// with fills what w does not tell from other; of two dates of one act that can
// both hold, the exacter one stays.
func (w when) with(other when) when {
	exacter := w.told && other.told && w.date.Overlaps(other.date) && w.date.Compare(other.date) != 0 && finer(other.date, w.date)
	if (!w.told && other.told) || exacter {
		w.date, w.anchor, w.words, w.told, w.dateIndex = other.date, other.anchor, other.words, true, other.dateIndex
	}
	if w.earlier = w.earlier || other.earlier; w.earlier && !w.told {
		w.date, w.anchor = chancery.Date{}, chancery.AnchorNone
	} else if w.date.IsZero() {
		w.date, w.anchor = other.date, other.anchor
	}
	if w.effective.IsZero() {
		w.effective, w.effectiveIndex = other.effective, other.effectiveIndex
	}
	if w.until.IsZero() {
		w.until, w.untilIndex = other.until, other.untilIndex
	}
	return w
}

func finer(a, b chancery.Date) bool {
	return (a.Day > 0 && b.Day == 0) || (a.Month > 0 && b.Month == 0)
}

// whenOf reads the time expressions that hang on the act's clause, then on the
// verb that says it; without any, the day of publication for the day's news.
func (v *view) whenOf(c *candidate) when {
	if c.lister != nil {
		return v.whenOf(c.lister)
	}
	w := when{dateIndex: -1, effectiveIndex: -1, untilIndex: -1}
	aside := v.mentionedAside(c)
	for _, index := range c.s.times {
		near := v.nearness(c, index)
		if near == timeFar || (aside && !v.below(c, index)) {
			continue
		}
		v.place(c, &w, index, near)
	}
	if v.comesIntoEffect(c) {
		return v.onlyEffective(c, w)
	}
	if !w.date.IsZero() || w.words != "" {
		return w
	}
	if c.status != chancery.StatusDenied && !aside && v.news(c) && !v.Document.Published.IsZero() {
		w.date, w.anchor = v.Document.Published, chancery.AnchorPublished
	}
	return w
}

// How near a time expression stands to an act.
const (
	timeOwn   = iota // hangs on the act's own words
	timeVoice        // hangs on the verb that says it
	timeFar
)

func (v *view) nearness(c *candidate, index int) int {
	t := c.s.tree
	expr := &v.Times[index]
	head := min(max(expr.First, 0), t.Len()-1)
	for k := head; k < expr.End && k < t.Len(); k++ {
		if t.Parent[k] < expr.First || t.Parent[k] >= expr.End {
			head = k
		}
	}
	anchor := c.anchor()
	verb := v.timeVerb(c)
	for _, other := range c.s.anchors {
		if t.Parent[head] != verb && anchor < other && verb < other && other < head && !expr.From.IsZero() && expr.From.Compare(v.Document.Published) <= 0 && c.s.tree.Left[anchor] <= other && other <= c.s.tree.Right[anchor] {
			return timeFar // the time of a deed named in between
		}
	}
	if plainlyBehind(t, verb, expr.First) {
		return timeOwn
	}
	if t.Rels[verb] == "acl:relcl" && (expr.First < t.Left[verb] || expr.First > t.Right[verb]) {
		return timeFar // the time of what stands round a relative clause
	}
	for k, steps := t.Parent[head], 0; k >= 0 && steps < 8; steps++ {
		if k == anchor || k == verb {
			return timeOwn
		}
		if t.Tags[k] == "VERB" && head < anchor && goesOn(t, verb, k) {
			return timeVoice // "expelled them on Monday and closed the embassy, accusing …"
		}
		if t.Tags[k] == "VERB" {
			if v.says(c, k) || (t.Rel(k) == "parataxis" && t.Parent[k] == verb) {
				return timeVoice // "it will close, he said on Monday"
			}
			if t.Rels[k] == "advcl" && verb < k && k < head && v.longAgo(expr) {
				return timeFar // "severed relations, citing what was done in 2022"
			}
			if t.Rel(k) == "xcomp" || t.Rel(k) == "advcl" || t.Rel(k) == "conj" || t.Rel(k) == "acl" {
				k = t.Parent[k]
				continue
			}
			return timeFar
		}
		k = t.Parent[k]
	}
	return timeFar
}

// longAgo reports whether a time ended more than a month before publication.
func (v *view) longAgo(expr *chancery.TimeExpr) bool {
	return !expr.To.IsZero() && expr.To.Last().AddDays(31).Before(v.Document.Published)
}

// goesOn reports whether verb goes on with the deed of verb first, as a
// coordinated verb or a bare participle, so that it shares its time.
func goesOn(t *pattern.Tree, verb, first int) bool {
	for steps := 0; verb >= 0 && verb != first && steps < 3; steps++ {
		switch {
		case t.Rel(verb) == "conj" && t.IsVerb(verb):
		case t.Rel(verb) == "advcl" && t.Penn[verb] == "VBG" && t.Child(verb, "mark") < 0:
		default:
			return false
		}
		verb = t.Parent[verb]
	}
	return verb == first
}

// plainlyBehind reports whether words follow a verb with no other verb,
// conjunction or comma between: whatever the arcs say, they belong to that verb ("will halt the work from May 1, …").
func plainlyBehind(t *pattern.Tree, verb, first int) bool {
	const mostWords = 24
	if first <= verb || first-verb > mostWords {
		return false
	}
	for k := verb + 1; k < first; k++ {
		switch {
		case t.Tags[k] == "VERB", t.Tags[k] == "PUNCT" && t.Words[k] != "-" && t.Words[k] != "'":
			return false
		case t.Tags[k] == "SCONJ", t.Tags[k] == "CCONJ", t.Penn[k] == "WDT", t.Penn[k] == "WP":
			return false
		}
	}
	return true
}

// predicate is the verb of the act: itself, or the one over a noun.
func (v *view) predicate(c *candidate) int {
	if !c.match.Clause.Nominal {
		return c.anchor()
	}
	if verb := v.lightVerb(c); verb >= 0 {
		return verb
	}
	if verb := c.s.tree.Governor(c.anchor()); verb >= 0 {
		return verb
	}
	if strings.HasPrefix(c.rule.Fields["actor"], "gov") {
		if verb := v.verbOver(c); verb >= 0 {
			return verb // "declared him persona non grata", wherever the arcs hang it
		}
	}
	return c.anchor()
}

// mentionedAside reports whether an act is only named by a noun in a phrase that
// hangs on something else ("in retaliation for the expulsion of …"): then the
// times of that something are not its own.
func (v *view) mentionedAside(c *candidate) bool {
	if !c.match.Clause.Nominal || v.lightVerb(c) >= 0 {
		return false
	}
	t := c.s.tree
	first := t.FirstConjunct(c.anchor())
	switch t.Rel(first) {
	case "obl":
		word := t.Preposition(first)
		return word != "in" && word != "during" && word != "by" // "killed in a strike" is at one time
	case "nmod":
		return true
	}
	return false
}

// below reports whether a time expression stands in the act's own phrase.
func (v *view) below(c *candidate, index int) bool {
	t, expr := c.s.tree, &v.Times[index]
	return t.Left[c.anchor()] <= expr.First && expr.First <= t.Right[c.anchor()]
}

// timeVerb is the verb whose times are those of the act: the act's own, or the
// light verb over a noun ("ordered the expulsion on Friday"). Who condemns an
// expulsion on Friday does not tell when it took place.
func (v *view) timeVerb(c *candidate) int {
	if !c.match.Clause.Nominal {
		return c.anchor()
	}
	if verb := v.lightVerb(c); verb >= 0 {
		return verb
	}
	t := c.s.tree
	if first := t.FirstConjunct(c.anchor()); t.Rel(first) == "obl" && t.Parent[first] >= 0 && !v.mentionedAside(c) {
		return t.Parent[first]
	}
	return c.anchor()
}

// says reports whether verb k is over the act as one who says it.
func (v *view) says(c *candidate, k int) bool {
	return c.s.tree.Under(c.anchor(), k)
}

// place enters one time expression under date, effective or until.
func (v *view) place(c *candidate, w *when, index, near int) {
	expr := &v.Times[index]
	if expr.Relation == "until" || (expr.Type == chancery.TimeDuration && expr.Due().IsZero()) {
		v.placeUntil(w, expr, index)
		return
	}
	first := expr.From
	published := v.Document.Published
	later := !first.IsZero() && !published.IsZero() && published.Before(first)
	if later && c.act.Effect == "contact" && c.status == chancery.StatusActual && !c.reality.future && first.Grain() == chancery.GrainDay && first.AddDays(-7).Compare(published) <= 0 && expr.To == first {
		// "a meeting Friday" that took place: the Friday before.
		w.date, w.anchor, w.told, w.dateIndex = first.AddDays(-7), expr.Anchor, true, index
		return
	}
	if speech := c.act.Type == "REJECT" || c.act.Type == "ACCUSE" || c.act.Name == "endorse"; speech && later {
		return // the time of what is refused or judged ("called off a visit planned for May")
	}
	due := later || (c.status != chancery.StatusActual && c.status != chancery.StatusDenied && !first.IsZero() && first.Compare(published) >= 0)
	starts := expr.Relation == "from" || (expr.Relation == "" && expr.Mod == "START" && later)
	switch {
	case expr.Type == chancery.TimeSet:
		return
	case due && near == timeOwn && first.Grain() == chancery.GrainDay && expr.To.Grain() == chancery.GrainDay && !first.AddDays(3).Before(expr.To):
		if w.effective.IsZero() { // "this weekend": its first day
			w.effective, w.effectiveIndex = first, index
		}
	case (starts && later && near == timeOwn) || due:
		if w.effective.IsZero() && near == timeOwn {
			w.effective, w.effectiveIndex = expr.ActDate(published), index
		}
	case expr.Relation == "within":
		return // counted from the act's own day, see deadlines
	case expr.Relation == "before" || expr.Relation == "after" || expr.Relation == "by":
		return
	case first.IsZero():
		if expr.Anchor == chancery.AnchorUnresolved && w.words == "" {
			w.words, w.anchor, w.dateIndex = expr.Of(v.Document.Text), chancery.AnchorUnresolved, index
		}
	case w.date.IsZero() || (near == timeOwn && w.dateIndex >= 0 && v.nearness(c, w.dateIndex) == timeVoice):
		w.date, w.anchor, w.told, w.dateIndex = expr.ActDate(published), expr.Anchor, true, index
	}
}

func (v *view) placeUntil(w *when, expr *chancery.TimeExpr, index int) {
	if expr.Relation == "until" && !expr.To.IsZero() {
		w.until, w.untilIndex = expr.ActDate(v.Document.Published), index
	}
}

// news reports whether an act without a time of its own belongs to the day's
// news (GUIDE rule 21): present or simple past, not perfect, not a bare noun.
func (v *view) news(c *candidate) bool {
	t := c.s.tree
	verb := v.predicate(c)
	if said := v.saidIn(c); said >= 0 {
		verb = said
	} else if t.Tags[verb] != "VERB" && t.Child(verb, "cop") < 0 {
		return false
	}
	if c.match.Clause.Nominal && v.onlyNamed(c, verb) {
		return false
	}
	for steps := 0; verb >= 0 && steps < 6; steps++ {
		for _, k := range nearby(t.Children(verb)) {
			if t.Rel(k) == "advmod" && v.x.rules.Classes.Word(t, k, "background") {
				return false
			}
		}
		for _, k := range nearby(t.Children(verb)) {
			if t.Rel(k) == "aux" && t.Lemmas[k] == "have" {
				return t.Words[k] != "had" && c.s.index < 2
			}
		}
		bare := t.Penn[verb] == "VBG" && t.Child(verb, "mark") < 0
		if t.Rels[verb] == "acl:relcl" || t.Rel(verb) == "advcl" && !bare {
			return false
		}
		verb = t.Parent[verb]
	}
	return true
}

// saidIn is the verb by which words are spoken that are an accusation or a
// judgement themselves ("he said that A had spied"): its tense dates the act,
// not that of what is told; -1 where the act has a verb of its own, or the cue
// stands in another sentence.
func (v *view) saidIn(c *candidate) int {
	if c.rule.Fields["voice"] == "" || c.voice.attribution < 0 || v.Attributions[c.voice.attribution].Sentence != c.s.index {
		return -1
	}
	cue := v.Attributions[c.voice.attribution].Cue
	for k := tokenAt(c.s.tokens, cue.Start); k < len(c.s.tokens) && c.s.tokens[k].Start < cue.End; k++ {
		if c.s.tree.Tags[k] == "VERB" {
			return k
		}
	}
	return -1
}

// onlyNamed reports whether a noun names an act beside what the sentence tells
// ("rejected the French apology").
func (v *view) onlyNamed(c *candidate, verb int) bool {
	t := c.s.tree
	if v.lightVerb(c) >= 0 || t.Rel(t.FirstConjunct(c.anchor())) == "obl" || c.rule.Fields["voice"] != "" || strings.HasPrefix(c.rule.Fields["actor"], "gov") {
		return false
	}
	return !overlap(v.named(c.s, t.Clause(verb).Subject, true), c.actors)
}

// clocks writes the spans of the time expressions.
func (v *view) clocks(claim *chancery.Claim, c *candidate) {
	for _, row := range []struct {
		field string
		index int
	}{{"date", c.when.dateIndex}, {"effective", c.when.effectiveIndex}, {"until", c.when.untilIndex}} {
		if row.index >= 0 {
			claim.Spans[row.field] = []chancery.Span{v.Times[row.index].Span}
		}
	}
}
