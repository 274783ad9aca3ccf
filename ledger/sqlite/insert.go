package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// insert writes rows in statements of many rows each, and the rest row by row.
// Placeholders are bare question marks: the driver would look every "$1" up by
// its name. Words go row by row: before every statement of several rows SQLite
// has FTS5 write out what it gathered, and the many small segments would then
// have to be merged.
func insert(ctx context.Context, tx *sql.Tx, table string, names []string, last string, rows [][]any) error {
	sizes := []int{32, 1}
	if strings.HasSuffix(table, "_words") {
		sizes = []int{1}
	}
	head := "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ") VALUES "
	row := "(" + strings.Repeat("?, ", len(names)-1) + strings.ReplaceAll(last, "%s", "?") + ")"
	for _, size := range sizes {
		if len(rows) < size {
			continue
		}
		statement, err := tx.PrepareContext(ctx, head+row+strings.Repeat(", "+row, size-1))
		if err != nil {
			return err
		}
		for ; len(rows) >= size; rows = rows[size:] {
			if _, err := statement.ExecContext(ctx, slices.Concat(rows[:size]...)...); err != nil {
				statement.Close()
				return err
			}
		}
		if err := statement.Close(); err != nil {
			return err
		}
	}
	return nil
}
