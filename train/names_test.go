package train

import (
	"os"
	"strconv"
	"testing"
)

// TestNamesFromNewswire trains when the corpus is at hand.
func TestNamesFromNewswire(t *testing.T) {
	folder, out := os.Getenv("CHANCERY_NEWSWIRE"), os.Getenv("CHANCERY_NAMES")
	if folder == "" || out == "" {
		t.Skip("no newswire at hand")
	}
	epochs, _ := strconv.Atoi(os.Getenv("CHANCERY_EPOCHS"))
	if err := Names(folder, nil, out, max(epochs, 1), os.Getenv("CHANCERY_DEV") != "", t.Logf); err != nil {
		t.Fatal(err)
	}
}
