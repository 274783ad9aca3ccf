package tables

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
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
		"reading":       "seq known id document model notes later",
		"claim":         "seq known id version document day act type status effective published score confidence states object body reading",
		"judgement":     "seq known id kind author at undoes body",
		"retraction":    "seq known id what target place author reason at",
		"reading_claim": "reading place claim again",
		"claim_party":   "party day claim part act",
		"claim_pair":    "low high day claim act",
	}
	return strings.Fields(lists[table])
}

// insert writes the gathered rows out and forgets them.
func (b *batch) insert(ctx context.Context, tx *sql.Tx) error {
	clear(b.claims)
	clear(b.unread)
	for _, table := range insertOrder() {
		rows := b.rows[table]
		delete(b.rows, table)
		if len(rows) == 0 {
			continue
		}
		names, last := columns(table), "%s"
		if len(names) == 0 {
			names, last = b.engine.WordColumns(table), b.engine.WordValue
		}
		if err := b.engine.Insert(ctx, tx, table, names, last, rows); err != nil {
			return fmt.Errorf("inserting into %s: %w", table, err)
		}
	}
	return nil
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
