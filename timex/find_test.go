package timex_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"chancery"
	"chancery/text"
	"chancery/timex"
)

func find(t testing.TB, published, words string) []chancery.TimeExpr {
	t.Helper()
	doc := chancery.Document{Text: words}
	if published != "" {
		day, err := chancery.ParseDate(published)
		if err != nil {
			t.Fatal(err)
		}
		doc.Published = day
	}
	return timex.Find(doc, text.Sentences(words))
}

// told writes expressions as "words=value", with "/relation" when there is one.
func told(words string, times []chancery.TimeExpr) string {
	var out []string
	for _, e := range times {
		one := fmt.Sprintf("%s=%s", e.Span.Of(words), e.Value)
		if e.Relation != "" {
			one += "/" + e.Relation
		}
		out = append(out, one)
	}
	return strings.Join(out, "; ")
}

// Monday, 18 October 2021 is the day of publication of most rows.
const monday = "2021-10-18"

func TestFind(t *testing.T) {
	rows := []struct{ published, text, want string }{
		// Whole dates in the orders of the world's newspapers.
		{monday, "The envoy left on October 18, 2021.", "October 18, 2021=2021-10-18/on"},
		{monday, "The envoy left on 18 October 2021.", "18 October 2021=2021-10-18/on"},
		{monday, "The envoy left on Oct. 18, 2021 at night.", "Oct. 18, 2021=2021-10-18/on"},
		{monday, "Dated 2021-10-18, the note is short.", "2021-10-18=2021-10-18"},
		{monday, "Dated 10/18/2021, the note is short.", "10/18/2021=2021-10-18"},
		{monday, "Dated 18.10.2021, the note is short.", "18.10.2021=2021-10-18"},
		{monday, "The note of the 18th of October 2021 is short.", "the 18th of October 2021=2021-10-18"},
		// The weekday before a date belongs to it.
		{monday, "They met on Tuesday, October 12, in Oslo.", "Tuesday, October 12=2021-10-12/on"},
		// A day that the calendar lacks is no date.
		{monday, "The note is dated 31 February 2021.", ""},
		{monday, "The note is dated 2021-02-30.", ""},
		// 29 February needs a leap year, unless none is told.
		{monday, "It lapsed on 29 February 2020.", "29 February 2020=2020-02-29/on"},
		{monday, "It lapsed on February 29, 2021.", ""},
		// Without a year the nearer side is meant, and tense tips the scale.
		{monday, "The mission will close on November 1.", "November 1=2021-11-01/on"},
		{monday, "The mission was closed on February 3.", "February 3=2021-02-03/on"},
		{monday, "The mission was closed on December 30.", "December 30=2020-12-30/on"},
		{"2021-01-09", "The mission was closed in December.", "December=2020-12/on"},
		// Names of months that are other words need company.
		{monday, "Prime Minister May said troops may march.", ""},
		{monday, "The talks held in May ended in March 2019.", "May=2021-05/on; March 2019=2019-03/on"},
		// Weekdays look back, up to and including the day of publication.
		{monday, "The minister said on Monday that he agreed.", "Monday=2021-10-18/on"},
		{monday, "The minister said on Tuesday that he agreed.", "Tuesday=2021-10-12/on"},
		{monday, "The ministers will meet on Thursday.", "Thursday=2021-10-21/on"},
		{monday, "The ministers met last Monday.", "last Monday=2021-10-11"},
		{monday, "The ministers will meet next Tuesday.", "next Tuesday=2021-10-26"},
		{monday, "The ministers will meet this coming Friday.", "this coming Friday=2021-10-22"},
		// Sun Microsystems and a sat nav are no days.
		{monday, "The Sun wrote that they sat down.", ""},
		// Days told from the day of publication.
		{monday, "Yesterday and today, and tomorrow.", "Yesterday=2021-10-17; today=2021-10-18; tomorrow=2021-10-19"},
		{monday, "He spoke the day before yesterday.", "the day before yesterday=2021-10-16"},
		{monday, "He spoke last night.", "last night=2021-10-17TNI"},
		// Units told from the day of publication.
		{monday, "Staff were expelled earlier this month.", "earlier this month=2021-10"},
		{monday, "Staff were expelled last week.", "last week=2021-W41"},
		{monday, "Staff were expelled last month and last year.", "last month=2021-09; last year=2020"},
		{monday, "Staff will be expelled next year.", "next year=2022"},
		{monday, "Ten days ago and two years ago they agreed.", "Ten days ago=2021-10-08; two years ago=2019"},
		{monday, "A vote is due in late November, or by the end of 2022.", "late November=2021-11/on; the end of 2022=2022/by"},
		// Units told from the time last told.
		{monday, "It was signed on 5 May 2020. The next day it was denounced, and later that year it lapsed.",
			"5 May 2020=2020-05-05/on; The next day=2020-05-06; later that year=2020"},
		{monday, "It was signed on 5 May 2020. Two days later it lapsed.", "5 May 2020=2020-05-05/on; Two days later=2020-05-07"},
		{monday, "They met on 5 May 2020 and spoke the same day.", "5 May 2020=2020-05-05/on; the same day=2020-05-05"},
		// Both ends of a range, the second with what the first leaves out.
		{monday, "They met on 3-5 March 2020.", "3=2020-03-03/from; 5 March 2020=2020-03-05/until"},
		{monday, "They met on March 3-5, 2020.", "March 3=2020-03-03/from; 5, 2020=2020-03-05/until"},
		{monday, "The war of 1914-18 is over.", "1914=1914/from; 18=1918/until"},
		{monday, "Talks ran between 2007 and 2009.", "2007=2007/from; 2009=2009/until"},
		// What the preposition says.
		{monday, "The suspension takes effect as of November 1.", "November 1=2021-11-01/from"},
		{monday, "He has been envoy since 2014.", "2014=2014/from"},
		{monday, "He stays until Friday.", "Friday=2021-10-15/until"},
		{monday, "Leave by November 1, they were told.", "November 1=2021-11-01/by"},
		{monday, "They must leave within 72 hours.", "72 hours=PT72H/within"},
		{monday, "Talks went on for ten days.", "ten days=P10D/for"},
		{monday, "It ended after the third quarter of 2019.", "the third quarter of 2019=2019-Q3/after"},
		// Stretches of the calendar.
		{monday, "In the 1990s and the nineties of the 19th century.", "the 1990s=199/on; the nineties=199; the 19th century=18"},
		{monday, "In the spring of 1994 and in summer.", "the spring of 1994=1994-SP/on; summer=2021-SU/on"},
		{monday, "In the first half of 2020 and in Q2 2021.", "the first half of 2020=2020-H1/on; Q2 2021=2021-Q2/on"},
		{monday, "They met at the weekend.", "the weekend=2021-W41-WE/on"},
		{monday, "They meet in the first week of January 2018.", "the first week of January 2018=2018-W01/on"},
		// Feasts.
		{monday, "They met on Easter Sunday 2018 and at Christmas 2020.", "Easter Sunday 2018=2018-04-01/on; Christmas 2020=2020-12-25/on"},
		{monday, "They met on Good Friday 2019.", "Good Friday 2019=2019-04-19/on"},
		// Times of day.
		{monday, "The call began at 9 a.m. EST on Friday.", "9 a.m. EST on Friday=2021-10-15T09:00/on"},
		{monday, "The call began on Friday at 14:30 GMT.", "Friday at 14:30 GMT=2021-10-15T14:30/on"},
		{monday, "They spoke on Friday morning.", "Friday morning=2021-10-15TMO/on"},
		{monday, "They spoke from 5 to 6 p.m. today.", "5=2021-10-18T17:00/from; 6 p.m. today=2021-10-18T18:00/until"},
		{monday, "Talks will run from 10 a.m. to noon GMT on Thursday.", "10 a.m.=2021-10-21T10:00/from; noon GMT on Thursday=2021-10-21T12:00/until"},
		// A planned day is to come, one told with a participle is past.
		{monday, "They want to suspend the order issued Thursday.", "Thursday=2021-10-14"},
		{monday, "The visit could come as early as Friday.", "Friday=2021-10-22"},
		// Halves of months are no halves of years.
		{monday, "He left in the second half of September.", "the second half of September=2021-09/on"},
		// A day that became a name anchors nothing.
		{monday, "After the 9/11 attacks they met at noon.", "9/11=2001-09-11/after; noon=2021-10-18T12:00/on"},
		// Lengths and sets.
		{monday, "A two-week truce, a ten-year pact and a year and a half of talks.", "two-week=P2W; ten-year=P10Y; a year and a half=P1.5Y"},
		{monday, "In the past two months and for several years.", "the past two months=P2M/on; several years=PXY/for"},
		{monday, "They meet every year, each Monday, daily and twice a week.", "every year=P1Y; each Monday=XXXX-WXX-1; daily=P1D; twice a week=P1W"},
		// An age is no length, nor is "last" the verb a pointer.
		{monday, "The 45-year-old envoy is 45 years old.", ""},
		{monday, "Talks will last two days.", "two days=P2D"},
		// Vague times.
		{monday, "They now hope for the future, and recently met.", "now=PRESENT_REF; the future=FUTURE_REF/on; recently=PAST_REF"},
		// Counts, sums and codes are no years.
		{monday, "About 2000 soldiers, $1990 and flight MH1970 of 2,014 people.", ""},
		{monday, "Resolution 1973 was passed in 2011.", "2011=2011/on"},
		// Years before Christ and in words.
		{monday, "The treaty of 241 BC was broken in 218 B.C. by both.", "241 BC=BC0241; 218 B.C.=BC0218/on"},
		{monday, "In nineteen ninety-six they agreed.", "nineteen ninety-six=1996/on"},
		// Without a day of publication relative times stay open, in relative form.
		{"", "They met on Friday, yesterday, last year and on 5 May.", "Friday=XXXX-WXX-5/on; yesterday=XXXX-XX-XX; last year=XXXX; 5 May=XXXX-05-05/on"},
		// History is told from year to year, not from its telling.
		{monday, "In 1939 and 1940 war came. In 1941 it spread. In 1942 it grew. In 1943 it turned. In 1944 it neared its end. In June the armies landed; the next day it rained.",
			"1939=1939/on; 1940=1940; 1941=1941/on; 1942=1942/on; 1943=1943/on; 1944=1944/on; June=1944-06/on; the next day=1944-06-XX"},
	}
	for _, row := range rows {
		if got := told(row.text, find(t, row.published, row.text)); got != row.want {
			t.Errorf("%q on %s\n got %s\nwant %s", row.text, row.published, got, row.want)
		}
	}
}

