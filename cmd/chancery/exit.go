package main

import "errors"

// usageError is a call whose words are off: exit code 2.
type usageError struct{ error }

// exitCode is 2 for wrong usage and 1 for any other failure.
func exitCode(err error) int {
	var usage usageError
	if errors.As(err, &usage) {
		return 2
	}
	return 1
}
