package pattern

import (
	"errors"
	"strings"
	"testing"

	"chancery"
)

// sentence builds a parsed sentence from "word/TAG/PENN/head/rel" cells.
func sentence(cells string) (string, chancery.Sentence) {
	var words strings.Builder
	var s chancery.Sentence
	for _, cell := range strings.Fields(cells) {
		parts := strings.Split(cell, "/")
		head := 0
		for _, digit := range parts[3] {
			head = head*10 + int(digit-'0')
		}
		start := words.Len()
		words.WriteString(parts[0])
		lemma := map[string]string{"promised": "promise", "has": "have", "was": "be"}[parts[0]]
		s.Tokens = append(s.Tokens, chancery.Token{Span: chancery.Span{Start: start, End: words.Len()}, Lemma: lemma, UPOS: parts[1], XPOS: parts[2], Head: head, Deprel: parts[4]})
		words.WriteByte(' ')
	}
	s.End = words.Len()
	return words.String(), s
}

func TestClauseFindsWhoDoesIt(t *testing.T) {
	rows := []struct {
		cells           string
		verb            int
		subject, object string
	}{
		// plain active
		{"Oslo/PROPN/NNP/2/nsubj closed/VERB/VBD/0/root it/PRON/PRP/2/obj", 1, "oslo", "it"},
		// passive: the agent is the subject
		{"It/PRON/PRP/3/nsubj:pass was/AUX/VBD/3/aux:pass closed/VERB/VBN/0/root by/ADP/IN/5/case Oslo/PROPN/NNP/3/obl", 2, "oslo", "it"},
		// control by the subject
		{"Oslo/PROPN/NNP/2/nsubj plans/VERB/VBZ/0/root to/PART/TO/4/mark close/VERB/VB/2/xcomp it/PRON/PRP/4/obj", 3, "oslo", "it"},
		// control by the object
		{"Oslo/PROPN/NNP/2/nsubj urged/VERB/VBD/0/root Rome/PROPN/NNP/2/obj to/PART/TO/5/mark close/VERB/VB/2/xcomp it/PRON/PRP/5/obj", 4, "rome", "it"},
		// a finite verb that hangs on its object as an adjective stands over it
		{"Oslo/PROPN/NNP/3/compound severed/VERB/VBD/3/amod ties/NOUN/NNS/0/root with/ADP/IN/5/case Rome/PROPN/NNP/3/nmod", 1, "oslo", "ties"},
		// so does an infinitive
		{"Oslo/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root to/PART/TO/4/case mend/VERB/VB/5/amod ties/NOUN/NNS/2/obl", 3, "oslo", "ties"},
		// and a second verb whose object was listed with the first one's
		{"Oslo/PROPN/NNP/2/nsubj fed/VERB/VBD/0/root cats/NOUN/NNS/2/obj and/CCONJ/CC/5/cc cut/VERB/VBD/6/amod ties/NOUN/NNS/3/conj", 4, "oslo", "ties"},
		// a content clause read as a relative one of "that"
		{"Oslo/PROPN/NNP/2/nsubj denied/VERB/VBD/0/root that/SCONJ/IN/2/obj Rome/PROPN/NNP/5/nsubj closed/VERB/VBD/3/acl:relcl it/PRON/PRP/5/obj", 4, "rome", "it"},
		// who, by the noun before the comma
		{"Olav/PROPN/NNP/4/nsubj ,/PUNCT/,/1/punct who/PRON/WP/4/nsubj left/VERB/VBD/5/ccomp said/VERB/VBD/0/root", 3, "olav", ""},
		// a gerund tells what the one thanked did
		{"Oslo/PROPN/NNP/2/nsubj thanked/VERB/VBD/0/root Rome/PROPN/NNP/2/obj for/SCONJ/IN/5/mark closing/VERB/VBG/2/advcl it/PRON/PRP/5/obj", 4, "rome", "it"},
		// a promise keeps the subject
		{"Oslo/PROPN/NNP/2/nsubj promised/VERB/VBD/0/root Rome/PROPN/NNP/2/obj to/PART/TO/5/mark close/VERB/VB/2/xcomp it/PRON/PRP/5/obj", 4, "oslo", "it"},
		// the possessor of a noun does its infinitive
		{"Oslo/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case plan/NOUN/NN/0/root to/PART/TO/5/mark close/VERB/VB/3/acl it/PRON/PRP/5/obj", 4, "oslo", "it"},
		// a second verb shares the subject
		{"Oslo/PROPN/NNP/2/nsubj stayed/VERB/VBD/0/root and/CCONJ/CC/4/cc closed/VERB/VBD/2/conj it/PRON/PRP/4/obj", 3, "oslo", "it"},
		// a relative clause
		{"Oslo/PROPN/NNP/0/root which/PRON/WDT/3/nsubj closed/VERB/VBD/1/acl:relcl it/PRON/PRP/3/obj", 2, "oslo", "it"},
		// an auxiliary that stands over its verb is mended
		{"Oslo/PROPN/NNP/2/nsubj has/AUX/VBZ/0/root closed/VERB/VBN/2/obj it/PRON/PRP/3/obj", 2, "oslo", "it"},
	}
	for _, row := range rows {
		words, s := sentence(row.cells)
		tree := NewTree(words, s)
		clause := tree.Clause(row.verb)
		word := func(i int) string {
			if i < 0 {
				return ""
			}
			return tree.Words[i]
		}
		if word(clause.Subject) != row.subject || word(clause.Object) != row.object {
			t.Errorf("%s: subject %q object %q, want %q %q", row.cells, word(clause.Subject), word(clause.Object), row.subject, row.object)
		}
	}
}

