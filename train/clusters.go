package train

import (
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"chancery/actor"
	"chancery/text"
)

// The sizes of the word vectors from which classes of words are made.
const (
	clusterVector = 48
	clusterWindow = 3
	clusterNoise  = 5    // words drawn beside each true neighbour
	clusterEpochs = 6    // passes over the text
	clusterRate   = 0.05 // step at the start, falling to nothing
	leastCount    = 4    // rarer words get no class
	frequentShare = 1e-4 // words of a greater share are thinned out
	fineClasses   = 1000
	coarseClasses = 80
	clusterRounds = 12
)

// Clusters learns classes of words from unlabelled text and writes them to
// out: skip-gram vectors with negative sampling (Mikolov et al. 2013) of the
// words of every file under the folders, then k-means over their directions,
// then again over the middles of the classes. Files of Current Events from
// 2026 on and newswire files that are kept out are left aside. The same files give the same
// classes.
func Clusters(folders []string, out string, report func(string, ...any)) error {
	raw := &rawText{counts: map[string]int{}}
	for _, folder := range folders {
		if err := raw.read(folder); err != nil {
			return err
		}
	}
	v := raw.vocabulary()
	report("%d words of text, %d words with a class", len(raw.words), len(v.words))
	vectors := v.learn(raw.words)
	fine, middles := directions(vectors, fineClasses)
	coarse, _ := directions(middles, coarseClasses)
	clusters := actor.NewClusters(v.words, fine, coarse)
	return os.WriteFile(out, clusters.Bytes(), 0o644)
}

// rawText is the words of all texts; "" ends a sentence.
type rawText struct {
	words  []string
	counts map[string]int
}

var currentEvent = regexp.MustCompile(`^(\d{4})-\d\d-\d\d\.md$`)

func (r *rawText) read(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("reading text: %w", err)
		}
		name := entry.Name()
		if day := currentEvent.FindStringSubmatch(name); entry.IsDir() || KeptOut(name) || day != nil && day[1] >= "2026" {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("reading text: %w", err)
		}
		switch filepath.Ext(name) {
		case ".md":
			r.add(markdownLink.ReplaceAllString(string(data), "$1"))
		case ".txt", "":
			r.add(string(data))
		case ".tsv":
			named, err := readNamed(path)
			if err != nil {
				return err
			}
			r.add(named.text)
		}
		return nil
	})
}

func (r *rawText) add(content string) {
	for _, s := range text.Sentences(content) {
		for _, token := range s.Tokens {
			word := actor.ClusterForm(token.Of(content))
			r.words = append(r.words, word)
			r.counts[word]++
		}
		r.words = append(r.words, "")
	}
}

// vocabulary is the words that get a class, the most frequent first.
type vocabulary struct {
	words  []string
	counts []int
	index  map[string]int32
	total  int
}

func (r *rawText) vocabulary() *vocabulary {
	v := &vocabulary{index: map[string]int32{}}
	for word, count := range r.counts {
		if count >= leastCount {
			v.words = append(v.words, word)
		}
	}
	slices.SortFunc(v.words, func(a, b string) int {
		if r.counts[a] != r.counts[b] {
			return r.counts[b] - r.counts[a]
		}
		return strings.Compare(a, b)
	})
	for i, word := range v.words {
		v.index[word] = int32(i)
		v.counts = append(v.counts, r.counts[word])
		v.total += r.counts[word]
	}
	return v
}

// noise is a table from which words are drawn by the 3/4 power of their counts.
func (v *vocabulary) noise() []int32 {
	const size = 1 << 20
	var sum float64
	for _, count := range v.counts {
		sum += math.Pow(float64(count), 0.75)
	}
	table := make([]int32, 0, size)
	var reached float64
	for i, count := range v.counts {
		reached += math.Pow(float64(count), 0.75) / sum * size
		for len(table) < int(reached) {
			table = append(table, int32(i))
		}
	}
	return table
}

// learn makes a vector of every word.
func (v *vocabulary) learn(words []string) [][]float32 {
	random := rand.New(rand.NewPCG(3, 5))
	in, out := make([][]float32, len(v.words)), make([][]float32, len(v.words))
	for i := range in {
		in[i], out[i] = make([]float32, clusterVector), make([]float32, clusterVector)
		for j := range in[i] {
			in[i][j] = (random.Float32() - 0.5) / clusterVector
		}
	}
	noise := v.noise()
	var sentence []int32
	change := make([]float32, clusterVector)
	done, all := 0, clusterEpochs*len(words)
	for range clusterEpochs {
		for _, word := range words {
			done++
			if word != "" {
				if i, known := v.index[word]; known && v.stays(i, random) {
					sentence = append(sentence, i)
				}
				continue
			}
			rate := float32(clusterRate * (1 - float64(done)/float64(all+1)))
			for at := range sentence {
				window := 1 + random.IntN(clusterWindow)
				for near := max(0, at-window); near <= min(len(sentence)-1, at+window); near++ {
					if near != at {
						step(in[sentence[at]], out, sentence[near], noise, random, rate, change)
					}
				}
			}
			sentence = sentence[:0]
		}
	}
	return in
}

// stays thins out the most frequent words.
func (v *vocabulary) stays(i int32, random *rand.Rand) bool {
	share := float64(v.counts[i]) / float64(v.total)
	return share < frequentShare || random.Float64() < math.Sqrt(frequentShare/share)
}

// step moves a word's vector towards a neighbour's and away from drawn ones.
func step(vector []float32, out [][]float32, neighbour int32, noise []int32, random *rand.Rand, rate float32, change []float32) {
	clear(change)
	for n := range clusterNoise + 1 {
		target, label := neighbour, float32(1)
		if n > 0 {
			if target, label = noise[random.IntN(len(noise))], 0; target == neighbour {
				continue
			}
		}
		other := out[target]
		var dot float32
		for i, x := range vector {
			dot += x * other[i]
		}
		by := rate * (label - float32(1/(1+math.Exp(-float64(dot)))))
		for i, x := range vector {
			change[i] += by * other[i]
			other[i] += by * x
		}
	}
	for i, c := range change {
		vector[i] += c
	}
}

// directions puts vectors into classes by their directions (k-means on the
// sphere, started from the first vectors, which are the most frequent words).
func directions(vectors [][]float32, classes int) (class []uint16, middles [][]float32) {
	classes = min(classes, len(vectors))
	for _, v := range vectors {
		lengthOne(v)
	}
	for i := range classes {
		middles = append(middles, slices.Clone(vectors[i]))
	}
	class = make([]uint16, len(vectors))
	for range clusterRounds {
		sums := make([][]float32, classes)
		for i := range sums {
			sums[i] = make([]float32, clusterVector)
		}
		for i, v := range vectors {
			class[i] = nearest(v, middles)
			for j, x := range v {
				sums[class[i]][j] += x
			}
		}
		for i := range sums {
			if lengthOne(sums[i]) {
				middles[i] = sums[i]
			}
		}
	}
	return class, middles
}

func nearest(v []float32, middles [][]float32) uint16 {
	best, most := 0, float32(-2)
	for i, m := range middles {
		var dot float32
		for j, x := range v {
			dot += x * m[j]
		}
		if dot > most {
			best, most = i, dot
		}
	}
	return uint16(best)
}

// lengthOne scales a vector to length one; a zero vector stays.
func lengthOne(v []float32) bool {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return false
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
	return true
}
