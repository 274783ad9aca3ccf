package train

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// personTable tells who held which office: name, surname used in the news,
// party, office, sector, first and last day.
func personTable(w *world, facts string) (table, error) {
	t := table{file: "persons.txt", header: []string{
		"Office holders: name, party, office, sector, from, to (empty: still in office when last confirmed); a surname that is not the last word stands after the name, behind a |.",
		"Built by `chancery train tables` from Wikidata through every-politician-scrapers of August 2022 (CC0 1.0), the World Factbook of early",
		"2026 (public domain) and world-leaders of August 2026 (Wikipedia, CC BY-SA 4.0). Open terms were last confirmed by these.",
	}}
	terms, err := holderTerms(w, facts)
	if err != nil {
		return t, err
	}
	terms = append(terms, factbookTerms(w)...)
	more, err := leaderTerms(w, facts)
	if err != nil {
		return t, err
	}
	for _, term := range append(terms, more...) {
		t.rows = append(t.rows, strings.Join([]string{term.name, term.party, term.office, term.sector, term.from, term.to}, "\t"))
	}
	return t, nil
}

type term struct{ name, party, office, sector, from, to string }

// offices maps patterns of Wikidata's positions to an office and its sector;
// the first that fits counts.
var offices = []struct {
	pattern        *regexp.Regexp
	office, sector string
}{
	{regexp.MustCompile(`^ambassador (to|of)|^(permanent )?representative .*to the |^permanent representative|^high commissioner (to|of)`), "", "GOV"},
	{regexp.MustCompile(`shadow|opposition|first lady|speaker's|candidate`), "-", ""},
	{regexp.MustCompile(`spokes?pers|press secretary|spokes(wo)?man`), "spokesperson", "GOV"},
	{regexp.MustCompile(`^(deputy|assistant|vice|parliamentary|under-?secretary|minister of state|state (secretary|minister)).*(foreign|external)`), "deputy foreign minister", "GOV"},
	{regexp.MustCompile(`foreign (trade|invest|econ|intell|direct)|external trade`), "minister", "GOV"},
	{regexp.MustCompile(`foreign (and|affairs|minister|secretary|relations|policy)|external (affairs|relations)|^secretary of state for foreign|europe and foreign`), "foreign minister", "GOV"},
	{regexp.MustCompile(`^united states secretary of state$|^secretary of state$`), "secretary of state", "GOV"},
	{regexp.MustCompile(`^(first |second )?(deputy|vice) (prime minister|premier|chancellor)|^vice[- ](chancellor|premier)`), "deputy prime minister", "GOV"},
	{regexp.MustCompile(`^(prime minister|premier|chancellor|federal chancellor|taoiseach|minister[- ]president|president of the (council of ministers|government)|head of government|first minister)`), "prime minister", "GOV"},
	{regexp.MustCompile(`^vice[- ]president`), "vice president", "GOV"},
	{regexp.MustCompile(`(speaker|president|chair\w*) of the (house|senate|national assembly|chamber|parliament|knesset|state duma|federation council|people|riksdag|bundestag|legislat|congress|seimas|storting|assembly|council of state|jatiya|lok|rajya|grand|federal council)`), "speaker of parliament", "LEG"},
	{regexp.MustCompile(`^(president|acting president|interim president|president of the (republic|united states|russian|state))`), "president", "GOV"},
	{regexp.MustCompile(`^(king|queen|emir|sultan|emperor|grand duke|monarch|prince|amir|sovereign)`), "monarch", "GOV"},
	{regexp.MustCompile(`supreme leader|chairman of the presidency|head of state|governor-general|general secretary|deputy leader`), "leader", "GOV"},
	{regexp.MustCompile(`defen[cs]e|armed forces minister|minister of war`), "defence minister", "GOV"},
	{regexp.MustCompile(`chief of (the )?(general |defen[cs]e |army |naval |air )?staff|chief of defen[cs]e|commander|joint chiefs`), "military chief", "MIL"},
	{regexp.MustCompile(`intelligence|security service|secret service|mossad|shin bet`), "intelligence chief", "SPY"},
	{regexp.MustCompile(`national security advis|secretary of the (national )?security council`), "national security adviser", "GOV"},
	{regexp.MustCompile(`interior|internal affairs|home (affairs|secretary|department)|homeland security`), "interior minister", "GOV"},
	{regexp.MustCompile(`attorney[- ]general|prosecutor|^minister (of|for) justice|justice minister`), "justice minister", "GOV"},
	{regexp.MustCompile(`^minister (of|for) (the )?(economy|finance|trade|commerce|energy|oil|petroleum)|treasur|chancellor of the exchequer|^secretary of (commerce|energy|the treasury)`), "minister", "GOV"},
	{regexp.MustCompile(`police`), "police chief", "COP"},
	{regexp.MustCompile(`^minister (of|for) (health|culture|agriculture|education|transport|information|communication|european|migration|immigration|tourism|cabinet|presidential|regional|development)`), "minister", "GOV"},
}

