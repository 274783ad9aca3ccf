package train_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"chancery/train"
)

// TestConfidenceLearnsShares holds that a sign found with mostly wrong acts
// pulls down, one found with right ones up, and that two fits are the same.
func TestConfidenceLearnsShares(t *testing.T) {
	var rows []train.Judged
	for i := range 60 {
		article := fmt.Sprint("article ", i)
		rows = append(rows,
			train.Judged{Article: article, Signs: []string{"always", "good"}, Right: i%10 != 0},
			train.Judged{Article: article, Signs: []string{"always", "bad"}, Right: i%3 == 0},
			train.Judged{Article: article, Signs: []string{"always", "rare" + article}, Right: i%2 == 0})
	}
	var first, second bytes.Buffer
	if err := train.Confidence(rows, &first, io.Discard); err != nil {
		t.Fatal(err)
	}
	if err := train.Confidence(rows, &second, io.Discard); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Error("two fits differ")
	}
	for _, want := range []string{"\nbad -", "\ngood ", "\nalways "} {
		if !strings.Contains(first.String(), want) {
			t.Errorf("%q is not in\n%s", want, first.String())
		}
	}
	if strings.Contains(first.String(), "good -") || strings.Contains(first.String(), "rare") {
		t.Errorf("a good sign pulls down, or a rare one has a weight:\n%s", first.String())
	}
}
