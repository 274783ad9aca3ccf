package main

import (
	"fmt"
	"io"
	"strings"

	"chancery"
	"chancery/export"
	"chancery/relations"
)

// relationCSV writes a relation line by line: section, day, text, whether the
// effective date is not told, words, event.
func relationCSV(out io.Writer, relation chancery.Relation) error {
	table, err := export.NewCSV(out, []string{"section", "subject", "since", "text", "effective_not_told", "said_by", "evidence", "event"})
	if err != nil {
		return err
	}
	var failed error
	row := func(section, subject string, since chancery.Date, text string, untold bool, basis []chancery.Basis) {
		b := chancery.Basis{}
		if len(basis) > 0 {
			b = basis[0]
		}
		not := ""
		if untold {
			not = "true"
		}
		if err := table.Row([]string{section, subject, since.String(), text, not, strings.Join(b.SaidBy, ";"), b.Evidence, b.Event}); err != nil && failed == nil {
			failed = err
		}
	}
	var level chancery.Line
	if n := len(relation.LevelBasis); n > 0 {
		level = relation.LevelBasis[n-1]
	}
	row("level", "", relation.LevelSince, string(relation.Level), level.EffectiveNotTold, level.Basis)
	for _, m := range relation.Missions {
		missionRows(m, row)
	}
	for _, m := range relation.Measures {
		row("measure", strings.Join(m.By, ";"), m.Since, relations.Noun(m.Act)+": "+m.Object, m.EffectiveNotTold, m.Basis)
	}
	for _, m := range relation.Suspended {
		row("suspended", strings.Join(m.By, ";"), m.Since, relations.Noun(m.Act)+": "+m.Object, m.EffectiveNotTold, m.Basis)
	}
	for _, m := range relation.Lifted {
		row("lifted", strings.Join(m.By, ";"), m.Since, relations.Noun(m.Act)+": "+m.Object+", ended "+m.Lifted.String(), m.EffectiveNotTold, m.Basis)
	}
	for _, c := range relation.Contacts {
		row("contact", c.Level, c.Date, c.Form, false, c.Basis)
	}
	for _, part := range []struct {
		section string
		lines   []chancery.Line
	}{
		{"recognition", relation.Recognition}, {"agreement", relation.Agreements}, {"pending", relation.Pending},
		{"channel", relation.Channels}, {"word", relation.Words}, {"conflict", relation.Conflicts}, {"gap", relation.Gaps},
	} {
		for _, line := range part.lines {
			row(part.section, "", line.Since, line.Text, line.EffectiveNotTold, line.Basis)
		}
	}
	seriesRows(relation, row)
	if failed != nil {
		return failed
	}
	return table.Close()
}

// rowWriter writes one row of a relation.
type rowWriter func(section, subject string, since chancery.Date, text string, untold bool, basis []chancery.Basis)

// seriesRows writes who answered whom (the subject is the event answered), the
// weeks that have events, and the weeks far off the baseline.
func seriesRows(relation chancery.Relation, row rowWriter) {
	byID := map[string]chancery.Event{}
	for _, e := range relation.Events {
		byID[e.ID] = e
	}
	for _, a := range relation.Answers {
		e := byID[a.Event]
		basis := chancery.Basis{Event: e.ID, SaidBy: e.SaidBy, Evidence: export.Evidence(e)}
		row("answer", a.To, e.When(), relations.Sentence(e)+", in answer to: "+relations.Sentence(byID[a.To]), false, []chancery.Basis{basis})
	}
	for _, week := range relation.Weeks {
		if week.Events > 0 {
			row("week", fmt.Sprintf("%.2f", week.Mean), week.Date, fmt.Sprintf("%.1f", week.Score), false, nil)
		}
	}
	for _, a := range relation.Anomalies {
		row("anomaly", fmt.Sprintf("%.1f", a.Baseline), a.Week, fmt.Sprintf("%.1f", a.Score), false, []chancery.Basis{{Event: strings.Join(a.Events, ";")}})
	}
}

// missionRows writes what is told of one mission.
func missionRows(m chancery.MissionStanding, row rowWriter) {
	id := m.Mission.ID
	row("mission", id, m.Since, string(m.Status), m.EffectiveNotTold, m.Basis)
	if m.Accreditation != nil {
		row("accreditation", id, m.Accreditation.Since, m.Accreditation.Text, m.Accreditation.EffectiveNotTold, m.Accreditation.Basis)
	}
	if m.Ceiling != nil {
		row("ceiling", id, m.Ceiling.Since, fmt.Sprint(m.Ceiling.N), false, m.Ceiling.Basis)
	}
	for _, d := range m.Departures {
		count := ""
		if d.Count != nil {
			count = fmt.Sprint(d.Count.N)
		}
		row(d.Act, id, d.Date, count, false, d.Basis)
	}
	if m.Head != nil {
		row("head", id, m.Head.Since, m.Head.Name, false, m.Head.Basis)
	}
	if m.Channel != nil {
		row("mission-instead", id, m.Channel.Since, m.Channel.Text, false, m.Channel.Basis)
	}
	for _, part := range []struct {
		section string
		lines   []chancery.Line
	}{{"mission-pending", m.Pending}, {"mission-conflict", m.Conflicts}, {"mission-gap", m.Gaps}} {
		for _, line := range part.lines {
			row(part.section, id, line.Since, line.Text, line.EffectiveNotTold, line.Basis)
		}
	}
}
