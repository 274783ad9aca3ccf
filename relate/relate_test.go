package relate

import (
	"bufio"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chancery"
)

func loaded(t testing.TB) *Relator {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEveryPatternFires reads each pattern's own words back to it: a row that
// cannot match what it says is a slip of the pen.
func TestEveryPatternFires(t *testing.T) {
	l := loaded(t).lexicon
	words := map[symbol]string{}
	for word, s := range l.symbols {
		words[s] = word
	}
	for _, p := range l.patterns {
		var text []string
		for _, it := range p.items {
			text = append(text, spell(&it, words)...)
		}
		in := l.read(strings.Join(text, " "), nil, chancery.Span{}, chancery.Span{})
		for i := range in.words {
			in.words[i].kind = anyKind
		}
		if p.at(in.words, 0) == nil {
			t.Errorf("%s: %q does not match %q", p.source, p.text, strings.Join(text, " "))
		}
	}
}

// spell writes the first word, in the order of the alphabet, that fits an item.
func spell(it *item, words map[symbol]string) []string {
	if len(it.phrases) > 0 {
		var out []string
		for _, s := range it.phrases[0] {
			out = append(out, words[s])
		}
		return out
	}
	var all []string
	for _, set := range it.words {
		for s := range set {
			all = append(all, words[s])
		}
	}
	slices.Sort(all)
	return all[:1]
}

// TestLexiconIsSorted holds every file but the classes, whose rows name earlier
// ones, in the order of the alphabet after its header.
func TestLexiconIsSorted(t *testing.T) {
	entries, err := fs.ReadDir(lexiconFiles, "lexicon")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		file, err := lexiconFiles.Open("lexicon/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		headed := false
		for scanner := bufio.NewScanner(file); scanner.Scan(); {
			if strings.HasPrefix(scanner.Text(), "#") {
				headed = true
			} else {
				rows = append(rows, scanner.Text())
			}
		}
		if !headed {
			t.Errorf("%s has no header", entry.Name())
		}
		if entry.Name() != "classes.txt" && !slices.IsSorted(rows) {
			t.Errorf("%s is not sorted", entry.Name())
		}
	}
}

func TestLoadNamesTheLine(t *testing.T) {
	rows := []struct {
		file, text, want string
	}{
		{"aid.txt", "# x\n- give @nothing", "lexicon/aid.txt:2: no class"},          // a class that nobody wrote
		{"coerce.txt", "jail arrest", "lexicon/coerce.txt:1: COERCE has no mode"},   // a mode of no type
		{"help.txt", "- give aid", "lexicon/help.txt:1: no PLOVER type"},            // a file of no type
		{"operators.txt", "will x -", "lexicon/operators.txt:1: reading the scope"}, // a scope that is no number
		{"operators.txt", "will 3 - talk=NO", "lexicon/operators.txt:1: no type"},   // a result of no type
		{"operator.txt", "wont will not", "lexicon/operator.txt:1: no operator"},    // an operator of no table
		{"aid.txt", "- (give) aid", "starts with a word that may not be missing"},   // nothing to anchor on
		{"aid.txt", "- give||send", "an empty alternative"},                         // a slip of the pen
		{"aid.txt", "-", "a mode and a pattern are wanted"},                         // half a row
	}
	for _, row := range rows {
		_, err := load(fstest.MapFS{"lexicon/" + row.file: {Data: []byte(row.text)}}, "lexicon")
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s %q: %v, want %q", row.file, row.text, err, row.want)
		}
	}
}

