package train

import (
	"os"
	"testing"
)

// TestMetonymyOnReLocaR scores when the corpus is at hand.
func TestMetonymyOnReLocaR(t *testing.T) {
	path := os.Getenv("CHANCERY_RELOCAR")
	if path == "" {
		t.Skip("no ReLocaR at hand")
	}
	if err := ScoreMetonymy(os.Stdout, path, os.Getenv("CHANCERY_ERRORS") != ""); err != nil {
		t.Fatal(err)
	}
}
