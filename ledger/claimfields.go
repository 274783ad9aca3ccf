package ledger

import "chancery"

// claim reads a claim: the members that chancery.Claim has, each once.
func (r *claimReader) claim() (c chancery.Claim) {
	var seen uint64
	r.object(func(name string) bool {
		number, known := r.claimText(&c, name)
		if !known {
			number, known = r.claimField(&c, name)
		}
		if !known || seen&(1<<number) != 0 {
			return false
		}
		seen |= 1 << number
		return true
	})
	return c
}

// claimText reads a member that is a text; number tells the members apart.
func (r *claimReader) claimText(c *chancery.Claim, name string) (number int, known bool) {
	var into *string
	switch name {
	case "claim":
		into, number = &c.ID, 0
	case "id":
		into, number = &c.Local, 1
	case "document":
		into, number = &c.Document, 2
	case "type":
		into, number = &c.Type, 3
	case "mode":
		into, number = &c.Mode, 4
	case "act":
		into, number = &c.Act, 5
	case "cameo":
		into, number = &c.CAMEO, 6
	case "status":
		into, number = (*string)(&c.Status), 7
	case "date_anchor":
		into, number = (*string)(&c.DateAnchor), 8
	case "date_words":
		into, number = &c.DateWords, 9
	case "place":
		into, number = &c.Place, 10
	case "reason":
		into, number = &c.Reason, 11
	case "conditions":
		into, number = &c.Conditions, 12
	case "said_by":
		into, number = &c.SaidBy, 13
	case "channel":
		into, number = &c.Channel, 14
	case "in_response_to":
		into, number = &c.InResponseTo, 15
	case "evidence":
		into, number = &c.Evidence, 16
	case "rule":
		into, number = &c.Rule, 17
	case "model":
		into, number = &c.Model, 18
	default:
		return 0, false
	}
	*into = r.string()
	return number, true
}

// claimField reads any other member.
func (r *claimReader) claimField(c *chancery.Claim, name string) (number int, known bool) {
	const texts = 32 // the numbers below belong to texts
	switch name {
	case "published":
		c.Published, number = r.date(), texts
	case "date":
		c.Date, number = r.date(), texts+1
	case "effective":
		c.Effective, number = r.date(), texts+2
	case "until":
		c.Until, number = r.date(), texts+3
	case "contexts":
		c.Contexts, number = r.strings(), texts+4
	case "actor":
		c.Actor, number = r.strings(), texts+5
	case "recipient":
		c.Recipient, number = r.strings(), texts+6
	case "actor_roles":
		c.ActorRoles, number = list(r, r.role), texts+7
	case "recipient_roles":
		c.RecipientRoles, number = list(r, r.role), texts+8
	case "speakers":
		c.Speakers, number = list(r, r.speaker), texts+9
	case "count":
		c.Count, number = r.count(), texts+10
	case "object_detail":
		c.Object, number = r.claimObject(), texts+11
	case "spans":
		c.Spans, number = r.spans(), texts+12
	case "score":
		c.Score, number = r.float(), texts+13
	case "confidence":
		c.Confidence, number = r.float(), texts+14
	case "no_conditions":
		c.NoConditions, number = r.bool(), texts+15
	case "background":
		c.Background, number = r.bool(), texts+16
	default:
		return 0, false
	}
	return number, true
}

func (r *claimReader) role() (role chancery.Role) {
	r.object(func(name string) bool {
		switch name {
		case "party":
			role.Party = r.string()
		case "kind":
			role.Kind = chancery.PartyKind(r.string())
		case "sector":
			role.Sector = r.string()
		case "office":
			role.Office = r.string()
		case "person":
			role.Person = r.string()
		case "original":
			role.Original = r.string()
		default:
			return false
		}
		return true
	})
	return role
}

func (r *claimReader) speaker() (s chancery.Speaker) {
	r.object(func(name string) bool {
		switch name {
		case "name":
			s.Name = r.string()
		case "party":
			s.Party = r.string()
		case "cue":
			s.Cue = r.string()
		case "verb":
			s.Verb = chancery.VerbKind(r.string())
		default:
			return false
		}
		return true
	})
	return s
}

func (r *claimReader) count() *chancery.Count {
	if r.null() {
		return nil
	}
	c := &chancery.Count{}
	r.object(func(name string) bool {
		switch name {
		case "n":
			c.N = r.int()
		case "of":
			c.Of = r.string()
		case "from":
			from := r.int()
			c.From = &from
		default:
			return false
		}
		return true
	})
	return c
}

func (r *claimReader) claimObject() *chancery.Object {
	if r.null() {
		return nil
	}
	o := &chancery.Object{}
	r.object(func(name string) bool {
		switch name {
		case "text":
			o.Text = r.string()
		case "kind":
			o.Kind = r.string()
		case "id":
			o.ID = r.string()
		case "sender":
			o.Sender = r.string()
		case "host":
			o.Host = r.string()
		case "town":
			o.Town = r.string()
		default:
			return false
		}
		return true
	})
	return o
}

func (r *claimReader) spans() map[string][]chancery.Span {
	spans := map[string][]chancery.Span{}
	r.object(func(name string) bool {
		if _, twice := spans[name]; twice {
			return false
		}
		spans[name] = list(r, r.span)
		return true
	})
	return spans
}

func (r *claimReader) span() (s chancery.Span) {
	r.expect('[')
	s.Start = r.int()
	r.expect(',')
	s.End = r.int()
	r.expect(']')
	return s
}
