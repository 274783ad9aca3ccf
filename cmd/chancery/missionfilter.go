package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v3"

	"chancery"
)

// missionFilter is what a user wants to see of the missions.
type missionFilter struct {
	standings, acts []string
	from, to        chancery.Date
}

func readMissionFilter(cmd *cli.Command) (missionFilter, error) {
	f := missionFilter{standings: cmd.StringSlice("standing"), acts: cmd.StringSlice("act")}
	all := []string{string(chancery.MissionOperating), string(chancery.MissionSuspended), string(chancery.MissionClosed)}
	for _, standing := range f.standings {
		if !slices.Contains(all, standing) {
			return f, usageError{fmt.Errorf("--standing: %q is none of %v", standing, all)}
		}
	}
	var err error
	if f.from, err = clockDay(cmd, "from"); err != nil {
		return f, err
	}
	f.to, err = clockDay(cmd, "to")
	return f, err
}

// choose keeps, in their order, the missions that the user wants to see. A
// standing without a day passes no bound.
func (f missionFilter) choose(all []chancery.MissionStanding, events []chancery.Event) []chancery.MissionStanding {
	acts := map[string]string{}
	for _, e := range events {
		acts[e.ID] = e.Act
	}
	out := []chancery.MissionStanding{}
	for _, m := range all {
		if f.passes(m, acts) {
			out = append(out, m)
		}
	}
	return out
}

func (f missionFilter) passes(m chancery.MissionStanding, acts map[string]string) bool {
	switch {
	case len(f.standings) > 0 && !slices.Contains(f.standings, string(m.Status)),
		!f.from.IsZero() && (m.Since.IsZero() || m.Since.Last().Compare(f.from.First()) < 0),
		!f.to.IsZero() && (m.Since.IsZero() || m.Since.First().Compare(f.to.Last()) > 0):
		return false
	}
	return len(f.acts) == 0 || slices.ContainsFunc(missionEvents(m), func(event string) bool { return slices.Contains(f.acts, acts[event]) })
}

// missionEvents are the ids of the events on which a line of the standing rests.
func missionEvents(m chancery.MissionStanding) []string {
	lists := [][]chancery.Basis{m.Basis}
	for _, line := range slices.Concat(m.Pending, m.Conflicts, m.Gaps) {
		lists = append(lists, line.Basis)
	}
	for _, line := range []*chancery.Line{m.Accreditation, m.Channel} {
		if line != nil {
			lists = append(lists, line.Basis)
		}
	}
	for _, departure := range m.Departures {
		lists = append(lists, departure.Basis)
	}
	if m.Ceiling != nil {
		lists = append(lists, m.Ceiling.Basis)
	}
	if m.Head != nil {
		lists = append(lists, m.Head.Basis)
	}
	var ids []string
	for _, list := range lists {
		for _, basis := range list {
			ids = append(ids, basis.Event)
		}
	}
	return ids
}
