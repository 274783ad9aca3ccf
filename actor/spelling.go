package actor

// skeleton is the key of a person's name across spellings: Lavrov and Lawrow,
// Zelensky and Zelenskyy, Erdogan and Erdoğan, Sergei and Sergey share one.
// The rules follow the romanisations of Russian, Ukrainian, Arabic and Persian
// (BGN/PCGN, ISO 9, German and French press usage).
func skeleton(name string) string {
	key := appendFold(make([]byte, 0, len(name)), name)
	out := make([]byte, 0, len(key))
	for i := 0; i < len(key); {
		sound, length := soundAt(key[i:])
		if len(out) == 0 || out[len(out)-1] != sound {
			out = append(out, sound)
		}
		i += length
	}
	for len(out) > 4 && out[len(out)-1] == 'i' {
		out = out[:len(out)-1]
	}
	for i := 0; i+2 < len(out); i++ {
		if at := string(out[i : i+3]); at == "moh" || at == "hos" {
			out[i+1] = 'u'
		}
	}
	return string(out)
}

// sounds maps the spellings of a sound, longest first, to one letter.
type sound struct {
	spelling string
	letter   byte
}

func soundsOf(first byte) []sound {
	switch first {
	case 's':
		return []sound{{"schtsch", 's'}, {"shch", 's'}, {"sch", 's'}, {"sh", 's'}}
	case 't':
		return []sound{{"tsch", 'c'}, {"tch", 'c'}, {"th", 't'}}
	case 'z':
		return []sound{{"zh", 'j'}}
	case 'd':
		return []sound{{"dzh", 'j'}, {"dj", 'j'}, {"dh", 'd'}}
	case 'k':
		return []sound{{"kh", 'h'}}
	case 'p':
		return []sound{{"ph", 'f'}}
	case 'g':
		return []sound{{"gh", 'g'}}
	case 'c':
		return []sound{{"ck", 'k'}, {"cz", 'c'}, {"ch", 'c'}}
	case 'o':
		return []sound{{"ou", 'u'}, {"oo", 'u'}}
	case 'e':
		return []sound{{"ey", 'e'}, {"ei", 'e'}, {"ej", 'e'}, {"ee", 'i'}}
	case 'a':
		return []sound{{"ay", 'e'}, {"ai", 'e'}}
	case 'i':
		return []sound{{"iyy", 'i'}, {"iy", 'i'}, {"ij", 'i'}}
	case 'y':
		return []sound{{"yi", 'i'}, {"yy", 'i'}}
	case 'f':
		return []sound{{"ff", 'v'}}
	}
	return nil
}

// soundAt is the letter of the sound that key starts with and the number of
// bytes that spell it.
func soundAt(key []byte) (letter byte, length int) {
	for _, s := range soundsOf(key[0]) {
		if len(key) >= len(s.spelling) && string(key[:len(s.spelling)]) == s.spelling {
			return s.letter, len(s.spelling)
		}
	}
	switch key[0] {
	case 'q':
		return 'k', 1
	case 'w':
		return 'v', 1
	case 'y':
		return 'i', 1
	}
	return key[0], 1
}
