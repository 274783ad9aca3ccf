package export

import (
	"encoding/csv"
	"strings"
	"testing"

	"chancery"
)

func TestRowsFillTheirColumns(t *testing.T) {
	from := 20
	c := chancery.Claim{
		ID: "c1", Act: "limit-staff", Actor: []string{"NATO"}, Recipient: []string{"RUS", "BLR"}, Status: chancery.StatusActual, Score: -6,
		Date: chancery.Date{Year: 2021, Month: 10}, Count: &chancery.Count{N: 10, Of: "posts", From: &from}, Evidence: "it said \"ten\",\nno more",
		Object: &chancery.Object{Text: "the mission", ID: "RUS>NATO/mission"}, NoConditions: true,
	}
	e := chancery.Event{
		ID: "ev1", Act: c.Act, Actor: c.Actor, Recipient: c.Recipient, Status: c.Status, Date: c.Date, Count: c.Count, Object: c.Object,
		Testimonies: []chancery.Testimony{{Claim: c, Part: chancery.PartSupports, Voice: 1}},
	}
	for _, row := range []struct {
		columns, cells []string
		want           map[string]string
	}{
		{ClaimColumns(), ClaimRow(c), map[string]string{"count": "20>10", "recipient": "RUS;BLR", "date": "2021-10", "score": "-6", "no_conditions": "true", "evidence": c.Evidence}},
		{EventColumns(), EventRow(e), map[string]string{"claims": "c1", "count_of": "posts", "object_id": "RUS>NATO/mission", "effective": "", "evidence": c.Evidence}},
	} {
		var out strings.Builder
		w, err := NewCSV(&out, row.columns)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Row(row.cells); err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		read, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil || len(read) != 2 || len(read[0]) != len(read[1]) {
			t.Fatalf("%d rows read back, %v", len(read), err)
		}
		for i, column := range read[0] {
			if want, asked := row.want[column]; asked && read[1][i] != want {
				t.Errorf("%s is %q, want %q", column, read[1][i], want)
			}
			delete(row.want, column)
		}
		if len(row.want) > 0 {
			t.Errorf("columns missing: %v", row.want)
		}
	}
}
