package relations_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chancery"
	"chancery/fold"
	"chancery/relations"
)

// of folds claims, each a document of its own, and asks how A and B stand.
func of(a, b, on string, missions []chancery.Mission, claims ...chancery.Claim) chancery.Relation {
	for i := range claims {
		claims[i].Document = string(rune('a' + i))
		claims[i].ID = claims[i].ContentID()
	}
	q := relations.Question{A: a, B: b, On: day(on), Missions: missions, Names: map[string]relations.Names{
		"RUS": {Words: []string{"Russia", "Russian"}, Seats: []string{"Moscow"}}, "NATO": {Words: []string{"NATO"}, Organisation: true},
		"USA": {Words: []string{"United States", "American", "U.S."}, Seats: []string{"Washington"}}, "CHN": {Words: []string{"China", "Chinese"}, Seats: []string{"Beijing"}},
		"FRA": {Words: []string{"France", "French"}, Seats: []string{"Paris"}}, "NER": {Words: []string{"Niger"}, Seats: []string{"Niamey"}},
	}}
	return relations.Of(fold.Fold(claims, fold.Options{}), q)
}

// with changes a claim.
func with(c chancery.Claim, change func(*chancery.Claim)) chancery.Claim {
	change(&c)
	return c
}

func TestLevels(t *testing.T) {
	recall := claim("", "2021-09-17", "e1 recall FRA>USA 2021-09-17", "its ambassador", "Paris called its ambassador home.")
	back := claim("", "2021-10-01", "e1 appoint FRA>USA 2021-10-01", "ambassador", "The ambassador returned.")
	sever := claim("", "2024-04-06", "e1 sever-relations FRA>USA 2024-04-06", "", "Relations were broken off.")
	for _, row := range []struct {
		name   string // what the row proves
		on     string
		claims []chancery.Claim
		want   chancery.Level
	}{
		{"nothing told is no break told", "2021-09-17", nil, chancery.LevelUntold},
		{"a recall leaves a chargé", "2021-09-20", []chancery.Claim{recall}, chancery.LevelCharge},
		{"before the recall nothing is told", "2021-09-16", []chancery.Claim{recall}, chancery.LevelUntold},
		{"the head's return restores the level", "2021-10-02", []chancery.Claim{recall, back}, chancery.LevelAmbassadors},
		{"severed stays severed whatever was recalled", "2024-05-01", []chancery.Claim{sever, recall}, chancery.LevelSevered},
		{"a planned break is no break", "2024-05-01", []chancery.Claim{with(sever, func(c *chancery.Claim) { c.Status = chancery.StatusPlanned })}, chancery.LevelUntold},
		{"a threatened break is no break", "2024-05-01", []chancery.Claim{with(sever, func(c *chancery.Claim) { c.Status = chancery.StatusThreatened })}, chancery.LevelUntold},
	} {
		if got := of("USA", "FRA", row.on, nil, row.claims...).Level; got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func TestMeasures(t *testing.T) {
	steel := claim("", "2018-03-08", "e1 impose-sanctions USA>CHN 2018-03-08", "tariffs on steel", "Duties on steel were set.")
	chips := claim("", "2022-10-07", "e1 impose-sanctions USA>CHN 2022-10-07", "export controls on chips", "Chips may no longer be sold.")
	lifted := claim("", "2023-01-01", "e1 lift-sanctions USA>CHN 2023-01-01", "the steel duties", "The steel duties were lifted.")
	unclear := claim("", "2023-01-01", "e1 lift-sanctions USA>CHN 2023-01-01", "certain penalties", "Certain penalties were eased.")
	for _, row := range []struct {
		name             string // what the row proves
		on               string
		claims           []chancery.Claim
		force, off, told int // in force, lifted, conflicts
	}{
		{"both in force", "2022-12-31", []chancery.Claim{steel, chips, lifted}, 2, 0, 0},
		{"the lifting ends what it names", "2023-02-01", []chancery.Claim{steel, chips, lifted}, 1, 1, 0},
		{"which of two is lifted is told as unclear", "2023-02-01", []chancery.Claim{steel, chips, unclear}, 2, 0, 1},
		{"the only one there is is lifted whatever it is called", "2023-02-01", []chancery.Claim{chips, unclear}, 0, 1, 0},
		{"its own end ends it", "2023-02-01", []chancery.Claim{with(steel, func(c *chancery.Claim) { c.Until = day("2020-12-31") })}, 0, 1, 0},
		{"not yet in effect is not in force", "2022-10-08", []chancery.Claim{with(chips, func(c *chancery.Claim) { c.Effective = day("2022-10-12") })}, 0, 0, 0},
	} {
		r := of("USA", "CHN", row.on, nil, row.claims...)
		if len(r.Measures) != row.force || len(r.Lifted) != row.off || len(r.Conflicts) != row.told {
			t.Errorf("%s: %d in force, %d lifted, %d conflicts; want %d, %d, %d", row.name, len(r.Measures), len(r.Lifted), len(r.Conflicts), row.force, row.off, row.told)
		}
	}
}

// Texts name one mission variously; each row is one way and the mission that is
// meant.
func TestWhichMission(t *testing.T) {
	known := []chancery.Mission{
		{ID: "USA>CHN/embassy", Kind: chancery.MissionEmbassy, Sender: "USA", Host: "CHN", Town: "Beijing", Known: true},
		{ID: "USA>CHN/consulate/Chengdu", Kind: chancery.MissionConsulate, Sender: "USA", Host: "CHN", Town: "Chengdu", Known: true},
		{ID: "CHN>USA/embassy", Kind: chancery.MissionEmbassy, Sender: "CHN", Host: "USA", Town: "Washington", Known: true},
		{ID: "CHN>USA/consulate/Houston", Kind: chancery.MissionConsulate, Sender: "CHN", Host: "USA", Town: "Houston", Known: true},
		{ID: "CHN>USA/consulate/Chicago", Kind: chancery.MissionConsulate, Sender: "CHN", Host: "USA", Town: "Chicago", Known: true},
	}
	for _, row := range []struct{ act, parties, object, want string }{
		{"close-mission", "CHN>USA", "the U.S. consulate in Chengdu", "USA>CHN/consulate/Chengdu"},        // closed by the host
		{"close-mission", "USA>CHN", "China's consulate general in Houston", "CHN>USA/consulate/Houston"}, // possessive
		{"close-mission", "USA>CHN", "the Chinese consulate in Chicago", "CHN>USA/consulate/Chicago"},     // adjective and town
		{"close-mission", "USA>CHN", "its embassy in Beijing", "USA>CHN/embassy"},                         // "its" is the actor's
		{"suspend-mission", "USA>CHN", "the embassy in Beijing", "USA>CHN/embassy"},                       // the capital tells the host
		{"expel", "USA>CHN", "two diplomats", "CHN>USA/embassy"},                                          // expelling is the host's
		{"recall", "USA>CHN", "its ambassador", "USA>CHN/embassy"},                                        // recalling is the sender's
		{"close-mission", "USA>CHN", "a Chinese consulate", "CHN>USA/consulate"},                          // which of two is not told
		{"close-mission", "CHN>USA", "the American consulate in the western city of Chengdu", "USA>CHN/consulate/Chengdu"},
		{"recall", "CHN>USA", "its ambassador to the United States", "CHN>USA/embassy"},                 // "to" tells the host, not the sender
		{"recall", "CHN>FRA,USA", "its ambassadors to France and the United States", "CHN>USA/embassy"}, // of several, this pair's
		{"expel", "USA>CHN", "the Chinese ambassador to Washington", "CHN>USA/embassy"},                 // adjective and capital
		{"withdraw-staff", "USA>CHN", "staff from Chengdu consulate", "USA>CHN/consulate/Chengdu"},      // withdrawing too; one consulate is known
		{"close-mission", "USA>CHN", "the embassy of China in Washington", "CHN>USA/embassy"},           // "of" tells the sender
		{"close-mission", "CHN>USA", "the American consulate in Wuhan", "USA>CHN/consulate/wuhan"},      // one that no table knows
		{"suspend-mission", "USA>CHN", "the American trade mission in Beijing", "USA>CHN/trade"},        // a kind of its own
	} {
		r := of("USA", "CHN", "2021-01-01", known, claim("", "2020-07-24", "e1 "+row.act+" "+row.parties+" 2020-07-24", row.object, "It was announced."))
		got := "none"
		for _, m := range r.Missions {
			if !m.Since.IsZero() || len(m.Departures) > 0 || m.Head != nil {
				got = m.Mission.ID
			}
		}
		if got != row.want {
			t.Errorf("%s %s %q is about %s, want %s", row.parties, row.act, row.object, got, row.want)
		}
	}
}

// Plans pend until they are due or old; then it is told that nothing came of them.
// Where no word tells whose liaison mission Moscow suspends, it is the one that is
// known or spoken of beside it; with nothing known it is the doer's own, and a
// main mission always is.
func TestWhoseMissionNobodySays(t *testing.T) {
	suspended := claim("", "2021-10-18", "e1 suspend-mission RUS>NATO 2021-10-18", "activities of the liaison mission", "The work of the liaison mission is suspended.")
	main := claim("", "2021-10-18", "e1 suspend-mission RUS>NATO 2021-10-18", "the permanent mission", "The work of the permanent mission is suspended.")
	beside := claim("", "2021-10-18", "e1 revoke-accreditation RUS>NATO 2021-10-18", "NATO's military liaison mission in the capital", "Officers of NATO's military liaison mission lose their accreditation.")
	for _, row := range []struct {
		name     string
		missions []chancery.Mission
		claims   []chancery.Claim
		want     string
	}{
		{"one is known", seats(), []chancery.Claim{suspended}, "NATO>RUS/liaison"},
		{"one is spoken of, later in the list too", nil, []chancery.Claim{suspended, beside}, "NATO>RUS/liaison"},
		{"nothing is known", nil, []chancery.Claim{suspended}, "RUS>NATO/liaison"},
		{"a main mission", seats(), []chancery.Claim{main, beside}, "RUS>NATO/mission"},
		{"the one organisation of the two is \"the alliance\"", nil, []chancery.Claim{with(suspended, func(c *chancery.Claim) { c.Object = &chancery.Object{Text: "the alliance's information office"} })}, "NATO>RUS/information"},
	} {
		var got []string
		for _, m := range of("RUS", "NATO", "2021-10-20", row.missions, slices.Clone(row.claims)...).Missions {
			if m.Status == chancery.MissionSuspended {
				got = append(got, m.Mission.ID)
			}
		}
		if !slices.Equal(got, []string{row.want}) {
			t.Errorf("%s: suspended %q, want %s", row.name, got, row.want)
		}
	}
}

func TestPlans(t *testing.T) {
	plan := with(claim("", "2024-01-10", "e1 visit FRA>USA 2024-01-10", "", "He will come."), func(c *chancery.Claim) { c.Status = chancery.StatusPlanned })
	due := with(plan, func(c *chancery.Claim) { c.Effective = day("2024-03-01") })
	came := claim("", "2024-03-01", "e1 visit FRA>USA 2024-03-01", "", "He came.")
	for _, row := range []struct {
		name          string // what the row proves
		on            string
		claims        []chancery.Claim
		pending, gaps int
	}{
		{"a fresh plan pends", "2024-02-01", []chancery.Claim{plan}, 1, 0},
		{"an old one is told as without outcome", "2024-12-01", []chancery.Claim{plan}, 0, 1},
		{"one with a day pends until then", "2024-03-01", []chancery.Claim{due}, 1, 0},
		{"and is told as not done after", "2024-03-02", []chancery.Claim{due}, 0, 1},
		{"done, it pends no more", "2024-03-02", []chancery.Claim{due, came}, 0, 0},
	} {
		r := of("FRA", "USA", row.on, nil, row.claims...)
		if len(r.Pending) != row.pending || len(r.Gaps) != row.gaps {
			t.Errorf("%s: %d pending, %d gaps %+v; want %d, %d", row.name, len(r.Pending), len(r.Gaps), r.Gaps, row.pending, row.gaps)
		}
	}
}

// Vague dates count from when the act was certainly done.
func TestVagueDates(t *testing.T) {
	for _, row := range []struct {
		date, published, on string
		closed              bool
	}{
		{"2021-10", "2021-10-18", "2021-10-17", false}, // some day of the month, reported on the 18th: not certainly by the 17th
		{"2021-10", "2021-10-18", "2021-10-18", true},  // certainly by the report
		{"2021-10", "2022-02-01", "2021-10-30", false}, // reported later: by the end of the month
		{"2021-10", "2022-02-01", "2021-10-31", true},
		{"2021", "2022-02-01", "2021-12-31", true}, // a year: by its end
		{"-", "2022-02-01", "2022-01-31", false},   // no date: by the report
		{"-", "2022-02-01", "2022-02-01", true},
	} {
		r := of("FRA", "NER", row.on, nil, claim("", row.published, "e1 close-mission FRA>NER "+row.date, "the French embassy in Niamey", "It is closed."))
		if closed := len(r.Missions) == 1 && r.Missions[0].Status == chancery.MissionClosed; closed != row.closed {
			t.Errorf("dated %s, reported %s: on %s closed is %v", row.date, row.published, row.on, closed)
		}
	}
}

// Who is told to close a mission is its sender; an id that no table has is read.
func TestOrderedToClose(t *testing.T) {
	order := claim("", "2020-07-24", "e1 close-mission CHN>USA 2020-07-24", "its consulate in the city of Chengdu", "Beijing told the United States to close its consulate in the city of Chengdu.")
	id := claim("", "2020-07-22", "e1 close-mission USA>CHN 2020-07-22", "its consulate", "It had to shut.")
	id.Object.ID = "CHN>USA/consulate/Houston"
	r := of("USA", "CHN", "2020-08-01", nil, order, id)
	var got []string
	for _, m := range r.Missions {
		got = append(got, m.Mission.Sender+" "+m.Mission.Town)
	}
	if want := []string{"USA Chengdu", "CHN Houston"}; !slices.Equal(got, want) {
		t.Errorf("closed: %q, want %q", got, want)
	}
}

func TestMissionStory(t *testing.T) {
	suspend := claim("", "2023-12-21", "e1 close-mission FRA>NER 2023-12-21", "the French embassy in Niamey", "France closes its embassy for good.")
	open := claim("", "2024-06-01", "e1 open-mission FRA>NER 2024-06-01", "the French embassy in Niamey", "The embassy opened again.")
	for _, row := range []struct {
		on   string
		want string
	}{
		{"2023-12-20", "operating"},                                  // before, as what closed must have worked
		{"2023-12-22", "closed 2023-12-21, effective date not told"}, // after
		{"2024-06-02", "operating 2024-06-01"},                       // opened again
	} {
		r := of("FRA", "NER", row.on, nil, suspend, open)
		if len(r.Missions) != 1 || short(r.Missions[0]) != row.want {
			t.Errorf("on %s: %d missions, %+v; want %s", row.on, len(r.Missions), r.Missions, row.want)
		}
	}
	// One that is first told as reopening was closed before, and so until the day.
	reopen := with(open, func(c *chancery.Claim) { c.Date, c.Effective = day("2024-03-01"), day("2024-06") })
	if r := of("FRA", "NER", "2024-05-01", nil, reopen); len(r.Missions) != 1 || r.Missions[0].Status != chancery.MissionClosed || len(r.Missions[0].Pending) != 1 {
		t.Errorf("before it reopens: %+v", r.Missions)
	}
	if r := of("FRA", "NER", "2024-06-01", nil, reopen); r.Missions[0].Status != chancery.MissionOperating || r.Missions[0].Since != day("2024-06") {
		t.Errorf("once it has reopened: %+v", r.Missions)
	}
	// A mission that first comes up by being opened was not there before.
	if r := of("FRA", "NER", "2024-01-01", nil, open); len(r.Missions) != 0 {
		t.Errorf("%d missions before the first opening, want none", len(r.Missions))
	}
}

func TestContactsByLevel(t *testing.T) {
	meet := func(date, office string) chancery.Claim {
		return with(claim("", date, "e1 meet FRA>USA "+date, "", "They met on "+date+"."), func(c *chancery.Claim) {
			c.ActorRoles = []chancery.Role{{Party: "FRA", Office: office}}
			c.RecipientRoles = []chancery.Role{{Party: "USA", Office: "president"}}
		})
	}
	r := of("FRA", "USA", "2024-01-01", nil, meet("2023-01-01", "foreign minister"), meet("2023-05-01", "Prime Minister"), meet("2023-03-01", "foreign minister"), meet("2025-01-01", "foreign minister"))
	var got []string
	for _, c := range r.Contacts {
		got = append(got, c.Form+" "+c.Level+" "+c.Date.String())
	}
	if want := []string{"meet leaders 2023-05-01", "meet ministers 2023-03-01"}; !slices.Equal(got, want) {
		t.Errorf("contacts %q, want %q: the last at each level, none after the day", got, want)
	}
}

func TestWhatIsNotSettledIsTold(t *testing.T) {
	eight := claim("", "2021-10-06", "e1 expel NATO>RUS 2021-10-06", "the Russian mission", "Eight were sent home.")
	eight.Count, eight.SaidBy = &chancery.Count{N: 8}, "the spokeswoman"
	ten := claim("", "2021-10-07", "e1 expel NATO>RUS 2021-10-06", "the Russian mission", "Ten had to go.")
	ten.Count, ten.SaidBy = &chancery.Count{N: 10}, "an envoy"
	denied := with(claim("", "2021-10-08", "e1 expel NATO>RUS 2021-10-06", "the Russian mission", "Nobody was sent home."), func(c *chancery.Claim) { c.Status = chancery.StatusDenied })
	r := of("RUS", "NATO", "2021-10-10", seats(), eight, ten, denied)
	told := printed(r)
	for _, want := range []string{"count told as 8 by the spokeswoman, as 10 by an envoy", "denied by 1 of 3 voices"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not told in\n%s", want, told)
		}
	}
}

// Numbers of one text are compared whatever days they are dated to.
func TestSumsOfOneText(t *testing.T) {
	claims := []chancery.Claim{october()[7], october()[8]}
	claims[1].Date = day("2021-10-18")
	if told := printed(ask(claims, "2021-10-20", "", seats())); !strings.Contains(told, "do not add up") {
		t.Errorf("eight sent home and ten posts fewer are not told apart:\n%s", told)
	}
	claims[1].Document = "another"
	if told := printed(ask(claims, "2021-10-20", "", seats())); strings.Contains(told, "do not add up") {
		t.Errorf("steps of two texts twelve days apart are told as one:\n%s", told)
	}
}

func TestTension(t *testing.T) {
	var events []chancery.Event
	start := day("2022-01-03") // a Monday
	for week := range 20 {
		for range 2 {
			events = append(events, chancery.Event{ID: "e", Status: chancery.StatusActual, Date: start.AddDays(7 * week), Score: 1})
		}
	}
	events = append(events,
		chancery.Event{ID: "war", Status: chancery.StatusActual, Date: start.AddDays(7*15 + 3), Score: -30},
		chancery.Event{ID: "threat", Status: chancery.StatusThreatened, Date: start, Score: -5},     // not done
		chancery.Event{ID: "vague", Status: chancery.StatusActual, Date: day("2022-01"), Score: -5}) // no day
	days := relations.Days(events)
	weeks := relations.Weeks(days, day("2022-06-01"))
	if len(days) != 21 || days[0].Score != 2 || days[0].Events != 2 {
		t.Fatalf("%d days, the first %+v; want 21 and a score of 2 of 2 events", len(days), days[0])
	}
	if len(weeks) != 22 || weeks[15].Score != -28 || weeks[21].Events != 0 {
		t.Errorf("%d weeks, the 16th %+v, the last %+v", len(weeks), weeks[15], weeks[len(weeks)-1])
	}
	anomalies := relations.Anomalies(weeks, events)
	if len(anomalies) != 1 || anomalies[0].Baseline != 2 || !slices.Contains(anomalies[0].Events, "war") {
		t.Errorf("anomalies %+v, want the one week of war, off a baseline of 2", anomalies)
	}
	for _, d := range days {
		if math.IsNaN(d.Mean) {
			t.Errorf("the mean of %s is no number", d.Date)
		}
	}
}

// The series begins where it is asked to, whatever lasting acts lie before.
func TestSeriesSince(t *testing.T) {
	old := chancery.Event{ID: "old", Act: "impose-sanctions", Status: chancery.StatusActual, Actor: []string{"USA"}, Recipient: []string{"CHN"}, Date: day("2001-01-01"), Score: -6}
	late := chancery.Event{ID: "late", Act: "meet", Status: chancery.StatusActual, Actor: []string{"USA", "CHN"}, Recipient: []string{}, Date: day("2020-01-01"), Score: 2}
	r := relations.Of([]chancery.Event{old, late}, relations.Question{A: "USA", B: "CHN", On: day("2020-02-01"), Since: day("2019-01-01")})
	if len(r.Days) != 1 || r.Days[0].Date != late.Date || len(r.Measures) != 1 {
		t.Errorf("days %+v, %d measures; want the day of 2020 alone, and the measure of 2001 in force", r.Days, len(r.Measures))
	}
}

// A standing never knows what was announced after its day, and telling it twice
// gives the same.
func TestNothingFromTheFuture(t *testing.T) {
	acts := []string{"expel", "suspend-mission", "close-mission", "open-mission", "recall", "appoint", "impose-sanctions", "lift-sanctions", "meet", "condemn", "sever-relations", "limit-staff"}
	rapid.Check(t, func(rt *rapid.T) {
		var claims []chancery.Claim
		for i := range rapid.IntRange(0, 25).Draw(rt, "claims") {
			act := rapid.SampledFrom(acts).Draw(rt, "act")
			parties := rapid.SampledFrom([]string{"RUS>NATO", "NATO>RUS"}).Draw(rt, "parties")
			date := day("2021-01-01").AddDays(rapid.IntRange(0, 300).Draw(rt, "day"))
			c := claim("d"+string(rune('a'+i)), date.String(), "e1 "+act+" "+parties+" "+date.String(), rapid.SampledFrom([]string{"", "the mission", "NATO's liaison mission in Moscow"}).Draw(rt, "object"), "Words of "+act)
			if rapid.Bool().Draw(rt, "later") {
				c.Effective = date.AddDays(rapid.IntRange(1, 90).Draw(rt, "effective"))
			}
			c.ID = c.ContentID()
			claims = append(claims, c)
		}
		on := day("2021-01-01").AddDays(rapid.IntRange(0, 300).Draw(rt, "on"))
		r := ask(claims, on.String(), "", seats())
		for _, e := range r.Events {
			if e.When().Compare(on) > 0 {
				rt.Fatalf("on %s the event of %s is known", on, e.When())
			}
		}
		for _, m := range r.Missions {
			if m.Since.Compare(on) > 0 {
				rt.Fatalf("on %s mission %s is %s since %s", on, m.Mission.ID, m.Status, m.Since)
			}
			for _, p := range m.Pending {
				if p.Since.Compare(on) <= 0 && strings.Contains(p.Text, "announced") {
					rt.Fatalf("on %s %s is pending since %s", on, p.Text, p.Since)
				}
			}
		}
		slices.Reverse(claims)
		if printed(ask(claims, on.String(), "", seats())) != printed(r) {
			rt.Fatal("telling it again tells another story")
		}
	})
}

// FuzzIdentify feeds words of any bytes: no panic, and a mission always has two
// sides that differ.
func FuzzIdentify(f *testing.F) {
	f.Add("Russia's mission at NATO headquarters in Brussels", "RUS", "NATO", "suspend-mission")
	f.Add("in In in in", "A", "", "expel")
	f.Fuzz(func(t *testing.T, object, actor, recipient, act string) {
		e := chancery.Event{ID: "ev", Act: act, Actor: []string{actor}, Recipient: []string{recipient}, Object: &chancery.Object{Text: object}, Date: day("2020-01-01"), Status: chancery.StatusActual}
		for _, m := range relations.Missions([]chancery.Event{e}, relations.Question{On: day("2021-01-01"), Names: names()}) {
			if m.Mission.Sender == m.Mission.Host || m.Mission.Sender == "" {
				t.Fatalf("a mission of %q with %q", m.Mission.Sender, m.Mission.Host)
			}
		}
	})
}
