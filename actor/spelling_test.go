package actor_test

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"chancery"
	"chancery/actor"
	"chancery/text"
)

// misspell changes a name at random: letters lost, doubled, swapped or
// replaced, the end cut off.
func misspell(random *rand.Rand, name string) string {
	runes := []rune(name)
	for range 1 + random.IntN(2) {
		if len(runes) < 3 {
			break
		}
		i := random.IntN(len(runes) - 1)
		switch random.IntN(5) {
		case 0:
			runes = append(runes[:i], runes[i+1:]...)
		case 1:
			runes = append(runes[:i+1], runes[i:]...)
		case 2:
			runes[i], runes[i+1] = runes[i+1], runes[i]
		case 3:
			runes[i] = rune('a' + random.IntN(26))
		case 4:
			runes = runes[:max(2, i+1)]
		}
	}
	return string(runes)
}

// TestMisspelledNames: 10,000 misspelled names give no panic and no other
// party than the name's own with high confidence.
func TestMisspelledNames(t *testing.T) {
	f, err := actor.New("")
	if err != nil {
		t.Fatal(err)
	}
	names := []struct{ name, party string }{
		{"Sergei Lavrov", "RUS"}, {"Vladimir Putin", "RUS"}, {"Volodymyr Zelensky", "UKR"}, {"Recep Tayyip Erdogan", "TUR"}, {"Antony Blinken", "USA"},
		{"Benjamin Netanyahu", "ISR"}, {"Angela Merkel", "DEU"}, {"Emmanuel Macron", "FRA"}, {"Jens Stoltenberg", "NATO"}, {"Xi Jinping", "CHN"},
		{"Kyrgyzstan", "KGZ"}, {"Kazakhstan", "KAZ"}, {"United Kingdom", "GBR"}, {"Mozambique", "MOZ"}, {"Venezuela", "VEN"}, {"Philippines", "PHL"},
		{"Azerbaijan", "AZE"}, {"Switzerland", "CHE"}, {"Argentina", "ARG"}, {"European Union", "EU"}, {"African Union", "AU"}, {"Organization of American States", "OAS"},
		{"North Korea", "PRK"}, {"Saudi Arabia", "SAU"}, {"Moscow", "RUS"}, {"Tehran", "IRN"}, {"Downing Street", "GBR"}, {"Foreign Minister Sergei Lavrov", "RUS"},
	}
	random := rand.New(rand.NewPCG(4, 2))
	wrong := 0
	for i := range 10000 {
		row := names[i%len(names)]
		name := misspell(random, row.name)
		body := name + " protested on Monday."
		for _, m := range f.Find(chancery.Document{Text: body, Published: chancery.Date{Year: 2021, Month: 10, Day: 18}}, text.Sentences(body)) {
			if m.Party() == "" || m.Party() == row.party || m.Confidence < 0.9 || m.Span.Start >= len(name) || f.Knows(m.Of(body)) {
				continue
			}
			wrong++
			t.Logf("%q from %q: %q is %s by %s, %.2f", name, row.name, m.Of(body), m.Party(), m.Rule, m.Confidence)
		}
	}
	if wrong > 0 {
		t.Errorf("%d of 10,000 misspelled names got another party with confidence", wrong)
	}
}

// FuzzFind: spans lie inside, rise, and agree with the tokens; antecedents are
// mentions; confidence is between 0 and 1.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"Russian Foreign Minister Sergei Lavrov said on Monday that Moscow will suspend its mission to NATO.",
		"The U.S. Secretary of State, Antony Blinken, met both sides in Geneva; they agreed.", "U . S . 's - the of of of", "\x00\xff", "“We,” he said, “are its.” The two countries' embassies there.",
		"Côte d'Ivoire's Yoon Suk - yeol al-", "THE RUSSIAN EMBASSY IN LONDON",
	} {
		f.Add(seed)
	}
	finder, err := actor.New("")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			return
		}
		sentences := text.Sentences(body)
		mentions := finder.Find(chancery.Document{Text: body}, sentences)
		last := 0
		for i, m := range mentions {
			if m.Span.Start < last || m.Span.End > len(body) || m.Span.Empty() {
				t.Fatalf("mention %d has span %v after %d in %d bytes", i, m.Span, last, len(body))
			}
			last = m.Span.Start
			tokens := sentences[m.Sentence].Tokens
			if m.First < 0 || m.End > len(tokens) || m.First >= m.End || m.Head < m.First || m.Head >= m.End {
				t.Fatalf("mention %d has tokens %d to %d, head %d, of %d", i, m.First, m.End, m.Head, len(tokens))
			}
			if tokens[m.First].Start != m.Span.Start || tokens[m.End-1].End != m.Span.End {
				t.Fatalf("mention %d: span %v is not that of its tokens", i, m.Span)
			}
			if m.Antecedent < -1 || m.Antecedent >= len(mentions) || m.Antecedent == i || m.Confidence < 0 || m.Confidence > 1 || m.Rule == "" {
				t.Fatalf("mention %d: antecedent %d, confidence %v, rule %q", i, m.Antecedent, m.Confidence, m.Rule)
			}
		}
	})
}
