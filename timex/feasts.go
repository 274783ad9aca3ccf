package timex

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"chancery"
)

// holiday is a rule for a feast: a fixed month and day, the nth weekday of a
// month, or days from a movable feast; then shift days. "Ramadan" is its whole
// lunar month.
type holiday struct {
	month, day   int
	weekday, nth int
	movable      byte // the letter of its calendar, 0 for none
	shift        int
	lunarMonth   bool
	capital      bool // a name only when written with capitals
	owner        byte // initial of whose day it is, when others have one of that name
}

// on is the day of the feast in the year.
func (h holiday) on(y int) (chancery.Date, bool) {
	if y < firstYear || y > lastYear {
		return chancery.Date{}, false
	}
	d, ok := civil(y, h.month, h.day)
	switch {
	case h.movable != 0:
		d, ok = movableFeast(h.movable, y, h.month)
	case h.weekday > 0:
		d, ok = nthWeekday(y, h.month, h.weekday, h.nth)
	}
	return d.AddDays(h.shift), ok
}

// parseHoliday reads MM-DD, MM-Ww-n[+s], and a movable feast: its letter, for
// the Islamic calendar the month, and ±n days; "month" makes it the whole
// lunar month, "capital" a name only in capitals.
func parseHoliday(text, flag string) (h holiday, err error) {
	for _, one := range strings.Fields(flag) {
		switch one {
		case "month":
			h.lunarMonth = true
		case "capital":
			h.capital = true
		case "american", "russian":
			h.owner = one[0]
		default:
			return h, fmt.Errorf("%q is no flag of a feast", one)
		}
	}
	if letter := text[:1]; strings.Contains("EOHPLNSD", letter) {
		h.movable = letter[0]
		h.shift, err = strconv.Atoi(text[1:])
		return h, err
	}
	if rest, ok := strings.CutPrefix(text, "I"); ok {
		month, shift, found := strings.Cut(rest, "+")
		if !found {
			return h, fmt.Errorf("%q is no rule for a feast", text)
		}
		h.movable = 'I'
		if h.month, err = strconv.Atoi(month); err != nil {
			return h, err
		}
		h.shift, err = strconv.Atoi(shift)
		return h, err
	}
	if len(text) < 5 || text[2] != '-' {
		return h, fmt.Errorf("%q is no rule for a feast", text)
	}
	if h.month, err = strconv.Atoi(text[:2]); err != nil {
		return h, err
	}
	if text[3] != 'W' {
		h.day, err = strconv.Atoi(text[3:])
		return h, err
	}
	rule, shift, shifted := strings.Cut(text[4:], "+")
	if shifted {
		if h.shift, err = strconv.Atoi(shift); err != nil {
			return h, err
		}
	}
	weekday, nth, _ := strings.Cut(rule, "-")
	if h.weekday, err = strconv.Atoi(weekday); err != nil {
		return h, err
	}
	h.nth, err = strconv.Atoi(nth)
	return h, err
}

// owns reports whether nobody but the owner is named before the feast at i.
func (s *sentence) owns(owner byte, i int) bool {
	k := i - 1
	if s.is(k, "s") && s.is(k-1, "'") {
		k -= 2 // "India's Independence Day"
	} else if k <= 0 || !s.at(k).upper {
		return true
	}
	if owner == 'r' {
		return s.is(k, "russia", "russian", "moscow", "soviet", "kremlin")
	}
	return s.is(k, "america", "american", "us", "states") || s.is(k, ".") && s.is(k-1, "s")
}

// movableFeast is the day in the year y of: E western and O orthodox Easter; H
// Rosh Hashanah and P Passover; L the lunar new year of China; N Nowruz; D
// Diwali; S Hanukkah; I the first day of a month of the Islamic calendar, the
// first time that it falls into the year.
func movableFeast(calendar byte, y, month int) (chancery.Date, bool) {
	switch calendar {
	case 'E':
		return easter(y), true
	case 'O':
		return orthodoxEaster(y), true
	}
	if y < 1600 || y > 2400 { // where the reckoning of the moon holds
		return chancery.Date{}, false
	}
	switch calendar {
	case 'H':
		return fixedDay(hebrewNewYear(y + 3761)), true
	case 'P':
		return fixedDay(hebrewNewYear(y+3761) - 163), true
	case 'S':
		return hanukkah(y), true
	case 'L':
		return lunarNewYear(y), true
	case 'N':
		return dayAt(turn(y, 0)+3.5/24+0.5, 0), true // the day that begins after noon in Tehran
	case 'D':
		return diwali(y), true
	case 'I':
		return islamicMonth(y, month)
	}
	return chancery.Date{}, false
}