func TestAnchors(t *testing.T) {
	rows := []struct {
		published, text string
		anchor          chancery.TimeAnchor
		index           int
	}{
		// A whole date needs no anchor.
		{monday, "Signed on 5 May 2020.", chancery.AnchorNone, -1},
		// A weekday is told from publication.
		{monday, "Signed on Friday.", chancery.AnchorPublished, -1},
		// "The following day" is told from the first expression of the text.
		{monday, "Signed on 5 May 2020, it was denounced the following day.", chancery.AnchorText, 0},
		// Nothing to tell it from.
		{"", "Signed on Friday.", chancery.AnchorUnresolved, -1},
	}
	for _, row := range rows {
		times := find(t, row.published, row.text)
		if len(times) == 0 {
			t.Errorf("%q: no time found", row.text)
			continue
		}
		last := times[len(times)-1]
		if last.Anchor != row.anchor || last.AnchorIndex != row.index {
			t.Errorf("%q: anchored on %s %d, want %s %d", row.text, last.Anchor, last.AnchorIndex, row.anchor, row.index)
		}
	}
}

func TestIntervals(t *testing.T) {
	rows := []struct{ text, from, to, zone string }{
		// A month keeps its grain at both ends.
		{"In March 2014 it ended.", "2014-03", "2014-03", ""},
		// A week is its seven days.
		{"It ended last week.", "2021-10-11", "2021-10-17", ""},
		// The preposition leaves an end open.
		{"It has lasted since 2014.", "2014", "", ""},
		{"It lasts until 1 November 2021.", "", "2021-11-01", ""},
		// A deadline runs from publication.
		{"Leave within 72 hours.", "2021-10-18", "2021-10-21", ""},
		{"Leave within six months.", "2021-10-18", "2022-04-18", ""},
		// A backward length ends on publication.
		{"It happened in the past two weeks.", "2021-10-04", "2021-10-18", ""},
		// "In two weeks" is a day when the verb is in the future.
		{"They will meet in two weeks.", "2021-11-01", "2021-11-01", ""},
		// A decade is its ten years.
		{"It began in the 1990s.", "1990", "1999", ""},
		// A zone is kept beside the value.
		{"It began at 9 a.m. EST.", "2021-10-18", "2021-10-18", "-05:00"},
	}
	for _, row := range rows {
		times := find(t, monday, row.text)
		if len(times) != 1 {
			t.Errorf("%q: %d times found", row.text, len(times))
			continue
		}
		if e := times[0]; e.From.String() != row.from || e.To.String() != row.to || e.Zone != row.zone {
			t.Errorf("%q: %s to %s zone %q, want %s to %s zone %q", row.text, e.From, e.To, e.Zone, row.from, row.to, row.zone)
		}
	}
}

