package train

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readCSV reads a whole file of comma- or otherwise separated values.
func readCSV(path string, comma rune) ([][]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = comma, true, -1
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return rows, nil
}

// missionKinds maps Wikidata's types to ours.
func missionKind(kind string) string {
	kind = strings.ToLower(kind)
	for _, pair := range [][2]string{
		{"consulate general", "consulate-general"}, {"honorary", "honorary-consulate"}, {"high commission", "high-commission"},
		{"nunciature", "nunciature"}, {"de facto embassy", "representation"}, {"de facto consulate", "representation"},
		{"interests section", "interests-section"}, {"liaison office", "liaison-office"}, {"consul", "consulate"},
		{"embassy", "embassy"}, {"mission", "embassy"}, {"office", "representation"},
	} {
		if strings.Contains(kind, pair[0]) {
			return pair[1]
		}
	}
	return ""
}

func missionTable(w *world, facts string) (table, error) {
	t := table{file: "missions.txt", header: []string{
		"Known missions: sender, host, kind, town (empty where not told).",
		"Built by `chancery train tables` from nicolas-raoul/database-of-embassies of 2021 (Wikidata, CC0 1.0).",
	}}
	rows, err := readCSV(filepath.Join(facts, "embassies-2021.csv"), ';')
	if err != nil {
		return t, err
	}
	for _, row := range rows[1:] {
		if len(row) < 22 {
			continue
		}
		sender, host, kind := w.code(row[0]), w.code(row[4]), missionKind(row[21])
		if sender == "" || host == "" || kind == "" || sender == host {
			continue
		}
		t.rows = append(t.rows, strings.Join([]string{sender, host, kind, strings.ReplaceAll(row[6], "\t", " ")}, "\t"))
	}
	return t, nil
}

func townTable(w *world, facts string) (table, error) {
	t := table{file: "towns.txt", header: []string{
		"Towns and regions: name, code of the country; a name of several countries has the codes in the order of the source.",
		"Built by `chancery train tables` from GeoNames through datasets/world-cities (CC BY 4.0).",
	}}
	rows, err := readCSV(filepath.Join(facts, "world-cities.csv"), ',')
	if err != nil {
		return t, err
	}
	codes, order := map[string][]string{}, []string{}
	note := func(name, code string) {
		if len(name) < 3 || strings.ContainsAny(name, "\t(") {
			return
		}
		if codes[name] == nil {
			order = append(order, name)
		}
		if !slices.Contains(codes[name], code) {
			codes[name] = append(codes[name], code)
		}
	}
	for _, row := range rows[1:] {
		if code := w.code(row[1]); code != "" && len(row) > 2 {
			note(row[0], code)
			note(row[2], code)
		}
	}
	for _, name := range order {
		t.rows = append(t.rows, name+"\t"+strings.Join(codes[name], " "))
	}
	return t, nil
}

// memberTable tells who belongs to which organisation early in 2026.
func memberTable(w *world, _ string) (table, error) {
	t := table{file: "members.txt", header: []string{
		"Members of organisations early in 2026: state, organisations separated by blanks.",
		"Built by `chancery train tables` from the World Factbook (public domain); observers, partners and suspended members are left out.",
	}}
	for _, s := range w.states {
		var text cell
		if json.Unmarshal(w.factbook[s.Code]["International organization participation"], &text) != nil || text.Text == "" {
			continue
		}
		var bodies []string
		for _, part := range strings.Split(text.Text, ",") {
			if part = strings.TrimSpace(part); part != "" && !strings.Contains(part, "(") && len(strings.Fields(part)) == 1 {
				bodies = append(bodies, strings.ToUpper(part))
			}
		}
		slices.Sort(bodies)
		t.rows = append(t.rows, s.Code+"\t"+strings.Join(slices.Compact(bodies), " "))
	}
	return t, nil
}
