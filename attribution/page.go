package attribution

import (
	"chancery"
)

// page is a document with what the search looks up again and again. Words are
// counted through the document: word base[s]+i is token i of sentence s.
type page struct {
	text      string
	sentences []chancery.Sentence
	mentions  []chancery.Mention
	trees     []*tree
	quotes    []quote
	base      []int32
	words     []chancery.Span
	// inQuote is the index of the quotation that a word stands in, -1 for none.
	inQuote []int32
	// quoteBefore is the last quotation that ends at or before the word,
	// quoteAfter the first that starts after it; -1 for none.
	quoteBefore, quoteAfter []int32
	// words of a quotation: the half-open range of words from its first mark to its last.
	quoteWords []run
	// quotePieces are the words of each of its paragraphs.
	quotePieces [][]run
	// mentionAt is the index of the mention that the word heads, -1 for none.
	mentionAt []int32
	// subject is, in its sentence, the token of the subject of the word or, by
	// control and coordination, the one that it shares; -1 for none.
	subject []int32
	// labels are the speakers' labels of a transcript.
	labels []label
	// place is the word's number among its governor's dependents.
	place []int32
}

// open makes the page of a document, in linear time.
func open(doc chancery.Document, sentences []chancery.Sentence, mentions []chancery.Mention) *page {
	p := &page{text: doc.Text, sentences: sentences, mentions: mentions}
	total := int32(0)
	for _, sentence := range sentences {
		p.base = append(p.base, total)
		total += int32(len(sentence.Tokens))
		for _, token := range sentence.Tokens {
			p.words = append(p.words, token.Span)
		}
		t := grow(doc.Text, sentence)
		p.trees = append(p.trees, t)
		p.place = append(p.place, t.places()...)
		p.subject = append(p.subject, t.subjects()...)
	}
	p.base = append(p.base, total)
	p.quotes = quotes(doc.Text)
	p.placeQuotes(int(total))
	p.placeMentions(int(total))
	p.labels = p.transcriptLabels()
	return p
}

// places is each token's number among the dependents of its governor.
func (t *tree) places() []int32 {
	places := make([]int32, len(t.head))
	for i := range t.head {
		for k, kid := range t.kids(int32(i)) {
			places[kid] = int32(k)
		}
	}
	return places
}

// subjects follows control and coordination from governors down: a verb
// without a subject of its own has its governor's when it is conjoined to it,
// its open complement, or an adverbial clause or depictive of it.
func (t *tree) subjects() []int32 {
	subjects := make([]int32, len(t.head))
	objects := t.objects()
	for _, i := range t.order {
		subjects[i] = t.kid(i, "nsubj", "csubj")
		if subjects[i] >= 0 {
			continue
		}
		h := t.head[i]
		if h < 0 {
			continue
		}
		switch t.rel[i] {
		case "xcomp":
			if obj := objects[h]; obj >= 0 && obj < i && t.lemma(h) != "promise" {
				subjects[i] = obj
				continue
			}
			subjects[i] = subjects[h]
		case "conj", "advcl", "parataxis", "obj", "obl", "advmod", "aux", "amod":
			subjects[i] = subjects[h]
			if obj := objects[h]; obj >= 0 && obj < i && t.quotes(h) && t.low[i-1] == "as" {
				subjects[i] = obj
			}
		case "acl":
			subjects[i] = h
		}
	}
	return subjects
}

// objects is the first object of each token, -1 for none.
func (t *tree) objects() []int32 {
	objects := none(len(t.head))
	for i, h := range t.head {
		if h >= 0 && objects[h] < 0 && (t.rel[i] == "obj" || t.rel[i] == "iobj") {
			objects[h] = int32(i)
		}
	}
	return objects
}

// quotes tells whether token i is a verb that lets another speak: quote, cite.
func (t *tree) quotes(i int32) bool {
	return i >= 0 && (t.lemma(i) == "quote" || t.lemma(i) == "cite")
}

// placeQuotes fills what tells words and quotations of each other.
func (p *page) placeQuotes(total int) {
	p.inQuote, p.quoteBefore, p.quoteAfter = none(total), none(total), none(total)
	p.quoteWords = make([]run, len(p.quotes))
	p.quotePieces = make([][]run, len(p.quotes))
	k := 0
	for w, span := range p.words {
		for k < len(p.quotes) && p.quotes[k].End <= span.Start {
			k++
		}
		p.quoteBefore[w] = int32(k - 1)
		next := k
		if k < len(p.quotes) && span.End > p.quotes[k].Start {
			p.inQuote[w] = int32(k)
			p.putInQuote(int32(w), k)
			next++
		}
		if next < len(p.quotes) {
			p.quoteAfter[w] = int32(next)
		}
	}
}

// putInQuote lengthens quotation k by word w.
func (p *page) putInQuote(w int32, k int) {
	if p.quoteWords[k].end == 0 {
		p.quoteWords[k].first = w
	}
	p.quoteWords[k].end = w + 1
	pieces := p.quotePieces[k]
	for _, piece := range p.quotes[k].pieces[max(0, len(pieces)-1):] {
		if !piece.Overlaps(p.words[w]) {
			continue
		}
		if n := len(pieces); n > 0 && pieces[n-1].end == w && piece.Start <= p.words[pieces[n-1].first].Start {
			pieces[n-1].end = w + 1
		} else {
			pieces = append(pieces, run{w, w + 1})
		}
		break
	}
	p.quotePieces[k] = pieces
}

func none(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// placeMentions notes at each word the longest mention that it heads.
func (p *page) placeMentions(total int) {
	p.mentionAt = none(total)
	for i, m := range p.mentions {
		if m.Sentence < 0 || m.Sentence >= len(p.trees) || m.Head < 0 || m.Head >= len(p.trees[m.Sentence].head) {
			continue
		}
		w := p.base[m.Sentence] + int32(m.Head)
		if old := p.mentionAt[w]; old < 0 || p.mentions[old].Len() < m.Len() {
			p.mentionAt[w] = int32(i)
		}
	}
}