// timexValue is the grammar of TIMEX3 values (TimeML 1.2.1), with the BC
// prefix and unknown parts as X.
var timexValue = regexp.MustCompile(`^(PAST_REF|PRESENT_REF|FUTURE_REF` +
	`|PXX|P[0-9X.]+(Y|Q|W|WE|M|D|DE|CE|L)([0-9.]+[YQWMD])*(T([0-9.]+[HMS])+)?` +
	`|PT[0-9X.]+[HMS]([0-9.]+[HMS])*` +
	`|(BC)?[0-9X]{1,4}(-(Q[1-4X]|H[12X]|SP|SU|FA|WI|W[0-9X]{2}(-WE|-[1-7])?|[0-9X]{2}(-[0-9X]{2})?))?(T(MO|MI|AF|EV|NI|DT|XX|[0-9]{2}(:[0-9]{2}){1,2}))?)$`)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"The envoy left on October 18, 2021.", "between 3 and 12 of Sept", "two years, one month and 3 days ago", "9 a.m. EST Tuesday",
		"the first Monday of last year", "week 53 of 2021", "March 3-5, 9999", "99999999999 years from now", "0001-01-01 and a century earlier",
		"500 BC. Ten years later", "thousand thousand million years ago", "the day after 31 December 9999", "’96 – ’99", "every second Tuesday at 5",
		"\xff\xfe May 5\x00", "two and a half hours before midnight Friday", "29 February", "the week of 1 January 0001",
	} {
		f.Add(seed, 2021, 10, 18)
	}
	f.Fuzz(func(t *testing.T, words string, y, m, d int) {
		doc := chancery.Document{Text: strings.ToValidUTF8(words, "?")}
		if day, err := chancery.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d)); err == nil {
			doc.Published = day
		}
		sentences := text.Sentences(doc.Text)
		at := 0
		for i, e := range timex.Find(doc, sentences) {
			if e.Span.Start < at || e.Span.End > len(doc.Text) || e.Span.Empty() {
				t.Fatalf("span %v after %d of %d bytes", e.Span, at, len(doc.Text))
			}
			at = e.Span.End
			if !timexValue.MatchString(e.Value) {
				t.Fatalf("%q: %q is no TIMEX3 value", e.Span.Of(doc.Text), e.Value)
			}
			if !e.From.IsZero() && !e.To.IsZero() && e.To.Last().Before(e.From.First()) {
				t.Fatalf("%q: from %v to %v", e.Span.Of(doc.Text), e.From, e.To)
			}
			if e.AnchorIndex >= i || e.AnchorIndex >= 0 != (e.Anchor == chancery.AnchorText) {
				t.Fatalf("%q: expression %d anchored on %d (%s)", e.Span.Of(doc.Text), i, e.AnchorIndex, e.Anchor)
			}
			if tokens := sentences[e.Sentence].Tokens; e.First < 0 || e.First > e.End || e.End > len(tokens) {
				t.Fatalf("%q: tokens %d to %d of %d", e.Span.Of(doc.Text), e.First, e.End, len(tokens))
			}
		}
	})
}

