package train

import (
	"fmt"
	"slices"
	"strings"
)

// landTable tells where states lie and on whom they border.
func landTable(w *world, _ string) (table, error) {
	t := table{file: "lands.txt", header: []string{
		"Where states lie: code, latitude and longitude of the middle in degrees, region, part of it, landlocked or coast, codes of the neighbours by land.",
		"Built by `chancery train tables` from mledoze/countries (ODbL 1.0).",
	}}
	for _, s := range w.states {
		if len(s.Place) != 2 || !s.Independent && !slices.Contains([]string{"PSE", "XKX", "TWN", "VAT"}, s.Code) {
			continue
		}
		sea := "coast"
		if s.Landlocked {
			sea = "landlocked"
		}
		neighbours := slices.Clone(s.Borders)
		for i, code := range neighbours {
			if code == "UNK" {
				neighbours[i] = "XKX"
			}
		}
		slices.Sort(neighbours)
		t.rows = append(t.rows, strings.Join([]string{s.Code, fmt.Sprintf("%.1f", s.Place[0]), fmt.Sprintf("%.1f", s.Place[1]), s.Region, s.Subregion, sea, strings.Join(neighbours, " ")}, "\t"))
	}
	return t, nil
}
