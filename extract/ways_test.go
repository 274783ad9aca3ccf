package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/extract"
	"chancery/read"
)

// TestWaysOfTellingAreRead runs the ways in which news, ministries and wires
// tell an act: testdata/ways holds a file an act (its form is in
// docs/formats.md), testdata/known-ways.txt those that are not read yet; that
// list fails when one of them is read.
func TestWaysOfTellingAreRead(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/ways/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no ways of telling", err)
	}
	known := failuresIn(t, "testdata/known-ways.txt")
	ways, read := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		act := strings.TrimSuffix(filepath.Base(file), ".txt")
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			pattern, wants, positive := strings.Cut(line, " => ")
			for _, text := range expand(strings.TrimPrefix(pattern, "- ")) {
				claims := claimsOf(t, reader, text)
				tells := slices.ContainsFunc(claims, func(c chancery.Claim) bool {
					return positive && gives(c, wants) || !positive && c.Act == act
				})
				key := act + "\t" + text
				known.check(t, key, tells == positive)
				if ways++; tells == positive {
					read++
				} else if !known.listed(key) {
					t.Errorf("%s: %q gives %s, want %s", act, text, told(claims), strings.TrimSpace(wants))
				}
			}
		}
	}
	t.Logf("%d of %d ways of telling are read", read, ways)
}

// expand writes out every choice of "{a|b}" in a line.
func expand(line string) []string {
	before, rest, found := strings.Cut(line, "{")
	if !found {
		return []string{line}
	}
	choices, behind, _ := strings.Cut(rest, "}")
	var out []string
	for choice := range strings.SplitSeq(choices, "|") {
		for _, tail := range expand(behind) {
			out = append(out, before+choice+tail)
		}
	}
	return out
}

// TestEveryActHasARule holds the table of acts against the rules.
func TestEveryActHasARule(t *testing.T) {
	x, err := extract.New("")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, rule := range extract.RulesOf(x) {
		told[rule.Fields["act"]] = true
	}
	for _, act := range extract.ActsOf(x) {
		if !told[act] {
			t.Errorf("no rule tells the act %s", act)
		}
	}
}
