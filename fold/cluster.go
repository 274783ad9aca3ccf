package fold

import (
	"slices"

	"chancery"
)

// cluster is an event in the making.
type cluster struct {
	number  int32
	members []*item
	// What the members tell together.
	actor, recipient, everybody []string
	first, last                 int32    // narrowest date told so far
	due                         [2]int32 // first and last day on which it takes effect
	reported                    []int32  // days of its reports, sorted
	objects                     []objectKey
	places                      []string
	counts                      []int
	telling                     []telling
	speakers                    []string
	threatened                  bool
	planned                     bool // no member tells more than a plan
}

// mostExemplars bounds the objects and words of a cluster that are compared.
const mostExemplars = 4

func newCluster(number int32, it *item) *cluster {
	c := &cluster{number: number, first: it.first, last: it.last, threatened: it.threatened(), planned: true}
	c.add(it)
	return c
}

// add takes the item in; it has been found to fit.
func (c *cluster) add(it *item) {
	claim := it.testimony.Claim
	c.members = append(c.members, it)
	c.planned = c.planned && it.planned()
	c.actor, c.recipient, c.everybody = union(c.actor, it.actor), union(c.recipient, it.recipient), union(c.everybody, it.everybody)
	if it.dated() && (c.last < c.first || it.last-it.first < c.last-c.first) {
		c.first, c.last = it.first, it.last
	}
	if at, found := slices.BinarySearch(c.reported, it.published); !found && it.published != 0 {
		c.reported = slices.Insert(c.reported, at, it.published)
	}
	if c.due[0] == 0 {
		c.due = it.due
	}
	if it.object.told && len(c.objects) < mostExemplars {
		c.objects = append(c.objects, it.object)
	}
	if claim.Place != "" && !slices.Contains(c.places, claim.Place) && len(c.places) < mostExemplars {
		c.places = append(c.places, claim.Place)
	}
	if claim.Count != nil && !slices.Contains(c.counts, claim.Count.N) && len(c.counts) < mostExemplars {
		c.counts = append(c.counts, claim.Count.N)
	}
	if claim.SaidBy != "" && len(c.speakers) < mostExemplars {
		c.speakers = append(c.speakers, claim.SaidBy)
	}
	if len(c.telling) < mostExemplars {
		c.telling = append(c.telling, it.telling)
	}
}

func union(a, b []string) []string {
	if common(a, b) == len(b) {
		return a
	}
	return sorted(append(slices.Clone(a), b...))
}

// holdsDocument reports whether a claim of the same document is in already.
func (c *cluster) fromDocument(document string) *item {
	if document == "" {
		return nil
	}
	for _, member := range c.members[max(0, len(c.members)-64):] {
		if member.testimony.Claim.Document == document {
			return member
		}
	}
	return nil
}

// bestObject is the strongest match of an object with those of the cluster;
// one that differs outweighs all but one that is the same.
func (c *cluster) bestObject(key objectKey) objectMatch {
	best := objectUnknown
	rank := map[objectMatch]int{objectUnknown: 0, objectUnlike: 1, objectLike: 2, objectDifferent: 3, objectSame: 4}
	for _, object := range c.objects {
		if match := object.match(key); rank[match] > rank[best] {
			best = match
		}
	}
	return best
}

// likeness is how alike the words of two claims are.
type likeness struct {
	share        float64 // of the words of the shorter, 0 to 1; two that tell nothing are alike
	words, names int     // how many they have in common
	same         bool    // the very same words, at least one
	apart        bool    // both tell names, none in common
	bare         bool    // one tells nothing but the act and its parties
}

func (a telling) like(b telling) likeness {
	if len(a.words) == 0 && len(b.words) == 0 {
		return likeness{share: 1, same: true, bare: true}
	}
	l := likeness{share: share(a.words, b.words), words: common(a.words, b.words), names: common(a.names, b.names)}
	l.same = l.words == len(a.words) && l.words == len(b.words)
	l.bare = len(a.words) == 0 || len(b.words) == 0
	l.apart = l.names == 0 && len(a.names) > 0 && len(b.names) > 0
	return l
}

// bestWords is the strongest likeness with a member.
func (c *cluster) bestWords(t telling) likeness {
	var best likeness
	for i, exemplar := range c.telling {
		if l := exemplar.like(t); i == 0 || l.share > best.share || l.share == best.share && l.words > best.words {
			best = l
		}
	}
	return best
}

// testimonies of the cluster in the order of reporting.
func (c *cluster) testimonies() []chancery.Testimony {
	out := make([]chancery.Testimony, len(c.members))
	for i, member := range c.members {
		out[i] = member.testimony
	}
	slices.SortFunc(out, func(a, b chancery.Testimony) int { return compareReported(a.Claim, b.Claim) })
	return out
}
