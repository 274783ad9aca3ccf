package fold

import (
	"slices"
	"strings"

	"chancery"
)

// Options is what is known beside the claims.
type Options struct {
	// Judgements are those in force, in any order; undone ones may be among
	// them together with what undid them.
	Judgements []chancery.Judgement
	// SameText gives, for the hash of a document that is a wire copy or
	// near-duplicate, the hash that stands for its group (see NearDuplicates).
	SameText map[string]string
	// Names are the words by which texts call a party, by its code ("Russia",
	// "Russian"): what two reports have in common must be more than these.
	Names map[string][]string
}

// Fold derives the events that the claims tell of, by date, then by id. The
// order of claims and judgements never matters; a claim given twice counts once.
func Fold(claims []chancery.Claim, options Options) []chancery.Event {
	ruling := rule(options.Judgements)
	items := ready(claims, ruling, options.Names)
	clusters := gather(items)
	clusters = merge(clusters, ruling)
	events := make([]chancery.Event, 0, len(clusters))
	for _, c := range clusters {
		events = append(events, eventOf(c, options, ruling))
	}
	answer(events)
	slices.SortFunc(events, compareEvents)
	return events
}

// compareEvents orders events by When, then by id.
func compareEvents(a, b chancery.Event) int {
	if order := a.When().Compare(b.When()); order != 0 {
		return order
	}
	return strings.Compare(a.ID, b.ID)
}

// ready applies what was judged of single claims and puts the rest in the
// fold's own order.
func ready(claims []chancery.Claim, ruling *ruling, names map[string][]string) []*item {
	seen := make(map[string]bool, len(claims))
	items := make([]item, 0, len(claims))
	for _, claim := range claims {
		if claim.ID == "" {
			claim.ID = claim.ContentID()
		}
		if seen[claim.ID] || ruling.rejected[claim.ID] != "" {
			continue
		}
		seen[claim.ID] = true
		it := itemOf(ruling.apply(claim), names)
		it.group = ruling.apart[claim.ID]
		items = append(items, it)
	}
	out := make([]*item, len(items))
	for i := range items {
		out[i] = &items[i]
	}
	slices.SortFunc(out, (*item).compare)
	return out
}

// gather walks the items in order; each joins the event that it fits best.
func gather(items []*item) []*cluster {
	var clusters []*cluster
	x := newIndex()
	apart := map[string]*cluster{}
	for _, it := range items {
		if it.group != "" { // a person set these apart: one event, whatever they say
			if c := apart[it.group]; c != nil {
				c.add(it)
				continue
			}
		}
		var best *cluster
		bestFit := 0.0
		x.candidates(it, func(c *cluster) {
			fit := c.fit(it)
			if fit > bestFit || fit == bestFit && best != nil && c.number < best.number {
				best, bestFit = c, fit
			}
		})
		if best != nil && bestFit > 0 {
			if best.due[0] == 0 {
				x.fileEffective(best, it)
			}
			best.add(it)
			continue
		}
		c := newCluster(int32(len(clusters)), it)
		clusters = append(clusters, c)
		if it.group != "" {
			apart[it.group] = c
			continue
		}
		x.file(c, it)
	}
	return clusters
}
