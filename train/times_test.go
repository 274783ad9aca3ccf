package train

import (
	"os"
	"strings"
	"testing"
)

// leastRecognizers is the floor on the cases that agree; raise it with the score.
const leastRecognizers = 540

func TestRecognizersSpecification(t *testing.T) {
	score, err := ScoreRecognizers("../timex/testdata/recognizers/DateTimeModel.json")
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d cases agree, %d sign by sign", score.Agreed, score.Cases, score.Strict)
	if score.Agreed < leastRecognizers {
		t.Errorf("%d of %d cases agree, want %d", score.Agreed, score.Cases, leastRecognizers)
	}
	if file := os.Getenv("CHANCERY_FAILED_TIMES"); file != "" {
		if err := os.WriteFile(file, []byte(strings.Join(score.Failed, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
