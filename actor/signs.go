package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/model"
)

// sign is what the tagger of names sees of one token.
type sign struct {
	word, low, key           uint64
	pre1, pre2, pre3, pre4   uint64
	suf1, suf2, suf3, suf4   uint64
	shape                    uint64
	table                    uint64 // class of the table's name at the token and the place in it
	given, sur, role, common uint64
	seen                     uint64 // what stands beside the word elsewhere in the document
	candidate                bool
	upper                    bool
	start                    uint64
	fine, coarse             uint64 // classes of the word
	small                    uint64 // coarse class of the word in small letters, for one with a capital
}

// signs prepares a sentence for the tagger. A token may belong to a name when
// it has a capital or a digit glued to one, or stands in a gap of at most
// three between two such tokens.
func (p *pass) signs(sentence int) []sign {
	words := p.words[sentence]
	s := make([]sign, len(words))
	for i, w := range words {
		s[i] = p.signOf(w)
		if i == 0 {
			s[i].start = 1
		}
	}
	for _, m := range p.found[sentence] {
		if m.dropped {
			continue
		}
		label := uint64(m.class)<<3 + 1
		if m.class == 0 {
			label = 200
		}
		for j := m.First; j < m.End; j++ {
			place := uint64(0)
			if j > m.First {
				place = 1
			}
			if m.End-m.First > 1 {
				place += 2
			}
			s[j].table = label + place
		}
	}
	last := -10
	for i := range s {
		if s[i].upper {
			if i-last <= 4 {
				for j := last + 1; j < i; j++ {
					s[j].candidate = true
				}
			}
			s[i].candidate = true
			last = i
			if i+2 < len(s) && words[i+1].text == "-" { // Yoon Suk-yeol
				s[i+1].candidate, s[i+2].candidate = true, true
			}
		}
	}
	return s
}

func (p *pass) signOf(w word) sign {
	s := sign{word: model.Word(w.text), key: model.Word(w.key), upper: w.upper || hasUpper(w.text), shape: shapeOf(w.text)}
	s.low = s.key
	if p.clusters != nil {
		s.fine, s.coarse = p.clusters.of(w.text)
		if w.upper {
			_, s.small = p.clusters.of(strings.ToLower(w.text))
		}
	}
	if w.key == "" {
		s.low = s.word
	}
	s.pre1, s.suf1 = model.Word(head(w.text, 1)), model.Word(tail(w.text, 1))
	s.pre2, s.suf2 = model.Word(head(w.text, 2)), model.Word(tail(w.text, 2))
	s.pre3, s.suf3 = model.Word(head(w.text, 3)), model.Word(tail(w.text, 3))
	s.pre4, s.suf4 = model.Word(head(w.text, 4)), model.Word(tail(w.text, 4))
	if s.upper {
		skeleton := skeleton(w.key)
		if p.given[skeleton] {
			s.given = 1
		}
		if p.surnames[skeleton] {
			s.sur = 1
		}
		if p.lowers[w.key] {
			s.common = 1
		}
		s.seen = uint64(p.beside[w.key])
	}
	if p.starts[w.key] {
		s.role = 1
		if _, whole := p.roles[w.key]; whole {
			s.role = 2
		}
	}
	return s
}

func head(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

func tail(text string, n int) string {
	i := len(text)
	for ; i > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return text[i:]
}

// shapeOf writes capitals as X, small letters as x, digits as 9, runs once.
func shapeOf(text string) uint64 {
	var buf [16]byte
	out := buf[:0]
	for _, r := range text {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r == '-' || r == '\'' || r == '&':
			c = byte(r)
		}
		if n := len(out); n > 1 && out[n-1] == c && out[n-2] == c {
			continue
		}
		if len(out) < cap(out) {
			out = append(out, c)
		}
	}
	return model.Word(string(out))
}

