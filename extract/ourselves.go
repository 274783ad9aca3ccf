package extract

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// Line is a line about a text that stands outside it (its title, its
// publisher) with what the earlier stages found in it.
type Line struct {
	Text     string
	Mentions []chancery.Mention
}

// genres are the words by which a title says that what follows is somebody's
// own text; letterheads are words of a body of state, as a publisher's name or a
// letterhead has them.
var (
	genres      = [...]string{"statement", "briefing", "communiqu", "remarks", "release", "declaration", "readout", "note to correspondents", "letter", "alert", "advisory", "notice", "fact sheet", "response to", "response of", "responds", "reply", "information for the press", "press conference", "spokesperson", "spokesman", "speech", "address by", "address to", "note verbale", "joint"}
	letterheads = [...]string{"ministry", "ministère", "ministerio", "government", "department", "embassy", "high commission", "consulate", "permanent mission", "office of the", "prime minister", "president", "cabinet", "chancellery", "secretariat", "foreign office", "foreign affairs", "global affairs", "press service", "state house", "white house", "council"}
	released    = [...]string{"press release", "news release", "media release", "press statement", "media statement", "for immediate release", "press note", "media note", "information for the press", "press communiqu", "statement by", "statement of", "government statement"}
)

// OwnLines picks what of a document's title and publisher may tell for whom
// its text speaks, empty where it is somebody's report on others.
func OwnLines(doc chancery.Document) (title, publisher string) {
	if holdsAny(strings.ToLower(doc.Publisher), letterheads[:]) {
		publisher = doc.Publisher
	}
	if lower := strings.ToLower(doc.Title); holdsAny(lower, genres[:]) || doc.Title != "" && announces(doc.Text) {
		title = doc.Title
	}
	return title, publisher
}

func holdsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// announces reports whether the opening lines of a text name it a release.
func announces(text string) bool {
	for n, line := range strings.SplitN(text, "\n", headLines+2) {
		if n > headLines {
			break
		}
		if line = strings.ToLower(strings.TrimSpace(line)); len(line) < 80 && holdsAny(line, released[:]) {
			return true
		}
	}
	return false
}

// ourselves is for whom the text speaks in the first person: its opening, its
// publisher, its title, its letterhead, dateline and signature, and what it
// tells of "us" are asked in turn. Nobody for a report on others.
func (v *view) ourselves() []party {
	if found := v.namedSelf(); len(codes(found)) > 1 {
		return found // a joint text stands with each of its publishers
	}
	for _, ask := range []func() []party{v.publisherParties, v.publisherLine, v.titleSelf, v.titleLine, v.namedSelf, v.letterhead, v.labelled, v.narrator, v.desk} {
		if found := ask(); len(found) > 0 {
			return found
		}
	}
	return nil
}

// labelled is at whose desk the turns of a transcript are spoken.
func (v *view) labelled() []party {
	if !v.talk.labelled {
		return nil
	}
	return v.talk.home
}

// desk is at whose desk a text without labels is spoken.
func (v *view) desk() []party { return v.talk.home }

// publisherLine reads a publisher that no list knows: "Kenya Ministry of Foreign Affairs".
func (v *view) publisherLine() []party {
	return lineParties(v.Publisher, 0, cutAt(v.Publisher.Text, 0), false)
}

// cuts are the words behind which a title tells what or whom its text is
// about, no more whose it is.
var cuts = [...]string{" on the ", " on ", " regarding ", " concerning ", " following ", " after ", " to ", " about ", " against ", " at ", " with ", " in ", " between ", " marking ", " relating "}

// cutAt is where in a line, from an offset, the words begin that tell what it is about.
func cutAt(line string, from int) int {
	end := len(line)
	for _, word := range cuts {
		if word == " on the " || word == " on " {
			if i := strings.Index(line[from:end], " on behalf of "); i >= 0 && strings.Index(line[from:end], word) == i {
				continue
			}
		}
		if i := strings.Index(line[from:end], word); i >= 0 {
			end = from + i
		}
	}
	return end
}

// titleLine reads a title: "Statement by the foreign ministers of A and B",
// "UK statement on …", "Security Alert: U.S. Embassy Juba", and a headline over
// a release ("Canada imposes further sanctions").
func (v *view) titleLine() []party {
	line := v.Title
	lower := strings.ToLower(line.Text)
	genre := -1
	for _, word := range genres {
		if i := strings.Index(lower, word); i >= 0 && (genre < 0 || i < genre) {
			genre = i
		}
	}
	if genre < 0 {
		if !announces(v.Document.Text) && v.firstPersons() < leastNarrator {
			return nil
		}
		return lineParties(line, 0, min(cutAt(line.Text, 0), 40), false)
	}
	joint := strings.Contains(lower, "joint") || strings.Contains(lower, "ministers of") || strings.Contains(lower, "leaders of")
	about := cutAt(lower, genre)
	for _, word := range []string{" by ", " on behalf of ", " from ", " of "} {
		if i := strings.Index(lower[genre:], word); i >= 0 && (genre+i < about || word == " by " || word == " on behalf of ") {
			from := genre + i + len(word)
			if found := lineParties(line, from, cutAt(line.Text, from), joint); len(found) > 0 {
				return found
			}
		}
	}
	if found := lineParties(line, 0, genre, joint); len(found) > 0 && !strings.ContainsAny(line.Text[:genre], ":;") {
		return found
	}
	if colon := strings.IndexByte(line.Text, ':'); colon > genre && holdsAny(lower[colon:], []string{"embassy", "consulate", "high commission"}) {
		return lineParties(line, colon, min(colon+24, cutAt(line.Text, colon+2)), false)
	}
	return nil
}

