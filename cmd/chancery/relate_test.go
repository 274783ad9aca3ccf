package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"chancery/parse"
	"chancery/relate"
)

func relateDeskFor(t testing.TB) (*relateDesk, *bytes.Buffer) {
	t.Helper()
	parser, err := parse.New()
	if err != nil {
		t.Fatal(err)
	}
	relator, err := relate.New()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	return &relateDesk{parser: parser, relator: relator, out: bufio.NewWriter(&out)}, &out
}

func TestRelateAnswers(t *testing.T) {
	desk, out := relateDeskFor(t)
	rows := []struct{ row, want string }{
		{`{"id":"7","text":"Latvia expelled two Belarusian diplomats.","actor":[0,6],"recipient":[20,40]}`,
			`{"id":"7","type":"SANCTION","mode":"expel","quad":4}`}, // the form of an answer
		{`{"id":7,"text":"Iran freed Omid.","actor":[0,4],"recipient":[11,15]}`, `"id":7,`},       // an id stays what it was
		{`{"id":"7","text":"Zoë resigned.","actor":[0,4],"recipient":[0,0]}`, `"type":"RETREAT"`}, // one party, bytes and not letters
		{`null`, `"text" is missing`}, // no object
		{`{"id":1,"text":"a","actor":[0,2],"recipient":[0,0]}`, `does not lie inside the text of 1 bytes`},
		{`{"id":1,"text":"abc","actor":[2,1],"recipient":[0,0]}`, `"actor": [2,1]`}, // a span that runs backwards
		{`{"id":1,"text":"abc","actor":["a",1]}`, `reading a span as [start,end]`},
	}
	for _, row := range rows {
		out.Reset()
		err := desk.answer([]byte(row.row))
		desk.out.Flush()
		told := out.String()
		if err != nil {
			told = err.Error()
		}
		if !strings.Contains(told, row.want) {
			t.Errorf("%s\n\ttells %s\n\twant  %s", row.row, told, row.want)
		}
	}
}

func FuzzRelateAnswer(f *testing.F) {
	desk, out := relateDeskFor(f)
	f.Add([]byte(`{"id":"7","text":"Latvia expelled two Belarusian diplomats.","actor":[0,6],"recipient":[20,40]}`))
	f.Add([]byte(`{"id":[],"text":"a\ud800 b","actor":[1,2],"recipient":[0,1]}`))
	f.Fuzz(func(t *testing.T, row []byte) {
		out.Reset()
		err := desk.answer(row)
		desk.out.Flush()
		if err != nil {
			if out.Len() > 0 {
				t.Errorf("refused with %v, yet wrote %q", err, out.String())
			}
			return
		}
		var answer relateAnswer
		if err := json.Unmarshal(out.Bytes(), &answer); err != nil || answer.Quad < 1 || answer.Quad > 4 || answer.Type == "" {
			t.Errorf("wrote %q: %v", out.String(), err)
		}
	})
}
