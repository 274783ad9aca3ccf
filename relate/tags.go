package relate

import (
	"strings"

	"chancery"
)

// tagReader walks the tokens of the sentences beside the words.
type tagReader struct {
	rest  []chancery.Sentence
	at    int // token within the first sentence of rest
	base  int // tokens of the sentences before it
	found *chancery.Token
}

func newTagReader(sentences []chancery.Sentence) *tagReader { return &tagReader{rest: sentences} }

// seek finds the token that holds the byte; bytes must rise between calls.
func (t *tagReader) seek(at int) {
	t.found = nil
	for len(t.rest) > 0 {
		tokens := t.rest[0].Tokens
		for t.at < len(tokens) && tokens[t.at].End <= at {
			t.at++
		}
		if t.at < len(tokens) {
			if tokens[t.at].Start <= at {
				t.found = &tokens[t.at]
			}
			return
		}
		t.rest, t.base, t.at = t.rest[1:], t.base+len(tokens), 0
	}
}

func (t *tagReader) lemma() string {
	if t.found == nil {
		return ""
	}
	return t.found.Lemma
}

func (t *tagReader) kind() kind {
	if t.found == nil {
		return anyKind
	}
	switch t.found.UPOS {
	case "":
		return anyKind
	case "VERB", "AUX":
		return verbKind
	case "NOUN", "PROPN":
		return nounKind
	}
	return otherKind
}

// modifies reports whether the token is an adjective or participle before its
// noun. Taggers err on participles: one that follows a noun or an auxiliary is
// a predicate whatever its arc says.
func (t *tagReader) modifies() bool {
	if t.found == nil || t.found.Deprel != "amod" || t.found.Head <= t.at+1 {
		return false
	}
	if t.at == 0 {
		return true
	}
	switch before := t.rest[0].Tokens[t.at-1]; before.UPOS {
	case "NOUN", "PROPN", "AUX", "ADV", "VERB", "SYM":
		return false
	case "PRON":
		return before.Deprel == "nmod:poss"
	}
	return true
}

// light reports whether the token is a number, an article or an adjective.
func (t *tagReader) light() bool {
	if t.found == nil {
		return false
	}
	switch t.found.UPOS {
	case "NUM", "DET", "ADJ":
		return true
	}
	return false
}

// place gives the token's count, its governor's and the relation.
func (t *tagReader) place() (token, head int, deprel string) {
	if t.found == nil || t.found.Deprel == "" {
		return 0, 0, ""
	}
	if t.found.Head > 0 {
		head = t.base + t.found.Head
	}
	return t.base + t.at + 1, head, t.found.Deprel
}

// link marks the words that the parties depend on.
func (in *line) link() {
	subject, object := in.governor(in.actor), in.governor(in.recipient)
	for i := range in.words {
		w := &in.words[i]
		if w.token == 0 || w.inside != nobody {
			continue
		}
		w.subject = w.token == subject.token && strings.HasPrefix(subject.deprel, "nsubj") && subject.deprel != "nsubj:pass" ||
			w.token == subject.token && subject.deprel == "obl:agent"
		w.object = w.token == object.token && (object.deprel == "obj" || strings.HasPrefix(object.deprel, "obl") ||
			object.deprel == "iobj" || object.deprel == "nsubj:pass" || object.deprel == "nmod")
	}
}

type governor struct {
	token  int
	deprel string
}

// governor is the token outside the party that its head word depends on.
func (in *line) governor(s stretch) governor {
	own := map[int]bool{}
	for i := s.first; i < s.end; i++ {
		own[in.words[i].token] = true
	}
	for i := s.first; i < s.end; i++ {
		if w := &in.words[i]; w.head > 0 && !own[w.head] {
			return governor{w.head, w.deprel}
		}
	}
	return governor{}
}
