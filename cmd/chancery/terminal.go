package main

import (
	"os"

	"golang.org/x/term"
)

// terminal is what is known of the place that output goes to.
type terminal struct {
	// width is in columns; 100 where output is no terminal.
	width int
	// colour is true on a terminal, unless NO_COLOR is set (no-color.org).
	colour bool
}

// terminalOf looks at an output file.
func terminalOf(file *os.File) terminal {
	t := terminal{width: 100}
	if !term.IsTerminal(int(file.Fd())) {
		return t
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 20 {
		t.width = width
	}
	_, refused := os.LookupEnv("NO_COLOR")
	t.colour = !refused && os.Getenv("TERM") != "dumb"
	return t
}

// The styles of a person's terminal, as SGR codes (ECMA-48).
const (
	styleBold   = "1"
	styleFaint  = "2"
	styleRed    = "31"
	styleGreen  = "32"
	styleYellow = "33"
	styleCyan   = "36"
)

// paint wraps text in a style where the terminal has colour.
func (t terminal) paint(style, text string) string {
	if !t.colour || text == "" || style == "" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// stderrIsTerminal reports whether messages go to a person.
func stderrIsTerminal() bool { return term.IsTerminal(int(os.Stderr.Fd())) }
