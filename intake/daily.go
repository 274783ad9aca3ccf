package intake

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"chancery"
)

// dailyDate finds the day in the front matter of a Current Events file.
var dailyDate = regexp.MustCompile(`(?m)^date:\s*(\d{4}-\d\d-\d\d)`)

// isDaily reports whether the text is a day of Wikipedia's Current Events as
// Markdown: front matter with a date, then bullets.
func isDaily(content string) bool {
	return strings.HasPrefix(content, "---\n") && dailyDate.MatchString(content[:min(len(content), 2048)])
}

// daily reads a Current Events file: every bullet with a source in parentheses
// is a document of that day, titled by the bullets above it and published by
// the sources named.
func daily(content, source string, options Options, yield func(Item) bool) {
	day, err := chancery.ParseDate(dailyDate.FindStringSubmatch(content)[1])
	if err != nil {
		yield(Item{Source: source, Err: fmt.Errorf("date: %w", err)})
		return
	}
	_, body, _ := strings.Cut(content[4:], "\n---\n")
	raw := []byte(body)
	tree := goldmark.DefaultParser().Parse(text.NewReader(raw))
	base := strings.TrimSuffix(path.Base(strings.ReplaceAll(source, `\`, "/")), ".md")
	number, more := 0, true
	_ = ast.Walk(tree, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || node.Kind() != ast.KindListItem {
			return ast.WalkContinue, nil
		}
		bullet := readBullet(node, raw)
		if len(bullet.outlets) == 0 || bullet.text == "" {
			return ast.WalkContinue, nil
		}
		number++
		item := Item{Source: fmt.Sprintf("%s:%d", source, number), Document: chancery.Document{
			ID: fmt.Sprintf("current-events/%s/%d", base, number), Title: topics(node, raw), Published: day,
			Publisher: strings.Join(bullet.outlets, "; "), URL: bullet.url, Text: bullet.text,
		}}
		if more = yield(options.finish(item)); !more {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
}

// bullet is the text of a list item without its sub-lists.
type bullet struct {
	text, url string
	outlets   []string
}

func readBullet(item ast.Node, raw []byte) bullet {
	var out bullet
	var words strings.Builder
	for block := item.FirstChild(); block != nil; block = block.NextSibling() {
		if block.Kind() == ast.KindList {
			continue
		}
		_ = ast.Walk(block, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := node.(type) {
			case *ast.Link:
				if outlet, ok := outletOf(plainText(n, raw), string(n.Destination)); ok {
					out.outlets = append(out.outlets, outlet)
					if out.url == "" {
						out.url = string(n.Destination)
					}
					return ast.WalkSkipChildren, nil
				}
			case *ast.Text:
				words.Write(n.Segment.Value(raw))
				if n.SoftLineBreak() || n.HardLineBreak() {
					words.WriteByte(' ')
				}
			case *ast.String:
				words.Write(n.Value)
			}
			return ast.WalkContinue, nil
		})
	}
	out.text = strings.Join(strings.Fields(words.String()), " ")
	return out
}

// outletOf knows the links that name a source: "(Reuters)", outside Wikipedia.
func outletOf(anchor, target string) (string, bool) {
	if !strings.HasPrefix(anchor, "(") || strings.HasPrefix(target, "https://en.wikipedia.org/wiki/") {
		return "", false
	}
	return strings.Trim(anchor, "() "), true
}

func plainText(root ast.Node, raw []byte) string {
	var words strings.Builder
	_ = ast.Walk(root, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if text, ok := node.(*ast.Text); ok && entering {
			words.Write(text.Segment.Value(raw))
		}
		return ast.WalkContinue, nil
	})
	return words.String()
}

// topics joins the bullets above an item, outermost first.
func topics(item ast.Node, raw []byte) string {
	var above []string
	for node := item.Parent(); node != nil; node = node.Parent() {
		if node.Kind() == ast.KindListItem {
			above = append([]string{readBullet(node, raw).text}, above...)
		}
	}
	return strings.Join(above, " – ")
}
