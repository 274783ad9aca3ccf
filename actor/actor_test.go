package actor_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/actor"
	"chancery/parse"
	"chancery/text"
)

func find(t testing.TB, body, published string) []chancery.Mention {
	t.Helper()
	f, err := actor.New("")
	if err != nil {
		t.Fatal(err)
	}
	doc := chancery.Document{Text: body}
	if published != "" {
		if doc.Published, err = chancery.ParseDate(published); err != nil {
			t.Fatal(err)
		}
	}
	parser, err := parse.New()
	if err != nil {
		t.Fatal(err)
	}
	sentences := text.Sentences(body)
	parser.Parse(body, sentences)
	return f.Find(doc, sentences)
}

func TestFind(t *testing.T) {
	for _, row := range []struct {
		proves    string
		body      string
		published string
		words     string
		want      chancery.Mention // fields that are set are compared
	}{
		{"an office in front of a name decides, and the table completes the name", "Russian Foreign Minister Sergei Lavrov spoke in Geneva.", "2021-10-18", "Sergei Lavrov", chancery.Mention{Kind: chancery.MentionPerson, Parties: []string{"RUS"}, Office: "foreign minister", Sector: "GOV"}},
		{"the adjective inside is a mention of its own", "Russian Foreign Minister Sergei Lavrov spoke in Geneva.", "2021-10-18", "Russian", chancery.Mention{Kind: chancery.MentionParty, Parties: []string{"RUS"}, Adjective: true}},
		{"the office with its country is a mention that knows the holder", "Russian Foreign Minister Sergei Lavrov spoke in Geneva.", "2021-10-18", "Russian Foreign Minister", chancery.Mention{Kind: chancery.MentionOffice, Parties: []string{"RUS"}, Person: "Sergei Lavrov"}},
		{"German spelling of a Russian name later in the text", "Foreign Minister Sergei Lavrov arrived. Later Mr Lawrow left.", "2021-10-18", "Lawrow", chancery.Mention{Kind: chancery.MentionPerson, Parties: []string{"RUS"}}},
		{"a capital that acts is its government", "Moscow rejected the demand on Monday.", "", "Moscow", chancery.Mention{Kind: chancery.MentionParty, Parties: []string{"RUS"}, Metonym: true}},
		{"a capital after a preposition of place is a place", "The ministers met in Moscow on Monday.", "", "Moscow", chancery.Mention{Kind: chancery.MentionPlace, Parties: []string{"RUS"}}},
		{"the state that was there at the time", "The Soviet Union protested against the flight.", "1983-09-02", "Soviet Union", chancery.Mention{Parties: []string{"SUN"}}},
		{"a military organ with the adjective of its state", "Turkish police detained six people.", "", "Turkish police", chancery.Mention{Parties: []string{"TUR"}, Sector: "COP"}},
		{"a parliament is a legislature", "The Iranian parliament passed the bill.", "", "The Iranian parliament", chancery.Mention{Parties: []string{"IRN"}, Sector: "LEG"}},
		{"opposition is not official", "Belarusian opposition leader Sviatlana Tsikhanouskaya visited Vilnius.", "2021-06-01", "Sviatlana Tsikhanouskaya", chancery.Mention{Parties: []string{"BLR"}, Sector: "OPP"}},
		{"a former minister speaks for nobody", "Former Foreign Minister Igor Ivanov wrote an essay in Moscow.", "2015-03-01", "Igor Ivanov", chancery.Mention{Sector: "ELI"}},
		{"a rebel group is a party of its own kind", "The Houthis attacked a tanker.", "", "Houthis", chancery.Mention{Parties: []string{"HOUTHI"}, PartyKind: chancery.PartyGroup}},
		{"an organisation by another name", "The Western alliance regretted the step. NATO met later.", "", "The Western alliance", chancery.Mention{Parties: []string{"NATO"}}},
		{"two states spoken of before", "Greece and Turkey traded warnings. Both sides called for calm.", "", "Both sides", chancery.Mention{Parties: []string{"GRC", "TUR"}, Plural: true}},
		{"the two leaders are those whose people were joined, not the states last named", "Ghanaian President John Mahama and his Kenyan counterpart, William Ruto, agreed to trade. They spoke of Chad's war with Niger. The two leaders condemned it.", "2025-03-03", "The two leaders", chancery.Mention{Parties: []string{"GHA", "KEN"}}},
		{"who praises both sides is none of them", "Greece and Turkey signed a pact. Cyprus praised both sides.", "", "both sides", chancery.Mention{Parties: []string{"GRC", "TUR"}}},
		{"the kingdom is the state that is one", "Jordan and Iraq met. Iraq thanked the kingdom.", "", "the kingdom", chancery.Mention{Parties: []string{"JOR"}}},
		{"it goes on being who it was", "Peru is angry. It named Chile. It will wait.", "", "It", chancery.Mention{Parties: []string{"PER"}}},
		{"an office in front of a name, without a country, is of the dateline's", "AMMAN — Prime Minister Olav Quist met Lebanese envoys. Trade Minister Zed Marr met the Lebanese in Beirut.", "", "Trade Minister", chancery.Mention{Parties: []string{"JOR"}}},
		{"the president of the republic is of the state spoken of most", "Peru is large. Peru is high. The president of the republic went to Chile.", "", "The president", chancery.Mention{Parties: []string{"PER"}}},
		{"a congress of a text without the United States is the text's own", "Peru is large. Peru is high. Congress rejected the treaty with Chile.", "", "Congress", chancery.Mention{Parties: []string{"PER"}}},
		{"the first of two states that share a word", "North and South Korea signed it.", "", "North", chancery.Mention{Parties: []string{"PRK"}}},
		{"a stem before an adjective", "Sino-Japanese talks were held.", "", "Sino", chancery.Mention{Parties: []string{"CHN"}, Adjective: true}},
		{"a mission at the headquarters of an organisation", "Russia will suspend its mission at NATO headquarters in Brussels.", "2021-10-18", "mission at NATO headquarters in Brussels", chancery.Mention{Kind: chancery.MentionMission, Mission: "RUS>NATO/mission", Parties: []string{"RUS"}, Place: "Brussels"}},
		{"an embassy is linked to the table of known ones", "The Swiss embassy in Tehran stayed open.", "", "The Swiss embassy in Tehran", chancery.Mention{Kind: chancery.MentionMission, Mission: "CHE>IRN/embassy"}},
		{"the embassy there", "Russia closed its embassy in Vilnius. The embassy there had ten diplomats.", "", "The embassy there", chancery.Mention{Kind: chancery.MentionMission, Mission: "RUS>LTU/embassy"}},
		{"a possessive ending is no letter of a town", "Peru's decision came late.", "", "Peru", chancery.Mention{Parties: []string{"PER"}}},
		{"the other Georgia", "Officials in Atlanta and Savannah, Georgia, counted the votes in Fulton County again.", "2020-11-10", "Georgia", chancery.Mention{Parties: []string{"USA"}}},
		{"the Caucasian Georgia", "Georgia recalled its ambassador from Kyiv.", "2020-11-10", "Georgia", chancery.Mention{Parties: []string{"GEO"}}},
		{"who held the office on the day", "The leaders spoke. Blair was brief.", "2003-03-20", "Blair", chancery.Mention{Parties: []string{"GBR"}}},
		{"an organisation's spokesperson", "NATO spokeswoman Oana Lungescu confirmed the decision.", "2021-10-18", "Oana Lungescu", chancery.Mention{Parties: []string{"NATO"}, Office: "spokesperson"}},
		{"an ambassador between two parties belongs to the first", "The Russian U.N. ambassador left the room.", "", "The Russian U.N. ambassador", chancery.Mention{Parties: []string{"RUS"}}},
	} {
		if !slices.ContainsFunc(find(t, row.body, row.published), func(m chancery.Mention) bool {
			return m.Of(row.body) == row.words && agrees(m, row.want)
		}) {
			t.Errorf("%s: %q is not read so", row.proves, row.words)
			for _, m := range find(t, row.body, row.published) {
				t.Logf("  %q %s %v %s %q %q %q %s", m.Of(row.body), m.Kind, m.Parties, m.Sector, m.Person, m.Office, m.Mission, m.Rule)
			}
		}
	}
}

