package ledgertest

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// Server is a PostgreSQL server for tests.
type Server struct {
	base    string
	folder  string
	control string
	made    atomic.Int64
}

// ErrNoServer says that no PostgreSQL can be used here.
var ErrNoServer = errors.New("no PostgreSQL: set CHANCERY_TEST_POSTGRES to the address of a database, or install initdb and pg_ctl")

// StartServer uses the database that CHANCERY_TEST_POSTGRES names (a postgres://
// address), else it starts a server of its own in a new folder, listening on a
// socket there, without fsync. Run as root it starts it as the user postgres.
func StartServer() (*Server, error) {
	if address := os.Getenv("CHANCERY_TEST_POSTGRES"); address != "" {
		return &Server{base: address}, nil
	}
	initdb, control := program("initdb"), program("pg_ctl")
	if initdb == "" || control == "" {
		return nil, ErrNoServer
	}
	folder, err := os.MkdirTemp("", "chancery-postgres-")
	if err != nil {
		return nil, err
	}
	s := &Server{folder: folder, control: control}
	if err := s.start(initdb); err != nil {
		os.RemoveAll(folder)
		return nil, fmt.Errorf("%w (%w)", ErrNoServer, err)
	}
	s.base = "postgres://postgres@/postgres?host=" + url.QueryEscape(folder)
	return s, nil
}

func (s *Server) start(initdb string) error {
	if os.Geteuid() == 0 {
		owner, err := user.Lookup("postgres")
		if err != nil {
			return err
		}
		uid, _ := strconv.Atoi(owner.Uid)
		gid, _ := strconv.Atoi(owner.Gid)
		if err := os.Chown(s.folder, uid, gid); err != nil {
			return err
		}
	}
	if err := s.run(initdb, "-D", s.folder+"/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"); err != nil {
		return err
	}
	settings := "listen_addresses=''\nunix_socket_directories='" + s.folder + "'\nfsync=off\nshared_buffers=512MB\nmax_wal_size=4GB\nwork_mem=16MB\n"
	if err := s.run("sh", "-c", "cat >> "+s.folder+"/data/postgresql.conf <<'END'\n"+settings+"END"); err != nil {
		return err
	}
	return s.run(s.control, "-D", s.folder+"/data", "-w", "-t", "300", "-l", s.folder+"/log", "start")
}

// program finds a program of PostgreSQL on PATH or where Debian keeps it.
func program(name string) string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) > 0 {
		return found[len(found)-1]
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return path
}

// run runs a program, as the user postgres when we are root.
func (s *Server) run(name string, args ...string) error {
	command := exec.Command(name, args...)
	if os.Geteuid() == 0 {
		quoted := make([]string, 0, len(args)+1)
		for _, arg := range append([]string{name}, args...) {
			quoted = append(quoted, "'"+strings.ReplaceAll(arg, "'", `'\''`)+"'")
		}
		command = exec.Command("su", "postgres", "-s", "/bin/sh", "-c", strings.Join(quoted, " "))
	}
	command.Dir = s.folder
	// pg_ctl's server would keep a pipe open: its output goes to a file.
	output, err := os.CreateTemp("", "chancery-output-")
	if err != nil {
		return err
	}
	defer os.Remove(output.Name())
	defer output.Close()
	command.Stdout, command.Stderr = output, output
	if err := command.Run(); err != nil {
		said, _ := os.ReadFile(output.Name())
		return fmt.Errorf("%s: %w: %s", name, err, said)
	}
	return nil
}

// Fresh is the address of a schema of its own that is not made yet, and its name.
func (s *Server) Fresh() (address, schema string) {
	schema = fmt.Sprintf("test_%d_%d", os.Getpid(), s.made.Add(1))
	joint := "?"
	if strings.Contains(s.base, "?") {
		joint = "&"
	}
	return s.base + joint + "search_path=" + schema, schema
}

// Base is the address of the database itself.
func (s *Server) Base() string { return s.base }

// Ours reports whether the server was started here and can be restarted.
func (s *Server) Ours() bool { return s.folder != "" }

// Halt stops the server in the middle of whatever it does.
func (s *Server) Halt() error {
	return s.run(s.control, "-D", s.folder+"/data", "-w", "-t", "300", "-m", "immediate", "stop")
}

// Resume starts it again. A process of the halted server may hold its memory for
// a while on a busy machine, and the new one then gives up: it is tried again.
func (s *Server) Resume() error {
	var err error
	for range 60 {
		if err = s.run(s.control, "-D", s.folder+"/data", "-w", "-t", "300", "-l", s.folder+"/log", "start"); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// Stop ends a server that was started here and removes its folder.
func (s *Server) Stop() {
	if s.Ours() {
		_ = s.Halt()
		_ = os.RemoveAll(s.folder)
	}
}
