package fold

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/ontology"
)

// ruling is what the judgements in force say, by claim.
type ruling struct {
	rejected, accepted map[string]string // judgement id by claim id
	apart              map[string]string
	corrections        map[string][]chancery.Judgement // by claim id, in order
	merged             []chancery.Judgement
	names              map[string]string // a person's name to the one that is shown
	shaped             map[string][]string
}

// rule puts judgements in the order of their making and drops what was undone.
// Of two that contradict each other the later wins: accept against reject,
// merge against split, same against different person.
func rule(judgements []chancery.Judgement) *ruling {
	r := &ruling{
		rejected: map[string]string{}, accepted: map[string]string{}, apart: map[string]string{},
		corrections: map[string][]chancery.Judgement{}, names: map[string]string{}, shaped: map[string][]string{},
	}
	for _, j := range InForce(judgements) {
		r.enter(j)
	}
	return r
}

// InForce orders judgements by time, then id, and leaves out those of kind
// undo and what they undid.
func InForce(judgements []chancery.Judgement) []chancery.Judgement {
	undone := map[string]bool{}
	for _, j := range judgements {
		if j.Kind == chancery.JudgeUndo {
			undone[j.Undoes] = true
		}
	}
	var out []chancery.Judgement
	for _, j := range judgements {
		if j.Kind != chancery.JudgeUndo && !undone[j.ID] {
			out = append(out, j)
		}
	}
	slices.SortFunc(out, func(a, b chancery.Judgement) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(a.ID, b.ID))
	})
	return out
}

func (r *ruling) enter(j chancery.Judgement) {
	switch j.Kind {
	case chancery.JudgeAccept:
		for _, id := range j.Claims {
			r.accepted[id] = j.ID
			delete(r.rejected, id)
		}
	case chancery.JudgeReject:
		for _, id := range j.Claims {
			r.rejected[id] = j.ID
			delete(r.accepted, id)
		}
	case chancery.JudgeCorrect:
		for _, id := range j.Claims {
			r.corrections[id] = append(r.corrections[id], j)
		}
	case chancery.JudgeMerge:
		for _, id := range j.Claims {
			delete(r.apart, id)
		}
		r.merged = append(r.merged, j)
	case chancery.JudgeSplit:
		for _, id := range j.Claims {
			r.apart[id] = j.ID
		}
		r.unmerge(j.Claims)
	case chancery.JudgeSamePerson:
		for _, name := range j.Names {
			r.names[name] = j.Names[0]
		}
	case chancery.JudgeDifferentPerson:
		for _, name := range j.Names {
			delete(r.names, name)
		}
	default:
		return
	}
	for _, id := range j.Claims {
		r.shaped[id] = append(r.shaped[id], j.ID)
	}
}

// unmerge takes claims that were set apart out of earlier merges.
func (r *ruling) unmerge(claims []string) {
	for i := range r.merged {
		r.merged[i].Claims = slices.DeleteFunc(slices.Clone(r.merged[i].Claims), func(id string) bool { return slices.Contains(claims, id) })
	}
}

// apply gives the claim as judged, with what was changed.
func (r *ruling) apply(claim chancery.Claim) chancery.Testimony {
	t := chancery.Testimony{Claim: claim, Part: chancery.PartSupports}
	_, t.Accepted = r.accepted[claim.ID]
	for _, j := range r.corrections[claim.ID] {
		if corrected, err := Correct(t.Claim, j.Field, j.Value); err == nil {
			t.Claim = corrected
			t.Corrected = append(t.Corrected, j.Field)
		}
	}
	if name, same := r.names[t.Claim.SaidBy]; same {
		t.Claim.SaidBy = name
	}
	if t.Claim.Status == chancery.StatusDenied {
		t.Part = chancery.PartDisputes
	}
	return t
}

