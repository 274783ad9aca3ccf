package actor_test

import (
	"testing"

	"chancery"
	"chancery/actor"
	"chancery/text"
)

func find(t testing.TB, body, published string) ([]chancery.Mention, string) {
	t.Helper()
	f, err := actor.New("")
	if err != nil {
		t.Fatal(err)
	}
	doc := chancery.Document{Text: body}
	if published != "" {
		doc.Published, _ = chancery.ParseDate(published)
	}
	return f.Find(doc, text.Sentences(body)), body
}

func TestShow(t *testing.T) {
	ms, body := find(t, "Russian Foreign Minister Sergei Lavrov said on Monday that Moscow will suspend its mission to NATO. The U.S. Secretary of State, Antony Blinken, met with Lawrow in Geneva. Turkish police detained two Guinea-Bissau officials. President Biden's spokeswoman Jen Psaki said US officials were concerned. Russia's U.N. Ambassador Vassily Nebenzia rejected it.", "2021-10-18")
	for _, m := range ms {
		t.Logf("%q %s %v %s sector=%s person=%q office=%q rule=%s head=%d ante=%d", m.Of(body), m.Kind, m.Parties, m.PartyKind, m.Sector, m.Person, m.Office, m.Rule, m.Head, m.Antecedent)
	}
}
