package extract

import "chancery"

// listedBefore is the further parties of a list of names that ends at subject
// i ("Oslo, Rome, and Paris have"), read by position where the arcs cut it off.
func (v *view) listedBefore(s *sentence, i int) []party {
	t := s.tree
	if t.Rel(i) != "nsubj" || s.mentions[i] < 0 || len(v.at(s, i)) == 0 {
		return nil
	}
	k := v.Mentions[s.mentions[i]].First
	if k > 0 && t.Words[k-1] == "the" {
		k--
	}
	if k == 0 || t.Words[k-1] != "and" {
		return nil
	}
	var out []party
	for members := 0; k > 1 && members < mostListed; members++ {
		for k > 0 && (t.Words[k-1] == "and" || t.Words[k-1] == "," || t.Words[k-1] == "the") {
			k--
		}
		if k == 0 || s.mentions[k-1] < 0 {
			return out
		}
		mention := &v.Mentions[s.mentions[k-1]]
		found := v.at(s, k-1)
		if len(found) == 0 || mention.Adjective || mention.Kind == chancery.MentionPronoun || mention.Kind == chancery.MentionMission || t.Preposition(k-1) != "" && members > 0 {
			return out
		}
		if t.Preposition(k-1) != "" {
			return nil // "in Bahrain, and the Emirates have"
		}
		out = append(without(found, out), out...)
		k = mention.First
		if k == 0 || t.Words[k-1] != "," && t.Words[k-1] != "and" && t.Words[k-1] != "the" {
			return out
		}
	}
	return out
}

// listed is the further parties of a list of names that begins at token i
// ("Oslo, Rome and Paris"), read by position where the arcs lose them.
func (v *view) listed(s *sentence, i int) []party {
	if s.mentions[i] < 0 || len(v.at(s, i)) == 0 {
		return nil
	}
	var out, run []party
	_, k := v.wholeName(s, v.Mentions[s.mentions[i]].First)
	for members := 0; k < len(s.tokens) && members < mostListed; members++ {
		word := s.tree.Words[k]
		joins := word == "and"
		if word != "," && !joins {
			break
		}
		for k++; k < len(s.tokens) && (s.tree.Words[k] == "and" || s.tree.Words[k] == "the"); k++ {
			joins = joins || s.tree.Words[k] == "and"
		}
		if k >= len(s.tokens) || s.mentions[k] < 0 || s.tree.Tags[k] == "VERB" {
			break
		}
		mention := &v.Mentions[s.mentions[k]]
		if mention.Kind == chancery.MentionPronoun || mention.Kind == chancery.MentionMission {
			break
		}
		found, end := v.wholeName(s, k)
		if len(found) == 0 {
			break
		}
		run = append(run, found...)
		k = end
		if joins {
			out = append(out, run...)
			run = nil
		}
	}
	return out
}

// mostListed bounds a list of names, so that a hostile sentence that is one list
// is still read in linear time.
const mostListed = 40

// including is the parties that a phrase names as examples of its noun ("our
// partners, including Jordan and Iraq").
func (v *view) including(s *sentence, i int) []party {
	t := s.tree
	for k := i + 1; k+1 < t.Len() && k < i+9; k++ {
		switch {
		case t.Words[k] == "including" || t.Words[k] == "such" && t.Words[k+1] == "as":
			for j := k + 1; j < t.Len() && j < k+4; j++ {
				if found, _ := v.wholeName(s, j); len(found) > 0 {
					return append(found, without(v.listed(s, j), found)...)
				}
			}
			return nil
		case t.Tags[k] == "VERB" && s.mentions[k] < 0:
			return nil
		}
	}
	return nil
}

// wholeName reads the mentions of one party that stand directly after each
// other ("British" "Prime Minister" "Boris Johnson") and where they end. An
// adjective before a plain noun is no name.
func (v *view) wholeName(s *sentence, k int) (found []party, end int) {
	end = k
	for k >= 0 && k < len(s.tokens) && s.mentions[k] >= 0 {
		mention := &v.Mentions[s.mentions[k]]
		own := v.at(s, k)
		if len(found) > 0 && len(without(own, found)) > 0 {
			break
		}
		if found = append(found, without(own, found)...); mention.End <= k {
			break
		}
		k = mention.End
		end = k
		if mention.Adjective && (k >= len(s.tokens) || s.mentions[k] < 0) {
			return nil, end
		}
	}
	return found, end
}
