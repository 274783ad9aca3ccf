package ontology

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed acts.txt
var actsText string

//go:embed scores.txt
var scoresText string

// ErrTable is wrapped by every error about a line of a table.
var ErrTable = errors.New("not a line of the table of acts")

// Act is one row of the table.
type Act struct {
	// Name is the act ("expel"), Type the PLOVER type in capitals, Mode its
	// mode or empty, CAMEO the code of two to four digits.
	Name, Type, Mode, CAMEO string
	// Contexts are PLOVER contexts that always come with the act, Otherwise
	// those that it has where its words tell none.
	Contexts, Otherwise []string
	// Fixed is true where no words change the mode (see ModeOf).
	Fixed bool
	// Effect is what the act does to the standing of relations, one of
	// Effects(); "none" for words alone.
	Effect string
	// Either is true for acts that are the same from both sides (meet, sign).
	Either bool
}

// Effects lists what an act can do to the standing of relations.
func Effects() []string {
	return []string{
		"none", "accreditation-ended", "agreement", "ceiling", "channel", "contact", "freed", "head-absent", "head-named",
		"held", "measure-off", "measure-on", "membership-ended", "mission-closed", "mission-operating", "mission-suspended",
		"participation-ended", "recognition", "relations-downgraded", "relations-restored", "relations-severed",
		"staff-away", "staff-out", "territory",
	}
}

// Types lists the PLOVER event types, in the codebook's order.
func Types() []string {
	return []string{
		"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
		"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
	}
}

// Quad is the quad class of a PLOVER type: 1 verbal cooperation, 2 material
// cooperation (with CONCEDE and RETREAT, as the PLV set has them), 3 verbal
// conflict, 4 material conflict; 0 for a type that is not PLOVER's.
func Quad(plover string) int {
	switch plover {
	case "AGREE", "CONSULT", "SUPPORT":
		return 1
	case "COOPERATE", "AID", "CONCEDE", "RETREAT":
		return 2
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return 3
	case "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT":
		return 4
	}
	return 0
}

// Table is the acts by name with the scores of types and modes.
type Table struct {
	acts   map[string]Act
	names  []string
	scores map[string]float64
}

// Embedded is the table that comes with the program.
var Embedded = sync.OnceValue(func() *Table {
	table := &Table{acts: map[string]Act{}, scores: map[string]float64{}}
	if err := table.addScores("scores.txt", scoresText); err != nil {
		panic(err)
	}
	table, err := table.With("acts.txt", actsText)
	if err != nil {
		panic(err)
	}
	return table
})

// Act is the row of that name.
func (t *Table) Act(name string) (Act, bool) {
	act, known := t.acts[name]
	return act, known
}

// Names lists the acts, sorted.
func (t *Table) Names() []string { return slices.Clone(t.names) }

// Score is the PLOVER score of a type and mode, that of the bare type for a
// mode that the codebook does not score, 0 for an unknown type.
func (t *Table) Score(plover, mode string) float64 {
	if score, known := t.scores[plover+" "+mode]; known && mode != "" {
		return score
	}
	return t.scores[plover+" -"]
}

// With is a copy of the table with the rows of text added; a row of a known
// name replaces it. The error wraps ErrTable and names file and line.
func (t *Table) With(name, text string) (*Table, error) {
	out := &Table{acts: map[string]Act{}, scores: t.scores}
	for key, act := range t.acts {
		out.acts[key] = act
	}
	for number, fields := range rows(text) {
		act, err := out.row(fields)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w: %w", name, number, ErrTable, err)
		}
		out.acts[act.Name] = act
	}
	for key := range out.acts {
		out.names = append(out.names, key)
	}
	slices.Sort(out.names)
	return out, nil
}

func (t *Table) row(fields []string) (Act, error) {
	if len(fields) != 7 {
		return Act{}, fmt.Errorf("%d fields, want 7: act, type, mode, CAMEO, contexts, effect, direction", len(fields))
	}
	mode, fixed := strings.CutPrefix(fields[2], "=")
	act := Act{Name: fields[0], Type: fields[1], Mode: none(mode), Fixed: fixed, CAMEO: none(fields[3]), Effect: fields[5], Either: fields[6] == "either"}
	for name := range strings.SplitSeq(none(fields[4]), ",") {
		if other, found := strings.CutPrefix(name, "?"); found {
			act.Otherwise = append(act.Otherwise, other)
		} else if name != "" {
			act.Contexts = append(act.Contexts, name)
		}
	}
	if !slices.Contains(Types(), act.Type) {
		return act, fmt.Errorf("%q is not a PLOVER type", act.Type)
	}
	if _, known := t.scores[act.Type+" "+mode]; !known {
		return act, fmt.Errorf("type %s has no mode %q", act.Type, act.Mode)
	}
	if _, err := strconv.Atoi(act.CAMEO); err != nil || len(act.CAMEO) < 2 || len(act.CAMEO) > 4 {
		return act, fmt.Errorf("%q is not a CAMEO code", act.CAMEO)
	}
	if !slices.Contains(Effects(), act.Effect) {
		return act, fmt.Errorf("%q is not an effect", act.Effect)
	}
	if fields[6] != "one" && fields[6] != "either" {
		return act, fmt.Errorf("direction %q is neither one nor either", fields[6])
	}
	return act, nil
}

func (t *Table) addScores(name, text string) error {
	for number, fields := range rows(text) {
		if len(fields) != 3 {
			return fmt.Errorf("%s:%d: %w: %d fields, want 3", name, number, ErrTable, len(fields))
		}
		score, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return fmt.Errorf("%s:%d: %w: %w", name, number, ErrTable, err)
		}
		t.scores[fields[0]+" "+fields[1]] = score
	}
	return nil
}

func none(field string) string {
	if field == "-" {
		return ""
	}
	return field
}

// rows yields the fields of every line that is neither empty nor a comment,
// with its number from 1.
func rows(text string) func(yield func(int, []string) bool) {
	return func(yield func(int, []string) bool) {
		number := 0
		for line := range strings.Lines(text) {
			number++
			fields := strings.Fields(line)
			if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
				continue
			}
			if !yield(number, fields) {
				return
			}
		}
	}
}
