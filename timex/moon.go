package timex

import "math"

// Instants are Julian ephemeris days; the difference to universal time, about
// a minute, is below what any rule here looks at.

const (
	degree       = math.Pi / 180
	julian2000   = 2451545.0
	synodicMonth = 29.530588861
)

// newMoon is the instant of the k-th conjunction after that of 6 January 2000,
// to a few minutes: Meeus, Astronomical Algorithms (2nd edition, 1998),
// chapter 49, with its larger terms.
func newMoon(k int) float64 {
	n := float64(k)
	t := n / 1236.85
	jde := 2451550.09766 + synodicMonth*n + t*t*(0.00015437-t*0.00000015)
	e := 1 - t*(0.002516+t*0.0000074)
	sun := degree * (2.5534 + 29.10535670*n - 0.0000014*t*t)
	moon := degree * (201.5643 + 385.81693528*n + t*t*(0.0107582+t*0.00001238))
	latitude := degree * (160.7108 + 390.67050284*n - t*t*(0.0016118+t*0.00000227))
	node := degree * (124.7746 - 1.56375588*n + t*t*(0.0020672+t*0.00000215))
	return jde - 0.40720*math.Sin(moon) + 0.17241*e*math.Sin(sun) + 0.01608*math.Sin(2*moon) + 0.01039*math.Sin(2*latitude) +
		0.00739*e*math.Sin(moon-sun) - 0.00514*e*math.Sin(moon+sun) + 0.00208*e*e*math.Sin(2*sun) - 0.00111*math.Sin(moon-2*latitude) -
		0.00057*math.Sin(moon+2*latitude) + 0.00056*e*math.Sin(2*moon+sun) - 0.00042*math.Sin(3*moon) + 0.00042*e*math.Sin(sun+2*latitude) +
		0.00038*e*math.Sin(sun-2*latitude) - 0.00024*e*math.Sin(2*moon-sun) - 0.00017*math.Sin(node)
}

// newMoonNear is the number of the conjunction nearest to the instant.
func newMoonNear(jde float64) int {
	return int(math.Round((jde - 2451550.09766) / synodicMonth))
}

// turn is the instant of an equinox or solstice of the year, quarter 0 being
// that of March: Meeus, chapter 27, without the periodic terms but the largest
// (to about ten minutes).
func turn(year, quarter int) float64 {
	y := (float64(year) - 2000) / 1000
	mean := [4][5]float64{
		{2451623.80984, 365242.37404, 0.05169, -0.00411, -0.00057},
		{2451716.56767, 365241.62603, 0.00325, 0.00888, -0.00030},
		{2451810.21715, 365242.01767, -0.11575, 0.00337, 0.00078},
		{2451900.05952, 365242.74049, -0.06223, -0.00823, 0.00032},
	}[quarter&3]
	jde := mean[0] + y*(mean[1]+y*(mean[2]+y*(mean[3]+y*mean[4])))
	t := (jde - julian2000) / 36525
	w := degree * (35999.373*t - 2.47)
	terms := [...][3]float64{
		{485, 324.96, 1934.136}, {203, 337.23, 32964.467}, {199, 342.08, 20.186}, {182, 27.85, 445267.112}, {156, 73.14, 45036.886},
		{136, 171.52, 22518.443}, {77, 222.54, 65928.934}, {74, 296.72, 3034.906}, {70, 243.58, 9037.513}, {58, 119.81, 33718.147},
		{52, 297.17, 150.678}, {50, 21.02, 2281.226},
	}
	sum := 0.0
	for _, term := range terms {
		sum += term[0] * math.Cos(degree*(term[1]+term[2]*t))
	}
	return jde + 0.00001*sum/(1+0.0334*math.Cos(w)+0.0007*math.Cos(2*w))
}