// appendNameFeatures appends the features of token i.
func appendNameFeatures(out []model.Feature, s []sign, i int) []model.Feature {
	at := func(j int) *sign {
		if j < 0 || j >= len(s) {
			return &sign{start: 7, shape: 3, low: 5}
		}
		return &s[j]
	}
	c, l, r, ll, rr := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
	flags := c.given | c.sur<<1 | c.role<<2 | c.common<<4 | c.start<<5
	return append(out,

		model.Mix1(1, c.word), model.Mix1(2, c.low), model.Mix1(3, l.low), model.Mix1(4, r.low), model.Mix1(5, ll.low), model.Mix1(6, rr.low),
		model.Mix1(7, c.pre1), model.Mix1(8, c.pre2), model.Mix1(9, c.pre3), model.Mix1(10, c.pre4),
		model.Mix1(11, c.suf1), model.Mix1(12, c.suf2), model.Mix1(13, c.suf3), model.Mix1(14, c.suf4),
		model.Mix1(15, c.shape), model.Mix2(16, c.shape, c.start), model.Mix2(17, l.shape, c.shape), model.Mix2(18, c.shape, r.shape), model.Mix3(19, l.shape, c.shape, r.shape),
		model.Mix2(20, c.low, l.low), model.Mix2(21, c.low, r.low), model.Mix2(22, l.low, ll.low), model.Mix2(23, r.low, rr.low),
		model.Mix1(24, c.table), model.Mix2(25, c.table, c.low), model.Mix2(26, l.table, c.table), model.Mix2(27, c.table, r.table), model.Mix2(28, c.table, r.low), model.Mix2(29, c.table, l.low),
		model.Mix1(30, flags), model.Mix2(31, flags, c.shape), model.Mix2(32, flags, l.given|l.sur<<1|l.role<<2), model.Mix2(33, flags, r.given|r.sur<<1|r.role<<2),
		model.Mix2(34, l.low, c.shape), model.Mix2(35, r.low, c.shape), model.Mix3(36, l.low, c.shape, r.low),
		model.Mix2(37, ll.low, c.shape), model.Mix2(38, rr.low, c.shape), model.Mix1(39, l.suf3), model.Mix1(40, r.suf3), model.Mix2(41, l.role, c.shape),
		model.Mix2(42, ll.shape, l.shape), model.Mix2(43, r.shape, rr.shape),
		model.Mix1(46, c.seen), model.Mix2(47, c.seen, c.shape), model.Mix2(48, c.seen, r.seen), model.Mix2(49, l.seen, c.seen), model.Mix2(50, c.seen, c.table),
		model.Mix1(51, c.seen&7), model.Mix1(52, c.seen&56), model.Mix1(53, c.seen&448),
		model.Mix1(60, c.fine), model.Mix1(61, c.coarse), model.Mix1(62, l.fine), model.Mix1(63, l.coarse), model.Mix1(64, r.fine), model.Mix1(65, r.coarse),
		model.Mix1(66, ll.coarse), model.Mix1(67, rr.coarse), model.Mix2(68, l.coarse, c.coarse), model.Mix2(69, c.coarse, r.coarse),
		model.Mix2(70, l.fine, c.shape), model.Mix2(71, r.fine, c.shape), model.Mix2(72, c.small, c.start), model.Mix2(73, c.coarse, c.shape),
		model.Mix1(74, ll.fine), model.Mix1(75, rr.fine), model.Mix3(76, l.coarse, c.shape, r.coarse),
		model.Mix2(77, l.word, c.suf3), model.Mix2(78, c.suf3, r.low), model.Mix2(79, l.table, c.shape), model.Mix2(80, c.shape, r.table),
		model.Mix2(81, c.fine, r.fine), model.Mix2(82, l.fine, c.fine), model.Mix3(83, l.coarse, c.coarse, r.coarse), model.Mix2(84, c.seen, c.suf3),
		model.Mix2(85, c.suf4, c.shape), model.Mix3(86, l.table, c.table, r.table), model.Mix2(87, c.table, c.coarse),
		model.Mix1(44, at(i+3).low), model.Mix1(45, at(i-3).low),
	)
}

// The bits of what stands beside a capitalised word anywhere in the document.
const (
	besideTitle   = 1 << iota // after an honorific or an office
	besideGiven               // after a given name
	besideSpeech              // before a verb of speech
	besidePlace               // after a preposition of place
	besideArticle             // after "the"
	besideBracket             // alone in brackets, as an abbreviation is explained
	besideBody                // before or after a word that names a body
	besidePair                // before another capitalised word
	besideComma               // between commas
)

// readBeside gathers what stands beside every capitalised word (the context
// aggregation of Ratinov and Roth 2009).
func (p *pass) readBeside() {
	p.beside = map[string]uint16{}
	for _, words := range p.words {
		for i, w := range words {
			if !w.upper || w.key == "" {
				continue
			}
			var bits uint16
			if i > 0 {
				bits |= p.besideLeft(words[i-1])
			}
			if i+1 < len(words) {
				bits |= besideRight(words[i+1])
			}
			if i > 0 && i+1 < len(words) {
				switch before, after := words[i-1].text, words[i+1].text; {
				case before == "(" && after == ")":
					bits |= besideBracket
				case before == "," && after == ",":
					bits |= besideComma
				}
			}
			p.beside[w.key] |= bits
		}
	}
}

func (p *pass) besideLeft(w word) (bits uint16) {
	switch {
	case honorific(w.key) || p.starts[w.key] && p.wholeRole(w.key):
		bits |= besideTitle
	case w.upper && p.given[skeleton(w.key)]:
		bits |= besideGiven
	case w.key == "the":
		bits |= besideArticle
	case locative(w.key) && w.key != "to":
		bits |= besidePlace
	case bodyWord(w.key) && w.upper:
		bits |= besideBody
	}
	return bits
}

func (p *pass) wholeRole(key string) bool {
	_, known := p.roles[key]
	return known
}

func besideRight(w word) (bits uint16) {
	switch {
	case speechVerb(w.key):
		bits |= besideSpeech
	case bodyWord(w.key) && w.upper:
		bits |= besideBody
	case w.upper:
		bits |= besidePair
	}
	return bits
}

func speechVerb(key string) bool {
	switch key {
	case "said", "says", "told", "added", "adds", "explained", "noted", "stated", "who", "argued", "warned", "urged", "replied", "claimed", "insisted", "stressed", "admitted", "asked":
		return true
	}
	return false
}

func bodyWord(key string) bool {
	switch key {
	case "party", "ministry", "university", "council", "committee", "commission", "bank", "company", "corporation", "inc", "ltd", "limited", "group", "association", "union", "federation", "league", "agency", "authority", "institute", "foundation", "movement", "front", "army", "club", "fc", "united", "times", "news", "post", "court", "office", "department", "congress", "assembly", "organisation", "organization", "society", "fund", "network", "airlines", "forum", "alliance", "board", "centre", "center", "college", "school", "church", "hospital":
		return true
	}
	return false
}
