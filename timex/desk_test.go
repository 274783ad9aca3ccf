package timex_test

import (
	"strings"
	"testing"

	"chancery"
	"chancery/timex"
)

// What notes, communiqués and sanctions notices tell.
func TestDesk(t *testing.T) {
	rows := []struct{ published, text, want string }{
		// Terms that run from the note.
		{monday, "They must leave within 48h or within two weeks.", "48h=PT48H/within; two weeks=P2W/within"},
		{monday, "The offices must be empty by the end of the month.", "the end of the month=2021-10/by"},
		{monday, "It is, at the end of the day, a start; they met two or three weeks ago.", "two or three weeks ago=2021-W40"},
		{monday, "The offices must be empty by the end of the day.", "the end of the day=2021-10-18/by"},
		{monday, "The closure applies from midnight.", "midnight=2021-10-18T24:00/from"},
		{monday, "The visas lapse with effect from 1 February.", "1 February=2022-02-01/from"},
		{monday, "Effective 1 February, visas lapse.", "1 February=2022-02-01/from"},
		{monday, "As from 1 December the post is vacant.", "1 December=2021-12-01/from"},
		// At once, and for nobody knows how long; "immediately after" is no time.
		{monday, "The order takes effect immediately.", "immediately=PRESENT_REF/from"},
		{monday, "It was expelled with immediate effect.", "with immediate effect=PRESENT_REF/from"},
		{monday, "It spoke immediately after the vote.", ""},
		{monday, "The consulate is closed until further notice.", "until further notice=FUTURE_REF/until"},
		{monday, "It was suspended for an indefinite period.", "an indefinite period=PXX/on"},
		{monday, "Talks go on in the coming days and in the weeks ahead.", "the coming days=PXD/on; the weeks ahead=PXW/in"},
		// A length whose beginning is told is no day; a record is no term.
		{monday, "It is valid for three months from 1 October.", "three months=P3M/for; 1 October=2021-10-01/from"},
		{monday, "It is the first visit in ten years.", "ten years=P10Y/for"},
		// Years of the exchequer, of the calendar and of the game.
		{monday, "The budget of fiscal year 2022, of FY22 and of FY 2021.", "fiscal year 2022=2022; FY22=2022; FY 2021=2021"},
		{monday, "In the 2010-12 plan and in 2015-12.", "2010=2010/from; 12=2012/until; 2015-12=2015-12/on"},
		{monday, "2022's second quarter and the first half of the 1990s.", "2022's second quarter=2022-Q2; the first half of the 1990s=199"},
		{monday, "In the 1960s and 70s, in 1543–4 and in 1914–99.", "the 1960s=196/on; 70s=197; 1543=1543/from; 4=1544/until; 1914=1914/on"},
		{monday, "In the 19th and 20th centuries.", "the 19th=18/on; 20th centuries=19"},
		// Ranges in their usual forms.
		{monday, "He served from November to February 2017.", "November=2016-11/from; February 2017=2017-02/until"},
		{monday, "He served from December 30 to January 2, 2021.", "December 30=2020-12-30/from; January 2, 2021=2021-01-02/until"},
		{monday, "They met on June 14, 15 and 16, 2021.", "June 14=2021-06-14/on; 15=2021-06-15/on; 16, 2021=2021-06-16/on"},
		{monday, "They met on 5, 6 and 7 May 2020.", "5=2020-05-05/on; 6=2020-05-06; 7 May 2020=2020-05-07"},
		{monday, "They met from next Monday to Friday.", "next Monday=2021-10-25/from; Friday=2021-10-29/until"},
		{monday, "They met between Monday and Wednesday last week.", "Monday=2021-10-11/from; Wednesday last week=2021-10-13/until"},
		{monday, "The call ran 10:00-11:30 GMT on 3 May.", "10:00=2021-05-03T10:00/from; 11:30 GMT on 3 May=2021-05-03T11:30/until"},
		{monday, "The call ran from 3-8pm yesterday.", "3=2021-10-17T15:00/from; 8pm yesterday=2021-10-17T20:00/until"},
		{monday, "He was envoy 2019-present.", "2019=2019; present=PRESENT_REF/until"},
		{monday, "The winter of 2021-22 was mild.", "The winter of 2021-22=2021-WI"},
		// Units that skip one, and weekdays of a told week.
		{monday, "The week after next and the year before last.", "The week after next=2021-W44; the year before last=2019"},
		{monday, "The council meets Wednesday evening next week.", "Wednesday evening next week=2021-10-27TEV"},
		{monday, "On the last day of the month and the 27th of last month.", "the last day of the month=2021-10-31/on; the 27th of last month=2021-09-27"},
		// A day and number that only one month near can have.
		{"2019-01-25", "They met on Monday 21.", "Monday 21=2019-01-21/on"},
		// Lengths of several units, as lengths and as shifts.
		{monday, "A year and a half ago; 2 weeks and 2 days ago.", "A year and a half ago=2020-04; 2 weeks and 2 days ago=2021-10-02"},
		{monday, "The two-and-a-half-year siege took two to three weeks longer.", "The two-and-a-half-year=P2.5Y; two to three weeks=P2W"},
		// A television programme and a share are no lengths.
		{monday, "He told 60 Minutes that three quarters of them had left.", ""},
		// Years and months that tell which one is meant.
		{monday, "Its 2006 highs, the 1614 rules and the March accession.", "2006=2006; 1614=1614; March=2022-03"},
		{monday, "The 1800 soldiers and its 2000 members.", ""},
		// Parts of the day.
		{monday, "At dawn on 24 February 2022 they crossed.", "dawn on 24 February 2022=2022-02-24TMO/on"},
		{monday, "Talks dragged on later in the day.", "later in the day=2021-10-18/on"},
		// Seasons that something is done in.
		{monday, "The summer offensive and the spring of hope.", "The summer=2021-SU"},
	}
	for _, row := range rows {
		if got := told(row.text, find(t, row.published, row.text)); got != row.want {
			t.Errorf("%q on %s\n got %s\nwant %s", row.text, row.published, got, row.want)
		}
	}
}

