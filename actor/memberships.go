package actor

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// term is one state's membership of a body, or how many members it had.
type term struct {
	member   string
	size     int // where the members are not listed
	from, to string
}

func (t *tables) addMembership(c []string) error {
	if err := need(c, 3, "body, member, from"); err != nil {
		return err
	}
	row := term{member: c[1], from: c[2], to: at(c, 3)}
	if count, sized := strings.CutPrefix(c[1], "#"); sized {
		size, err := strconv.Atoi(count)
		if err != nil || size < 1 {
			return fmt.Errorf("%w: %q is no number of members", errColumns, c[1])
		}
		row.member, row.size = "", size
	}
	if row.to != "" && row.to < row.from {
		return fmt.Errorf("%w: ends on %s before it starts on %s", errColumns, row.to, row.from)
	}
	t.terms[c[0]] = append(t.terms[c[0]], row)
	return nil
}

// covers reports whether a date, as far as it is told, lies in the term; no
// date is today, where only open terms lie.
func (m *term) covers(date string) bool {
	if date == "" {
		return m.to == ""
	}
	return m.from <= date && (m.to == "" || m.to >= date)
}

// membersOn are the members of a body on a date, in the order of the table,
// and how many there were, 0 where no table tells.
func (t *tables) membersOn(body, date string) (members []string, size int) {
	for _, m := range t.terms[body] {
		if !m.covers(date) {
			continue
		}
		if m.size > 0 {
			return nil, m.size
		}
		members = append(members, m.member)
	}
	return members, len(members)
}

// bodiesOf are the bodies with so many members on the date, sorted.
func (t *tables) bodiesOf(size int, date string) []string {
	var out []string
	for body := range t.terms {
		if _, known := t.parties[body]; !known {
			continue
		}
		if _, n := t.membersOn(body, date); n == size {
			out = append(out, body)
		}
	}
	slices.Sort(out)
	return out
}

// newest is the member of a body that came last before the date.
func (t *tables) newest(body, date string) string {
	best, several := term{}, false
	for _, m := range t.terms[body] {
		if m.size > 0 || !m.covers(date) {
			continue
		}
		if several = m.from == best.from; !several && m.from > best.from {
			best = m
		} else if several && m.from < best.from {
			several = false
		}
	}
	for _, m := range t.terms[body] {
		if m.member != best.member && m.from == best.from {
			return "" // several came on one day
		}
	}
	return best.member
}

// sizeBefore reads "27-nation", "32-member" or "six-member" in the words before
// a noun: how many members the body has, 0 when nothing tells it.
func sizeBefore(words []word) int {
	for i := 0; i+2 < len(words); i++ {
		if words[i+1].text != "-" {
			continue
		}
		switch words[i+2].key {
		case "nation", "member", "country", "state", "strong", "party":
			return numberOf(words[i].key)
		}
	}
	return 0
}

