package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func tooLarge(size int) error {
	return fmt.Errorf("%d MB is %w (%d MB)", (size+1<<20-1)>>20, ErrTooLarge, MaxDocument>>20)
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

// UTF8 converts text to UTF-8 without a byte order mark. UTF-16 is known by its
// mark or by its NUL bytes; text that is not valid UTF-8 is taken for
// windows-1251 where its high bytes form Cyrillic words, else for windows-1252.
// The error wraps ErrBinary or ErrEncoding.
func UTF8(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	}
	if order, ok := markless16(data); ok {
		return decode(unicode.UTF16(order, unicode.IgnoreBOM), data)
	}
	if binary(data) {
		return "", ErrBinary
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if truncated := bytes.Count(data, []byte("\xEF\xBF\xBD")); truncated > 0 {
		return "", ErrEncoding
	}
	return decode(legacy(data), data)
}

func decode(from encoding.Encoding, data []byte) (string, error) {
	out, err := from.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) || binary(out) {
		return "", ErrEncoding
	}
	return string(out), nil
}

// markless16 knows UTF-16 without a mark: Latin text has a NUL in nearly every
// second byte, always on the same side.
func markless16(data []byte) (unicode.Endianness, bool) {
	sample := data[:min(len(data), 4096)&^1]
	var sides [2]int
	for i, b := range sample {
		if b == 0 {
			sides[i&1]++
		}
	}
	pairs := len(sample) / 2
	switch {
	case pairs < 2:
	case sides[1]*10 > pairs*6 && sides[0]*10 < pairs:
		return unicode.LittleEndian, true
	case sides[0]*10 > pairs*6 && sides[1]*10 < pairs:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// binary reports whether control bytes stand in the text that no text has.
func binary(data []byte) bool {
	sample := data[:min(len(data), 1<<16)]
	controls := 0
	for _, b := range sample {
		if b == 0 {
			return true
		}
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b {
			controls++
		}
	}
	return controls*100 > len(sample)*2
}

// legacy chooses between the Cyrillic and the western code page: in Cyrillic
// text high bytes stand next to each other, in western text one by one.
func legacy(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 1<<16)]
	letters, paired := 0, 0
	for i, b := range sample {
		if b < 0xC0 {
			continue
		}
		letters++
		if i > 0 && sample[i-1] >= 0xC0 {
			paired++
		}
	}
	if paired*2 > letters {
		return charmap.Windows1251
	}
	return charmap.Windows1252
}
