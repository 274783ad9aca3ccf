package actor

import (
	"math"
	"slices"

	"chancery"
)

// readNeighbour finds "its northern neighbour" and "Freedonia's neighbour to
// the east"; the words behind the possessor are the mention.
func (p *pass) readNeighbour(sentence, noun int) {
	words := p.words[sentence]
	for k := noun - 1; k >= 0 && k > noun-6; k-- {
		switch words[k].key {
		case "its", "their", "his", "her", "s":
			m := p.add(sentence, k+1, noun+1, chancery.MentionDescription, "description", 0.6)
			m.Head, m.key = noun, "describe:neighbour"
			m.traits = p.traitsOf(words[k+1 : noun+1])
			return
		case "and", "of", "a", "an", "the":
			return
		}
	}
}

// resolveNeighbour reads a neighbour: the state spoken of that lies beside the
// one whose neighbour it is, on the side that is told; one that the text has
// not named only where there is just one.
func (p *pass) resolveNeighbour(m *found, mem *memory) {
	if p.named(m, chancery.PartyState) {
		return
	}
	bases, side := p.possessors(m), p.sideOf(m)
	for _, base := range bases {
		fits := func(code string) bool {
			return !slices.Contains(bases, code) && p.lies(base, code, side) && fitsTraits(m.traits, code)
		}
		if p.spokenBeside(m, mem, base, fits) {
			return
		}
		if only := p.onlyBeside(base, fits); only != "" && len(bases) == 1 {
			p.name(m, only)
			m.Rule, m.Confidence = "only-neighbour", 0.6
		}
	}
}

// spokenBeside takes the neighbour that the text spoke of last, one by land
// before one over water.
func (p *pass) spokenBeside(m *found, mem *memory, base string, fits func(code string) bool) bool {
	for _, land := range []bool{true, false} {
		for i := len(mem.states) - 1; i >= 0 && i > len(mem.states)-mostBack; i-- {
			from := mem.states[i]
			if slices.Contains(p.lands[base].beside, from.Party()) == land && fits(from.Party()) && p.reaches(base, from.Party()) {
				p.take(m, from, "neighbour", 0.7)
				return true
			}
		}
	}
	return false
}

// onlyBeside is the one neighbour by land that fits, empty for none or several.
func (p *pass) onlyBeside(base string, fits func(code string) bool) string {
	only := ""
	for _, code := range p.lands[base].beside {
		if fits(code) {
			if only != "" {
				return ""
			}
			only = code
		}
	}
	return only
}

// possessors are the states whose neighbour is meant.
func (p *pass) possessors(m *found) []string {
	words := p.words[m.Sentence]
	end := m.First
	if words[end-1].key == "s" {
		end--
	}
	for from := range p.near(m.Sentence, end-1, end) {
		if !from.dropped && from.End == end && from != m && len(from.Parties) > 0 && p.lands[from.Party()].part != "" {
			return from.Parties
		}
	}
	return nil
}

// sideOf is the point of the compass in a description, empty for none: before
// the noun, or behind it in "to the south".
func (p *pass) sideOf(m *found) string {
	words := p.words[m.Sentence]
	for _, w := range words[m.First:m.End] {
		if side := compass(w.key); side != "" {
			return side
		}
	}
	if k := m.End; k+2 < len(words) && (words[k].key == "to" || words[k].key == "in") && words[k+1].key == "the" {
		return compass(words[k+2].key)
	}
	return ""
}

func compass(key string) string {
	switch key {
	case "north", "northern":
		return "n"
	case "south", "southern":
		return "s"
	case "east", "eastern":
		return "e"
	case "west", "western":
		return "w"
	case "northeast", "northeastern":
		return "ne"
	case "northwest", "northwestern":
		return "nw"
	case "southeast", "southeastern":
		return "se"
	case "southwest", "southwestern":
		return "sw"
	}
	return ""
}

// offset is how far the second state lies north and east of the first, in
// degrees of latitude.
func (p *pass) offset(base, code string) (north, east float64) {
	a, b := p.lands[base], p.lands[code]
	east = b.east - a.east
	switch {
	case east > 180:
		east -= 360
	case east < -180:
		east += 360
	}
	return b.north - a.north, east * math.Cos((a.north+b.north)/2*math.Pi/180)
}

// lies reports whether a state lies on the side of another, as far as the
// middles of the two tell.
func (p *pass) lies(base, code, side string) bool {
	if p.lands[code].part == "" {
		return false
	}
	north, east := p.offset(base, code)
	for _, point := range side {
		along, across := north, east
		switch point {
		case 's':
			along = -north
		case 'e':
			along, across = east, north
		case 'w':
			along, across = -east, north
		}
		if along <= 0 || along < math.Abs(across)/3 {
			return false
		}
	}
	return true
}

// reaches reports whether two states are neighbours by land or across a strait.
func (p *pass) reaches(base, code string) bool {
	if slices.Contains(p.lands[base].beside, code) {
		return true
	}
	north, east := p.offset(base, code)
	distance := math.Hypot(north, east)
	return distance < 12 || distance < 30 && p.lands[base].part == p.lands[code].part && len(p.lands[base].beside)+len(p.lands[code].beside) == 0
}
