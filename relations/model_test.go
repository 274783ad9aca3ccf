package relations_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/fold"
	"chancery/ontology"
	"chancery/relations"
)

var update = flag.Bool("update", false, "write the golden files anew")

func day(text string) chancery.Date {
	if text == "" {
		return chancery.Date{}
	}
	d, err := chancery.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// claim makes a claim of one document from a row "local act ACTOR>RECIPIENT date".
func claim(doc, published, row, object, evidence string) chancery.Claim {
	var local, act, parties, date string
	fmt.Sscan(row, &local, &act, &parties, &date)
	actors, recipients, _ := strings.Cut(parties, ">")
	c := chancery.Claim{
		Document: doc, Local: local, Act: act, Published: day(published), Date: day(strings.Trim(date, "-")),
		Actor: strings.Split(actors, ","), Recipient: []string{}, Status: chancery.StatusActual, Evidence: evidence, Confidence: 0.8,
	}
	if recipients != "" {
		c.Recipient = strings.Split(recipients, ",")
	}
	if object != "" {
		c.Object = &chancery.Object{Text: object}
	}
	if known, told := ontology.Embedded().Act(act); told {
		c.Type, c.Mode, c.Score = known.Type, known.Mode, ontology.Embedded().Score(known.Type, known.Mode)
	}
	return c
}

// october is what one report of 18 October 2021 tells: the facts of the model
// article, in words of our own.
func october() []chancery.Claim {
	const doc, told = "report", "2021-10-18"
	from := 20
	rows := []chancery.Claim{
		claim(doc, told, "e1 suspend-mission RUS>NATO 2021-10-18", "Russia's mission at NATO headquarters in Brussels", "Moscow halts its mission to the alliance from November, answering the expulsions."),
		claim(doc, told, "e2 revoke-accreditation RUS>NATO 2021-10-18", "NATO military mission in Moscow", "The alliance's officers in the Russian capital lose accreditation that day too."),
		claim(doc, told, "e3 suspend-mission RUS>NATO 2021-10-18", "NATO's military liaison mission in Moscow", "The spokeswoman named the liaison mission among those suspended."),
		claim(doc, told, "e4 close-mission RUS>NATO 2021-10-18", "NATO's information mission in Moscow", "The information office is to shut, she noted."),
		claim(doc, told, "e5 notify RUS>NATO 2021-10-18", "the steps taken", "The Secretariat has been informed, the minister said."),
		claim(doc, told, "e6 condemn NATO>RUS 2021-10-18", "", "The alliance voiced regret at the decision."),
		claim(doc, told, "e7 agree NATO>RUS 2021-10-18", "dialogue", "It remains ready to talk, in the joint council as well."),
		claim(doc, told, "e8 expel NATO>RUS 2021-10-06", "Russian mission at NATO headquarters", "On 6 October the alliance sent home eight of the mission's people."),
		claim(doc, told, "e9 limit-staff NATO>RUS 2021-10-06", "Russian mission at NATO headquarters", "The mission may keep ten posts where it had twenty."),
		claim(doc, told, "e10 accuse NATO>RUS 2021-10-06", "", "Those sent home were called officers of the secret services."),
		claim(doc, told, "e11 mobilise NATO>RUS -", "", "Defences were raised in answer to aggression."),
		claim(doc, told, "e12 attack RUS>UKR 2014", "Crimean Peninsula", "Contacts have been few since the peninsula was seized."),
		claim(doc, told, "e13 mobilise RUS>NATO -", "NATO airspace", "Intrusions into the alliance's airspace worry it."),
		claim(doc, told, "e14 mobilise RUS>NATO -", "allied ships", "So do low passes over its ships."),
	}
	rows[0].Effective, rows[1].Effective = day("2021-11-01"), day("2021-11-01")
	rows[0].Channel, rows[0].NoConditions = "its ambassador to Belgium", true
	rows[7].Count, rows[8].Count = &chancery.Count{N: 8, Of: "employees"}, &chancery.Count{N: 10, Of: "diplomats", From: &from}
	for i := range rows {
		if i < 4 {
			rows[i].InResponseTo, rows[i].SaidBy = "e8", "Sergei Lavrov"
		}
		if i > 1 && i < 7 && i != 4 {
			rows[i].SaidBy = "Oana Lungescu"
		}
	}
	rows[4].SaidBy, rows[5].InResponseTo = "Sergei Lavrov", "e1"
	for i := range rows {
		rows[i].ID = rows[i].ContentID()
	}
	return rows
}

// seats are the three missions, as the table of known missions has them.
func seats() []chancery.Mission {
	return []chancery.Mission{
		{ID: "RUS>NATO/mission", Kind: chancery.MissionPermanent, Sender: "RUS", Host: "NATO", Town: "Brussels", Known: true},
		{ID: "NATO>RUS/liaison", Kind: chancery.MissionLiaison, Sender: "NATO", Host: "RUS", Town: "Moscow", Known: true},
		{ID: "NATO>RUS/information", Kind: chancery.MissionInformation, Sender: "NATO", Host: "RUS", Town: "Moscow", Known: true},
	}
}

func names() map[string]relations.Names {
	return map[string]relations.Names{
		"RUS":  {Words: []string{"Russia", "Russian"}, Seats: []string{"Moscow"}},
		"NATO": {Words: []string{"NATO"}, Organisation: true},
	}
}

// ask folds the claims reported by the day and asks how the pair stands.
func ask(claims []chancery.Claim, on, reported string, missions []chancery.Mission) chancery.Relation {
	var kept []chancery.Claim
	for _, c := range claims {
		if reported == "" || c.Published.Compare(day(reported)) <= 0 {
			kept = append(kept, c)
		}
	}
	q := relations.Question{A: "RUS", B: "NATO", On: day(on), Reported: day(reported), Missions: missions, Names: names()}
	return relations.Of(fold.Fold(kept, fold.Options{}), q)
}

// The table of record.md, "The model article".
func TestModelArticle(t *testing.T) {
	for _, row := range []struct{ on, reported, mission, want string }{
		{"2021-10-05", "", "RUS>NATO/mission", "operating"},
		{"2021-10-05", "", "NATO>RUS/liaison", "operating"},
		{"2021-10-05", "", "NATO>RUS/information", "operating"},
		{"2021-10-07", "", "RUS>NATO/mission", "operating; 8 expelled 2021-10-06; ceiling 10, before 20"},
		{"2021-10-07", "", "NATO>RUS/liaison", "operating"},
		{"2021-10-07", "", "NATO>RUS/information", "operating"},
		{"2021-10-20", "", "RUS>NATO/mission", "operating; 8 expelled 2021-10-06; ceiling 10, before 20; pending suspension announced on 2021-10-18 for 2021-11-01"},
		{"2021-10-20", "", "NATO>RUS/liaison", "suspended 2021-10-18, effective date not told; pending withdrawal of accreditation announced on 2021-10-18 for 2021-11-01"},
		{"2021-10-20", "", "NATO>RUS/information", "closed 2021-10-18, effective date not told"},
		{"2021-11-01", "", "RUS>NATO/mission", "suspended 2021-11-01; 8 expelled 2021-10-06; ceiling 10, before 20"},
		{"2021-11-01", "", "NATO>RUS/liaison", "suspended 2021-10-18, effective date not told; no accreditation 2021-11-01"},
		{"2021-11-01", "", "NATO>RUS/information", "closed 2021-10-18, effective date not told"},
		{"2022-05-01", "", "RUS>NATO/mission", "suspended 2021-11-01; 8 expelled 2021-10-06; ceiling 10, before 20"},
		{"2021-11-01", "2021-10-17", "RUS>NATO/mission", "operating"},
		{"2021-11-01", "2021-10-17", "NATO>RUS/liaison", "operating"},
		{"2021-11-01", "2021-10-17", "NATO>RUS/information", "operating"},
	} {
		relation := ask(october(), row.on, row.reported, seats())
		got := "no such mission"
		for _, m := range relation.Missions {
			if m.Mission.ID == row.mission {
				got = short(m)
			}
		}
		if got != row.want {
			t.Errorf("on %s reported %s, %s:\n got %s\nwant %s", row.on, row.reported, row.mission, got, row.want)
		}
		if len(relation.Missions) != 3 {
			t.Errorf("on %s: %d missions, want 3", row.on, len(relation.Missions))
		}
	}
}

// short prints what the table of record.md tells of a mission.
func short(m chancery.MissionStanding) string {
	out := []string{string(m.Status)}
	if !m.Since.IsZero() {
		out[0] += " " + m.Since.String()
	}
	if m.EffectiveNotTold {
		out[0] += ", effective date not told"
	}
	for _, d := range m.Departures {
		out = append(out, fmt.Sprintf("%s expelled %s", fold.CountText(d.Count), d.Date))
	}
	if m.Ceiling != nil {
		out = append(out, fmt.Sprintf("ceiling %d", m.Ceiling.N))
		if m.Ceiling.From != nil {
			out[len(out)-1] += fmt.Sprintf(", before %d", *m.Ceiling.From)
		}
	}
	if !m.Accredited {
		out = append(out, "no accreditation "+m.Accreditation.Since.String())
	}
	for _, line := range m.Pending {
		out = append(out, "pending "+line.Text)
	}
	return strings.Join(out, "; ")
}

// What the model article further asks to be told, beside its table.
func TestModelArticleFurther(t *testing.T) {
	relation := ask(october(), "2021-11-01", "", nil) // with no table of missions
	if len(relation.Missions) != 3 {
		t.Errorf("%d missions came into being, want 3: %+v", len(relation.Missions), relation.Missions)
	}
	if n := len(relation.Answers); n != 5 { // four steps answer the expulsion, the regret answers one of them
		t.Errorf("%d arrows of answers, want 5", n)
	}
	told := printed(relation)
	for _, want := range []string{
		"its ambassador to Belgium", "no conditions were laid out", "NATO condemned or regretted an act of RUS",
		"NATO offered or agreed with RUS: dialogue", "RUS notified NATO: the steps taken", "NATO accused RUS",
		"8 expelled, but the ceiling fell from 20 to 10, by 10: the numbers do not add up",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("not told: %s", want)
		}
	}
}

