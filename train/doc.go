// Package train turns corpora into models and gold texts into scores. It is
// never reachable from the running service.
package train
