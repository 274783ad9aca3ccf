package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/mattn/go-runewidth"

	"chancery"
	"chancery/relations"
)

func (p *relationPrinter) contacts(contacts []chancery.Contact) {
	if len(contacts) == 0 {
		return
	}
	p.section("Last contacts")
	for _, c := range contacts {
		p.row(c.Date.String(), c.Form+", level: "+c.Level, "", c.Basis)
	}
}

// answers prints the chain of answers as a tree: what was answered, and below
// it the acts that answer it.
func (p *relationPrinter) answers(relation chancery.Relation) {
	if len(relation.Answers) == 0 {
		return
	}
	p.section("Who answered whom")
	byID := map[string]chancery.Event{}
	for _, e := range relation.Events {
		byID[e.ID] = e
	}
	below := map[string][]string{}
	answers := map[string]bool{}
	for _, a := range relation.Answers {
		below[a.To] = append(below[a.To], a.Event)
		answers[a.Event] = true
	}
	printed := map[string]bool{}
	var branch func(id string, depth int)
	branch = func(id string, depth int) {
		if printed[id] || depth > 12 {
			return
		}
		printed[id] = true
		e := byID[id]
		mark := ""
		if depth > 0 {
			mark = strings.Repeat("  ", depth) + "↳ "
		}
		room := max(20, p.t.width-14-len(mark))
		fmt.Fprintf(p.out, "  %-10s  %s%s\n", e.Date, mark, runewidth.Truncate(onScreen(relations.Sentence(e)), room, "…"))
		for _, next := range below[id] {
			branch(next, depth+1)
		}
	}
	for _, e := range relation.Events { // roots first, then what only cycles hold
		if len(below[e.ID]) > 0 && !answers[e.ID] {
			branch(e.ID, 0)
		}
	}
	for _, e := range relation.Events {
		if len(below[e.ID]) > 0 {
			branch(e.ID, 0)
		}
	}
}

// shownWeeks is how many weeks of the series a person sees.
const shownWeeks = 12

func (p *relationPrinter) tension(relation chancery.Relation) {
	weeks := relation.Weeks
	if len(weeks) == 0 {
		return
	}
	mean := weeks[len(weeks)-1].Mean
	if math.Abs(mean) < 0.005 {
		mean = 0 // no "-0.00"
	}
	p.section(fmt.Sprintf("Tension: weighted mean %.2f a week (PLOVER scores, from -10 for conflict to 10 for cooperation)", mean))
	for _, week := range weeks[max(0, len(weeks)-shownWeeks):] {
		if week.Events == 0 {
			continue
		}
		fmt.Fprintf(p.out, "  %-10s  %7.1f  %s  %s\n", week.Date, week.Score, p.t.paint(scoreStyle(week.Score), bar(week.Score)), plural(week.Events, "event"))
	}
	for _, a := range relation.Anomalies[max(0, len(relation.Anomalies)-5):] {
		fmt.Fprintf(p.out, "  %-10s  %s\n", a.Week, p.t.paint(styleYellow, fmt.Sprintf("a week far off its baseline: %.1f, where %.1f is usual (%.1f deviations)", a.Score, a.Baseline, a.Deviations)))
	}
}

// bar draws a score as up to 20 blocks.
func bar(score float64) string {
	blocks := int(math.Min(20, math.Ceil(math.Abs(score)/5)))
	return strings.Repeat("▇", blocks) + strings.Repeat(" ", 20-blocks)
}
