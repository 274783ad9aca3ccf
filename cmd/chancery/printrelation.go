package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"chancery"
	"chancery/relations"
)

// relationPrinter prints a relation for a person.
type relationPrinter struct {
	out   io.Writer
	t     terminal
	r     *record
	brief bool
}

func (p *relationPrinter) print(relation chancery.Relation) {
	p.head(relation)
	p.missions(relation.Missions)
	p.measures("Measures in force", relation.Measures)
	p.measures("Part suspended or ended", relation.Suspended)
	p.measures("Lifted or ended before", relation.Lifted)
	p.lines("Recognition", relation.Recognition)
	p.lines("Agreements", relation.Agreements)
	p.lines("Announced, not yet in effect", relation.Pending)
	p.lines("Whom to turn to", relation.Channels)
	p.contacts(relation.Contacts)
	p.lines("Last words", relation.Words)
	p.answers(relation)
	p.tension(relation)
	p.lines("Contradictions", relation.Conflicts)
	p.lines("Not told", relation.Gaps)
}

func (p *relationPrinter) head(relation chancery.Relation) {
	title := fmt.Sprintf("%s and %s on %s", p.r.name(relation.A), p.r.name(relation.B), relation.On)
	if !relation.Reported.IsZero() {
		title += ", as reported by " + relation.Reported.String()
	}
	if known := p.r.view.Known(); !known.IsZero() {
		title += ", as known on " + chancery.DateOf(known).String()
	}
	printWrapped(p.out, "", p.t.width, title, p.t, styleBold)
	level := "Relations: " + string(relation.Level)
	if !relation.LevelSince.IsZero() {
		level += " since " + relation.LevelSince.String()
	}
	printWrapped(p.out, "", p.t.width, level+" · "+plural(len(relation.Events), "event")+" told", p.t, "")
	if n := len(relation.LevelBasis); n > 0 {
		p.line(relation.LevelBasis[n-1])
	}
}

func (p *relationPrinter) section(title string) {
	fmt.Fprintln(p.out)
	printWrapped(p.out, "", p.t.width, title, p.t, styleBold)
}

func (p *relationPrinter) lines(title string, lines []chancery.Line) {
	if len(lines) == 0 {
		return
	}
	p.section(title)
	for _, line := range lines {
		p.line(line)
	}
}

// line prints one line with its day and the words that it rests on.
func (p *relationPrinter) line(line chancery.Line) {
	text := line.Text
	if line.EffectiveNotTold {
		text += " (effective date not told)"
	}
	p.row(line.Since.String(), text, "", line.Basis)
}

// row prints a day, a text and its basis.
func (p *relationPrinter) row(since, text, style string, basis []chancery.Basis) {
	if since == "" {
		since = "–"
	}
	first := true
	room := p.t
	room.width -= 14
	var wrapped strings.Builder
	printWrapped(&wrapped, "", room.width, onScreen(text), p.t, style)
	for line := range strings.SplitSeq(strings.TrimRight(wrapped.String(), "\n"), "\n") {
		if first {
			fmt.Fprintf(p.out, "  %-10s  %s\n", since, line)
		} else {
			fmt.Fprintf(p.out, "  %-10s  %s\n", "", line)
		}
		first = false
	}
	p.basis(basis)
}

// basis prints the words that say it, and on whose word.
func (p *relationPrinter) basis(basis []chancery.Basis) {
	if p.brief {
		return
	}
	for _, b := range basis {
		text := "“" + b.Evidence + "”"
		if len(b.SaidBy) > 0 {
			text += " – " + strings.Join(b.SaidBy, ", ")
		}
		if b.Voices > 1 {
			text += fmt.Sprintf(" (%d voices)", b.Voices)
		}
		printWrapped(p.out, "              ", p.t.width, onScreen(text), p.t, styleFaint)
		printWrapped(p.out, "              ", p.t.width, b.Event, p.t, styleFaint)
	}
}

func (p *relationPrinter) missions(missions []chancery.MissionStanding) {
	if len(missions) == 0 {
		return
	}
	p.section("Missions")
	quiet := 0
	for _, m := range missions {
		if !m.Mission.Main() && isQuiet(m) && len(missions) > 6 {
			quiet++
			continue
		}
		p.mission(m)
	}
	if quiet > 0 {
		p.row("", fmt.Sprintf("and %d consulates and offices of which nothing is told", quiet), styleFaint, nil)
	}
}

