package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// insert writes rows in statements of many rows each, and the rest row by row.
// Placeholders are bare question marks: the driver would look every "$1" up by
// its name.
func insert(ctx context.Context, tx *sql.Tx, table string, names []string, last string, rows [][]any) error {
	const most = 32
	head := "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ") VALUES "
	row := "(" + strings.Repeat("?, ", len(names)-1) + strings.ReplaceAll(last, "%s", "?") + ")"
	for _, size := range []int{most, 1} {
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
