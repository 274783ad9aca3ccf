package ledger_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chancery"
	"chancery/ledger"
)

// fullClaim has a value in every field, with characters that JSON escapes.
func fullClaim() chancery.Claim {
	from := 20
	return chancery.Claim{
		ID: "0123456789abcdef01234567", Local: "e1", Document: "d", Published: chancery.Date{Year: 2021, Month: 10, Day: 31},
		Type: "SANCTION", Mode: "expel", Contexts: []string{"diplomatic"}, Act: "expel", CAMEO: "161", Score: -5.25, Actor: []string{"NATO"},
		Recipient: []string{}, ActorRoles: []chancery.Role{{Party: "NATO", Kind: "igo", Sector: "IGO", Office: "secretary general", Person: "Jens", Original: "the <alliance> & co"}},
		RecipientRoles: []chancery.Role{{Party: "RUS"}}, Status: chancery.StatusActual, Date: chancery.Date{Year: 2021, Month: 10}, DateAnchor: "published",
		DateWords: "the other\tday", Effective: chancery.Date{Year: 9999, Month: 12, Day: 31}, Until: chancery.Date{Year: 2022},
		Count: &chancery.Count{N: 10, Of: "posts", From: &from}, Object: &chancery.Object{Text: "mission", Kind: "mission", ID: "RUS>NATO", Sender: "RUS", Host: "NATO", Town: "Brussels"},
		Place: "Brüssel", Reason: "a \"reason\"\u2028", Conditions: "none \\ any", NoConditions: true, SaidBy: "Сергей Лавров",
		Speakers: []chancery.Speaker{{Name: "Lavrov", Party: "RUS", Cue: "said", Verb: "say"}}, Channel: "the ambassador", InResponseTo: "e2",
		Evidence: "The alliance “expelled” eight 😀.", Spans: map[string][]chancery.Span{"act": {{Start: 1, End: 9}}, "count": nil}, Background: true,
		Rule: "r1", Model: "m", Confidence: 1e-7,
	}
}

// every field of a claim that is kept has a value in fullClaim, so that one which
// is added later cannot be forgotten here.
func TestFullClaimIsFull(t *testing.T) {
	value := reflect.ValueOf(fullClaim())
	for i := range value.NumField() {
		kept := value.Type().Field(i).Tag.Get("json") != "-"
		if kept && value.Field(i).IsZero() {
			t.Errorf("%s has no value", value.Type().Field(i).Name)
		}
	}
}

// sameAsStandard holds that a claim is read as encoding/json reads it.
func sameAsStandard(t interface{ Errorf(string, ...any) }, body string) {
	var standard chancery.Claim
	failed := json.Unmarshal([]byte(body), &standard)
	parsed, err := ledger.ParseClaim(body)
	if (err == nil) != (failed == nil) {
		t.Errorf("%s: %v, encoding/json says %v", body, err, failed)
	} else if err == nil && !reflect.DeepEqual(parsed, standard) {
		t.Errorf("%s:\n%+v, encoding/json reads\n%+v", body, parsed, standard)
	}
}

func TestClaimsAreReadAsTheStandardLibraryReads(t *testing.T) {
	body, err := json.Marshal(fullClaim())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ proves, body string }{
		{"every field", string(body)},
		{"nothing", `{}`},
		{"a field of a later version", `{"claim":"a","novelty":[1,{"x":null}],"act":"meet"}`},
		{"blanks", `{ "claim": "a", "actor": ["RUS" , "CHN"] }`},
		{"null for a list, a text, a count", `{"actor":null,"act":null,"count":null,"object_detail":null}`},
		{"names in other letters", `{"Act":"meet","ACTOR":["RUS"]}`},
		{"a member twice", `{"act":"meet","act":"visit","spans":{"act":[[1,2]],"act":[[3,4]]}}`},
		{"numbers that JSON does not know", `{"score":01}`},
		{"nor this one", `{"confidence":.5}`},
		{"too large a number", `{"score":1e999}`},
		{"a fraction for a whole number", `{"count":{"n":1.0}}`},
		{"a null inside a count", `{"count":{"n":3,"from":null}}`},
		{"half an escape", `{"act":"\ud83d"}`},
		{"a wrong escape", `{"act":"\x"}`},
		{"a text that does not end", `{"act":"me`},
		{"an escape at the end", `{"act":"me\`},
		{"a line break in a text", "{\"act\":\"a\nb\"}"},
		{"not UTF-8", "{\"act\":\"a\xffb\"}"},
		{"something behind it", `{"act":"meet"}x`},
		{"a date that cannot be", `{"date":"2021-02-30"}`},
		{"an escaped date", `{"date":"2021\u002d02-03"}`},
		{"an empty date", `{"date":""}`},
		{"a list of the wrong things", `{"actor":[1]}`},
		{"a span of three", `{"spans":{"act":[[1,2,3]]}}`},
		{"a comma too many", `{"actor":["RUS",],"act":"meet",}`},
		{"no claim at all", `null`}, {"a list", `[]`}, {"nothing at all", ``},
	} {
		t.Run(row.proves, func(t *testing.T) { sameAsStandard(t, row.body) })
	}
}

func TestAnyClaimComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claim := fullClaim()
		texts := rapid.String()
		claim.Evidence, claim.SaidBy, claim.Object.Text = texts.Draw(t, "evidence"), texts.Draw(t, "speaker"), texts.Draw(t, "object")
		claim.Actor = rapid.SliceOf(texts).Draw(t, "actor")
		claim.Score, claim.Count.N = rapid.Float64().Draw(t, "score"), rapid.Int().Draw(t, "count")
		claim.Speakers[0].Cue, claim.Mode, claim.Count.From = texts.Draw(t, "cue"), texts.Draw(t, "mode"), nil
		body, err := json.Marshal(claim)
		if err != nil {
			return // a number that JSON does not have
		}
		sameAsStandard(t, string(body))
	})
}

// FuzzParseClaim holds that what is read differently from encoding/json, or
// accepted against it, does not exist.
func FuzzParseClaim(f *testing.F) {
	body, _ := json.Marshal(fullClaim())
	f.Add(string(body))
	f.Add(`{"act":"\u003c","count":{"n":1,"from":2},"spans":{"act":[[1,2]]},"date":"2021-10","actor":[]}`)
	f.Fuzz(func(t *testing.T, body string) { sameAsStandard(t, body) })
}

func BenchmarkParseClaim(b *testing.B) {
	claim := fullClaim()
	claim.Evidence = strings.Repeat("The alliance sent eight of the staff home. ", 4)
	body, _ := json.Marshal(claim)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			_, _ = ledger.ParseClaim(string(body))
		}
	})
	b.Run("encoding/json", func(b *testing.B) {
		for b.Loop() {
			var claim chancery.Claim
			_ = json.Unmarshal(body, &claim)
		}
	})
}
