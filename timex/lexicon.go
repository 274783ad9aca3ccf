package timex

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed rules/*.txt
var rules embed.FS

// word is all that the tables know of one written word.
type word struct {
	month, weekday int
	season         int // first month of the season
	unit           unit
	part           string // "MO" …, or a clock
	clock          bool
	number         float64
	numberKind     numberKind
	decade         int
	set            string
	direction      int
	directed       bool
	base           base
	zone           string
	weak           bool // only counts with company
	plural         bool
	abbr           bool
	needsCase      bool
	opens          bool // no time itself, and none without a word of the tables after it
}

type numberKind uint8

const (
	noNumber numberKind = iota
	cardinal
	ordinal
	scale
	vagueNumber
	article
)

// base is what a relative expression points from.
type base uint8

const (
	fromPublished base = iota
	fromText
	fromEither
)

// phrase is a fixed run of pieces.
type phrase struct {
	words   []string
	kind    phraseKind
	value   string
	weak    bool
	genre   genre
	days    int
	part    string
	holiday holiday
}

// genre says in which kind of text an expression is a time.
type genre uint8

const (
	anyGenre    genre = iota
	onlyHistory       // "former": who held an office then
	onlyNews          // "at this point": the day of the news, in a story just a step
)

type phraseKind uint8

const (
	phraseVague phraseKind = iota
	phraseDays
	phraseHoliday
)

type lexicon struct {
	words map[string]*word
	// phrases are listed under their first piece, longest first.
	phrases map[string][]phrase
	// places are the zones of towns, told as "Moscow time".
	places map[string]string
}

// tables are the embedded tables; a test proves that they load.
var tables = sync.OnceValue(func() *lexicon {
	lex, _ := loadLexicon()
	return lex
})

// loadLexicon reads every table; the error names file and line.
func loadLexicon() (*lexicon, error) {
	lex := &lexicon{words: map[string]*word{}, phrases: map[string][]phrase{}, places: map[string]string{}}
	readers := []struct {
		file string
		read func(fields []string) error
	}{
		{"months", lex.month}, {"weekdays", lex.weekday}, {"units", lex.unit}, {"seasons", lex.season},
		{"parts", lex.part}, {"numbers", lex.number}, {"decades", lex.decade}, {"sets", lex.set},
		{"directions", lex.direction}, {"zones", lex.zone}, {"holidays", lex.holiday},
		{"vague", lex.vague}, {"days", lex.days}, {"openers", lex.opener},
	}
	for _, reader := range readers {
		if err := lex.readTable(reader.file, reader.read); err != nil {
			return lex, err
		}
	}
	for name, list := range lex.phrases {
		if w := lex.words[name]; w != nil && len(list[len(list)-1].words) == 1 {
			w.opens = false // "now" is a time of its own
		}
	}
	return lex, nil
}

func (x *lexicon) readTable(file string, read func([]string) error) error {
	data, err := rules.ReadFile("rules/" + file + ".txt")
	if err != nil {
		return fmt.Errorf("reading the table of %s: %w", file, err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) == 1 {
			fields = append(fields, "")
		}
		if len(fields) == 2 {
			fields = append(fields, "")
		}
		if err := read(fields); err != nil {
			return fmt.Errorf("rules/%s.txt:%d: %w", file, i+1, err)
		}
	}
	return nil
}

// entry is the word of the name, made when new, with the flags set.
func (x *lexicon) entry(name, flags string) *word {
	w := x.words[name]
	if w == nil {
		w = &word{}
		x.words[name] = w
	}
	for _, flag := range strings.Fields(flags) {
		switch flag {
		case "weak", "doubtful":
			w.weak = true
		case "plural":
			w.plural = true
		case "abbr":
			w.abbr = true
		case "case":
			w.needsCase = true
		}
	}
	return w
}

func (x *lexicon) month(f []string) (err error) {
	x.entry(f[0], f[2]).month, err = strconv.Atoi(f[1])
	return err
}

func (x *lexicon) weekday(f []string) (err error) {
	x.entry(f[0], f[2]).weekday, err = strconv.Atoi(f[1])
	return err
}

func (x *lexicon) unit(f []string) error {
	u := unitNamed(f[1])
	if u == noUnit {
		return fmt.Errorf("%q is no unit", f[1])
	}
	x.entry(f[0], f[2]).unit = u
	return nil
}

func (x *lexicon) season(f []string) error {
	for m := 3; m <= 12; m += 3 {
		if seasonCode(m) == f[1] {
			x.entry(f[0], f[2]).season = m
			return nil
		}
	}
	return fmt.Errorf("%q is no season", f[1])
}

func (x *lexicon) part(f []string) error {
	w := x.entry(f[0], f[2])
	w.part, w.clock = f[1], strings.Contains(f[2], "clock")
	return nil
}

func (x *lexicon) number(f []string) (err error) {
	kinds := map[string]numberKind{"card": cardinal, "ord": ordinal, "scale": scale, "vague": vagueNumber, "article": article}
	kind, known := kinds[f[2]]
	if !known {
		return fmt.Errorf("%q is no kind of number", f[2])
	}
	w := x.entry(f[0], "")
	w.numberKind = kind
	w.number, err = strconv.ParseFloat(f[1], 64)
	return err
}

func (x *lexicon) decade(f []string) (err error) {
	x.entry(f[0], f[2]).decade, err = strconv.Atoi(f[1])
	return err
}

func (x *lexicon) set(f []string) error {
	x.entry(f[0], f[2]).set = f[1]
	return nil
}

func (x *lexicon) direction(f []string) (err error) {
	w := x.entry(f[0], "")
	bases := map[string]base{"published": fromPublished, "text": fromText, "either": fromEither}
	b, known := bases[f[2]]
	if !known {
		return fmt.Errorf("%q is no anchor", f[2])
	}
	w.base, w.directed = b, true
	w.direction, err = strconv.Atoi(f[1])
	return err
}

func (x *lexicon) opener(f []string) error {
	x.open(f[0])
	return nil
}

func (x *lexicon) zone(f []string) error {
	minutes, err := strconv.Atoi(f[1])
	if err != nil {
		return err
	}
	sign := '+'
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	offset := fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
	if minutes == 0 {
		offset = "Z"
	}
	if f[2] == "place" {
		x.places[f[0]] = offset
		return nil
	}
	x.entry(f[0], f[2]).zone = offset
	return nil
}

// open notes a word that is nothing by itself.
func (x *lexicon) open(name string) {
	if x.words[name] == nil {
		x.entry(name, "").opens = true
	}
}

// addPhrase files a phrase under its first piece, longest first.
func (x *lexicon) addPhrase(text string, p phrase) {
	for _, l := range scanPieces(nil, text, 0, len(text)) {
		p.words = append(p.words, l.low)
	}
	for _, w := range p.words[1:] {
		x.open(w)
	}
	list := append(x.phrases[p.words[0]], p)
	for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	x.phrases[p.words[0]] = list
}

func (x *lexicon) vague(f []string) error {
	genres := map[string]genre{"": anyGenre, "weak": anyGenre, "history": onlyHistory, "news": onlyNews}
	g, known := genres[f[2]]
	if !known {
		return fmt.Errorf("%q is no flag of a vague time", f[2])
	}
	x.addPhrase(f[0], phrase{kind: phraseVague, value: f[1], weak: f[2] == "weak", genre: g})
	return nil
}

func (x *lexicon) days(f []string) error {
	n, err := strconv.Atoi(f[1])
	x.addPhrase(f[0], phrase{kind: phraseDays, days: n, part: f[2]})
	return err
}

func (x *lexicon) holiday(f []string) error {
	h, err := parseHoliday(f[1], f[2])
	x.addPhrase(f[0], phrase{kind: phraseHoliday, holiday: h})
	return err
}