// Correct gives the claim with one field changed, by its JSON name; the id
// stays the one it was made with. Lists are separated by commas; counts are "10"
// or "20>10"; "-" or "" tells nothing. The error says what is wrong with field
// or value.
func Correct(claim chancery.Claim, field, value string) (chancery.Claim, error) {
	if value == "-" {
		value = ""
	}
	switch field {
	case "act":
		return correctAct(claim, value)
	case "actor", "recipient":
		codes := codeList(value)
		if field == "actor" {
			claim.Actor, claim.ActorRoles = codes, rolesOf(claim.ActorRoles, codes)
		} else {
			claim.Recipient, claim.RecipientRoles = codes, rolesOf(claim.RecipientRoles, codes)
		}
	case "status":
		if !slices.Contains(chancery.Statuses(), chancery.Status(value)) {
			return claim, fmt.Errorf("%q is no status: %v", value, chancery.Statuses())
		}
		claim.Status = chancery.Status(value)
	case "date", "effective", "until":
		return correctDate(claim, field, value)
	case "count":
		count, err := parseCount(value)
		claim.Count = count
		return claim, err
	case "object":
		claim.Object = nil
		if value != "" {
			claim.Object = &chancery.Object{Text: value}
		}
	case "place":
		claim.Place = value
	case "channel":
		claim.Channel = value
	case "said_by":
		claim.SaidBy = value
	case "reason":
		claim.Reason = value
	case "conditions":
		claim.Conditions = value
	default:
		return claim, fmt.Errorf("field %q cannot be corrected; these can: act, actor, recipient, status, date, effective, until, count, object, place, channel, said_by, reason, conditions", field)
	}
	return claim, nil
}

// correctAct changes the act with its type, mode, code, contexts and score.
func correctAct(claim chancery.Claim, name string) (chancery.Claim, error) {
	table := ontology.Embedded()
	act, known := table.Act(name)
	if !known {
		return claim, fmt.Errorf("%q is no act of the table; these are: %s", name, strings.Join(table.Names(), ", "))
	}
	claim.Act, claim.Type, claim.Mode, claim.CAMEO, claim.Contexts = name, act.Type, act.Mode, act.CAMEO, act.Contexts
	claim.Score = table.Score(act.Type, act.Mode)
	return claim, nil
}

// rolesOf keeps the roles of the parties that stay.
func rolesOf(roles []chancery.Role, codes []string) []chancery.Role {
	var out []chancery.Role
	for _, role := range roles {
		if slices.Contains(codes, role.Party) {
			out = append(out, role)
		}
	}
	return out
}

func correctDate(claim chancery.Claim, field, value string) (chancery.Claim, error) {
	var date chancery.Date
	if value != "" {
		parsed, err := chancery.ParseDate(value)
		if err != nil {
			return claim, err
		}
		date = parsed
	}
	switch field {
	case "date":
		claim.Date = date
	case "effective":
		claim.Effective = date
	default:
		claim.Until = date
	}
	return claim, nil
}

func codeList(value string) []string {
	codes := []string{}
	for code := range strings.SplitSeq(value, ",") {
		if code = strings.TrimSpace(code); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}

func parseCount(value string) (*chancery.Count, error) {
	if value == "" {
		return nil, nil
	}
	from, to, both := strings.Cut(value, ">")
	if !both {
		to = from
	}
	n, err := strconv.Atoi(strings.TrimSpace(to))
	if err != nil {
		return nil, fmt.Errorf("%q is no count of the form 10 or 20>10", value)
	}
	count := &chancery.Count{N: n}
	if both {
		before, err := strconv.Atoi(strings.TrimSpace(from))
		if err != nil {
			return nil, fmt.Errorf("%q is no count of the form 10 or 20>10", value)
		}
		count.From = &before
	}
	return count, nil
}

// merge joins the events that hold claims which a person judged to be of one.
func merge(clusters []*cluster, r *ruling) []*cluster {
	if len(r.merged) == 0 {
		return clusters
	}
	home := map[string]*cluster{}
	for _, c := range clusters {
		for _, member := range c.members {
			home[member.testimony.Claim.ID] = c
		}
	}
	for _, j := range r.merged {
		var first *cluster
		for _, id := range j.Claims {
			c := home[id]
			switch {
			case c == nil || c == first:
			case first == nil:
				first = c
			default:
				for _, member := range c.members {
					first.add(member)
					home[member.testimony.Claim.ID] = first
				}
				c.members = nil
			}
		}
	}
	return slices.DeleteFunc(clusters, func(c *cluster) bool { return len(c.members) == 0 })
}
