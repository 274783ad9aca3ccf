package ledger

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"chancery"
)

// ParseClaim reads a claim from the JSON by which it is kept. Most of the time
// of a question about two parties would go into decoding their claims: what
// Entry.Body writes is read by a parser for that form, in a fifth of the time,
// and anything else, that of other versions too, by encoding/json.
func ParseClaim(body string) (chancery.Claim, error) {
	r := claimReader{text: body}
	if plain(body) {
		if claim := r.claim(); !r.odd && r.at == len(body) {
			return claim, nil
		}
	}
	var claim chancery.Claim
	err := json.Unmarshal([]byte(body), &claim)
	return claim, err
}

// plain reports whether the text is UTF-8 without control characters, which JSON
// has between its values only.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' {
			return false
		}
	}
	return utf8.ValidString(text)
}

// claimReader reads JSON without blanks. The texts that it gives are cut from
// the text that it reads.
type claimReader struct {
	text string
	at   int
	odd  bool // something that is not of the form was met
}

// next steps over a byte when it stands there.
func (r *claimReader) next(b byte) bool {
	if r.at < len(r.text) && r.text[r.at] == b {
		r.at++
		return true
	}
	return false
}

func (r *claimReader) expect(b byte) {
	if !r.next(b) {
		r.odd = true
	}
}

// null steps over a null when it stands there.
func (r *claimReader) null() bool {
	if strings.HasPrefix(r.text[r.at:], "null") {
		r.at += 4
		return true
	}
	return false
}

// object reads an object; member reads the value of a name, and reports
// whether it knows it.
func (r *claimReader) object(member func(name string) bool) {
	r.expect('{')
	if r.next('}') {
		return
	}
	for !r.odd {
		name := r.string()
		r.expect(':')
		if r.odd || !member(name) {
			r.odd = true
			return
		}
		if !r.next(',') {
			break
		}
	}
	r.expect('}')
}

// list reads a list, null for nil.
func list[T any](r *claimReader, element func() T) []T {
	if r.null() {
		return nil
	}
	out := []T{}
	r.expect('[')
	if r.next(']') {
		return out
	}
	for !r.odd {
		out = append(out, element())
		if !r.next(',') {
			break
		}
	}
	r.expect(']')
	return out
}

// string reads a string.
func (r *claimReader) string() string {
	r.expect('"')
	start := r.at
	end := strings.IndexByte(r.text[start:], '"')
	if end < 0 {
		r.odd = true
		return ""
	}
	if text := r.text[start : start+end]; strings.IndexByte(text, '\\') < 0 {
		r.at = start + end + 1
		return text
	}
	return r.escaped(start)
}

// escaped reads the rest of a string with escapes, as encoding/json does.
func (r *claimReader) escaped(start int) string {
	for ; r.at < len(r.text) && r.text[r.at] != '"'; r.at++ {
		if r.text[r.at] == '\\' {
			r.at++
		}
	}
	if r.at >= len(r.text) {
		r.odd = true
		return ""
	}
	r.at++
	var out string
	if json.Unmarshal([]byte(r.text[start-1:r.at]), &out) != nil {
		r.odd = true
	}
	return out
}

// number gives the bytes of a number.
func (r *claimReader) number() string {
	start := r.at
	r.next('-')
	if !r.next('0') {
		r.digits()
	}
	if r.next('.') {
		r.digits()
	}
	if r.next('e') || r.next('E') {
		if !r.next('-') {
			r.next('+')
		}
		r.digits()
	}
	return r.text[start:r.at]
}

// digits steps over one digit or more.
func (r *claimReader) digits() {
	start := r.at
	for r.at < len(r.text) && r.text[r.at] >= '0' && r.text[r.at] <= '9' {
		r.at++
	}
	if r.at == start {
		r.odd = true
	}
}

func (r *claimReader) float() float64 {
	value, err := strconv.ParseFloat(r.number(), 64)
	if err != nil {
		r.odd = true
	}
	return value
}

func (r *claimReader) int() int {
	value, err := strconv.Atoi(r.number())
	if err != nil {
		r.odd = true
	}
	return value
}

func (r *claimReader) bool() bool {
	switch rest := r.text[r.at:]; {
	case strings.HasPrefix(rest, "true"):
		r.at += 4
		return true
	case strings.HasPrefix(rest, "false"):
		r.at += 5
	default:
		r.odd = true
	}
	return false
}

// date reads a date, null or "" for the zero Date.
func (r *claimReader) date() (date chancery.Date) {
	if r.null() {
		return date
	}
	start := r.at
	r.string()
	if !r.odd && date.UnmarshalJSON([]byte(r.text[start:r.at])) != nil {
		r.odd = true
	}
	return date
}

func (r *claimReader) strings() []string { return list(r, r.string) }