func numberOf(key string) int {
	if n, err := strconv.Atoi(key); err == nil && n > 0 && n < 300 {
		return n
	}
	names := []string{"three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	return slices.Index(names, key) + 3*min(1, slices.Index(names, key)+1)
}

// otherSize reports whether the tables know that the body had another number
// of members on the day than the description tells.
func (p *pass) otherSize(m *found, body string) bool {
	if m.size == 0 {
		return false
	}
	_, size := p.membersOn(body, p.date())
	return size > 0 && size != m.size
}

// readMembers finds in one sentence states named together or by their
// place in a body: "the Baltic states", "the five permanent members",
// "NATO's newest member".
func (p *pass) readMembers(sentence int) {
	words := p.words[sentence]
	for i, w := range words {
		switch w.key {
		case "states", "countries", "nations", "members":
			p.readGroup(sentence, i)
		case "member":
			if i > 0 && words[i-1].key == "newest" {
				p.readNewest(sentence, i)
			}
		}
	}
}

// readGroup reads "the three Baltic states" and "the permanent members of the
// Security Council" as the states themselves.
func (p *pass) readGroup(sentence, noun int) {
	words := p.words[sentence]
	if noun == 0 {
		return
	}
	name := words[noun-1].text
	if (words[noun].key == "members") != (name == "permanent") {
		return
	}
	members, _ := p.membersOn(name, p.date())
	if len(members) == 0 {
		return
	}
	if _, body := p.parties[name]; body { // "EU states" acted as the Union or one by one: the text does not tell
		return
	}
	start := noun - 1
	for start > 0 && (numberOf(words[start-1].key) == len(members) || words[start-1].key == "the" || words[start-1].key == "all") {
		start--
	}
	m := p.add(sentence, start, noun+1, chancery.MentionDescription, "members", 0.85)
	m.Head, m.Plural, m.key = noun, true, "members"
	m.Parties, m.PartyKind = members, chancery.PartyState
	for other := range p.near(sentence, start, noun+1) {
		if other != m && !other.dropped && other.First >= start && other.End <= noun+1 {
			other.dropped = true
		}
	}
}

// readNewest reads "NATO's newest member", "the newest member of the EU"; with
// "its" the body is found when what was said before is known.
func (p *pass) readNewest(sentence, noun int) {
	words := p.words[sentence]
	start := noun - 1
	var body *found
	switch {
	case start > 1 && (words[start-1].text == "'s" || words[start-1].text == "’s"):
		if body = p.ownerEnding(sentence, start-1); body != nil {
			start = body.First
		}
	case start > 0 && words[start-1].key == "the":
		start--
		if noun+2 < len(words) && words[noun+1].key == "of" {
			at := noun + 2
			if words[at].key == "the" {
				at++
			}
			body = p.starting(sentence, at)
		}
	case start > 0 && words[start-1].key == "its":
		m := p.add(sentence, start-1, noun+1, chancery.MentionDescription, "description", 0.6)
		m.Head, m.key = noun, "describe:newest"
		return
	}
	if body == nil {
		return
	}
	if member := p.newest(body.Party(), p.date()); member != "" {
		m := p.add(sentence, start, noun+1, chancery.MentionDescription, "newest-member", 0.85)
		m.Head = noun
		p.name(m, member)
	}
}

// resolveNewest reads "its newest member" of the body spoken of last.
func (p *pass) resolveNewest(m *found, mem *memory) {
	if from := lastOf(mem.bodies); from != nil && m.Sentence-from.Sentence < 3 {
		if member := p.newest(from.Party(), p.date()); member != "" {
			p.name(m, member)
			m.Rule, m.Confidence = "newest-member", 0.7*from.Confidence
		}
	}
}

// resolveSize reads "the 27-nation bloc": of the bodies that had so many members on
// the day the one that the text has spoken of last, else one that it names right after, else the usual or the only one; a
// description whose number fits no body that the tables know is left to the other steps.
func (p *pass) resolveSize(m *found, mem *memory) bool {
	bodies := p.bodiesOf(m.size, p.date())
	for i := len(mem.bodies) - 1; i >= 0 && i > len(mem.bodies)-mostBack; i-- {
		if slices.Contains(bodies, mem.bodies[i].Party()) {
			p.take(m, mem.bodies[i], "members", 0.95)
			return true
		}
	}
	usual := strings.TrimPrefix(m.host, "!")
	for i := m.Sentence; i < min(m.Sentence+3, len(p.sentences)); i++ { // named right after
		for _, later := range p.found[i] {
			if !later.dropped && later.PartyKind == chancery.PartyIGO && slices.Contains(bodies, later.Party()) && later != m {
				p.take(m, later, "members", 0.9)
				return true
			}
		}
	}
	switch {
	case slices.Contains(bodies, usual):
		p.name(m, usual)
	case len(bodies) == 1:
		p.name(m, bodies[0])
	default:
		return false
	}
	m.Rule, m.Confidence = "members", 0.85
	return true
}
