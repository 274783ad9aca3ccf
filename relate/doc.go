// Package relate tells what one marked party of a sentence did to another: a
// PLOVER type, a mode and a quad class.
//
// The knowledge is a written lexicon (lexicon/*.txt): patterns of lemmas, each
// with the type and mode that it tells, and operators ("agree to", "refuse to",
// "lift", "threaten to") that change the type of what stands in their scope.
// Matches compose from the innermost outwards and are ranked by their make and
// their place between the two parties. A linear judge (weights.bin), learned
// with the rules' findings hidden now and then, weighs them with the words
// around; what it decides is told with the rule that found it.
package relate

import (
	"fmt"

	"chancery"
	"chancery/model"
)

// Relation is what the first party did to the second.
type Relation struct {
	Type string // a PLOVER type
	Mode string // a PLOVER mode, or empty
	Quad int    // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Rule string // what decided
}

// Relator holds the lexicon; it is safe for many goroutines.
type Relator struct {
	lexicon *lexicon
	judge   *model.Linear
}

// New loads the embedded lexicon; an error names the file and line that
// cannot be read.
func New() (*Relator, error) {
	loaded, err := embedded()
	if err != nil {
		return nil, fmt.Errorf("loading the lexicon of relations: %w", err)
	}
	judge, err := readJudge()
	if err != nil {
		return nil, fmt.Errorf("loading the judge of relations: %w", err)
	}
	return &Relator{loaded, judge}, nil
}

// Relate tells what the party at the actor span did to the one at the
// recipient span; an empty span is a party that is not marked. Sentences may
// be nil: tags, lemmas and arcs sharpen the answer but are not needed. The
// type is always one of PLOVER's sixteen and the quad class one of 1 to 4.
func (r *Relator) Relate(text string, sentences []chancery.Sentence, actor, recipient chancery.Span) Relation {
	in, ranked := r.hear(text, sentences, actor, recipient)
	return r.judged(in, ranked)
}

// Evidence is what the learned judge hears, to learn from (package train).
func (r *Relator) Evidence(text string, sentences []chancery.Sentence, actor, recipient chancery.Span) Evidence {
	return r.lexicon.evidence(r.hear(text, sentences, actor, recipient))
}

// hear reads the line and ranks what the rules find in it; where they find
// nothing the tags may be wrong, and it reads again without.
func (r *Relator) hear(text string, sentences []chancery.Sentence, actor, recipient chancery.Span) (*line, []ranking) {
	in := r.lexicon.read(text, sentences, actor, recipient)
	groups := r.lexicon.compose(in, r.lexicon.matches(in))
	if len(groups) == 0 && len(sentences) > 0 {
		in = r.lexicon.read(text, nil, actor, recipient)
		groups = r.lexicon.compose(in, r.lexicon.matches(in))
	}
	return in, r.lexicon.rank(in, groups)
}

// margin is how many bytes on either side of the parties Window keeps.
const margin = 4096

// Window is the stretch of text, cut at spaces, that is worth parsing for two
// parties: a text of any length costs no more than it.
func Window(text string, actor, recipient chancery.Span) chancery.Span {
	parties := clip(actor, text).Union(clip(recipient, text))
	from := max(0, parties.Start-margin)
	to := min(len(text), parties.End+margin, from+2*mostBytes)
	for from > 0 && from < to && text[from-1] != ' ' {
		from++
	}
	for to < len(text) && to > from && text[to] != ' ' {
		to--
	}
	return chancery.Span{Start: from, End: to}
}
