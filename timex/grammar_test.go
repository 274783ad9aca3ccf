package timex

import (
	"strings"
	"testing"

	"chancery"
)

// Every rule of the grammar has a text that it reads and one that it must leave
// alone; a rule without both fails.
func TestRulesHaveExamples(t *testing.T) {
	examples := map[string][2]string{
		"numeric-date":  {"dated 2021-10-18", "version 1.2.10"},
		"date":          {"on 18 October", "the march on the capital"},
		"numeric-month": {"dated 2015-12.", "the 2010-12 plan"},
		"compact-date":  {"report-20161016", "file 20169999"},
		"slash-date":    {"due on 10/25", "two thirds, or 2/3"},
		"leading-day":   {"on 3-5 March", "a 3-5 win in spring"},
		"clock":         {"at 9 a.m.", "a 9 percent rise"},
		"leading-clock": {"from 5 to 6 p.m.", "from 5 to 6 ships"},
		"leading-bc":    {"from 499 to 493 BC", "from 499 to 493 ships"},
		"week-number":   {"in week 31.", "a week 31 ships came"},
		"day-of-month":  {"on the 18th.", "on the 18th floor"},
		"days":          {"he left yesterday", "yesteryear's men"},
		"ago":           {"ten days ago", "the ten days' truce"},
		"after-date":    {"two days after 5 May", "two days after the vote"},
		"ordinal-unit":  {"the first week of May", "the first draft of May"},
		"unit":          {"earlier, last month", "the last minister"},
		"quarter":       {"the third quarter of 2019", "the third party of 2019"},
		"year-ago":      {"the year-earlier quarter", "the year's quarters"},
		"year-end":      {"by year-end", "year in, year out"},
		"season":        {"in the spring of 1994", "the Summer Palace"},
		"holiday":       {"on Good Friday", "a good day"},
		"weekday":       {"he said Monday", "the sun shone"},
		"part-of-day":   {"the night of 5 May", "the night train"},
		"decade":        {"the 1990s", "1990 ships"},
		"set":           {"every year", "every minister"},
		"duration":      {"for ten days", "the 45-year-old envoy"},
		"vague":         {"they now agree", "the moment came"},
		"year":          {"in 2014", "flight 2014X"},
	}
	for _, p := range grammar() {
		example, told := examples[p.name]
		if !told {
			t.Errorf("rule %s has no examples", p.name)
			continue
		}
		if !fires(p.name, example[0]) {
			t.Errorf("rule %s does not read %q", p.name, example[0])
		}
		if fires(p.name, example[1]) {
			t.Errorf("rule %s reads %q", p.name, example[1])
		}
	}
}

func fires(rule, words string) bool {
	whole := chancery.Sentence{Span: chancery.Span{End: len(words)}}
	for _, e := range Find(chancery.Document{Text: words}, []chancery.Sentence{whole}) {
		if name, _, _ := strings.Cut(e.Rule, "+"); name == rule {
			return true
		}
	}
	return false
}
