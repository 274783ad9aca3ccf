package train

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// world holds what several tables need: states by code and codes by name.
type world struct {
	states []state
	// codes maps a lower-case English name to its code.
	codes    map[string]string
	factbook map[string]map[string]json.RawMessage // by code
}

type state struct {
	Name struct {
		Common   string `json:"common"`
		Official string `json:"official"`
	} `json:"name"`
	Code        string   `json:"cca3"`
	Independent bool     `json:"independent"`
	Capital     []string `json:"capital"`
	Region      string   `json:"region"`
	Subregion   string   `json:"subregion"`
	Landlocked  bool     `json:"landlocked"`
	Borders     []string `json:"borders"`
	// Place is the latitude and longitude of the middle, in degrees.
	Place    []float64 `json:"latlng"`
	Demonyms struct {
		English struct {
			Male string `json:"m"`
		} `json:"eng"`
	} `json:"demonyms"`
}

type cell struct {
	Text string `json:"text"`
}

func readWorld(facts, out string) (*world, error) {
	w := &world{codes: map[string]string{}, factbook: map[string]map[string]json.RawMessage{}}
	data, err := os.ReadFile(filepath.Join(facts, "countries.json"))
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	if err := json.Unmarshal(data, &w.states); err != nil {
		return nil, fmt.Errorf("reading countries.json: %w", err)
	}
	for i := range w.states {
		s := &w.states[i]
		if s.Code == "UNK" {
			s.Code = "XKX"
		}
		w.codes[strings.ToLower(s.Name.Common)] = s.Code
		w.codes[strings.ToLower(s.Name.Official)] = s.Code
	}
	if err := w.readAliases(out); err != nil {
		return nil, err
	}
	return w, w.readFactbook(facts)
}

// readAliases takes the names of states from the hand-written table.
func (w *world) readAliases(out string) error {
	rows, err := lines(filepath.Join(out, "aliases.txt"))
	if err != nil {
		return err
	}
	for _, row := range rows {
		if f := strings.Split(row, "\t"); len(f) >= 3 && f[1] == "name" {
			w.codes[strings.ToLower(f[0])] = f[2]
		}
	}
	return nil
}

func (w *world) readFactbook(facts string) error {
	data, err := os.ReadFile(filepath.Join(facts, "factbook-2026.json"))
	if err != nil {
		return fmt.Errorf("reading facts: %w", err)
	}
	var book map[string]json.RawMessage
	if err := json.Unmarshal(data, &book); err != nil {
		return fmt.Errorf("reading factbook-2026.json: %w", err)
	}
	for _, raw := range book {
		var page map[string]json.RawMessage
		if json.Unmarshal(raw, &page) != nil {
			continue
		}
		names := section(page, "Country name")
		for _, form := range []string{"conventional short form", "conventional long form"} {
			if code := w.code(plain(names[form].Text)); code != "" {
				w.factbook[code] = page
				break
			}
		}
	}
	return nil
}

// section reads one part of a factbook page; missing parts are empty.
func section(page map[string]json.RawMessage, name string) map[string]cell {
	var cells map[string]json.RawMessage
	out := map[string]cell{}
	if json.Unmarshal(page[name], &cells) != nil {
		return out
	}
	for key, raw := range cells {
		var c cell
		if json.Unmarshal(raw, &c) == nil {
			out[key] = c
		}
	}
	return out
}

// code is the code of a state's English name, with or without its article.
func (w *world) code(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, try := range []string{name, strings.TrimPrefix(name, "the "), strings.TrimSuffix(name, ", the")} {
		if code := w.codes[try]; code != "" {
			return code
		}
	}
	before, after, found := strings.Cut(name, ", ")
	if found {
		return w.codes[after+" "+before]
	}
	return ""
}

func partyTable(w *world, _ string) (table, error) {
	t := table{file: "parties.txt", header: []string{
		"Parties: code, kind (state, territory), English name.",
		"Built by `chancery train tables` from mledoze/countries (ODbL 1.0); codes are ISO 3166-1 alpha-3, XKX for Kosovo.",
	}}
	for _, s := range w.states {
		kind := "territory"
		if s.Independent || slices.Contains([]string{"PSE", "XKX", "TWN", "VAT"}, s.Code) {
			kind = "state"
		}
		t.rows = append(t.rows, strings.Join([]string{s.Code, kind, s.Name.Common}, "\t"))
	}
	return t, nil
}

