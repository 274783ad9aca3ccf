package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// insert writes all rows of a table in one statement, a column as one array, so
// that a batch costs a handful of journeys to the server.
func insert(ctx context.Context, tx *sql.Tx, table string, names []string, last string, rows [][]any) error {
	arrays, values := make([]any, len(names)), make([]string, len(names))
	lists := make([]string, len(names))
	for column := range names {
		var kind string
		arrays[column], kind = array(rows, column)
		lists[column] = fmt.Sprintf("$%d::%s[]", column+1, kind)
		values[column] = fmt.Sprintf("v%d", column)
	}
	aliases := strings.Join(values, ", ")
	values[len(values)-1] = strings.ReplaceAll(last, "%s", values[len(values)-1])
	// Prepared, for arrays travel shorter then: the same few statements come again.
	arrays = append([]any{pgx.QueryExecModeCacheStatement}, arrays...)
	_, err := tx.ExecContext(ctx, fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS u (%s)",
		table, strings.Join(names, ", "), strings.Join(values, ", "), strings.Join(lists, ", "), aliases), arrays...)
	return err
}

// array is one column of the rows with PostgreSQL's name of its type.
func array(rows [][]any, column int) (values any, kind string) {
	switch rows[0][column].(type) {
	case string:
		return columnOf(rows, column, func(v any) string { return v.(string) }), "text"
	case float64:
		return columnOf(rows, column, func(v any) float64 { return v.(float64) }), "float8"
	case int:
		return columnOf(rows, column, func(v any) int64 { return int64(v.(int)) }), "bigint"
	}
	return columnOf(rows, column, func(v any) int64 { return v.(int64) }), "bigint"
}

func columnOf[T any](rows [][]any, column int, of func(any) T) []T {
	values := make([]T, len(rows))
	for i, row := range rows {
		values[i] = of(row[column])
	}
	return values
}
