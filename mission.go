package chancery

// MissionKind is the sort of a mission.
type MissionKind string

// The kinds of mission. "Main" missions are the one seat of a sender with a
// host: its embassy in a state, its mission to an organisation.
const (
	MissionEmbassy     MissionKind = "embassy"     // embassies, high commissions, nunciatures
	MissionPermanent   MissionKind = "mission"     // permanent mission or delegation to an organisation; an organisation's delegation to a state
	MissionConsulate   MissionKind = "consulate"   // consulates general, consulates, honorary consulates, consular agencies
	MissionLiaison     MissionKind = "liaison"     // liaison offices, military liaison missions
	MissionInformation MissionKind = "information" // information, press and cultural offices
	MissionInterests   MissionKind = "interests"   // interests sections under another's flag
	MissionTrade       MissionKind = "trade"       // trade offices and missions
	MissionOffice      MissionKind = "office"      // representative offices, de facto embassies, anything else
)

// Mission is a seat of one party with another: from the table of known
// missions, or made known by the first text that speaks of it.
type Mission struct {
	// ID is stable: from the table, else "SENDER>HOST/kind" with "/town" for
	// kinds of which there may be several.
	ID   string      `json:"id"`
	Kind MissionKind `json:"kind"`
	// Sender and Host are party codes; the host of a mission to an
	// organisation is the organisation, whatever state its town lies in.
	Sender string `json:"sender"`
	Host   string `json:"host"`
	Town   string `json:"town,omitempty"`
	// Name is what to print, empty when sender, kind and host say it all.
	Name string `json:"name,omitempty"`
	// Known is true for a mission from the table.
	Known bool `json:"known"`
}

// Main reports whether the mission is its sender's one seat with its host.
func (m Mission) Main() bool { return m.Kind == MissionEmbassy || m.Kind == MissionPermanent }
