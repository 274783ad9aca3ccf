package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"chancery"
)

// Items reads every document of a stream. source names the stream in messages
// and tells its form where the content alone does not (".md", ".html"). The
// stream is read piece by piece where its form allows, so that a file of a
// million lines costs the memory of one.
func Items(stream io.Reader, source string, options Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		reader := bufio.NewReaderSize(stream, 1<<16)
		head, err := firstByte(reader)
		switch {
		case err == io.EOF:
			yield(Item{Source: source, Err: ErrEmpty})
		case err != nil:
			yield(Item{Source: source, Err: fmt.Errorf("reading: %w", err)})
		case head == '{':
			objects(reader, source, options, yield)
		case head == '[' && looksArray(reader):
			array(reader, source, options, yield)
		default:
			whole(reader, source, options, yield)
		}
	}
}

// firstByte is the first byte that is not white space, left unread, as far as
// the buffer shows; a UTF-8 byte order mark before JSON is dropped.
func firstByte(reader *bufio.Reader) (byte, error) {
	if mark, _ := reader.Peek(4); bytes.HasPrefix(mark, []byte{0xEF, 0xBB, 0xBF}) && len(mark) == 4 && (mark[3] == '{' || mark[3] == '[') {
		_, _ = reader.Discard(3)
	}
	head, err := reader.Peek(4096)
	if trimmed := bytes.TrimSpace(head); len(trimmed) > 0 {
		return trimmed[0], nil
	}
	if len(head) == 4096 {
		return ' ', nil
	}
	return 0, err
}

// looksArray tells a JSON array from a text that begins with a bracket.
func looksArray(reader *bufio.Reader) bool {
	head, _ := reader.Peek(4096)
	_, after, _ := bytes.Cut(head, []byte("["))
	after = bytes.TrimSpace(after)
	return len(after) > 0 && (after[0] == '{' || after[0] == ']')
}

// objects reads JSON lines; a first line that is no whole object means that one
// object is spread over lines, and then the stream is read value by value.
func objects(reader *bufio.Reader, source string, options Options, yield func(Item) bool) {
	line, err := longLine(reader)
	if err == nil || err == io.EOF {
		if !json.Valid(line) {
			values(io.MultiReader(bytes.NewReader(line), reader), source, options, yield)
			return
		}
	}
	for n := 1; ; n++ {
		place := fmt.Sprintf("%s:%d", source, n)
		if errors.Is(err, ErrTooLarge) {
			if !yield(Item{Source: place, Err: err}) {
				return
			}
		} else if len(bytes.TrimSpace(line)) > 0 && !yield(fromJSON(line, place, options)) {
			return
		}
		if err != nil && !errors.Is(err, ErrTooLarge) {
			return
		}
		line, err = longLine(reader)
		if err != nil && err != io.EOF && !errors.Is(err, ErrTooLarge) {
			yield(Item{Source: place, Err: fmt.Errorf("reading: %w", err)})
			return
		}
	}
}

// longLine reads a line with its end; one over MaxDocument is skipped whole and
// told as ErrTooLarge.
func longLine(reader *bufio.Reader) ([]byte, error) {
	var line []byte
	size := 0
	for {
		piece, err := reader.ReadSlice('\n')
		size += len(piece)
		if size <= MaxDocument {
			line = append(line, piece...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if size > MaxDocument {
			return nil, tooLarge(size)
		}
		return line, err
	}
}

// values reads JSON values that follow each other, whatever their lines.
func values(stream io.Reader, source string, options Options, yield func(Item) bool) {
	limit := &bounded{stream: stream}
	decoder := json.NewDecoder(limit)
	for n := 1; ; n++ {
		var raw json.RawMessage
		limit.left = 2 * MaxDocument
		err := decoder.Decode(&raw)
		if err == io.EOF {
			return
		}
		place := fmt.Sprintf("%s:%d", source, n)
		if err != nil {
			yield(Item{Source: place, Err: jsonError(err)})
			return
		}
		if !yield(fromJSON(raw, place, options)) {
			return
		}
	}
}

func array(reader *bufio.Reader, source string, options Options, yield func(Item) bool) {
	limit := &bounded{stream: reader, left: 2 * MaxDocument}
	decoder := json.NewDecoder(limit)
	_, _ = decoder.Token()
	for n := 1; decoder.More(); n++ {
		var raw json.RawMessage
		limit.left = 2 * MaxDocument
		place := fmt.Sprintf("%s:%d", source, n)
		if err := decoder.Decode(&raw); err != nil {
			yield(Item{Source: place, Err: jsonError(err)})
			return
		}
		if !yield(fromJSON(raw, place, options)) {
			return
		}
	}
	if _, err := decoder.Token(); err != nil {
		yield(Item{Source: source, Err: fmt.Errorf("the array does not end: %w", jsonError(err))})
	}
}

// bounded ends a stream with ErrTooLarge after so many bytes.
type bounded struct {
	stream io.Reader
	left   int
}

// Read reads from the stream while bytes are left.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, tooLarge(2 * MaxDocument)
	}
	n, err := b.stream.Read(p)
	b.left -= n
	return n, err
}

func jsonError(err error) error {
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	return fmt.Errorf("%w: %v", ErrNotJSON, err)
}

func fromJSON(raw []byte, source string, options Options) Item {
	item := Item{Source: source}
	if err := json.Unmarshal(raw, &item.Fields); err != nil {
		item.Err = jsonError(err)
		return item
	}
	get := func(name string) string {
		var value string
		_ = json.Unmarshal(item.Fields[name], &value)
		return value
	}
	doc := chancery.Document{ID: get("id"), Title: get("title"), Publisher: get("publisher"), URL: get("url"), Text: get("text")}
	if doc.Text == "" {
		item.Err = ErrNoText
		return item
	}
	if day := get("published"); day != "" {
		parsed, err := chancery.ParseDate(day)
		if err != nil {
			item.Err = fmt.Errorf("published: %w", err)
			return item
		}
		doc.Published = parsed
	}
	item.Document = doc
	return options.finish(item)
}

func jsonInside(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, `{"`) && json.Valid([]byte(text))
}

// whole reads a stream that is one file of text, HTML or Current Events.
func whole(reader *bufio.Reader, source string, options Options, yield func(Item) bool) {
	data, err := io.ReadAll(io.LimitReader(reader, MaxDocument+1))
	if err != nil {
		yield(Item{Source: source, Err: fmt.Errorf("reading: %w", err)})
		return
	}
	if len(data) > MaxDocument {
		rest, _ := io.Copy(io.Discard, reader)
		yield(Item{Source: source, Err: tooLarge(len(data) + int(rest))})
		return
	}
	text, err := UTF8(data)
	switch {
	case err != nil:
		yield(Item{Source: source, Err: err})
	case jsonInside(text):
		// JSON in UTF-16 comes here, since its first byte is no brace.
		for item := range Items(strings.NewReader(text), source, options) {
			if !yield(item) {
				return
			}
		}
	case isPage(text, source):
		yield(page(text, source, options))
	case isDaily(text):
		daily(text, source, options, yield)
	default:
		yield(options.finish(Item{Source: source, Document: chancery.Document{Text: text}}))
	}
}
