package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"chancery"
)

// printClaim prints one act: who did what to whom and how certain on the first
// line, then its fields, then its evidence.
func printClaim(out io.Writer, t terminal, claim chancery.Claim) {
	parties := strings.Join(claim.Actor, ", ")
	if parties == "" {
		parties = "(unnamed)"
	}
	if len(claim.Recipient) > 0 {
		parties += " → " + strings.Join(claim.Recipient, ", ")
	}
	when := claim.Date.String()
	if when == "" {
		when = "(no date)"
		if claim.DateWords != "" {
			when = "(" + onScreen(claim.DateWords) + ")"
		}
	}
	status := string(claim.Status)
	if claim.Status != chancery.StatusActual {
		status = t.paint(styleYellow, status)
	}
	fmt.Fprintf(out, "  %-4s %-10s  %s  %s  %s\n", claim.Local, when, t.paint(styleCyan, claim.Act), t.paint(styleBold, parties), status)
	printFields(out, t, claim)
	printWrapped(out, "       ", t.width, "“"+onScreen(claim.Evidence)+"”", t, styleFaint)
}

func printFields(out io.Writer, t terminal, claim chancery.Claim) {
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "       %-12s %s\n", name, onScreen(value))
		}
	}
	if claim.Object != nil {
		row("object", claim.Object.Text)
	}
	row("effective", claim.Effective.String())
	row("until", claim.Until.String())
	if claim.Count != nil {
		count := fmt.Sprintf("%d %s", claim.Count.N, claim.Count.Of)
		if claim.Count.From != nil {
			count += fmt.Sprintf(" (from %d)", *claim.Count.From)
		}
		row("count", count)
	}
	row("said by", claim.SaidBy)
	row("in answer to", claim.InResponseTo)
	row("reason", claim.Reason)
	row("conditions", claim.Conditions)
	if claim.NoConditions {
		row("conditions", "none were laid out")
	}
	row("channel", claim.Channel)
}

// printWrapped prints text in lines that fit the width, each after indent.
func printWrapped(out io.Writer, indent string, width int, text string, t terminal, style string) {
	room := max(width-len(indent), 20)
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > room {
			fmt.Fprintf(out, "%s%s\n", indent, t.paint(style, line))
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	fmt.Fprintf(out, "%s%s\n", indent, t.paint(style, line))
}
