package attribution_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/read"
)

// wanted is one attribution that a row must give: the words of the speaker and
// of the cue, how the content starts and ends, the kind, and the cue of the
// attribution that it stands inside ("" for none).
type wanted struct {
	speaker, cue, from, to string
	verb                   chancery.VerbKind
	inside                 string
}

// rows holds sentences of our own; each comment says what the row proves.
var rows = []struct {
	text string
	want []wanted
}{
	// A plain that-clause.
	{"The foreign ministry said on Tuesday that Norway had recalled its ambassador to Tehran.",
		[]wanted{{"The foreign ministry", "said", "that", "Tehran", "say", ""}}},
	// A clause without "that"; the speaker has a title and a name.
	{"Finnish Foreign Minister Elina Valtonen said the embassy in Minsk would close in June.",
		[]wanted{{"Finnish Foreign Minister Elina Valtonen", "said", "the embassy", "June", "say", ""}}},
	// The speaker after the content.
	{"Cyprus will not take part in the talks, a government spokesman said.",
		[]wanted{{"a government spokesman", "said", "Cyprus", "talks", "say", ""}}},
	// Inversion after a direct quote.
	{"“We regret this step,” said Latvian President Edgars Rinkevics.",
		[]wanted{{"Latvian President Edgars Rinkevics", "said", "“We", "step,”", "say", ""}}},
	// Straight quotation marks do the same.
	{"\"The talks have failed,\" Araghchi said.",
		[]wanted{{"Araghchi", "said", "\"The", "failed,\"", "say", ""}}},
	// A quote goes on after the cue: one attribution, two pieces.
	{"“We regret this step,” said Rinkevics. “It helps nobody.”",
		[]wanted{{"Rinkevics", "said", "“We", "nobody.”", "say", ""}}},
	// A quote of several sentences before the cue.
	{"“Our position is clear. We will not leave the treaty,” Lavrov told reporters in Astana.",
		[]wanted{{"Lavrov", "told", "“Our", "treaty,”", "say", ""}}},
	// The cue stands in the middle of its content.
	{"The mission, the ministry said, will reopen in September.",
		[]wanted{{"the ministry", "said", "The mission", "September", "say", ""}}},
	// "according to" after the content.
	{"Three attaches left Ankara on Monday, according to the Greek foreign ministry.",
		[]wanted{{"the Greek foreign ministry", "according to", "Three", "Monday", "say", ""}}},
	// "according to" before the content.
	{"According to the Kremlin, the two presidents discussed grain exports.",
		[]wanted{{"the Kremlin", "According to", "the two", "exports", "say", ""}}},
	// The hearer is not the speaker.
	{"Borrell told the Serbian president that Brussels expects an answer.",
		[]wanted{{"Borrell", "told", "that Brussels", "answer", "say", ""}}},
	// Denial.
	{"Rwanda denied that its troops had crossed the border.",
		[]wanted{{"Rwanda", "denied", "that its", "border", "deny", ""}}},
	// Threat with an infinitive.
	{"Algeria threatened to close its airspace to French aircraft.",
		[]wanted{{"Algeria", "threatened", "to close", "aircraft", "threaten", ""}}},
	// Promise.
	{"Budapest promised to ratify the accession protocol by March.",
		[]wanted{{"Budapest", "promised", "to ratify", "March", "promise", ""}}},
	// Warning.
	{"Beijing warned that any visit would have serious consequences.",
		[]wanted{{"Beijing", "warned", "that any", "consequences", "warn", ""}}},
	// A request whose content is what the other shall do.
	{"The Council urged Asmara to withdraw its forces.",
		[]wanted{{"The Council", "urged", "Asmara", "forces", "ask", ""}}},
	// Claim.
	{"Baku claimed that Armenian forces had opened fire first.",
		[]wanted{{"Baku", "claimed", "that Armenian", "first", "claim", ""}}},
	// Thought.
	{"Diplomats believe that the summit will be postponed.",
		[]wanted{{"Diplomats", "believe", "that the", "postponed", "think", ""}}},
	// A participle shares the subject.
	{"Sandu thanked the envoys, adding that Moldova would join the sanctions.",
		[]wanted{{"Sandu", "adding", "that Moldova", "sanctions", "say", ""}}},
	// Two verbs share a subject.
	{"The minister condemned the attack and said that Spain would summon the envoy.",
		[]wanted{{"The minister", "said", "that Spain", "envoy", "say", ""}}},
	// A relative clause has "who" for speaker.
	{"Officials who said that the embassy was closed were mistaken.",
		[]wanted{{"who", "said", "that the", "closed", "say", ""}}},
}

// notAttributed holds sentences without any speaker or thought.
var notAttributed = []string{
	"The embassy stands in the centre of Vilnius.",
	"Twelve trucks crossed the bridge on Sunday night.",
	"It rained in Geneva.",
}

func reader(t testing.TB) *read.Reader {
	t.Helper()
	r, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// notYet holds the texts of rows that are known to fail; a row that passes
// must leave this list.
var notYet = []string{
	"Budapest promised to ratify the accession protocol by March.",
	"Beijing warned that any visit would have serious consequences.",
	"Officials who said that the embassy was closed were mistaken.",
}

func TestFind(t *testing.T) {
	r := reader(t)
	for _, row := range rows {
		list := r.ReadTo(chancery.Document{Text: row.text}, read.Attributions).Attributions
		for _, want := range row.want {
			fault := faultOf(row.text, list, want)
			known := slices.Contains(notYet, row.text)
			if fault != "" && !known {
				t.Errorf("%s\n%s", row.text, fault)
			}
			if fault == "" && known {
				t.Errorf("%s\npasses: take it off the list", row.text)
			}
		}
	}
}

// faultOf looks for the attribution whose cue holds the wanted one's words and
// tells how it differs; empty when it does not.
func faultOf(text string, list []chancery.Attribution, want wanted) string {
	for _, a := range list {
		if !strings.Contains(a.Cue.Of(text), want.cue) {
			continue
		}
		content := ""
		if n := len(a.Content); n > 0 {
			content = chancery.Span{Start: a.Content[0].Start, End: a.Content[n-1].End}.Of(text)
		}
		inside := ""
		if a.Inside >= 0 {
			inside = list[a.Inside].Cue.Of(text)
		}
		if a.Speaker.Of(text) == want.speaker && a.Verb == want.verb && strings.Contains(inside, want.inside) && (want.inside == "") == (inside == "") &&
			strings.HasPrefix(content, want.from) && strings.HasSuffix(content, want.to) {
			return ""
		}
		return fmt.Sprintf(" got %q %s %q (%s) inside %q\nwant %q %s %q…%q (%s) inside %q",
			a.Speaker.Of(text), a.Cue.Of(text), content, a.Verb, inside, want.speaker, want.cue, want.from, want.to, want.verb, want.inside)
	}
	return fmt.Sprintf("no attribution has the cue %q", want.cue)
}

func TestNothingSaid(t *testing.T) {
	r := reader(t)
	for _, text := range notAttributed {
		for _, a := range r.ReadTo(chancery.Document{Text: text}, read.Attributions).Attributions {
			t.Errorf("%s\n has a cue %q", text, a.Cue.Of(text))
		}
	}
}
