package pattern

import "testing"

func TestMendsGiveVerbsTheirSubjects(t *testing.T) {
	rows := []struct {
		cells           string
		verb            int
		subject, object string
	}{
		// a perfect whose participle was read as an adjective
		{"Chad/PROPN/NNP/2/nsubj has/AUX/VBZ/0/root cut/VERB/VBN/4/amod ties/NOUN/NNS/2/obj", 2, "chad", "ties"},
		// a verb in a row of names
		{"Chad/PROPN/NNP/0/root and/CCONJ/CC/3/cc Mali/PROPN/NNP/1/conj severed/VERB/VBD/5/amod ties/NOUN/NNS/1/conj", 3, "chad", "ties"},
		// a real participle keeps its place
		{"Chad/PROPN/NNP/2/nsubj has/VERB/VBZ/0/root a/DET/DT/5/det broken/VERB/VBN/5/amod road/NOUN/NN/2/obj", 1, "chad", "road"},
		// "after" read as a preposition
		{"Oslo/PROPN/NNP/2/nsubj left/VERB/VBD/0/root after/ADP/IN/4/case Rome/PROPN/NNP/2/obl accused/VERB/VBD/2/conj it/PRON/PRP/5/obj", 4, "rome", "it"},
		// two verbs that are joined keep their subject
		{"Oslo/PROPN/NNP/2/nsubj waited/VERB/VBD/0/root after/ADP/IN/4/case May/PROPN/NNP/2/obl and/CCONJ/CC/6/cc accused/VERB/VBD/2/conj it/PRON/PRP/6/obj", 5, "oslo", "it"},
		// content read as a relative clause
		{"She/PRON/PRP/2/nsubj told/VERB/VBD/0/root reporters/NOUN/NNS/2/obj that/PRON/WDT/6/obj Oslo/PROPN/NNP/6/nsubj sent/VERB/VBD/3/acl:relcl help/NOUN/NN/6/obj", 5, "oslo", "help"},
		// an object that begins with words of measure
		{"Chad/PROPN/NNP/2/nsubj sent/VERB/VBD/0/root at/ADP/IN/4/case least/ADJ/JJS/5/nmod three/NUM/CD/6/nummod ships/NOUN/NNS/2/obl", 1, "chad", "ships"},
		// a verb that has the form of a plural
		{"The/DET/DT/3/det army/NOUN/NN/3/compound shoots/NOUN/NNS/0/root down/ADP/IN/5/case drones/NOUN/NNS/3/nmod", 2, "army", "drones"},
		// a noun over its verb, which has an object
		{"king/NOUN/NN/0/root invited/VERB/VBN/1/acl envoys/NOUN/NNS/2/obj", 1, "king", "envoys"},
	}
	for _, row := range rows {
		text, s := sentence(row.cells)
		tree := NewTree(text, s)
		clause := tree.Clause(row.verb)
		word := func(i int) string {
			if i < 0 {
				return ""
			}
			return tree.Words[i]
		}
		if word(clause.Subject) != row.subject || word(clause.Object) != row.object {
			t.Errorf("%s: %q does it to %q, want %q and %q", text, word(clause.Subject), word(clause.Object), row.subject, row.object)
		}
	}
}
