package relations

import (
	"fmt"
	"slices"
	"strings"

	"chancery"
)

// measures is what the sides did to each other and that lasts.
type measures struct {
	on, off, parts []chancery.Measure
	conflicts      []chancery.Line
}

func measureOf(e chancery.Event, c clocks) chancery.Measure {
	return chancery.Measure{
		Act: e.Act, By: e.Actor, Against: e.Recipient, Object: ObjectText(e), Since: c.since, Announced: c.announced,
		Until: e.Until, EffectiveNotTold: c.untold, Basis: []chancery.Basis{basisOf(e)},
	}
}

func (m *measures) add(e chancery.Event, c clocks, on chancery.Date) {
	measure := measureOf(e, c)
	if ended(e, on) {
		measure.Lifted = e.Until
		m.off = append(m.off, measure)
		return
	}
	if e.Act == "limit-staff" { // the next ceiling takes the place of the last
		for i, other := range m.on {
			if other.Act == e.Act && slices.Equal(other.By, measure.By) && slices.Equal(other.Against, measure.Against) && likeObjects(other.Object, measure.Object) {
				other.Lifted = c.since
				m.off = append(m.off, other)
				m.on = slices.Delete(m.on, i, i+1)
				break
			}
		}
	}
	m.on = append(m.on, measure)
}

func (m *measures) addPart(e chancery.Event, c clocks, on chancery.Date) {
	measure := measureOf(e, c)
	if ended(e, on) {
		measure.Lifted = e.Until
		m.off = append(m.off, measure)
		return
	}
	m.parts = append(m.parts, measure)
}

// end takes off what a lifting or release ends: of the same side against the
// same, with an object in common; all of them where the lifting tells no
// object. A lifting whose words fit none of several is told as unclear.
func (m *measures) end(e chancery.Event, effect string, c clocks) {
	ends := func(act string) bool {
		if effect == "freed" {
			return act == "detain"
		}
		return act == "impose-sanctions" || act == "ban-entry"
	}
	var same, fitting []int
	for i, measure := range m.on {
		if !ends(measure.Act) || !common(measure.By, e.Actor) || len(e.Recipient) > 0 && len(measure.Against) > 0 && !common(measure.Against, e.Recipient) {
			continue
		}
		same = append(same, i)
		if likeObjects(measure.Object, ObjectText(e)) {
			fitting = append(fitting, i)
		}
	}
	switch {
	case len(same) == 0:
		return
	case len(fitting) == 0 && len(same) == 1 && effect != "freed":
		fitting = same
	case len(fitting) == 0:
		m.conflicts = append(m.conflicts, lineOf(e, fmt.Sprintf("%s: which of the %d in force it ends is not told", Noun(e.Act), len(same))))
		return
	}
	for _, i := range slices.Backward(fitting) {
		lifted := m.on[i]
		lifted.Lifted = c.since
		lifted.Basis = append(lifted.Basis, basisOf(e))
		m.off = append(m.off, lifted)
		m.on = slices.Delete(m.on, i, i+1)
	}
}

func common(a, b []string) bool {
	return slices.ContainsFunc(a, func(code string) bool { return slices.Contains(b, code) })
}

// likeObjects reports whether two objects share a word of five letters or one
// is not told; "sanctions" and "measures" themselves say nothing.
func likeObjects(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	b = strings.ToLower(b)
	for word := range strings.FieldsFuncSeq(strings.ToLower(a), func(r rune) bool { return strings.ContainsRune(" ,.;:'’\"()-", r) }) {
		if len(word) >= 4 && !strings.HasPrefix(word, "sanction") && word != "measures" && word != "tariffs" && strings.Contains(b, word[:min(len(word), 7)]) {
			return true
		}
	}
	return false
}
