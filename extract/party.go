package extract

import (
	"slices"
	"strings"

	"chancery"
)

// party is one party of an act with the mention that names it.
type party struct {
	code    string
	mention int
	kind    chancery.PartyKind
	sector  string
	// owned is true for a party that was found as the owner of what is named
	// ("Iranian airline", "Russia's mission").
	owned bool
}

func codes(list []party) []string {
	out := []string{}
	for _, p := range list {
		if !slices.Contains(out, p.code) {
			out = append(out, p.code)
		}
	}
	return out
}

// without is list less the parties of others.
func without(list, others []party) []party {
	var out []party
	for _, p := range list {
		if !slices.ContainsFunc(others, func(o party) bool { return o.code == p.code }) {
			out = append(out, p)
		}
	}
	return out
}

// at is the parties of the mention over token i. First persons without a
// party of their own stand for the one who speaks.
func (v *view) at(s *sentence, i int) []party {
	if i < 0 || i >= len(s.mentions) {
		return nil
	}
	if own, found := v.ownSpeaker(s, i); found {
		return own
	}
	if own := v.firstAt(s, i); len(own) > 0 {
		return own
	}
	if v.depth > mostDepth {
		return nil // what stands for something that stands for it in turn
	}
	v.depth++
	defer func() { v.depth-- }()
	var out []party
	if m := s.mentions[i]; m >= 0 {
		mention := &v.Mentions[m]
		if mention.Kind == chancery.MentionPlace && strings.ToLower(s.tree.Words[i]) == s.tokens[i].Of(s.text) {
			return nil // "in a" is no town
		}
		switch s.tree.Words[i] {
		case "eastern", "western", "northern", "southern", "middle", "central":
			if mention.Kind == chancery.MentionPlace && mention.End-mention.First == 1 {
				return nil // a part of what follows
			}
		}
		if said := v.voiceAt(s, i); mention.Rule == "scene" && mention.Kind == chancery.MentionOffice && said.attribution >= 0 && (said.verb == chancery.VerbSay || said.verb == chancery.VerbAnnounce) && len(codes(said.parties)) == 1 && stateLike(said.parties[0].kind) {
			// "May said ministers would stay away": the speaker's own.
			return []party{{code: said.parties[0].code, mention: m, kind: said.parties[0].kind, sector: mention.Sector}}
		}
		if pair := v.sidesByActs(s, m); len(pair) > 0 {
			return pair
		}
		for _, code := range mention.Parties {
			out = append(out, party{code: code, mention: m, kind: mention.PartyKind, sector: mention.Sector})
		}
		if mention.Kind == chancery.MentionOffice && len(out) == 0 && v.Sentences[s.index].Tokens[i].UPOS != "" && v.atHome(s, i) {
			for _, p := range v.document.parties {
				out = append(out, party{code: p.code, mention: m, kind: p.kind, sector: "GOV"})
			}
		}
	}
	if len(out) == 0 && (firstPerson(s.tree.Words[i]) || v.speakerPronoun(s, i)) {
		speaker := v.voiceAt(s, i)
		out = append(out, speaker.parties...)
	}
	if word := s.tree.Words[i]; len(out) == 1 && (word == "they" || word == "them") && overlap(out, v.voiceAt(s, i).parties) {
		if several := v.severalBefore(s, i, out); len(several) > 0 {
			return several // "expelled eight envoys, saying that they were spies"
		}
	}
	if word := s.tree.Words[i]; len(out) == 1 && (word == "they" || word == "their") {
		if all := v.voiceAt(s, i).parties; len(codes(all)) > 1 && overlap(out, all) {
			return all // "A and B said they"
		}
		if all := v.rowBefore(s, i); len(codes(all)) > 1 && overlap(out, all) {
			return all // "A and B share a river. They signed"
		}
	}
	if len(out) == 0 && v.homeNoun(s, i) {
		return v.document.parties
	}
	if len(out) == 0 && s.tree.Tags[i] == "PRON" {
		out = v.fromBack(s, i)
	}
	return out
}

// severalBefore is whose the last several people before token i in its sentence
// are, where they are none of the parties given.
func (v *view) severalBefore(s *sentence, i int, others []party) []party {
	if v.backs > 0 {
		return nil // asked for while it is looked for
	}
	v.backs++
	defer func() { v.backs-- }()
	t := s.tree
	for k := i - 1; k >= 0 && k > i-25; k-- {
		if t.Penn[k] != "NNS" || !v.x.rules.Classes.Word(t, k, "diplomats") && !v.x.rules.Classes.Word(t, k, "detainees") {
			continue
		}
		for _, up := range []int{k, t.Clause(k).Phrase("of")} {
			if up < 0 {
				continue
			}
			if found := without(v.owner(s, up), others); len(found) > 0 {
				return found
			}
			if found := without(v.at(s, up), others); len(found) > 0 {
				return found
			}
		}
		return nil
	}
	return nil
}

// atHome reports whether an office without a country is the publisher's own
// ("the Prime Minister" in a statement of the British government).
func (v *view) atHome(s *sentence, i int) bool {
	if len(v.document.parties) == 0 || s.tokens[i].Of(s.text) == s.tree.Words[i] {
		return false
	}
	return s.tree.Child(i, "nmod:poss", "nmod") < 0
}

