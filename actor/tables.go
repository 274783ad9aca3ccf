package actor

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"

	"chancery"
)

//go:embed tables/*.txt
var tableFiles embed.FS

// errColumns is returned for a row of a table that has too few columns or an
// unknown word in one of them; it is wrapped with file and line.
var errColumns = errors.New("row cannot be read")

// class tells what a form in the lexicon names.
type class uint8

const (
	className class = iota + 1
	classAdj
	classPeople
	classCapital
	classSeat
	classOrgan
	classIGO
	classGroup
	classMedia
	classNGO
	classFirm
	classPlace
	classTown
	classSkip
)

func classes() map[string]class {
	return map[string]class{
		"name": className, "adj": classAdj, "people": classPeople, "capital": classCapital, "seat": classSeat,
		"organ": classOrgan, "igo": classIGO, "group": classGroup, "media": classMedia, "ngo": classNGO,
		"firm": classFirm, "place": classPlace, "skip": classSkip,
	}
}

// entry is one meaning of a form; entries of one form are chained by next.
type entry struct {
	form   string
	party  string
	sector string
	class  class
	next   int32 // index of the next entry of the same key, -1 for none
}

// role is an office or organ told by a noun.
type role struct {
	phrase string
	office string
	sector string
	party  string // whose it is, where only one party has it
	plural bool
	organ  bool
}

// holder is one term of a person in an office.
type holder struct {
	name    string
	surname string // key
	party   string
	office  string
	sector  string
	from    string
	to      string
}

// tables is all that the finder knows; nothing changes it after loading.
type tables struct {
	entries  []entry
	forms    map[string]int32 // key to the first entry
	parties  map[string]party
	roles    map[string]role // by folded phrase
	starts   map[string]bool // first words of roles
	given    map[string]bool // skeletons of first words of persons' names
	surnames map[string]bool // skeletons of surnames
	holders  []holder
	byName   map[string][]int32 // skeleton of the full name to holders
	bySur    map[string][]int32 // skeleton of the surname to holders of high office
	nouns    map[string]description
	readings map[[2]string]bool // relation, word: true for those who act
	members  map[string][]string
	terms    map[string][]term // by body
	lands    map[string]land
	traits   map[string][]string // by folded word, nouns behind "noun:"
	missions []chancery.Mission
	seats    map[[2]string][]int32 // sender, host to missions
}

type party struct {
	kind     chancery.PartyKind
	name     string
	from, to string
	heirs    []string // the states that came after a past one
}

func newTables() *tables {
	return &tables{
		entries: make([]entry, 0, 1<<16), forms: make(map[string]int32, 1<<16), parties: map[string]party{}, roles: map[string]role{},
		starts: map[string]bool{}, given: make(map[string]bool, 1<<13), surnames: make(map[string]bool, 1<<13), byName: make(map[string][]int32, 1<<15), bySur: map[string][]int32{},
		nouns: map[string]description{}, readings: map[[2]string]bool{}, members: map[string][]string{}, terms: map[string][]term{}, lands: map[string]land{}, traits: map[string][]string{}, seats: map[[2]string][]int32{},
	}
}

// loaders gives the reader of each table file, in the order of loading.
func (t *tables) loaders() []struct {
	file string
	row  func(columns []string) error
} {
	return []struct {
		file string
		row  func(columns []string) error
	}{
		{"authorities.txt", t.addParty}, {"parties.txt", t.addParty},
		{"organisations.txt", t.addOrganisation}, {"aliases.txt", t.addForm}, {"organs.txt", t.addForm},
		{"names.txt", t.addName}, {"towns.txt", t.addTown}, {"roles.txt", t.addRole}, {"descriptions.txt", t.addDescription}, {"lands.txt", t.addLand}, {"traits.txt", t.addTrait}, {"metonymy.txt", t.addReading}, {"leaders.txt", t.addHolder},
		{"persons.txt", t.addHolder}, {"members.txt", t.addMember}, {"memberships.txt", t.addMembership}, {"delegations.txt", t.addMission}, {"missions.txt", t.addMission},
	}
}

// embedded loads the tables of the program, once.
var embedded = sync.OnceValues(func() (*tables, error) {
	t := newTables()
	sub, err := fs.Sub(tableFiles, "tables")
	if err != nil {
		return nil, fmt.Errorf("opening the embedded tables: %w", err)
	}
	return t, t.load(sub)
})

// with is the tables and those of the user's folder together; the user's rows
// come first.
func (t *tables) with(dir string) (*tables, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("opening the folder of tables: %w", err)
	}
	own := newTables()
	if err := own.load(os.DirFS(dir)); err != nil {
		return nil, err
	}
	sub, err := fs.Sub(tableFiles, "tables")
	if err != nil {
		return nil, fmt.Errorf("opening the embedded tables: %w", err)
	}
	return own, own.load(sub)
}

func (t *tables) load(from fs.FS) error {
	for _, loader := range t.loaders() {
		data, err := fs.ReadFile(from, loader.file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", loader.file, err)
		}
		if err := readRows(string(data), loader.file, loader.row); err != nil {
			return err
		}
	}
	return nil
}

// readRows hands the columns of every row to add; an error names file and line.
func readRows(text, file string, add func([]string) error) error {
	columns := make([]string, 0, 8)
	for number := 1; text != ""; number++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		columns = columns[:0]
		for {
			column, after, more := strings.Cut(line, "\t")
			columns = append(columns, column)
			if !more {
				break
			}
			line = after
		}
		if err := add(columns); err != nil {
			return fmt.Errorf("%s:%d: %w", path.Base(file), number, err)
		}
	}
	return nil
}

func need(columns []string, count int, what string) error {
	if len(columns) < count {
		return fmt.Errorf("%w: %d columns, needs %d (%s)", errColumns, len(columns), count, what)
	}
	for _, column := range columns[:count] {
		if strings.TrimSpace(column) == "" {
			return fmt.Errorf("%w: an empty column among the first %d (%s)", errColumns, count, what)
		}
	}
	return nil
}

func at(columns []string, i int) string {
	if i < len(columns) {
		return columns[i]
	}
	return ""
}