func nameTable(w *world, facts string) (table, error) {
	t := table{file: "names.txt", header: []string{
		"Names of states and territories: form, class (name, adj, people, capital), code.",
		"Built by `chancery train tables` from mledoze/countries (ODbL 1.0), opensanctions/rigour territories (MIT)",
		"and the World Factbook of early 2026 (public domain). Forms that the hand-written tables hold differently are struck out there.",
	}}
	add := func(form, class, code string) {
		form = strings.TrimSpace(form)
		if len(form) > 2 && latin(form) && !strings.ContainsAny(form, "\t/;") {
			t.rows = append(t.rows, form+"\t"+class+"\t"+code)
		}
	}
	for _, s := range w.states {
		add(s.Name.Common, "name", s.Code)
		add(s.Name.Official, "name", s.Code)
		for _, word := range demonyms(s.Demonyms.English.Male) {
			add(word, "adj", s.Code)
			add(plural(word), "people", s.Code)
		}
		for _, town := range s.Capital {
			add(town, "capital", s.Code)
		}
		page := w.factbook[s.Code]
		nationality := section(page, "Nationality")
		for _, word := range demonyms(nationality["adjective"].Text) {
			add(word, "adj", s.Code)
		}
		for _, word := range demonyms(nationality["noun"].Text) {
			add(word, "adj", s.Code)
			add(plural(word), "people", s.Code)
		}
		if long := plain(section(page, "Country name")["conventional long form"].Text); long != "none" {
			add(long, "name", s.Code)
		}
	}
	strong, err := strongNames(w, facts)
	if err != nil {
		return t, err
	}
	for _, row := range strong {
		add(row[0], "name", row[1])
	}
	return t, nil
}

// strongNames gives the full names of rigour's countries in Latin script.
func strongNames(w *world, facts string) ([][2]string, error) {
	rows, err := lines(filepath.Join(facts, "territories.jsonl"))
	if err != nil {
		return nil, err
	}
	var out [][2]string
	for _, row := range rows {
		var item struct {
			Name    string `json:"name"`
			Full    string `json:"full_name"`
			Alpha   string `json:"alpha3"`
			Country bool   `json:"is_country"`
		}
		if err := json.Unmarshal([]byte(row), &item); err != nil {
			return nil, fmt.Errorf("reading territories.jsonl: %w", err)
		}
		code := strings.ToUpper(item.Alpha)
		if !item.Country || !slices.ContainsFunc(w.states, func(s state) bool { return s.Code == code }) {
			continue
		}
		out = append(out, [2]string{item.Name, code}, [2]string{item.Full, code})
	}
	return out, nil
}

// demonyms splits "Briton(s), British (collective plural)" into its words.
func demonyms(text string) []string {
	var out []string
	text = strings.ReplaceAll(text, "(s)", "")
	if before, _, found := strings.Cut(text, ";"); found {
		text = before
	}
	for _, part := range strings.Split(strings.NewReplacer(" or ", ",", " and ", ",").Replace(text), ",") {
		if word := plain(part); word != "" && word == strings.TrimSpace(part) || strings.Contains(part, "(") {
			word = plain(part)
			if word != "" && word[0] >= 'A' && word[0] <= 'Z' && len(word) < 30 {
				out = append(out, word)
			}
		}
	}
	return out
}

// plural is the plural of a demonym; those in -ese, -sh, -ch and -s have none.
func plural(word string) string {
	for _, ending := range []string{"ese", "sh", "ch", "s", "z"} {
		if strings.HasSuffix(word, ending) {
			return word
		}
	}
	if before, found := strings.CutSuffix(word, "man"); found && len(before) > 3 && !strings.HasSuffix(word, "German") && !strings.HasSuffix(word, "Oman") {
		return before + "men"
	}
	return word + "s"
}
