package actor

import (
	"fmt"
	"strings"

	"chancery"
)

func (t *tables) addParty(c []string) error {
	if err := need(c, 3, "code, kind, name"); err != nil {
		return err
	}
	kind := chancery.PartyKind(c[1])
	switch kind {
	case chancery.PartyState, chancery.PartyTerritory, chancery.PartyIGO, chancery.PartyGroup, chancery.PartyFirm, chancery.PartyNGO, chancery.PartyMedia:
	default:
		return fmt.Errorf("%w: %q is no kind of party", errColumns, c[1])
	}
	if _, known := t.parties[c[0]]; !known {
		t.parties[c[0]] = party{kind, c[2], at(c, 3), at(c, 4), strings.Fields(at(c, 5))}
	}
	return nil
}

// addForm reads form, class, party and sector of a hand-written table.
func (t *tables) addForm(c []string) error {
	if err := need(c, 3, "form, class, party"); err != nil {
		return err
	}
	class := classes()[c[1]]
	if class == 0 {
		return fmt.Errorf("%w: %q is no class of a form", errColumns, c[1])
	}
	t.add(entry{form: c[0], class: class, party: c[2], sector: at(c, 3)})
	return nil
}

// addName is addForm for the generated names: forms that a hand-written table
// has already told are left as they are.
func (t *tables) addName(c []string) error {
	if err := need(c, 3, "form, class, party"); err != nil {
		return err
	}
	class := classes()[c[1]]
	if class == 0 {
		return fmt.Errorf("%w: %q is no class of a form", errColumns, c[1])
	}
	for i := t.first(fold(c[0])); i >= 0; i = t.entries[i].next {
		if old := t.entries[i]; old.class == classSkip || old.party == c[2] && old.class == class || old.party != c[2] {
			return nil
		}
	}
	t.add(entry{form: c[0], class: class, party: c[2]})
	return nil
}

func (t *tables) addOrganisation(c []string) error {
	if err := need(c, 2, "code, name"); err != nil {
		return err
	}
	if _, known := t.parties[c[0]]; known {
		return nil
	}
	t.parties[c[0]] = party{kind: chancery.PartyIGO, name: c[1]}
	t.add(entry{form: c[1], class: classIGO, party: c[0], sector: "IGO"})
	if fold(c[0]) != fold(c[1]) {
		t.add(entry{form: c[0], class: classIGO, party: c[0], sector: "IGO"})
	}
	for _, form := range strings.Split(at(c, 2), "|") {
		if form != "" {
			t.add(entry{form: form, class: classIGO, party: c[0], sector: "IGO"})
		}
	}
	return nil
}

func (t *tables) addTown(c []string) error {
	if err := need(c, 2, "name, codes"); err != nil {
		return err
	}
	key := fold(c[0])
	if len(key) < 3 || t.first(key) >= 0 {
		return nil
	}
	t.addKey(key, entry{form: c[0], class: classTown, party: c[1]})
	return nil
}

func (t *tables) addRole(c []string) error {
	if err := need(c, 4, "phrase, class, sector, office"); err != nil {
		return err
	}
	r := role{phrase: c[0], office: c[3], sector: c[2], party: at(c, 4)}
	switch c[1] {
	case "office":
	case "offices":
		r.plural = true
	case "organ":
		r.organ = true
	case "organs":
		r.organ, r.plural = true, true
	default:
		return fmt.Errorf("%w: %q is none of office, offices, organ, organs", errColumns, c[1])
	}
	key := fold(c[0])
	if _, known := t.roles[key]; !known {
		t.roles[key] = r
		first, _, _ := strings.Cut(c[0], " ")
		short, _, _ := strings.Cut(first, "-")
		t.starts[fold(first)] = true
		t.starts[fold(short)] = true
	}
	return nil
}

func (t *tables) addMember(c []string) error {
	if err := need(c, 2, "state, organisations"); err != nil {
		return err
	}
	for _, body := range strings.Fields(c[1]) {
		t.members[body] = append(t.members[body], c[0])
	}
	return nil
}

func (t *tables) add(e entry) { t.addKey(fold(e.form), e) }

func (t *tables) addKey(key string, e entry) {
	if key == "" {
		return
	}
	index := int32(len(t.entries))
	e.next = -1
	if last := t.first(key); last >= 0 {
		for t.entries[last].next >= 0 {
			last = t.entries[last].next
		}
		t.entries[last].next = index
	} else {
		t.forms[key] = index
	}
	t.entries = append(t.entries, e)
}

// first is the index of the first entry of a key, -1 for none.
func (t *tables) first(key string) int32 {
	if i, known := t.forms[key]; known {
		return i
	}
	return -1
}

// addHolder reads one term of a person: name (a surname that is not the last
// word behind a |), party, office, sector, from, to.
func (t *tables) addHolder(c []string) error {
	if err := need(c, 4, "name, party, office, sector"); err != nil {
		return err
	}
	name, surname, marked := strings.Cut(c[0], "|")
	if !marked {
		surname = name[strings.LastIndexByte(name, ' ')+1:]
	}
	h := holder{name: name, party: c[1], office: c[2], sector: c[3], from: at(c, 4), to: at(c, 5)}
	h.surname = skeleton(surname)
	index := int32(len(t.holders))
	t.holders = append(t.holders, h)
	key := skeleton(name)
	given, _, _ := strings.Cut(name, " ")
	t.given[skeleton(given)] = true
	t.surnames[h.surname] = true
	t.byName[key] = append(t.byName[key], index)
	if highOffice(h.office) && len(h.surname) > 1 {
		t.bySur[h.surname] = append(t.bySur[h.surname], index)
	}
	return nil
}

// highOffice reports whether the news names the holder by surname alone.
func highOffice(office string) bool {
	switch office {
	case "president", "prime minister", "chancellor", "foreign minister", "secretary of state", "secretary", "leader", "supreme leader", "monarch", "pope", "defence minister", "secretary general", "foreign policy chief":
		return true
	}
	return false
}
