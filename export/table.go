package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"chancery"
)

// EventColumns are the columns of events as CSV (RFC 4180, with a header), in
// this order. Lists are separated by ";", counts are "10" or "20>10", dates
// have their own grain, what is not told is empty.
func EventColumns() []string {
	return []string{
		"event", "date", "effective", "until", "act", "type", "mode", "cameo", "score", "actor", "recipient", "status",
		"count", "count_of", "object", "object_id", "place", "said_by", "in_response_to", "answered_by", "channel",
		"reason", "conditions", "no_conditions", "voices", "disputes", "confidence", "first_reported", "last_reported", "claims", "evidence",
	}
}

// ClaimColumns are the columns of claims as CSV, as EventColumns.
func ClaimColumns() []string {
	return []string{
		"claim", "document", "published", "date", "effective", "until", "act", "type", "mode", "cameo", "score", "actor",
		"recipient", "status", "count", "count_of", "object", "object_id", "place", "said_by", "in_response_to", "channel",
		"reason", "conditions", "no_conditions", "confidence", "rule", "model", "evidence",
	}
}

// EventRow is one event under EventColumns.
func EventRow(e chancery.Event) []string {
	count, of := countCells(e.Count)
	object, id := objectCells(e.Object)
	return []string{
		e.ID, e.Date.String(), e.Effective.String(), e.Until.String(), e.Act, e.Type, e.Mode, e.CAMEO, number(e.Score),
		list(e.Actor), list(e.Recipient), string(e.Status), count, of, object, id, e.Place, list(e.SaidBy),
		list(e.InResponseTo), list(e.AnsweredBy), e.Channel, e.Reason, e.Conditions, yes(e.NoConditions),
		strconv.Itoa(e.Voices), strconv.Itoa(e.Disputes), number(e.Confidence), e.FirstReported.String(), e.LastReported.String(),
		list(e.ClaimIDs()), Evidence(e),
	}
}

// ClaimRow is one claim under ClaimColumns.
func ClaimRow(c chancery.Claim) []string {
	count, of := countCells(c.Count)
	object, id := objectCells(c.Object)
	return []string{
		c.ID, c.Document, c.Published.String(), c.Date.String(), c.Effective.String(), c.Until.String(), c.Act, c.Type,
		c.Mode, c.CAMEO, number(c.Score), list(c.Actor), list(c.Recipient), string(c.Status), count, of, object, id,
		c.Place, c.SaidBy, c.InResponseTo, c.Channel, c.Reason, c.Conditions, yes(c.NoConditions), number(c.Confidence),
		c.Rule, c.Model, c.Evidence,
	}
}

// Evidence is the words of the first claim that supports the event.
func Evidence(e chancery.Event) string {
	for _, t := range e.Testimonies {
		if t.Part != chancery.PartDisputes {
			return t.Claim.Evidence
		}
	}
	if len(e.Testimonies) > 0 {
		return e.Testimonies[0].Claim.Evidence
	}
	return ""
}

// CSV writes a header and rows; a row that a spreadsheet would run as a formula
// is written as it is: readers of CSV must treat cells as text.
type CSV struct{ out *csv.Writer }

// NewCSV writes the header.
func NewCSV(out io.Writer, columns []string) (*CSV, error) {
	w := &CSV{csv.NewWriter(out)}
	return w, w.Row(columns)
}

// Row writes one row.
func (w *CSV) Row(cells []string) error {
	if err := w.out.Write(cells); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

// Close writes out what is left; it does not close the writer below.
func (w *CSV) Close() error {
	w.out.Flush()
	if err := w.out.Error(); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

// JSONLine writes a claim or an event as one line of JSON: the fields of the
// root nouns by their JSON names.
func JSONLine(out io.Writer, value any) error {
	line, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	if _, err := out.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

func list(items []string) string { return strings.Join(items, ";") }

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

func countCells(count *chancery.Count) (n, of string) {
	if count == nil {
		return "", ""
	}
	n = strconv.Itoa(count.N)
	if count.From != nil {
		n = strconv.Itoa(*count.From) + ">" + n
	}
	return n, count.Of
}

func objectCells(o *chancery.Object) (text, id string) {
	if o == nil {
		return "", ""
	}
	return o.Text, o.ID
}
