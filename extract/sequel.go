package extract

import (
	"slices"
	"strings"

	"chancery"
)

// sequels date acts that tell no time of their own by the earlier day that the
// story has gone back to: what the same doer did to the same party in the next
// sentence ("On May 6 A expelled … It also closed …"), and what was said or
// done "at the time" or "that day".
func (v *view) sequels(all []*candidate) {
	for n, c := range all {
		v.sameDay(c, all[:n])
		if c.when.told || c.when.words != "" || c.status == chancery.StatusPlanned {
			continue
		}
		points := c.s.pointsAtThen()
		if !points && !v.narrated(c) {
			continue
		}
		for k := n - 1; k >= 0 && k > n-mostOfOneAct; k-- {
			d := all[k]
			gap := c.s.index - d.s.index
			if gap > farthestBack || (gap > 1 && !points) {
				break
			}
			if gap > 0 && (v.day(d) || points && v.earlier(d)) && (points || (v.sameSide(c, d) || v.returns(c, d)) && v.sameParagraph(d.s, c.s)) {
				c.when.date, c.when.anchor, c.when.dateIndex = d.when.date, d.when.anchor, -1
				break
			}
		}
	}
}

// sameDay gives a step that is due "on the same day" the day of the step before it.
func (v *view) sameDay(c *candidate, before []*candidate) {
	if !c.when.effective.IsZero() || c.act.Effect == "none" || !c.s.says("the", "same", "day") {
		return
	}
	for k := len(before) - 1; k >= 0 && k > len(before)-mostOfOneAct && c.s.index-before[k].s.index <= 2; k-- {
		if d := before[k]; !d.when.effective.IsZero() && overlap(d.actors, c.actors) {
			c.when.effective, c.when.effectiveIndex = d.when.effective, -1
			return
		}
	}
}

// says reports whether the words stand in the sentence one behind the other.
func (s *sentence) says(words ...string) bool {
	for i := 0; i+len(words) <= len(s.tree.Words); i++ {
		if slices.Equal(s.tree.Words[i:i+len(words)], words) {
			return true
		}
	}
	return false
}

// day reports whether an act is dated by the text to a day before that of publication.
func (v *view) day(c *candidate) bool {
	return c.when.told && c.when.date.Grain() == chancery.GrainDay && c.when.date.Before(v.Document.Published) &&
		c.when.date.AddDays(2).Before(v.Document.Published)
}

// returns reports whether act c is what the other side of act d did.
func (v *view) returns(c, d *candidate) bool {
	return overlap(c.actors, d.recipients) && (len(c.recipients) == 0 || overlap(c.recipients, d.actors))
}

// earlier reports whether an act is dated by the text to a month or year that
// ended before the day of publication.
func (v *view) earlier(c *candidate) bool {
	return c.when.told && !c.when.date.IsZero() && !c.when.date.Overlaps(v.Document.Published) && c.when.date.Before(v.Document.Published)
}

// sameSide reports whether two acts are done by the same party to the same.
func (v *view) sameSide(a, b *candidate) bool {
	return overlap(a.actors, b.actors) && overlap(a.recipients, b.recipients)
}

// narrated reports whether the verb of an act goes on with a story: simple past.
func (v *view) narrated(c *candidate) bool {
	t := c.s.tree
	verb := v.predicate(c)
	if t.Tags[verb] != "VERB" || c.reality.future {
		return false
	}
	for _, k := range nearby(t.Children(verb)) {
		if t.Rel(k) == "aux" && t.Penn[k] != "VBD" {
			return false
		}
	}
	past := t.Penn[verb] == "VBD"
	for _, k := range nearby(t.Children(verb)) {
		past = past || t.Rel(k) == "aux" && t.Penn[k] == "VBD"
	}
	return past
}

// pointsAtThen reports whether a sentence points back at a time told before.
func (s *sentence) pointsAtThen() bool {
	return s.says("at", "the", "time") && !s.says("at", "the", "time", "of") || s.says("at", "that", "time") || s.says("that", "day")
}

// sameParagraph reports whether no empty line stands between two sentences.
func (v *view) sameParagraph(a, b *sentence) bool {
	from, to := v.Sentences[a.index].Start, v.Sentences[b.index].Start
	return from <= to && !strings.Contains(v.Document.Text[from:to], "\n\n")
}
