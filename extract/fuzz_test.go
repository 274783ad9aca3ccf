package extract_test

import (
	"reflect"
	"strings"
	"testing"

	"chancery"
	"chancery/extract"
	"chancery/text"
)

// FuzzActs holds, for any text with any arcs: spans lie inside the text, local
// names are unique, answers name claims that are there, statuses and parties
// are well formed, and a second reading gives the same.
func FuzzActs(f *testing.F) {
	for _, seed := range []string{
		"Norway expelled two Russian diplomats on Friday.",
		"Moscow said it would respond to Oslo's move, called \"unfriendly\".",
		"a b c , and and by to of of ; ?",
		"", "\x00\xff", "’ ’ ’s", strings.Repeat("Russia said that ", 40),
	} {
		f.Add(seed, uint64(1))
	}
	x, err := extract.New("")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words string, arcs uint64) {
		in := disorder(words, arcs)
		claims, _ := x.Acts(in)
		again, _ := x.Acts(in)
		if !reflect.DeepEqual(claims, again) {
			t.Fatal("two readings differ")
		}
		checkClaims(t, in.Document.Text, claims)
	})
}

func checkClaims(t *testing.T, words string, claims []chancery.Claim) {
	t.Helper()
	names := map[string]bool{}
	for _, claim := range claims {
		if names[claim.Local] {
			t.Errorf("two claims are called %s", claim.Local)
		}
		names[claim.Local] = true
		if claim.Actor == nil || claim.Recipient == nil || claim.Status == "" || claim.Confidence < 0 || claim.Confidence > 1 {
			t.Errorf("a claim is not whole: %+v", claim)
		}
		for field, spans := range claim.Spans {
			for _, span := range spans {
				if span.Start < 0 || span.End > len(words) || span.Start > span.End {
					t.Errorf("%s: %v lies outside the text", field, span)
				}
			}
		}
	}
	for _, claim := range claims {
		if claim.InResponseTo != "" && (!names[claim.InResponseTo] || claim.InResponseTo == claim.Local) {
			t.Errorf("%s answers %q", claim.Local, claim.InResponseTo)
		}
	}
}

// disorder gives a text tags, arcs and mentions drawn from a number: no parser
// would, but nothing may break on them.
func disorder(words string, arcs uint64) extract.Input {
	words = strings.ToValidUTF8(words, "?")
	tags := []string{"VERB", "NOUN", "PROPN", "ADP", "AUX", "ADJ", "PRON", ""}
	rels := []string{"nsubj", "obj", "obl", "nmod", "acl", "advcl", "conj", "xcomp", "ccomp", "nsubj:pass", "amod", "case", "acl:relcl", "root"}
	next := func(n int) int {
		arcs = arcs*6364136223846793005 + 1442695040888963407
		return int((arcs >> 33) % uint64(n))
	}
	in := extract.Input{Document: chancery.Document{Text: words, Publisher: "Department of State", Published: chancery.Date{Year: 2024, Month: 5, Day: 6}}}
	in.Sentences = text.Sentences(words)
	for s := range in.Sentences {
		tokens := in.Sentences[s].Tokens
		for i := range tokens {
			tokens[i].UPOS, tokens[i].Deprel, tokens[i].Head = tags[next(len(tags))], rels[next(len(rels))], next(len(tokens)+2)
			if next(3) == 0 {
				in.Mentions = append(in.Mentions, chancery.Mention{
					Span: tokens[i].Span, Sentence: s, First: i, End: i + 1, Head: i, Antecedent: -1,
					Kind: chancery.MentionParty, Parties: []string{[]string{"RUS", "NOR", "NATO"}[next(3)]}, PartyKind: chancery.PartyState,
				})
			}
		}
	}
	return in
}

// TestOneHeadForAllWords holds that a sentence of very many words under one
// head is read without work that grows with its square: it would not end.
func TestOneHeadForAllWords(t *testing.T) {
	const many = 60000
	in := disorder(strings.Repeat("Russia expelled diplomats and ", many/4), 7)
	for s := range in.Sentences {
		for i := range in.Sentences[s].Tokens {
			token := &in.Sentences[s].Tokens[i]
			token.UPOS, token.Head, token.Deprel = "VERB", 1, "conj"
		}
	}
	x, err := extract.New("")
	if err != nil {
		t.Fatal(err)
	}
	claims, _ := x.Acts(in)
	checkClaims(t, in.Document.Text, claims)
}
