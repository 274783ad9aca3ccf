package extract

import (
	"slices"
	"strings"

	"chancery"
)

// outside is why an act whose parties are found is still no act between
// states or their organisations (GUIDE rules 2 and 4), empty where it may be
// one: nobody abroad is in sight, a court or parliament rules on a matter of
// its own country, a government speaks to its own people, or the other side
// is a private person, a firm or a gang of another country.
func (v *view) outside(c *candidate) string {
	switch {
	case v.namedWar(c):
		return "the name of a war tells no doer"
	case v.provided(c):
		return "what a treaty provides is nobody's demand"
	case v.concluded(c):
		return "talks that come to their end are not left"
	case v.atHomeOnly(c):
		return "a matter at home: no other state or organisation is named near it"
	case v.ownRuling(c):
		return "a court or parliament rules on a matter of its own country"
	case v.toOwnPeople(c):
		return "said to the doer's own people"
	case v.privateDoer(c):
		return "done by private people, no state"
	case v.privateSide(c):
		return "the other side is private people, no state"
	}
	return ""
}

// How many sentences before and behind an act others may be named so that it
// is no matter at home.
const (
	sightBefore = 4
	sightBehind = 2
)

// atHomeOnly reports whether words or a deployment without a recipient stand
// among sentences that name nobody but the doer, where an organ or office of
// his acts or the words are of what happens at home; a state that is only
// named ("Eritrea refused to withdraw its troops") is taken to mean others.
func (v *view) atHomeOnly(c *candidate) bool {
	if len(c.recipients) > 0 || len(codes(c.actors)) != 1 || c.actors[0].kind == chancery.PartyIGO || !v.homely(c) {
		return false
	}
	home := c.actors[0].sector != ""
	for n := max(0, c.s.index-sightBefore); n < len(v.sentences) && n <= c.s.index+sightBehind; n++ {
		s := v.sentences[n]
		for i := range s.tokens {
			if v.x.rules.Classes.Word(s.tree, i, "abroad") {
				return false
			}
			home = home || v.x.rules.Classes.Word(s.tree, i, "home")
			if m := s.mentions[i]; m >= 0 && len(v.Mentions[m].Parties) > 0 && stateLike(v.Mentions[m].PartyKind) && !slices.Contains(v.Mentions[m].Parties, c.actors[0].code) {
				return false
			}
		}
	}
	return home
}

// homely reports whether an act of that kind is as often done at home as
// between states: what is said, and troops that are sent somewhere.
func (v *view) homely(c *candidate) bool {
	switch c.act.Type {
	case "REJECT", "REQUEST", "THREATEN", "ACCUSE", "AGREE":
		return c.act.Name != "deny" // what a state denies others have said
	case "MOBILIZE":
		return v.x.rules.Classes.Word(c.s.tree, c.anchor(), "posting")
	}
	return false
}

// ownRuling reports whether a court, or a parliament that names nobody,
// refuses, demands or agrees to something: litigation and legislation. What a
// court does to people of another state (charges, arrests, releases) and what
// it answers to another state's request stays.
func (v *view) ownRuling(c *candidate) bool {
	sector := ""
	for _, p := range c.actors {
		if p.kind == chancery.PartyIGO || sector != "" && p.sector != sector {
			return false
		}
		sector = p.sector
	}
	if subject := c.match.Clause.Subject; sector == "" && subject >= 0 && v.x.rules.Classes.Word(c.s.tree, subject, "courts") {
		sector = "JUD" // "a court in Oslo"
	}
	switch c.act.Type {
	case "REJECT", "REQUEST", "AGREE", "THREATEN", "CONSULT":
	default:
		if c.act.Name != "condemn" && c.act.Name != "endorse" {
			return false
		}
	}
	switch sector {
	case "JUD":
		return !v.asksFrom(c)
	case "LEG":
		object := c.match.Clause.Object
		return len(c.recipients) == 0 && c.act.Type == "REJECT" && object >= 0 && v.x.rules.Classes.Word(c.s.tree, object, "legislation")
	}
	return false
}

// asksFrom reports whether a recipient is who asked for what is ruled on ("a
// Moroccan request", "the extradition to Spain").
func (v *view) asksFrom(c *candidate) bool {
	for _, p := range c.recipients {
		s, head := v.nounOf(p)
		if head < 0 {
			continue
		}
		classes := v.x.rules.Classes
		if classes.Word(s.tree, head, "demands") || classes.Word(s.tree, head, "extraditions") || classes.Word(s.tree, head, "government") {
			return true
		}
		if up := s.tree.Parent[head]; up >= 0 && classes.Word(s.tree, up, "demands") && s.tree.Preposition(head) == "from" {
			return true
		}
	}
	return false
}

// occasioned reports whether token k stands in a phrase below the anchor that
// tells why or when something is done ("over the drills", "amid the tensions
// with", "in response to"), and not where to.
func (v *view) occasioned(c *candidate, k int) bool {
	t, classes := c.s.tree, v.x.rules.Classes
	for steps := 0; k >= 0 && k != c.anchor() && steps < 20; steps++ {
		switch t.Preposition(k) {
		case "over", "amid", "amidst", "after", "following", "despite", "because of", "due to", "citing", "before", "since":
			return true
		case "in":
			if classes.Word(t, k, "manners") {
				return true
			}
		}
		if rel := t.Rel(k); rel == "advcl" && t.Penn[k] == "VBG" {
			return true // "citing security concerns over"
		}
		k = t.Parent[k]
	}
	return false
}