// Text made to be read again from every piece still ends, and finds nothing
// empty.
func TestHostileTextEnds(t *testing.T) {
	for _, unit := range []string{"May and ", "two ", "the ", "hundred ", "a year ago ", "5-", "1/", "every ", "early ", "last next ", "'", "12:", "between 3 and ", "5, ", "5, 6 and ", "March 5, ", "two years ", "499-", "FY", "Ramadan ", "(May "} {
		words := strings.Repeat(unit, 5_000)
		for _, e := range find(t, monday, words) {
			if e.Span.Empty() {
				t.Fatalf("%q: an empty span", unit)
			}
		}
	}
}

const report = `Russia said on Monday it would suspend the work of its mission to the alliance from November 1, in answer to
the expulsion of eight members of its mission earlier this month. The minister told reporters in the capital that the staff of the
military liaison office would lose their accreditation, and that the information bureau would be closed. The alliance cut the size of
the mission by half on 6 October 2021, saying that eight of its members had been undeclared officers. In 2015 the number had been cut to
thirty after the events of the year before. The two sides last met in council in 2019, and talks have been frozen for two years.`

func BenchmarkFind(b *testing.B) {
	doc := chancery.Document{Text: strings.Repeat(report+"\n\n", 20), Published: chancery.Date{Year: 2021, Month: 10, Day: 18}}
	sentences := text.Sentences(doc.Text)
	tokens := 0
	for _, s := range sentences {
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		timex.Find(doc, sentences)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
