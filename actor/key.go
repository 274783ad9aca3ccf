package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"

	"chancery"
)

// fold is the key of a name: its letters and digits in lower case, without
// marks, blanks, hyphens or dots, so that "U.S.", "Guinea-Bissau" and "Côte
// d'Ivoire" are found however they are split into tokens.
func fold(text string) string {
	return string(appendFold(make([]byte, 0, len(text)), text))
}

func appendFold(buf []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '+':
			buf = append(buf, c)
		case 'A' <= c && c <= 'Z':
			buf = append(buf, c+'a'-'A')
		case c >= utf8.RuneSelf:
			return appendFoldWide(buf, text[i:])
		}
	}
	return buf
}

// appendFoldWide folds a text that starts with a rune outside ASCII.
func appendFoldWide(buf []byte, text string) []byte {
	for _, r := range text {
		if r < utf8.RuneSelf {
			buf = appendFold(buf, string(r))
			continue
		}
		if r > 0x1fff { // no Latin letters with marks up there: dashes, quotes, other scripts
			continue
		}
		for _, c := range []byte(unidecode.Unidecode(string(r))) {
			if c < utf8.RuneSelf {
				buf = appendFold(buf, string(rune(c)))
			}
		}
	}
	return buf
}

// word is one token as the tables see it.
type word struct {
	text  string
	key   string
	upper bool // starts with a capital letter
	shout bool // has a capital letter and no small one
}

// wordsOf prepares the tokens of a sentence.
func wordsOf(doc string, tokens []chancery.Token, buf []byte) ([]word, []byte) {
	words := make([]word, len(tokens))
	for i, s := range tokens {
		text := s.Of(doc)
		start := len(buf)
		buf = appendFold(buf, text)
		w := word{text: text, key: string(buf[start:])}
		first, _ := utf8.DecodeRuneInString(text)
		w.upper = unicode.IsUpper(first)
		w.shout = hasUpper(text) && !hasLower(text)
		words[i] = w
	}
	return words, buf[:0]
}

func hasUpper(text string) bool { return strings.IndexFunc(text, unicode.IsUpper) >= 0 }

func hasLower(text string) bool { return strings.IndexFunc(text, unicode.IsLower) >= 0 }
