package tables

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Append implements ledger.Store. Writers take turns at the one row of the
// table book, so that known times rise in the order of commits.
func (s *Store) Append(ctx context.Context, entries []ledger.Entry, clock ledger.Clock) (ledger.Receipt, error) {
	var receipt ledger.Receipt
	if len(entries) == 0 {
		return receipt, nil
	}
	encoded := make([]ledger.Entry, len(entries))
	for i, entry := range entries {
		encoded[i] = entry.Encoded()
	}
	err := s.persist(ctx, func(ctx context.Context) error {
		return s.inTransaction(ctx, func(tx *sql.Tx) error {
			var err error
			receipt, err = s.appendIn(ctx, tx, encoded, clock)
			return err
		})
	})
	if err != nil {
		return ledger.Receipt{}, fmt.Errorf("recording %d entries: %w", len(entries), err)
	}
	return receipt, nil
}

func (s *Store) inTransaction(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := s.ordered.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

// takeTurn waits until this transaction is the only writer and tells the last
// place and known time given.
func takeTurn(ctx context.Context, tx *sql.Tx) (seq, known int64, err error) {
	err = tx.QueryRowContext(ctx, "UPDATE book SET seq = seq WHERE one = 1 RETURNING seq, known").Scan(&seq, &known)
	return seq, known, err
}

func endTurn(ctx context.Context, tx *sql.Tx, seq, known int64) error {
	_, err := tx.ExecContext(ctx, "UPDATE book SET seq = $1, known = $2 WHERE one = 1", seq, known)
	return err
}

func (s *Store) appendIn(ctx context.Context, tx *sql.Tx, entries []ledger.Entry, clock ledger.Clock) (ledger.Receipt, error) {
	var receipt ledger.Receipt
	seq, last, err := takeTurn(ctx, tx)
	if err != nil {
		return receipt, err
	}
	batch := newBatch(s.engine)
	if err := batch.findHeld(ctx, tx, entries); err != nil {
		return receipt, err
	}
	known := ledger.NextKnown(instant(last), clock())
	for _, entry := range entries {
		if batch.holds(entry) {
			continue
		}
		seq++
		entry.Seq, entry.Known = seq, known
		if err := batch.add(entry); err != nil {
			return receipt, err
		}
		receipt.Add(entry.Kind())
		receipt.Known = known
	}
	if receipt.Empty() {
		return receipt, nil
	}
	if err := batch.insert(ctx, tx); err != nil {
		return ledger.Receipt{}, err
	}
	return receipt, endTurn(ctx, tx, seq, micros(known))
}

// batch gathers the rows of one transaction.
type batch struct {
	engine Engine
	// held gives the place of entries by kind and key: those that the store
	// holds and those added here.
	held map[ledger.Kind]map[string]int64
	rows map[string][][]any
	// claims gives the rows of the claims gathered, whose last value is their
	// reading; unread are the documents gathered that have no reading yet.
	claims map[int64][]any
	unread map[int64]bool
}

func newBatch(engine Engine) *batch {
	held := map[ledger.Kind]map[string]int64{}
	for _, kind := range kinds() {
		held[kind] = map[string]int64{}
	}
	return &batch{engine: engine, held: held, rows: map[string][][]any{}, claims: map[int64][]any{}, unread: map[int64]bool{}}
}

func kinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindDocument, ledger.KindClaim, ledger.KindReading, ledger.KindJudgement, ledger.KindRetraction}
}

func (b *batch) holds(entry ledger.Entry) bool {
	_, held := b.held[entry.Kind()][entry.Key()]
	return held
}

// keyColumn is the column, or pair of columns, that holds an entry's key.
func keyColumn(kind ledger.Kind) string {
	switch kind {
	case ledger.KindDocument:
		return "e.hash"
	case ledger.KindClaim:
		return "e.id || '.' || e.version"
	}
	return "e.id"
}

// findHeld looks up which of the entries, and of those that they name, the
// store holds.
func (b *batch) findHeld(ctx context.Context, tx *sql.Tx, entries []ledger.Entry) error {
	wanted := map[ledger.Kind]map[string]bool{}
	for _, kind := range kinds() {
		wanted[kind] = map[string]bool{}
	}
	for _, entry := range entries {
		kind := entry.Kind()
		if kind == "" {
			return fmt.Errorf("an entry of no kind: %w", ledger.ErrInvalid)
		}
		key := entry.Key()
		switch {
		case entry.Claim != nil:
			wanted[ledger.KindDocument][entry.Claim.Document] = true
			key, _, _ = strings.Cut(key, ".")
		case entry.Reading != nil:
			wanted[ledger.KindDocument][entry.Reading.Document] = true
			for _, claim := range entry.Reading.Claims {
				id, _, _ := strings.Cut(claim, ".")
				wanted[ledger.KindClaim][id] = true
			}
		case entry.Retraction != nil && entry.Retraction.What != ledger.KindClaim:
			wanted[entry.Retraction.What][entry.Retraction.Target] = true
		}
		wanted[kind][key] = true
	}
	for _, kind := range kinds() {
		if err := b.findKind(ctx, tx, kind, slices.Collect(maps.Keys(wanted[kind]))); err != nil {
			return err
		}
	}
	return nil
}

