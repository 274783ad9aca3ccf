package fold

import (
	"fmt"
	"slices"
	"testing"

	"chancery"
)

// amendments words what later reports changed.
func amendments(e chancery.Event) []string {
	var out []string
	for _, a := range e.Amendments {
		out = append(out, fmt.Sprintf("%s %q to %q since %s", a.Field, a.From, a.To, a.Reported))
	}
	return out
}

// What the first reports leave open, later ones tell: the event is one, and says
// since when each field is known.
func TestLaterReportsTellMore(t *testing.T) {
	for _, row := range []struct {
		proves string
		claims []chancery.Claim
		shows  string // date, effective
		want   []string
	}{
		{
			"leaving a body is announced, takes effect a year on, and is spoken of afterwards",
			claimsOf(
				told{doc: "a", act: "suspend-participation", parties: "PER>WHO", date: "2025-01-20", object: "WHO", evidence: "leaving the WHO is ordered"},
				told{doc: "b", act: "suspend-participation", parties: "PER>WHO", published: "2026-01-22", effective: "2026-01-22", object: "WHO", evidence: "the exit takes effect"},
				told{doc: "c", act: "suspend-participation", parties: "PER>WHO", published: "2026-01-23", object: "the WHO", evidence: "since the exit"},
			),
			"2025-01-20 2026-01-22",
			[]string{`effective "" to "2026-01-22" since 2026-01-22`},
		},
		{
			"a day that is first told when the talks begin",
			claimsOf(
				told{doc: "a", act: "meet", parties: "USA>RUS", published: "2025-02-16", evidence: "envoys leave for Riyadh in Saudi Arabia for first talks"},
				told{doc: "b", act: "meet", parties: "RUS>USA", date: "2025-02-18", evidence: "talks start in Riyadh"},
			),
			"2025-02-18 ",
			[]string{`date "" to "2025-02-18" since 2025-02-18`},
		},
		{
			"a month made exact, and a further party",
			claimsOf(
				told{doc: "a", act: "ban-entry", parties: "EST>RUS", date: "2025-03", evidence: "lorry drivers from Pskov are barred"},
				told{doc: "b", act: "ban-entry", parties: "EST,LVA>RUS", date: "2025-03-11", published: "2025-04-02", evidence: "lorry drivers from Pskov were barred"},
			),
			"2025-03-11 ",
			[]string{`actor "EST" to "EST,LVA" since 2025-04-02`, `date "2025-03" to "2025-03-11" since 2025-04-02`},
		},
		{
			"a plan without a day is carried out weeks later",
			claimsOf(
				told{doc: "a", act: "sign", parties: "FJI>TON", date: "2025-09-17", status: chancery.StatusPlanned, evidence: "a mutual defence treaty named for the reef of Minerva is to be signed"},
				told{doc: "b", act: "sign", parties: "TON>FJI", date: "2025-10-06", evidence: "both put their names under the mutual defence treaty of Minerva"},
			),
			"2025-10-06 ",
			[]string{`status "planned" to "actual" since 2025-10-06`},
		},
	} {
		events := Fold(row.claims, Options{})
		if len(events) != 1 {
			t.Errorf("%s: %d events, want one", row.proves, len(events))
			continue
		}
		e := events[0]
		if got := e.Date.String() + " " + e.Effective.String(); got != row.shows {
			t.Errorf("%s: shows %q, want %q", row.proves, got, row.shows)
		}
		if got := amendments(e); !slices.Equal(got, row.want) {
			t.Errorf("%s: amended %q, want %q", row.proves, got, row.want)
		}
	}
}

// Two steps are two events where numbers or names part them, or weeks.
func TestStepsStandApart(t *testing.T) {
	for _, row := range []struct {
		proves string
		claims []chancery.Claim
	}{
		{"two tariffs of two rates", claimsOf(
			told{doc: "a", act: "impose-sanctions", parties: "CHN>USA", date: "2025-04-04", object: "goods", evidence: "a tariff of 34% on imported goods"},
			told{doc: "b", act: "impose-sanctions", parties: "CHN>USA", published: "2025-04-09", object: "goods", evidence: "a tariff of 84% on imported goods"},
		)},
		{"a meeting without a day, two months after another", claimsOf(
			told{doc: "a", act: "meet", parties: "USA>RUS", date: "2025-02-18", evidence: "the envoy Halvorsen sat down with the president"},
			told{doc: "b", act: "meet", parties: "USA>RUS", published: "2025-04-20", evidence: "the envoy Halvorsen sat down with the president"},
		)},
		{"a further state that recognises on the day made no announcement before", claimsOf(
			told{doc: "a", act: "recognise", parties: "AUS>PSE", date: "2025-08-11", effective: "2025-09", object: "PSE", evidence: "it will do so in September"},
			told{doc: "b", act: "recognise", parties: "AUS,CAN>PSE", date: "2025-09-21", object: "PSE", evidence: "both do so"},
		)},
		{"a raid on a base, and one of a fortnight later", claimsOf(
			told{doc: "a", act: "attack", parties: "IRN>SAU", date: "2026-03-14", evidence: "five planes are hit at Sultan Base in Kharj"},
			told{doc: "b", act: "attack", parties: "IRN>SAU", published: "2026-03-27", evidence: "a raid hits planes at Sultan Base in Kharj"},
		)},
	} {
		if events := Fold(row.claims, Options{}); len(events) != len(row.claims) {
			t.Errorf("%s: %d events", row.proves, len(events))
		}
	}
}
