package fold

import "sort"

// mostCandidates bounds how many events one claim is compared with.
const mostCandidates = 128

// mostPairs bounds under how many pairs of parties one claim is filed.
const mostPairs = 24

// blockKey names the events of one class between two parties; b is empty for
// events filed under one party alone.
type blockKey struct{ class, a, b string }

// block lists its events by the way their dates are told. The fold's order of
// claims keeps exact sorted by day.
type block struct {
	exact     []*cluster
	vague     []*cluster // month, year or no date
	effective []*cluster // took an effective date
	planned   []*cluster // founded by a plan that is told to the day
}

type index struct {
	blocks map[blockKey]*block
	seen   map[int32]bool // candidates of the current claim
}

func newIndex() *index { return &index{blocks: map[blockKey]*block{}, seen: map[int32]bool{}} }

// keys are the blocks that an item is filed and looked up under: each actor
// with each recipient (each two parties for mutual acts), and, so that one-sided
// tellings are found, each actor and each recipient alone.
func keys(it *item) []blockKey {
	var out []blockKey
	add := func(a, b string) {
		if len(out) < mostPairs {
			out = append(out, blockKey{it.row.class, a, b})
		}
	}
	if it.row.mutual {
		for i, a := range it.everybody {
			for _, b := range it.everybody[i+1:] {
				add(a, b)
			}
		}
		if len(it.everybody) == 1 {
			add(it.everybody[0], "")
		}
		return out
	}
	if len(it.actor) == 0 || len(it.recipient) == 0 || it.denied() {
		for _, a := range it.everybody {
			add(a, "")
		}
		return out
	}
	for _, a := range it.actor {
		for _, b := range it.recipient {
			add(a, b)
		}
	}
	return out
}

// filing are the keys under which a new event is found: those of its founder
// and each party alone.
func filing(it *item) []blockKey {
	out := keys(it)
	if it.row.mutual {
		return out
	}
	for _, a := range it.everybody {
		key := blockKey{it.row.class, a, ""}
		if len(out) < 2*mostPairs && (len(out) == 0 || out[0].b != "") {
			out = append(out, key)
		}
	}
	return out
}

func (x *index) file(c *cluster, it *item) {
	for _, key := range filing(it) {
		b := x.blocks[key]
		if b == nil {
			b = &block{}
			x.blocks[key] = b
		}
		if it.exact() {
			b.exact = append(b.exact, c)
			if it.planned() {
				b.planned = append(b.planned, c)
			}
		} else {
			b.vague = append(b.vague, c)
		}
	}
	x.fileEffective(c, it)
}

// fileEffective makes an event findable by the day on which it takes effect.
func (x *index) fileEffective(c *cluster, it *item) {
	if it.due[0] == 0 {
		return
	}
	for _, key := range filing(it) {
		if b := x.blocks[key]; b != nil {
			b.effective = append(b.effective, c)
		}
	}
}

// candidates calls each with the events that the item may belong to, none
// twice, at most mostCandidates.
func (x *index) candidates(it *item, each func(*cluster)) {
	clear(x.seen)
	for _, key := range keys(it) {
		b := x.blocks[key]
		if b == nil {
			continue
		}
		from, to := window(it)
		end := sort.Search(len(b.exact), func(i int) bool { return b.exact[i].members[0].first > to })
		for i := end - 1; i >= 0 && b.exact[i].members[0].first >= from && x.more(); i-- {
			x.visit(b.exact[i], each)
		}
		for i := len(b.vague) - 1; i >= 0 && i >= len(b.vague)-mostCandidates && x.more() && !it.exact(); i-- {
			x.visit(b.vague[i], each)
		}
		for i := len(b.effective) - 1; i >= 0 && i >= len(b.effective)-32 && it.exact() && x.more(); i-- {
			x.visit(b.effective[i], each)
		}
		for i := len(b.planned) - 1; i >= 0 && i >= len(b.planned)-32 && it.exact() && x.more(); i-- {
			x.visit(b.planned[i], each)
		}
	}
}

func (x *index) more() bool { return len(x.seen) < mostCandidates }

func (x *index) visit(c *cluster, each func(*cluster)) {
	if !x.seen[c.number] {
		x.seen[c.number] = true
		each(c)
	}
}

// window is the range of days in which exactly dated events may fit.
func window(it *item) (from, to int32) {
	days := int32(it.row.days)
	switch {
	case it.exact() && it.denied():
		return it.first - 31, it.last + days
	case it.exact():
		return it.first - days, it.last + days
	case it.dated():
		return it.first, it.last
	case it.published != 0:
		return it.published - it.row.undatedDays(), it.published + it.row.aheadDays()
	}
	return -1 << 31, 1<<31 - 1
}
