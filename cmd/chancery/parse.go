package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v3"

	"chancery"
	"chancery/parse"
	"chancery/text"
)

func parseCommand() *cli.Command {
	return &cli.Command{
		Name:      "parse",
		Usage:     "print tags, lemmas and dependencies as CoNLL-U",
		ArgsUsage: "[FILE…]",
		Description: `Examples:
  echo "Moscow expelled two envoys." | chancery parse
  chancery parse --pretokenized treebank.conllu`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "pretokenized", Usage: "the input is CoNLL-U whose tokens are kept"},
			&cli.StringFlag{Name: "format", Value: "conllu", Usage: "conllu"},
			&cli.StringFlag{Name: "model", Usage: "`FILE` with another model, as chancery train parse writes it", Sources: cli.EnvVars("CHANCERY_SYNTAX")},
			&cli.BoolFlag{Name: "any-language", Usage: "parse documents that do not look English too"},
		},
		Action: runParse,
	}
}

func runParse(_ context.Context, cmd *cli.Command) error {
	if format := cmd.String("format"); format != "conllu" {
		return usageError{fmt.Errorf("--format: %q is not conllu", format)}
	}
	parser, err := loadParser(cmd.String("model"))
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	if cmd.Bool("pretokenized") {
		err = eachStream(cmd.Args().Slice(), func(in io.Reader) error { return parseTokens(parser, in, out) })
	} else {
		err = parseDocuments(parser, cmd, out)
	}
	return errors.Join(err, out.Flush())
}

// loadParser loads the model file, or the embedded model when there is no name.
func loadParser(name string) (*parse.Parser, error) {
	if name == "" {
		return parse.New()
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parse.Load(data)
}

// eachStream opens the files one after the other, or gives standard input.
func eachStream(files []string, do func(io.Reader) error) error {
	if len(files) == 0 {
		return do(os.Stdin)
	}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		err = do(file)
		file.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func parseDocuments(parser *parse.Parser, cmd *cli.Command, out io.Writer) error {
	items, err := documents(cmd)
	if err != nil {
		return err
	}
	aside := asides{out: os.Stderr}
	for item := range items {
		if item.Err != nil {
			aside.tell(item)
			continue
		}
		writeDocument(parser, item.Document, out)
	}
	return aside.err()
}

func writeDocument(parser *parse.Parser, doc chancery.Document, out io.Writer) {
	sentences := text.Sentences(doc.Text)
	parser.Parse(doc.Text, sentences)
	fmt.Fprintf(out, "# newdoc id = %s\n", oneLine(doc.ID))
	for i, sentence := range sentences {
		if i == 0 || sentence.Paragraph != sentences[i-1].Paragraph {
			fmt.Fprintf(out, "# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(sentence.Of(doc.Text)))
		for k, token := range sentence.Tokens {
			writeRange(out, doc.Text, sentence.Tokens, k)
			misc := "_"
			if k+1 < len(sentence.Tokens) && sentence.Tokens[k+1].Start == token.End {
				misc = "SpaceAfter=No"
			}
			writeToken(out, fmt.Sprint(k+1), token.Of(doc.Text), "_", misc, token)
		}
		fmt.Fprintln(out)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// writeRange writes the surface token ("3-4 don't") that starts with token k.
func writeRange(out io.Writer, words string, tokens []chancery.Token, k int) {
	end := k + 1
	for end < len(tokens) && tokens[end].Joined {
		end++
	}
	if end > k+1 && !tokens[k].Joined {
		span := chancery.Span{Start: tokens[k].Start, End: tokens[end-1].End}
		fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", k+1, end, span.Of(words))
	}
}

func writeToken(out io.Writer, id, form, features, misc string, token chancery.Token) {
	fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", id, form, token.Lemma, token.UPOS, token.XPOS, features, token.Head, token.Deprel, misc)
}

// parseTokens reads CoNLL-U, keeps its comments, ranges and tokens, and writes
// it with new lemmas, tags and arcs; empty nodes are left out.
func parseTokens(parser *parse.Parser, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	var open [][]string
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimSuffix(lines.Text(), "\r")
		switch {
		case line == "":
			writeTree(parser, open, out)
			open = nil
		case line[0] == '#':
			fmt.Fprintln(out, line)
		default:
			fields := strings.Split(line, "\t")
			if len(fields) != 10 {
				return fmt.Errorf("line %d has %d columns, CoNLL-U has 10, with tabs between", number, len(fields))
			}
			open = append(open, fields)
		}
	}
	writeTree(parser, open, out)
	return lines.Err()
}

func writeTree(parser *parse.Parser, rows [][]string, out io.Writer) {
	if len(rows) == 0 {
		return
	}
	var words strings.Builder
	sentence := chancery.Sentence{}
	for _, row := range rows {
		if strings.ContainsAny(row[0], "-.") {
			continue
		}
		start := words.Len()
		words.WriteString(row[1])
		sentence.Tokens = append(sentence.Tokens, chancery.Token{Span: chancery.Span{Start: start, End: words.Len()}})
		words.WriteByte(' ')
	}
	parser.Parse(words.String(), []chancery.Sentence{sentence})
	next := 0
	for _, row := range rows {
		switch {
		case strings.Contains(row[0], "."):
		case strings.Contains(row[0], "-"):
			fmt.Fprintln(out, strings.Join(row, "\t"))
		default:
			writeToken(out, row[0], row[1], row[5], row[9], sentence.Tokens[next])
			next++
		}
	}
	fmt.Fprintln(out)
}
