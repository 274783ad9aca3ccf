package intake

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Files reads every document of the named files and folders in order ("-" is
// stdin; folders are walked in the order of their names, dot files aside, and
// .gz files are unpacked). A file that cannot be opened is an item with an
// error; the rest goes on.
func Files(names []string, stdin io.Reader, options Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, name := range names {
			if name == "-" {
				for item := range Items(stdin, "standard input", options) {
					if !yield(item) {
						return
					}
				}
				continue
			}
			if !walk(name, options, yield) {
				return
			}
		}
	}
}

// walk reads a file, or every file of a folder; false when the caller has had enough.
func walk(root string, options Options, yield func(Item) bool) bool {
	more := true
	_ = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			if more = yield(Item{Source: name, Err: fmt.Errorf("opening: %w", cause(err))}); !more {
				return fs.SkipAll
			}
			return nil
		}
		if name != root && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			return nil
		}
		if more = file(name, options, yield); !more {
			return fs.SkipAll
		}
		return nil
	})
	return more
}

func file(name string, options Options, yield func(Item) bool) bool {
	handle, err := os.Open(name)
	if err != nil {
		return yield(Item{Source: name, Err: fmt.Errorf("opening: %w", cause(err))})
	}
	defer handle.Close()
	var stream io.Reader = handle
	if strings.HasSuffix(name, ".gz") {
		unpacked, err := gzip.NewReader(handle)
		if err != nil {
			return yield(Item{Source: name, Err: fmt.Errorf("unpacking: %w", err)})
		}
		defer unpacked.Close()
		stream = unpacked
	}
	for item := range Items(stream, name, options) {
		if !yield(item) {
			return false
		}
	}
	return true
}

// cause is the reason without the path, which the item's source tells already.
func cause(err error) error {
	if path, ok := err.(*fs.PathError); ok {
		return path.Err
	}
	return err
}
