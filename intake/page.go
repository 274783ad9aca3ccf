package intake

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"chancery"
)

// isPage reports whether the text is an HTML page.
func isPage(text, source string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(head, start) {
			return true
		}
	}
	switch path.Ext(strings.ToLower(source)) {
	case ".html", ".htm", ".xhtml":
		return strings.HasPrefix(head, "<")
	}
	return strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html")
}

// page finds the article in an HTML page, with its title, publisher and day.
// Navigation, cookie notices and comments are dropped (Mozilla's Readability).
// A canonical address in the page is kept but never fetched.
func page(text, source string, options Options) Item {
	item := Item{Source: source}
	article, err := readability.FromReader(strings.NewReader(text), nil)
	if err != nil || article.Node == nil {
		item.Err = ErrNoArticle
		if err != nil {
			item.Err = fmt.Errorf("%w: %v", ErrNoArticle, err)
		}
		return item
	}
	item.Document = chancery.Document{Title: article.Title(), Publisher: article.SiteName(), Text: paragraphs(article.Node)}
	if found := canonical.FindStringSubmatch(text[:min(len(text), 1<<16)]); found != nil {
		item.Document.URL = html.UnescapeString(found[1] + found[2])
	}
	if published, err := article.PublishedTime(); err == nil {
		item.Document.Published = chancery.DateOf(published)
	}
	return options.finish(item)
}

// canonical finds the page's own address in its head.
var canonical = regexp.MustCompile(`(?i)<link[^>]+rel="?canonical"?[^>]+href="([^"]+)"|<meta[^>]+property="og:url"[^>]+content="([^"]+)"`)

// paragraphs is the text of a node tree, its blocks separated by blank lines.
func paragraphs(root *html.Node) string {
	var blocks []string
	var block strings.Builder
	flush := func() {
		if text := strings.Join(strings.Fields(block.String()), " "); text != "" {
			blocks = append(blocks, text)
		}
		block.Reset()
	}
	// The tree is walked without recursion: a hostile page nests a million deep.
	for node := root; node != nil; {
		breaks := node.Type == html.ElementNode && isBlock(node.Data)
		if breaks {
			flush()
		}
		if node.Type == html.TextNode {
			block.WriteString(node.Data)
		}
		if node.FirstChild != nil {
			node = node.FirstChild
			continue
		}
		for node != root && node.NextSibling == nil {
			node = node.Parent
			if node.Type == html.ElementNode && isBlock(node.Data) {
				flush()
			}
		}
		if node == root {
			break
		}
		if breaks {
			flush()
		}
		node = node.NextSibling
	}
	flush()
	return strings.Join(blocks, "\n\n")
}

func isBlock(name string) bool {
	switch name {
	case "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "table", "tr", "td", "th", "figure", "figcaption", "pre", "dd", "dt":
		return true
	}
	return false
}
