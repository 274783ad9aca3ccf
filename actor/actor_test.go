package actor_test

import (
	"testing"

	"chancery"
	"chancery/actor"
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
	return f.Find(doc, text.Sentences(body))
}
func TestShow(t *testing.T) {
	body := "Russia will suspend its mission at NATO headquarters in Brussels. It also closed the NATO information office in Moscow. The Russian embassy in London was shut. Britain's Foreign Office said the embassy there would reopen. The U.S. consulate in Saint Petersburg and the EU delegation to Turkey stayed open. Both sides met in Geneva. The Western alliance regretted it. A rescue mission failed. The Swiss embassy in Tehran called its Turkish counterpart."
	for _, m := range find(t, body, "2021-10-18") {
		t.Logf("%q %s %v %s sector=%s person=%q office=%q mission=%q place=%q rule=%s head=%d ante=%d", m.Of(body), m.Kind, m.Parties, m.PartyKind, m.Sector, m.Person, m.Office, m.Mission, m.Place, m.Rule, m.Head, m.Antecedent)
	}
}
