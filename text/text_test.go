package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"chancery/text"
)

func split(s string) string {
	var lines []string
	for _, sentence := range text.Sentences(s) {
		var words []string
		for _, token := range sentence.Tokens {
			words = append(words, token.Of(s))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.Join(lines, " | ")
}

func TestSentences(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		// Clitics and possessives are words of their own.
		{"Moscow's envoy doesn't agree; they'll wait.", "Moscow 's envoy does n't agree ; they 'll wait ."},
		// The curly apostrophe does the same.
		{"Kyiv’s allies can’t wait.", "Kyiv ’s allies ca n’t wait ."},
		// A title does not end a sentence.
		{"Mr. Lind met Gen. Ito. They left.", "Mr. Lind met Gen. Ito . | They left ."},
		// "U.S." inside a sentence and at its end.
		{"The U.S. President left the U.S. The talks went on.", "The U.S. President left the U.S. | The talks went on ."},
		// A dateline stays with its sentence.
		{"BRUSSELS (AP) — NATO said it regrets the step.", "BRUSSELS ( AP ) — NATO said it regrets the step ."},
		// A month's abbreviation before a figure.
		{"On Oct. 6 it expelled eight. By Nov. 1 they left.", "On Oct. 6 it expelled eight . | By Nov. 1 they left ."},
		// A closing quotation mark belongs to the sentence that it closes.
		{"“We regret it.” He did not go on.", "“ We regret it . ” | He did not go on ."},
		// Straight quotation marks too, and a question inside a sentence.
		{`"Will they go?" he asked. "Yes."`, `" Will they go ? " he asked . | " Yes . "`},
		// Decimals, large figures, money, times, dates.
		{"It cost $1,200.50, or 3.5%, at 10:30 on 18/10/2021.", "It cost $ 1,200.50 , or 3.5 % , at 10:30 on 18/10/2021 ."},
		// Numbered things.
		{"See No. 5 and Art. 9 of the text.", "See No. 5 and Art. 9 of the text ."},
		// Times of day may end a sentence, a weekday goes on.
		{"It ends at 5 p.m. Tuesday. It began at 4 p.m. Ministers left.", "It ends at 5 p.m. Tuesday . | It began at 4 p.m. | Ministers left ."},
		// Hyphens part compounds, prefixes and names with figures stay whole.
		{"A state-run firm re-elected its F-16 man.", "A state - run firm re-elected its F-16 man ."},
		// Addresses.
		{"Write to press@example.org or see https://example.org/a?b=1.", "Write to press@example.org or see https://example.org/a?b=1 ."},
		// Ellipsis within and between sentences.
		{"Well... maybe. They waited... Then they left.", "Well ... maybe . | They waited ... | Then they left ."},
		// Initials.
		{"J. K. Orr and George W. Hale spoke.", "J. K. Orr and George W. Hale spoke ."},
		// List items on lines of their own.
		{"Steps:\n- close the office\n- recall the envoy", "Steps : | - close the office | - recall the envoy"},
		// A headline above its text, without a blank line.
		{"Envoys leave Quito\nThe last two envoys of the mission left the capital on Tuesday evening, the ministry said in a statement.", "Envoys leave Quito | The last two envoys of the mission left the capital on Tuesday evening , the ministry said in a statement ."},
		// Windows line ends and blank lines.
		{"One\r\n\r\nTwo.", "One | Two ."},
		// Text wrapped to a width goes on over the line break.
		{"The ministry said on Tuesday that it had asked the\nambassador of Freedonia to leave the country by the\nend of the month.", "The ministry said on Tuesday that it had asked the ambassador of Freedonia to leave the country by the end of the month ."},
		// "No." before a figure is an abbreviation, else an answer.
		{"No. They left. See No. 5.", "No . | They left . | See No. 5 ."},
		// A note's number belongs to the sentence before it.
		{"It closed in 2017.[2] Others stayed.", "It closed in 2017 . [ 2 ] | Others stayed ."},
		// A counted item is one sentence with its count.
		{"3. Recall the envoy. 4. Wait.", "3 . Recall the envoy . | 4 . Wait ."},
		// A question in small letters goes on after careless writing, an unknown abbreviation does not end a sentence.
		{"will they go? nobody knows. it met approx. ten of them", "will they go ? | nobody knows . | it met approx. ten of them"},
		// Initials and titles whose mark is set apart, as in texts that are cut into words.
		{"The U . S . envoy met Mr . Orr of the U . S . The talks went on .", "The U . S . envoy met Mr . Orr of the U . S . | The talks went on ."},
		{"They chose plan B . The end came .", "They chose plan B . | The end came ."},
		// A letter at the end is no initial.
		{"They chose Plan B.", "They chose Plan B ."},
		// The names of files stay whole.
		{"See note.doc and b.pdf.", "See note.doc and b.pdf ."},
	} {
		if got := split(row.in); got != row.want {
			t.Errorf("%q\n got %s\nwant %s", row.in, got, row.want)
		}
	}
}

func TestJoined(t *testing.T) {
	s := "Moscow's man didn't say; the players' 'cannot'."
	var got []string
	for _, token := range text.Sentences(s)[0].Tokens {
		if token.Joined {
			got = append(got, token.Of(s))
		}
	}
	if want := "'s n't ' not"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range []string{"", "U.S. (AP) — “Yes?” he’ll say...", "a\r\n\r\n- b\n1. c", "\xff\xfe\x00é́ 3.5bn http://x", "''``'s n't"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end, paragraph := 0, 0
		gap := func(to int) {
			if to < end || strings.TrimFunc(s[end:to], unicode.IsSpace) != "" {
				t.Fatalf("between %d and %d stands %q", end, to, s[end:max(end, to)])
			}
		}
		for _, sentence := range text.Sentences(s) {
			if len(sentence.Tokens) == 0 || sentence.Start != sentence.Tokens[0].Start || sentence.End != sentence.Tokens[len(sentence.Tokens)-1].End || sentence.Paragraph < paragraph {
				t.Fatalf("sentence %v does not fit its tokens", sentence)
			}
			paragraph = sentence.Paragraph
			for _, token := range sentence.Tokens {
				gap(token.Start)
				if token.Empty() || (utf8.ValidString(s) && !utf8.ValidString(token.Of(s))) {
					t.Fatalf("token %v is empty or cuts a letter", token.Span)
				}
				end = token.End
			}
		}
		gap(len(s))
	})
}
