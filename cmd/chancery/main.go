// Command chancery reads the news of diplomacy and keeps the record.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := application().Run(ctx, os.Args)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "chancery:", err)
	}
	os.Exit(exitCode(err))
}

// application lists the subcommands; each is built in a file of its own.
func application() *cli.Command {
	root := &cli.Command{
		Name:  "chancery",
		Usage: "read the news of diplomacy and keep the record",
		Commands: []*cli.Command{
			readCommand(),
			annotateCommand(),
			parseCommand(),
			relateCommand(),
			briefCommand(),
			addCommand(),
			evalCommand(),
			searchCommand(),
			ledgerCommand(),
			timelineCommand(),
			relationsCommand(),
			missionsCommand(),
			eventCommand(),
			whyCommand(),
			upcomingCommand(),
			judgeCommand(),
			diffCommand(),
			exportCommand(),
			unknownNamesCommand(),
			trainCommand(),
		},
		EnableShellCompletion: true,
		ExitErrHandler:        func(context.Context, *cli.Command, error) {},
		Action:                unknownCommand,
	}
	tellUsage(root)
	return root
}