// printed lists every line of a standing, for goldens.
func printed(r chancery.Relation) string {
	var out strings.Builder
	line := func(kind, text string, since chancery.Date, basis []chancery.Basis) {
		fmt.Fprintf(&out, "%s: %s (%s)\n", kind, text, since)
		for _, b := range basis {
			fmt.Fprintf(&out, "\t%s - %s\n", strings.Join(b.SaidBy, ", "), b.Evidence)
		}
	}
	lines := func(kind string, list []chancery.Line) {
		for _, l := range list {
			line(kind, l.Text, l.Since, l.Basis)
		}
	}
	fmt.Fprintf(&out, "on %s reported %s: level %s (%s)\n", r.On, r.Reported, r.Level, r.LevelSince)
	for _, m := range r.Missions {
		line("mission "+m.Mission.ID, short(m), m.Since, m.Basis)
		lines("\tconflict", m.Conflicts)
		lines("\tgap", m.Gaps)
		if m.Channel != nil {
			lines("\tchannel", []chancery.Line{*m.Channel})
		}
	}
	for _, m := range r.Measures {
		line("measure", m.Act+" "+m.Object, m.Since, m.Basis)
	}
	for _, c := range r.Contacts {
		line("contact", c.Form+" "+c.Level, c.Date, c.Basis)
	}
	lines("pending", r.Pending)
	lines("words", r.Words)
	lines("channel", r.Channels)
	lines("conflict", r.Conflicts)
	lines("gap", r.Gaps)
	for _, w := range r.Days {
		fmt.Fprintf(&out, "day %s score %.1f events %d mean %.3f\n", w.Date, w.Score, w.Events, w.Mean)
	}
	return out.String()
}

func TestModelArticleGoldens(t *testing.T) {
	for _, row := range [][2]string{{"2021-10-05", ""}, {"2021-10-07", ""}, {"2021-10-20", ""}, {"2021-11-01", ""}, {"2021-11-01", "2021-10-17"}} {
		name := filepath.Join("testdata", "october-"+row[0]+".txt")
		if row[1] != "" {
			name = filepath.Join("testdata", "october-"+row[0]+"-reported-"+row[1]+".txt")
		}
		got := printed(ask(october(), row[0], row[1], seats()))
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
