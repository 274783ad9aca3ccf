package fold

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"
	"strings"
	"unicode"

	"chancery"
)

// Near-duplicates by shingling: texts are sets of runs of words, and the share
// of runs in common (Jaccard) tells copies from rewrites (Broder, "On the
// resemblance and containment of documents", 1997). Sets are compared by
// minimal hashes, candidates found by bands of them.
const (
	shingleWords = 3
	sketchSize   = 64
	bandRows     = 4
	copyShare    = 0.7
)

// Sketch is the minimal hashes of a text's runs of three words; nil for a text
// of no words. Texts of fewer words than a run are one run.
type Sketch []uint64

// SketchOf makes the sketch of a text. Case and punctuation do not matter.
func SketchOf(text string) Sketch {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return nil
	}
	sketch := make(Sketch, sketchSize)
	for i := range sketch {
		sketch[i] = ^uint64(0)
	}
	for i := 0; i == 0 || i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, word := range words[i:min(i+shingleWords, len(words))] {
			h.Write([]byte(word))
			h.Write([]byte{' '})
		}
		sum := h.Sum64()
		for k := range sketch {
			sketch[k] = min(sketch[k], mix(sum+uint64(k)*0x9e3779b97f4a7c15))
		}
	}
	return sketch
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Likeness estimates the share of runs that two texts have in common, 0 to 1,
// to about a sixteenth.
func (s Sketch) Likeness(t Sketch) float64 {
	if len(s) != sketchSize || len(t) != sketchSize {
		return 0
	}
	same := 0
	for i := range s {
		if s[i] == t[i] {
			same++
		}
	}
	return float64(same) / sketchSize
}

// grouping joins numbers into groups, each named by its smallest member.
type grouping []int

func newGrouping(n int) grouping {
	g := make(grouping, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g grouping) find(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g grouping) join(i, j int) {
	i, j = g.find(i), g.find(j)
	g[max(i, j)] = min(i, j)
}

// alike groups sketches that are copies of each other. Within a band of equal
// hashes each is compared with the first of every group seen so far, at most 32.
func alike(sketches []Sketch) grouping {
	g := newGrouping(len(sketches))
	type band struct {
		number int
		hash   uint64
	}
	firsts := map[band][]int{}
	for i, sketch := range sketches {
		if sketch == nil {
			continue
		}
		for b := 0; b < sketchSize/bandRows; b++ {
			key := band{b, 0}
			for _, value := range sketch[b*bandRows : (b+1)*bandRows] {
				key.hash = mix(key.hash ^ value)
			}
			list := firsts[key]
			found := false
			for _, j := range list {
				if g.find(i) == g.find(j) || sketch.Likeness(sketches[j]) >= copyShare {
					g.join(i, j)
					found = true
				}
			}
			if !found && len(list) < 32 {
				firsts[key] = append(list, i)
			}
		}
	}
	return g
}

// NearDuplicates finds wire copies: for every text that is nearly another's it
// gives the smallest id of the group. Texts of a group share at least 70 % of
// their runs of three words, each with some other of the group.
func NearDuplicates(texts iter.Seq2[string, string]) map[string]string {
	type sketched struct {
		id     string
		sketch Sketch
	}
	var all []sketched
	for id, text := range texts {
		all = append(all, sketched{id, SketchOf(text)})
	}
	slices.SortFunc(all, func(a, b sketched) int { return cmp.Compare(a.id, b.id) })
	sketches := make([]Sketch, len(all))
	for i := range all {
		sketches[i] = all[i].sketch
	}
	groups := alike(sketches)
	size := map[int]int{}
	for i := range all {
		size[groups.find(i)]++
	}
	out := map[string]string{}
	for i := range all {
		if first := groups.find(i); size[first] > 1 {
			out[all[i].id] = all[first].id
		}
	}
	return out
}

// number gives each testimony its voice, from 1 in their order: one document,
// near-duplicate documents, and copies of the evidence are one voice.
func number(testimonies []chancery.Testimony, sameText map[string]string) {
	if len(testimonies) == 1 {
		testimonies[0].Voice = 1
		return
	}
	groups := alike(evidenceSketches(testimonies))
	byDocument := map[string]int{}
	for i, t := range testimonies {
		document := t.Claim.Document
		if group, copied := sameText[document]; copied {
			document = group
		}
		if document == "" {
			continue
		}
		if j, seen := byDocument[document]; seen {
			groups.join(i, j)
		} else {
			byDocument[document] = i
		}
	}
	voices := map[int]int{}
	for i := range testimonies {
		group := groups.find(i)
		if voices[group] == 0 {
			voices[group] = len(voices) + 1
		}
		testimonies[i].Voice = voices[group]
	}
}

// evidenceSketches leaves out evidence of fewer than eight words: two reporters
// may well write the same few.
func evidenceSketches(testimonies []chancery.Testimony) []Sketch {
	out := make([]Sketch, len(testimonies))
	for i, t := range testimonies {
		if strings.Count(t.Claim.Evidence, " ") >= 7 {
			out[i] = SketchOf(t.Claim.Evidence)
		}
	}
	return out
}
