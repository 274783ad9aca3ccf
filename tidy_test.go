package chancery_test

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// houseImports says which of our packages each package may import (files of
// tests aside). "*" is everything.
var houseImports = map[string][]string{
	"":            {},
	"model":       {},
	"pattern":     {""},
	"text":        {""},
	"timex":       {"", "pattern"},
	"ontology":    {""},
	"intake":      {""},
	"ledger":      {""},
	"parse":       {"", "model"},
	"actor":       {"", "pattern", "ontology", "model"},
	"attribution": {"", "pattern", "ontology", "model"},
	"extract":     {"", "pattern", "ontology", "model"},
	"relate":      {"", "pattern", "ontology", "model"},
	"read":        {"", "text", "parse", "actor", "timex", "attribution", "extract", "relate"},

	"ledger/sqlite":     {"", "ledger", "ledger/tables"},
	"ledger/postgres":   {"", "ledger", "ledger/tables"},
	"ledger/tables":     {"", "ledger"},
	"ledger/ledgertest": {"", "ledger"},

	"fold":      {"", "ontology"},
	"relations": {"", "ontology"},
	"export":    {"", "ontology"},

	"train":        {"", "model", "ontology", "pattern", "text", "parse", "actor", "timex", "attribution", "extract", "relate", "read"},
	"cmd/chancery": {"*"},
}

const (
	mostFileLines     = 400
	mostFunctionLines = 70
)

var bannedNames = []string{"util", "utils", "common", "helper", "helpers", "manager", "misc"}

// goFiles lists every Go file of the module below this folder that is ours.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if path != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || path == filepath.Join("train", "bench")) {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func packageOf(file string) string {
	dir := filepath.ToSlash(filepath.Dir(file))
	if dir == "." {
		return ""
	}
	return dir
}

func TestArrowsRunOneWay(t *testing.T) {
	for _, file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		pkg := packageOf(file)
		allowed, known := houseImports[pkg]
		if !known {
			if parent, _, found := strings.Cut(pkg, "/"); found && parent == "train" {
				allowed, known = append([]string{"train"}, houseImports["train"]...), true
			}
		}
		if !known {
			t.Errorf("%s: package %q has no row in the import table", file, pkg)
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range tree.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if path != "chancery" && !strings.HasPrefix(path, "chancery/") {
				continue
			}
			want := strings.TrimPrefix(strings.TrimPrefix(path, "chancery"), "/")
			if !slices.Contains(allowed, "*") && !slices.Contains(allowed, want) {
				t.Errorf("%s: %q may not import %q", file, pkg, path)
			}
		}
	}
}

func TestSizesAndNames(t *testing.T) {
	for _, file := range goFiles(t) {
		for _, part := range strings.FieldsFunc(strings.TrimSuffix(filepath.ToSlash(file), ".go"), func(r rune) bool { return r == '/' || r == '_' }) {
			if slices.Contains(bannedNames, part) {
				t.Errorf("%s: the name %q says nothing", file, part)
			}
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		if lines := countLines(t, file); lines > mostFileLines {
			t.Errorf("%s: %d lines, at most %d", file, lines, mostFileLines)
		}
		checkDeclarations(t, file)
	}
}

func countLines(t *testing.T, file string) int {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := 0
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() {
		lines++
	}
	return lines
}

// checkDeclarations holds function sizes, comments on exported names, and the
// absence of init().
func checkDeclarations(t *testing.T, file string) {
	t.Helper()
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, decl := range tree.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if lines := set.Position(d.End()).Line - set.Position(d.Pos()).Line + 1; lines > mostFunctionLines {
				t.Errorf("%s: %s has %d lines, at most %d", file, d.Name.Name, lines, mostFunctionLines)
			}
			if d.Name.Name == "init" && d.Recv == nil {
				t.Errorf("%s: init() runs before anybody asked", file)
			}
			if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
				t.Errorf("%s: exported %s has no comment", file, d.Name.Name)
			}
		case *ast.GenDecl:
			checkGeneral(t, file, d)
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	kind := d.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	if index, ok := kind.(*ast.IndexExpr); ok {
		kind = index.X
	}
	name, ok := kind.(*ast.Ident)
	return ok && name.IsExported()
}

func checkGeneral(t *testing.T, file string, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
				t.Errorf("%s: exported type %s has no comment", file, s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range s.Names {
				if name.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					t.Errorf("%s: exported %s has no comment", file, name.Name)
				}
			}
		}
	}
}
