package train

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/text"
)

// Capitals lists the words that news texts write with a capital inside
// sentences at least twice and nine times in ten: the table
// parse/capitals.txt. The names of countries, their capitals and nationalities
// in the World Factbook (JSON, by code) count as two more. It reads every file of the
// folders, apart from one in ten (SHA-1 of the name under 1a) that is kept out.
func Capitals(factbook string, folders ...string) (string, error) {
	upper, lower := counts{}, counts{}
	if err := countCountries(factbook, upper); err != nil {
		return "", err
	}
	err := rawLines(folders, func(line string) { countCapitals(line, upper, lower) })
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, word := range slices.Sorted(maps.Keys(upper)) {
		if upper[word] >= 2 && upper[word] >= 9*lower[word] {
			fmt.Fprintln(&out, word)
		}
	}
	return out.String(), nil
}

func countCapitals(line string, upper, lower counts) {
	for _, sentence := range text.Sentences(line) {
		for i, token := range sentence.Tokens {
			word := token.Of(line)
			r, size := utf8.DecodeRuneInString(word)
			switch {
			case i == 0 || size == len(word) || !startsWithLetter(sentence.Tokens[i-1], line):
			case unicode.IsUpper(r):
				upper[strings.ToLower(word)]++
			case unicode.IsLower(r):
				lower[strings.ToLower(word)]++
			}
		}
	}
}

// startsWithLetter tells that what follows the token stands inside a sentence.
func startsWithLetter(token chancery.Token, line string) bool {
	r, _ := utf8.DecodeRuneInString(token.Of(line))
	return unicode.IsLetter(r)
}

// countCountries counts the words of names in the Factbook twice.
func countCountries(file string, upper counts) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("reading the Factbook: %w", err)
	}
	var countries map[string]map[string]map[string]json.RawMessage
	if err := json.Unmarshal(data, &countries); err != nil {
		return fmt.Errorf("reading the Factbook: %w", err)
	}
	for _, c := range countries {
		for _, path := range [...][2]string{{"Country name", "conventional short form"}, {"Capital", "name"}, {"Nationality", "adjective"}} {
			var field struct{ Text string }
			if json.Unmarshal(c[path[0]][path[1]], &field) != nil {
				continue
			}
			name := field.Text
			if end := strings.IndexAny(name, ";(<&"); end >= 0 {
				name = name[:end]
			}
			for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && len(word) > 2 {
					upper[strings.ToLower(word)] += 2
				}
			}
		}
	}
	return nil
}
