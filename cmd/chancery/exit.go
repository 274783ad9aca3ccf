package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v3"
)

// usageError is a call whose words are off: exit code 2.
type usageError struct{ error }

// Unwrap gives what was wrong.
func (e usageError) Unwrap() error { return e.error }

// exitCode is 0 for no error, 2 for wrong usage and 1 for any other failure.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		return 2
	}
	return 1
}

// tellUsage makes every command report wrong flags as a usageError in one line
// that says where to look.
func tellUsage(cmd *cli.Command) {
	cmd.OnUsageError = func(_ context.Context, at *cli.Command, err error, _ bool) error {
		return usageError{fmt.Errorf("%w (see '%s --help')", err, at.FullName())}
	}
	for _, sub := range cmd.Commands {
		tellUsage(sub)
	}
}

// unknownCommand is what runs when no subcommand fits.
func unknownCommand(_ context.Context, cmd *cli.Command) error {
	if !cmd.Args().Present() {
		return cli.ShowRootCommandHelp(cmd)
	}
	name := cmd.Args().First()
	if near := cli.SuggestCommand(cmd.Commands, name); near != "" {
		return usageError{fmt.Errorf("there is no command %q; did you mean %q?", name, near)}
	}
	return usageError{fmt.Errorf("there is no command %q (see 'chancery --help')", name)}
}
