package extract

import (
	"slices"

	"chancery"
)

// crowd is whose people the subject of a verb, or the doer of a noun, is
// ("Georgian protesters", "thousands of students in Dhaka"): by its own name,
// else by the nearest place of the sentence. Its sector is never official, so
// that what crowds do stays outside the default scope.
func (v *view) crowd(c *candidate) []party {
	head := c.match.Clause.Subject
	if head < 0 && !c.match.Clause.Nominal {
		head = c.match.Clause.Object // "protesters rallied in …", read as a participle
	}
	sector := "CVL"
	if head >= 0 {
		if m := c.s.mentions[head]; m >= 0 && v.Mentions[m].Sector != "" && !chancery.OfficialSector(v.Mentions[m].Sector) {
			sector = v.Mentions[m].Sector
		}
		if own := v.owner(c.s, head); len(own) > 0 {
			return people(own, sector)
		}
		if own := v.at(c.s, head); len(own) > 0 {
			return people(own, sector)
		}
	} else if own := v.modifier(c, nil); len(own) > 0 {
		return people(own, sector)
	}
	return people(v.scene(c.s, c.anchor()), sector)
}

// people is the people of the parties, of one sector.
func people(parties []party, sector string) []party {
	var out []party
	for _, p := range parties {
		if stateLike(p.kind) {
			p.sector = sector
		}
		out = append(out, p)
	}
	return out
}

// scene is the party of the place nearest to token i in its sentence.
func (v *view) scene(s *sentence, i int) []party {
	const reach = 24
	for step := 1; step < reach; step++ {
		for _, k := range []int{i + step, i - step} {
			if k < 0 || k >= len(s.mentions) || s.mentions[k] < 0 {
				continue
			}
			if m := &v.Mentions[s.mentions[k]]; m.Kind == chancery.MentionPlace || m.Kind == chancery.MentionParty && (!m.Adjective || v.beforeTown(s, k)) {
				if s.tree.Preposition(k) != "against" && s.tree.Preposition(k) != "with" {
					return v.at(s, k)
				}
			}
		}
	}
	return nil
}

// beforeTown reports whether an adjective stands before a town or region ("the
// Venezuelan capital").
func (v *view) beforeTown(s *sentence, k int) bool {
	return k+1 < s.tree.Len() && v.x.rules.Classes.Word(s.tree, k+1, "territory") || k+1 < s.tree.Len() && s.tree.Lemmas[k+1] == "capital"
}

// ownPeople is the actors' own people, whom a measure at home concerns ("the
// junta imposed a curfew").
func ownPeople(c *candidate) []party {
	own := people(c.actors, "CVL")
	for i := range own {
		own[i].mention = -1
	}
	return own
}

// ownPeopleIn reports whether a recipient is the people of an actor.
func ownPeopleIn(actors []string, role chancery.Role) bool {
	return slices.Contains(actors, role.Party) && !chancery.OfficialSector(role.Sector)
}
