package tables

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chancery/ledger"
)

// mostParties is how many parties a claim may have and still stand in the
// index of pairs pair by pair; one with more stands there once, as the pair
// ("*", "*"), and its parties are looked up one by one.
const mostParties = 24

func (b *batch) putParties(claim int64, day, act string, parties map[string]ledger.Part) {
	codes := make([]string, 0, len(parties))
	for code := range parties {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		b.put("claim_party", code, day, claim, int(parties[code]), act)
	}
	if len(codes) > mostParties {
		b.put("claim_pair", "*", "*", day, claim, act)
		return
	}
	for i, low := range codes {
		for _, high := range codes[i+1:] {
			b.put("claim_pair", low, high, day, claim, act)
		}
	}
}

// insertOrder lists the tables so that every reference points backwards.
func insertOrder() []string {
	return []string{
		"document", "document_words", "claim", "claim_words", "claim_party", "claim_pair",
		"reading", "reading_claim", "judgement", "retraction",
	}
}

// columns lists the columns of a table of rows in the order in which add puts them.
func columns(table string) []string {
	lists := map[string]string{
		"document":      "seq known hash id title published publisher url fetched text",
		"reading":       "seq known id document model notes",
		"claim":         "seq known id version document day act type status effective published score confidence states object body",
		"judgement":     "seq known id kind author at undoes body",
		"retraction":    "seq known id what target place author reason at",
		"reading_claim": "claim reading place",
		"claim_party":   "party day claim part act",
		"claim_pair":    "low high day claim act",
	}
	return strings.Fields(lists[table])
}

// insert writes the gathered rows out and forgets them.
func (b *batch) insert(ctx context.Context, tx *sql.Tx) error {
	for _, table := range insertOrder() {
		rows := b.rows[table]
		delete(b.rows, table)
		if len(rows) == 0 {
			continue
		}
		names, words := columns(table), ""
		if len(names) == 0 {
			names, words = b.engine.WordColumns(table), b.engine.WordValue
		}
		if err := insertRows(ctx, tx, table, names, words, rows); err != nil {
			return fmt.Errorf("inserting into %s: %w", table, err)
		}
	}
	return nil
}

// insertRows writes rows in statements of many rows each. words, where not
// empty, is the expression for the last column, %d being its place.
func insertRows(ctx context.Context, tx *sql.Tx, table string, names []string, words string, rows [][]any) error {
	const most = 64
	head := "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ") VALUES "
	var full *sql.Stmt
	defer func() {
		if full != nil {
			full.Close()
		}
	}()
	for len(rows) > 0 {
		chunk := rows[:min(most, len(rows))]
		rows = rows[len(chunk):]
		args := slices.Concat(chunk...)
		if len(chunk) < most {
			_, err := tx.ExecContext(ctx, head+tuples(len(names), len(chunk), words), args...)
			return err
		}
		if full == nil {
			var err error
			if full, err = tx.PrepareContext(ctx, head+tuples(len(names), most, words)); err != nil {
				return err
			}
		}
		if _, err := full.ExecContext(ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// tuples is "($1, $2), ($3, $4) …".
func tuples(width, rows int, words string) string {
	var b strings.Builder
	for row := range rows {
		if row > 0 {
			b.WriteString(", ")
		}
		b.WriteByte('(')
		for column := range width {
			if column > 0 {
				b.WriteString(", ")
			}
			place := row*width + column + 1
			if words != "" && column == width-1 {
				fmt.Fprintf(&b, words, place)
				continue
			}
			b.WriteByte('$')
			b.WriteString(strconv.Itoa(place))
		}
		b.WriteByte(')')
	}
	return b.String()
}

// places is "$first, $first+1 …", n of them.
func places(first, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(first + i))
	}
	return b.String()
}

// queryer is a database or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// scanEach runs a query and hands every row to use.
func scanEach(ctx context.Context, db queryer, query string, args []any, use func(scan func(...any) error) error) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := use(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
