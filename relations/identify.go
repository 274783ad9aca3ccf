package relations

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"chancery"
	"chancery/ontology"
)

//go:embed people.txt
var peopleText string

// mostObjectBytes is how much of an object's words is read.
const mostObjectBytes = 300

// identity is what an event tells of the mission that it is about.
type identity struct {
	id                 string
	kind               chancery.MissionKind // MissionGeneric where the kind is not told
	sender, host, town string
	// guessed is true where no word tells whose mission it is.
	guessed bool
}

// hostActs are done by the host of a mission, senderActs by its sender; the
// rest (suspend, close) by either.
const (
	hostActs   = " expel limit-staff revoke-accreditation "
	senderActs = " recall withdraw-staff open-mission appoint "
)

// identify tells which mission an event is about; false when its act is not
// about one. The object's own fields come first, then its words, then the
// direction that the act usually has.
func identify(e chancery.Event, q Question) (identity, bool) {
	text := missionText(e)
	id := identity{kind: ontology.MissionGeneric}
	if e.Object != nil {
		id.id, id.sender, id.host, id.town = e.Object.ID, e.Object.Sender, e.Object.Host, e.Object.Town
	}
	kind, start, end := ontology.MissionKind(text)
	if kind == "" {
		if strings.Contains(" suspend-mission close-mission open-mission ", " "+e.Act+" ") && text != "" && id.sender == "" && id.id == "" {
			if !ofOffice(text) {
				return id, false
			}
		}
		start, end = peopleAt(text)
	} else {
		id.kind = kind
	}
	id.readID()
	if before := strings.TrimSpace(text[:start]); before == "" || possessive(before) {
		id.readOrder(e, q)
	}
	id.readParties(e, q, text, start, end)
	id.readTown(text, end)
	id.byAct(e, q, text[:start])
	return id, id.sender != "" && id.host != "" && id.sender != id.host
}

// missionText is the words to read the mission from: the object's, or the
// evidence where the object names no mission and the act is about one.
func missionText(e chancery.Event) string {
	text := ObjectText(e)
	if kind, _, _ := ontology.MissionKind(text); kind == "" && strings.Contains(" suspend-mission close-mission open-mission revoke-accreditation ", " "+e.Act+" ") {
		evidence := basisOf(e).Evidence
		if kind, _, _ := ontology.MissionKind(evidence); kind != "" {
			text = evidence
		}
	}
	if len(text) > mostObjectBytes {
		text = text[:mostObjectBytes]
	}
	return text
}

var peopleWords = sync.OnceValue(func() []string {
	var words []string
	for line := range strings.Lines(peopleText) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			words = append(words, word)
		}
	}
	return words
})

// peopleAt is the range of the first words for a mission's people; the end of
// the text where it has none.
func peopleAt(text string) (start, end int) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return len(text), len(text)
	}
	start, end = len(text), len(text)
	for _, word := range peopleWords() {
		if at := findWord(lower, []string{word}); at >= 0 && at < start {
			start, end = at, at+len(word)
		}
	}
	return start, end
}

