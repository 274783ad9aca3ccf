package actor_test

import (
	"slices"
	"testing"

	"chancery"
	"chancery/actor"
)

func TestMembers(t *testing.T) {
	d, err := actor.OpenDirectory()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		body, on string
		size     int
		in, out  string
	}{
		{"EU", "2019-06-01", 28, "GBR", "UKR"},
		{"EU", "2021-06-01", 27, "HRV", "GBR"},
		{"EU", "1960", 6, "ITA", "GBR"},
		{"NATO", "2022-02-24", 30, "MKD", "FIN"},
		{"NATO", "", 32, "SWE", "UKR"},
		{"WARSAW PACT", "1980-01-01", 7, "DDR", "ALB"},
		{"WARSAW PACT", "2000-01-01", 0, "", "POL"},
		{"G8", "2010-06-25", 8, "RUS", "CHN"},
		{"ECOWAS", "2025-03-01", 12, "NGA", "MLI"},
	} {
		var on chancery.Date
		if row.on != "" {
			if on, err = chancery.ParseDate(row.on); err != nil {
				t.Fatal(err)
			}
		}
		members := d.Members(row.body, on)
		if len(members) != row.size || row.in != "" && !slices.Contains(members, row.in) || slices.Contains(members, row.out) {
			t.Errorf("members of %s on %q are %v, want %d with %s and without %s", row.body, row.on, members, row.size, row.in, row.out)
		}
	}
}

func TestPastStates(t *testing.T) {
	d, err := actor.OpenDirectory()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"SUN", "YUG", "CSK", "DDR", "SCG", "RVN", "VDR", "YMD", "YAR", "UAP", "AUH", "ANT", "OTT"} {
		p, known := d.Party(code)
		if !known || p.From == "" || p.To <= p.From && code != "OTT" || len(p.Successors) == 0 {
			t.Errorf("%s is told as %+v", code, p)
		}
		for _, heir := range p.Successors {
			if _, known := d.Party(heir); !known {
				t.Errorf("%s, after %s, is in no table", heir, code)
			}
		}
	}
}

func TestReadMembers(t *testing.T) {
	for _, row := range []struct {
		proves, body, published, words string
		want                           []string // nil: no such mention with parties
	}{
		{"the number of members tells the body", "The 32-member alliance expelled eight envoys.", "2025-03-03", "The 32-member alliance", []string{"NATO"}},
		{"the number of that day", "The 28-nation bloc met.", "2018-03-03", "The 28-nation bloc", []string{"EU"}},
		{"a number of another day tells nothing", "The EU met. The 19-nation bloc agreed.", "2025-03-03", "The 19-nation bloc", nil},
		{"of several bodies of a size, the one named", "ASEAN met on Monday. The 10-member bloc agreed.", "2025-03-03", "The 10-member bloc", []string{"ASEAN"}},
		{"or named right after", "The 10-member bloc agreed. ASEAN met on Monday.", "2025-03-03", "The 10-member bloc", []string{"ASEAN"}},
		{"states named by their region", "The three Baltic states closed the border.", "2025-03-03", "The three Baltic states", []string{"EST", "LTU", "LVA"}},
		{"the states with a veto", "The five permanent members of the Security Council agreed.", "2025-03-03", "The five permanent members", []string{"CHN", "FRA", "GBR", "RUS", "USA"}},
		{"members of a city's council are none", "Three members of the council left.", "2025-03-03", "Three members", nil},
		{"the newest member on the day", "NATO's newest member sent envoys.", "2023-06-01", "NATO's newest member", []string{"FIN"}},
		{"the newest of the body spoken of", "NATO met. Its newest member sent envoys.", "2025-06-01", "Its newest member", []string{"SWE"}},
		{"two that came together are not told apart", "The newest member of the EU spoke.", "2008-06-01", "The newest member", nil},
		{"what a state did to envoys is no part of its name", "The neighbouring country expelled eight diplomats.", "2025-03-03", "eight diplomats", []string{}},
		{"expelled envoys are a name", "The expelled Norwegian diplomats left.", "2025-03-03", "The expelled Norwegian diplomats", []string{"NOR"}},
		{"a past state by its name", "South Vietnam protested in Paris.", "1972-05-01", "South Vietnam", []string{"RVN"}},
		{"a state's earlier name", "Zaire closed its embassy.", "1991-05-01", "Zaire", []string{"COD"}},
	} {
		found := find(t, row.body, row.published)
		at := slices.IndexFunc(found, func(m chancery.Mention) bool { return m.Of(row.body) == row.words })
		switch {
		case row.want == nil && at >= 0 && len(found[at].Parties) > 0:
			t.Errorf("%s: %q is %v by %s", row.proves, row.words, found[at].Parties, found[at].Rule)
		case row.want == nil:
		case at < 0 || len(row.want) > 0 && !slices.Equal(found[at].Parties, row.want):
			t.Errorf("%s: %q is not %v", row.proves, row.words, row.want)
			for _, m := range found {
				t.Logf("  %q %s %v %s", m.Of(row.body), m.Kind, m.Parties, m.Rule)
			}
		}
	}
}
