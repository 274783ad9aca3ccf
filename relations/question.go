package relations

import (
	"chancery"
	"chancery/ontology"
)

// Names are the words by which texts call a party, as they are written:
// "Russia", "Russian", "Russians"; Seats are its capitals or headquarters.
type Names struct {
	Words []string
	Seats []string
	// Organisation is true for a party that is no state.
	Organisation bool
}

// Question is what is asked of the events.
type Question struct {
	// A and B are the parties; both empty for a question about missions alone.
	A, B string
	// On is the day asked about; Reported the day by which events were
	// reported, zero for any, told in the answer. The events themselves must
	// have been folded from claims reported by then.
	On, Reported chancery.Date
	// Since is the day from which the tension series goes, zero for all there
	// is: a caller that gives only the lasting acts of earlier days says so here.
	Since chancery.Date
	// Missions are the known missions; those of other parties do no harm.
	Missions []chancery.Mission
	// Names helps to read who sends and who hosts a mission; a party that is
	// missing is known by its code alone.
	Names map[string]Names
	// Acts is the table of acts, nil for the embedded one.
	Acts *ontology.Table
}

// Effect is what an act does to a standing, one of ontology.Effects();
// "none" for an act that the table does not know.
func (q Question) Effect(act string) string {
	table := q.Acts
	if table == nil {
		table = ontology.Embedded()
	}
	if row, known := table.Act(act); known {
		return row.Effect
	}
	return "none"
}
