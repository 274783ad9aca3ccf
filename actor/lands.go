package actor

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// land tells where a state lies: degrees of its middle, its neighbours by land.
type land struct {
	north, east float64
	part        string // the part of the world
	beside      []string
}

func (t *tables) addLand(c []string) error {
	if err := need(c, 6, "code, latitude, longitude, region, part, coast"); err != nil {
		return err
	}
	north, err := strconv.ParseFloat(c[1], 64)
	if err != nil || math.Abs(north) > 90 {
		return fmt.Errorf("%w: %q is no latitude", errColumns, c[1])
	}
	east, err := strconv.ParseFloat(c[2], 64)
	if err != nil || math.Abs(east) > 180 {
		return fmt.Errorf("%w: %q is no longitude", errColumns, c[2])
	}
	if _, known := t.lands[c[0]]; !known {
		t.lands[c[0]] = land{north: north, east: east, part: c[4], beside: strings.Fields(at(c, 6))}
	}
	return nil
}

func (t *tables) addTrait(c []string) error {
	if err := need(c, 3, "word, where, codes"); err != nil {
		return err
	}
	key := fold(c[0])
	switch c[1] {
	case "noun":
		key = "noun:" + key
	case "before":
	default:
		return fmt.Errorf("%w: %q is none of noun, before", errColumns, c[1])
	}
	if _, known := t.traits[key]; !known {
		t.traits[key] = strings.Fields(c[2])
	}
	return nil
}

// traitsOf are the states that fit each trait in the words of a description,
// whose noun stands last: "the landlocked kingdom" has two.
func (t *tables) traitsOf(words []word) [][]string {
	var out [][]string
	last := len(words) - 1
	for i := 0; i < last; i++ {
		key := words[i].key
		for _, reach := range []int{3, 2, 1} {
			if i+reach > last {
				continue
			}
			joined := key
			for k := i + 1; k < i+reach; k++ {
				joined += words[k].key
			}
			if codes := t.traits[joined]; codes != nil {
				out = append(out, codes)
				i += reach - 1
				break
			}
		}
	}
	if codes := t.traits["noun:"+words[last].key]; codes != nil {
		out = append(out, codes)
	}
	return out
}

// fitsTraits reports whether a state has every trait.
func fitsTraits(traits [][]string, code string) bool {
	for _, codes := range traits {
		if !slices.Contains(codes, code) {
			return false
		}
	}
	return true
}

// resolveLand reads "the country" and "the island nation": the state named
// beside it, else the one spoken of last that has the traits told and is not
// the doer of the same verb, else the one named next, else the only one in the
// world that has the traits.
func (p *pass) resolveLand(m *found, mem *memory) {
	if p.named(m, chancery.PartyState) {
		return
	}
	doer := p.otherThan(m)
	reach := 6
	if len(m.traits) > 0 {
		reach = 2 * mostBack
	}
	if len(m.traits) == 0 && m.key == "describe:trait" {
		return
	}
	for i := len(mem.states) - 1; i >= 0 && i > len(mem.states)-mostBack && m.Sentence-mem.states[i].Sentence <= reach; i-- {
		if from := mem.states[i]; fitsTraits(m.traits, from.Party()) && !slices.Contains(doer, from.Party()) {
			p.take(m, from, "the-country", 0.7)
			return
		}
	}
	if len(m.traits) == 0 {
		return
	}
	for sentence := m.Sentence; sentence <= m.Sentence+1 && sentence < len(p.found); sentence++ {
		for _, from := range p.found[sentence] {
			if from.Start > m.End && !from.dropped && len(from.Parties) == 1 && from.class != 0 && p.statelike(from) && fitsTraits(m.traits, from.Party()) && !slices.Contains(doer, from.Party()) {
				p.take(m, from, "the-country", 0.6)
				return
			}
		}
	}
	if m.key == "describe:state" {
		if only := onlyOf(m.traits); only != "" {
			p.name(m, only)
			m.Rule, m.Confidence = "the-only-country", 0.6
		}
	}
}

// onlyOf is the one state that has every trait, empty for none or several.
func onlyOf(traits [][]string) string {
	only := ""
	for _, code := range traits[0] {
		if fitsTraits(traits, code) {
			if only != "" {
				return ""
			}
			only = code
		}
	}
	return only
}

func (p *pass) statelike(m *found) bool {
	return m.PartyKind == chancery.PartyState || m.PartyKind == chancery.PartyTerritory
}

// named gives a description the party that is named right behind it ("its
// neighbour Freedonia", "the regional bloc, ASEAN,").
func (p *pass) named(m *found, kind chancery.PartyKind) bool {
	words := p.words[m.Sentence]
	at := m.End
	if m.key == "describe:neighbour" && at+2 < len(words) && words[at].key == "to" && compass(words[at+2].key) != "" {
		at += 3
	}
	comma := at < len(words) && words[at].text == ","
	if comma {
		at++
	}
	if at < len(words) && comma && words[at].key == "the" {
		at++
	}
	next := p.starting(m.Sentence, at)
	if next == nil || len(next.Parties) != 1 || next.PartyKind != kind || next.class == classAdj || next.class == classPeople {
		return false
	}
	if comma && next.End < len(words) && words[next.End].text != "," && words[next.End].text != "." {
		return false // "in the kingdom, Freedonia said"
	}
	p.take(m, next, "named-behind", 0.95)
	return true
}

// otherThan is who the mention cannot stand for, because he does to it what
// the verb over both tells: the subject of the verb whose object, or whom its
// phrase with "to", "on" or "against", the mention is.
func (p *pass) otherThan(m *found) []string {
	tokens := p.sentences[m.Sentence].Tokens
	at := m.Head
	switch tokens[at].Deprel {
	case "obj", "iobj":
	case "obl":
		if !p.towards(tokens, at) {
			return nil
		}
	default:
		return nil
	}
	verb := tokens[at].Head - 1
	for steps := 0; verb >= 0 && steps < 3; steps++ {
		for k := range tokens {
			if tokens[k].Head-1 != verb || tokens[k].Deprel != "nsubj" {
				continue
			}
			for from := range p.near(m.Sentence, k, k+1) {
				if !from.dropped && from.First <= k && k < from.End && len(from.Parties) > 0 && from != m {
					return from.Parties
				}
			}
			return nil
		}
		if rel := tokens[verb].Deprel; rel != "conj" && rel != "xcomp" {
			return nil
		}
		verb = tokens[verb].Head - 1
	}
	return nil
}

// towards reports whether the phrase of a token tells whom something is done to.
func (p *pass) towards(tokens []chancery.Token, at int) bool {
	for k := max(0, at-8); k < at; k++ {
		if tokens[k].Head-1 == at && tokens[k].Deprel == "case" {
			switch tokens[k].Lemma {
			case "to", "on", "upon", "against":
				return true
			}
		}
	}
	return false
}
