package actor

import (
	"fmt"

	"chancery"
)

// Missions gives the known missions of the embedded table: some 7,000
// embassies and consulates of 2021 (database-of-embassies, CC0 1.0) and
// missions to organisations, in the order of the table. The error names file
// and line.
func Missions() ([]chancery.Mission, error) {
	t, err := embedded()
	if err != nil {
		return nil, err
	}
	return append([]chancery.Mission(nil), t.missions...), nil
}

// addMission reads sender, host, kind and town.
func (t *tables) addMission(c []string) error {
	if err := need(c, 3, "sender, host, kind, town"); err != nil {
		return err
	}
	m := chancery.Mission{Sender: c[0], Host: c[1], Town: at(c, 3), Name: at(c, 4), Known: true}
	m.Kind = missionKinds()[c[2]]
	if m.Kind == "" {
		return fmt.Errorf("%w: %q is no kind of mission", errColumns, c[2])
	}
	m.ID = missionID(m)
	key := [2]string{m.Sender, m.Host}
	t.seats[key] = append(t.seats[key], int32(len(t.missions)))
	t.missions = append(t.missions, m)
	return nil
}

// missionID is the stable name of a mission, as chancery.Mission tells it.
func missionID(m chancery.Mission) string {
	id := m.Sender + ">" + m.Host + "/" + string(m.Kind)
	switch m.Kind {
	case chancery.MissionConsulate, chancery.MissionTrade, chancery.MissionOffice:
		if m.Town != "" {
			id += "/" + m.Town
		}
	}
	return id
}

func missionKinds() map[string]chancery.MissionKind {
	return map[string]chancery.MissionKind{
		"embassy": chancery.MissionEmbassy, "high-commission": chancery.MissionEmbassy, "nunciature": chancery.MissionEmbassy,
		"mission": chancery.MissionPermanent, "delegation": chancery.MissionPermanent,
		"consulate": chancery.MissionConsulate, "consulate-general": chancery.MissionConsulate, "honorary-consulate": chancery.MissionConsulate,
		"liaison-office": chancery.MissionLiaison, "liaison": chancery.MissionLiaison, "information": chancery.MissionInformation,
		"interests-section": chancery.MissionInterests, "trade": chancery.MissionTrade, "representation": chancery.MissionOffice,
	}
}
