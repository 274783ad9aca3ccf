// Package export writes readings and records in the formats of the field.
package export

import (
	"encoding/json"

	"chancery"
)

type token struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
	Lemma  string `json:"lemma,omitempty"`
	UPOS   string `json:"upos,omitempty"`
	XPOS   string `json:"xpos,omitempty"`
	Head   *int   `json:"head,omitempty"`
	Deprel string `json:"deprel,omitempty"`
}

type sentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Tokens []token `json:"tokens"`
}

type mention struct {
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Kind       string   `json:"kind"`
	Party      string   `json:"party,omitempty"`
	Parties    []string `json:"parties,omitempty"`
	Sector     string   `json:"sector,omitempty"`
	Person     string   `json:"person,omitempty"`
	Office     string   `json:"office,omitempty"`
	Mission    string   `json:"mission,omitempty"`
	Metonym    bool     `json:"metonym"`
	Rule       string   `json:"rule,omitempty"`
	RunnerUp   string   `json:"runner_up,omitempty"`
	Antecedent *int     `json:"antecedent,omitempty"`
}

type timeExpr struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
}

type voice struct {
	Speaker *chancery.Span  `json:"speaker,omitempty"`
	Cue     *chancery.Span  `json:"cue,omitempty"`
	Content []chancery.Span `json:"content"`
	Verb    string          `json:"verb,omitempty"`
	Quoted  bool            `json:"quoted,omitempty"`
	// Inside and Mention are indices: of the attribution around this one, and
	// of the speaker among the mentions.
	Inside     *int    `json:"inside,omitempty"`
	Mention    *int    `json:"speaker_mention,omitempty"`
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence"`
}

// Layers chooses what an annotation holds.
type Layers struct {
	Tokens, Syntax, Mentions, Times, Attributions, Acts bool
}

// Annotation is the JSON object that `chancery annotate` prints for one
// document; offsets are byte offsets into its text. Without the syntax layer
// the tokens are surface tokens ("don't"), with it syntactic words ("do", "n't").
func Annotation(reading chancery.Reading, layers Layers) ([]byte, error) {
	out := map[string]any{"id": reading.Document.ID}
	if layers.Tokens || layers.Syntax {
		out["sentences"] = sentences(reading, layers.Syntax)
	}
	if layers.Mentions {
		out["mentions"] = mentions(reading)
	}
	if layers.Times {
		times := []timeExpr{}
		for _, t := range reading.Times {
			times = append(times, timeExpr{t.Span.Start, t.Span.End, string(t.Type), t.Value, t.Mod})
		}
		out["times"] = times
	}
	if layers.Attributions {
		out["attributions"] = voices(reading)
	}
	if layers.Acts {
		out["acts"] = goldForms(reading.Claims)
	}
	return json.Marshal(out)
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func sentences(reading chancery.Reading, syntax bool) []sentence {
	out := []sentence{}
	for _, s := range reading.Sentences {
		row := sentence{Start: s.Start, End: s.End, Tokens: []token{}}
		for _, t := range s.Tokens {
			if last := len(row.Tokens) - 1; t.Joined && !syntax {
				row.Tokens[last].End = t.End
				row.Tokens[last].Text = chancery.Span{Start: row.Tokens[last].Start, End: t.End}.Of(reading.Document.Text)
				continue
			}
			cell := token{Start: t.Start, End: t.End, Text: t.Of(reading.Document.Text)}
			if syntax {
				head := t.Head
				cell.Lemma, cell.UPOS, cell.XPOS, cell.Head, cell.Deprel = t.Lemma, t.UPOS, t.XPOS, &head, t.Deprel
			}
			row.Tokens = append(row.Tokens, cell)
		}
		out = append(out, row)
	}
	return out
}

func mentions(reading chancery.Reading) []mention {
	out := []mention{}
	for _, m := range reading.Mentions {
		row := mention{Start: m.Span.Start, End: m.Span.End, Kind: kindOf(m), Party: m.Party(), Sector: m.Sector, Person: m.Person, Office: m.Office, Mission: m.Mission, Metonym: m.Metonym, Rule: m.Rule, RunnerUp: m.RunnerUp}
		if len(m.Parties) > 1 {
			row.Parties = m.Parties
		}
		if m.Antecedent >= 0 {
			row.Antecedent = &m.Antecedent
		}
		out = append(out, row)
	}
	return out
}

func voices(reading chancery.Reading) []voice {
	out := []voice{}
	for _, a := range reading.Attributions {
		row := voice{Content: nonNil(a.Content), Verb: string(a.Verb), Quoted: a.Quoted, Rule: a.Rule, Confidence: a.Confidence}
		if !a.Speaker.Empty() {
			row.Speaker = &a.Speaker
		}
		if !a.Cue.Empty() {
			row.Cue = &a.Cue
		}
		if a.Inside >= 0 {
			row.Inside = &a.Inside
		}
		if a.SpeakerMention >= 0 {
			row.Mention = &a.SpeakerMention
		}
		out = append(out, row)
	}
	return out
}

// kindOf is the kind that is printed: the name of a place that stands for its
// government keeps the kind of the name, "metonym" says what it stands for, so
// that names can be compared with corpora of names.
func kindOf(m chancery.Mention) string {
	if m.Kind == chancery.MentionParty && m.Metonym && m.Place != "" {
		return string(chancery.MentionPlace)
	}
	return string(m.Kind)
}
