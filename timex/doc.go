// Package timex finds time expressions and resolves them to TIMEX3 values and
// intervals of the calendar.
package timex

import "chancery"

// Find returns the time expressions of the document in text order, resolved
// against doc.Published and the expressions before them.
func Find(doc chancery.Document, sentences []chancery.Sentence) []chancery.TimeExpr {
	return nil
}
