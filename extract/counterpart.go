package extract

import (
	"slices"
	"strings"

	"chancery"
)

// filled tells where the recipient of a candidate was taken from when its own
// clause does not name one.
type filled int

const (
	filledNot      filled = iota
	filledPronoun         // a pronoun in the recipient's place that cannot mean the doer
	filledObject          // whom the object was told to belong to
	filledSentence        // the other party of an act of the same sentence
	filledRepeat          // whom the same act was last told to be done to
	filledBefore          // the other party of an act a few sentences before
	filledTopic           // the other one of the pair that the document is about
)

// counterpart finds whom an act is done to where its own words do not tell
// (GUIDE rule 18): the other party of the last act that one of its actors had
// a part in, else the other one of the pair that the document is about.
func (v *view) counterpart(c *candidate) ([]party, filled) {
	if len(c.actors) == 0 || !official(c.actors) {
		return nil, filledNot
	}
	if found := v.pronounOther(c); len(found) > 0 {
		return found, filledPronoun
	}
	if found := v.addressee(c); len(found) > 0 {
		return found, filledSentence
	}
	if found := v.complainant(c); len(found) > 0 {
		return found, filledSentence
	}
	if found := v.sufferer(c); len(found) > 0 {
		return found, filledSentence
	}
	if found := v.referent(c); len(found) > 0 {
		return found, filledPronoun
	}
	if found := v.avenger(c); len(found) > 0 {
		return found, filledSentence
	}
	if found := v.there(c); len(found) > 0 {
		return found, filledPronoun
	}
	if found := v.beneficiary(c); len(found) > 0 {
		return found, filledRepeat
	}
	object, wants := v.wantsCounterpart(c)
	if !wants {
		if found := v.answersWhom(c); len(found) > 0 {
			return found, filledTopic
		}
		return nil, filledNot
	}
	for n := c.nth - 1; n >= 0 && v.told[n].s == c.s; n-- {
		if found := otherSide(v.told[n], c); len(found) > 0 {
			return found, filledSentence
		}
	}
	if !object {
		return nil, filledNot
	}
	if v.x.operators.counterpart[c.act.Name] == "people" {
		if found := v.repeated(c); len(found) > 0 {
			return found, filledRepeat
		}
	}
	for n := c.nth - 1; n >= 0 && n > c.nth-mostOfOneAct; n-- {
		d := v.told[n]
		if c.s.index-d.s.index > farthestBack {
			break
		}
		if found := otherSide(d, c); len(found) > 0 {
			return found, filledBefore
		}
	}
	if v.x.operators.counterpart[c.act.Name] == "it" {
		return nil, filledNot // who is judged is asked of the acts first, see fillFromBefore
	}
	if found := v.sameHost(c); len(found) > 0 {
		return found, filledRepeat
	}
	if found := without(v.topicPartner(c), c.actors); len(found) > 0 {
		return found, filledTopic
	}
	return nil, filledNot
}

// repeated is whom the same act was last told to be done to, by others: one of
// several expulsions of the same day.
func (v *view) repeated(c *candidate) []party {
	for n := c.nth - 1; n >= 0 && n > c.nth-mostOfOneAct; n-- {
		d := v.told[n]
		if d.act.Name == c.act.Name && !d.partial && d.left == "" && len(d.recipients) > 0 {
			return without(d.recipients, c.actors)
		}
	}
	return nil
}

// addressee is whom a participle of asking addresses through the verb over it:
// "wrote to the embassy asking it to …", "sent a letter to Oslo urging …".
func (v *view) addressee(c *candidate) []party {
	t := c.s.tree
	at, up := c.anchor(), t.Parent[c.anchor()]
	if c.act.Type != "REQUEST" || t.Penn[at] != "VBG" || up < 0 || !t.IsVerb(up) || c.match.Clause.Indirect >= 0 {
		return nil
	}
	if object := c.match.Clause.Object; object >= 0 && (t.Tags[object] == "PROPN" || v.x.rules.Classes.Word(t, object, "everybody")) {
		return nil
	}
	above := t.Clause(up)
	for _, head := range []int{above.Phrase("to"), above.Indirect, above.Object, above.Phrase("with")} {
		if found := without(v.named(c.s, head, false), c.actors); head >= 0 && len(found) > 0 {
			return found
		}
	}
	return nil
}

// complainant is who complains, in the same sentence, of an intrusion of which
// the words do not tell whose air or ships it touched, or thanks for help of
// which they do not tell to whom.
func (v *view) complainant(c *candidate) []party {
	intrusion := c.act.Type == "MOBILIZE" && c.match.Clause.Nominal
	if !intrusion && c.act.Type != "AID" || !strings.Contains(c.rule.Fields["needs"], "recipient") {
		return nil
	}
	for n := len(v.told) - 1; n >= 0 && v.told[n].s == c.s; n-- {
		if d := v.told[n]; (intrusion && d.act.Type == "ACCUSE" || !intrusion && d.act.Name == "endorse") && !d.partial && d.left == "" && overlap(d.recipients, c.actors) {
			return without(d.actors, c.actors)
		}
	}
	return nil
}

