package fold

import (
	"chancery"
	"chancery/ontology"
)

// objectKey is what is compared of an act's object.
type objectKey struct {
	told               bool
	id                 string
	kind               chancery.MissionKind
	sender, host, town string
	words              []uint32
	party              bool // it is the party itself that is recognised, left or let in
}

func keyOf(object *chancery.Object, own []string) objectKey {
	if object == nil || object.Text == "" && object.ID == "" {
		return objectKey{}
	}
	kind, _, _ := ontology.MissionKind(object.Text)
	return objectKey{
		told: true, id: object.ID, kind: kind, sender: object.Sender, host: object.Host, town: object.Town,
		words: tellingWords(own, object.Text).words,
	}
}

// likeness of two objects.
type objectMatch int

const (
	objectUnknown   objectMatch = iota // one is not told, or nothing speaks for or against
	objectSame                         // one and the same
	objectLike                         // some words in common
	objectUnlike                       // told by both, no words in common
	objectDifferent                    // two different missions, bodies or treaties
)

func (a objectKey) match(b objectKey) objectMatch {
	if !a.told || !b.told {
		return objectUnknown
	}
	if a.id != "" && b.id != "" {
		if a.id == b.id {
			return objectSame
		}
		return objectDifferent
	}
	if a.contradicts(b) {
		return objectDifferent
	}
	if a.kind != "" && b.kind != "" {
		if a.kind != ontology.MissionGeneric && a.kind == b.kind {
			return objectSame
		}
		return objectUnknown // a mission, one without its kind
	}
	if a.party && b.party {
		return objectSame
	}
	if len(a.words) == 0 || len(b.words) == 0 {
		return objectUnknown
	}
	switch likeness := share(a.words, b.words); {
	case likeness >= 0.6:
		return objectSame
	case likeness > 0:
		return objectLike
	}
	return objectUnlike
}

// contradicts reports whether two missions differ in what both tell. A main
// mission may be called embassy or mission.
func (a objectKey) contradicts(b objectKey) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	if differ(a.sender, b.sender) || differ(a.host, b.host) || differ(a.town, b.town) {
		return true
	}
	x, y := mainKind(a.kind), mainKind(b.kind)
	return x != ontology.MissionGeneric && y != ontology.MissionGeneric && differ(string(x), string(y))
}

func mainKind(kind chancery.MissionKind) chancery.MissionKind {
	if kind == chancery.MissionPermanent {
		return chancery.MissionEmbassy
	}
	return kind
}