// isQuiet reports whether nothing is told of a mission but that it exists.
func isQuiet(m chancery.MissionStanding) bool {
	return m.Since.IsZero() && m.Accredited && m.Ceiling == nil && m.Head == nil && m.Channel == nil &&
		len(m.Departures)+len(m.Pending)+len(m.Conflicts)+len(m.Gaps) == 0
}

// missionName is what a mission is called.
func (p *relationPrinter) missionName(m chancery.Mission) string {
	name := m.Name
	if name == "" {
		name = fmt.Sprintf("%s of %s to %s", kindName(m.Kind), p.r.name(m.Sender), p.r.name(m.Host))
	}
	if m.Town != "" {
		name += ", " + m.Town
	}
	return name
}

func kindName(kind chancery.MissionKind) string {
	names := map[chancery.MissionKind]string{
		chancery.MissionEmbassy: "Embassy", chancery.MissionPermanent: "Mission", chancery.MissionConsulate: "Consulate",
		chancery.MissionLiaison: "Liaison mission", chancery.MissionInformation: "Information office",
		chancery.MissionInterests: "Interests section", chancery.MissionTrade: "Trade office", chancery.MissionOffice: "Office",
	}
	if name := names[kind]; name != "" {
		return name
	}
	return string(kind)
}

func (p *relationPrinter) mission(m chancery.MissionStanding) {
	status := map[chancery.MissionStatus]string{
		chancery.MissionOperating: styleGreen, chancery.MissionSuspended: styleYellow, chancery.MissionClosed: styleRed,
	}[m.Status]
	text := string(m.Status)
	if !m.Since.IsZero() {
		text += " since " + m.Since.String()
	}
	if m.EffectiveNotTold {
		text += " (effective date not told)"
	}
	if name := p.missionName(m.Mission) + ": "; runewidth.StringWidth(name+text)+2 <= p.t.width {
		fmt.Fprintf(p.out, "  %s%s\n", p.t.paint(styleBold, name), p.t.paint(status, text))
	} else {
		printWrapped(p.out, "  ", p.t.width, name, p.t, styleBold)
		printWrapped(p.out, "    ", p.t.width, text, p.t, status)
	}
	p.basis(m.Basis)
	if m.Accreditation != nil {
		p.line(*m.Accreditation)
	}
	if c := m.Ceiling; c != nil {
		text := fmt.Sprintf("staff ceiling %d", c.N)
		if c.From != nil {
			text += fmt.Sprintf(", before %d", *c.From)
		}
		p.row(c.Since.String(), text, "", c.Basis)
	}
	for _, d := range m.Departures {
		text := relations.Noun(d.Act)
		if d.Count != nil {
			text = strings.TrimSpace(fmt.Sprintf("%s: %d %s", text, d.Count.N, d.Count.Of))
		}
		p.row(d.Date.String(), text, "", d.Basis)
	}
	if h := m.Head; h != nil {
		text := "head of mission: " + h.Name
		if h.Absent {
			text = strings.TrimSuffix("head of mission absent: "+h.Name, ": ")
		}
		p.row(h.Since.String(), text, "", h.Basis)
	}
	if m.Channel != nil {
		p.row(m.Channel.Since.String(), "instead: "+m.Channel.Text, "", m.Channel.Basis)
	}
	for _, line := range m.Pending {
		p.row(line.Since.String(), "pending: "+line.Text, styleYellow, line.Basis)
	}
	for _, line := range m.Conflicts {
		p.row(line.Since.String(), "contradiction: "+line.Text, styleRed, line.Basis)
	}
	for _, line := range m.Gaps {
		p.row(line.Since.String(), "not told: "+line.Text, "", line.Basis)
	}
}

func (p *relationPrinter) measures(title string, measures []chancery.Measure) {
	if len(measures) == 0 {
		return
	}
	p.section(title)
	for _, m := range measures {
		text := fmt.Sprintf("%s → %s  %s", strings.Join(m.By, ", "), strings.Join(m.Against, ", "), relations.Noun(m.Act))
		if m.Object != "" {
			text += ": " + m.Object
		}
		if m.EffectiveNotTold {
			text += " (effective date not told)"
		}
		if !m.Lifted.IsZero() {
			text += ", ended " + m.Lifted.String()
		} else if !m.Until.IsZero() {
			text += ", until " + m.Until.String()
		}
		p.row(m.Since.String(), text, "", m.Basis)
	}
}
