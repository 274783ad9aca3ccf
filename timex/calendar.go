package timex

import (
	"fmt"
	"time"

	"chancery"
)

// unit is a unit of time; the order is that of length.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
	millennium
)

// unitNamed is the unit that the tables call name, noUnit for none.
func unitNamed(name string) unit {
	switch name {
	case "second":
		return second
	case "minute":
		return minute
	case "hour":
		return hour
	case "day", "night":
		return day
	case "weekend":
		return weekend
	case "week":
		return week
	case "fortnight":
		return fortnight
	case "month":
		return month
	case "quarter":
		return quarter
	case "half":
		return half
	case "year":
		return year
	case "decade":
		return decade
	case "century":
		return century
	case "millennium":
		return millennium
	}
	return noUnit
}

// period is a stretch of the calendar: the unit-long stretch that begins on
// first. A bc above zero is a year before Christ; then first's year is only a
// place to keep month and day, and the period has no interval.
type period struct {
	unit  unit
	first chancery.Date
	bc    int
}

const (
	firstYear = 1
	lastYear  = 9999
)

// civil builds a valid date; months and days past their ends are an error.
func civil(y, m, d int) (chancery.Date, bool) {
	if y < firstYear || y > lastYear || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return chancery.Date{}, false
	}
	return chancery.Date{Year: y, Month: m, Day: d}, true
}

func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// isoWeekday is 1 for Monday and 7 for Sunday.
func isoWeekday(d chancery.Date) int {
	return (int(d.Time().Weekday())+6)%7 + 1
}

// periodAt is the period of the unit that holds the day.
func periodAt(u unit, d chancery.Date) period {
	d = d.First()
	switch u {
	case week, fortnight:
		d = d.AddDays(1 - isoWeekday(d))
	case weekend:
		d = d.AddDays(6 - isoWeekday(d))
	case month:
		d.Day = 1
	case quarter:
		d.Month, d.Day = (d.Month-1)/3*3+1, 1
	case season:
		if d.Month < 3 {
			d.Year--
		}
		d.Month, d.Day = d.Month%12/3*3, 1
		if d.Month == 0 {
			d.Month = 12
		}
	case half:
		d.Month, d.Day = (d.Month-1)/6*6+1, 1
	case year:
		d.Month, d.Day = 1, 1
	case decade:
		d = chancery.Date{Year: d.Year - d.Year%10, Month: 1, Day: 1}
	case century:
		d = chancery.Date{Year: d.Year - d.Year%100, Month: 1, Day: 1}
	case millennium:
		d = chancery.Date{Year: d.Year - d.Year%1000, Month: 1, Day: 1}
	}
	return period{unit: u, first: d}
}

// monthsOf is the number of months in the unit, 0 for shorter ones.
func monthsOf(u unit) int {
	switch u {
	case month:
		return 1
	case quarter, season:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	case millennium:
		return 12000
	}
	return 0
}

// daysOf is the number of days in the unit, 0 for others.
func daysOf(u unit) int {
	switch u {
	case day:
		return 1
	case weekend, week:
		return 7
	case fortnight:
		return 14
	}
	return 0
}

// moveDate moves a day by n units; a day past a month's end becomes its last.
func moveDate(d chancery.Date, u unit, n int) (chancery.Date, bool) {
	n = max(min(n, 1<<20), -1<<20)
	d = d.First()
	if days := daysOf(u); days > 0 {
		d = d.AddDays(days * n)
		return d, d.Year >= firstYear && d.Year <= lastYear
	}
	total := d.Year*12 + d.Month - 1 + monthsOf(u)*n
	if total < 12 || total >= 12*(lastYear+1) {
		return d, false
	}
	y, m := total/12, total%12+1
	return chancery.Date{Year: y, Month: m, Day: min(d.Day, daysIn(y, m))}, true
}

// next is the period of the same unit n later.
func (p period) next(n int) (period, bool) {
	d, ok := moveDate(p.first, p.unit, n)
	return period{unit: p.unit, first: d}, ok
}

