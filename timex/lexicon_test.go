package timex

import "testing"

func TestTablesLoad(t *testing.T) {
	lex, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	if lex.words["october"].month != 10 || len(lex.phrases["easter"]) == 0 {
		t.Error("the tables are read but lack October or Easter")
	}
}
