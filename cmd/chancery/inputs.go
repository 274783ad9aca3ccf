package main

import (
	"fmt"
	"io"
	"iter"
	"os"

	"chancery"
	"chancery/intake"
)

// inputs reads every document of the named files, or of standard input when
// there are none.
func inputs(files []string, stdin io.Reader, published chancery.Date) iter.Seq[intake.Item] {
	return func(yield func(intake.Item) bool) {
		if len(files) == 0 {
			files = []string{"-"}
		}
		for _, name := range files {
			for item := range fromFile(name, stdin, published) {
				if !yield(item) {
					return
				}
			}
		}
	}
}

func fromFile(name string, stdin io.Reader, published chancery.Date) iter.Seq[intake.Item] {
	return func(yield func(intake.Item) bool) {
		stream := stdin
		if name != "-" {
			file, err := os.Open(name)
			if err != nil {
				yield(intake.Item{Source: name, Err: fmt.Errorf("opening: %w", err)})
				return
			}
			defer file.Close()
			stream = file
		}
		for item := range intake.Items(stream, name, published) {
			if !yield(item) {
				return
			}
		}
	}
}
