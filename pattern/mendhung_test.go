package pattern

import "testing"

func TestMendHung(t *testing.T) {
	rows := []struct {
		proves, cells string
		token, parent int
		rel           string
	}{
		{"an apposition belongs to the name before its comma", "ties/NOUN/NNS/0/root with/ADP/IN/3/case Oslo/PROPN/NNP/1/nmod ,/PUNCT/,/6/punct a/DET/DT/6/det town/NOUN/NN/1/appos", 5, 2, "appos"},
		{"one of a common noun stays", "ties/NOUN/NNS/0/root with/ADP/IN/3/case friends/NOUN/NNS/1/nmod ,/PUNCT/,/6/punct a/DET/DT/6/det bond/NOUN/NN/1/appos", 5, 0, "appos"},
		{"a companion behind an aside is the verb's", "Olav/PROPN/NNP/2/nsubj met/VERB/VBD/0/root in/ADP/IN/4/case Rome/PROPN/NNP/2/obl ,/PUNCT/,/7/punct with/ADP/IN/7/case Knut/PROPN/NNP/4/nmod", 6, 1, "obl"},
		{"without a comma it stays", "Olav/PROPN/NNP/2/nsubj met/VERB/VBD/0/root in/ADP/IN/4/case Rome/PROPN/NNP/2/obl with/ADP/IN/6/case hills/NOUN/NNS/4/nmod", 5, 3, "nmod"},
		{"an infinitive completes the readiness it stands behind", "Oslo/PROPN/NNP/2/nsubj repeated/VERB/VBD/0/root readiness/NOUN/NN/2/obj to/PART/TO/5/mark talk/VERB/VB/2/advcl", 4, 2, "acl"},
		{"also behind whose readiness it is", "He/PRON/PRP/2/nsubj repeated/VERB/VBD/0/root readiness/NOUN/NN/2/obj of/ADP/IN/5/case Oslo/PROPN/NNP/3/nmod to/PART/TO/7/mark talk/VERB/VB/5/acl", 6, 2, "acl"},
		{"a purpose stays", "Oslo/PROPN/NNP/2/nsubj sent/VERB/VBD/0/root letters/NOUN/NNS/2/obj to/PART/TO/5/mark talk/VERB/VB/2/advcl", 4, 1, "advcl"},
	}
	for _, row := range rows {
		text, s := sentence(row.cells)
		tree := NewTree(text, s)
		if tree.Parent[row.token] != row.parent || tree.Rels[row.token] != row.rel {
			t.Errorf("%s: %q hangs on %d as %s, want %d as %s", row.proves, tree.Words[row.token], tree.Parent[row.token], tree.Rels[row.token], row.parent, row.rel)
		}
	}
}