// lineParties is the first state or body named between two offsets of a line,
// all of them where several speak together.
func lineParties(line Line, from, to int, all bool) []party {
	mentions := slices.Clone(line.Mentions)
	slices.SortStableFunc(mentions, func(a, b chancery.Mention) int { return cmp.Compare(a.Start, b.Start) })
	var found []party
	for n := range mentions {
		m := &mentions[n]
		if m.Start < from || m.Start >= to || len(m.Parties) != 1 || m.Rule == "scene" || !stateLike(m.PartyKind) || !chancery.OfficialSector(m.Sector) {
			continue
		}
		if found = append(found, without([]party{{code: m.Party(), mention: -1, kind: m.PartyKind}}, found)...); !all {
			break
		}
	}
	return found
}

// headLines is how many lines at either end of a text may be letterhead,
// dateline or signature.
const headLines = 6

// seat reports whether a town is one from whose name no state's text is told: bodies sit there.
func seat(town string) bool {
	switch strings.ToLower(town) {
	case "new york", "geneva", "brussels", "vienna", "the hague", "strasbourg":
		return true
	}
	return false
}

// letterhead reads the lines without a verb at either end of a text: a body of
// state with its country, else such a body with the town where the text was
// written, else that town where the text is told in the first person.
func (v *view) letterhead() []party {
	var town []party
	body := announces(v.Document.Text) || v.Title.Text != ""
	for _, s := range v.edgeLines() {
		words := strings.ToLower(v.Document.Text[s.Start:s.End])
		named := holdsAny(words, letterheads[:])
		body = body || named
		for m := range v.Mentions {
			mention := &v.Mentions[m]
			if mention.Start < s.Start || mention.Span.End > s.End || len(mention.Parties) != 1 || mention.Rule == "scene" || !stateLike(mention.PartyKind) || !chancery.OfficialSector(mention.Sector) {
				continue
			}
			found := []party{{code: mention.Party(), mention: -1, kind: mention.PartyKind}}
			if named && mention.Start < s.Start+40 && !behindIn(words, mention.Start-s.Start) {
				return found
			}
			if mention.Kind == chancery.MentionPlace && len(town) == 0 && !seat(mention.Of(v.Document.Text)) {
				town = found
			}
		}
	}
	if body || v.firstPersons() >= leastNarrator {
		return town
	}
	return nil
}

// behindIn reports whether the words of a line at an offset stand behind "in"
// or "to": where somebody is, not whose he is.
func behindIn(words string, at int) bool {
	before := strings.TrimSuffix(strings.TrimSpace(words[:min(at, len(words))]), " the")
	return strings.HasSuffix(before, " in") || strings.HasSuffix(before, " to")
}

// edgeLines are the short lines without a full stop at both ends of the text.
func (v *view) edgeLines() []chancery.Span {
	var lines []chancery.Span
	start := 0
	for start < len(v.Document.Text) {
		end := len(v.Document.Text)
		if i := strings.IndexByte(v.Document.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if strings.TrimSpace(v.Document.Text[start:end]) != "" {
			lines = append(lines, chancery.Span{Start: start, End: end})
		}
		start = end + 1
	}
	var out []chancery.Span
	for n, line := range lines {
		words := strings.TrimSpace(line.Of(v.Document.Text))
		if n >= headLines && n < len(lines)-headLines || len(words) > 90 || strings.HasSuffix(words, ".") || strings.ContainsAny(words[:1], "-•*\"“0123456789") && !strings.ContainsAny(words, "0123456789") {
			continue
		}
		if first := v.sentenceAt(line.Start); first < len(v.sentences) && v.Sentences[first].Start >= line.Start-1 && v.finite(line) {
			continue
		}
		out = append(out, line)
	}
	return out
}

// finite reports whether a finite verb stands within a line.
func (v *view) finite(line chancery.Span) bool {
	for n := v.sentenceAt(line.Start); n < len(v.sentences) && v.Sentences[n].Start < line.End; n++ {
		s := v.sentences[n]
		for i := range s.tokens {
			if line.Contains(s.tokens[i].Span) && (s.tree.Penn[i] == "VBD" || s.tree.Penn[i] == "VBZ" || s.tree.Penn[i] == "MD" || s.tree.Penn[i] == "VBP") {
				return true
			}
		}
	}
	return false
}
