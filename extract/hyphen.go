package extract

import "chancery"

// placeHyphens takes away the names that only say whose hand a thing came from
// or under whose it is: in "Turkish-made drones" and "rebel-held Yemen" the
// name before the hyphen is no owner of the noun behind it.
func (v *view) placeHyphens() {
	for _, s := range v.sentences {
		for i := 0; i+2 < len(s.tokens); i++ {
			m := s.mentions[i]
			if m < 0 || s.tree.Words[i+1] != "-" && s.tree.Words[i+1] != "–" || !handed(s.tree.Words[i+2]) {
				continue
			}
			if mention := &v.Mentions[m]; mention.Kind == chancery.MentionPerson || mention.End > i+1 {
				continue
			}
			for k := i; k >= 0 && s.mentions[k] == m; k-- {
				s.mentions[k] = -1
			}
		}
	}
}

// handed names the participles that, behind a name and a hyphen, tell where a
// thing comes from, who helps it or who holds it.
func handed(word string) bool {
	switch word {
	case "made", "built", "produced", "designed", "manufactured", "supplied", "donated", "provided", "gifted", "born", "bound",
		"controlled", "held", "ruled", "occupied", "administered", "governed", "dominated", "annexed", "claimed",
		"backed", "supported", "aligned", "allied", "affiliated", "linked", "trained", "funded", "financed", "sponsored", "armed",
		"friendly", "leaning", "inspired", "style", "era", "speaking", "educated", "based", "brokered", "mediated", "facilitated":
		return true
	}
	return false
}