// interval is the first and last date with the grain of the unit.
func (p period) interval() (from, to chancery.Date) {
	if p.bc > 0 || p.first.IsZero() {
		return chancery.Date{}, chancery.Date{}
	}
	f := p.first
	switch p.unit {
	case weekend:
		return f, f.AddDays(1)
	case week:
		return f, f.AddDays(6)
	case fortnight:
		return f, f.AddDays(13)
	case month, quarter, season, half:
		last, ok := moveDate(f, month, monthsOf(p.unit)-1)
		if !ok {
			last = chancery.Date{Year: lastYear, Month: 12}
		}
		return chancery.Date{Year: f.Year, Month: f.Month}, chancery.Date{Year: last.Year, Month: last.Month}
	case year, decade, century, millennium:
		years := monthsOf(p.unit) / 12
		return chancery.Date{Year: max(f.Year, firstYear)}, chancery.Date{Year: min(f.Year+years-1, lastYear)}
	}
	return f, f
}

// seasonCode is the TIMEX3 code of the season that begins with the month.
func seasonCode(month int) string {
	switch month {
	case 3:
		return "SP"
	case 6:
		return "SU"
	case 9:
		return "FA"
	}
	return "WI"
}

// value is the TIMEX3 value of the period.
func (p period) value() string {
	y := fmt.Sprintf("%04d", p.first.Year)
	if p.bc > 0 {
		y = fmt.Sprintf("BC%04d", p.bc)
	}
	f := p.first
	switch p.unit {
	case week, fortnight, weekend:
		isoYear, number := f.Time().ISOWeek()
		text := fmt.Sprintf("%04d-W%02d", isoYear, number)
		if p.unit == weekend {
			text += "-WE"
		}
		return text
	case month:
		return fmt.Sprintf("%s-%02d", y, f.Month)
	case quarter:
		return fmt.Sprintf("%s-Q%d", y, (f.Month-1)/3+1)
	case half:
		return fmt.Sprintf("%s-H%d", y, (f.Month-1)/6+1)
	case season:
		return y + "-" + seasonCode(f.Month)
	case year:
		return y
	case decade:
		return y[:len(y)-1]
	case century:
		return y[:len(y)-2]
	case millennium:
		return y[:len(y)-3]
	}
	return fmt.Sprintf("%s-%02d-%02d", y, f.Month, f.Day)
}

// vagueValue is the value of a period of the unit that nothing anchors.
func vagueValue(u unit) string {
	switch u {
	case week, fortnight:
		return "XXXX-WXX"
	case weekend:
		return "XXXX-WXX-WE"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case half:
		return "XXXX-HX"
	case season:
		return "XXXX-XX"
	case year:
		return "XXXX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	case millennium:
		return "X"
	}
	return "XXXX-XX-XX"
}

// easter is western Easter Sunday: the anonymous Gregorian algorithm, Meeus,
// Astronomical Algorithms (1991), chapter 8.
func easter(y int) chancery.Date {
	a, b, c := y%19, y/100, y%100
	d, e, g := b/4, b%4, (8*b+13)/25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := h + l - 7*m + 90
	return chancery.Date{Year: y, Month: n / 25, Day: (h + l - 7*m + 33*(n/25) + 19) % 32}
}

// nthWeekday is the n-th ISO weekday of a month, counted from its end when n
// is negative.
func nthWeekday(y, m, weekday, n int) (chancery.Date, bool) {
	if n < 0 {
		last := daysIn(y, m)
		back := (isoWeekday(chancery.Date{Year: y, Month: m, Day: last}) - weekday + 7) % 7
		return civil(y, m, last-back+7*(n+1))
	}
	first := (weekday - isoWeekday(chancery.Date{Year: y, Month: m, Day: 1}) + 7) % 7
	return civil(y, m, 1+first+7*(n-1))
}
