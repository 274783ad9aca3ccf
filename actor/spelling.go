package actor

import (
	"strings"
	"sync"
)

// spelling folds the romanisations of one sound into one letter.
var spelling = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		"schtsch", "s", "shch", "s", "tsch", "c", "tch", "c", "sch", "s", "sh", "s", "zh", "j", "dj", "j", "dzh", "j",
		"kh", "h", "ph", "f", "th", "t", "gh", "g", "dh", "d", "ck", "k", "cz", "c", "ch", "c", "q", "k", "x", "ks",
		"ou", "u", "oo", "u", "ee", "i", "iyy", "i", "iy", "i", "ij", "i", "yi", "i", "ey", "ei", "ay", "ai", "y", "i", "w", "v", "ow", "ov", "ff", "v",
		"aa", "a", "ei", "e", "ai", "a", "ie", "e", "e", "e", "o", "o", "mohammad", "muhamad", "mohammed", "muhamad", "mohamed", "muhamad", "muhammad", "muhamad", "mohamad", "muhamad",
		"hussein", "husein", "hussain", "husein", "hossein", "husein", "husayn", "husein", "ahmed", "ahmad", "benjamin", "binyamin", "benyamin", "binyamin",
	)
})
