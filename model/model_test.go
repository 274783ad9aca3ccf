package model_test

import (
	"bytes"
	"fmt"
	"testing"

	"chancery/model"
)

// learned is a small model: words that start with a vowel are "yes".
func learned() *model.Trainer {
	trainer := model.NewTrainer([]string{"no", "yes", "never"})
	for range 5 {
		for i := range 500 {
			word := fmt.Sprintf("%c%d", 'a'+i%26, i)
			gold := 0
			if bytes.ContainsAny([]byte(word[:1]), "aeiou") {
				gold = 1
			}
			trainer.Learn(featuresOf(word), gold)
		}
	}
	return trainer
}

func featuresOf(word string) []model.Feature {
	return []model.Feature{model.Hash(1, word), model.Hash(2, word[:1]), model.Hash(3)}
}

func TestLearnsAndKeepsWhatItLearned(t *testing.T) {
	linear := learned().Freeze(0.01)
	again, err := model.ReadLinear(linear.AppendTo(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		word string
		want string
	}{
		{"e900", "yes"}, // unseen word, known letter
		{"k901", "no"},
		{"u", "yes"},
	} {
		for _, m := range []*model.Linear{linear, again} {
			if got := m.Classes[m.Best(featuresOf(row.word))]; got != row.want {
				t.Errorf("%s: got %s, want %s", row.word, got, row.want)
			}
		}
	}
}

// Every weight that was learned is found again, in tables of every size.
func TestFreezeLosesNoFeature(t *testing.T) {
	for size := 1; size < 20000; size = size*3 + 1 {
		trainer := model.NewTrainer([]string{"a", "b"})
		for i := range size {
			trainer.Update([]model.Feature{model.Mix1(7, uint64(i))}, 1, 0)
		}
		linear := trainer.Freeze(0)
		for i := range size - 1 {
			if linear.Best([]model.Feature{model.Mix1(7, uint64(i))}) != 1 {
				t.Fatalf("of %d features, number %d is lost", size, i)
			}
		}
	}
}

// What is thinned out is gone, what is kept is learned on, nothing new comes in.
func TestThinKeepsTheStrongest(t *testing.T) {
	trainer := model.NewTrainer([]string{"no", "yes"})
	strong, weak, late := model.Hash(1), model.Hash(2), model.Hash(3)
	for range 10 {
		trainer.Update([]model.Feature{strong}, 1, 0)
	}
	for range 5 {
		trainer.Update([]model.Feature{model.Hash(4)}, 1, 0)
	}
	trainer.Update([]model.Feature{weak}, 1, 0)
	trainer.Update(nil, 1, 0)
	trainer.Thin(2)
	trainer.Update([]model.Feature{late}, 1, 0)
	trainer.Update(nil, 1, 0)
	linear := trainer.Freeze(0)
	for _, row := range []struct {
		name    string
		feature model.Feature
		want    int
	}{{"the strong one stays", strong, 1}, {"the weak one goes", weak, 0}, {"a late one stays out", late, 0}} {
		if got := linear.Best([]model.Feature{row.feature}); got != row.want {
			t.Errorf("%s: class %d, want %d", row.name, got, row.want)
		}
	}
}

func TestSameExamplesSameBytes(t *testing.T) {
	if !bytes.Equal(learned().Freeze(0.01).AppendTo(nil), learned().Freeze(0.01).AppendTo(nil)) {
		t.Error("two trainings on the same examples differ")
	}
}

func TestAddAllocatesNothing(t *testing.T) {
	linear, features := learned().Freeze(0), featuresOf("b1")
	var scores model.Scores
	if n := testing.AllocsPerRun(100, func() { linear.Reset(&scores); linear.Add(features, &scores) }); n > 0 {
		t.Errorf("Add allocates %v times", n)
	}
}

func FuzzReadFile(f *testing.F) {
	var file model.File
	file.Put("a", learned().Freeze(1).AppendTo(nil))
	file.Put("b", []byte("table"))
	f.Add(file.Bytes())
	f.Add([]byte("chancery model 1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := model.ReadFile(data)
		if err != nil {
			return
		}
		if again, err := model.ReadFile(file.Bytes()); err != nil || !bytes.Equal(again.Bytes(), file.Bytes()) {
			t.Fatalf("a file that was read does not survive writing: %v", err)
		}
		if linear, err := file.Linear("a"); err == nil {
			linear.Best([]model.Feature{1, 2, 1 << 40})
		}
	})
}