func TestFeasts(t *testing.T) {
	rows := []struct{ text, want string }{
		{"Before Orthodox Easter 2021.", "Orthodox Easter 2021=2021-05-02/before"},
		{"Until Ramadan.", "Ramadan=P30D/until"},
		{"Since Eid al-Fitr 2022.", "Eid al-Fitr 2022=2022-05-02/from"},
		{"After Lunar New Year 2023.", "Lunar New Year 2023=2023-01-22/after"},
		{"On Yom Kippur.", "Yom Kippur=2021-09-16/on"},
		{"Before Election Day, on the day of the election.", "Election Day=2021-11-02/before"},
		// Every country has its own day of independence.
		{"On Independence Day, America's Independence Day and India's Independence Day.", "Independence Day=2021-07-04/on; Independence Day=2021-07-04"},
		{"They praised the May government and the May summit.", "May=2021-05"},
		// In small letters an election has no day of its own.
		{"They voted on election day.", ""},
	}
	for _, row := range rows {
		if got := told(row.text, find(t, monday, row.text)); got != row.want {
			t.Errorf("%q\n got %s\nwant %s", row.text, got, row.want)
		}
	}
}

func TestZones(t *testing.T) {
	rows := []struct{ text, value, zone string }{
		{"At 15:00 Moscow time on Friday.", "2021-10-15T15:00", "+03:00"},
		{"At 9am Beijing time.", "2021-10-18T09:00", "+08:00"},
		{"At 6 p.m. EST.", "2021-10-18T18:00", "-05:00"},
		// Places that change their clocks tell no offset.
		{"At 9 a.m. Kyiv time.", "2021-10-18T09:00", ""},
	}
	for _, row := range rows {
		times := find(t, monday, row.text)
		if len(times) != 1 || times[0].Value != row.value || times[0].Zone != row.zone {
			t.Errorf("%q: %s, want %s zone %q", row.text, told(row.text, times), row.value, row.zone)
		}
	}
}

func TestTerms(t *testing.T) {
	rows := []struct{ text, from, to string }{
		// Whom a term is given, for him it runs from the day of the note.
		{"The envoy was given 48 hours to leave.", "2021-10-18", "2021-10-20"},
		{"The envoys have a week to leave.", "2021-10-18", "2021-10-25"},
		// Who took a week had it behind him.
		{"It took a week to agree.", "", ""},
		// Whole quarters before the one that runs.
		{"It fell in the past two quarters.", "2021-04", "2021-09"},
		// The lunar month, until its last day.
		{"During Ramadan 2021 it holds.", "2021-04-13", "2021-05-12"},
	}
	for _, row := range rows {
		times := find(t, monday, row.text)
		if len(times) != 1 || times[0].From.String() != row.from || times[0].To.String() != row.to {
			t.Errorf("%q: %v, want one from %s to %s", row.text, times, row.from, row.to)
		}
	}
}

