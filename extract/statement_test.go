package extract_test

import (
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/read"
)

// statementRows are texts in the first person: title, publisher and text, and
// an act "act ACTOR>RECIPIENT status" that must be found, or must not where the
// row begins with "no ".
var statementRows = []struct{ title, publisher, text, want string }{
	// Whose text it is is told by the publisher,
	{"", "Ghana Ministry of Foreign Affairs", "We condemn the closure of the border by Togo.", "condemn GHA>TGO actual"},
	{"", "Embassy of Peru in Chile", "We thank Bolivia for its help to our citizens.", "endorse PER>BOL actual"},
	// not by a newspaper's name,
	{"", "The Times of Malta", "We condemn the closure of the border by Togo.", "no condemn MLT>TGO actual"},
	// by the title,
	{"Statement by the Government of Malta on Libya", "", "We call on Libya to free the four sailors.", "demand MLT>LBY actual"},
	{"Norwegian statement on the vote in Burundi", "", "We call on Burundi to free the four lawyers.", "demand NOR>BDI actual"},
	{"Statement on the raid of the Swedish embassy", "", "We call on Libya to free the four sailors.", "no demand SWE>LBY actual"},
	{"Joint statement by the foreign ministers of Chile, Peru and Ecuador on Haiti", "", "We call on Cuba to free the four sailors.", "demand CHL,PER,ECU>CUB actual"},
	{"Security Alert: U.S. Embassy Dakar, Senegal", "", "The Embassy will be closed on Friday. We thank the Gambia for its help.", "endorse USA>GMB actual"},
	{"Letter dated 3 May from the Permanent Representative of Oman to the United Nations addressed to the Secretary-General", "", "My Government condemns the landing of Yemeni soldiers on our island. I ask you to send observers.", "demand OMN>UN actual"},
	// by the letterhead and the dateline, by the signature,
	{"", "", "Ministry of Foreign Affairs\n\nNairobi, 4 March 2019\n\nThe Ministry has summoned the Ugandan ambassador to protest against the decree.", "summon KEN>UGA actual"},
	{"", "", "We condemn the seizure of our trawler by Morocco.\n\nMinistry of Foreign Affairs, Lisbon", "condemn PRT>MAR actual"},
	{"", "", "Nairobi, 4 March 2019\n\nThe cabinet condemned the decree of Uganda, the newspaper wrote.", "no condemn KEN>UGA actual"},
	// by what the text tells of itself.
	{"", "", "Denmark regrets the vote in Budapest. Our ambassador in Budapest will return to Copenhagen for consultations. We call on Hungary to reconsider.", "demand DNK>HUN actual"},
	// An officer without a country is the speaker's own.
	{"Statement by the Government of Malta", "", "Our Prime Minister telephoned the President of Tunisia last night. We regret that Tunisia has closed its ports to our ships.", "call MLT>TUN actual"},
	// In a briefing the reporters' "you" is who briefs; a label without a country speaks for it.
	{"Daily briefing by the Chilean Foreign Ministry", "", "QUESTION: Peru accuses you of spying. Any comment?\n\nMR. ROJAS: We reject that. We call on Peru to withdraw the charge.\n\nQUESTION: Thank you.", "accuse PER>CHL actual"},
	{"Daily briefing by the Chilean Foreign Ministry", "", "QUESTION: Peru accuses you of spying. Any comment?\n\nMR. ROJAS: We reject that. We call on Peru to withdraw the charge.\n\nQUESTION: Thank you.", "demand CHL>PER actual"},
	// "No" and "Yes" take up what was asked.
	{"Daily briefing by the Chilean Foreign Ministry", "", "QUESTION: Peru accuses you of spying.\n\nMR. ROJAS: No. That is all I have.\n\nQUESTION: Thank you.", "deny CHL>PER actual"},
	{"Daily briefing by the Chilean Foreign Ministry", "", "QUESTION: Have you expelled the Peruvian ambassador?\n\nMR. ROJAS: Yes.\n\nQUESTION: Thank you.", "expel CHL>PER actual"},
	{"Daily briefing by the Chilean Foreign Ministry", "", "QUESTION: Have you expelled the Peruvian ambassador?\n\nMR. ROJAS: I'm not aware of it.\n\nQUESTION: Thank you.", "no expel CHL>PER actual"},
	{"Daily briefing by the Chilean Foreign Ministry", "", "QUESTION: Are you going to lift the sanctions on Cuba?\n\nMR. ROJAS: We are not.\n\nQUESTION: Thank you.", "lift-sanctions CHL>CUB denied"},
	// Whose body or officer it is.
	{"Security Alert: U.S. Embassy Dakar, Senegal", "", "Two flights left with help from Mali. We urge the Government to reopen the airport.", "demand USA>SEN actual"},
	{"Security Council Press Statement on Togo", "", "The members of the Security Council condemned the raid by Togo on Benin. They urged Togo to free the captives.", "demand UN>TGO actual"},
	{"Letter from the Permanent Representative of Oman to the President of the Security Council", "", "My Government condemns the landing of Yemeni soldiers. It asks Yemen for an apology.", "demand OMN>YEM actual"},
	{"Statement by the Government of Malta", "", "We welcome the decision of Peru and Chile to establish relations with Fiji.", "restore-relations PER,CHL>FJI actual"},
	{"Press briefing by the Press Secretary", "The White House", "MR. LANE: The President is in Ohio today. President Hu of China will visit in May.\n\nQUESTION: And Cuba?\n\nMR. LANE: The President condemns the trial in Cuba. Thank you.", "condemn USA>CUB actual"},
}

func TestStatements(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range statementRows {
		t.Run(row.want, func(t *testing.T) {
			published, _ := chancery.ParseDate("2019-03-05")
			got := reader.Read(chancery.Document{Title: row.title, Publisher: row.publisher, Published: published, Text: row.text})
			var acts []string
			for _, c := range got.Claims {
				acts = append(acts, c.Act+" "+strings.Join(c.Actor, ",")+">"+strings.Join(c.Recipient, ",")+" "+string(c.Status))
			}
			want, unwanted := strings.CutPrefix(row.want, "no ")
			if slices.Contains(acts, want) == unwanted {
				t.Errorf("%s | %s: %q\n got %q\nwant %q", row.title, row.publisher, row.text, acts, row.want)
			}
		})
	}
}
