package relate

import (
	"fmt"
	"strconv"
	"strings"
)

// operator changes the type of what stands in its scope. A row of
// operators.txt reads
//
//	name scope alone key=value …
//
// scope is how many words may part it from its argument; alone is the type
// that it tells with none, or "-"; a key is a PLOVER type or one of the kinds
// talk (AGREE CONSULT SUPPORT), aid (AID COOPERATE), yield (CONCEDE RETREAT),
// words (REQUEST ACCUSE REJECT THREATEN), conflict (SANCTION PROTEST MOBILIZE
// COERCE ASSAULT); a value is a type, "same" (the argument stands), or
// "apart" (it does not take such an argument).
type operator struct {
	name  string
	scope int
	alone string
	table map[string]string
}

const (
	same  = "same"
	apart = "apart"
)

func (l *lexicon) addOperator(fields []string) error {
	if len(fields) < 3 {
		return fmt.Errorf("a name, a scope and a type are wanted, found %q", strings.Join(fields, " "))
	}
	scope, err := strconv.Atoi(fields[1])
	if err != nil {
		return fmt.Errorf("reading the scope: %w", err)
	}
	op := &operator{name: fields[0], scope: scope, table: map[string]string{}}
	if op.alone = fields[2]; op.alone == "-" {
		op.alone = ""
	} else if quads[op.alone] == 0 {
		return fmt.Errorf("no PLOVER type %q", op.alone)
	}
	for _, field := range fields[3:] {
		key, value, _ := strings.Cut(field, "=")
		if quads[key] == 0 && sorts[key] == "" {
			return fmt.Errorf("no type or kind %q", key)
		}
		if quads[value] == 0 && value != same && value != apart {
			return fmt.Errorf("no type %q", value)
		}
		op.table[key] = value
	}
	l.operates[op.name] = op
	return nil
}

// sorts are the kinds of types that an operator's row can name.
var sorts = map[string]string{
	"talk": "talk", "aid": "aid", "yield": "yield", "words": "words", "conflict": "conflict",
	"AGREE": "talk", "CONSULT": "talk", "SUPPORT": "talk", "AID": "aid", "COOPERATE": "aid",
	"CONCEDE": "yield", "RETREAT": "yield", "REQUEST": "words", "ACCUSE": "words", "REJECT": "words", "THREATEN": "words",
	"SANCTION": "conflict", "PROTEST": "conflict", "MOBILIZE": "conflict", "COERCE": "conflict", "ASSAULT": "conflict",
}

// apply tells what the operator makes of its argument; ok is false when it
// does not take it.
func (o *operator) apply(event, mode string) (told, toldMode string, ok bool) {
	result, known := o.table[event]
	if !known {
		result, known = o.table[sorts[event]]
	}
	switch {
	case !known || result == apart:
		return "", "", false
	case result == same:
		return event, mode, true
	}
	return result, modeOf(result, event, mode), true
}

// modeOf is the mode that an operator's result has: for requests, refusals and
// threats it is the content (PLOVER manual, REQUEST, REJECT and THREATEN).
func modeOf(result, event, mode string) string {
	switch result {
	case "REQUEST", "REJECT":
		switch {
		case event == "CONSULT":
			return "meet"
		case sorts[event] == "yield":
			return "yield"
		case sorts[event] == "talk" || sorts[event] == "aid":
			return "assist"
		}
		return "change"
	case "THREATEN":
		return threatMode(event, mode)
	case "RETREAT":
		if event == "ASSAULT" || event == "MOBILIZE" {
			return "ceasefire"
		}
	case "SANCTION":
		return "discontinue"
	}
	return ""
}

func threatMode(event, mode string) string {
	switch {
	case mode == "arrest" || mode == "expel":
		return mode
	case mode == "deport":
		return "expel"
	case event == "ASSAULT" || event == "MOBILIZE":
		return "violence"
	case event == "SANCTION" || sorts[event] == "talk" || sorts[event] == "aid":
		return "relations"
	case event == "COERCE" || event == "PROTEST":
		return "restrict"
	}
	return ""
}