// agrees compares the fields of want that are set.
func agrees(m, want chancery.Mention) bool {
	same := func(got, want string) bool { return want == "" || got == want }
	return same(string(m.Kind), string(want.Kind)) && same(string(m.PartyKind), string(want.PartyKind)) && same(m.Sector, want.Sector) &&
		same(m.Person, want.Person) && same(m.Office, want.Office) && same(m.Mission, want.Mission) && same(m.Place, want.Place) &&
		(want.Parties == nil || slices.Equal(m.Parties, want.Parties)) && (!want.Metonym || m.Metonym) && (!want.Adjective || m.Adjective) && (!want.Plural || m.Plural)
}

func TestUserTables(t *testing.T) {
	dir := t.TempDir()
	write := func(name, body string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("persons.txt", "# mine\nZyra Quandel\tNOR\tforeign minister\tGOV\t2030-01-01\t\n")
	f, err := actor.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	body := "Zyra Quandel spoke. The Norwegian minister left."
	doc := chancery.Document{Text: body, Published: chancery.Date{Year: 2031, Month: 2, Day: 3}}
	if !slices.ContainsFunc(f.Find(doc, text.Sentences(body)), func(m chancery.Mention) bool {
		return m.Of(body) == "Zyra Quandel" && m.Party() == "NOR" && m.Office == "foreign minister"
	}) {
		t.Error("a person of the user's table is not found")
	}
	write("persons.txt", "# mine\nZyra Quandel\tNOR\n")
	if _, err := actor.New(dir); err == nil || !strings.Contains(err.Error(), "persons.txt:2") {
		t.Errorf("a short row gives %v, without file and line", err)
	}
	if _, err := actor.New(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder gives %v", err)
	}
}

func TestMissions(t *testing.T) {
	missions, err := actor.Missions()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{}
	for _, m := range missions {
		ids[m.ID]++
	}
	for _, id := range []string{"RUS>NATO/mission", "NATO>RUS/liaison", "NATO>RUS/information", "CHE>IRN/embassy"} {
		if ids[id] == 0 {
			t.Errorf("%s is not among %d missions", id, len(missions))
		}
	}
	if len(missions) < 7000 {
		t.Errorf("%d missions, the table has 7,000", len(missions))
	}
}

func TestMoneyIsNoState(t *testing.T) {
	for _, m := range find(t, "New Zealand pledged US$20 billion to India.", "2025-01-01") {
		if slices.Contains(m.Parties, "USA") {
			t.Errorf("%q is a sum", m.Of("New Zealand pledged US$20 billion to India."))
		}
	}
}
