package intake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"chancery"
)

const note = "The foreign ministry of Norland said on Tuesday that it had closed its consulate in the port of Suderby."

func collect(content, source string) []Item {
	return slices.Collect(Items(strings.NewReader(content), source, Options{}))
}

func TestItems(t *testing.T) {
	object := fmt.Sprintf(`{"id":"a","published":"2024-05-06","text":%q,"desk":"east"}`, note)
	rows := []struct {
		proves  string
		source  string
		content string
		want    []error
	}{
		{"a text is one document", "a.txt", note, []error{nil}},
		{"an empty file is told", "a.txt", "", []error{ErrEmpty}},
		{"white space alone is empty", "a.txt", " \n\n ", []error{ErrEmpty}},
		{"binary data is told", "a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", []error{ErrBinary}},
		{"one object", "a.json", object, []error{nil}},
		{"an object over several lines", "a.json", strings.ReplaceAll(object, ",", ",\n"), []error{nil}},
		{"two spread objects that follow each other", "a.json", strings.ReplaceAll(object+object, ",", ",\n"), []error{nil, nil}},
		{"an array", "a.json", "[" + object + ",\n" + object + "]", []error{nil, nil}},
		{"an array that breaks off keeps what came before", "a.json", "[" + object + ",{", []error{nil, ErrNotJSON}},
		{"a bad line does not stop the rest", "a.jsonl", object + "\n{oops\n\n" + object, []error{nil, ErrNotJSON, nil}},
		{"an object without text", "a.jsonl", `{"id":"b"}`, []error{ErrNoText}},
		{"a date that cannot be", "a.jsonl", strings.Replace(object, "05-06", "02-31", 1), []error{chancery.ErrDate}},
		{"a byte order mark before JSON", "a.jsonl", "\xEF\xBB\xBF" + object, []error{nil}},
		{"a text that begins with a bracket is no array", "a.txt", "[Update] " + note, []error{nil}},
		{"another language", "a.txt", "Das Außenministerium teilte am Dienstag mit, dass es die Botschaft in der Hauptstadt nicht wieder öffnen werde und die Diplomaten abreisen.", []error{ErrNotEnglish}},
		{"another script", "a.txt", "Министерство иностранных дел сообщило во вторник о закрытии консульства.", []error{ErrNotEnglish}},
	}
	for _, row := range rows {
		got := collect(row.content, row.source)
		if len(got) != len(row.want) {
			t.Errorf("%s: %d items, want %d: %v", row.proves, len(got), len(row.want), got)
			continue
		}
		for i, item := range got {
			if !errors.Is(item.Err, row.want[i]) {
				t.Errorf("%s: item %d has error %v, want %v", row.proves, i, item.Err, row.want[i])
			}
		}
	}
}

func TestFieldsAreKept(t *testing.T) {
	got := collect(fmt.Sprintf(`{"text":%q,"desk":{"name":"east"}}`, note), "a.jsonl")
	if string(got[0].Fields["desk"]) != `{"name":"east"}` || got[0].Document.ID == "" {
		t.Errorf("the object's own fields or its id are lost: %+v", got[0])
	}
}

func TestPublishedOption(t *testing.T) {
	day := chancery.Date{Year: 2024, Month: 5, Day: 6}
	for item := range Items(strings.NewReader(note), "a.txt", Options{Published: day}) {
		if item.Document.Published != day {
			t.Errorf("published %v, want the option's %v", item.Document.Published, day)
		}
	}
}

// TestEnglish holds that names, initials and clitics do not make a language.
func TestEnglish(t *testing.T) {
	rows := map[string]bool{
		"U.S. President Jane Doe blocks a bid by Nippon Works for U.S. Rails.":                                                     true,
		"Norland summons Sudland's chargé d'affaires after Sudland's ministry summoned Norland's ambassador.":                      true,
		"Former president Fulano de la Cruz do Carmo de Sousa arrested in Rio de Janeiro, court says.":                             true,
		"Norland in the Sudland war, war crimes in the island war":                                                                 true,
		"Es war gestern, als der Botschafter in den Krieg zog und das Haus der Botschaft schloss.":                                 false,
		"Buenos días. Hoy hemos logrado un acuerdo con los socios de la región, y lo vamos a firmar en la capital.":                false,
		"Le ministère des affaires étrangères a convoqué l'ambassadeur de Norland après la fermeture du consulat dans le sud.":     false,
		"Ministerstvo zahraničí uvedlo, že velvyslanec se vrátí do země, jakmile to bude možné, a že jednání o smlouvě pokračuje.": false,
	}
	for text, want := range rows {
		if English(text) != want {
			t.Errorf("English is %v for %q", !want, text)
		}
	}
}

