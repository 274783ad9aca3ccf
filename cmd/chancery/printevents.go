package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"chancery"
	"chancery/export"
	"chancery/fold"
	"chancery/relations"
)

// answer is a list of events with the clocks that it was asked by, as JSON.
type answer struct {
	On       chancery.Date    `json:"on"`
	Reported chancery.Date    `json:"reported"`
	Known    string           `json:"known"`
	Events   []chancery.Event `json:"events"`
}

// printEvents prints a list of events in the chosen format.
func (r *record) printEvents(out io.Writer, format string, events []chancery.Event) error {
	switch format {
	case "json":
		if events == nil {
			events = []chancery.Event{}
		}
		return printJSON(out, answer{r.on, r.reported, knownText(r.view.Known()), events})
	case "csv":
		table, err := export.NewCSV(out, export.EventColumns())
		if err != nil {
			return err
		}
		for _, e := range events {
			if err := table.Row(export.EventRow(e)); err != nil {
				return err
			}
		}
		return table.Close()
	}
	if len(events) == 0 {
		_, err := fmt.Fprintln(out, "no event is told")
		return err
	}
	var lines []tableLine
	for _, e := range events {
		lines = append(lines, eventLine(e))
	}
	printTable(out, terminalOf(os.Stdout), []string{"DATE", "ACT", "WHO", "STATUS", "VOICES", "SCORE"}, lines)
	return nil
}

func printJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

// knownText prints a known time, empty for none.
func knownText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// eventLine is one event in a list: its row, what else is told, its words.
func eventLine(e chancery.Event) tableLine {
	date := e.Date.String()
	if date == "" {
		date = "–"
	}
	voices := strconv.Itoa(e.Voices)
	if e.Disputes > 0 {
		voices += fmt.Sprintf(", %d deny", e.Disputes)
	}
	line := tableLine{cells: []cell{
		{date, ""}, {e.Act, styleCyan}, {sides(e), styleBold}, {string(e.Status), statusStyle(e.Status)},
		{voices, ""}, {strconv.FormatFloat(e.Score, 'f', 1, 64), scoreStyle(e.Score)},
	}}
	if more := eventMore(e); more != "" {
		line.below = append(line.below, below{more, ""})
	}
	line.below = append(line.below, below{"“" + export.Evidence(e) + "”", styleFaint}, below{e.ID, styleFaint})
	return line
}

// eventMore words what is told beside who, what and when.
func eventMore(e chancery.Event) string {
	var parts []string
	add := func(format string, value string) {
		if value != "" {
			parts = append(parts, fmt.Sprintf(format, value))
		}
	}
	add("%s", relations.ObjectText(e))
	if e.Count != nil {
		add("%s", strings.TrimSpace(fold.CountText(e.Count)+" "+e.Count.Of))
	}
	add("in effect %s", e.Effective.String())
	add("until %s", e.Until.String())
	add("at %s", e.Place)
	add("said by %s", strings.Join(e.SaidBy, ", "))
	add("instead: %s", e.Channel)
	for _, field := range []string{"count", "date", "effective"} {
		if values := e.Values[field]; len(values) > 1 {
			var told []string
			for _, v := range values[1:] {
				told = append(told, v.Text)
			}
			add(field+" also told as %s", strings.Join(told, ", "))
		}
	}
	return strings.Join(parts, " · ")
}

func statusStyle(status chancery.Status) string {
	switch status {
	case chancery.StatusActual:
		return styleGreen
	case chancery.StatusDenied:
		return styleRed
	}
	return styleYellow
}

func scoreStyle(score float64) string {
	if score < 0 {
		return styleRed
	}
	return styleGreen
}