// tagged builds a sentence of tokens written word/tag/lemma.
func tagged(words string) (string, []chancery.Sentence) {
	var b strings.Builder
	var s chancery.Sentence
	for n, one := range strings.Fields(words) {
		parts := strings.Split(one, "/")
		if n > 0 {
			b.WriteByte(' ')
		}
		token := chancery.Token{Span: chancery.Span{Start: b.Len(), End: b.Len() + len(parts[0])}}
		if len(parts) == 3 {
			token.XPOS, token.Lemma = parts[1], parts[2]
		}
		b.WriteString(parts[0])
		s.Tokens = append(s.Tokens, token)
	}
	s.Span = chancery.Span{End: b.Len()}
	return b.String(), []chancery.Sentence{s}
}

func TestTense(t *testing.T) {
	rows := []struct{ words, want string }{
		// Who gives or extends a term looks ahead, whatever the tense.
		{"Moscow gave/VBD/give them until Friday to leave", "2021-10-22"},
		{"Geneva extended/VBD/extend the talks through January", "2022-01"},
		{"Geneva held/VBD/hold the talks until Friday", "2021-10-15"},
		// The present of what is arranged, and of what is said.
		{"Talks begin/VBP/begin in Oslo on Thursday", "2021-10-21"},
		{"Oslo says/VBZ/say on Thursday talks failed", "2021-10-14"},
		// What is set for a day, and what has lasted since one.
		{"Talks were/VBD/be set/VBN/set for Thursday", "2021-10-21"},
		{"He has/VBZ/have will/MD/will been away since March", "2021-03"},
		// Starting on a day.
		{"Visas are/VBP/be required/VBN/require starting Wednesday", "2021-10-20"},
	}
	for _, row := range rows {
		words, sentences := tagged(row.words)
		doc := chancery.Document{Text: words, Published: chancery.Date{Year: 2021, Month: 10, Day: 18}}
		times := timex.Find(doc, sentences)
		if len(times) != 1 || times[0].Value != row.want {
			t.Errorf("%q: %s, want %s", words, told(words, times), row.want)
		}
	}
}

// A history goes on from its last step, and what only looks back, stands in
// brackets or names something is no step.
func TestHistories(t *testing.T) {
	const story = "In 1939 and 1940 war came. In 1941 it spread. In 1942 it grew. In 1943 it turned. In 1944 it neared its end. "
	rows := []struct{ text, words, value string }{
		// The new year is crossed between December and January only.
		{"In December 1944 they met. In January they parted.", "January", "1945-01"},
		{"In October 1944 they met. In March they had parted.", "March", "1944-03"},
		// Brackets, and what a constitution is named after.
		{"On 5 June 1944 (after a storm of 1932) they sailed. On 9 June they landed.", "9 June", "1944-06-09"},
		{"In June 1944 they voted under the Constitution of 1919. In July they left.", "July", "1944-07"},
		// A look back, and then on.
		{"On 8 March 1944 they met, as on 5 November 1943. On 15 July they parted.", "15 July", "1944-07-15"},
		// A heading is a step, its closing year is none.
		{"The retreat (1942–1944)\n\nIn May they fell back.", "May", "1942-05"},
		// "This year" is the story's.
		{"In May 1944 they met. This year was hard.", "This year", "1944"},
		{"Lavinia, a former envoy, spoke.", "former", "PAST_REF"},
	}
	for _, row := range rows {
		words := story + row.text
		value := "nothing"
		for _, e := range find(t, "2009-12-19", words) {
			if e.Span.Of(words) == row.words {
				value = e.Value
			}
		}
		if value != row.value {
			t.Errorf("%q: %s is %s, want %s", row.text, row.words, value, row.value)
		}
	}
	if got := told("", find(t, monday, "A former envoy spoke at this point.")); !strings.Contains(got, "PRESENT_REF") || strings.Contains(got, "PAST_REF") {
		t.Errorf("in news, got %s", got)
	}
}

// Company reports compare with the same quarter or year, however often.
func TestReports(t *testing.T) {
	const words = "Net rose in the third quarter from $5 million a year earlier. In the latest quarter sales fell. For the nine months net was $9 million, " +
		"against $7 million a year earlier, and sales were $3 million, against $2 million a year earlier."
	want := "the third quarter=2021-Q3/on; a year earlier=2020-Q3; the latest quarter=2021-Q3/on; the nine months=P9M/for; a year earlier=2020; a year earlier=2020"
	if got := told(words, find(t, monday, words)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
