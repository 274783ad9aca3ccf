package relate

// modes lists the modes of each type (PLOVER manual 0.9b, tables of the
// categories; types without a table have none).
var modes = map[string]map[string]bool{
	"CONSULT":  set("visit", "third-party", "multilateral", "phone"),
	"RETREAT":  set("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
	"REQUEST":  set("assist", "change", "yield", "meet"),
	"ACCUSE":   set("disapprove", "investigate", "allege"),
	"REJECT":   set("assist", "change", "yield", "meet"),
	"THREATEN": set("restrict", "arrest", "relations", "expel", "territory", "violence"),
	"PROTEST":  set("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
	"SANCTION": set("convict", "expel", "withdraw", "discontinue"),
	"MOBILIZE": set("troops", "weapons", "police", "militia"),
	"COERCE": set("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
		"misinformation", "cyber"),
	"ASSAULT": set("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
		"suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
}

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, name := range names {
		out[name] = true
	}
	return out
}
