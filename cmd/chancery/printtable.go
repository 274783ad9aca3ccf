package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
)

// cell is one cell of a table on a person's terminal.
type cell struct {
	text  string
	style string
}

// tableLine is a row of cells with what stands below it, indented: its words.
type tableLine struct {
	cells []cell
	below []below
}

// below is a line under a row, wrapped to the width.
type below struct {
	text  string
	style string
}

// printTable prints rows in aligned columns that fit the width of the terminal:
// where they do not, the widest column is cut, with an ellipsis.
func printTable(out io.Writer, t terminal, header []string, lines []tableLine) {
	rows := lines
	if header != nil {
		head := tableLine{}
		for _, name := range header {
			head.cells = append(head.cells, cell{name, styleFaint})
		}
		rows = append([]tableLine{head}, lines...)
	}
	widths := columnWidths(rows, t.width)
	for _, row := range rows {
		var line strings.Builder
		for i, c := range row.cells {
			text := runewidth.Truncate(onScreen(c.text), widths[i], "…")
			if i > 0 {
				line.WriteString("  ")
			}
			line.WriteString(t.paint(c.style, text))
			if i+1 < len(row.cells) {
				line.WriteString(strings.Repeat(" ", widths[i]-runewidth.StringWidth(text)))
			}
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
		for _, b := range row.below {
			printWrapped(out, "    ", t.width, onScreen(b.text), t, b.style)
		}
	}
}

// columnWidths shrinks the widest columns until the row fits.
func columnWidths(rows []tableLine, width int) []int {
	var widths []int
	for _, row := range rows {
		for i, c := range row.cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(onScreen(c.text)))
		}
	}
	for {
		total, widest := 2*(len(widths)-1), 0
		for i, w := range widths {
			total += w
			if w > widths[widest] {
				widest = i
			}
		}
		if total <= width || len(widths) == 0 || widths[widest] <= 8 {
			return widths
		}
		widths[widest] = max(8, widths[widest]-(total-width))
	}
}

// onScreen joins the words of a text; control characters and overrides of the
// direction become blanks, so that no text can move the cursor or hide words.
func onScreen(text string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(clean), " ")
}

// printHead prints the title of a section.
func printHead(out io.Writer, t terminal, text string) {
	fmt.Fprintln(out, t.paint(styleBold, text))
}
