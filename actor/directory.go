package actor

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"chancery"
)

// Party is what the tables tell of one party.
type Party struct {
	// Code is the ISO 3166 alpha-3 code or the organisation's short name, Name
	// the English name.
	Code, Name string
	Kind       chancery.PartyKind
	// From and To bound the time in which the party was there, as the tables
	// write dates (a year, a month or a day), empty where they do not tell;
	// Successors are the codes of the states that came after it.
	From, To   string
	Successors []string
	// Words are the names, adjectives and plural demonyms as texts write them,
	// Seats the capitals and other places that stand for the government; both
	// in the order of the tables.
	Words, Seats []string
}

// Directory looks parties up by code and by name, without loading persons and
// towns: for questions, not for reading.
type Directory struct {
	parties  map[string]*Party
	names    map[string]string // folded name to code
	missions []chancery.Mission
	terms    map[string][]term
}

// OpenDirectory loads the directory from the embedded tables, once. The error
// names file and line.
var OpenDirectory = sync.OnceValues(func() (*Directory, error) {
	t := &tables{forms: map[string]int32{}, parties: map[string]party{}, seats: map[[2]string][]int32{}, terms: map[string][]term{}}
	sub, err := fs.Sub(tableFiles, "tables")
	if err != nil {
		return nil, fmt.Errorf("opening the embedded tables: %w", err)
	}
	for _, loader := range []struct {
		file string
		row  func([]string) error
	}{
		{"authorities.txt", t.addParty}, {"parties.txt", t.addParty}, {"organisations.txt", t.addOrganisation},
		{"aliases.txt", t.addForm}, {"names.txt", t.addName}, {"missions.txt", t.addMission}, {"memberships.txt", t.addMembership},
	} {
		data, err := fs.ReadFile(sub, loader.file)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", loader.file, err)
		}
		if err := readRows(string(data), loader.file, loader.row); err != nil {
			return nil, err
		}
	}
	return t.directory(), nil
})

func (t *tables) directory() *Directory {
	d := &Directory{parties: map[string]*Party{}, names: map[string]string{}, missions: t.missions, terms: t.terms}
	for code, p := range t.parties {
		d.parties[code] = &Party{Code: code, Name: p.name, Kind: p.kind, From: p.from, To: p.to, Successors: p.heirs}
		d.names[fold(p.name)] = code
	}
	for _, e := range t.entries {
		p := d.parties[e.party]
		if p == nil {
			continue
		}
		switch e.class {
		case className, classAdj, classPeople, classIGO, classGroup:
			if !slices.Contains(p.Words, e.form) {
				p.Words = append(p.Words, e.form)
			}
		case classCapital, classSeat:
			if !slices.Contains(p.Seats, e.form) {
				p.Seats = append(p.Seats, e.form)
			}
		default:
			continue
		}
		if key := fold(e.form); d.names[key] == "" {
			d.names[key] = e.party
		}
	}
	return d
}

// Party is the party of that code; false when no table has it.
func (d *Directory) Party(code string) (Party, bool) {
	p, known := d.parties[code]
	if !known {
		return Party{}, false
	}
	return *p, true
}

// Find is the code that a user's words mean: a code in any case, a name, an
// adjective or a capital; false when no table has it.
func (d *Directory) Find(words string) (string, bool) {
	words = strings.TrimSpace(words)
	if _, known := d.parties[strings.ToUpper(words)]; known {
		return strings.ToUpper(words), true
	}
	code, known := d.names[fold(words)]
	return code, known
}

// Near lists up to three names that begin like the words, sorted, for a user
// who mistyped.
func (d *Directory) Near(words string) []string {
	key := fold(words)
	key = key[:min(len(key), 3)]
	var out []string
	for _, p := range d.parties {
		if key != "" && strings.HasPrefix(fold(p.Name), key) {
			out = append(out, p.Name)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), 3)]
}

// Missions are the known missions of one party with the other, either way.
func (d *Directory) Missions(a, b string) []chancery.Mission {
	var out []chancery.Mission
	for _, m := range d.missions {
		if m.Sender == a && m.Host == b || m.Sender == b && m.Host == a {
			out = append(out, m)
		}
	}
	return out
}

// Members are the members of a body on a day (none for today), sorted by code;
// none where no table lists them. Only states that the table holds as members are told: observers and
// candidates are not.
func (d *Directory) Members(body string, on chancery.Date) []string {
	members, _ := (&tables{terms: d.terms}).membersOn(body, on.String())
	slices.Sort(members)
	return members
}
