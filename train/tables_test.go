package train

import (
	"os"
	"testing"
)

// TestTablesFromFacts rebuilds into a scratch folder when the facts are at hand.
func TestTablesFromFacts(t *testing.T) {
	facts, out := os.Getenv("CHANCERY_FACTS"), os.Getenv("CHANCERY_TABLES")
	if facts == "" || out == "" {
		t.Skip("no facts at hand")
	}
	if err := Tables(facts, out); err != nil {
		t.Fatal(err)
	}
}
