package main

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
	"chancery/ontology"
)

// seriesDays is how far before On the tension series, the last words and the
// events of a standing go, where --since does not say otherwise: three years.
const seriesDays = 3 * 365

// lastContacts is how many claims of contacts, and how many of agreements, a
// standing looks back over.
const lastContacts = 100

// standing loads what the standing of a pair rests on: of acts that change a
// standing all there are, of contacts and agreements the last ones, of all
// others those since the day and up to On.
func (r *record) standing(ctx context.Context, base ledger.Filter, since chancery.Date) ([]chancery.Event, error) {
	base.Lean = true // no line of a standing tells the model
	recent := base
	recent.From, recent.To = since, r.on
	recent.Lasting = actsOf(func(effect string) bool {
		return effect != "none" && effect != "contact" && effect != "territory" && effect != "agreement"
	})
	claims, err := r.claims(ctx, recent)
	if err != nil {
		return nil, err
	}
	for _, acts := range [][]string{
		append(actsOf(func(effect string) bool { return effect == "contact" }), "summon"),
		actsOf(func(effect string) bool { return effect == "agreement" }),
	} {
		earlier, err := r.lastBefore(ctx, base, since, acts, lastContacts-countActs(claims, acts))
		if err != nil {
			return nil, err
		}
		claims = append(claims, earlier...)
	}
	return r.folded(ctx, claims)
}

// lastBefore loads the last claims of some acts, up to so many, before a day.
func (r *record) lastBefore(ctx context.Context, filter ledger.Filter, day chancery.Date, acts []string, most int) ([]chancery.Claim, error) {
	if most <= 0 {
		return nil, nil
	}
	filter.Acts, filter.Latest, filter.Limit = acts, true, most
	filter.To = day.First().AddDays(-1)
	if r.on.Compare(filter.To) < 0 {
		filter.To = r.on
	}
	return r.claims(ctx, filter)
}

func countActs(claims []chancery.Claim, acts []string) int {
	n := 0
	for _, claim := range claims {
		if slices.Contains(acts, claim.Act) {
			n++
		}
	}
	return n
}

// actsOf lists the acts of the table whose effect is asked for.
func actsOf(asked func(effect string) bool) []string {
	table := ontology.Embedded()
	return slices.DeleteFunc(table.Names(), func(name string) bool {
		act, _ := table.Act(name)
		return !asked(act.Effect)
	})
}

// edgeDays is how close to the oldest loaded claim an event may lie and still
// lack some of its claims.
const edgeDays = 7

// page folds what the user wants to see. Where only the last events are wanted,
// only the last claims are loaded, more of them until they fill the page.
func (r *record) page(ctx context.Context, f eventFilter) ([]chancery.Event, error) {
	filter := f.claims()
	if f.limit == 0 {
		events, err := r.events(ctx, filter)
		return f.choose(events), err
	}
	filter.Latest = true
	wanted := f.limit + max(f.skip, 0)
	for filter.Limit = 2*wanted + 100; ; filter.Limit *= 4 {
		claims, err := r.claims(ctx, filter)
		if err != nil {
			return nil, err
		}
		events, err := r.folded(ctx, claims)
		if err != nil {
			return nil, err
		}
		if len(claims) < filter.Limit {
			return f.choose(events), nil
		}
		oldest := claims[filter.Limit-1]
		whole := f
		if edge, err := chancery.ParseDate(ledger.Day(oldest)); err == nil {
			edge = edge.AddDays(edgeDays)
			if whole.from.IsZero() || edge.Compare(whole.from.First()) > 0 {
				whole.from = edge
			}
		}
		whole.limit, whole.skip = 0, 0
		if len(whole.choose(events)) >= wanted {
			return f.choose(events), nil
		}
	}
}
