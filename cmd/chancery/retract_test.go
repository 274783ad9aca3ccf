package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// A document that is withdrawn counts for nothing, until that is undone; what
// was known before stays; the list tells who withdrew it, and why.
func TestRetractAndUndo(t *testing.T) {
	place := october(t)
	count := func(more ...string) int {
		return strings.Count(run(t, "", append([]string{"export", "--what", "claims", "--ledger", place}, more...)...).stdout, "\n")
	}
	if n := count(); n != 5 {
		t.Fatalf("%d claims, want 5", n)
	}
	var hit struct{ Document string }
	found := run(t, "", "search", "--ledger", place, "--in", "documents", "--format", "json", "minister")
	if err := json.Unmarshal([]byte(found.stdout), &hit); err != nil {
		t.Fatal(err, found)
	}
	withdrawn := run(t, "", "judge", "retract", "--ledger", place, "--author", "an editor", "--reason", "the paper took it back", hit.Document)
	if withdrawn.code != 0 || count() != 1 || count("--known", "2021-12-01") != 5 {
		t.Fatalf("%d claims, %d known before: %+v", count(), count("--known", "2021-12-01"), withdrawn)
	}
	for _, form := range []string{"text", "csv", "json"} {
		list := run(t, "", "judge", "list", "--ledger", place, "--format", form)
		for _, words := range []string{"an editor", "the paper took it back", hit.Document} {
			if !strings.Contains(list.stdout, words) {
				t.Errorf("the list as %s does not tell %q: %s", form, words, list.stdout)
			}
		}
	}
	if got := run(t, "", "judge", "list", "--ledger", place, "--kind", "accept"); strings.Contains(got.stdout, "an editor") {
		t.Errorf("only what was accepted is asked for: %s", got.stdout)
	}
	id := strings.Fields(strings.SplitAfter(withdrawn.stdout, " as ")[1])[0]
	if got := run(t, "", "judge", "undo", "--ledger", place, "--author", "an editor", id); got.code != 0 || count() != 5 {
		t.Errorf("undone: %d claims, %+v", count(), got)
	}
	claim := firstEvent(t, "timeline", "--act", "limit-staff", "--format", "json", "--ledger", place)
	if got := run(t, "", "judge", "retract", "--ledger", place, claim.ID); got.code != 0 || count() != 4 {
		t.Errorf("without one claim: %d claims, %+v", count(), got)
	}
	for _, wrong := range []struct {
		args []string
		code int
	}{{nil, 2}, {[]string{strings.Repeat("0", 32)}, 1}, {[]string{"evabcdef0123"}, 1}} {
		if got := run(t, "", append([]string{"judge", "retract", "--ledger", place}, wrong.args...)...); got.code != wrong.code {
			t.Errorf("%v: code %d: %s", wrong.args, got.code, got.notes)
		}
	}
}