// findKind looks up entries of one kind by key, claims by id: all versions.
func (b *batch) findKind(ctx context.Context, tx *sql.Tx, kind ledger.Kind, keys []string) error {
	if len(keys) == 0 {
		return nil
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	column, search := keyColumn(kind), "id"
	if kind == ledger.KindDocument {
		search = "hash"
	}
	query := fmt.Sprintf("SELECT %s, e.seq FROM "+b.engine.List+" k CROSS JOIN %s e WHERE e.%s = k.key", column, "$1", kind, search)
	return scanEach(ctx, tx, query, []any{string(list)}, func(scan func(...any) error) error {
		var key string
		var seq int64
		err := scan(&key, &seq)
		b.held[kind][key] = seq
		return err
	})
}

// add lays one new entry out as rows.
func (b *batch) add(entry ledger.Entry) error {
	kind, known := entry.Kind(), micros(entry.Known)
	b.held[kind][entry.Key()] = entry.Seq
	switch kind {
	case ledger.KindDocument:
		d := entry.Document
		b.put("document", entry.Seq, known, d.Hash(), d.ID, d.Title, d.Published.String(), d.Publisher, d.URL, toISO(d.Fetched), d.Text)
		b.putWords("document_words", entry.Seq, d.Title+"\n"+d.Text)
		b.unread[entry.Seq] = true
	case ledger.KindClaim:
		return b.addClaim(entry)
	case ledger.KindReading:
		return b.addReading(entry)
	case ledger.KindJudgement:
		j := entry.Judgement
		body, err := json.Marshal(j)
		if err != nil {
			return err
		}
		b.put("judgement", entry.Seq, known, j.ID, string(j.Kind), j.Author, toISO(j.At), j.Undoes, string(body))
	case ledger.KindRetraction:
		r := entry.Retraction
		place, held := b.held[r.What][r.Target]
		if !held && r.What != ledger.KindClaim {
			return fmt.Errorf("retraction %s is of %s %s, which is not held: %w", r.ID, r.What, r.Target, ledger.ErrInvalid)
		}
		b.put("retraction", entry.Seq, known, r.ID, string(r.What), r.Target, place, r.Author, r.Reason, toISO(r.At))
	}
	return nil
}

func (b *batch) addReading(entry ledger.Entry) error {
	r := entry.Reading
	document, held := b.held[ledger.KindDocument][r.Document]
	if !held {
		return fmt.Errorf("reading %s is of document %s, which is not held: %w", r.ID, r.Document, ledger.ErrInvalid)
	}
	notes, err := json.Marshal(r.Notes)
	if err != nil {
		return err
	}
	later := 1
	if b.unread[document] {
		later = 0
		delete(b.unread, document)
	}
	b.put("reading", entry.Seq, micros(entry.Known), r.ID, document, r.Model, string(notes), later)
	for place, key := range r.Claims {
		claim, held := b.held[ledger.KindClaim][key]
		if !held {
			return fmt.Errorf("reading %s names claim %s, which is not held: %w", r.ID, key, ledger.ErrInvalid)
		}
		again := 1
		if row := b.claims[claim]; row != nil && (row[len(row)-1] == int64(0) || row[len(row)-1] == entry.Seq) {
			again, row[len(row)-1] = 0, entry.Seq
		}
		b.put("reading_claim", entry.Seq, place, claim, again)
	}
	return nil
}

func (b *batch) addClaim(entry ledger.Entry) error {
	c := *entry.Claim
	document, held := b.held[ledger.KindDocument][c.Document]
	if !held {
		return fmt.Errorf("claim %s is of document %s, which is not held: %w", c.ID, c.Document, ledger.ErrInvalid)
	}
	id, version, _ := strings.Cut(entry.Key(), ".")
	f := columnsOf(c)
	b.put("claim", entry.Seq, micros(entry.Known), id, version, document, f.Day, f.Act, f.Type, f.Status,
		f.Effective, f.Published, f.Score, f.Confidence, f.States, f.Object, string(entry.Body()), int64(0))
	b.claims[entry.Seq] = b.rows["claim"][len(b.rows["claim"])-1]
	b.putWords("claim_words", entry.Seq, c.Evidence)
	b.putParties(entry.Seq, f.Day, c.Act, ledger.Parties(c))
	return nil
}

// claimColumns are the columns by which claims are found.
type claimColumns struct {
	Day, Act, Type, Status, Effective, Published, Object string
	States                                               int
	Score, Confidence                                    float64
}

func columnsOf(c chancery.Claim) claimColumns {
	columns := claimColumns{
		Day: ledger.Day(c), Act: c.Act, Type: c.Type, Status: string(c.Status), Effective: c.Effective.First().String(),
		Published: c.Published.First().String(), Score: c.Score, Confidence: c.Confidence,
	}
	if c.Object != nil {
		columns.Object = c.Object.ID
	}
	if c.InScope() {
		columns.States = 1
	}
	return columns
}

func (b *batch) put(table string, values ...any) { b.rows[table] = append(b.rows[table], values) }

func (b *batch) putWords(table string, seq int64, text string) {
	b.rows[table] = append(b.rows[table], b.engine.WordRows(table, seq, ledger.Flatten(text))...)
}
