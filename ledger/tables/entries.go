package tables

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"chancery"
	"chancery/ledger"
)

// window is how many places of the book are read at a time.
const window = 4096

// Entries implements ledger.Store. The book is read a stretch at a time, so
// that no connection is held while the reader works.
func (s *Store) Entries(ctx context.Context, known time.Time, wanted ...ledger.Kind) iter.Seq2[ledger.Entry, error] {
	if len(wanted) == 0 {
		wanted = kinds()
	}
	return func(yield func(ledger.Entry, error) bool) {
		for from := int64(0); ; {
			var stretch []ledger.Entry
			var next int64
			err := s.persist(ctx, func(ctx context.Context) error {
				var err error
				if next, err = s.nextPlace(ctx, from, known, wanted); err != nil || next == 0 {
					return err
				}
				stretch, err = s.stretch(ctx, next-1, known, wanted)
				return err
			})
			if err != nil {
				yield(ledger.Entry{}, fmt.Errorf("reading the entries: %w", err))
				return
			}
			if next == 0 {
				return
			}
			for _, entry := range stretch {
				if entry.Known.After(known) || !yield(entry, nil) {
					return
				}
			}
			from = next - 1 + window
		}
	}
}

// nextPlace is the first place after from that holds an entry of these kinds
// known by then; 0 when there is none.
func (s *Store) nextPlace(ctx context.Context, from int64, known time.Time, wanted []ledger.Kind) (int64, error) {
	var first int64
	for _, kind := range wanted {
		query := fmt.Sprintf("SELECT seq, known FROM %s WHERE seq > $1 ORDER BY seq LIMIT 1", kind)
		err := scanEach(ctx, s.ordered, query, []any{from}, func(scan func(...any) error) error {
			var seq, at int64
			err := scan(&seq, &at)
			if at <= micros(known) && (first == 0 || seq < first) {
				first = seq
			}
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	return first, nil
}

func (s *Store) stretch(ctx context.Context, from int64, known time.Time, wanted []ledger.Kind) ([]ledger.Entry, error) {
	var all []ledger.Entry
	for _, kind := range wanted {
		scan := map[ledger.Kind]func(func(...any) error) (ledger.Entry, error){
			ledger.KindDocument: scanDocument, ledger.KindClaim: scanClaim, ledger.KindReading: scanReading,
			ledger.KindJudgement: scanJudgement, ledger.KindRetraction: scanRetraction,
		}[kind]
		query := "SELECT " + entryColumns(kind) + " WHERE e.seq > $1 AND e.seq <= $2 AND e.known <= $3 ORDER BY e.seq"
		err := scanEach(ctx, s.ordered, query, []any{from, from + window, micros(known)}, func(row func(...any) error) error {
			entry, err := scan(row)
			all = append(all, entry)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b ledger.Entry) int { return cmp.Compare(a.Seq, b.Seq) })
	return all, s.fillReadings(ctx, from, all)
}

func entryColumns(kind ledger.Kind) string {
	return map[ledger.Kind]string{
		ledger.KindDocument:   "e.seq, e.known, e.id, e.title, e.published, e.publisher, e.url, e.fetched, e.text FROM document e",
		ledger.KindClaim:      "e.seq, e.known, e.body FROM claim e",
		ledger.KindReading:    "e.seq, e.known, e.id, d.hash, e.model, e.notes FROM reading e JOIN document d ON d.seq = e.document",
		ledger.KindJudgement:  "e.seq, e.known, e.body FROM judgement e",
		ledger.KindRetraction: "e.seq, e.known, e.id, e.what, e.target, e.author, e.reason, e.at FROM retraction e",
	}[kind]
}

// fillReadings gives the readings of a stretch their claims.
func (s *Store) fillReadings(ctx context.Context, from int64, all []ledger.Entry) error {
	readings := map[int64]*ledger.Reading{}
	for _, entry := range all {
		if entry.Reading != nil {
			readings[entry.Seq] = entry.Reading
		}
	}
	if len(readings) == 0 {
		return nil
	}
	query := "SELECT rc.reading, c.id, c.version FROM reading_claim rc JOIN claim c ON c.seq = rc.claim WHERE rc.reading > $1 AND rc.reading <= $2 ORDER BY rc.reading, rc.place"
	return scanEach(ctx, s.ordered, query, []any{from, from + window}, func(scan func(...any) error) error {
		var seq int64
		var id, version string
		if err := scan(&seq, &id, &version); err != nil {
			return err
		}
		if reading := readings[seq]; reading != nil {
			reading.Claims = append(reading.Claims, id+"."+version)
		}
		return nil
	})
}

func damaged(entry ledger.Entry, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("entry %d: %w: %w", entry.Seq, err, ledger.ErrDamaged)
}

// head reads the columns that every entry begins with.
func head(scan func(...any) error, rest ...any) (ledger.Entry, error) {
	var entry ledger.Entry
	var known int64
	err := scan(append([]any{&entry.Seq, &known}, rest...)...)
	entry.Known = instant(known)
	return entry, err
}

func scanDocument(scan func(...any) error) (ledger.Entry, error) {
	d := &chancery.Document{}
	var published, fetched string
	entry, err := head(scan, &d.ID, &d.Title, &published, &d.Publisher, &d.URL, &fetched, &d.Text)
	if err != nil {
		return entry, err
	}
	entry.Document = d
	return entry, damaged(entry, dateDocument(d, published, fetched))
}

// dateDocument reads the stored day and time of a document.
func dateDocument(d *chancery.Document, published, fetched string) error {
	var one, two error
	if published != "" {
		d.Published, one = chancery.ParseDate(published)
	}
	d.Fetched, two = fromISO(fetched)
	return errors.Join(one, two)
}

func scanClaim(scan func(...any) error) (ledger.Entry, error) {
	var body []byte
	entry, err := head(scan, &body)
	if err != nil {
		return entry, err
	}
	stored, err := ledger.StoredClaim(entry.Seq, entry.Known, body)
	return stored, damaged(entry, err)
}

func scanReading(scan func(...any) error) (ledger.Entry, error) {
	r := &ledger.Reading{Claims: []string{}}
	var notes []byte
	entry, err := head(scan, &r.ID, &r.Document, &r.Model, &notes)
	if err != nil {
		return entry, err
	}
	entry.Reading = r
	return entry, damaged(entry, json.Unmarshal(notes, &r.Notes))
}

func scanJudgement(scan func(...any) error) (ledger.Entry, error) {
	var body []byte
	entry, err := head(scan, &body)
	if err != nil {
		return entry, err
	}
	entry.Judgement = &chancery.Judgement{}
	return entry, damaged(entry, json.Unmarshal(body, entry.Judgement))
}

func scanRetraction(scan func(...any) error) (ledger.Entry, error) {
	r := &ledger.Retraction{}
	var at string
	entry, err := head(scan, &r.ID, &r.What, &r.Target, &r.Author, &r.Reason, &at)
	if err != nil {
		return entry, err
	}
	entry.Retraction = r
	r.At, err = fromISO(at)
	return entry, damaged(entry, err)
}
