package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/parse"
	"chancery/relate"
	"chancery/text"
)

func relateCommand() *cli.Command {
	return &cli.Command{
		Name:      "relate",
		Usage:     "tell what one marked party of a sentence did to another, as JSON lines",
		ArgsUsage: "[FILE…]",
		Description: "Each line is {\"id\",\"text\",\"actor\":[s,e],\"recipient\":[s,e]} with byte spans, [0,0] for a party that is not marked.\n\n" +
			"Example:\n  echo '{\"id\":\"1\",\"text\":\"Norway thanked Chile.\",\"actor\":[0,6],\"recipient\":[15,20]}' | chancery relate",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl"},
			&cli.BoolFlag{Name: "rule", Usage: "tell which rule decided"},
		},
		Action: runRelate,
	}
}

// relateQuestion is a sentence with its two parties: byte spans, [0,0] for one
// that is not marked.
type relateQuestion struct {
	ID        any           `json:"id"`
	Text      *string       `json:"text"`
	Actor     chancery.Span `json:"actor"`
	Recipient chancery.Span `json:"recipient"`
}

type relateAnswer struct {
	ID   any    `json:"id"`
	Type string `json:"type"`
	Mode string `json:"mode"`
	Quad int    `json:"quad"`
	Rule string `json:"rule,omitempty"`
}

func runRelate(_ context.Context, cmd *cli.Command) error {
	if format := cmd.String("format"); format != "jsonl" {
		return usageError{fmt.Errorf("--format: %q is not jsonl", format)}
	}
	parser, err := parse.New()
	if err != nil {
		return fmt.Errorf("loading the parser: %w", err)
	}
	relator, err := relate.New()
	if err != nil {
		return err
	}
	desk := &relateDesk{parser: parser, relator: relator, rule: cmd.Bool("rule"), out: bufio.NewWriterSize(os.Stdout, 1<<16), complaints: os.Stderr}
	defer desk.out.Flush()
	files := cmd.Args().Slice()
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, name := range files {
		if err := desk.answerFile(name); err != nil {
			return err
		}
	}
	if desk.bad > 0 {
		return fmt.Errorf("%d lines were set aside", desk.bad)
	}
	return nil
}

// relateDesk answers questions line by line; bad counts lines set aside.
type relateDesk struct {
	parser     *parse.Parser
	relator    *relate.Relator
	rule       bool
	out        *bufio.Writer
	complaints io.Writer
	bad        int
}

func (d *relateDesk) answerFile(name string) error {
	stream := io.Reader(os.Stdin)
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("opening: %w", err)
		}
		defer file.Close()
		stream = file
	}
	lines := bufio.NewReaderSize(stream, 1<<16)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if row := bytes.TrimSpace(line); len(row) > 0 {
			if refusal := d.answer(row); refusal != nil {
				d.bad++
				fmt.Fprintf(d.complaints, "chancery: %s:%d: set aside: %v\n", name, number, refusal)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
	}
}

// answer writes the answer to one line, or tells what is wrong with it.
func (d *relateDesk) answer(row []byte) error {
	var q relateQuestion
	decoder := json.NewDecoder(bytes.NewReader(row))
	decoder.UseNumber()
	if err := decoder.Decode(&q); err != nil {
		return fmt.Errorf("not a JSON object with id, text, actor and recipient: %w", err)
	}
	if q.Text == nil {
		return errors.New(`"text" is missing`)
	}
	for _, party := range []struct {
		name string
		span chancery.Span
	}{{"actor", q.Actor}, {"recipient", q.Recipient}} {
		if s := party.span; s.Start < 0 || s.End < s.Start || s.End > len(*q.Text) {
			return fmt.Errorf("%q: [%d,%d] does not lie inside the text of %d bytes", party.name, s.Start, s.End, len(*q.Text))
		}
	}
	window := relate.Window(*q.Text, q.Actor, q.Recipient)
	part := window.Of(*q.Text)
	sentences := text.Sentences(part)
	d.parser.Parse(part, sentences)
	told := d.relator.Relate(part, sentences, moved(q.Actor, window), moved(q.Recipient, window))
	answer := relateAnswer{ID: q.ID, Type: told.Type, Mode: told.Mode, Quad: told.Quad}
	if d.rule {
		answer.Rule = told.Rule
	}
	return json.NewEncoder(d.out).Encode(answer)
}

// moved is the span as it lies in the window; empty when it does not.
func moved(span, window chancery.Span) chancery.Span {
	start, end := max(span.Start, window.Start)-window.Start, min(span.End, window.End)-window.Start
	if end <= start {
		return chancery.Span{}
	}
	return chancery.Span{Start: start, End: end}
}