// dayAt is the civil day of an instant in a zone of so many hours.
func dayAt(jde, hours float64) chancery.Date {
	return fixedDay(int(math.Floor(jde + hours/24 - fixedEpoch)))
}

// Fixed days count from 1 January of the year 1 (Gregorian), which is day 1:
// Reingold and Dershowitz, Calendrical Calculations. The epoch is the Julian
// day of the midnight that begins day 0.
const fixedEpoch = 1721424.5

func fixedDay(n int) chancery.Date {
	return chancery.Date{Year: 1, Month: 1, Day: 1}.AddDays(n - 1)
}

// orthodoxEaster is Easter Sunday by the Julian calendar, as a Gregorian day:
// Meeus, Astronomical Algorithms, chapter 8.
func orthodoxEaster(y int) chancery.Date {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	return chancery.Date{Year: y, Month: month, Day: day}.AddDays(y/100 - y/400 - 2)
}

// hebrewNewYear is the fixed day of Rosh Hashanah of a Hebrew year: Reingold
// and Dershowitz, with its postponements.
func hebrewNewYear(year int) int {
	day := hebrewElapsed(year)
	before, after := hebrewElapsed(year-1), hebrewElapsed(year+1)
	switch {
	case after-day == 356:
		day += 2
	case day-before == 382:
		day++
	}
	return day - 1373427
}

func hebrewElapsed(year int) int {
	months := (235*year - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// hanukkah is its first day, 25 Kislev.
func hanukkah(y int) chancery.Date {
	year := y + 3761
	first := hebrewNewYear(year)
	days := 83
	if (hebrewNewYear(year+1)-first)%10 == 5 {
		days = 84 // Heshvan has 30 days
	}
	return fixedDay(first + days)
}

// lunarNewYear is the second new moon after the month of the winter solstice,
// in Chinese time; the rare leap month after the solstice is not reckoned.
func lunarNewYear(y int) chancery.Date {
	const china = 8
	solstice := dayAt(turn(y-1, 3), china)
	k := newMoonNear(turn(y-1, 3))
	for dayAt(newMoon(k), china).Compare(solstice) > 0 {
		k--
	}
	for dayAt(newMoon(k+1), china).Compare(solstice) <= 0 {
		k++
	}
	return dayAt(newMoon(k+2), china)
}

// diwali is the evening before a new moon that falls on 17 October or after, in
// Indian time.
func diwali(y int) chancery.Date {
	const india, sunset = 5.5, 17.6
	first := chancery.Date{Year: y, Month: 10, Day: 17}
	k := newMoonNear(turn(y, 2)+25) - 1
	for dayAt(newMoon(k)-sunset/24, india).Before(first) {
		k++
	}
	return dayAt(newMoon(k)-sunset/24, india)
}

// lunarDays is the number of days of the Islamic month that begins on the day.
func lunarDays(first chancery.Date) int {
	next := newMoon(newMoonNear(turn(first.Year, 0) + float64(daysBetween(dayAt(turn(first.Year, 0), 0), first)) + synodicMonth - 1))
	return daysBetween(first, dayAt(next, saudiTurn).AddDays(1))
}

// saudiTurn is the zone in which the day turns at 14:00 UTC.
const saudiTurn = 10

// islamicMonth is the first day of a month of the Islamic calendar as the
// calendar of Saudi Arabia reckons it, nearly: the day after the conjunction,
// one later when that fell after 14:00 UTC. The month is found by the
// arithmetic calendar (30-year cycle, epoch 16 July 622 Julian).
func islamicMonth(y, month int) (chancery.Date, bool) {
	year := int(math.Floor(float64(y-622) * 33 / 32))
	for n := year - 1; n <= year+2; n++ {
		fixed := 227015 + 354*(n-1) + (3+11*n)/30 + (59*(month-1)+1)/2
		moon := newMoon(newMoonNear(float64(fixed) + fixedEpoch - 1.5))
		d := dayAt(moon, saudiTurn).AddDays(1)
		if d.Year == y {
			return d, true
		}
		if d.Year > y {
			break
		}
	}
	return chancery.Date{}, false
}