// permitted reports whether a deed is what somebody is allowed or helped to do
// ("authorises the air force to use its ports"): nobody says that he does it.
func (v *view) permitted(c *candidate) bool {
	t := c.s.tree
	first := t.FirstConjunct(c.anchor())
	up := t.Parent[first]
	return up >= 0 && (t.Rel(first) == "xcomp" || t.Rel(first) == "ccomp" || t.Rel(first) == "advcl") && v.x.rules.Classes.Word(t, up, "permitting")
}

// nounOf is the sentence and the noun that a party is named at: the noun that
// its adjective or possessive stands before, else the head of its own name;
// -1 for a party that no mention names.
func (v *view) nounOf(p party) (*sentence, int) {
	if p.mention < 0 {
		return nil, -1
	}
	m := &v.Mentions[p.mention]
	if m.Sentence < 0 || m.Sentence >= len(v.sentences) || m.Head < 0 || m.Head >= len(v.sentences[m.Sentence].tokens) {
		return nil, -1
	}
	s := v.sentences[m.Sentence]
	head := m.Head
	if up := s.tree.Parent[head]; up >= 0 && up < len(s.tokens) {
		switch s.tree.Rels[head] {
		case "amod", "compound", "nmod:poss", "det":
			return s, up
		}
	}
	return s, head
}

// toOwnPeople reports whether a demand, warning or ban is addressed to the doer's
// own citizens, forces or officials: travel advice, orders, appeals at home.
func (v *view) toOwnPeople(c *candidate) bool {
	switch {
	case c.act.Name == "ban-entry", c.act.Name == "impose-sanctions":
	case c.act.Type != "REQUEST" && c.act.Type != "THREATEN" || c.match.Clause.Nominal:
		return false
	}
	clause, t := c.match.Clause, c.s.tree
	places := []int{clause.Indirect, clause.Object, clause.Phrase("to"), clause.Phrase("on"), clause.Phrase("against")}
	if clause.Object >= 0 {
		places = append(places, t.Clause(clause.Object).Phrase("on"))
	}
	for _, k := range places {
		if k < 0 || t.Tags[k] != "NOUN" || !v.x.rules.Classes.Word(t, k, "ownpeople") {
			continue
		}
		if owner := t.Child(k, "nmod:poss"); owner >= 0 && t.Tags[owner] == "PRON" {
			return len(without(v.at(c.s, owner), c.actors)) == 0
		}
		if named := v.named(c.s, k, false); len(without(named, c.actors)) == 0 && v.x.rules.Classes.Word(t, k, "homebodies") {
			return true
		}
	}
	return false
}

// privateDoer reports whether all who act are single legislators (GUIDE rule 2),
// a counted few of a nation ("two Palestinians"), or a town or province.
func (v *view) privateDoer(c *candidate) bool {
	for _, p := range c.actors {
		if p.mention < 0 {
			return false
		}
		m := &v.Mentions[p.mention]
		s, head := v.nounOf(p)
		switch {
		case head < 0:
			return false
		case p.sector == "LEG" && !m.Plural && (m.Kind == chancery.MentionPerson || m.Kind == chancery.MentionOffice) && (m.Office == "lawmaker" || m.Office == "senator"):
		case c.act.Type == "ASSAULT" && m.Kind == chancery.MentionParty && m.Plural && m.Sector == "" && s.tree.Child(m.Head, "nummod") >= 0:
		case c.act.Type == "SUPPORT" && m.Kind == chancery.MentionPlace && (strings.HasPrefix(m.Rule, "tagger") || strings.HasPrefix(m.Rule, "table:town")):
		default:
			return false
		}
	}
	return len(c.actors) > 0
}

// privateSide reports whether all that names the other side of words between
// states is a private person, a firm, a thing of daily life or a gang.
func (v *view) privateSide(c *candidate) bool {
	if len(c.recipients) == 0 || c.filled != filledNot {
		return false
	}
	class := "gangs"
	switch c.act.Type {
	case "COERCE":
		// Who used to speak for an organisation is none of its people.
		return !slices.ContainsFunc(c.recipients, func(p party) bool { return p.kind != chancery.PartyIGO || p.sector != "ELI" })
	case "REJECT", "REQUEST", "THREATEN", "CONSULT":
		class = "private"
	case "ACCUSE", "SUPPORT", "ASSAULT", "AGREE", "AID":
	default:
		return false
	}
	if c.act.Name == "sign" || c.act.Name == "agree" {
		class = "ventures"
	}
	for _, p := range c.recipients {
		s, head := v.nounOf(p)
		if head < 0 || !stateLike(p.kind) {
			return false
		}
		if !v.x.rules.Classes.Word(s.tree, head, class) && !v.x.rules.Classes.Word(s.tree, head, "gangs") {
			return false
		}
	}
	return true
}
