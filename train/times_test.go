package train

import (
	"os"
	"strings"
	"testing"
)

// The floors on the cases that agree, after conventions are matched and sign by
// sign; raise them with the score.
const (
	leastRecognizers = 665
	leastStrict      = 625
)

func TestRecognizersSpecification(t *testing.T) {
	score, err := ScoreRecognizers("../timex/testdata/recognizers/DateTimeModel.json")
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d cases agree, %d sign by sign", score.Agreed, score.Cases, score.Strict)
	if score.Agreed < leastRecognizers || score.Strict < leastStrict {
		t.Errorf("want %d, and %d sign by sign", leastRecognizers, leastStrict)
	}
	if file := os.Getenv("CHANCERY_FAILED_TIMES"); file != "" {
		if err := os.WriteFile(file, []byte(strings.Join(score.Failed, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