// officeOf is the office and sector of a Wikidata position; "-" drops it.
func officeOf(position string) (office, sector string) {
	low := strings.ToLower(position)
	for _, row := range offices {
		if !row.pattern.MatchString(low) {
			continue
		}
		if row.office != "" {
			return row.office, row.sector
		}
		if _, to, found := strings.Cut(low, " to "); found {
			return "ambassador to " + position[len(position)-len(to):], row.sector
		}
		return "ambassador", row.sector
	}
	return "-", ""
}

func holderTerms(w *world, facts string) ([]term, error) {
	rows, err := readCSV(filepath.Join(facts, "office-holders-2000-2022.csv"), ',')
	if err != nil {
		return nil, err
	}
	var out []term
	for _, row := range rows[1:] {
		code, office, sector := listParty(w, row[0]), "-", ""
		if row[0] == "world" {
			code, office, sector = worldOffice(row[1])
		} else {
			office, sector = officeOf(row[1])
		}
		name, _, _ := strings.Cut(plain(row[2]), ",")
		if code == "" || office == "-" || !latin(name) || len(strings.Fields(name)) > 7 {
			continue
		}
		out = append(out, term{name, code, w.hostOffice(office), sector, row[4], row[5]})
	}
	return out, nil
}

// hostOffice writes an ambassador's host as a code.
func (w *world) hostOffice(office string) string {
	host, found := strings.CutPrefix(office, "ambassador to ")
	if !found {
		return office
	}
	if code := w.code(host); code != "" {
		return "ambassador to " + code
	}
	for _, pair := range [][2]string{{"united nations", "UN"}, {"nato", "NATO"}, {"north atlantic", "NATO"}, {"european union", "EU"}, {"osce", "OSCE"}, {"unesco", "UNESCO"}} {
		if strings.Contains(strings.ToLower(host), pair[0]) {
			return "ambassador to " + pair[1]
		}
	}
	return "ambassador"
}

// listParty is the code of a list such as "albania-cabinet".
func listParty(w *world, list string) string {
	for _, ending := range []string{"-cabinet", "-ministers", "-federal-council"} {
		list = strings.TrimSuffix(list, ending)
	}
	return w.code(strings.ReplaceAll(list, "-", " "))
}

// worldOffice is the organisation, office and sector of an office in the list
// of world bodies.
func worldOffice(position string) (code, office, sector string) {
	low := strings.ToLower(position)
	for _, pair := range [][2]string{
		{"general assembly", "UN"}, {"united nations", "UN"}, {"nato", "NATO"}, {"osce", "OSCE"}, {"council of europe", "COE"},
		{"international court", "ICJ"}, {"criminal court", "ICC"}, {"european", "EU"}, {"african union", "AU"}, {"arab", "ARABLEAGUE"},
		{"monetary fund", "IMF"}, {"world bank", "WORLDBANK"}, {"world health", "WHO"}, {"world trade", "WTO"}, {"interpol", "INTERPOL"},
	} {
		if strings.Contains(low, pair[0]) {
			return pair[1], strings.ToLower(strings.Fields(position)[0]), "IGO"
		}
	}
	return "", "-", ""
}

var since = regexp.MustCompile(`\(since (?:(?:early|late|mid-)?\s*)?((?:\d{1,2} )?[A-Z][a-z]+ )?(\d{4})`)

// sinceDate reads "(since 7 May 2012)".
func sinceDate(text string) string {
	m := since.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	for _, form := range [][2]string{{"2 January 2006", "2006-01-02"}, {"January 2006", "2006-01"}, {"2006", "2006"}} {
		if t, err := time.Parse(form[0], strings.TrimSpace(m[1]+m[2])); err == nil {
			return t.Format(form[1])
		}
	}
	return m[2]
}

