package ledgertest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"chancery"
)

// Generate makes n readings of three claims each, in the shapes of news: a few
// pairs of parties act often and most seldom (Zipf), acts differ in frequency,
// a day has several reports and some are copies of others. The same seed gives
// the same readings.
func Generate(seed uint64, n int) []chancery.Reading {
	return NewGenerator(seed).Batch(n)
}

// Generator makes readings one by one.
type Generator struct {
	random  *rand.Rand
	parties *rand.Zipf
	acts    *rand.Zipf
	count   int
}

// NewGenerator starts a sequence of readings.
func NewGenerator(seed uint64) *Generator {
	random := rand.New(rand.NewPCG(seed, 1))
	return &Generator{random: random, parties: rand.NewZipf(random, 1.2, 8, parties-1), acts: rand.NewZipf(random, 1.3, 3, uint64(len(generatedActs())-1))}
}

// parties is how many parties act in generated readings.
const parties = 200

// Party names a generated party by its rank, the most frequent being 0.
func Party(rank int) string { return fmt.Sprintf("P%03d", rank) }

type generatedAct struct {
	act, kind string
	score     float64
}

func generatedActs() []generatedAct {
	return []generatedAct{
		{"meet", "CONSULT", 1}, {"condemn", "ACCUSE", -2}, {"demand", "REQUEST", -1}, {"visit", "CONSULT", 1.9}, {"call", "CONSULT", 1},
		{"agree", "AGREE", 3}, {"accuse", "ACCUSE", -2}, {"impose-sanctions", "SANCTION", -6}, {"sign", "SUPPORT", 4}, {"attack", "ASSAULT", -9},
		{"aid", "AID", 5}, {"threaten", "THREATEN", -4}, {"expel", "SANCTION", -5}, {"summon", "ACCUSE", -2}, {"recall", "SANCTION", -4},
		{"suspend-mission", "SANCTION", -5}, {"appoint", "SUPPORT", 3}, {"open-mission", "SUPPORT", 4}, {"sever-relations", "SANCTION", -7},
	}
}

// Word is a generated word by its rank: "wa", "wb" … "wba".
func Word(rank int) string {
	var b strings.Builder
	b.WriteByte('w')
	for {
		b.WriteByte(byte('a' + rank%26))
		if rank /= 26; rank == 0 {
			return b.String()
		}
	}
}

// sentence is of words as frequent as in natural text (Zipf with exponent 1).
func (g *Generator) sentence(words int) string {
	const most = 20_000
	list := make([]string, words)
	for i := range list {
		list[i] = Word(int(math.Exp(g.random.Float64()*math.Log(most))) - 1)
	}
	return strings.Join(list, " ") + "."
}

// Batch makes the next n readings.
func (g *Generator) Batch(n int) []chancery.Reading {
	batch := make([]chancery.Reading, n)
	for i := range batch {
		batch[i] = g.Next()
	}
	return batch
}

// Next makes the next reading.
func (g *Generator) Next() chancery.Reading {
	g.count++
	published := day(2000, 1, 1).AddDays(g.random.IntN(9000))
	doc := chancery.Document{
		ID: fmt.Sprintf("g%07d", g.count), Title: g.sentence(8), Publisher: fmt.Sprintf("outlet %d", g.random.IntN(40)), Published: published,
	}
	reading := chancery.Reading{Model: "generated"}
	var text strings.Builder
	for i := range 3 {
		evidence := g.sentence(24)
		reading.Claims = append(reading.Claims, g.claim(fmt.Sprintf("e%d", i+1), evidence, published, text.Len()))
		text.WriteString(evidence + " " + g.sentence(30) + "\n\n")
	}
	doc.Text = text.String()
	reading.Document = doc
	return reading
}

func (g *Generator) claim(local, evidence string, published chancery.Date, start int) chancery.Claim {
	acts := generatedActs()
	act := acts[g.acts.Uint64()]
	actor, recipient := Party(int(g.parties.Uint64())), Party(int(g.parties.Uint64()))
	claim := chancery.Claim{
		Local: local, Act: act.act, Type: act.kind, CAMEO: "000", Score: act.score, Actor: []string{actor}, Recipient: []string{},
		Status: chancery.StatusActual, Date: published.AddDays(-g.random.IntN(4)), DateAnchor: chancery.AnchorPublished, Evidence: evidence,
		ActorRoles: []chancery.Role{{Party: actor, Kind: chancery.PartyState, Sector: "GOV", Original: actor}},
		SaidBy:     "the spokesman", Speakers: []chancery.Speaker{{Name: "the spokesman", Party: actor, Cue: "said", Verb: chancery.VerbSay}},
		Spans: map[string][]chancery.Span{"act": {{Start: start, End: start + 5}}, "evidence": {{Start: start, End: start + len(evidence)}}},
		Rule:  "generated", Confidence: 0.5 + g.random.Float64()/2,
	}
	if recipient != actor {
		claim.Recipient = append(claim.Recipient, recipient)
	}
	if act.kind == "SANCTION" {
		claim.Effective = published.AddDays(g.random.IntN(60))
		claim.Count = &chancery.Count{N: 1 + g.random.IntN(30), Of: "diplomats"}
	}
	if strings.HasSuffix(act.act, "-mission") {
		claim.Object = &chancery.Object{Text: "the embassy", Kind: "mission", ID: "embassy/" + actor + "/" + recipient, Sender: actor, Host: recipient}
	}
	return claim
}
