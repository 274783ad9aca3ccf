package actor

// Knows reports whether a table has the name, as a party, organ, town or
// person, in any spelling that counts as the same.
func (f *Finder) Knows(name string) bool {
	if _, known := f.forms[fold(name)]; known {
		return true
	}
	return len(f.byName[skeleton(name)]) > 0
}
