package actor

// namedForPlace reports whether a name that the tagger takes for a place is
// that of a paper, a sea or a part of the world, which only has the name of a
// place in it ("the Ottawa Treaty", "the Gulf of Mexico", "Latin America"): it
// belongs to no state.
func (p *pass) namedForPlace(sentence, first, end int) bool {
	if end-first < 2 {
		return false
	}
	words := p.words[sentence]
	switch words[end-1].key {
	case "treaty", "declaration", "agreement", "agreements", "accord", "accords", "convention", "conventions", "protocol", "protocols", "pact",
		"memorandum", "initiative", "summit", "conference", "process", "action", "cup", "games", "marathon", "prize",
		"sea", "ocean", "gulf", "bay", "asia", "pacific", "atlantic", "mediterranean", "caribbean", "hemisphere":
		return true
	case "africa":
		return words[end-2].key != "south"
	case "america":
		return words[first].key != "of" && words[end-2].key != "of" // "United States of America"
	}
	switch words[first].key {
	case "gulf", "sea", "bay", "ocean":
		return words[first+1].key == "of"
	}
	return false
}
