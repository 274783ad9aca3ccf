package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The test program runs itself again as the program, where this variable says so.
const asProgram = "CHANCERY_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// kills is how often `chancery add` is killed: 4 times, or as
// CHANCERY_TEST_KILLS tells.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("CHANCERY_TEST_KILLS")); err == nil {
		return n
	}
	return 4
}

// notices writes documents of one act each, all different.
func notices(t *testing.T, n int) string {
	t.Helper()
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, `{"id":"n%d","published":"2021-10-%02d","text":"NATO expelled %d Russian diplomats on Wednesday, notice %d said."}`+"\n", i, 1+i%28, 2+i%7, i)
	}
	path := filepath.Join(t.TempDir(), "notices.jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// However often `chancery add` is killed, the ledger is whole after each time,
// and once a run comes to its end it holds what one undisturbed run records.
func TestAddIsKilledAndRunAgain(t *testing.T) {
	input := notices(t, 1500)
	quiet, place := filepath.Join(t.TempDir(), "quiet.db"), filepath.Join(t.TempDir(), "l.db")
	if got := run(t, "", "add", "--ledger", quiet, input); got.code != 0 {
		t.Fatal(got.notes)
	}
	random := rand.New(rand.NewPCG(7, 8))
	for round := range kills() {
		if round%10 == 9 { // a new ledger, before a run comes to its end
			place = filepath.Join(t.TempDir(), "l.db")
		}
		command := exec.Command(os.Args[0], "add", "--ledger", place, input)
		command.Env = append(os.Environ(), asProgram+"=1")
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(200+random.IntN(1500))*time.Millisecond, func() { _ = command.Process.Kill() })
		_ = command.Wait()
		timer.Stop()
		if _, err := os.Stat(place); err != nil {
			continue // killed before it made the file
		}
		if got := run(t, "", "ledger", "check", "--ledger", place); got.code != 0 {
			t.Fatalf("after kill %d: %s%s", round+1, got.stdout, got.notes)
		}
	}
	if got := run(t, "", "add", "--ledger", place, input); got.code != 0 {
		t.Fatal(got.notes)
	}
	for _, question := range [][]string{{"export", "--what", "claims", "--format", "csv"}, {"timeline", "--format", "csv"}} {
		if ask(t, place, question) != ask(t, quiet, question) {
			t.Errorf("%v tells another record than that of a run without kills", question)
		}
	}
	if one, two := statsWithoutTimes(t, place), statsWithoutTimes(t, quiet); one != two {
		t.Errorf("the ledger holds\n%s\nwant\n%s", one, two)
	}
}

func statsWithoutTimes(t *testing.T, place string) string {
	t.Helper()
	return without(without(without(run(t, "", "ledger", "stats", "--ledger", place).stdout, "first known"), "last known"), "size")
}

// A disk that is full while `chancery add` writes ends the run with its reason;
// what was recorded before is kept, and the same call goes on where there is room.
func TestAddOnAFullDisk(t *testing.T) {
	input, place := notices(t, 1500), filepath.Join(t.TempDir(), "l.db")
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Fatal(err)
	}
	// A limit on the size of files, in blocks of 512 bytes, fails like a full disk.
	command := exec.Command(shell, "-c", `ulimit -f 1024 && exec "$0" "$@"`, os.Args[0], "add", "--ledger", place, input)
	command.Env = append(os.Environ(), asProgram+"=1")
	said, err := command.CombinedOutput()
	if err == nil {
		t.Fatalf("a full disk went unnoticed: %s", said)
	}
	if exit := command.ProcessState.ExitCode(); exit != 1 || !strings.Contains(string(said), "what was recorded before is kept") {
		t.Errorf("code %d: %s", exit, said)
	}
	if got := run(t, "", "ledger", "check", "--ledger", place); got.code != 0 {
		t.Errorf("after a full disk: %s%s", got.stdout, got.notes)
	}
	if got := run(t, "", "add", "--ledger", place, input); got.code != 0 {
		t.Error(got.notes)
	}
	if stats := run(t, "", "ledger", "stats", "--ledger", place).stdout; !strings.Contains(stats, "documents          1,500") {
		t.Errorf("once there is room: %s", stats)
	}
}

// Two runs of `chancery add` at once record what one records.
func TestTwoAddsAtOnce(t *testing.T) {
	input, quiet, place := notices(t, 600), filepath.Join(t.TempDir(), "quiet.db"), filepath.Join(t.TempDir(), "l.db")
	if got := run(t, "", "add", "--ledger", quiet, input); got.code != 0 {
		t.Fatal(got.notes)
	}
	var both [2]*exec.Cmd
	for i := range both {
		both[i] = exec.Command(os.Args[0], "add", "--ledger", place, input)
		both[i].Env = append(os.Environ(), asProgram+"=1")
		if err := both[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range both {
		if err := command.Wait(); err != nil {
			t.Error(err)
		}
	}
	if one, two := statsWithoutTimes(t, place), statsWithoutTimes(t, quiet); one != two {
		t.Errorf("the ledger holds\n%s\nwant\n%s", one, two)
	}
	if got := run(t, "", "ledger", "check", "--ledger", place); got.code != 0 {
		t.Errorf("%s%s", got.stdout, got.notes)
	}
}
