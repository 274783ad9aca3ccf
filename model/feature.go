package model

import "math/bits"

// Feature is a hashed feature; two different ones meet once in 2^64, in a
// frozen model once in 2^32 per look-up.
type Feature uint64

const (
	mixA = 0x9E3779B97F4A7C15 // 2^64 / golden ratio
	mixB = 0xD6E8FEB86659FD93 // Mulvey's rrmxmx multiplier
	mixC = 0xA0761D6478BD642F // wyhash's first secret
	mixD = 0xE7037ED1A0B428DB // wyhash's second secret
)

// Word hashes a string to 64 bits.
func Word(s string) uint64 {
	h := uint64(len(s)) * mixA
	for len(s) >= 8 {
		h = (bits.RotateLeft64(h, 27) ^ eight(s)) * mixC
		h ^= h >> 32
		s = s[8:]
	}
	var tail uint64
	for i := range len(s) {
		tail = tail<<8 | uint64(s[i])
	}
	h = (bits.RotateLeft64(h, 27) ^ tail) * mixC
	h = (h ^ h>>32) * mixB
	return h ^ h>>29
}

func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Mix1 is the feature of one value under a template number.
func Mix1(template, a uint64) Feature {
	h := (template*mixA ^ a) * mixB
	h = (h ^ h>>32) * mixC
	return Feature(h ^ h>>31)
}

// Mix2 is the feature of two values, in this order.
func Mix2(template, a, b uint64) Feature {
	h := (template*mixA ^ a) * mixB
	h = (bits.RotateLeft64(h, 32) ^ b) * mixC
	h = (h ^ h>>32) * mixD
	return Feature(h ^ h>>31)
}

// Mix3 is the feature of three values, in this order.
func Mix3(template, a, b, c uint64) Feature {
	h := (template*mixA ^ a) * mixB
	h = (bits.RotateLeft64(h, 32) ^ b) * mixC
	return Mix2(template, h, c)
}

// Hash is the feature of strings under a template number: the easy way where
// speed does not matter.
func Hash(template uint64, parts ...string) Feature {
	h := Mix1(template, uint64(len(parts)))
	for _, part := range parts {
		h = Mix2(template, uint64(h), Word(part))
	}
	return h
}
