package actor

import "testing"

func TestDirectory(t *testing.T) {
	d, err := OpenDirectory()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ words, want string }{
		{"rus", "RUS"},         // a code in any case
		{"Russia", "RUS"},      // a name
		{"russian", "RUS"},     // an adjective, in any case
		{"Moscow", "RUS"},      // a capital stands for its state
		{"Nato", "NATO"},       // an organisation
		{"Ruritania", ""},      // no such party
		{"", ""},               // nothing
		{"South Korea", "KOR"}, // two words
	} {
		if got, _ := d.Find(row.words); got != row.want {
			t.Errorf("%q is %q, want %q", row.words, got, row.want)
		}
	}
	if n := len(d.Missions("GBR", "FRA")); n < 2 {
		t.Errorf("%d missions between Britain and France, want an embassy each way", n)
	}
	if russia, _ := d.Party("RUS"); russia.Name != "Russia" || len(russia.Words) < 2 || len(russia.Seats) == 0 {
		t.Errorf("Russia is told as %+v", russia)
	}
	if near := d.Near("Rusia"); len(near) == 0 || near[0] != "Russia" {
		t.Errorf("near Rusia: %v", near)
	}
}

// BenchmarkDirectory tells what a question pays for names before it begins.
func BenchmarkDirectory(b *testing.B) {
	for b.Loop() {
		if d, err := OpenDirectory(); err != nil || len(d.parties) == 0 {
			b.Fatal(err)
		}
	}
}