func TestEncodings(t *testing.T) {
	words := "“We will not accept this,” said the ministry – and so the envoy left the country on Friday. " + note
	western, _ := charmap.Windows1252.NewEncoder().String(words)
	cyrillic, _ := charmap.Windows1251.NewEncoder().String("Посол Андреев said that the embassy would be closed.")
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(words)
	bigBare, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(note)
	rows := []struct{ proves, data, want string }{
		{"windows-1252 quotes and dashes", western, words},
		{"windows-1251 by its Cyrillic words", cyrillic, "Посол Андреев said that the embassy would be closed."},
		{"UTF-16 by its mark", little, words},
		{"UTF-16 by its NUL bytes", bigBare, note},
		{"UTF-8 loses its mark", "\xEF\xBB\xBF" + note, note},
	}
	for _, row := range rows {
		got, err := UTF8([]byte(row.data))
		if err != nil || got != row.want {
			t.Errorf("%s: %q, %v", row.proves, got, err)
		}
	}
}

func TestOneHugeLine(t *testing.T) {
	huge := strings.Repeat("word ", 10<<20) // 50 MB
	got := collect(huge, "huge.txt")
	if len(got) != 1 || !errors.Is(got[0].Err, ErrTooLarge) {
		t.Errorf("a text of 50 MB: %v", got[0].Err)
	}
	got = collect(`{"text":"`+huge+"\"}\n"+fmt.Sprintf(`{"text":%q}`, note), "huge.jsonl")
	if len(got) != 2 || !errors.Is(got[0].Err, ErrTooLarge) || got[1].Err != nil {
		t.Errorf("a line of 50 MB must not cost the next one: %d items", len(got))
	}
}

func TestFolders(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", ".hidden"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(note), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for item := range Files([]string{dir, filepath.Join(dir, "none.txt")}, nil, Options{}) {
		got = append(got, fmt.Sprint(filepath.Base(item.Source), " ", item.Err != nil))
	}
	if want := []string{"a.txt false", "b.txt false", "none.txt true"}; !slices.Equal(got, want) {
		t.Errorf("walked %v, want %v", got, want)
	}
}

func TestPage(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>Norland shuts consulate</title><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<meta property="og:site_name" content="The Courier"><link rel="canonical" href="https://courier.example/a?x=1&amp;y=2"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Norland shuts consulate</h1><p>` + strings.Repeat(note+" ", 4) + `</p><p>` + strings.Repeat("The mayor of the town regretted the step and said that she would write to the ministry. ", 4) + `</p></article>
<footer>Cookies help us to serve you</footer></body></html>`
	got := collect(page, "a.html")
	doc := got[0].Document
	if got[0].Err != nil || doc.Published.String() != "2024-05-06" || doc.Publisher != "The Courier" || doc.URL != "https://courier.example/a?x=1&y=2" {
		t.Fatalf("%+v", got[0])
	}
	if strings.Contains(doc.Text, "Cookies") || strings.Contains(doc.Text, "World") || !strings.Contains(doc.Text, "Suderby. \n\n") && !strings.Contains(doc.Text, "Suderby.\n\n") {
		t.Errorf("the article's text: %q", doc.Text)
	}
}

func TestDaily(t *testing.T) {
	day := "---\nlayout: post\ndate: 2024-05-06\n---\n\n#### Relations\n\n* [Dispute](https://en.wikipedia.org/wiki/Dispute \"Dispute\")\n" +
		"  * [Norland](https://en.wikipedia.org/wiki/Norland) recalls its ambassador and says that the talks with the [neighbours](https://en.wikipedia.org/wiki/N_(x)) are over. [(Courier)](https://courier.example/1) [(The Wire)](https://wire.example/2)\n" +
		"  * a line without a source\n"
	got := collect(day, "days/2024-05-06.md")
	if len(got) != 1 {
		t.Fatalf("%d items, want one: a bullet without a source is a topic", len(got))
	}
	doc := got[0].Document
	want := chancery.Document{
		ID: "current-events/2024-05-06/1", Title: "Dispute", Published: chancery.Date{Year: 2024, Month: 5, Day: 6}, Publisher: "Courier; The Wire",
		URL: "https://courier.example/1", Text: "Norland recalls its ambassador and says that the talks with the neighbours are over.",
	}
	if doc != want {
		t.Errorf("got  %+v\nwant %+v", doc, want)
	}
}

func FuzzItems(f *testing.F) {
	for _, seed := range []string{note, `{"text":"x"}`, `[{"text":"x"},`, "---\ndate: 2024-01-01\n---\n* a [(b)](c)", "<html><p>x", "\xff\xfea\x00", "{\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		count := 0
		for item := range Items(strings.NewReader(content), "f", Options{}) {
			count++
			if item.Err == nil && (!utf8.ValidString(item.Document.Text) || blank(item.Document.Text) || item.Document.ID == "") {
				t.Fatalf("an item without an error must have valid text and an id: %+v", item)
			}
		}
		if count == 0 && !strings.Contains(content, "[") && !strings.Contains(content, "---") {
			t.Fatal("something must be told of every stream")
		}
	})
}
