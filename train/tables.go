package train

import (
	"bufio"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// Tables rebuilds the generated tables of package actor (parties.txt,
// names.txt, persons.txt, missions.txt, towns.txt, members.txt, lands.txt) in the folder
// out from the folder facts of public tables. Hand-written tables beside them
// are read (aliases.txt resolves names of states) and left as they are.
// Errors name the file that could not be read or written.
func Tables(facts, out string) error {
	w, err := readWorld(facts, out)
	if err != nil {
		return err
	}
	for _, build := range []func(*world, string) (table, error){
		partyTable, nameTable, personTable, missionTable, townTable, memberTable, landTable,
	} {
		t, err := build(w, facts)
		if err != nil {
			return err
		}
		if err := t.write(out); err != nil {
			return err
		}
	}
	return nil
}

// table is one plain sorted table file: a header of comment lines, then rows
// whose columns are separated by tabs.
type table struct {
	file   string
	header []string
	rows   []string
}

func (t table) write(dir string) error {
	rows := slices.Clone(t.rows)
	slices.Sort(rows)
	rows = slices.Compact(rows)
	var b strings.Builder
	for _, line := range t.header {
		b.WriteString("# " + line + "\n")
	}
	for _, row := range rows {
		b.WriteString(row + "\n")
	}
	path := filepath.Join(dir, t.file)
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("writing a table: %w", err)
	}
	return nil
}

// lines reads a text file line by line; blank lines and comments are dropped.
func lines(path string) ([]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	defer file.Close()
	var out []string
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() {
		if line := scanner.Text(); strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return out, nil
}

// plain drops markup, notes in brackets and doubled spaces.
func plain(text string) string {
	text = html.UnescapeString(text)
	for _, pair := range [][2]string{{"<", ">"}, {"(", ")"}, {"[", "]"}} {
		for {
			before, rest, found := strings.Cut(text, pair[0])
			if !found {
				break
			}
			_, after, closed := strings.Cut(rest, pair[1])
			if !closed {
				text = before
				break
			}
			text = before + " " + after
		}
	}
	text, _, _ = strings.Cut(text, ";")
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
}

// latin reports whether every letter is of the Latin script.
func latin(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return text != ""
}
