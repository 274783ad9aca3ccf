package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"time"

	"github.com/urfave/cli/v3"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"chancery"
	"chancery/intake"
	"chancery/read"
)

// readingFlags are the flags of every command that reads documents.
func readingFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "published", Usage: "`DATE` of publication (YYYY-MM-DD) of documents that tell none"},
		&cli.StringFlag{Name: "tables", Usage: "`DIR` with your own parties, persons, offices and missions", Sources: cli.EnvVars("CHANCERY_TABLES")},
		&cli.StringFlag{Name: "rules", Usage: "`DIR` with your own acts and rules", Sources: cli.EnvVars("CHANCERY_RULES")},
		&cli.BoolFlag{Name: "any-language", Usage: "read documents that do not look English too"},
	}
}

// newReader loads the reader that the flags ask for.
func newReader(cmd *cli.Command) (*read.Reader, error) {
	return read.New(read.Options{Tables: cmd.String("tables"), Rules: cmd.String("rules")})
}

// documents is the stream of documents that a command's arguments name.
func documents(cmd *cli.Command) (iter.Seq[intake.Item], error) {
	published, err := day(cmd.String("published"))
	if err != nil {
		return nil, usageError{fmt.Errorf("--published: %w", err)}
	}
	names := cmd.Args().Slice()
	if len(names) == 0 {
		names = []string{"-"}
	}
	options := intake.Options{Published: published, AnyLanguage: cmd.Bool("any-language")}
	return intake.Files(names, cmp.Or[io.Reader](cmd.Root().Reader, os.Stdin), options), nil
}

// asides counts and tells the documents that could not be read.
type asides struct {
	out   io.Writer
	count int
}

// tell reports one item; after many it falls silent and counts on.
func (a *asides) tell(item intake.Item) {
	const most = 50
	if a.count++; a.count <= most {
		fmt.Fprintf(a.out, "chancery: %s: set aside: %s\n", onScreen(item.Source), onScreen(item.Err.Error()))
	} else if a.count == most+1 {
		fmt.Fprintln(a.out, "chancery: further documents are set aside without a line each")
	}
}

// err is nil when every document was read.
func (a *asides) err() error {
	switch a.count {
	case 0:
		return nil
	case 1:
		return fmt.Errorf("1 document was set aside")
	}
	return fmt.Errorf("%d documents were set aside", a.count)
}

// readOutcome is a reading, or an item that was set aside.
type readOutcome struct {
	item    intake.Item
	reading chancery.Reading
}

// readAll reads the items on every core that Go may use and yields the outcomes
// in their own order; at most a few documents for each core are held at once.
func readAll(ctx context.Context, reader *read.Reader, items iter.Seq[intake.Item], depth read.Depth) iter.Seq[readOutcome] {
	return func(yield func(readOutcome) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan chan readOutcome, 4*runtime.GOMAXPROCS(0))
		slots := make(chan struct{}, runtime.GOMAXPROCS(0))
		go func() {
			defer close(queue)
			for item := range items {
				outcome := make(chan readOutcome, 1)
				select {
				case queue <- outcome:
				case <-ctx.Done():
					return
				}
				if item.Err != nil {
					outcome <- readOutcome{item: item}
					continue
				}
				slots <- struct{}{}
				go func() {
					defer func() { <-slots }()
					outcome <- readOutcome{item, readSafely(reader, &item, depth)}
				}()
			}
		}()
		for outcome := range queue {
			if !yield(<-outcome) {
				return
			}
		}
	}
}

// readSafely sets a document aside on which the program itself fails, so that
// one in a million does not stop a run.
func readSafely(reader *read.Reader, item *intake.Item, depth read.Depth) (reading chancery.Reading) {
	defer func() {
		if fault := recover(); fault != nil {
			item.Err = fmt.Errorf("a fault of the program while reading: %v", fault)
		}
	}()
	return reader.ReadTo(item.Document, depth)
}

// progress shows a bar of documents on standard error once work has lasted a
// second, where that is a terminal.
type progress struct {
	bars  *mpb.Progress
	bar   *mpb.Bar
	start time.Time
	done  int
}

func newProgress() *progress { return &progress{start: time.Now()} }

// step counts one document.
func (p *progress) step() {
	p.done++
	if p.bar == nil {
		if time.Since(p.start) < time.Second || !stderrIsTerminal() {
			return
		}
		p.bars = mpb.New(mpb.WithOutput(os.Stderr))
		p.bar = p.bars.AddSpinner(0, mpb.AppendDecorators(decor.CurrentNoUnit("%d documents "), decor.Elapsed(decor.ET_STYLE_GO)))
	}
	p.bar.SetCurrent(int64(p.done))
}

// end clears the bar.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.bars.Wait()
	}
}
