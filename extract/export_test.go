package extract

import "chancery/pattern"

// RulesOf shows tests the compiled rules.
func RulesOf(x *Extractor) []*pattern.Rule { return x.rules.Rules() }

// Combine shows tests how two operators compose.
func Combine(x *Extractor, outer, inner string) string { return x.operators.combine(outer, inner) }

// ActsOf lists for tests the acts of the table.
func ActsOf(x *Extractor) []string { return x.acts.Names() }