// factbookTerms reads heads of state and government and ambassadors.
func factbookTerms(w *world) []term {
	var out []term
	for _, s := range w.states {
		if !s.Independent && s.Code != "TWN" && s.Code != "XKX" && s.Code != "PSE" && s.Code != "VAT" {
			continue // a dependency's head of state is that of another state
		}
		page := w.factbook[s.Code]
		executive := section(page, "Executive branch")
		add := func(text, party, office string) {
			if strings.Contains(text, "vacant") || !strings.Contains(text, "since") {
				return
			}
			name, title := factbookName(text)
			if office == "" {
				office, _ = officeOf(title)
			}
			if name != "" && office != "-" {
				out = append(out, term{name, party, office, "GOV", sinceDate(text), ""})
			}
		}
		add(executive["chief of state"].Text, s.Code, "")
		add(executive["head of government"].Text, s.Code, "")
		add(section(page, "Diplomatic representation in the US")["chief of mission"].Text, s.Code, "ambassador to USA")
		add(section(page, "Diplomatic representation from the US")["chief of mission"].Text, "USA", "ambassador to "+s.Code)
	}
	return slices.DeleteFunc(out, func(t term) bool {
		return t.party == "GBR" && t.office == "monarch" && strings.Contains(t.name, "since")
	})
}

// factbookName splits "President XI Jinping (since …)" into the name, its
// surname marked when it is not the last word, and the title before it.
func factbookName(text string) (name, title string) {
	text = plain(text)
	text, _, _ = strings.Cut(text, ", represented")
	var titles, names []string
	surname := ""
	for _, word := range strings.Fields(text) {
		if len(names) == 0 && titleWord(word) {
			titles = append(titles, word)
			continue
		}
		if shout := strings.ToUpper(word) == word && len(word) > 1 && !strings.Contains(word, "."); shout {
			word = lowerTail(word)
			if strings.Trim(word, "IVX") != "" {
				surname = strings.TrimSpace(surname + " " + word)
			}
		}
		names = append(names, word)
	}
	name = strings.Join(names, " ")
	if len(names) == 0 || len(names) > 7 {
		return "", ""
	}
	if surname != "" && surname != names[len(names)-1] {
		name += "|" + surname
	}
	return name, strings.Join(titles, " ")
}

func titleWord(word string) bool {
	return slices.Contains(strings.Fields("Ambassador President Prime Minister Premier King Queen Emir Sultan Emperor Supreme Leader Chancellor Crown Prince and Dr. Sir Dame General Gen. Chargé d'Affaires Acting Interim Chairman Chairperson Taoiseach Captain Transitional Grand Duke Sheikh Pope Co-Vice Vice Appointed Transition State Council Presidential Leadership First the of Federal Administration Governing Colonel Lt. Field Marshal Head Government Governor Governor-General Lieutenant"), word)
}

// lowerTail turns "AL-HAJRI" into "Al-Hajri".
func lowerTail(word string) string {
	runes := []rune(word)
	start := true
	for i, r := range runes {
		if !start {
			runes[i] = unicode.ToLower(r)
		}
		start = !unicode.IsLetter(r)
	}
	return string(runes)
}

func leaderTerms(w *world, facts string) ([]term, error) {
	data, err := os.ReadFile(filepath.Join(facts, "world-leaders-2026-08.json"))
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	var book struct {
		Countries map[string]struct {
			Positions map[string]json.RawMessage `json:"positions"`
		} `json:"countries"`
	}
	if err := json.Unmarshal(data, &book); err != nil {
		return nil, fmt.Errorf("reading world-leaders-2026-08.json: %w", err)
	}
	var out []term
	for name, country := range book.Countries {
		party, sector := w.code(strings.ReplaceAll(name, "_", " ")), "GOV"
		if body := map[string]string{"european_union": "EU", "african_union": "AU"}[name]; body != "" {
			party, sector = body, "IGO"
		}
		for _, raw := range country.Positions {
			var position struct {
				Title  string `json:"title_en"`
				Holder struct {
					Name  string `json:"name_en"`
					Since string `json:"since"`
				} `json:"current_holder"`
			}
			if json.Unmarshal(raw, &position) != nil || position.Holder.Name == "" || party == "" || party != "GBR" && position.Holder.Name == "Charles III" {
				continue
			}
			office, _ := officeOf(position.Title)
			if sector == "IGO" {
				office = strings.ToLower(position.Title)
			}
			if office != "-" {
				out = append(out, term{position.Holder.Name, party, office, sector, position.Holder.Since, ""})
			}
		}
	}
	return out, nil
}
