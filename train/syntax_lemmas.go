package train

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"chancery/parse"
)

// counts counts by name and answers with the most frequent, the first in
// alphabetical order of equal ones.
type counts map[string]int

func (c counts) most() (name string, n int) {
	for _, key := range slices.Sorted(maps.Keys(c)) {
		if c[key] > n {
			name, n = key, c[key]
		}
	}
	return name, n
}

// lemmaTable writes the table that parse.ReadLemmas reads: rules by ending
// where they differ from the shorter ending's, then the words that the rules get
// wrong: those of the trees, and regular forms of known verbs.
func lemmaTable(trees []tree) (string, error) {
	words := map[string]counts{} // base TAB tag to lemmas
	for _, t := range trees {
		for _, token := range t {
			_, tag, _ := strings.Cut(token.tag, "|")
			if token.lemma == "_" || strings.ContainsAny(token.form+token.lemma, "\t ") || tag == "GW" {
				continue
			}
			base := parse.LemmaBase(token.form, tag)
			add(words, base+"\t"+tag, token.lemma)
		}
	}
	rules := lemmaRules(words)
	lemmas, err := parse.ReadLemmas(rules)
	if err != nil {
		return "", fmt.Errorf("rereading the lemma rules: %w", err)
	}
	var out strings.Builder
	out.WriteString(rules)
	lower := map[string]counts{}
	for key, seen := range words {
		base, tag, _ := strings.Cut(key, "\t")
		for lemma, n := range seen {
			if lower[strings.ToLower(base)+"\t"+tag] == nil {
				lower[strings.ToLower(base)+"\t"+tag] = counts{}
			}
			lower[strings.ToLower(base)+"\t"+tag][lemma] += n
		}
	}
	for _, key := range slices.Sorted(maps.Keys(lower)) {
		base, tag, _ := strings.Cut(key, "\t")
		lemma, _ := lower[key].most()
		if !strings.EqualFold(lemmas.Lemma(base, tag), lemma) {
			fmt.Fprintf(&out, "%s\t%s\t=\t%s\n", base, tag, lemma)
		}
	}
	forms := verbForms()
	for _, key := range slices.Sorted(maps.Keys(forms)) {
		form, tag, _ := strings.Cut(key, "\t")
		if lower[key] == nil && !slices.Contains(forms[key], lemmas.Lemma(form, tag)) {
			fmt.Fprintf(&out, "%s\t=\t%s\n", key, forms[key][0])
		}
	}
	return out.String(), nil
}

func add(table map[string]counts, key, name string) {
	if table[key] == nil {
		table[key] = counts{}
	}
	table[key][name]++
}

// lemmaRules writes a rule for each ending whose words mostly follow it; each
// word counts once.
func lemmaRules(words map[string]counts) string {
	endings := map[string]counts{}
	for key, seen := range words {
		base, tag, _ := strings.Cut(key, "\t")
		lemma, _ := seen.most()
		same := 0
		for same < min(len(base), len(lemma)) && base[same] == lemma[same] {
			same++
		}
		for same > 0 && (same < len(base) && !utf8.RuneStart(base[same]) || same < len(lemma) && !utf8.RuneStart(lemma[same])) {
			same--
		}
		rule := fmt.Sprintf("%d\t%s", len(base)-same, lemma[same:])
		for n := 0; n <= min(5, len(base)); n++ {
			add(endings, base[len(base)-n:]+"\t"+tag, rule)
		}
	}
	kept := map[string]string{}
	keys := slices.SortedFunc(maps.Keys(endings), func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	var out strings.Builder
	for _, key := range keys {
		ending, tag, _ := strings.Cut(key, "\t")
		rule, n := endings[key].most()
		if n < 2 && ending != "" {
			continue
		}
		inherited := ""
		for i := 1; i <= len(ending); i++ {
			if shorter, ok := kept[ending[i:]+"\t"+tag]; ok {
				inherited = shorter
				break
			}
		}
		if rule != inherited {
			kept[key] = rule
			fmt.Fprintf(&out, "%s\t%s\n", key, rule)
		}
	}
	return out.String()
}
