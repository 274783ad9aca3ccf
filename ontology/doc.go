// Package ontology holds what is known of acts and missions in general: names,
// codes, scores, and what each does to a relation. Its tables are data.
package ontology
