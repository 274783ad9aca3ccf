package parse

import "unsafe"

// bytesAsString reads bytes as a string without copying; the caller drops the
// string before the bytes change.
func bytesAsString(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}
