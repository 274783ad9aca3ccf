package parse

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"chancery/model"
)

// Lemmas turns a form and its Penn tag into a lemma: by a table of exceptions,
// else by the longest ending that has a rule.
type Lemmas struct {
	// exceptions maps lower-case form, tab, tag to the lemma.
	exceptions map[string]string
	// rules maps an ending, tab, tag to what is done to the form.
	rules map[string]rule
}

// rule takes bytes off the end of the form and adds others.
type rule struct {
	off int
	add string
}

// longestEnding is the most bytes of an ending that a rule asks for.
const longestEnding = 5

// ReadLemmas reads lines "form TAB tag TAB = TAB lemma" (exceptions) and
// "ending TAB tag TAB bytes off TAB what is added" (rules). An error names the line.
func ReadLemmas(table string) (*Lemmas, error) {
	l := &Lemmas{map[string]string{}, map[string]rule{}}
	number := 0
	for line := range strings.Lines(table) {
		number++
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("lemma table, line %d: %d columns, want 4", number, len(f))
		}
		if f[2] == "=" {
			l.exceptions[f[0]+"\t"+f[1]] = f[3]
			continue
		}
		off, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("lemma table, line %d: %w", number, err)
		}
		l.rules[f[0]+"\t"+f[1]] = rule{off, f[3]}
	}
	return l, nil
}

// KeepsCase reports whether lemmas of words with this tag keep their capitals.
func KeepsCase(tag string) bool {
	return strings.HasPrefix(tag, "NNP") || tag == "ADD" || tag == "FW"
}

// LemmaBase is the form that rules work on: in lower case unless the tag keeps capitals.
func LemmaBase(form, tag string) string {
	if KeepsCase(tag) {
		return form
	}
	return strings.ToLower(form)
}

// Lemma is the lemma of a form with a Penn tag; for a form that is its own
// lemma it allocates nothing but look-up keys.
func (l *Lemmas) Lemma(form, tag string) string {
	base := LemmaBase(form, tag)
	if len(base) > longestForm {
		return base
	}
	if lemma, ok := l.exceptions[strings.ToLower(base)+"\t"+tag]; ok {
		return lemma
	}
	for n := min(longestEnding, len(base)); n >= 0; n-- {
		r, ok := l.rules[base[len(base)-n:]+"\t"+tag]
		if cut := len(base) - r.off; ok && cut >= 0 && (cut > 0 || r.add != "") && (cut == len(base) || utf8.RuneStart(base[cut])) {
			return base[:cut] + r.add
		}
	}
	return base
}

// mostRemembered bounds the memory of lemmas in one scratch.
const mostRemembered = 1 << 15

// lemma is Lemma with a memory, so that a word met before costs no allocation.
func (p *Parser) lemma(s *scratch, form, tag string) string {
	if len(form) > longestForm {
		return p.lemmas.Lemma(form, tag)
	}
	key := uint64(model.Mix2(1, model.Word(form), model.Word(tag)))
	lemma, ok := s.lemmas[key]
	if !ok {
		if len(s.lemmas) >= mostRemembered {
			clear(s.lemmas)
		}
		lemma = strings.Clone(p.lemmas.Lemma(form, tag))
		s.lemmas[key] = lemma
	}
	return lemma
}
