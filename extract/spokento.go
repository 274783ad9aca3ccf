package extract

import (
	"strings"

	"chancery"
)

func secondPerson(word string) bool {
	switch word {
	case "you", "your", "yours", "yourself", "yourselves":
		return true
	}
	return false
}

// spokenTo is who "you" is at token i: in a reporter's question the one who
// gives the briefing, in a letter its addressee, else whom the speaker did
// something to last.
func (v *view) spokenTo(s *sentence, i int) []party {
	if s.turn >= 0 && v.asks(s.turn) {
		return v.document.parties
	}
	if !s.quoted[i] {
		if found := v.addressedTo(); len(found) > 0 {
			return found
		}
	}
	speaker := v.voiceAt(s, i).parties
	for n := len(v.told) - 1; n >= 0 && s.index-v.told[n].s.index <= farthestBack; n-- {
		d := v.told[n]
		if d.partial || d.left != "" || d.s.index > s.index || d.status == chancery.StatusDenied || !overlap(d.actors, speaker) || len(codes(d.recipients)) != 1 {
			continue
		}
		return without(d.recipients, speaker)
	}
	return nil
}

// addressedTo is whom the title of a letter or note names as its addressee.
func (v *view) addressedTo() []party {
	lower := strings.ToLower(v.Title.Text)
	if !strings.Contains(lower, "letter") && !strings.Contains(lower, "note") && !strings.Contains(lower, "message") {
		return nil
	}
	for _, words := range []string{" addressed to ", "letter to ", "message to ", "note to "} {
		at := strings.Index(lower, words)
		if at < 0 {
			continue
		}
		for _, p := range v.x.voices {
			if strings.Contains(lower[at:], p.words) {
				return []party{p.speaks()}
			}
		}
		if found := lineParties(v.Title, at, len(lower), false); len(found) > 0 {
			return without(found, v.document.parties)
		}
	}
	return nil
}

// speakerAtHome gives a speaker of whom nothing else is known (a label in a
// transcript, an officer quoted in a release) to the one for whom the text speaks.
func (v *view) speakerAtHome(out *voice) {
	if len(out.parties) > 0 || len(codes(v.document.parties)) != 1 || v.asks(out.attribution) {
		return
	}
	said := &v.Attributions[out.attribution]
	if said.Rule == "transcript" {
		out.parties = v.document.parties
		return
	}
	m := said.SpeakerMention
	if m < 0 || m >= len(v.Mentions) || said.Verb != chancery.VerbSay && said.Verb != chancery.VerbAnnounce {
		return
	}
	switch mention := &v.Mentions[m]; mention.Kind {
	case chancery.MentionPerson, chancery.MentionOffice:
		if !mention.Plural && chancery.OfficialSector(mention.Sector) {
			out.parties = v.document.parties
		}
	}
}