// named is who the noun phrase with head i names: each conjunct by its own
// mention, else by what belongs to it. official asks for a party that acts:
// owners count only where the noun stands for its owner ("Iranian officials").
func (v *view) named(s *sentence, i int, official bool) []party {
	if i < 0 {
		return nil
	}
	var out []party
	for _, k := range s.tree.Conjuncts(i) {
		if s.tree.Parent[k] >= 0 && k != i && s.tree.IsVerb(k) {
			continue
		}
		out = append(out, v.one(s, k, official)...)
	}
	out = append(out, without(v.listed(s, i), out)...)
	return append(without(v.listedBefore(s, i), out), out...)
}

func (v *view) one(s *sentence, i int, official bool) []party {
	t := s.tree
	if official && v.firmName(s, i) {
		return nil
	}
	if own := v.at(s, i); len(own) > 0 && (s.mentions[i] < 0 || v.headsMention(s, i)) {
		if both := v.bothSides(s, i); len(codes(own)) == 1 && len(codes(both)) > 1 && overlap(own, both) {
			return both
		}
		if all := v.owner(s, i); len(without(own, all)) == 0 && len(codes(all)) > len(codes(own)) {
			return all // "officials from Chad and Niger"
		}
		if t.Tags[i] == "NOUN" && v.guessed(own) {
			if owner := v.owner(s, i); len(owner) > 0 {
				return owner // what the words tell goes before whom the text was speaking of
			}
		}
		return own
	}
	if official && v.outOfOffice(s, i) {
		return nil
	}
	if t.Penn[i] == "NNS" && t.Tags[i] == "NOUN" && v.x.rules.Classes.Word(t, i, "relatives") {
		if among := v.including(s, i); len(among) > 0 {
			return among // "several NATO allies, including Spain"
		}
	}
	if t.Penn[i] == "NN" && v.memberState(s, i) {
		return nil
	}
	stands := v.x.rules.Classes.Phrase(t, i, "official")
	deed := v.x.rules.Classes.Word(t, i, "document") || v.x.rules.Classes.Word(t, i, "deed")
	if official && !stands && !deed {
		if own := v.headOfOrgan(s, i); len(own) > 0 {
			return own
		}
		if own := v.at(s, i); len(own) > 0 && t.Tags[i] == "PROPN" {
			return own
		}
		if v.x.rules.Classes.Word(t, i, "kinds") && t.Rel(i) == "appos" {
			return v.at(s, t.Parent[i]) // "Oslo, a country that"
		}
		return nil
	}
	if owner := v.owner(s, i); len(owner) > 0 {
		return owner
	}
	if own := v.at(s, i); len(own) > 0 {
		return own
	}
	if both := v.bothSides(s, i); len(both) > 0 {
		return both
	}
	if known := v.definite(s, i); len(known) > 0 {
		return known
	}
	if among := v.including(s, i); len(among) > 0 {
		return among
	}
	if up := t.Parent[i]; t.Rel(i) == "appos" && up >= 0 && up < i {
		return v.at(s, up) // "Oslo, a capital that …"
	}
	if deed && official {
		if who := t.Doer(i); who >= 0 && who != i && t.Parent[i] != who {
			return v.shallow(s, who)
		}
	}
	return nil
}

// headsMention reports whether i is the head of the mention over it, or
// stands where the parser and the mention disagree by a word.
func (v *view) headsMention(s *sentence, i int) bool {
	m := &v.Mentions[s.mentions[i]]
	return m.Head == i || !m.Adjective
}

// shallow is named for one noun without following deeds further.
func (v *view) shallow(s *sentence, i int) []party {
	var out []party
	for _, k := range s.tree.Conjuncts(i) {
		if own := v.at(s, k); len(own) > 0 {
			out = append(out, own...)
		} else if v.x.rules.Classes.Phrase(s.tree, k, "official") {
			out = append(out, v.owner(s, k)...)
		}
	}
	return out
}

// owner is whose the noun is: possessor, adjective, compound, then "of".
func (v *view) owner(s *sentence, i int) []party {
	t := s.tree
	for _, rels := range [][]string{{"nmod:poss"}, {"amod", "compound", "det", "nmod:unmarked", "appos"}, {"nmod"}} {
		for _, k := range nearby(t.Children(i)) {
			if !slices.Contains(rels, t.Rels[k]) && !(rels[0] == "nmod" && t.Rel(k) == "nmod") {
				continue
			}
			if rels[0] == "nmod" && !ownerPreposition(t.Preposition(k)) {
				continue
			}
			if t.Rels[k] == "det" && s.mentions[k] >= 0 && s.mentions[k] == s.mentions[i] {
				continue
			}
			var out []party
			for _, c := range t.Conjuncts(k) {
				out = append(out, v.at(s, c)...)
			}
			if rels[0] == "nmod" && len(out) > 0 && t.Preposition(k) != "in" {
				out = append(out, without(v.listed(s, k), out)...)
			}
			if len(out) == 0 && rels[0] == "nmod" {
				out = v.owner(s, k)
			}
			if len(out) == 0 && rels[0] == "nmod:poss" {
				out = v.owner(s, k)
			}
			for n := range out {
				out[n].owned = true
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

func ownerPreposition(word string) bool {
	switch word {
	case "of", "from", "for", "to", "at", "in", "within", "inside", "with", "against":
		return true
	}
	return false
}

func nearby(children []int) []int {
	if len(children) > 48 {
		return children[:48]
	}
	return children
}