// ofOffice reports whether words that name no kind of mission may still name one.
func ofOffice(text string) bool {
	text = strings.ToLower(text)
	for _, word := range []string{"office", "operation", "work", "diplomat", "representation", "delegation"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// readParties finds who stands before the mission's words (its sender, as in
// "Russia's mission") and after them ("to NATO", "in Moscow": its host; "of
// Russia": its sender).
func (id *identity) readParties(e chancery.Event, q Question, text string, start, end int) {
	both := bothSides(e, q)
	for _, code := range both {
		names, seats := wordsOf(code, e, q)
		if code == onlyOrganisation(both, q) {
			names = append(names, "alliance", "bloc", "organisation", "organization", "union")
		}
		if id.sender == "" && (findWord(text[:start], names) >= 0 || findWord(text[:start], seats) >= 0) {
			id.sender = code
			continue
		}
		rest := text[end:]
		at := findWord(rest, names)
		if at >= 0 && precededBy(rest[:at], "of") && id.sender == "" {
			id.sender = code
			continue
		}
		if seat := findWord(rest, seats); id.host == "" && (at >= 0 || seat >= 0) {
			id.host = code
		}
	}
	if id.sender != "" && id.sender == id.host {
		id.host = ""
	}
}

// onlyOrganisation is the one organisation among the parties, which a text may call
// "the alliance" or "the bloc"; "" where there are none or several.
func onlyOrganisation(codes []string, q Question) string {
	only := ""
	for _, code := range codes {
		switch {
		case !q.Names[code].Organisation:
		case only != "":
			return ""
		default:
			only = code
		}
	}
	return only
}

// bothSides are the parties that may send or host, those of the question first:
// of several ambassadors that are called home one is this pair's.
func bothSides(e chancery.Event, q Question) []string {
	var out []string
	for _, code := range []string{q.A, q.B} {
		if code != "" {
			out = append(out, code)
		}
	}
	out = append(append(out, e.Actor...), e.Recipient...)
	seen := map[string]bool{}
	kept := out[:0]
	for _, code := range out {
		if !seen[code] {
			seen[code] = true
			kept = append(kept, code)
		}
	}
	return kept
}

// wordsOf are the names of a party: its code, those of the question, and what
// the event's claims call it, if that is no pronoun or description.
func wordsOf(code string, e chancery.Event, q Question) (names, seats []string) {
	names = append(names, code)
	names = append(names, q.Names[code].Words...)
	for _, t := range e.Testimonies[:min(4, len(e.Testimonies))] {
		for _, role := range append(append([]chancery.Role{}, t.Claim.ActorRoles...), t.Claim.RecipientRoles...) {
			if role.Party == code && role.Original != "" && unicode.IsUpper([]rune(role.Original)[0]) && strings.Count(role.Original, " ") < 3 {
				names = append(names, strings.TrimSuffix(strings.TrimSuffix(role.Original, "'s"), "’s"))
			}
		}
	}
	return names, q.Names[code].Seats
}

// findWord is the offset of the first of the words that stands in the text by
// itself, -1 for none.
func findWord(text string, words []string) int {
	best := -1
	for _, word := range words {
		if word == "" {
			continue
		}
		for from := 0; from < len(text); {
			at := strings.Index(text[from:], word)
			if at < 0 {
				break
			}
			at += from
			if alone(text, at, at+len(word)) {
				if best < 0 || at < best {
					best = at
				}
				break
			}
			from = at + 1
		}
	}
	return best
}

func alone(text string, start, end int) bool {
	letter := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }
	if end < len(text) && letter(text[end]) && !strings.HasPrefix(text[end:], "’") {
		return false
	}
	return start == 0 || !letter(text[start-1])
}

func precededBy(text, word string) bool {
	fields := strings.Fields(text)
	if n := len(fields); n > 0 && fields[n-1] == "the" {
		fields = fields[:n-1]
	}
	return len(fields) > 0 && fields[len(fields)-1] == word
}

// readTown takes the capitalised words after the last "in" or "city of".
func (id *identity) readTown(text string, end int) {
	if id.town != "" {
		return
	}
	fields := strings.Fields(text[end:])
	for i := len(fields) - 1; i > 0; i-- {
		if fields[i-1] != "in" && !(fields[i-1] == "of" && i > 1 && (fields[i-2] == "city" || fields[i-2] == "town" || fields[i-2] == "port")) || !unicode.IsUpper([]rune(fields[i])[0]) {
			continue
		}
		town := fields[i:]
		for k, word := range town {
			if !unicode.IsUpper([]rune(word)[0]) {
				town = town[:k]
				break
			}
		}
		id.town = strings.TrimRight(strings.Join(town, " "), ".,;:")
		return
	}
}

// possessive reports "its", "their" or "our".
func possessive(word string) bool {
	return strings.EqualFold(word, "its") || strings.EqualFold(word, "their") || strings.EqualFold(word, "our")
}

// readID fills in what an id of the form SENDER>HOST/kind/town tells.
func (id *identity) readID() {
	pair, rest, _ := strings.Cut(id.id, "/")
	sender, host, both := strings.Cut(pair, ">")
	if !both || id.sender != "" && id.sender != sender || id.host != "" && id.host != host {
		return
	}
	id.sender, id.host = sender, host
	kind, town, _ := strings.Cut(rest, "/")
	if id.kind == ontology.MissionGeneric {
		id.kind = chancery.MissionKind(kind)
	}
	if id.town == "" {
		id.town = town
	}
}

// readOrder finds "(ordered) China to shut its consulate": the mission is that
// of the party before "to".
func (id *identity) readOrder(e chancery.Event, q Question) {
	evidence := basisOf(e).Evidence
	for _, verb := range []string{" to close ", " to shut ", " to shutter ", " to suspend "} {
		at := strings.Index(evidence, verb)
		if at < 0 || id.sender != "" {
			continue
		}
		for _, code := range e.Recipient {
			names, seats := wordsOf(code, e, q)
			for _, name := range append(names, seats...) {
				if name != "" && strings.HasSuffix(evidence[:at], name) {
					id.sender = code
				}
			}
		}
	}
}

// byAct fills in sender and host where the words leave them open.
func (id *identity) byAct(e chancery.Event, q Question, beforeKind string) {
	actor, other := q.prefer(e.Actor), q.prefer(e.Recipient)
	if len(e.Actor) == 2 && other == "" {
		actor, other = e.Actor[0], e.Actor[1]
	}
	switch {
	case id.sender != "" && id.host != "":
		return
	case id.sender != "":
		id.host = otherOf(id.sender, actor, other)
		return
	case id.host != "":
		id.sender = otherOf(id.host, actor, other)
		return
	}
	act := " " + e.Act + " "
	its := possessive(strings.TrimSpace(beforeKind))
	own := strings.Contains(senderActs, act) || !strings.Contains(hostActs, act) || its
	id.guessed = !its && !strings.Contains(senderActs+hostActs, act)
	if own {
		id.sender, id.host = actor, other
	} else {
		id.sender, id.host = other, actor
	}
}

// prefer is the one of the codes that the question is about, else the first.
func (q Question) prefer(codes []string) string {
	for _, code := range codes {
		if code == q.A || code == q.B {
			return code
		}
	}
	if len(codes) == 0 {
		return ""
	}
	return codes[0]
}

func otherOf(code, a, b string) string {
	if code == a {
		return b
	}
	return a
}
