package ledger

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"chancery"
)

// Memory is a Store without a disk: for tests, for readings that nobody keeps,
// and as the plainest statement of what a Store does. Every question walks the
// whole book.
type Memory struct {
	lock    sync.RWMutex
	entries []Entry
	held    map[Kind]map[string]bool
}

// NewMemory is an empty store.
func NewMemory() *Memory { return &Memory{held: map[Kind]map[string]bool{}} }

// Close does nothing.
func (m *Memory) Close() error { return nil }

// Append implements Store.
func (m *Memory) Append(_ context.Context, entries []Entry, clock Clock) (Receipt, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	var receipt Receipt
	known := NextKnown(m.last(), clock())
	fresh := map[string]bool{}
	var added []Entry
	for _, entry := range entries {
		kind, key := entry.Kind(), entry.Key()
		if m.held[kind][key] || fresh[string(kind)+key] {
			continue
		}
		if entry.Reading != nil {
			for _, claim := range entry.Reading.Claims {
				if !m.held[KindClaim][claim] && !fresh[string(KindClaim)+claim] {
					return Receipt{}, fmt.Errorf("reading %s names claim %s, which is not held: %w", key, claim, ErrInvalid)
				}
			}
		}
		fresh[string(kind)+key] = true
		entry.key, entry.body = "", nil
		entry.Seq, entry.Known = int64(len(m.entries)+len(added)+1), known
		added = append(added, entry)
		receipt.Add(kind)
		receipt.Known = known
	}
	for _, entry := range added {
		m.put(entry)
	}
	return receipt, nil
}

func (m *Memory) put(entry Entry) {
	kind := entry.Kind()
	if m.held[kind] == nil {
		m.held[kind] = map[string]bool{}
	}
	m.held[kind][entry.Key()] = true
	m.entries = append(m.entries, entry)
}

// Load implements Store.
func (m *Memory) Load(_ context.Context, entries iter.Seq2[Entry, error]) error {
	m.lock.Lock()
	defer m.lock.Unlock()
	if len(m.entries) > 0 {
		return ErrNotEmpty
	}
	for entry, err := range entries {
		if err != nil {
			m.entries, m.held = nil, map[Kind]map[string]bool{}
			return err
		}
		m.put(entry)
	}
	return nil
}

// Last implements Store.
func (m *Memory) Last(context.Context) (time.Time, error) {
	m.lock.RLock()
	defer m.lock.RUnlock()
	return m.last(), nil
}

func (m *Memory) last() time.Time {
	if len(m.entries) == 0 {
		return time.Time{}
	}
	return m.entries[len(m.entries)-1].Known
}

// until is the book up to a known time.
func (m *Memory) until(known time.Time) []Entry {
	m.lock.RLock()
	defer m.lock.RUnlock()
	end := len(m.entries)
	for end > 0 && m.entries[end-1].Known.After(known) {
		end--
	}
	return m.entries[:end]
}

// Entries implements Store.
func (m *Memory) Entries(_ context.Context, known time.Time, kinds ...Kind) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, entry := range m.until(known) {
			if (len(kinds) == 0 || slices.Contains(kinds, entry.Kind())) && !yield(entry, nil) {
				return
			}
		}
	}
}

// standing is what the book shows at one known time.
type standing struct {
	documents []chancery.Document
	claims    []Held
	withdrawn map[string]bool
}

func (m *Memory) standing(known time.Time) standing {
	book := m.until(known)
	s := standing{withdrawn: withdrawn(book)}
	claims := map[string]Entry{}
	latest := map[string]*Reading{}
	for _, entry := range book {
		switch {
		case entry.Document != nil:
			if !s.withdrawn["document"+entry.Key()] {
				s.documents = append(s.documents, *entry.Document)
			}
		case entry.Claim != nil:
			claims[entry.Key()] = entry
		case entry.Reading != nil && !s.withdrawn["reading"+entry.Key()]:
			latest[entry.Reading.Document] = entry.Reading
		}
	}
	for _, document := range s.documents {
		reading := latest[document.Hash()]
		if reading == nil {
			continue
		}
		for _, key := range reading.Claims {
			if entry := claims[key]; !s.withdrawn["claim"+entry.Claim.ID] {
				claim := *entry.Claim
				claim.Model = reading.Model
				s.claims = append(s.claims, Held{entry.Seq, entry.Known, reading.ID, claim})
			}
		}
	}
	return s
}

// withdrawn names, by kind and id, what is retracted and not undone.
func withdrawn(book []Entry) map[string]bool {
	undone, gone := map[string]bool{}, map[string]bool{}
	for _, entry := range book {
		if entry.Judgement != nil {
			undone[entry.Judgement.Undoes] = true
		}
	}
	for _, entry := range book {
		if r := entry.Retraction; r != nil && !undone[r.ID] {
			gone[string(r.What)+r.Target] = true
		}
	}
	return gone
}

// Documents implements Store.
func (m *Memory) Documents(_ context.Context, known time.Time, hashes []string) ([]chancery.Document, error) {
	byHash := map[string]chancery.Document{}
	for _, document := range m.standing(known).documents {
		byHash[document.Hash()] = document
	}
	var found []chancery.Document
	for _, hash := range hashes {
		if document, held := byHash[hash]; held {
			found = append(found, document)
		}
	}
	return found, nil
}

// Claims implements Store.
func (m *Memory) Claims(_ context.Context, known time.Time, filter Filter) iter.Seq2[Held, error] {
	return func(yield func(Held, error) bool) {
		claims := slices.DeleteFunc(m.standing(known).claims, func(h Held) bool { return !filter.Matches(h.Claim) })
		turn := 1
		if filter.Latest {
			turn = -1
		}
		slices.SortFunc(claims, func(a, b Held) int { return turn * a.Cursor().compare(b.Cursor()) })
		given := 0
		for _, held := range claims {
			if filter.After != nil && turn*held.Cursor().compare(*filter.After) <= 0 {
				continue
			}
			if filter.Limit > 0 && given == filter.Limit {
				return
			}
			if given++; !yield(held, nil) {
				return
			}
		}
	}
}

// Count implements Store.
func (m *Memory) Count(context.Context) (Stats, error) {
	last, _ := m.Last(context.Background())
	stats := Stats{Engine: "memory", Last: last, Standing: int64(len(m.standing(last).claims))}
	for _, entry := range m.until(last) {
		if stats.First.IsZero() {
			stats.First = entry.Known
		}
		stats.Add(entry.Kind())
	}
	return stats, nil
}
