package extract

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"
	"chancery/actor"
	"chancery/attribution"
	"chancery/parse"
	"chancery/text"
	"chancery/timex"
)

func TestDebug(t *testing.T) {
	s := os.Getenv("DEBUG_TEXT")
	if s == "" {
		t.Skip()
	}
	doc := chancery.Document{Text: s, Published: chancery.Date{Year: 2024, Month: 3, Day: 6}, Publisher: os.Getenv("PUBLISHER")}
	ss := text.Sentences(s)
	p, _ := parse.New()
	p.Parse(s, ss)
	a, _ := actor.New("")
	ms := a.Find(doc, ss)
	at, _ := attribution.New()
	x, err := New("")
	if err != nil {
		t.Fatal(err)
	}
	v := newView(x, Input{Document: doc, Sentences: ss, Mentions: ms, Times: timex.Find(doc, ss), Attributions: at.Find(doc, ss, ms)})
	for _, s := range v.sentences {
		for i := range s.tokens {
			fmt.Println(i, s.tree.Words[i], s.tree.Lemmas[i], s.tree.Tags[i], s.tree.Penn[i], s.tree.Parent[i], s.tree.Rels[i], "M", s.mentions[i], "V", s.voices[i], codes(v.at(s, i)))
		}
		for i := range s.tokens {
			for _, m := range v.x.rules.At(s.tree, i, v.facts(s)) {
				c := v.build(s, m)
				fmt.Println(s.tree.Words[i], m.Rule.Name, m.Weight, fmt.Sprintf("%+v", *m.Clause))
				if c != nil {
					fmt.Println("    ", codes(c.actors), codes(c.recipients), c.status, c.left, fmt.Sprintf("%+v", c.reality), "voice", codes(c.voice.parties), c.voice.name)
				} else {
					c := &candidate{s: s, match: m, rule: m.Rule, voice: v.voiceAt(s, i)}
					v.resolveActors(c, m.Rule.Fields["actor"])
					v.resolveRecipients(c, m.Rule.Fields["recipient"])
					fmt.Println("     no:", codes(c.actors), codes(c.recipients), "voice", codes(c.voice.parties), c.voice.name)
				}
			}
		}
	}
	for _, a := range v.Attributions {
		fmt.Println("A", a.Speaker.Of(s), "|", a.Cue.Of(s), "|", len(a.Content), a.Rule, a.Verb)
	}
}

func TestDump(t *testing.T) {
	path := os.Getenv("DUMP")
	if path == "" {
		t.Skip()
	}
	p, _ := parse.New()
	a, _ := actor.New("")
	at, _ := attribution.New()
	x, err := New("")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(path)
	for _, f := range files {
		data, _ := os.ReadFile(f)
		var d struct {
			ID, Title, Publisher, Text, Published string
		}
		_ = json.Unmarshal(data, &d)
		day, _ := chancery.ParseDate(d.Published)
		doc := chancery.Document{ID: d.ID, Title: d.Title, Text: d.Text, Published: day, Publisher: d.Publisher}
		ss := text.Sentences(doc.Text)
		p.Parse(doc.Text, ss)
		ms := a.Find(doc, ss)
		v := newView(x, Input{Document: doc, Sentences: ss, Mentions: ms, Times: timex.Find(doc, ss), Attributions: at.Find(doc, ss, ms)})
		fmt.Println("=====", d.ID, "doc voice", codes(v.document.parties), v.document.name)
		for _, s := range v.sentences {
			last := -1
			for i := range s.tokens {
				fmt.Print(s.tokens[i].Of(doc.Text))
				if m := s.mentions[i]; m >= 0 && (i+1 >= len(s.tokens) || s.mentions[i+1] != m) {
					fmt.Print("{", strings.Join(codes(v.at(s, i)), ","), ":", v.Mentions[m].Kind, "}")
				}
				if s.voices[i] != last {
					last = s.voices[i]
					if last >= 0 {
						vo := v.voiceOf(last)
						fmt.Print(" <<", codes(vo.parties), vo.name, "| ")
					} else {
						fmt.Print(" >> ")
					}
				}
				fmt.Print(" ")
			}
			fmt.Println()
			for _, c := range v.candidates(s) {
				fmt.Println("      ->", c.partial, c.act.Name, codes(c.actors), codes(c.recipients), c.status, c.rule.Name, "LEFT:", c.left, "|", v.saidBy(c))
			}
		}
	}
}
