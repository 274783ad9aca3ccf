package relations

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
	"chancery/ontology"
)

// seats are the missions between the parties of a question: the known ones,
// and those that came into being.
type seats struct {
	list  []chancery.Mission
	names map[string]Names
}

// newSeats takes the known missions of which both sides are among the parties
// (all when no parties are named).
func newSeats(q Question) *seats {
	s := &seats{names: q.Names}
	for _, m := range q.Missions {
		if q.A == "" || m.Sender == q.A && m.Host == q.B || m.Sender == q.B && m.Host == q.A {
			s.list = append(s.list, m)
		}
	}
	return s
}

// find gives the index of the mission, which comes into being when no known
// one fits.
func (s *seats) find(id identity) int {
	if id.id != "" {
		if i := slices.IndexFunc(s.list, func(m chancery.Mission) bool { return m.ID == id.id }); i >= 0 {
			return i
		}
	}
	var fitting []int
	for i, m := range s.list {
		if m.Sender == id.sender && m.Host == id.host && kindFits(m, id.kind) && townFits(m, id) {
			fitting = append(fitting, i)
		}
	}
	slices.SortStableFunc(fitting, func(i, j int) int { return cmp.Compare(rank(s.list[i], id), rank(s.list[j], id)) })
	if id.town == "" && len(fitting) > 1 && !s.list[fitting[0]].Main() {
		fitting = nil // one of several consulates, and no text tells which
	}
	if len(fitting) > 0 {
		if m := &s.list[fitting[0]]; m.Town == "" && id.town != "" {
			m.Town = id.town
		}
		return fitting[0]
	}
	s.list = append(s.list, s.newMission(id))
	return len(s.list) - 1
}

// turned is the identity with sender and host changed where nobody knows of such
// a mission of the one with the other, and a mission of that kind is known, or
// spoken of elsewhere, the other way round: "the liaison mission" that Moscow
// suspends is the alliance's. A main mission there is always both ways.
func (s *seats) turned(id identity) identity {
	has := func(sender, host string) bool {
		return slices.ContainsFunc(s.list, func(m chancery.Mission) bool {
			return m.Sender == sender && m.Host == host && m.Kind == id.kind && townFits(m, id)
		})
	}
	seat := chancery.Mission{Kind: id.kind}
	if id.kind == ontology.MissionGeneric || seat.Main() || has(id.sender, id.host) || !has(id.host, id.sender) {
		return id
	}
	id.sender, id.host = id.host, id.sender
	return id
}

// rank prefers the very kind, then the same town, then the main mission.
func rank(m chancery.Mission, id identity) int {
	r := 0
	if m.Kind != id.kind {
		r += 4
	}
	if id.town == "" || m.Town != id.town {
		r += 2
	}
	if !m.Main() {
		r++
	}
	return r
}

// kindFits lets a main mission be called embassy, mission or, generically,
// anything; a generic word may also mean the only mission there is.
func kindFits(m chancery.Mission, kind chancery.MissionKind) bool {
	switch kind {
	case ontology.MissionGeneric, "":
		return m.Main()
	case chancery.MissionEmbassy, chancery.MissionPermanent:
		return m.Main()
	}
	return m.Kind == kind
}

// townFits compares towns of consulates; a main mission is the same wherever a
// text puts it (Brussels, Uccle; or moved).
func townFits(m chancery.Mission, id identity) bool {
	if m.Main() || m.Town == "" || id.town == "" {
		return true
	}
	return strings.EqualFold(m.Town, id.town)
}

// newMission names a mission that no table knows: a generic one counts as the
// main one.
func (s *seats) newMission(id identity) chancery.Mission {
	m := chancery.Mission{Kind: id.kind, Sender: id.sender, Host: id.host, Town: id.town}
	if m.Kind == ontology.MissionGeneric || m.Kind == "" {
		m.Kind = chancery.MissionEmbassy
		if !s.isState(id.sender) || !s.isState(id.host) {
			m.Kind = chancery.MissionPermanent
		}
	}
	m.ID = id.sender + ">" + id.host + "/" + string(m.Kind)
	if m.Kind == chancery.MissionConsulate && m.Town != "" {
		m.ID += "/" + strings.ToLower(m.Town)
	}
	return m
}

// isState tells by its form a state's code (three capitals) from an
// organisation's, and by the names for the few of three letters.
func (s *seats) isState(code string) bool { return len(code) == 3 && !s.names[code].Organisation }

// compareMissions orders A's missions with B before B's with A, main ones
// first, then by kind, town and id.
func compareMissions(a string, m, n chancery.Mission) int {
	side := func(m chancery.Mission) int {
		if m.Sender == a {
			return 0
		}
		return 1
	}
	main := func(m chancery.Mission) int {
		if m.Main() {
			return 0
		}
		return 1
	}
	return cmp.Or(side(m)-side(n), cmp.Compare(m.Sender, n.Sender), cmp.Compare(m.Host, n.Host), main(m)-main(n), cmp.Compare(m.Kind, n.Kind), cmp.Compare(m.Town, n.Town), cmp.Compare(m.ID, n.ID))
}
