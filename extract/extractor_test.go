package extract_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/extract"
	"chancery/read"
)

func claimsOf(t *testing.T, reader *read.Reader, text string) []chancery.Claim {
	t.Helper()
	return reader.Read(chancery.Document{ID: "example", Text: text, Published: chancery.Date{Year: 2024, Month: 3, Day: 6}}).Claims
}

// gives reports whether a claim is what an example wants: "act A,B>C status",
// where "?" stands for any parties.
func gives(claim chancery.Claim, want string) bool {
	fields := strings.Fields(want)
	if claim.Act != fields[0] {
		return false
	}
	if len(fields) > 1 {
		actor, recipient, _ := strings.Cut(fields[1], ">")
		if !sameCodes(claim.Actor, actor) || !sameCodes(claim.Recipient, recipient) {
			return false
		}
	}
	return len(fields) < 3 || string(claim.Status) == fields[2]
}

func sameCodes(got []string, want string) bool {
	if want == "?" {
		return true
	}
	list := strings.FieldsFunc(want, func(r rune) bool { return r == ',' })
	slices.Sort(list)
	return slices.Equal(slices.Sorted(slices.Values(got)), list)
}

func TestRulesDoWhatTheirExamplesSay(t *testing.T) {
	x, err := extract.New("")
	if err != nil {
		t.Fatal(err)
	}
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	known := failuresIn(t, knownFile)
	for _, rule := range extract.RulesOf(x) {
		if act := rule.Fields["act"]; act != "none" && len(rule.Yes) == 0 || len(rule.No) == 0 {
			t.Errorf("%s:%d: rule %s needs an example that it fires on and one that it must not", rule.File, rule.Line, rule.Name)
		}
		for _, example := range rule.Yes {
			claims := claimsOf(t, reader, example.Text)
			fits := slices.ContainsFunc(claims, func(c chancery.Claim) bool { return gives(c, example.Gives) })
			known.check(t, rule.Name+" "+example.Text, fits)
			if !fits && !known.listed(rule.Name+" "+example.Text) {
				t.Errorf("%s:%d: %s: %q gives %s, want %s", rule.File, example.Line, rule.Name, example.Text, told(claims), example.Gives)
			}
		}
		for _, example := range rule.No {
			fires := slices.ContainsFunc(claimsOf(t, reader, example.Text), func(c chancery.Claim) bool { return c.Rule == rule.Name })
			known.check(t, rule.Name+" "+example.Text, !fires)
			if fires && !known.listed(rule.Name+" "+example.Text) {
				{
					t.Errorf("%s:%d: %s fires on %q", rule.File, example.Line, rule.Name, example.Text)
				}
			}
		}
	}
}

var update = flag.Bool("update", false, "write the list of examples that are known to fail")

// failures is the list of examples that fail for the parser's or another
// stage's sake; the list itself fails when one of them passes.
type failures struct {
	file  string
	lines []string
	now   []string
}

const knownFile = "testdata/known-failures.txt"

func failuresIn(t *testing.T, file string) *failures {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f := &failures{file: file}
	for line := range strings.Lines(string(data)) {
		f.lines = append(f.lines, strings.TrimSuffix(line, "\n"))
	}
	t.Cleanup(func() {
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(f.now, "\n")+"\n"), 0o600); err != nil {
				t.Error(err)
			}
		}
	})
	return f
}

func (f *failures) listed(key string) bool { return *update || slices.Contains(f.lines, key) }

func (f *failures) check(t *testing.T, key string, passes bool) {
	if !passes {
		f.now = append(f.now, key)
	} else if slices.Contains(f.lines, key) && !*update {
		t.Errorf("passes now, take it off %s: %s", f.file, key)
	}
}

func told(claims []chancery.Claim) string {
	var out []string
	for _, c := range claims {
		out = append(out, c.Act+" "+strings.Join(c.Actor, ",")+">"+strings.Join(c.Recipient, ",")+" "+string(c.Status)+" by "+c.Rule)
	}
	return "[" + strings.Join(out, "; ") + "]"
}

func TestOperatorsCompose(t *testing.T) {
	x, err := extract.New("")
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct{ outer, inner, want string }{
		{"planned", "actual", "planned"},         // "plans to close": planned
		{"possible", "planned", "possible"},      // "may plan to close": possible
		{"planned", "possible", "possible"},      // "plans to consider closing": possible
		{"threatened", "planned", "threatened"},  // "threatened that it will close": threatened
		{"planned", "threatened", "threatened"},  // "plans to threaten": still a threat
		{"condition", "planned", "condition"},    // "if it plans to": no deed
		{"requested", "actual", "requested"},     // "asked leave to close": requested
		{"threatened", "condition", "condition"}, // "threatened … if": the condition holds inside
	}
	for _, row := range rows {
		if got := extract.Combine(x, row.outer, row.inner); got != row.want {
			t.Errorf("%s round %s is %s, want %s", row.outer, row.inner, got, row.want)
		}
	}
}

func TestUsersRulesAreChecked(t *testing.T) {
	rows := []struct{ file, text, says string }{
		{"own.txt", "rule own.jam\nact expel\nverb zap\nobj diplomats\n", ""},             // a good rule
		{"own.txt", "rule own.jam\nact zap\nverb zap\n", "no act"},                        // an act that is in no table
		{"own.txt", "rule own.jam\nact expel\nverb zap\nobj wizards\n", "own.txt:4"},      // an unknown class, with its line
		{"own.txt", "act expel\n", "own.txt:1"},                                           // words before the first rule
		{"acts.txt", "zap SANCTION expel 161 - none sideways\n", "acts.txt:1"},            // a bad row of acts
		{"classes.txt", "klass wizards: merlin\n", "classes.txt:1"},                       // a bad line of classes
		{"own.txt", "rule own.jam\nact expel\nverb zap\n+ No arrow here.\n", "own.txt:4"}, // an example that says nothing
	}
	for _, row := range rows {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, row.file), []byte(row.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := extract.New(dir)
		if row.says == "" {
			if err != nil {
				t.Errorf("%q: %v", row.text, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%q: error %v does not say %q", row.text, err, row.says)
		}
	}
}
