package train

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"chancery"
	"chancery/actor"
	"chancery/parse"
	"chancery/text"
)

// PlaceName is one place name in a sentence and whether it stands for those
// who act for the place.
type PlaceName struct {
	Text    string
	Name    chancery.Span
	Metonym bool
	// Number counts the samples of the source.
	Number int
}

// ReadReLocaR reads samples of ReLocaR (Gritta, Pilehvar, Limsopatham and
// Collier 2017): <sample number="1">… <loc reading="met">Mexico</loc> …</sample>;
// readings other than met and lit are left out.
func ReadReLocaR(path string) ([]PlaceName, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading metonymy: %w", err)
	}
	defer file.Close()
	decoder := xml.NewDecoder(file)
	decoder.Strict = false
	var out []PlaceName
	var sample PlaceName
	var body strings.Builder
	var names []PlaceName
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sample":
				body.Reset()
				names = nil
				sample.Number, _ = strconv.Atoi(attribute(t, "number"))
			case "loc":
				names = append(names, PlaceName{Name: chancery.Span{Start: body.Len()}, Metonym: attribute(t, "reading") == "met"})
			}
		case xml.CharData:
			body.Write(t)
		case xml.EndElement:
			if t.Name.Local == "loc" {
				names[len(names)-1].Name.End = body.Len()
			}
			if t.Name.Local == "sample" {
				for _, name := range names {
					out = append(out, PlaceName{body.String(), name.Name, name.Metonym, sample.Number})
				}
			}
		}
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// ScoreMetonymy prints how many place names of the samples are read as the
// corpus reads them: the samples of even number served for writing the rules,
// those of odd number are kept for scoring. With errors it prints those of the
// even half.
func ScoreMetonymy(out io.Writer, path string, errors bool) error {
	names, err := ReadReLocaR(path)
	if err != nil {
		return err
	}
	finder, err := actor.New("")
	if err != nil {
		return err
	}
	parser, err := parse.New()
	if err != nil {
		return fmt.Errorf("loading the parser: %w", err)
	}
	var right, all [2]int
	for _, name := range names {
		sentences := text.Sentences(name.Text)
		parser.Parse(name.Text, sentences)
		got, rule := false, "none"
		for _, m := range finder.Find(chancery.Document{Text: name.Text}, sentences) {
			if m.Span.Overlaps(name.Name) && (m.Kind == chancery.MentionPlace || m.Kind == chancery.MentionParty) {
				got, rule = m.Metonym, m.Rule
			}
		}
		half := name.Number % 2
		all[half]++
		if got == name.Metonym {
			right[half]++
		} else if errors && half == 0 {
			fmt.Fprintf(out, "%v %s: %s [%s] %s\n", name.Metonym, rule, name.Text[:name.Name.Start], name.Name.Of(name.Text), name.Text[name.Name.End:])
		}
	}
	fmt.Fprintf(out, "rules' half %d of %d, %.1f; scored half %d of %d, %.1f\n",
		right[0], all[0], 100*float64(right[0])/float64(max(1, all[0])), right[1], all[1], 100*float64(right[1])/float64(max(1, all[1])))
	return nil
}
