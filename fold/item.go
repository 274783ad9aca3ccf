package fold

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// item is a claim made ready to be compared.
type item struct {
	testimony        chancery.Testimony
	row              actRow
	actor, recipient []string // sorted, without repeats
	everybody        []string // both together
	first, last      int32    // days since 1970 that Date covers; last < first when no date is told
	due              [2]int32 // first and last day of Effective, 0 when not told
	published        int32    // 0 when not told
	object           objectKey
	telling          telling
	group            string // id of the judgement that set it apart, else empty
}

func itemOf(t chancery.Testimony, names map[string][]string) item {
	c := t.Claim
	it := item{testimony: t, row: rowOf(c.Act), actor: sorted(c.Actor), recipient: sorted(c.Recipient)}
	it.everybody = sorted(append(slices.Clone(c.Actor), c.Recipient...))
	it.first, it.last = 1, 0
	if !c.Date.IsZero() {
		it.first, it.last = dayNumber(c.Date.First()), dayNumber(c.Date.Last())
	}
	it.due, it.published = [2]int32{dayNumber(c.Effective.First()), dayNumber(c.Effective.Last())}, dayNumber(c.Published)
	own := partyWords(c, names)
	it.object = keyOf(c.Object, own)
	it.object.party = it.row.hard && it.object.told && it.object.kind == "" && len(it.object.words) == 0
	it.telling = tellingWords(own, objectText(c), c.Evidence)
	return it
}

// partyWords are the words by which the claim names its parties and who speaks
// for them. Of a party's own words only those count that begin like its code
// ("Russian", RUS): others may be the place of the act ("Dnipro").
func partyWords(c chancery.Claim, names map[string][]string) []string {
	var out []string
	for _, side := range [2][]string{c.Actor, c.Recipient} {
		for _, code := range side {
			out = append(append(out, code), names[code]...)
		}
	}
	for _, roles := range [2][]chancery.Role{c.ActorRoles, c.RecipientRoles} {
		for _, role := range roles {
			out = append(out, role.Person)
			for word := range strings.FieldsSeq(role.Original) {
				if role.Party != "" && word[0] == role.Party[0] {
					out = append(out, word)
				}
			}
		}
	}
	return out
}

func objectText(c chancery.Claim) string {
	if c.Object == nil {
		return ""
	}
	return c.Object.Text
}

// dayNumber counts days since 1970; 0 for no date (1 January 1970 counts as the 2nd).
func dayNumber(d chancery.Date) int32 {
	if d.IsZero() {
		return 0
	}
	if n := int32(d.Time().Unix() / 86400); n != 0 {
		return n
	}
	return 1
}

func (it *item) dated() bool  { return it.last >= it.first }
func (it *item) exact() bool  { return it.last == it.first }
func (it *item) actual() bool { return it.testimony.Claim.Status == chancery.StatusActual }
func (it *item) planned() bool {
	return it.testimony.Claim.Status == chancery.StatusPlanned
}
func (it *item) denied() bool { return it.testimony.Claim.Status == chancery.StatusDenied }
func (it *item) threatened() bool {
	return it.testimony.Claim.Status == chancery.StatusThreatened
}

func sorted(codes []string) []string {
	out := slices.Clone(codes)
	slices.Sort(out)
	return slices.Compact(out)
}

// grainRank puts the exactly dated first and the undated last.
func (it *item) grainRank() int {
	switch {
	case !it.dated():
		return 3
	case it.exact():
		return 0
	case it.last-it.first < 32:
		return 1
	}
	return 2
}

// before is the fold's own order of claims; ids make it total.
func (it *item) compare(other *item) int {
	c, d := &it.testimony.Claim, &other.testimony.Claim
	return cmp.Or(
		cmp.Compare(it.grainRank(), other.grainRank()),
		cmp.Compare(it.first, other.first),
		cmp.Compare(deniedLast(it), deniedLast(other)),
		-cmp.Compare(len(it.everybody), len(other.everybody)),
		cmp.Compare(it.published, other.published),
		strings.Compare(c.ID, d.ID),
	)
}

func deniedLast(it *item) int {
	if it.denied() {
		return 1
	}
	return 0
}

func compareReported(a, b chancery.Claim) int {
	if a.Published.IsZero() != b.Published.IsZero() {
		if a.Published.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Published.Compare(b.Published), strings.Compare(a.ID, b.ID))
}
