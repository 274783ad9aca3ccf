package fold

import (
	"slices"
	"strings"
	"testing"

	"chancery"
)

// groups prints which documents' claims folded together: "a b|c".
func groups(events []chancery.Event) string {
	var out []string
	for _, e := range events {
		var docs []string
		for _, t := range e.Testimonies {
			docs = append(docs, t.Claim.Document)
		}
		slices.Sort(docs)
		out = append(out, strings.Join(docs, " "))
	}
	slices.Sort(out)
	return strings.Join(out, "|")
}

func TestWhatFolds(t *testing.T) {
	for _, row := range []struct {
		name   string // what the row proves
		claims []told
		want   string
	}{
		{"two reporters of one day tell one act", []told{
			{doc: "a", act: "expel", parties: "CZE>RUS", date: "2021-04-17", count: 18, evidence: "Prague ordered eighteen staff of the embassy out"},
			{doc: "b", act: "expel", parties: "CZE>RUS", date: "2021-04-17", count: 18, evidence: "The Czech government told 18 diplomats to go"},
		}, "a b"},
		{"the other direction is the answer, not the same act", []told{
			{doc: "a", act: "expel", parties: "CZE>RUS", date: "2021-04-17"},
			{doc: "b", act: "expel", parties: "RUS>CZE", date: "2021-04-18"},
		}, "a|b"},
		{"different numbers on one day stay one event", []told{
			{doc: "a", act: "expel", parties: "NATO>RUS", date: "2021-10-06", count: 8},
			{doc: "b", act: "expel", parties: "NATO>RUS", date: "2021-10-06", count: 10},
		}, "a b"},
		{"different numbers and different days are two acts", []told{
			{doc: "a", act: "expel", parties: "USA>RUS", date: "2021-04-15", count: 10},
			{doc: "b", act: "expel", parties: "USA>RUS", date: "2021-04-16", count: 24},
		}, "a|b"},
		{"a month told by one lies around the day told by the other", []told{
			{doc: "a", act: "expel", parties: "CZE>RUS", date: "2021-04-17", count: 18, evidence: "eighteen embassy staff were expelled over the depot blast"},
			{doc: "b", act: "expel", parties: "CZE>RUS", date: "2021-04", published: "2021-06-01", count: 18, evidence: "in April eighteen embassy staff had been expelled over the blast"},
		}, "a b"},
		{"expelling and taking away accreditation are two acts on the same people", []told{
			{doc: "a", act: "expel", parties: "NATO>RUS", date: "2018-03-27", count: 7},
			{doc: "a", act: "revoke-accreditation", parties: "NATO>RUS", date: "2018-03-27", count: 7},
		}, "a|a"},
		{"a meeting has no direction", []told{
			{doc: "a", act: "meet", parties: "USA>CHN", date: "2023-06-19", evidence: "Blinken sat down with Xi"},
			{doc: "b", act: "meet", parties: "CHN,USA>", date: "2023-06-19", evidence: "the two sides talked in the Great Hall"},
		}, "a b"},
		{"two missions of one sender are two objects", []told{
			{doc: "a", act: "close-mission", parties: "USA>CHN", date: "2020-07-22", object: "the Chinese consulate in Houston"},
			{doc: "b", act: "close-mission", parties: "USA>CHN", date: "2020-07-22", object: "the Chinese embassy in Washington"},
		}, "a|b"},
		{"an embassy may be called a mission", []told{
			{doc: "a", act: "suspend-mission", parties: "GBR>SYR", date: "2012-03-01", object: "its embassy in Damascus"},
			{doc: "b", act: "suspend-mission", parties: "GBR>SYR", date: "2012-03-01", object: "the British diplomatic mission"},
		}, "a b"},
		{"strikes on one day in two towns are two attacks", []told{
			{doc: "a", act: "attack", parties: "RUS>UKR", date: "2025-03-04", place: "Odesa", evidence: "drones hit the port of Odesa"},
			{doc: "b", act: "attack", parties: "RUS>UKR", date: "2025-03-04", place: "Kharkiv", evidence: "a missile hit a school in Kharkiv"},
		}, "a|b"},
		{"a report of the day on which it takes effect is of the same act", []told{
			{doc: "a", act: "suspend-mission", parties: "RUS>NATO", date: "2021-10-18", effective: "2021-11-01", object: "its permanent mission to NATO"},
			{doc: "b", act: "suspend-mission", parties: "RUS>NATO", date: "2021-11-01", object: "the permanent mission to NATO"},
		}, "a b"},
		{"leaving a body that is itself the recipient, announced and a year later told as done", []told{
			{doc: "a", act: "suspend-participation", parties: "USA>WHO", date: "2025-01-20", object: "WHO", evidence: "he signed the withdrawal from the WHO"},
			{doc: "b", act: "suspend-participation", parties: "USA>WHO", published: "2026-01-22", object: "the WHO", evidence: "withdrawal from the WHO"},
		}, "a b"},
		{"raids on two days that share only words of every raid are two", []told{
			{doc: "a", act: "attack", parties: "RUS>UKR", date: "2025-03-04", evidence: "a Russian drone strike killed three people in a residential building"},
			{doc: "b", act: "attack", parties: "RUS>UKR", published: "2025-03-20", evidence: "a Russian missile strike on a building killed at least four people"},
		}, "a|b"},
		{"a raid is told again by its town", []told{
			{doc: "a", act: "attack", parties: "PAK>AFG", date: "2025-10-09", evidence: "Jets struck two houses in Kabul"},
			{doc: "b", act: "attack", parties: "PAK>AFG", date: "2025-10-09", published: "2025-10-10", evidence: "yesterday's raid on Kabul killed two commanders"},
			{doc: "c", act: "attack", parties: "PAK>AFG", date: "2025-10-09", published: "2025-10-11", evidence: "after the raid on Kabul the army shelled posts along the border"},
		}, "a b c"},
		{"a planned visit and the visit are one", []told{
			{doc: "a", act: "visit", parties: "CHN>FRA", date: "2024-04-20", effective: "2024-05", status: chancery.StatusPlanned, evidence: "Xi is to come to Paris next month"},
			{doc: "b", act: "visit", parties: "CHN>FRA", date: "2024-05-05", evidence: "Xi lands in Paris"},
		}, "a b"},
		{"a visit before the planned one is another", []told{
			{doc: "a", act: "visit", parties: "CHN>FRA", date: "2024-04-20", effective: "2024-05-05", status: chancery.StatusPlanned, evidence: "Xi is to come to Paris next month"},
			{doc: "b", act: "visit", parties: "CHN>FRA", date: "2024-04-28", evidence: "The minister lands in Paris"},
		}, "a|b"},
		{"a threat is not the deed", []told{
			{doc: "a", act: "impose-sanctions", parties: "USA>TUR", date: "2019-10-14", status: chancery.StatusThreatened},
			{doc: "b", act: "impose-sanctions", parties: "USA>TUR", date: "2019-10-14"},
		}, "a|b"},
		{"a denial of the deed disputes it", []told{
			{doc: "a", act: "recall", parties: "FRA>AUS", date: "2021-09-17", object: "its ambassador"},
			{doc: "b", act: "recall", parties: "FRA>AUS", date: "2021-09-20", status: chancery.StatusDenied, object: "the ambassador", evidence: "the ambassador was not recalled"},
		}, "a b"},
		{"two persons of one party each condemn in words of their own", []told{
			{doc: "a", act: "condemn", parties: "DEU>BLR", date: "2021-05-24", said: "Heiko Maas", evidence: "Maas called the forced landing an outrageous act of piracy"},
			{doc: "b", act: "condemn", parties: "DEU>BLR", date: "2021-05-24", said: "Angela Merkel", evidence: "Merkel said detention without trial was unacceptable"},
		}, "a|b"},
		{"two documents' words for concluding a deal", []told{
			{doc: "a", act: "sign", parties: "GBR,MUS>", date: "2025-05-22", object: "deal on the Chagos islands", evidence: "both signed the deal on the Chagos islands"},
			{doc: "b", act: "agree", parties: "GBR>MUS", date: "2025-05-22", object: "deal over Chagos", evidence: "London agreed to the deal over the Chagos islands"},
		}, "a b"},
		{"an undated mention in the background finds its act", []told{
			{doc: "a", act: "detain", parties: "RUS>USA", date: "2023-03-29", object: "reporter Evan Gershkovich", evidence: "security men seized reporter Evan Gershkovich"},
			{doc: "b", act: "detain", parties: "RUS>USA", published: "2023-12-01", object: "Gershkovich", evidence: "the reporter Gershkovich, seized by Russia"},
		}, "a b"},
		{"an undated mention does not fold with what was reported after it", []told{
			{doc: "a", act: "detain", parties: "RUS>USA", published: "2022-03-29", object: "the reporter", evidence: "the reporter seized by security men"},
			{doc: "b", act: "detain", parties: "RUS>USA", date: "2023-03-29", object: "the reporter", evidence: "the reporter seized by security men"},
		}, "a|b"},
		{"the same demand, nine months later, is made anew", []told{
			{doc: "a", act: "demand", parties: "USA>IRN", published: "2025-06-17", object: "unconditional surrender", evidence: "the president calls for an unconditional surrender"},
			{doc: "b", act: "demand", parties: "USA>IRN", published: "2026-03-06", object: "unconditional surrender", evidence: "the president calls for an unconditional surrender"},
		}, "a|b"},
		{"one document's two acts of a kind stay two", []told{
			{doc: "a", act: "mobilise", parties: "RUS>NATO", published: "2021-10-18", object: "alliance airspace", evidence: "flights into alliance airspace"},
			{doc: "a", act: "mobilise", parties: "RUS>NATO", published: "2021-10-18", object: "warships", evidence: "low passes over warships"},
		}, "a|a"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := groups(Fold(claimsOf(row.claims...), Options{})); got != row.want {
				t.Errorf("folded to %q, want %q", got, row.want)
			}
		})
	}
}
