package actor

// cues is what the words of a whole document tell about ambiguous names.
type cues struct {
	codes map[string]int // how often each party is named plainly
	words map[string]bool
}

// ambiguous names have several countries; the first is meant unless one of the
// words of another stands in the document. Written by hand from general
// knowledge of the places.
type ambiguous struct {
	code  string
	words []string
}

func ambiguousNames(key string) []ambiguous {
	switch key {
	case "georgia", "georgian", "georgians":
		return []ambiguous{{"GEO", nil}, {"USA", []string{"atlanta", "savannah", "fulton", "macon", "raffensperger", "kemp", "alabama", "carolina", "tennessee", "florida"}}}
	case "congo", "congolese":
		return []ambiguous{{"COD", nil}, {"COG", []string{"brazzaville", "sassou", "nguesso", "pointenoire", "lissouba"}}}
	case "korea", "korean", "koreans":
		return []ambiguous{{"KOR", nil}, {"PRK", []string{"pyongyang", "kimjongun", "kimjongil"}}}
	case "guinea", "guinean", "guineans":
		return []ambiguous{{"GIN", nil}, {"GNB", []string{"bissau"}}, {"GNQ", []string{"malabo", "obiang"}}}
	case "dominican", "dominicans":
		return []ambiguous{{"DOM", nil}, {"DMA", []string{"roseau", "skerrit"}}}
	case "sudan", "sudanese":
		return []ambiguous{{"SDN", nil}}
	case "georgetown":
		return []ambiguous{{"GUY", nil}, {"USA", []string{"university", "texas"}}}
	case "santiago":
		return []ambiguous{{"CHL", nil}, {"CUB", []string{"cuba"}}, {"ESP", []string{"compostela"}}}
	case "tripoli":
		return []ambiguous{{"LBY", nil}, {"LBN", []string{"lebanon", "lebanese", "beirut"}}}
	case "kingston":
		return []ambiguous{{"JAM", nil}, {"CAN", []string{"ontario"}}}
	case "hyderabad":
		return []ambiguous{{"IND", nil}, {"PAK", []string{"sindh", "karachi"}}}
	}
	return nil
}

func (p *pass) readCues() cues {
	c := cues{codes: map[string]int{}, words: map[string]bool{}}
	for _, words := range p.words {
		for i, w := range words {
			if !w.upper && w.key != "university" {
				continue
			}
			c.words[w.key] = true
			if index, known := p.forms[w.key]; known {
				if e := &p.entries[index]; e.class == className || e.class == classAdj || e.class == classCapital {
					c.codes[e.party]++
				}
			}
			if i+1 < len(words) && words[i+1].upper {
				if index, known := p.forms[w.key+words[i+1].key]; known {
					if e := &p.entries[index]; e.class == className || e.class == classAdj || e.class == classCapital {
						c.codes[e.party]++
					}
				}
			}
		}
	}
	return c
}

// choose settles an ambiguous name by the words around; the one passed over
// is the runner-up.
func (p *pass) choose(key, code string, m *found) string {
	list := ambiguousNames(key)
	if len(list) < 2 {
		return code
	}
	chosen, best, own := list[0].code, 0, 0
	for _, a := range list {
		hits := 0
		for _, w := range a.words {
			if p.cues.words[w] {
				hits++
			}
		}
		if a.code == list[0].code {
			own = hits
		}
		if hits > best {
			chosen, best = a.code, hits
		}
	}
	m.Confidence = 0.75
	m.RunnerUp = list[1].code
	if chosen != list[0].code {
		m.RunnerUp = list[0].code
		m.Rule += "+context"
	}
	_ = own
	return chosen
}
