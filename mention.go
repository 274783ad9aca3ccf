package chancery

// MentionKind tells what sort of words a Mention is.
type MentionKind string

// The kinds of mention, as `chancery annotate` prints them.
const (
	MentionPerson       MentionKind = "person"       // a person's name
	MentionOrganisation MentionKind = "organisation" // an organisation's name
	MentionPlace        MentionKind = "place"        // a place as a place
	MentionParty        MentionKind = "party"        // a state or its government, by name, adjective or metonymy
	MentionOffice       MentionKind = "office"       // "the foreign minister", with or without country
	MentionMission      MentionKind = "mission"      // an embassy, consulate, delegation, liaison office …
	MentionDescription  MentionKind = "description"  // "the Western alliance", "both sides", "the ministry"
	MentionPronoun      MentionKind = "pronoun"      // he, it, they, their, we …
)

// PartyKind tells what sort of party a code names.
type PartyKind string

// The kinds of party. Acts between states, territories with a government and
// international organisations are the default scope of the record.
const (
	PartyState     PartyKind = "state"     // ISO 3166 alpha-3, past states included
	PartyTerritory PartyKind = "territory" // de-facto authorities and dependencies
	PartyIGO       PartyKind = "igo"       // intergovernmental organisation
	PartyGroup     PartyKind = "group"     // rebels, militias, parties, movements
	PartyFirm      PartyKind = "firm"
	PartyNGO       PartyKind = "ngo"
	PartyMedia     PartyKind = "media"
)

// Mention is a run of tokens that names or describes somebody or something.
type Mention struct {
	Span
	// Sentence is the index of the sentence; First and End are the half-open
	// range of its tokens, Head the index of the token that heads them.
	Sentence, First, End, Head int
	Kind                       MentionKind
	// Parties holds the codes that the mention stands for: usually one,
	// several for "the two countries", none when unresolved. For a person or
	// an office it is the party that he or she speaks for.
	Parties   []string
	PartyKind PartyKind
	// Sector is the PLOVER sector (GOV, MIL, LEG, JUD, SPY, COP, OPP, REB, BUS,
	// MED, NGO, CVL, IGO …), empty when not known.
	Sector string
	// Person is the canonical name of the person, Office his or her office
	// ("foreign minister"), Mission the id of the mission, Place the place's
	// canonical name: each empty when the mention has none.
	Person, Office, Mission, Place string
	// Metonym is true for a place name that stands for its government or people.
	Metonym bool
	// Adjective is true for demonyms and possessives that modify ("Russian
	// diplomats", "Moscow's move").
	Adjective bool
	// Plural is true for mentions of several people or parties.
	Plural bool
	// Antecedent is the index in the reading's mentions of the one that this
	// mention was resolved by, -1 when it was resolved by itself.
	Antecedent int
	// Rule names the step that made or resolved the mention; RunnerUp is the
	// party that came second, empty when none did.
	Rule     string
	RunnerUp string
	// Confidence is between 0 and 1.
	Confidence float64
}

// Party is the first of the mention's parties, empty when it has none.
func (m Mention) Party() string {
	if len(m.Parties) == 0 {
		return ""
	}
	return m.Parties[0]
}

// OfficialSector reports whether somebody in this PLOVER sector acts for the
// state or organisation that he or she belongs to (GUIDE rule 2): government,
// military, legislature as a body, courts, police and services do; opposition,
// rebels, firms, media and citizens do not. An empty sector does.
func OfficialSector(sector string) bool {
	switch sector {
	case "", "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO":
		return true
	}
	return false
}
