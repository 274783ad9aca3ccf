package extract_test

import (
	"testing"

	"chancery/extract"
)

func TestEmbeddedRulesCompile(t *testing.T) {
	if _, err := extract.New(""); err != nil {
		t.Fatal(err)
	}
}