// notHimself mends a doer who is told by a pronoun and taken for the party to
// whom it is plainly done ("she had delivered a protest to London"): then it is
// the other one of the pair that the last acts or the text are about.
func (v *view) notHimself(c *candidate) {
	subject := c.match.Clause.Subject
	if len(c.recipients) > 0 || len(c.actors) != 1 || subject < 0 || c.s.tree.Tags[subject] != "PRON" || firstPerson(c.s.tree.Words[subject]) || c.rule.Fields["voice"] != "" {
		return
	}
	for _, place := range []string{"to", "against", "with"} {
		head := c.match.Clause.Phrase(place)
		if head < 0 {
			continue
		}
		named := v.named(c.s, head, false)
		if len(named) != 1 || named[0].code != c.actors[0].code || named[0].mention < 0 || named[0].owned {
			continue
		}
		if kind := v.Mentions[named[0].mention].Kind; kind != chancery.MentionParty && kind != chancery.MentionPlace && kind != chancery.MentionOrganisation {
			continue
		}
		if other := without(v.topicPartner(c), c.actors); len(other) > 0 {
			c.actors, c.recipients = other, named
			return
		}
	}
}

// pronounOther is whom an object pronoun means: the last one named before it
// who is not the doer, since a doer would be "himself".
func (v *view) pronounOther(c *candidate) []party {
	clause, t := c.match.Clause, c.s.tree
	if clause.Nominal {
		return nil
	}
	for _, k := range []int{clause.Indirect, clause.Object, clause.Phrase("with"), clause.Phrase("to")} {
		if k < 0 || t.Tags[k] != "PRON" || (t.Words[k] != "him" && t.Words[k] != "her") {
			continue
		}
		for n := c.s.index; n >= 0 && n >= c.s.index-1; n-- {
			row := v.sentences[n]
			last := len(row.tokens) - 1
			if n == c.s.index {
				last = k - 1
			}
			for j := last; j >= 0; j-- {
				m := row.mentions[j]
				if m < 0 || (v.Mentions[m].Kind != chancery.MentionPerson && v.Mentions[m].Kind != chancery.MentionOffice) {
					continue
				}
				if found := without(v.at(row, j), c.actors); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// knownObject fills what an act leaves out from the last act on the same
// people or things ("arrested two envoys … The envoys were charged with"): whom
// they belong to, and for a passive without an agent who acts.
func (v *view) knownObject(c *candidate) {
	object, t := c.match.Clause.Object, c.s.tree
	if object < 0 || c.act.Either || t.Child(object, "nmod:poss", "nmod") >= 0 {
		return
	}
	pointing := t.Child(object, "amod", "nummod") < 0 && v.pointing(c.s, object)
	classes := v.x.rules.Classes
	if !classes.Word(t, object, "diplomats") && !classes.Word(t, object, "detainees") && !classes.Word(t, object, "heads") {
		return
	}
	for n := len(v.told) - 1; n >= 0 && n > len(v.told)-mostOfOneAct && c.s.index-v.told[n].s.index <= farthestBack; n-- {
		d := v.told[n]
		if d.partial || d.left != "" || d.s == c.s && d.anchor() >= c.anchor() || len(d.recipients) == 0 || d.object < 0 || d.s.tree.Lemmas[d.object] != t.Lemmas[object] {
			continue
		}
		if !pointing && !sameNumber(c, object, d) {
			continue
		}
		if len(c.actors) == 0 && c.match.Clause.Passive && c.match.Clause.Subject < 0 {
			c.actors = d.actors
		}
		if len(c.recipients) == 0 || v.guessed(c.recipients) {
			c.recipients, c.filled = without(d.recipients, c.actors), filledObject
		}
		return
	}
}

// sameNumber reports whether the object is counted as that of d is ("two
// foreign envoys" after "two Maltese envoys").
func sameNumber(c *candidate, object int, d *candidate) bool {
	a, b := c.s.tree.Child(object, "nummod"), d.s.tree.Child(d.object, "nummod")
	return a >= 0 && b >= 0 && c.s.tree.Words[a] == d.s.tree.Words[b]
}

// guessed reports whether parties stand on no more than who the text was
// speaking of when it named an office without its country.
func (v *view) guessed(list []party) bool {
	return len(list) > 0 && list[0].mention >= 0 && v.Mentions[list[0].mention].Rule == "scene"
}

// otherSide is who stands against the actors of c in act d: its recipients
// where they do it, its doers where it is done to them.
func otherSide(d, c *candidate) []party {
	if d.partial || d.left != "" || len(d.actors) == 0 || len(d.recipients) == 0 || d.status == chancery.StatusDenied {
		return nil
	}
	if d.act.Type == "CONSULT" {
		// Of those who met, the other one, where there is just one.
		all := append(slices.Clone(d.actors), d.recipients...)
		if other := without(all, c.actors); len(codes(other)) == 1 && overlap(all, c.actors) {
			return other
		}
		return nil
	}
	switch {
	case overlap(c.actors, d.actors):
		return without(d.recipients, c.actors)
	case overlap(c.actors, d.recipients):
		return without(d.actors, c.actors)
	}
	return nil
}

// wantsCounterpart reports whether the act is always done to somebody, and
// whether its object is such that the text leaves out whom only where the
// reader knows; without that, only its own sentence can tell.
func (v *view) wantsCounterpart(c *candidate) (object, wants bool) {
	how, listed := v.x.operators.counterpart[c.act.Name]
	if !listed || c.match.Clause.Indirect >= 0 {
		return false, false // nobody, or somebody named though not who that is
	}
	head := c.match.Clause.Object
	if how == "it" {
		head = v.judgedNoun(c)
	}
	if head < 0 {
		head = c.match.Clause.Phrase("for")
	}
	if head < 0 && how == "talks" {
		if head = c.match.Clause.Phrase("to"); head < 0 {
			head = c.match.Clause.Complement
		}
	}
	if head >= 0 && v.x.rules.Classes.Word(c.s.tree, head, "everybody") {
		return false, false // "all parties"
	}
	if how == "border" {
		for _, word := range []string{"to", "on", "along", "at", "near", "toward", "towards"} {
			if k := c.match.Clause.Phrase(word); k >= 0 && v.x.rules.Classes.Word(c.s.tree, k, "airspace") && v.pointing(c.s, k) {
				return false, true
			}
		}
		return false, false
	}
	if head < 0 && how != "any" {
		return false, c.act.Name == "deny" && c.match.Clause.Complement >= 0
	}
	ok := v.objectFits(c, head, how)
	return ok, ok
}

// objectFits reports whether the object's head is what the list of acts asks for.
func (v *view) objectFits(c *candidate, head int, how string) bool {
	classes, t := v.x.rules.Classes, c.s.tree
	switch how {
	case "any":
		return true
	case "people":
		owner := t.Child(head, "nmod:poss")
		if m := c.s.mentions[head]; m >= 0 && len(v.Mentions[m].Parties) == 0 && (v.Mentions[m].Kind == chancery.MentionPerson || v.Mentions[m].Kind == chancery.MentionOffice) {
			return true // "expelled Ambassador NAME"
		}
		return classes.Word(t, head, "diplomats") && len(v.owner(c.s, head)) == 0 && (owner < 0 || t.Tags[owner] == "PRON")
	case "thing":
		return classes.Word(t, head, "owed")
	case "talks":
		return classes.Word(t, head, "talks") || classes.Phrase(t, head, "aid")
	case "it":
		if v.pointing(c.s, head) && !v.x.nouns["attack"][t.Lemmas[head]] && (classes.Word(t, head, "deed") || v.x.namesAct(t.Lemmas[head])) {
			return true // an attack is nobody's until somebody is told to have made it
		}
		return t.Words[head] == "it" || t.Words[head] == "this" || t.Words[head] == "that"
	case "known":
		det := t.Child(head, "det", "nmod:poss")
		if det < 0 && t.Penn[head] == "NNS" && classes.Word(t, head, "demands") {
			return true
		}
		return det >= 0 && t.Lemmas[det] != "a" && t.Lemmas[det] != "any" && t.Lemmas[det] != "all" && t.Lemmas[det] != "no"
	}
	return false
}

// topicPartner is the party that shares the document with the actors: the one
// named most, where no third one comes near.
func (v *view) topicPartner(c *candidate) []party {
	if v.topic == nil {
		v.weighTopic()
	}
	best, second := -1, 0
	for i, row := range v.topic {
		if overlap([]party{row.party}, c.actors) {
			continue
		}
		switch {
		case best < 0 || row.weight > v.topic[best].weight:
			if best >= 0 {
				second = v.topic[best].weight
			}
			best = i
		case row.weight > second:
			second = row.weight
		}
	}
	if best < 0 || v.topic[best].weight < leastTopic || v.topic[best].weight < 2*second {
		return nil
	}
	return []party{v.topic[best].party}
}

// leastTopic is the weight that a party needs to be a topic: a mention counts
// one, one in the first two sentences two.
const leastTopic = 3

type topicRow struct {
	party  party
	weight int
}

// weighTopic counts how often the document names each party.
func (v *view) weighTopic() {
	v.topic = []topicRow{}
	at := map[string]int{}
	for m := range v.Mentions {
		mention := &v.Mentions[m]
		if mention.Rule == "last-two" || !stateLike(mention.PartyKind) || !chancery.OfficialSector(mention.Sector) {
			continue
		}
		for _, code := range mention.Parties {
			i, known := at[code]
			if !known {
				i = len(v.topic)
				at[code] = i
				v.topic = append(v.topic, topicRow{party: party{code: code, mention: -1, kind: mention.PartyKind, sector: ""}})
			}
			v.topic[i].weight++
			if mention.Sentence < 2 {
				v.topic[i].weight++
			}
		}
	}
}
