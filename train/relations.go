package train

import (
	"bufio"
	"crypto/sha1"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"

	"chancery"
	"chancery/model"
	"chancery/parse"
	"chancery/relate"
	"chancery/text"
)

// relationRow is a sentence with its two parties and the class that they have.
type relationRow struct {
	text             string
	actor, recipient chancery.Span
	class            int
}

// Relations learns relate/weights.bin from the training rows of PLV (sentence
// with <s>actor</s> and <t>recipient</t>, PLOVER root; no licence stated) and
// from our own sentences (relate/testdata/sentences.tsv), and writes it to out.
// Rows kept out by data/README.md's rule, whether the sentence is hashed with
// its marks or without, are not read.
func Relations(plv, own, out string, log io.Writer) error {
	rows, err := plvRows(plv)
	if err != nil {
		return err
	}
	more, err := ownRelations(own)
	if err != nil {
		return err
	}
	parser, err := parse.New()
	if err != nil {
		return fmt.Errorf("loading the parser: %w", err)
	}
	relator, err := relate.New()
	if err != nil {
		return fmt.Errorf("loading the rules: %w", err)
	}
	var examples []Example
	hide := rand.New(rand.NewPCG(3, 5))
	for _, row := range append(rows, more...) {
		sentences := text.Sentences(row.text)
		parser.Parse(row.text, sentences)
		evidence := relator.Evidence(row.text, sentences, row.actor, row.recipient)
		examples = append(examples, withSomeHidden(evidence, row.class, hide)...)
	}
	learned := Learn(relate.Classes(), examples, Settings{Epochs: 8, Rate: 0.03, Decay: 0.01, Least: 2})
	frozen := learned.Freeze(0.01).AppendTo(nil)
	fmt.Fprintf(log, "relations: %d rows of PLV, %d of our own, %d bytes\n", len(rows), len(more), len(frozen))
	if err := os.WriteFile(out, frozen, 0o644); err != nil {
		return fmt.Errorf("writing the weights: %w", err)
	}
	return nil
}

// copies is how many times an example is heard, each time with other features
// hidden, so that the judge learns to do without any one of them.
const (
	copies    = 6
	hideRules = 0.2
	hideWord  = 0.3
)

func withSomeHidden(evidence relate.Evidence, class int, hide *rand.Rand) []Example {
	var out []Example
	for range copies {
		var features []model.Feature
		if hide.Float64() >= hideRules {
			features = append(features, evidence.Rules...)
		}
		for _, word := range evidence.Words {
			if hide.Float64() >= hideWord {
				features = append(features, word)
			}
		}
		out = append(out, Example{Features: features, Class: class})
	}
	return out
}

// plvRows reads the rows of PLV that are not kept out.
func plvRows(path string) ([]relationRow, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening PLV: %w", err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comma, reader.LazyQuotes = '\t', true
	records, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	var rows []relationRow
	for i, record := range records[1:] {
		if len(record) < 3 {
			return nil, fmt.Errorf("%s: row %d has %d columns", path, i+1, len(record))
		}
		row := unmarked(record[1], "<s>", "</s>", "<t>", "</t>")
		if keptOutSentence(record[1]) || keptOutSentence(row.text) {
			continue
		}
		if row.class = relate.Class(record[2]); row.class < 0 {
			return nil, fmt.Errorf("%s: row %d: no type %q", path, i+1, record[2])
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// keptOutSentence is data/README.md's rule for PLV.
func keptOutSentence(sentence string) bool { return sha1.Sum([]byte(sentence))[0] < 0x33 }

// ownRelations reads lines of type, tab, sentence with [a actor] and [r recipient].
func ownRelations(path string) ([]relationRow, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening our own sentences: %w", err)
	}
	defer file.Close()
	var rows []relationRow
	scanner := bufio.NewScanner(file)
	for number := 1; scanner.Scan(); number++ {
		told, marked, ok := strings.Cut(scanner.Text(), "\t")
		if !ok {
			continue
		}
		row := unmarked(marked, "[a ", "]", "[r ", "]")
		event, _, _ := strings.Cut(told, ".")
		if row.class = relate.Class(event); row.class < 0 {
			return nil, fmt.Errorf("%s:%d: no type %q", path, number, event)
		}
		rows = append(rows, row)
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return rows, nil
}

// unmarked takes the marks out of a sentence; of several marks of one party
// the first counts.
func unmarked(marked, actorOpen, actorClose, recipientOpen, recipientClose string) relationRow {
	var row relationRow
	var text strings.Builder
	var party *chancery.Span
	closing := ""
	for marked != "" {
		switch {
		case party == nil && strings.HasPrefix(marked, actorOpen):
			party, closing, marked = &chancery.Span{Start: text.Len(), End: -1}, actorClose, marked[len(actorOpen):]
		case party == nil && strings.HasPrefix(marked, recipientOpen):
			party, closing, marked = &chancery.Span{Start: text.Len(), End: -2}, recipientClose, marked[len(recipientOpen):]
		case party != nil && strings.HasPrefix(marked, closing):
			row.settle(*party, text.Len())
			party, marked = nil, marked[len(closing):]
		default:
			text.WriteByte(marked[0])
			marked = marked[1:]
		}
	}
	row.text = text.String()
	return row
}

// settle enters a party that ends here; its End tells which it is until then.
func (r *relationRow) settle(party chancery.Span, end int) {
	into := &r.actor
	if party.End == -2 {
		into = &r.recipient
	}
	if into.Empty() {
		*into = chancery.Span{Start: party.Start, End: end}
	}
}