func TestOperators(t *testing.T) {
	l := loaded(t).lexicon
	rows := []struct {
		operator, event, mode, told, toldMode string
	}{
		{"agree", "RETREAT", "release", "AGREE", ""},           // what is agreed is not yet done
		{"will", "CONSULT", "visit", "AGREE", ""},              // a visit to come (manual, CONSULT)
		{"will", "COERCE", "arrest", "THREATEN", "arrest"},     // harm to come is a threat, of its kind
		{"threaten", "SANCTION", "expel", "THREATEN", "expel"}, // the mode of a threat is its content
		{"threaten", "CONSULT", "", "THREATEN", "relations"},   // to end talks
		{"refuse", "RETREAT", "release", "REJECT", "yield"},    // refused to release
		{"refuse", "CONSULT", "", "REJECT", "meet"},            // refused to meet
		{"demand", "AID", "", "REQUEST", "assist"},             // asked for help
		{"lift", "COERCE", "restrict", "CONCEDE", ""},          // lifted a ban
		{"halt", "ASSAULT", "aerial", "RETREAT", "ceasefire"},  // halted the bombing
		{"halt", "AID", "", "SANCTION", "discontinue"},         // halted aid
		{"cancel", "CONSULT", "visit", "REJECT", "meet"},       // a meeting cancelled (manual, SANCTION)
		{"begin", "ASSAULT", "aerial", "ASSAULT", "aerial"},    // a beginning changes nothing
	}
	for _, row := range rows {
		told, mode, ok := l.operates[row.operator].apply(row.event, row.mode)
		if !ok || told != row.told || mode != row.toldMode {
			t.Errorf("%s(%s.%s) is %s.%s, want %s.%s", row.operator, row.event, row.mode, told, mode, row.told, row.toldMode)
		}
	}
}

// TestLongTextCostsItsWindow: words far from the parties are not read, so that
// a line of any length costs no more than its window.
func TestLongTextCostsItsWindow(t *testing.T) {
	l := loaded(t).lexicon
	text := strings.Repeat("refused to agree to halt talks and ", 200_000)
	in := l.read(text, nil, chancery.Span{Start: 1000, End: 1010}, chancery.Span{Start: 2000, End: len(text)})
	if len(in.words) > mostBytes {
		t.Errorf("%d words are read", len(in.words))
	}
	r := loaded(t)
	if got := r.Relate(text, nil, chancery.Span{Start: 1000, End: 1010}, chancery.Span{Start: 2000, End: len(text)}); got.Quad == 0 {
		t.Error("no answer")
	}
}

func TestWindow(t *testing.T) {
	long := strings.Repeat("word ", 100_000)
	rows := []struct {
		text             string
		actor, recipient chancery.Span
		most             int
	}{
		{"France met Spain.", chancery.Span{Start: 0, End: 6}, chancery.Span{Start: 11, End: 16}, 17},       // short texts stay whole
		{long, chancery.Span{Start: 250_000, End: 250_004}, chancery.Span{}, 2*margin + 4},                  // cut on both sides
		{long, chancery.Span{Start: 0, End: 4}, chancery.Span{Start: 499_990, End: 499_994}, 2 * mostBytes}, // parties far apart
		{long, chancery.Span{}, chancery.Span{}, margin},                                                    // no party at all
		{strings.Repeat("x", 50_000), chancery.Span{Start: 20_000, End: 20_001}, chancery.Span{}, 50_000},   // no space to cut at
	}
	for i, row := range rows {
		got := Window(row.text, row.actor, row.recipient)
		if got.Start < 0 || got.End > len(row.text) || got.End < got.Start || got.Len() > row.most {
			t.Errorf("row %d: %v of %d bytes, at most %d wanted", i, got, len(row.text), row.most)
		}
	}
	if got := Window(rows[0].text, rows[0].actor, rows[0].recipient); got.Of(rows[0].text) != rows[0].text {
		t.Errorf("a short text is cut to %v", got)
	}
}

func FuzzRelate(f *testing.F) {
	r := loaded(f)
	for _, s := range ownSentences(f) {
		f.Add(s.text, s.actor.Start, s.actor.End, s.recipient.Start, s.recipient.End)
	}
	f.Add("a\xff\xfeb refused . . ,", -1, 99, 3, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		got := r.Relate(text, nil, chancery.Span{Start: a, End: b}, chancery.Span{Start: c, End: d})
		if quads[got.Type] == 0 || quads[got.Type] != got.Quad {
			t.Errorf("type %q has quad %d", got.Type, got.Quad)
		}
		if got.Mode != "" && !modes[got.Type][got.Mode] {
			t.Errorf("%s has no mode %q", got.Type, got.Mode)
		}
	})
}

func BenchmarkRelate(b *testing.B) {
	r := loaded(b)
	all := ownSentences(b)
	bytes := 0
	for _, s := range all {
		bytes += len(s.text)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, s := range all {
			r.Relate(s.text, nil, s.actor, s.recipient)
		}
	}
}
