package ontology_test

import (
	"slices"
	"strings"
	"testing"

	"chancery/ontology"
)

// plainWords takes words for their own lemmas.
func plainWords(text string) []string { return strings.Fields(strings.ToLower(text)) }

func TestContextsComeFromWords(t *testing.T) {
	rows := []struct{ act, words, want string }{
		{"agree", "agreed to build a gas pipeline and to share customs", "economic natural_resource"}, // no "diplomatic" where the words tell a context
		{"agree", "agreed to meet soon", "diplomatic"},                                                // nothing told: otherwise
		{"expel", "expelled two diplomats for spying", "diplomatic intelligence"},                     // the act's own first
		{"condemn", "condemned the test of a ballistic missile", "military cbrn"},                     // a phrase of two words
		{"demand", "urged the junta to release journalists", "executive rights_freedoms"},             // a plural by its lemma
		{"accuse", "accused hackers of a cyberattack on the election", "election cyber"},              // an open word
		{"sign", "signed a treaty on the border", "legal territory"},                                  // two contexts
		{"aid", "sent vaccine and food after the earthquake", "human_security health disasters"},      // three
		{"meet", "met to discuss migration and human rights", "human_rights migration"},               // "human rights"
		{"visit", "arrived on monday", "diplomatic"},
	}
	for _, row := range rows {
		act, known := ontology.Embedded().Act(row.act)
		if !known {
			t.Fatal(row.act)
		}
		words := plainWords(row.words)
		lemmas := slices.Clone(words)
		for i, word := range lemmas {
			lemmas[i] = strings.TrimSuffix(word, "s")
		}
		got := act.ContextsOf(lemmas, words)
		for _, want := range strings.Fields(row.want) {
			if !slices.Contains(got, want) {
				t.Errorf("%s %q: contexts %v, want %s among them", row.act, row.words, got, want)
			}
		}
		if row.want == "diplomatic" && len(got) != 1 || row.want != "diplomatic" && !strings.Contains(row.want, "diplomatic") && slices.Contains(got, "diplomatic") {
			t.Errorf("%s %q: contexts %v", row.act, row.words, got)
		}
	}
}

func TestModesComeFromWords(t *testing.T) {
	rows := []struct{ act, words, want string }{
		{"demand", "asked for more weapons", "assist"},
		{"demand", "urged iran to stop enriching uranium", "yield"},
		{"demand", "called for talks", "meet"},
		{"demand", "urged it to change its constitution", "change"},  // the table's own
		{"demand", "demanded that it stop sending weapons", "yield"}, // what is told first
		{"reject", "refused to meet the envoy", "meet"},
		{"reject", "refused to release the sailors", "yield"},
		{"deny", "denied that it had sent weapons", ""}, // fixed
		{"threaten", "threatened to impose sanctions", "restrict"},
		{"threaten", "threatened to attack", "violence"},
		{"mobilise", "fired a ballistic missile", "weapons"},
		{"mobilise", "sent two battalions", "troops"},
		{"detain", "seized a tanker", "seize"},
		{"detain", "arrested two men", "arrest"},
		{"attack", "hit the port with a drone", "drone"},
		{"attack", "shelled two villages with artillery", "heavy-weapons"},
		{"attack", "killed a general in an airstrike", "aerial"}, // the means before the end
		{"coerce", "hacked a network", "cyber"},
		{"coerce", "declared a curfew", "curfew"},
		{"retreat", "dismantled its weapons", "disarm"},
		{"retreat", "pulled its troops back", "withdraw"},
		{"street-protest", "went on hunger strike", "hunger"},
		{"meet", "met in the security council", "multilateral"},
		{"expel", "expelled two diplomats after an arrest", "expel"}, // fixed
	}
	for _, row := range rows {
		act, known := ontology.Embedded().Act(row.act)
		if !known {
			t.Fatal(row.act)
		}
		words := plainWords(row.words)
		lemmas := slices.Clone(words)
		for i, word := range lemmas {
			switch word {
			case "hacked":
				lemmas[i] = "hack"
			case "seized":
				lemmas[i] = "seize"
			default:
				lemmas[i] = strings.TrimSuffix(word, "s")
			}
		}
		if got := act.ModeOf(lemmas, words); got != row.want {
			t.Errorf("%s %q: mode %q, want %q", row.act, row.words, got, row.want)
		}
	}
}

// TestEveryContextOfTheCodebookHasWords holds the table against PLOVER's list.
func TestEveryContextOfTheCodebookHasWords(t *testing.T) {
	want := strings.Fields(`asylum cbrn corruption crime cyber diplomatic disasters economic election environment executive gender health
		human_rights human_security illegal_drugs inequality intelligence legal legislative lgbt migration military misinformation
		natural_resource peacekeeping political_institutions pro_autocracy pro_democracy religion_ethnicity reparations repression
		rights_freedoms technology territory terrorism trafficking`)
	if got := ontology.ContextNames(); !slices.Equal(got, want) {
		t.Errorf("contexts %v, want %v", got, want)
	}
}

// FuzzWordsTellContexts holds that any words give known contexts, each once.
func FuzzWordsTellContexts(f *testing.F) {
	f.Add("seized a nuclear weapon")
	names := ontology.ContextNames()
	f.Fuzz(func(t *testing.T, text string) {
		words := plainWords(text)
		act, _ := ontology.Embedded().Act("demand")
		got := act.ContextsOf(words, words)
		for i, name := range got {
			if !slices.Contains(names, name) || slices.Contains(got[:i], name) {
				t.Errorf("%q: contexts %v", text, got)
			}
		}
		act.ModeOf(words, words)
	})
}