func TestArcsInACircleAreCut(t *testing.T) {
	words, s := sentence("a/VERB/VB/2/xcomp b/VERB/VB/3/xcomp c/VERB/VB/1/xcomp d/NOUN/NN/9/obj")
	tree := NewTree(words, s)
	for i := range 4 {
		tree.Clause(i)
		if tree.Parent[i] >= 0 {
			t.Errorf("token %d still has governor %d", i, tree.Parent[i])
		}
	}
}

func TestRulesMatch(t *testing.T) {
	classes := NewClasses()
	if err := classes.Add("c.txt", "class measure: dozen\nclass envoys: envoy, head of mission\nclass people: +envoys, man\n"); err != nil {
		t.Fatal(err)
	}
	set := NewSet(classes)
	if err := set.Add("r.txt", "rule out\nact x\nverb kick out\nobj people\nrule any\nact y\nverb kick\n", "act"); err != nil {
		t.Fatal(err)
	}
	rows := []struct{ cells, want string }{
		{"It/PRON/PRP/2/nsubj kicked/VERB/VBD/0/root out/ADP/RP/2/compound:prt envoys/NOUN/NNS/2/obj", "out"},                                      // a particle, a plural, a class inside a class
		{"It/PRON/PRP/2/nsubj kicked/VERB/VBD/0/root envoys/NOUN/NNS/2/obj out/ADP/RP/2/compound:prt", "out"},                                      // the particle behind the object
		{"It/PRON/PRP/2/nsubj kicked/VERB/VBD/0/root out/ADP/RP/2/compound:prt dozens/NOUN/NNS/2/obj of/ADP/IN/6/case men/NOUN/NNS/4/nmod", "any"}, // "men" is no regular plural: only the plain rule
		{"It/PRON/PRP/2/nsubj kicked/VERB/VBD/0/root balls/NOUN/NNS/2/obj", "any"},                                                                 // no particle
		{"It/PRON/PRP/2/nsubj sat/VERB/VBD/0/root out/ADP/RP/2/compound:prt", ""},                                                                  // another verb
	}
	for _, row := range rows {
		words, s := sentence(row.cells)
		got := ""
		if matches := set.At(NewTree(words, s), 1, nil); len(matches) > 0 {
			got = matches[0].Rule.Name
		}
		if got != row.want {
			t.Errorf("%s: rule %q, want %q", row.cells, got, row.want)
		}
	}
}

func TestFaultyLinesAreNamed(t *testing.T) {
	rows := []struct{ text, says string }{
		{"verb kick\n", "r.txt:1"},                        // words before the first rule
		{"rule a\nobj nothing\n", "r.txt:2"},              // an unknown class
		{"rule a\nweight heavy\n", "r.txt:2"},             // no number
		{"rule a\nverb b\n+ No arrow here.\n", "r.txt:3"}, // an example without its result
	}
	for _, row := range rows {
		err := NewSet(NewClasses()).Add("r.txt", row.text)
		if !errors.Is(err, ErrRule) || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%q: error %v does not say %q", row.text, err, row.says)
		}
	}
}

func TestNoTokenIsOfNoClass(t *testing.T) {
	classes := NewClasses()
	if err := classes.Add("c", "class saying: say\n"); err != nil {
		t.Fatal(err)
	}
	text, parsed := sentence("Oslo/PROPN/NNP/0/root")
	if classes.Word(NewTree(text, parsed), -1, "saying") {
		t.Error("-1 is of a class")
	}
}
