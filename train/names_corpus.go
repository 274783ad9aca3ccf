package train

import (
	"bufio"
	"crypto/sha1"
	"fmt"
	"os"
	"strings"

	"chancery"
)

// hashUnder reports whether the first byte of the SHA-1 of a name is under the
// bound: the rule by which files are set aside.
func hashUnder(name string, bound byte) bool {
	sum := sha1.Sum([]byte(name))
	return sum[0] < bound
}

// namedText is a text with its names as byte spans.
type namedText struct {
	text  string
	spans []namedSpan
}

type namedSpan struct {
	chancery.Span
	class string
}

// readNamed reads a file of words and BIO tags into a text, sentences set
// apart by blank lines.
func readNamed(path string) (namedText, error) {
	file, err := os.Open(path)
	if err != nil {
		return namedText{}, fmt.Errorf("reading names: %w", err)
	}
	defer file.Close()
	var b strings.Builder
	var out namedText
	open := false
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		f := strings.Split(scanner.Text(), "\t")
		if len(f) < 2 || strings.TrimSpace(f[0]) == "" {
			open = false
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
				b.WriteString("\n\n")
			}
			continue
		}
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			b.WriteByte(' ')
		}
		start, tag := b.Len(), strings.TrimSpace(f[len(f)-1])
		b.WriteString(strings.TrimSpace(f[0]))
		inside := strings.HasPrefix(tag, "I-")
		switch {
		case inside && open:
			out.spans[len(out.spans)-1].End = b.Len()
		case inside || strings.HasPrefix(tag, "B-"):
			out.spans = append(out.spans, namedSpan{chancery.Span{Start: start, End: b.Len()}, nameClass(tag[2:])})
			open = true
		default:
			open = false
		}
	}
	out.text = b.String()
	return out, scanner.Err()
}

// nameClass maps the tags of the corpora to the tagger's classes.
func nameClass(tag string) string {
	switch strings.ToLower(tag) {
	case "person", "politician", "per":
		return "PER"
	case "organization", "organisation", "politicalparty", "org":
		return "ORG"
	case "location", "country", "loc":
		return "LOC"
	case "norp":
		return "NORP"
	case "misc", "facility", "product", "event", "election":
		return "X"
	}
	return ""
}
